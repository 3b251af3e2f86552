"""Inline state: read only where the page came up short, and only the object that bears the product's name."""

from __future__ import annotations

import json

import pytest

import earmark

NAME = "Norrsken Vagabond over-ear headphones"
STATE = {
    "menu": [{"title": "Deals", "price": 1}],
    "related": [{"name": "Norrsken Pilot over-ear headphones", "price": "99.00"}],
    "product": {"name": NAME, "price": {"value": 149.5}, "brand": {"name": "Norrsken"}, "sku": "NV-100"},
}


def card(script: str, shown: str = "") -> earmark.Card:
    return earmark.annotate(
        f"<title>{NAME}</title><body><h1>{NAME}</h1>{shown}<button>Add to cart</button>{script}</body>"
    )


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(STATE)}</script>',
        f"<script>window.__INITIAL_STATE__ = {json.dumps(STATE)};window.x=1</script>",
    ],
)
def test_fills_what_the_page_lacks(script: str) -> None:
    product = card(script).product
    assert product.price is not None
    assert (product.price.amount, product.brand, product.sku) == ("149.5", "Norrsken", "NV-100")


def test_says_that_it_is_not_visible() -> None:
    found = card(f'<script type="application/json">{json.dumps(STATE)}</script>')
    evidence = [e for e in found.evidence if e.id in found.product.evidence["price"]]
    assert [(e.source, e.visible) for e in evidence] == [("state", False)]


def test_a_price_on_the_page_needs_no_state() -> None:
    found = card(
        f'<script type="application/json">{json.dumps(STATE)}</script>', "<p class=price>$159.00</p>"
    )
    assert found.product.price is not None
    assert found.product.price.amount == "159.00"


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"name": NaN', "null", '"x"', "1" * 5_000])
def test_broken_state_hurts_nothing(text: str) -> None:
    found = card(f'<script type="application/json">{text}</script>')
    assert found.product.name == NAME
    assert found.product.price is None
