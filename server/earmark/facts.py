"""What was read off a page: Evidence, Reading, Fact, Classification. Nothing here knows HTML or the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from earmark.card import Back, Form, Kind, Microphone, Quote, Source

Range = tuple[float, float]
OUTSIDE_MICROPHONE = ("microphone.boom", "microphone.detachable")  # the concepts of one that a headset has
CONTEXT = 32  # characters of prefix and suffix in a quote, as the card's contract says


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217 code, or None where the page does not tell)."""

    amount: Decimal
    currency: str | None


FactValue = str | float | int | bool | Range | Money | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something stands on the page. Not visible: `quote.exact` is a value of structured data."""

    source: Source
    quote: Quote
    visible: bool = True


def within(evidence: Evidence, start: int, end: int) -> Evidence:
    """Evidence for the characters [start, end) of an evidence's exact words."""
    if not evidence.visible:
        return evidence
    exact = evidence.quote.exact
    quote = Quote(
        exact=exact[start:end],
        prefix=f"{evidence.quote.prefix}{exact[:start]}"[-CONTEXT:],
        suffix=f"{exact[end:]}{evidence.quote.suffix}"[:CONTEXT],
    )
    return Evidence(evidence.source, quote)


@dataclass(frozen=True, slots=True)
class Said:
    """What one reader found for one spec, as the page writes it: `text`, under `label` where there is one.

    `by` is whose word it is, where that is not the evidence's source: structured data that the page shows.
    """

    spec: str
    text: str
    evidence: Evidence
    label: str = ""
    by: Source | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's word on one spec; `by` as in Said."""

    spec: str
    value: FactValue
    text: str
    evidence: Evidence
    by: Source | None = None


Place = Literal["title", "row", "category", "bullets", "description"]


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words of the page that say a concept of the vocabulary («kind.headset», «form.over-ear»).

    `start` and `end` are their place in the text that was searched; `label` the row's label in a row.
    """

    concept: str
    place: Place
    words: str
    start: int
    end: int
    evidence: Evidence
    label: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Another value that the page gives for the same spec."""

    value: FactValue
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A normalised spec with all its evidence and what contradicts it.

    `spec` is a name of `rules/vocabulary/specs.toml`; a quantity's value is in that spec's unit.
    """

    spec: str
    value: FactValue
    text: str
    evidence: tuple[Evidence, ...]
    contradicts: tuple[Disagreement, ...] = ()


Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that speaks for or against what an item is taken for."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """What the item is. Null where the page does not tell; `evidence` holds what told each of
    `kind`, `form`, `back`, `microphone`; `known`: its name holds that of a known line of headphones."""

    kind: Kind | None = None
    form: Form | None = None
    back: Back | None = None
    microphone: Microphone | None = None
    confidence: float = 0.0
    speaks_for: tuple[Ground, ...] = ()
    against: tuple[Ground, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    known: bool = False
