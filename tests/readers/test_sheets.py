"""Sheets of specifications in every dress: all facts of the page typed, and no other.

A page of `sheets/*.toml`: `sheet`, `html`; expected `kind`, `form`, `back`, `microphone` and all of `facts`.
What stands in reviews, questions, related products and other columns belongs to others.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import earmark

HERE = Path(__file__).parent / "sheets"
TRAITS = ("kind", "form", "back", "microphone")


def cases() -> list[Any]:
    return [
        pytest.param(page, id=f"{path.stem}: {page['sheet']}")
        for path in sorted(HERE.glob("*.toml"))
        for page in tomllib.loads(path.read_text("utf-8"))["page"]
    ]


@pytest.mark.parametrize("page", cases())
def test_facts_of_a_sheet(page: dict[str, Any]) -> None:
    card = earmark.annotate(page["html"])

    assert card.page.reason is None
    assert card.classification is not None
    assert {trait: getattr(card.classification, trait) for trait in TRAITS} == {
        trait: page.get(trait) for trait in TRAITS
    }
    assert {fact.spec: fact.value for fact in card.facts if fact.spec not in TRAITS} == page["facts"]
    assert not [fact.spec for fact in card.facts if fact.contradicts]
