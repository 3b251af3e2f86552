"""A product's page, a list, something else; and why there is no card."""

from __future__ import annotations

import msgspec
import pytest

from earmark import annotate
from earmark.card import Card

HEAD = "<title>Orrery Halden 7 headphones</title><h1>Orrery Halden 7 headphones</h1>"
TILES = "".join(f"<div><a>Kestrel {i} headphones</a><p>${i + 20}.00</p></div>" for i in range(50))
NO_LINES = {
    "facts", "strengths", "weaknesses", "best_use", "caveats", "not_stated", "not_needed", "notes",
    "purposes", "comparison", "picks",
}  # fmt: skip

DRAWN = """<title>Buy Orrery Halden 7 headphones</title><script type="application/ld+json">
{"@type": "Product", "name": "Orrery Halden 7 headphones",
"offers": {"price": 129, "availability": "InStock"}}</script>"""
PRODUCTS = {
    "drawn by scripts": DRAWN + TILES,
    "no price, no longer sold": HEAD + "<p>Currently unavailable</p><p>Item number: 4411-7</p>",
    "price and button": HEAD + "<p>$129.00</p><button>Add to cart</button>",
    "price and specifications": HEAD
    + "<p>$129.00</p><p>Weight: 250 g<p>Impedance: 32 ohm<p>Driver: 40 mm<p>Colour: red<p>Warranty: 2 years",
    "its own markup": HEAD
    + "<script type='application/ld+json'>{'@type': 'Product'}</script>".replace("'", '"'),
    "related ones too": HEAD + "<p>$129.00</p><button>Add to cart</button><h2>Related products</h2>" + TILES,
}
OTHERS = {
    "a list": ("listing", f"<title>Headphones</title><h1>Headphones</h1><p>Sort by: price</p>{TILES}"),
    "search results": ("listing", f"<title>Search</title><h1>Results for headphones</h1>{TILES}"),
    "tiles without a headline": ("listing", f"<title>Shop</title>{TILES}"),
    "an article": ("other", HEAD + "<p>We have heard them for a month.</p>" * 30),
    "a robot check": (
        "other",
        "<title>Shop</title><h1>Robot check</h1><p>Enter the characters you see below</p>",
    ),
    "an error": ("other", "<title>Shop</title><h1>404 Not Found</h1>"),
    "an empty shell": ("other", "<title>Shop</title><div id=root></div><script>start()</script>"),
    "nothing": ("other", ""),
    "white space": ("other", " \n "),
    "a picture": ("other", "\x89PNG\r\n\x1a\n"),
}
REASONS = {
    "a list": "This is a list of products. Open one of them.",
    "an article": "This is not a product page.",
    "a robot check": "The shop shows a check or an error instead of its page.",
    "an error": "The shop shows a check or an error instead of its page.",
    "an empty shell": "The page shows no text. It may still be loading, or it needs its scripts.",
    "nothing": "The page is empty.",
    "a picture": "This is not a web page: a PNG picture.",
}


def lines(card: Card) -> set[str]:
    """The names of the card's lists that say something."""
    return {name for name in NO_LINES if msgspec.to_builtins(card)[name]}


@pytest.mark.parametrize("name", PRODUCTS)
def test_products(name: str) -> None:
    card = annotate(PRODUCTS[name])
    assert (card.page.kind, card.page.reason) == ("product", None)
    assert lines(card)


@pytest.mark.parametrize("name", OTHERS)
def test_other_pages_have_a_reason_and_no_lines(name: str) -> None:
    kind, html = OTHERS[name]
    card = annotate(html.encode("latin-1"))
    assert card.page.kind == kind
    assert card.page.reason
    assert card.page.reason == REASONS.get(name, card.page.reason)
    assert card.classification is None
    assert lines(card) == set()


@pytest.mark.parametrize(("name", "kind"), [("Orrery kettle", "other"), ("Headphone stand", "accessory")])
def test_other_products_are_named_and_have_no_lines(name: str, kind: str) -> None:
    card = annotate(f"<title>{name}</title><h1>{name}</h1><p>$20.00</p><button>Add to cart</button>")
    assert card.page.kind == "product"
    assert card.page.reason
    assert card.classification is not None
    assert (card.classification.kind, card.product.name) == (kind, name)
    assert card.product.price is not None
    assert lines(card) == set()


def test_reasons_speak_the_reader_s_language() -> None:
    assert annotate("", languages=("de-AT", "en")).page.reason == "Die Seite ist leer."
