"""The card, format 1: what crosses the wire. The JSON Schema is generated from these types."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Kind = Literal["headset", "headphones", "earphones", "accessory", "other"]
Form = Literal["over-ear", "on-ear", "in-ear", "earbud", "open-ear"]
Back = Literal["open", "closed", "semi-open"]
Microphone = Literal["boom", "detachable", "in-line", "built-in", "unspecified", "none"]
Purpose = Literal["casual", "business", "gaming", "audiophile"]
Verdict = Literal["up to the job", "partly", "not up to the job", "not stated"]
PageKind = Literal["product", "listing", "other"]
Availability = Literal["in stock", "out of stock", "pre-order"]
Source = Literal[
    "title", "heading", "breadcrumb", "price", "table", "list", "bullets", "description",
    "aria", "meta", "json-ld", "microdata", "state", "rule",
]  # fmt: skip
Value = str | float | int | bool | list[float | str]

PURPOSES: tuple[Purpose, ...] = ("casual", "business", "gaming", "audiophile")
AUDIO_KINDS: frozenset[str] = frozenset({"headset", "headphones", "earphones"})


class Wire(msgspec.Struct, frozen=True):
    """Base of everything on the wire: immutable."""


class Quote(Wire, frozen=True):
    """A W3C TextQuoteSelector: exact words, with up to 32 characters before and after."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class CardEvidence(Wire, frozen=True):
    """Where a statement stands. Not visible: `exact` is the value as the structured data writes it."""

    id: int
    source: Source
    visible: bool
    quote: Quote


class PageInfo(Wire, frozen=True):
    url: str | None
    language: str | None
    kind: PageKind
    reason: str | None


class Price(Wire, frozen=True):
    amount: str
    currency: str | None


class Product(Wire, frozen=True):
    name: str | None = None
    brand: str | None = None
    model: str | None = None
    image: str | None = None
    price: Price | None = None
    sku: str | None = None
    gtin: str | None = None
    availability: Availability | None = None
    evidence: dict[str, list[int]] = {}


class Reason(Wire, frozen=True):
    """One thing that speaks for or against a classification."""

    text: str
    evidence: list[int]


class CardClassification(Wire, frozen=True):
    kind: Kind | None
    form: Form | None
    back: Back | None
    microphone: Microphone | None
    label: str
    confidence: float
    speaks_for: list[Reason] = msgspec.field(name="for", default_factory=list)
    against: list[Reason] = []


class Contradiction(Wire, frozen=True):
    value: Value
    text: str
    evidence: list[int]


class CardFact(Wire, frozen=True):
    spec: str
    label: str
    value: Value
    unit: str | None
    text: str
    evidence: list[int]
    contradicts: list[Contradiction] = []


class CardLine(Wire, frozen=True):
    """A line of advice: its text, the article's statement and section behind it, its evidence."""

    text: str
    statement: str
    section: str
    evidence: list[int]


class Note(Wire, frozen=True):
    group: Literal["definition", "question", "view"]
    text: str
    statement: str
    section: str
    evidence: list[int] = []


class NotNeeded(Wire, frozen=True):
    text: str
    evidence: list[int]


class PurposeVerdict(Wire, frozen=True):
    purpose: Purpose
    verdict: Verdict
    because: list[CardLine]


class ComparisonRow(Wire, frozen=True):
    aspect: str
    statement: str
    headset: str
    headphones: str
    this: Literal["headset", "headphones"] | None


class Pick(Wire, frozen=True):
    name: str
    statement: str
    text: str
    this: bool


class RuleInfo(Wire, frozen=True):
    site: str | None
    rulebook: str


class Card(Wire, frozen=True, kw_only=True):
    """The answer to one page. `page.reason` is null exactly when a card is shown."""

    format: Literal[1] = 1
    page: PageInfo
    product: Product
    classification: CardClassification | None
    facts: list[CardFact] = []
    strengths: list[CardLine] = []
    weaknesses: list[CardLine] = []
    best_use: list[CardLine] = []
    caveats: list[CardLine] = []
    not_stated: list[str] = []
    not_needed: list[NotNeeded] = []
    notes: list[Note] = []
    purposes: list[PurposeVerdict] = []
    comparison: list[ComparisonRow] = []
    picks: list[Pick] = []
    evidence: list[CardEvidence] = []
    rule: RuleInfo
    trace: list[dict[str, Any]] | None = None


_encoder = msgspec.json.Encoder()


def to_json(card: Card) -> bytes:
    """The card as UTF-8 JSON, fields in the order of the contract, no line breaks."""
    return _encoder.encode(card)


def schema() -> dict[str, Any]:
    """The JSON Schema of the card."""
    return msgspec.json.schema(Card)
