"""The facts that must be found on a page, as a person read them: a TOML table a page, beside the labels.

    ["shop.example/model.html"]
    driver_mm    = 40
    frequency_hz = [20, 20000]
    weight_g     = { any = [250, 254] }    # the page gives both

A spec that is not named is not expected; a card that has it has an extra fact, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from earmark.card import Card, Value
from earmark.corpus.judge import Answer, quotes, told, untold
from earmark.errors import CorpusError, RulebookError
from earmark.rulefile import Problem, read, suggest

FILE = "facts.toml"
QUESTION = "fact "  # how a fact's question begins: «fact driver_mm»
_SAME = 1e-6  # relative: what a float loses on its way through JSON, and nothing more

Expected = Mapping[str, Mapping[str, tuple[Value, ...]]]


def load_expected(path: Path, specs: frozenset[str]) -> Expected:
    """Page -> spec -> accepted values. Raises CorpusError with file, line and column."""
    problems: list[Problem] = []
    pages: dict[str, dict[str, tuple[Value, ...]]] = {}
    try:
        file = read(path)
    except RulebookError as error:
        raise CorpusError(str(error)) from error
    for page, facts in file.data.items():
        if not isinstance(facts, dict):
            problems.append(file.problem("F001", f"`{page}` is not a table of facts", (page,)))
            continue
        for spec, value in facts.items():
            if spec not in specs:
                hint = suggest(spec, specs)
                problems.append(file.problem("F002", f"unknown fact `{spec}`", (page, spec), hint=hint))
            pages.setdefault(page, {})[spec] = _accepted(value)
    if problems:
        raise CorpusError("\n\n".join(map(str, problems)))
    return pages


def fact_answers(
    expected: Mapping[str, tuple[Value, ...]], card: Card | None
) -> Iterator[tuple[str, Answer]]:
    """Every fact that is expected, and every one on the card that is not."""
    facts = {fact.spec: fact for fact in card.facts} if card else {}
    for spec in sorted({*expected, *facts}):
        fact, accepted = facts.get(spec), expected.get(spec, ())
        got = None if fact is None else _written(fact.value)
        words = quotes(card, fact.evidence) if fact else ()
        if not accepted:
            yield QUESTION + spec, untold(got, words)
            continue
        same = fact is not None and any(_same(fact.value, one) for one in accepted)
        yield QUESTION + spec, told([_written(one) for one in accepted], got, words, same=same)


def _accepted(value: Any) -> tuple[Value, ...]:
    return tuple(value["any"]) if isinstance(value, dict) and "any" in value else (value,)


def _same(got: Value, want: Value) -> bool:
    if isinstance(got, bool) or isinstance(want, bool):
        return got is want
    if isinstance(got, int | float) and isinstance(want, int | float):
        return abs(got - want) <= _SAME * abs(want)
    if isinstance(got, list) and isinstance(want, list):
        if got and isinstance(got[0], str):
            got, want = sorted(map(str, got)), sorted(map(str, want))
        return len(got) == len(want) and all(map(_same, got, want))
    return str(got).casefold() == str(want).casefold()


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_written, value))
    return f"{value:g}" if isinstance(value, float) and value < 1e6 else str(value)
