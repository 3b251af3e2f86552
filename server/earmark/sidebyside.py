"""Cards side by side, as data: verdicts, facts and the article's rows, a cell for each card.

A better value is marked only where better is plain: a lower price in one currency, less weight, a longer
battery. What a page does not state is an empty cell and is never held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Literal

import msgspec

from earmark.card import Card, CardFact, Purpose, Verdict

Group = Literal["verdict", "fact", "article"]
PRICE = "price"
_BETTER: dict[str, tuple[Callable[[Sequence[Decimal]], Decimal], str]] = {
    PRICE: (min, "lowest stated"),
    "weight_g": (min, "lightest stated"),
    "battery_h": (max, "longest stated"),
    "battery_anc_h": (max, "longest stated"),
    "battery_case_h": (max, "longest stated"),
}


class Cell(msgspec.Struct, frozen=True):
    """`text` is null where the page does not state it. `why` is the first reason of a verdict."""

    text: str | None = None
    better: str | None = None
    why: str | None = None


class Row(msgspec.Struct, frozen=True):
    """`key`: a purpose, a spec or `price`, a statement id of the article. A cell for each card, in order."""

    group: Group
    key: str
    label: str
    cells: list[Cell]


def rows(cards: Sequence[Card], purpose: Purpose | None = None) -> list[Row]:
    """The table of cards that have no `page.reason`, with the verdicts for one purpose or for all."""
    return [*_verdicts(cards, purpose), _price(cards), *_facts(cards), *_article(cards)]


def _verdicts(cards: Sequence[Card], purpose: Purpose | None) -> list[Row]:
    judged = [{one.purpose: one for one in card.purposes} for card in cards]
    made = []
    for key in _merged([list(by_purpose) for by_purpose in judged]):
        if purpose not in (None, key):
            continue
        cells = []
        for by_purpose in judged:
            one = by_purpose.get(key)  # type: ignore[call-overload]
            verdict: Verdict | None = one.verdict if one else None
            cells.append(Cell(verdict, why=one.because[0].text if one and one.because else None))
        made.append(Row("verdict", key, key, cells))
    return made


def _price(cards: Sequence[Card]) -> Row:
    prices = [card.product.price for card in cards]
    texts = [f"{price.amount} {price.currency or ''}".strip() if price else None for price in prices]
    stated = {price.currency for price in prices if price}
    one_currency = len(stated) == 1 and None not in stated
    amounts = [_number(price.amount) if price and one_currency else None for price in prices]
    return Row("fact", PRICE, "Price", _marked(PRICE, texts, amounts))


def _facts(cards: Sequence[Card]) -> list[Row]:
    stated = [{fact.spec: fact for fact in card.facts} for card in cards]
    made = []
    for spec in _merged([list(by_spec) for by_spec in stated]):
        facts = [by_spec.get(spec) for by_spec in stated]
        label = next(fact.label for fact in facts if fact)
        texts = [_text(fact) if fact else None for fact in facts]
        values = [None if fact is None or fact.contradicts else _number(fact.value) for fact in facts]
        made.append(Row("fact", spec, label, _marked(spec, texts, values)))
    return made


def _text(fact: CardFact) -> str:
    return " ≠ ".join([fact.text, *(other.text for other in fact.contradicts)])


def _article(cards: Sequence[Card]) -> list[Row]:
    told = [{row.statement: row for row in card.comparison} for card in cards]
    made = []
    for statement in _merged([list(by_statement) for by_statement in told]):
        found = [by_statement.get(statement) for by_statement in told]
        label = next(row.aspect for row in found if row)
        cells = [Cell(getattr(row, row.this) if row and row.this else None) for row in found]
        made.append(Row("article", statement, label, cells))
    return made


def _marked(key: str, texts: Sequence[str | None], values: Sequence[Decimal | None]) -> list[Cell]:
    """Cells, the best of them marked; none where fewer than two can be compared, or all are equal."""
    comparable = [value for value in values if value is not None]
    if key not in _BETTER or len(set(comparable)) < 2:
        return [Cell(text) for text in texts]
    choose, word = _BETTER[key]
    best = choose(comparable)
    return [Cell(text, word if value == best else None) for text, value in zip(texts, values, strict=True)]


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _merged(orders: Sequence[Sequence[str]]) -> list[str]:
    """All keys once; one that only a later list has stands behind the one before it there."""
    merged: list[str] = []
    for order in orders:
        at = 0
        for key in order:
            if key in merged:
                at = merged.index(key) + 1
            else:
                merged.insert(at, key)
                at += 1
    return merged
