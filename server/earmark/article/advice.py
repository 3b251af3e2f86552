"""What a card says beyond its facts, each line with what on the page made it apply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from earmark.card import Purpose, Verdict
from earmark.facts import Evidence

NoteGroup = Literal["definition", "question", "view"]


@dataclass(frozen=True, slots=True)
class Advised:
    """A line for the card, with what on the page made it apply."""

    text: str
    statement: str
    section: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Note:
    group: NoteGroup
    text: str
    statement: str
    section: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NotNeeded:
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PurposeAdvice:
    purpose: Purpose
    verdict: Verdict
    because: tuple[Advised, ...]


@dataclass(frozen=True, slots=True)
class Row:
    aspect: str
    statement: str
    headset: str
    headphones: str
    this: Literal["headset", "headphones"] | None


@dataclass(frozen=True, slots=True)
class Pick:
    name: str
    statement: str
    text: str
    this: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """All a card says beyond its facts. Lists are in the order of the card."""

    label: str
    strengths: tuple[Advised, ...] = ()
    weaknesses: tuple[Advised, ...] = ()
    best_use: tuple[Advised, ...] = ()
    caveats: tuple[Advised, ...] = ()
    notes: tuple[Note, ...] = ()
    not_needed: tuple[NotNeeded, ...] = ()
    purposes: tuple[PurposeAdvice, ...] = ()
    comparison: tuple[Row, ...] = ()
    picks: tuple[Pick, ...] = ()
    not_stated: tuple[str, ...] = ()
