"""Name, brand, categories, the address's number, prose: the small readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View, address, brand, breadcrumb, headings, labelled, prose

Views = Callable[..., View]
NAME = "Orrery Halden 7 headset"
HEAD = f"<title>{NAME}</title><h1>{NAME}</h1>"

TITLES = [
    ("Halden 7 | Shop", "Halden 7"),
    ("Halden 7 – Shop", "Halden 7"),
    ("Halden-7 - Shop", "Halden-7"),
    ("Halden 7: Shop", "Halden 7: Shop"),
    ("Halden 7", "Halden 7"),
    ("| Shop", "| Shop"),
    ("Orrery - Seven | Shop", "Orrery - Seven"),  # the maker's name alone
    ("Orrery – Seven – Shop", "Orrery – Seven"),
    ("Orrery Halden 7 - Audio | Shop", "Orrery Halden 7"),
]
BRANDS = [
    ("<p>Orrery</p>" + HEAD, {"Orrery"}),
    (HEAD + "<a>Orrery</a>", {"Orrery"}),
    (HEAD + "<p>orrery</p>", set()),
    (HEAD + "<p>Kestrel</p>", set()),
    (HEAD + "<p>headset</p>", set()),
    (HEAD + "<p>Orrery Halden 7</p>", set()),  # a model
    ("<title>3Orrery Halden</title><p>3Orrery</p><h1>3Orrery Halden</h1>", {"3Orrery"}),
    (HEAD + "<p>by Northwind</p>", {"Northwind"}),
    (HEAD + "<a>Visit the Northwind Store</a>", {"Northwind"}),
    (HEAD + "<h2>Related products</h2><p>Orrery</p>", set()),
    ("<p>Orrery</p>", set()),
]
ADDRESSES = [
    ("https://s.example/p/1234567", HEAD + "<p>No. 1234567</p>", "1234567"),
    ("https://s.example/p/1234567?v=7654321", HEAD + "<p>7654321 1234567</p>", "1234567"),
    ("https://s.example/1111111/2222222", HEAD + "<p>1111111 2222222</p>", "2222222"),
    ("https://s.example/p/1234567", HEAD, None),
    ("https://s.example/p/12345", HEAD + "<p>12345</p>", None),
    ("https://s.example/p/1234567", HEAD + "<p>91234567</p>", None),
    ("https://s.example/p/1234567", HEAD + "<p>12345678</p>", None),
    ("https://s.example/p/1234567", HEAD + "<p>12345678, 1234567</p>", "1234567"),
    (None, HEAD + "<p>1234567</p>", None),
]


NAMED = [
    ("<div class='product-vendor'>Kestrel</div>" + HEAD, "Kestrel"),
    (HEAD + "<p><a class='brand-link'>Kestrel</a></p>", "Kestrel"),
    (HEAD + "<p><a href='https://s.example/brands/kestrel/?a=1'>Kestrel</a></p>", "Kestrel"),
    (HEAD + "<p><a href='http://[s/brands/kestrel'>Kestrel</a></p>", "Kestrel"),
    (HEAD + "<p><a href='/shop/kestrel?from=/brands/x'>Kestrel</a></p>", None),
    (HEAD + "<div id=brand><div><span>Kestrel &amp; Sons</span></div></div>", "Kestrel & Sons"),
    (
        HEAD + "<p>Light</p><a class='manufacturer-logo'><img src=k.png alt=Kestrel></a><p>Sturdy</p>",
        "Kestrel",
    ),
    ("<header><a class='navbar-brand'>Some Shop</a></header>" + HEAD, None),
    ("<header><a class='navbar-brand'><img src=s.png alt='Some Shop'></a><p>Menu</p></header>" + HEAD, None),
    (HEAD + "<p class='text-brand'>Free returns</p>", None),
    (HEAD + "<div class='brand'>Brand</div>", None),
    (HEAD + "<div class='brand'><p>One</p><p>Two</p><p>Three</p><p>Four</p></div>", None),
    (HEAD + "<div class='price-brand'>$129.00</div>", None),
    (HEAD + "<h2>Related products</h2><p class=brand>Kestrel</p>", None),
    ("<p class=brand>Kestrel</p>", None),
]
LABELLED = [
    (HEAD + "<p>Woven by hand. SKU: H7-01</p>", "sku", "H7-01"),
    (HEAD + "<p>Woven by hand, item no.# H7-01.</p>", "sku", "H7-01"),
    (HEAD + "<p>Ask for the SKU: we know it</p>", "sku", None),
    (HEAD + "<p>Ask for reskus: H7-01</p>", "sku", None),
    (HEAD + "<form data-product-sku=H7-01><p>Text</p></form>", "sku", "H7-01"),
    (HEAD + "<b data-sku=1></b><b data-sku=2></b>", "sku", None),
    (HEAD + "<p>Color: <b>blue</b> Brand: <b>Kestrel</b> Fit: <b>on-ear</b></p>", "brand", "Kestrel"),
    (HEAD + "<p>Size 3, brand: Kestrel</p>", "brand", "Kestrel"),
    (HEAD + "<p>ブランド名 草乃屋</p>", "brand", "草乃屋"),
    (HEAD + "<p>We built the brand ourselves</p>", "brand", None),
    (HEAD + "<h2>Related products</h2><p>Size 3, brand: Kestrel</p>", "brand", None),
]


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_title_without_the_shop(view: Views, title: str, name: str) -> None:
    (said,) = headings.read(view(f"<title>{title}</title>"))
    assert (said.spec, said.text, said.evidence.source) == ("name", name, "title")


def test_the_headline_comes_first(view: Views) -> None:
    assert [said.evidence.source for said in headings.read(view(HEAD))] == ["heading", "title"]


@pytest.mark.parametrize(("html", "brands"), BRANDS)
def test_brand(view: Views, html: str, brands: set[str]) -> None:
    assert {said.text for said in brand.read(view(html))} == brands


@pytest.mark.parametrize(("html", "named"), NAMED)
def test_an_element_named_for_the_brand(view: Views, html: str, named: str | None) -> None:
    assert next((said.text for said in brand.named(view(html))), None) == named


@pytest.mark.parametrize(("html", "spec", "value"), LABELLED)
def test_a_label_in_the_middle_of_a_line(view: Views, html: str, spec: str, value: str | None) -> None:
    read = labelled.sku if spec == "sku" else labelled.brand
    assert next((said.text for said in read(view(html))), None) == value


def test_a_book_s_author_is_no_brand(view: Views) -> None:
    html = f"<meta property='og:type' content='book'>{HEAD}<p>by Ines Marlowe</p>"
    assert [said.text for said in brand.read(view(html))] == []


@pytest.mark.parametrize(("url", "html", "number"), ADDRESSES)
def test_the_shop_s_own_number(view: Views, url: str | None, html: str, number: str | None) -> None:
    assert next((said.text for said in address.read(view(html, url))), None) == number


def test_a_number_in_the_canonical_link_is_data(view: Views) -> None:
    html = "<link rel=canonical href='https://s.example/p/1234567'>" + HEAD
    (said,) = address.read(view(html, "https://s.example/p/1234567"))
    assert (said.evidence.visible, said.evidence.source) == (False, "meta")


def test_categories(view: Views) -> None:
    trail = "<ol class=breadcrumb><li><a>Audio</a><li><a>Headphones</a></ol>" + HEAD
    assert [said.text for said in breadcrumb.read(view(trail))] == ["Audio", "Headphones"]
    unnamed = "<p><a>Audio</a></p><p><a>Headphones</a></p><p>Text</p>" + HEAD
    assert [said.text for said in breadcrumb.read(view(unnamed))] == ["Audio", "Headphones"]


def test_prose_is_the_product_s_own(view: Views) -> None:
    html = (
        f"<p>Before the headline</p>{HEAD}<p>Light and sturdy</p><ul><li>Folds flat</ul><p>Short</p>"
        "<a>A link elsewhere</a><button>Add to cart</button><table><tr><td>A cell of a table</table>"
        "<h2>Customer reviews</h2><p>It broke at once</p>"
    )
    said = [(one.text, one.evidence.source) for one in prose.read(view(html))]
    assert said == [("Light and sturdy", "description"), ("Folds flat", "bullets")]


def test_prose_has_an_end(view: Views) -> None:
    words = "".join(f"<p>{'word ' * 100}</p>" for _ in range(200))
    assert sum(len(one.text) for one in prose.read(view(HEAD + words))) <= prose.MOST


@pytest.mark.parametrize(
    "line",
    [
        "<p>Kestrel earbuds, now for 19.90 €</p>",
        "<p>Kestrel earbuds 29.99</p>",
        "<p>Also available: in-ear version</p>",
        "<blockquote>Better than my headset</blockquote>",
    ],
)
def test_offers_and_opinions_are_no_prose(view: Views, line: str) -> None:
    told = [one.text for one in prose.read(view(f"{HEAD}<p>Soft ear cups</p>{line}"))]
    assert told == ["Soft ear cups"]
