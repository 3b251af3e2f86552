"""Items built from plain words, and what the article says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from earmark.article import Advice, Article, advise
from earmark.card import Quote
from earmark.facts import Classification, Disagreement, Evidence, Fact, Facts, Money
from earmark.rulebook import load_rulebook

Item = tuple[Classification, Facts]
Advise = Callable[..., Advice]


def evidence(spec: str, value: object) -> tuple[Evidence, ...]:
    return (Evidence("table", Quote(f"{spec}={value}")),)


def build(**given: Any) -> Item:
    """Facts by name; `price=(49.99, "USD")`; a list of values is a fact that the page contradicts."""
    judged = {spec: given.pop(spec) for spec in ("kind", "form", "back", "microphone") if spec in given}
    if "price" in given:
        given["price"] = Money(Decimal(str(given["price"][0])), given["price"][1])
    facts = {}
    for spec, value in given.items():
        first, *others = value if isinstance(value, list) else [value]
        against = tuple(Disagreement(other, str(other), evidence(spec, other)) for other in others)
        facts[spec] = Fact(spec, first, str(first), evidence(spec, first), against)
    return Classification(**judged, evidence={spec: evidence(spec, judged[spec]) for spec in judged}), facts


@pytest.fixture(scope="session")
def article() -> Article:
    return load_rulebook().article


@pytest.fixture(scope="session")
def told(article: Article) -> Advise:
    """told(kind="headset", ..., purpose="gaming", languages=("de",)) -> Advice"""

    def say(*, purpose: str | None = None, languages: Sequence[str] = ("en",), **given: Any) -> Advice:
        return advise(article, *build(**given), purpose, languages)

    return say
