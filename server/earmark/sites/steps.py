"""The closed list of steps: what each takes, gives and does. A step that fails gives None."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from earmark.sites.model import Applied

LONGEST_MATCHED = 1_000  # characters a pattern is tried on; with `patterns.MOST_WAYS` it bounds its time

Words = str | tuple[str, ...]


class StepKind(NamedTuple):
    """`takes` and `gives`: text, texts, or the kind of value it ends with. `argument`: none, text, two texts,
    pattern, unit, currency or choices; `optional`: the argument may be left out."""

    takes: str
    gives: str
    argument: str
    optional: bool
    meaning: str
    example: str


STEPS: Mapping[str, StepKind] = {
    "after": StepKind(
        "text", "text", "text", False, "what follows the first such words", '{ after = "up to" }'
    ),
    "before": StepKind(
        "text", "text", "text", False, "what stands before the first such words", '{ before = "(" }'
    ),
    "between": StepKind(
        "text", "text", "two texts", False, "what stands between the two", '{ between = ["(", ")"] }'
    ),
    "match": StepKind(
        "text",
        "text",
        "pattern",
        False,
        "the first group of a pattern, or all it matches",
        "{ match = '(\\d{1,3}) mm' }",
    ),
    "remove": StepKind(
        "text", "text", "text", False, "the text without such words", '{ remove = "approx." }'
    ),
    "replace": StepKind(
        "text",
        "text",
        "two texts",
        False,
        "the first words replaced by the second",
        '{ replace = ["·", "."] }',
    ),
    "split": StepKind("text", "texts", "text", False, "the pieces between such words", '{ split = "/" }'),
    "first": StepKind("texts", "text", "none", False, "the first piece", '"first"'),
    "last": StepKind("texts", "text", "none", False, "the last piece", '"last"'),
    "quantity": StepKind(
        "text",
        "quantity",
        "unit",
        True,
        "the number and its unit; the argument is the unit where none is written",
        '{ quantity = "mm" }',
    ),
    "range": StepKind("text", "range", "none", False, "two numbers and their unit", '"range"'),
    "money": StepKind(
        "text",
        "money",
        "currency",
        True,
        "an amount; the argument is the currency where none is written",
        '{ money = "EUR" }',
    ),
    "yes_no": StepKind(
        "text", "flag", "none", False, "yes or no, in the words of the vocabulary", '"yes_no"'
    ),
    "choose": StepKind(
        "text",
        "choice",
        "choices",
        False,
        "the fact's word for the shop's",
        '{ choose = { "Offen" = "open" } }',
    ),
}


def cut(words: Words, step: Applied) -> Words | None:
    """Apply a step that gives text or texts; None where it fails."""
    name, argument = step
    if isinstance(words, tuple):
        return (words[0] if name == "first" else words[-1]) if words else None
    if isinstance(argument, tuple):
        first, second = argument
        if name == "replace":
            return words.replace(first, second).strip() if first in words else words
        _, found, rest = words.partition(first)
        inner, closed, _ = rest.partition(second)
        return (inner.strip() or None) if found and closed else None
    assert isinstance(argument, str)
    if name == "split":
        return tuple(piece for part in words.split(argument) if (piece := part.strip())) or None
    if name == "match":
        matched = re.search(argument, words[:LONGEST_MATCHED])
        return ((matched[1] if matched.re.groups else matched[0]) or "").strip() or None if matched else None
    if name == "remove":
        return " ".join(words.replace(argument, " ").split()) or None
    before, found, after = words.partition(argument)
    return ((after if name == "after" else before).strip() or None) if found else None
