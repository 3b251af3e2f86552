"""Which parts of a page speak of the product, and which never may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View

Views = Callable[..., View]
HEAD = "<title>Orrery Halden 7 headset</title><h1>Orrery Halden 7 headset</h1><p>Own text</p>"

FOREIGN = [
    ("related", "<div class='related-products'><p>Foreign</p></div>"),
    ("related", "<div id=recommendations><p>Foreign</p></div>"),
    ("related", "<h2>Customers also bought</h2><p>Foreign</p>"),
    ("related", "<section><h3>You may also like</h3><ul><li>Foreign</li></ul></section>"),
    ("related", "<aside><p>Foreign</p></aside>"),
    ("reviews", "<div class=customer-reviews><p>Foreign</p></div>"),
    ("reviews", "<h2>Customer reviews (1,204)</h2><div><p>Foreign</p></div>"),
    ("reviews", "<div><div>Reviews</div><div>Foreign</div></div>"),
    ("questions", "<h2>Questions &amp; answers</h2><p>Foreign</p>"),
    ("menu", "<nav><ul><li>Foreign</li></ul></nav>"),
    ("menu", "<footer><p>Foreign</p></footer>"),
    ("menu", "<div class='site-header'><p>Foreign</p></div>"),
    ("advert", "<p>Sponsored: Foreign</p>"),
    ("advert", "<div class=ad><p>Foreign</p></div>"),
    ("compare", "<div class=comparison-widget><p>Foreign</p></div>"),
    ("breadcrumb", "<ol class=breadcrumb><li>Foreign</li></ol>"),
    ("related", "<h2>Kunden kauften auch</h2><p>Foreign</p>"),
    ("related", "<h2>Découvrez la gamme</h2><p>Foreign</p>"),
    ("menu", "<div class='footer-block'><p>Foreign</p></div>"),
    ("reviews", "<h3>Reviews of our buyers</h3><p>Foreign</p>"),
]
OWN = [
    "<h2>Specifications</h2><p>Foreign</p>",
    "<div class=product-description><p>Foreign</p></div>",
    "<p>Reviews of the best headsets say more than we can; read them all before you buy one. Foreign</p>",
    "<div class=gradient><p>Foreign</p></div>",
    "<div class=loading><p>Foreign</p></div>",
    "<div class=product-footer><p>Foreign</p></div>",
]


def region_of(view: View, text: str) -> str:
    block = next(block for block in view.page.blocks if text in block.text)
    return view.regions.names[block.index]


@pytest.mark.parametrize(("region", "part"), FOREIGN)
def test_foreign_parts(view: Views, region: str, part: str) -> None:
    seen = view(f"{HEAD}{part}<div><h2>Specifications</h2><p>Own too</p><p>and more</p></div>")
    assert region_of(seen, "Foreign") == region
    assert region_of(seen, "Own text") == ""
    assert region_of(seen, "Own too") == ""


@pytest.mark.parametrize("part", OWN)
def test_own_parts(view: Views, part: str) -> None:
    assert region_of(view(HEAD + part), "Foreign") == ""


def test_a_heading_s_part_ends_with_the_next_heading_of_its_rank(view: Views) -> None:
    seen = view(HEAD + "<h2>Related products</h2><h3>Orrery 3</h3><p>Other</p><h2>Details</h2><p>Back</p>")
    assert region_of(seen, "Other") == "related"
    assert region_of(seen, "Back") == ""


def test_the_headline_is_never_foreign(view: Views) -> None:
    seen = view("<title>Orrery Halden 7</title><div class=related><h1>Orrery Halden 7</h1><p>Own</p></div>")
    assert region_of(seen, "Own") == ""


def test_a_container_of_nearly_the_whole_page_is_its_frame(view: Views) -> None:
    body = "".join(f"<p>Text {i}</p>" for i in range(20))
    assert region_of(view(f"<p>A</p><p>B</p><div class=similar>{body}</div>"), "Text 7") == ""


def test_an_advert_s_line_ends_with_itself(view: Views) -> None:
    seen = view(HEAD + "<div><p>Sponsored: Kestrel 3</p><p>Own line</p></div>")
    assert region_of(seen, "Kestrel") == "advert"
    assert region_of(seen, "Own line") == ""
