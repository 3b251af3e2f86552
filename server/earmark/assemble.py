"""Everything known about an item -> the Card: evidence numbered, facts written out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from earmark.article import Advice
from earmark.article.advice import Advised
from earmark.card import (
    Card,
    CardClassification,
    CardEvidence,
    CardFact,
    CardLine,
    ComparisonRow,
    Contradiction,
    Note,
    NotNeeded,
    PageInfo,
    Pick,
    Price,
    Product,
    PurposeVerdict,
    Reason,
    RuleInfo,
)
from earmark.facts import Classification, Evidence, Fact, Facts, Money
from earmark.vocabulary import Vocabulary
from earmark.written import wire, written

_PRODUCT = ("name", "brand", "model", "sku", "gtin", "availability", "image")


class Ledger:
    """Numbers evidence in order of first use; the same place has one number."""

    def __init__(self) -> None:
        self._ids: dict[Evidence, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> list[int]:
        """The numbers of these places."""
        return [self._ids.setdefault(one, len(self._ids)) for one in evidence]

    def evidence(self) -> list[CardEvidence]:
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
    words: Mapping[str, str] = MappingProxyType({}),
    site: str | None = None,
) -> Card:
    """The card; `words` are the language's own for values and units. Without `advice` (no card is shown) only
    page, product and classification are filled."""
    ledger = Ledger()
    product = _product(facts, ledger)
    judged = _classification(classification, advice, ledger) if classification is not None else None
    rule = RuleInfo(site=site, rulebook=rulebook)
    if advice is None or classification is None:
        return Card(page=page, product=product, classification=judged, rule=rule, evidence=ledger.evidence())
    return Card(
        page=page,
        product=product,
        classification=judged,
        facts=[
            _fact(fact, vocabulary, ledger, language, words)
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
        comparison=[
            ComparisonRow(r.aspect, r.statement, r.headset, r.headphones, r.this) for r in advice.comparison
        ],
        picks=[Pick(p.name, p.statement, p.text, p.this) for p in advice.picks],
        evidence=ledger.evidence(),
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
        kind=found.kind,
        form=found.form,
        back=found.back,
        microphone=found.microphone,
        label=advice.label if advice is not None else "",
        confidence=found.confidence,
        speaks_for=[Reason(ground.text, ledger.cite(ground.evidence)) for ground in found.speaks_for],
        against=[Reason(ground.text, ledger.cite(ground.evidence)) for ground in found.against],
    )


def _fact(
    fact: Fact, vocabulary: Vocabulary, ledger: Ledger, language: str, words: Mapping[str, str]
) -> CardFact:
    spec = vocabulary.specs[fact.spec]
    return CardFact(
        spec=fact.spec,
        label=spec.label(language),
        value=wire(fact.value),
        unit=spec.unit,
        text=written(fact.value, spec.unit, words),
        evidence=ledger.cite(fact.evidence),
        contradicts=[
            Contradiction(
                wire(other.value), written(other.value, spec.unit, words), ledger.cite(other.evidence)
            )
            for other in fact.contradicts
        ],
    )


def _lines(lines: Sequence[Advised], ledger: Ledger) -> list[CardLine]:
    return [CardLine(line.text, line.statement, line.section, ledger.cite(line.evidence)) for line in lines]
