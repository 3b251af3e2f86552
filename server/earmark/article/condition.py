"""Conditions of the article: a closed set of tests on specs. An unknown fact is neither true nor false."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from earmark.facts import Evidence, FactValue


@dataclass(frozen=True, slots=True)
class SpecInfo:
    """What a condition may ask of a spec: its kind, and the words of a choice (none given: any word)."""

    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """The values a page gives for a spec (several where it contradicts itself) and where they stand."""

    values: tuple[FactValue, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """A word or a yes/no out of a set."""

    values: frozenset[str | bool]

    def holds(self, value: FactValue) -> bool:
        return value in self.values


@dataclass(frozen=True, slots=True)
class Span:
    """A number between two ends."""

    low: float = -inf
    high: float = inf
    low_in: bool = True
    high_in: bool = True

    def holds(self, value: FactValue) -> bool:
        if not isinstance(value, int | float):
            return False
        above = value > self.low or (self.low_in and value == self.low)
        return above and (value < self.high or (self.high_in and value == self.high))


@dataclass(frozen=True, slots=True)
class Known:
    """Whether the page gives the spec at all."""

    known: bool

    def holds(self, value: FactValue) -> bool:  # noqa: ARG002
        return self.known


Test = OneOf | Span | Known
Clause = Mapping[str, Test]


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds where any clause holds; a clause holds where all its tests do. An empty clause always holds."""

    clauses: tuple[Clause, ...]


ALWAYS = Condition(({},))
UNSEEN = Seen()


def truth(condition: Condition, seen: Mapping[str, Seen]) -> tuple[bool | None, tuple[str, ...]]:
    """(True, specs that made it so), (None, specs that leave it open) or (False, ())."""
    open_specs: list[str] = []
    for clause in condition.clauses:
        answer, unknown = _clause(clause, seen)
        if answer:
            return True, tuple(clause)
        open_specs += unknown
    return (None, tuple(dict.fromkeys(open_specs))) if open_specs else (False, ())


def _clause(clause: Clause, seen: Mapping[str, Seen]) -> tuple[bool | None, list[str]]:
    unknown: list[str] = []
    for spec, test in clause.items():
        values = seen.get(spec, UNSEEN).values
        if isinstance(test, Known):
            if bool(values) != test.known:
                return False, []
            continue
        answers = [test.holds(value) for value in values]
        if not answers or (True in answers and False in answers):
            unknown.append(spec)
        elif not answers[0]:
            return False, []
    return (None, unknown) if unknown else (True, [])


def both(one: Condition, other: Condition) -> Condition:
    """Holds where both hold. No clause is left where they cannot."""
    merged = (merge(a, b) for a in one.clauses for b in other.clauses)
    return Condition(tuple(clause for clause in merged if clause is not None))


def merge(one: Clause, other: Clause) -> Clause | None:
    """The clause that asks what both ask; None where nothing can meet both."""
    merged = dict(one)
    for spec, test in other.items():
        common = _common(merged[spec], test) if spec in merged else test
        if common is None:
            return None
        merged[spec] = common
    return merged


def implies(narrow: Condition, wide: Condition) -> bool:
    """Whether `wide` holds wherever `narrow` does, as far as their words tell."""
    return all(any(_within(clause, other) for other in wide.clauses) for clause in narrow.clauses)


def _within(clause: Clause, other: Clause) -> bool:
    return all(spec in clause and _common(clause[spec], test) == clause[spec] for spec, test in other.items())


def _common(one: Test, other: Test) -> Test | None:
    if isinstance(one, Known) or isinstance(other, Known):
        return _common_known(one, other)
    if isinstance(one, OneOf) and isinstance(other, OneOf):
        values = one.values & other.values
        return OneOf(values) if values else None
    if isinstance(one, Span) and isinstance(other, Span):
        low, low_in = max((one.low, not one.low_in), (other.low, not other.low_in))
        high, high_in = min((one.high, one.high_in), (other.high, other.high_in))
        span = Span(low, high, not low_in, high_in)
        return None if empty(span) else span
    return None


def _common_known(one: Test, other: Test) -> Test | None:
    known_one = one.known if isinstance(one, Known) else True
    known_other = other.known if isinstance(other, Known) else True
    if known_one != known_other:
        return None
    return other if isinstance(one, Known) else one


def empty(span: Span) -> bool:
    """Whether no number lies in it."""
    return span.low > span.high or (span.low == span.high and not (span.low_in and span.high_in))
