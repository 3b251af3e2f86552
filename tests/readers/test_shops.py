"""Shops of the world: a small page as each shop program writes it, and the product that stands on it.

A page of `shops/*.toml`: `shop`, `url`, `html`; expected `name`, `price` = [amount, currency], `brand`,
`sku`, `availability`. Left out: the page does not tell, and the card may not either. A list of `sku` names
the numbers that are each right.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import earmark

HERE = Path(__file__).parent / "shops"


def cases() -> list[Any]:
    return [
        pytest.param(page, id=f"{path.stem}: {page['shop']}")
        for path in sorted(HERE.glob("*.toml"))
        for page in tomllib.loads(path.read_text("utf-8"))["page"]
    ]


def told(page: dict[str, Any]) -> dict[str, Any]:
    """What the card says of the product, written as the expectations are."""
    card = earmark.annotate(page["html"], page["url"])
    assert card.page.kind == "product"
    product = card.product
    price = product.price
    sku = page.get("sku")
    return {
        "name": product.name,
        "price": [Decimal(price.amount), price.currency] if price else None,
        "brand": product.brand,
        "sku": sku if isinstance(sku, list) and product.sku in sku else product.sku,
        "availability": product.availability,
    }


@pytest.mark.parametrize("page", cases())
def test_product_of_a_shop(page: dict[str, Any]) -> None:
    price = page.get("price")
    expected = {
        "name": page["name"],
        "price": [Decimal(price[0]), price[1]] if price else None,
        "brand": page.get("brand"),
        "sku": page.get("sku"),
        "availability": page.get("availability"),
    }
    assert told(page) == expected
