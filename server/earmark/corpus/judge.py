"""A card held against a row's labels: an Answer for each question, right, wrong or silent.

What counts as the same, and when silence is right, is settled here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import UNSET

from earmark.card import AUDIO_KINDS, Card, CardClassification, Product
from earmark.corpus.answers import Answer, Result, Verdict, quotes, told, untold
from earmark.corpus.grounding import advice
from earmark.corpus.labels import Item
from earmark.corpus.reading import Reading
from earmark.corpus.rows import PageRow, ProductRow

CARD = "card"  # the question whether a card is shown at all, asked where none should be
SHOWN = "shown"
PRODUCT_FIELDS = ("price", "brand", "sku", "availability")

_IN_STOCK = "InStock"
_AVAILABILITY = {"in stock": _IN_STOCK, "out of stock": "OutOfStock", "pre-order": "pre-order"}
_IN_THE_EAR = frozenset({"in-ear", "earbud"})  # shops and labellers use both words for the same thing
_MICROPHONES = {
    "inline": ("in-line",),
    "builtin": ("built-in",),
    "no": ("none",),
    "boom": ("boom", "detachable"),
    "yes": ("boom", "detachable", "in-line", "built-in", "unspecified"),
}
_UNKNOWN = CardClassification(None, None, None, None, "", 0.0)


def judge(item: Item, reading: Reading) -> Result:
    """Ask what the item's labels can answer."""
    card = reading.card
    found = (card and card.classification) or _UNKNOWN
    if isinstance(item.row, PageRow):
        answers = dict(_page_answers(item.row, card, found))
    else:
        answers = dict(_product_answers(item.row, card, found))
    return Result(
        name=item.name,
        title=item.title,
        groups=_groups(item, card),
        answers=answers,
        confidence=found.confidence,
        grounding=reading.grounding,
        milliseconds=reading.milliseconds,
        error=reading.error,
    )


def _groups(item: Item, card: Card | None) -> dict[str, str]:
    """The item's own; where its row names no language, the one that its page was read in."""
    read = card.page.language if card else None
    if item.groups["language"] != "-" or not read:
        return item.groups
    return item.groups | {"language": read.split("-")[0]}


def _page_answers(row: PageRow, card: Card | None, found: CardClassification) -> Iterator[tuple[str, Answer]]:
    words = _grounds(card, found)
    if row.truth is not None:
        yield from _truths(row.truth, card)
    if row.page_kind == "product" and row.kind in AUDIO_KINDS:
        yield "kind", told([row.kind], found.kind, words, same=found.kind == row.kind)
        yield "form", _form(row.form, found.form, _stated(card, "form") or words)
        yield "back", _choice(row.back, found.back, _stated(card, "back") or words)
        yield "microphone", _microphone(row.mic, found.microphone, _stated(card, "microphone") or words)
    else:
        verdict: Verdict = "extra" if found.kind in AUDIO_KINDS else "silent"
        yield "kind", Answer(verdict, (row.kind,), found.kind, words)
        yield CARD, _no_card(card, found, words)


def _product_answers(
    row: ProductRow, card: Card | None, found: CardClassification
) -> Iterator[tuple[str, Answer]]:
    words = _grounds(card, found)
    kind = row.label.kind
    if kind is None:
        yield "kind", untold(found.kind, words, known=row.known_kind)
    else:
        yield "kind", told([kind], found.kind, words, same=found.kind == kind)
    if kind is not None and kind not in AUDIO_KINDS:
        yield CARD, _no_card(card, found, words)
    back = "semi-open" if row.semi_open else row.label.back
    if row.label.form or kind in AUDIO_KINDS:
        yield "form", _form(row.label.form, found.form, _stated(card, "form") or words, row.known_form)
    if back or kind in AUDIO_KINDS:
        yield "back", _choice(back, found.back, _stated(card, "back") or words, row.known_back)
    if kind in AUDIO_KINDS and row.mic is not UNSET:
        known = row.known_mic and _MICROPHONES.get(row.known_mic, (row.known_mic,))[0]
        yield (
            "microphone",
            _microphone(row.mic, found.microphone, _stated(card, "microphone") or words, known),
        )


def _truths(truth: Mapping[str, Sequence[str]], card: Card | None) -> Iterator[tuple[str, Answer]]:
    product = card.product if card else Product()
    availability = product.availability or "in stock"
    values = {
        "price": product.price.amount if product.price else None,
        "brand": product.brand,
        "sku": product.sku,
        "availability": _AVAILABILITY.get(availability, availability),
    }
    for field in PRODUCT_FIELDS:
        want = truth.get(field) or ([_IN_STOCK] if field == "availability" else [])
        got = values[field] or None
        words = quotes(card, product.evidence.get(field, ()))
        if want:
            yield field, told(want, got, words, same=got is not None and _same(field, got, want))
        else:  # a page shows a brand even where the benchmark's makers wrote none down
            yield field, untold(got, words, known=got if field == "brand" else None)


def _same(field: str, got: str, want: Sequence[str]) -> bool:
    if field == "price":
        try:
            return any(Decimal(got) == Decimal(one) for one in want)
        except InvalidOperation:
            return False
    return _plain(got) in map(_plain, want)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _form(want: str | None, got: str | None, words: tuple[str, ...], known: str | None = None) -> Answer:
    if not want:
        return untold(got, words, known=known)
    return told([want], got, words, same=got == want or {got, want} == _IN_THE_EAR)


def _choice(want: str | None, got: str | None, words: tuple[str, ...], known: str | None = None) -> Answer:
    return told([want], got, words, same=got == want) if want else untold(got, words, known=known)


def _microphone(
    want: str | None, got: str | None, words: tuple[str, ...], known: str | None = None
) -> Answer:
    if not want:
        return untold(got, words, known=known)
    accepted = _MICROPHONES.get(want, (want,))
    return told(accepted, got, words, same=got in accepted)


def _no_card(card: Card | None, found: CardClassification, words: tuple[str, ...]) -> Answer:
    shown = found.kind in AUDIO_KINDS or (card is not None and bool(advice(card)))
    return Answer("extra" if shown else "silent", (), SHOWN if shown else None, words)


def _grounds(card: Card | None, found: CardClassification) -> tuple[str, ...]:
    reasons = [*found.speaks_for[:2], *found.against[:2], *found.speaks_for[2:]]
    return quotes(card, (one for reason in reasons for one in reason.evidence))


def _stated(card: Card | None, spec: str) -> tuple[str, ...]:
    """The words of the fact, and of what contradicts it."""
    facts = [fact for fact in card.facts if fact.spec == spec] if card else []
    ids = [one for fact in facts for one in fact.evidence]
    ids += [one for fact in facts for other in fact.contradicts for one in other.evidence]
    return quotes(card, ids)
