"""What a shop's words tell is told wherever they stand: nothing around the product reaches its card."""

from __future__ import annotations

import random
import tomllib
from html import escape
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.storefronts import TEMPLATES

import earmark
from earmark.card import Card
from earmark.corpus.plain import plain_page
from earmark.corpus.rows import Label, ProductRow

CASES = Path(__file__).parents[1] / "kinds" / "shops.toml"
ROWS: list[dict[str, Any]] = [
    {"title": row["title"], "bullets": row.get("bullets"), "specs": row.get("rows"), "price": "29.99"}
    for row in tomllib.loads(CASES.read_text(encoding="utf-8"))["row"]
]
EACH = 31  # every so many-th row stands on a template, another one each time
MAY_DIFFER = 2  # rows of a template: some make running text of bullets, which tells less


def told(card: Card) -> tuple[bool, tuple[str | None, ...]]:
    found = card.classification
    assert found is not None
    shown = card.page.reason is None
    return shown, (found.kind, found.form, found.back, found.microphone) if shown else ()


@pytest.mark.parametrize("number", range(len(TEMPLATES)))
def test_nothing_around_the_product_reaches_its_card(number: int) -> None:
    name = sorted(TEMPLATES)[number]
    differ = []
    rows = [row for i, row in enumerate(ROWS) if i % len(TEMPLATES) == number or i % EACH == number]
    for row in rows:
        rng = random.Random(row["title"])
        pool = [other for other in rng.sample(ROWS, 12) if other is not row]
        title = escape(row["title"])
        body = TEMPLATES[name](row, pool, rng)
        head = f"<!doctype html><html lang='en'><meta charset=utf-8><title>{title}</title>"
        page = f"{head}<body>{body}</body></html>"
        alone = earmark.annotate(
            plain_page(
                ProductRow(row["title"], Label(), bullets=row["bullets"], specs=row["specs"], price="29.99")
            )
        )
        if told(earmark.annotate(page)) != told(alone):
            differ.append((row["title"], told(earmark.annotate(page)), told(alone)))
    assert len(rows) > 30
    assert len(differ) <= MAY_DIFFER, differ
