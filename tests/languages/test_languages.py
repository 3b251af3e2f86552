"""Every language's cases: a small page as a shop of that country writes it, and what its card must say.

A case: `title`, `rows`, `bullets`, `price` (as written); expected `kind`, `form`, `back`, `microphone` (left
out: the card must leave it open), `facts`, `paid` = [amount, currency], `card = false` where none may be
shown. The file's `[page]` holds the shop's words around them; what stands under `related` belongs to another
product.
"""

from __future__ import annotations

import html
import tomllib
from pathlib import Path
from typing import Any

import pytest

import earmark

HERE = Path(__file__).parent
LAYOUTS = ("table", "dl", "li")
TRAITS = ("kind", "form", "back", "microphone")


def cases() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(data["case"], start=1):
            layout = LAYOUTS[number % len(LAYOUTS)]
            name = f"{path.stem}-{number}-{layout}"
            found.append(pytest.param(path.stem, data["page"], case, layout, id=name))
    return found


def page_of(language: str, words: dict[str, Any], case: dict[str, Any], layout: str) -> str:
    def tag(name: str, text: object) -> str:
        return f"<{name}>{html.escape(str(text))}</{name}>"

    rows = case.get("rows", {}).items()
    table = {
        "table": "<table>" + "".join(f"<tr>{tag('th', k)}{tag('td', v)}</tr>" for k, v in rows) + "</table>",
        "dl": "<dl>" + "".join(tag("dt", k) + tag("dd", v) for k, v in rows) + "</dl>",
        "li": "<ul>" + "".join(tag("li", f"{k}: {v}") for k, v in rows) + "</ul>",
    }[layout]
    price = f"<p class='price'>{html.escape(case['price'])}</p>" if "price" in case else ""
    bullets = "<ul>" + "".join(tag("li", bullet) for bullet in case.get("bullets", ())) + "</ul>"
    others = "".join(tag("li", item) for item in words["others"])
    foreign = f"{tag('h2', words['related'])}<ul>{others}</ul>"
    return (
        f"<!doctype html><html lang='{language}'><meta charset=utf-8>{tag('title', case['title'])}"
        f"<main>{tag('h1', case['title'])}{price}{tag('button', words['buy'])}{bullets}{table}</main>"
        f"<section>{foreign}</section></html>"
    )


@pytest.mark.parametrize(("language", "words", "case", "layout"), cases())
def test_card_of_a_shop(language: str, words: dict[str, Any], case: dict[str, Any], layout: str) -> None:
    card = earmark.annotate(page_of(language, words, case, layout))

    assert card.page.kind == "product"
    assert card.classification is not None
    told = {trait: getattr(card.classification, trait) for trait in TRAITS}
    assert told == {trait: case.get(trait) for trait in TRAITS}
    assert (card.page.reason is None) is case.get("card", True)
    facts = {fact.spec: fact.value for fact in card.facts}
    expected = case.get("facts", {})
    assert {spec: facts.get(spec) for spec in expected} == expected
    if "paid" in case:
        price = card.product.price
        assert price is not None
        assert [price.amount, price.currency] == case["paid"]
