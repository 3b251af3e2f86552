"""A card as W3C Web Annotations : what is said, about which words. https://www.w3.org/TR/annotation-model/"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from earmark.card import Card, CardEvidence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'

_NO_ADDRESS = "urn:earmark:page"  # the source of a page whose address was not given
_Said = tuple[str, str, tuple[str, ...], list[int]]  # motivation, text, tags, evidence


def annotations(card: Card) -> dict[str, Any]:
    """The card as an AnnotationCollection with one embedded page, ready for JSON.

    Each body has the text and, as tags, what kind of line it is and the statement it rests on. Targets are
    the quotes; what stands only in structured data, and what holds for the whole page, targets the page.
    """
    source = card.page.url or _NO_ADDRESS
    places = {piece.id: piece for piece in card.evidence}
    items = [
        {
            "id": _id(source, card.rule.rulebook, at, text),
            "type": "Annotation",
            "motivation": motivation,
            "body": [_text(text, motivation), *(_text(tag, "tagging") for tag in tags)],
            "target": _targets(source, evidence, places),
        }
        for at, (motivation, text, tags, evidence) in enumerate(_said(card))
    ]
    whole = _id(source, card.rule.rulebook, "collection")
    page: dict[str, Any] = {
        "id": _id(source, card.rule.rulebook, "page"),
        "type": "AnnotationPage",
        "partOf": whole,
        "startIndex": 0,
        "items": items,
    }
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": whole,
        "type": "AnnotationCollection",
        "label": card.product.name or "Earmark",
        "total": len(items),
        "generator": {"id": "urn:earmark", "type": "Software", "name": "Earmark"},
    }
    return {**collection, "first": page} if items else collection


def _said(card: Card) -> Iterator[_Said]:
    if card.classification and card.page.reason is None:
        speaks_for = [number for reason in card.classification.speaks_for for number in reason.evidence]
        yield "classifying", card.classification.label, ("classification",), speaks_for
    for verdict in card.purposes:
        for line in verdict.because:
            text = f"{verdict.purpose}, {verdict.verdict}: {line.text}"
            yield "assessing", text, ("verdict", line.statement), line.evidence
    for name, lines in (
        ("strength", card.strengths),
        ("weakness", card.weaknesses),
        ("best use", card.best_use),
        ("caveat", card.caveats),
    ):
        for line in lines:
            yield "assessing", line.text, (name, line.statement), line.evidence
    for claim in card.not_needed:
        yield "commenting", claim.text, ("not needed",), claim.evidence
    for fact in card.facts:
        yield "describing", f"{fact.label}: {fact.text}", ("fact", fact.spec), fact.evidence
    for row in card.comparison:
        text = f"{row.aspect}. Headset: {row.headset}. Headphones: {row.headphones}."
        yield "commenting", text, ("comparison", row.statement), []
    for pick in card.picks:
        yield "commenting", f"{pick.name}: {pick.text}", ("pick", pick.statement), []
    for note in card.notes:
        yield "commenting", note.text, (note.group, note.statement), note.evidence


def _id(*parts: object) -> str:
    """The same card has the same names: no state, no clock."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(0).join(map(str, parts)))}"


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _targets(
    source: str, evidence: list[int], places: Mapping[int, CardEvidence]
) -> list[dict[str, Any]] | str:
    quoted = [_target(source, places[number]) for number in evidence if places[number].visible]
    return quoted or source


def _target(source: str, place: CardEvidence) -> dict[str, Any]:
    quote = place.quote
    selector = {"type": "TextQuoteSelector", "exact": quote.exact}
    selector |= {name: value for name, value in (("prefix", quote.prefix), ("suffix", quote.suffix)) if value}
    return {"type": "SpecificResource", "source": source, "selector": selector}
