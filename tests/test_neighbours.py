"""Parts that show other products, or what others ask, though no heading says so; and parts that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.neighbours import others
from earmark.readers import View

Views = Callable[..., View]
HEAD = "<title>Orrery Halden 7 headphones</title><h1>Orrery Halden 7 headphones</h1>"


def parts(*inner: str, around: str = "div", name: str = "") -> str:
    return "".join(f"<{around}{f' class={name}' if name else ''}>{one}</{around}>" for one in inner)


FOREIGN = [
    # priced or linked, three of a kind
    parts(*(f"<p>Kestrel {i} in-ear headphones</p><p>{i}9.90 €</p>" for i in (1, 2, 3)), name="slide"),
    parts(*(f"<a href=/{i}>Open</a><p>Kestrel {i} in-ear headphones</p>" for i in (1, 2, 3)), name="slide"),
    "<ul>" + parts(*(f"Kestrel {i} gaming headset 19.90" for i in (1, 2, 3)), around="li") + "</ul>",
    # a gallery: worn in different places, other models' numbers, three things
    parts("<h4>Kestrel in-ear headphones</h4><p>Small</p>", "<h4>Kestrel over-ear pair</h4><p>Large</p>"),
    parts("<h4>Kestrel KX210</h4><p>Boom microphone</p>", "<h4>Kestrel KX310</h4><p>Open-back</p>", name="m"),
    parts(*(f"<h4>{one} headset</h4><p>Text</p>" for one in ("Office", "Studio", "Travel")), name="m"),
    "<h3>Kestrel earbuds</h3><p>Small</p><h3>Kestrel on-ear headphones</h3><p>Large</p>",
    # questions
    "<details><summary>Are these earbuds?</summary><p>In-ear, yes</p></details>"
    "<details><summary>Has it a boom microphone?</summary><p>The other headset has</p></details>",
]
OWN = [
    # two halves of a buy box
    parts("<p>Halden 7 headphones, black</p><p>19.90 €</p>", "<p>Halden 7 headphones</p><p>9.90 €</p>"),
    # features, rows, bullets of the product itself
    parts("<h4>Over-ear comfort</h4><p>Soft headphones</p>", "<h4>40 hours</h4><p>Battery</p>", name="f"),
    parts("<h4>Bluetooth 5.3</h4><p>Of the headset</p>", "<h4>IPX5</h4><p>In the rain</p>", name="f"),
    parts(
        "<p>Headphone type</p><p>In-ear headphones</p>", "<p>Design</p><p>Over-ear headphones</p>", name="row"
    ),
    "<ul>" + parts("Over-ear headphones", "Better than earbuds", around="li") + "</ul>",
]


@pytest.mark.parametrize("part", FOREIGN)
def test_parts_side_by_side_show_other_products(view: Views, part: str) -> None:
    seen = view(f"{HEAD}<p>Own</p><section>{part}</section>")
    assert set(others(seen)) == {(2, len(seen.page.blocks))}


@pytest.mark.parametrize("part", OWN)
def test_parts_of_the_product_itself_stay(view: Views, part: str) -> None:
    assert not list(others(view(f"{HEAD}<p>Own</p><section>{part}</section>")))


def test_what_holds_the_headline_is_no_tile(view: Views) -> None:
    named = "<h1>Orrery Halden 7 headphones</h1><p>In-ear headphones</p><p>9.90 €</p>"
    page = parts(
        "<p>Kestrel over-ear headphones</p><p>5.90 €</p>", named, "<p>Kestrel earbuds set</p><p>7.90 €</p>"
    )
    assert not list(others(view(f"<title>Orrery Halden 7 headphones</title>{page}")))
