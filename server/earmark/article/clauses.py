"""A table of tests in an article file, `{ weight_g = { under = 220 } }` -> Clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from earmark.article.condition import Clause, Known, OneOf, Span, SpecInfo, Test, empty, merge
from earmark.rulefile import suggest

if TYPE_CHECKING:
    from earmark.article.table import Table

_SPANS: Mapping[str, Callable[[float, float], Span]] = {
    "over": lambda low, _: Span(low=low, low_in=False),
    "under": lambda _, high: Span(high=high, high_in=False),
    "at_least": lambda low, _: Span(low=low),
    "at_most": lambda _, high: Span(high=high),
    "between": lambda low, high: Span(low=low, high=high),
}
_WORDS = ("is", "one_of", *_SPANS, "known")
_WORDS_OF_KIND = {
    "quantity": (*_SPANS, "known"),
    "flag": ("is", "known"),
    "choice": ("is", "one_of", "known"),
}


def clause(table: Table, key: str, asked: Mapping[str, Any]) -> Clause:
    """All tests of `asked`, which stands under `key` of `table`; what is wrong goes to its problems."""
    merged: Clause = {}
    for spec, wanted in asked.items():
        if not table.refer("K004", key, "fact", spec, table.specs):
            continue
        for word, value in (wanted if isinstance(wanted, dict) else {"is": wanted}).items():
            test = _test(table, key, spec, word, value, at=word if isinstance(wanted, dict) else spec)
            common = merge(merged, {spec: test}) if test else merged
            if common is None:
                table.problem("K007", f"`{spec}` can never meet all of this", key, word=spec)
            else:
                merged = common
    return merged


def _test(table: Table, key: str, spec: str, word: str, value: Any, at: str) -> Test | None:
    info = table.specs[spec]
    allowed = _WORDS_OF_KIND.get(info.kind, ("known",))
    if word not in allowed:
        hint = suggest(word, allowed) if word not in _WORDS else f"it is a {info.kind}: {', '.join(allowed)}"
        table.problem("K005", f"`{spec}` cannot be asked with `{word}`", key, word=at, hint=hint)
        return None
    if word == "known" or info.kind == "flag":
        if isinstance(value, bool):
            return Known(value) if word == "known" else OneOf(frozenset({value}))
        return _wrong(table, key, spec, "true or false")
    if info.kind == "choice":
        return _choice(table, key, spec, info, value if word == "one_of" else [value])
    return _span(table, key, spec, word, value)


def _choice(table: Table, key: str, spec: str, info: SpecInfo, values: Any) -> Test | None:
    if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
        return _wrong(table, key, spec, "words in quotes")
    known = all(
        table.refer("K006", key, f"word for `{spec}`:", value, info.choices)
        for value in values
        if info.choices
    )
    return OneOf(frozenset(values)) if known else None


def _span(table: Table, key: str, spec: str, word: str, value: Any) -> Test | None:
    ends = value if word == "between" else [value, value]
    if not isinstance(ends, list) or len(ends) != 2 or not all(_is_number(end) for end in ends):
        return _wrong(table, key, spec, "two numbers" if word == "between" else "a number")
    span = _SPANS[word](ends[0], ends[1])
    if empty(span):
        table.problem("K007", f"no number lies between {ends[0]} and {ends[1]}", key, word=spec)
        return None
    return span


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _wrong(table: Table, key: str, spec: str, wanted: str) -> Test | None:
    table.problem("K005", f"`{spec}` is compared with {wanted} here", key, word=spec)
    return None
