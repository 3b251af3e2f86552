"""What is known of an item, by the names conditions ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from earmark.article import prices
from earmark.article.condition import Seen, truth
from earmark.article.model import Article
from earmark.facts import Classification, Evidence, Facts

EVIDENCE_PER_SPEC = 2  # quotes: the best two; every quote of a brand's name would bury the line


def look(
    article: Article, classification: Classification, facts: Facts, purpose: str | None
) -> dict[str, Seen]:
    """Every fact, the classification's own words, the price tier, the purpose, and the article's terms."""
    seen = {
        spec: Seen(
            (fact.value, *(other.value for other in fact.contradicts)), fact.evidence[:EVIDENCE_PER_SPEC]
        )
        for spec, fact in facts.items()
    }
    for spec in ("kind", "form", "back", "microphone"):
        value = getattr(classification, spec)
        evidence = classification.evidence.get(spec, ())[:EVIDENCE_PER_SPEC]
        seen[spec] = Seen((value,), evidence) if value is not None else Seen()
    if "price" in seen:
        tiers = {prices.tier(value, article.prices) for value in seen["price"].values}
        seen["price_tier"] = Seen(
            () if None in tiers else tuple(t for t in tiers if t), seen["price"].evidence
        )
    if purpose:
        seen["purpose"] = Seen((purpose,))
    for name, term in article.terms.items():
        for answer, condition in ((True, term.yes), (False, term.no)):
            holds, specs = truth(condition, seen)
            if holds:
                seen[name] = Seen((answer,), evidence_of(seen, specs))
                break
    return seen


def evidence_of(seen: Mapping[str, Seen], specs: Iterable[str]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(piece for spec in specs if spec in seen for piece in seen[spec].evidence))
