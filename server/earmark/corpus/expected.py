"""The facts that must be found on a page, as a person read them: a TOML table a page, beside the labels.

    ["shop.example/model.html"]
    driver_mm    = 40
    frequency_hz = [20, 20000]
    weight_g     = { any = [250, 254] }                 # the page says both
    gaming       = { any = [true], optional = true }    # a careful reader may stay silent

A fact that is not named, or a value that contradicts and is none of `any`, is extra: something to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from earmark.card import Card, CardFact, Value
from earmark.corpus.answers import Answer, quotes, told, untold
from earmark.errors import CorpusError, RulebookError
from earmark.rulefile import RuleFile, read, suggest

FILE = "facts.toml"
_SAME = 1e-6  # relative: what a float loses on its way through JSON, and nothing more
_KEYS = frozenset({"any", "optional"})


@dataclass(frozen=True, slots=True)
class Accepted:
    """Values that are right for a spec; `optional`: so is none."""

    values: tuple[Value, ...] = ()
    optional: bool = False

    def has(self, value: Value) -> bool:
        return any(_same(value, one) for one in self.values)


Expected = Mapping[str, Mapping[str, Accepted]]


def load_expected(path: Path, specs: frozenset[str]) -> Expected:
    """Page -> spec -> accepted values. Raises CorpusError with file, line and column."""
    try:
        file = read(path)
    except RulebookError as error:
        raise CorpusError(str(error)) from error
    problems: list[str] = []
    pages: dict[str, dict[str, Accepted]] = {}
    for page, facts in file.data.items():
        if not isinstance(facts, dict):
            problems.append(str(file.problem("F001", f"`{page}` is not a table of facts", (page,))))
            continue
        pages[page] = {}
        for spec, value in facts.items():
            problem = _problem(file, page, spec, value, specs)
            if problem:
                problems.append(problem)
            elif isinstance(value, dict):
                pages[page][spec] = Accepted(tuple(value["any"]), value.get("optional", False))
            else:
                pages[page][spec] = Accepted((value,))
    if problems:
        raise CorpusError("\n\n".join(problems))
    return pages


def fact_answers(expected: Mapping[str, Accepted], card: Card | None) -> Iterator[tuple[str, Answer]]:
    """«fact SPEC»: every one that is expected, and every one on the card that is not; «against SPEC»: the
    values of a contradiction that no one expected."""
    facts = {fact.spec: fact for fact in card.facts} if card else {}
    for spec in sorted({*expected, *facts}):
        fact, accepted = facts.get(spec), expected.get(spec, Accepted())
        got = None if fact is None else _written(fact.value)
        words = quotes(card, fact.evidence) if fact else ()
        if (fact is None and accepted.optional) or not accepted.values:
            yield f"fact {spec}", untold(got, words)
            continue
        same = fact is not None and accepted.has(fact.value)
        yield f"fact {spec}", told([_written(one) for one in accepted.values], got, words, same=same)
        if fact is not None and fact.contradicts:
            yield f"against {spec}", _contradictions(fact, accepted, card)


def _contradictions(fact: CardFact, accepted: Accepted, card: Card | None) -> Answer:
    others = [one for one in fact.contradicts if not accepted.has(one.value)]
    words = quotes(card, (at for one in others for at in one.evidence))
    return untold(", ".join(_written(one.value) for one in others) or None, words)


def _problem(file: RuleFile, page: str, spec: str, value: Any, specs: frozenset[str]) -> str:
    if spec not in specs:
        what, hint = f"unknown fact `{spec}`", suggest(spec, specs)
    elif isinstance(value, dict) and (value.keys() - _KEYS or not isinstance(value.get("any"), list)):
        what, hint = f"`{spec}` is a table without a list `any`, or with other keys", "{ any = [1, 2] }"
    else:
        return ""
    return str(file.problem("F002", what, (page, spec), hint=hint))


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
