"""Everything known about an item -> the Card: evidence numbered, facts written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from earmark.article import Advice
from earmark.card import (
    Card, CardClassification, CardEvidence, CardFact, CardLine, ComparisonRow, Contradiction, Note, NotNeeded,
    PageInfo, Pick, Price, Product, PurposeVerdict, Reason, RuleInfo, Value,
)  # fmt: skip
from earmark.facts import Classification, Evidence, Fact, Facts, FactValue, Money
from earmark.vocabulary import Vocabulary

_PRODUCT = ("name", "brand", "model", "sku", "gtin", "availability", "image")


class Ledger:
    """Numbers evidence in order of first use; the same place has one number."""

    def __init__(self) -> None:
        self._ids: dict[Evidence, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> list[int]:
        """The numbers of these places."""
        return [self._ids.setdefault(one, len(self._ids)) for one in evidence]

    def wire(self) -> list[CardEvidence]:
        """All places cited so far."""
        return [CardEvidence(i, one.source, one.visible, one.quote) for one, i in self._ids.items()]


def card_of(
    page: PageInfo,
    facts: Facts,
    classification: Classification | None,
    advice: Advice | None,
    *,
    vocabulary: Vocabulary,
    rulebook: str,
    language: str = "en",
    site: str | None = None,
) -> Card:
    """The card. Without `advice` (no card is shown) only page, product and classification are filled."""
    ledger = Ledger()
    product = _product(facts, ledger)
    judged = _classification(classification, advice, ledger) if classification is not None else None
    rule = RuleInfo(site=site, rulebook=rulebook)
    if advice is None or classification is None:
        return Card(page=page, product=product, classification=judged, rule=rule, evidence=ledger.wire())
    return Card(
        page=page,
        product=product,
        classification=judged,
        facts=[
            _fact(fact, vocabulary, ledger, language)
            for spec, fact in sorted(facts.items(), key=lambda item: _order(item[0], vocabulary))
            if spec in vocabulary.specs and not vocabulary.specs[spec].product
        ],
        strengths=_lines(advice.strengths, ledger),
        weaknesses=_lines(advice.weaknesses, ledger),
        best_use=_lines(advice.best_use, ledger),
        caveats=_lines(advice.caveats, ledger),
        not_stated=list(advice.not_stated),
        not_needed=[NotNeeded(one.text, ledger.cite(one.evidence)) for one in advice.not_needed],
        notes=[Note(n.group, n.text, n.statement, n.section, ledger.cite(n.evidence)) for n in advice.notes],
        purposes=[PurposeVerdict(p.purpose, p.verdict, _lines(p.because, ledger)) for p in advice.purposes],
        comparison=[ComparisonRow(r.aspect, r.statement, r.headset, r.headphones, r.this) for r in advice.comparison],
        picks=[Pick(p.name, p.statement, p.text, p.this) for p in advice.picks],
        evidence=ledger.wire(),
        rule=rule,
    )


def _order(spec: str, vocabulary: Vocabulary) -> int:
    return list(vocabulary.specs).index(spec) if spec in vocabulary.specs else len(vocabulary.specs)


def _product(facts: Facts, ledger: Ledger) -> Product:
    text = {spec: str(facts[spec].value) for spec in _PRODUCT if spec in facts}
    price = facts["price"].value if "price" in facts else None
    return Product(
        **text,  # type: ignore[arg-type]
        price=Price(format(price.amount, "f"), price.currency) if isinstance(price, Money) else None,
        evidence={spec: ledger.cite(facts[spec].evidence) for spec in (*_PRODUCT, "price") if spec in facts},
    )


def _classification(found: Classification, advice: Advice | None, ledger: Ledger) -> CardClassification:
    return CardClassification(
        kind=found.kind, form=found.form, back=found.back, microphone=found.microphone,
        label=advice.label if advice is not None else "", confidence=found.confidence,
        speaks_for=[Reason(ground.text, ledger.cite(ground.evidence)) for ground in found.speaks_for],
        against=[Reason(ground.text, ledger.cite(ground.evidence)) for ground in found.against],
    )  # fmt: skip


def _fact(fact: Fact, vocabulary: Vocabulary, ledger: Ledger, language: str) -> CardFact:
    spec = vocabulary.specs[fact.spec]
    return CardFact(
        spec=fact.spec, label=spec.label(language), value=_value(fact.value), unit=spec.unit,
        text=_written(fact.value, spec.unit), evidence=ledger.cite(fact.evidence),
        contradicts=[
            Contradiction(_value(other.value), _written(other.value, spec.unit), ledger.cite(other.evidence))
            for other in fact.contradicts
        ],
    )  # fmt: skip


def _lines(lines: Sequence[object], ledger: Ledger) -> list[CardLine]:
    return [
        CardLine(line.text, line.statement, line.section, ledger.cite(line.evidence))  # type: ignore[attr-defined]
        for line in lines
    ]


def _value(value: FactValue) -> Value:
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return int(value) if value == int(value) else value
    if isinstance(value, tuple):
        if all(isinstance(item, float) for item in value):
            return [float(item) for item in value]
        return [str(item) for item in value]
    if isinstance(value, Money):
        return f"{value.amount} {value.currency or ''}".strip()
    return value


def _written(value: FactValue, unit: str | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{_number(value)} {unit}" if unit else _number(value)
    if isinstance(value, tuple):
        if len(value) == 2 and all(isinstance(item, float) for item in value):
            return f"{_number(float(value[0]))} to {_number(float(value[1]))} {unit or ''}".strip()
        return ", ".join(map(str, value))
    return str(_value(value))


def _number(value: float) -> str:
    return format(Decimal(f"{value:g}"), "f")


