"""A fact's value as a person reads it, and as the wire carries it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from earmark.card import Value
from earmark.facts import FactValue, Money


def wire(value: FactValue) -> Value:
    """Whole numbers without a point, ranges and lists as lists, money as «amount CODE»."""
    if isinstance(value, bool | str | int):
        return value
    if isinstance(value, float):
        return int(value) if value == int(value) else value
    if isinstance(value, Money):
        return f"{value.amount} {value.currency or ''}".strip()
    return [wire_item if isinstance(wire_item, float) else str(wire_item) for wire_item in value]


def written(value: FactValue, unit: str | None, words: Mapping[str, str]) -> str:
    """With its unit; `words` are the language's own for values, units and the pattern of a range."""
    if isinstance(value, bool):
        word = "yes" if value else "no"
        return words.get(word, word)
    shown = words.get(unit, unit) if unit else ""
    if isinstance(value, int | float):
        return f"{_number(value)} {shown}".strip()
    if isinstance(value, tuple):
        low, *rest = value
        if isinstance(low, float) and len(rest) == 1:
            pattern = words.get("range", "{low} to {high} {unit}")
            return pattern.format(low=_number(low), high=_number(float(rest[0])), unit=shown).strip()
        return ", ".join(map(str, value))
    return words.get(value, value) if isinstance(value, str) else str(wire(value))


def _number(value: float) -> str:
    return format(Decimal(f"{value:g}"), "f")
