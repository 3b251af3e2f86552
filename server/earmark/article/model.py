"""The compiled article: what its files say, checked, immutable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from earmark.article.condition import Condition
from earmark.card import Purpose, Verdict

FALLBACK = "en"

Tier = Literal["budget", "low", "middle", "high"]
ListName = Literal["strengths", "weaknesses", "best_use", "caveats", "definitions", "questions", "views"]
LINE_LISTS: tuple[ListName, ...] = ("strengths", "weaknesses", "best_use", "caveats")
NOTE_LISTS: tuple[ListName, ...] = ("definitions", "questions", "views")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the article says: its section, and when it applies to an item at all."""

    id: str
    section: str
    when: Condition
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A text that may stand on a card; `key` finds its wording in each language."""

    key: str
    statement: str
    when: Condition
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A piece of the item's name, such as "Over-ear headphones"."""

    key: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the article that several specs answer, such as Bluetooth."""

    yes: Condition
    no: Condition


@dataclass(frozen=True, slots=True)
class PurposeRule:
    """The verdicts of one purpose, first that holds, and the reasons to give for them."""

    purpose: Purpose
    verdicts: tuple[tuple[Verdict, Condition], ...]
    because: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Specs a shopper should miss where the page leaves them out."""

    specs: tuple[str, ...]
    when: Condition


@dataclass(frozen=True, slots=True)
class Feature:
    """A claim that some purposes have no need of."""

    key: str
    when: Condition
    not_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class PickRule:
    """A product the article recommends, by the ways its name is written."""

    key: str
    name: str
    statement: str
    called: tuple[tuple[str, ...], ...]
    not_followed_by: frozenset[str]
    not_with: tuple[tuple[str, ...], ...]
    offer: Condition


@dataclass(frozen=True, slots=True)
class PickNames:
    """Words that make a name one of an accessory for a pick, before it or anywhere."""

    not_after: frozenset[str]
    not_with: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PriceLevels:
    """Upper ends (exclusive) of the tiers in one currency."""

    budget: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Prices:
    looked_at: date
    note: str
    levels: Mapping[str, PriceLevels]


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's texts by key, and its decimal sign."""

    texts: Mapping[str, str]
    decimal: str = "."


@dataclass(frozen=True, slots=True)
class Article:
    """Everything of `rules/article`. Lines stand in the order of the card; `lines_for` has those of `lists`
    that can hold for a kind, and under None those for an item whose kind is not known."""

    sections: tuple[str, ...]
    statements: Mapping[str, Statement]
    lists: Mapping[ListName, tuple[Line, ...]]
    lines_for: Mapping[str | None, Mapping[ListName, tuple[Line, ...]]]
    purposes: tuple[PurposeRule, ...]
    comparison: tuple[str, ...]
    picks: tuple[PickRule, ...]
    pick_names: PickNames
    features: tuple[Feature, ...]
    matters: tuple[Matter, ...]
    labels: tuple[Label, ...]
    suffixes: tuple[Label, ...]
    terms: Mapping[str, Term]
    prices: Prices
    wordings: Mapping[str, Wording]

    def wording(self, key: str, languages: Sequence[str]) -> tuple[str, Wording]:
        """The text of `key` in the first language that has it, else in English."""
        for language in languages:
            wording = self.wordings.get(language.lower().partition("-")[0])
            if wording and key in wording.texts:
                return wording.texts[key], wording
        fallback = self.wordings[FALLBACK]
        return fallback.texts[key], fallback

    def say(self, key: str, languages: Sequence[str]) -> str:
        return self.wording(key, languages)[0]

    def language(self, languages: Sequence[str]) -> str:
        """The first of `languages` that has texts, else English."""
        known = (language.lower().partition("-")[0] for language in languages)
        return next((language for language in known if language in self.wordings), FALLBACK)

    def missing(self, language: str) -> tuple[str, ...]:
        """Keys that have an English text and none in `language`."""
        has = self.wordings[language].texts if language in self.wordings else {}
        return tuple(key for key in self.wordings[FALLBACK].texts if key not in has)
