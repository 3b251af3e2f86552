"""Conditions: three answers, and what their words imply."""

from __future__ import annotations

import pytest

from earmark.article.condition import Condition, Known, OneOf, Seen, Span, both, implies, merge, truth

WIRELESS = Condition(({"wireless": OneOf(frozenset({True}))},))
LIGHT = Condition(({"weight_g": Span(high=220)},))


@pytest.mark.parametrize(
    ("values", "answer"),
    [((200.0,), True), ((220.0,), True), ((221.0,), False), ((), None), ((200.0, 300.0), None)],
)
def test_three_answers(values: tuple[float, ...], answer: bool | None) -> None:
    assert truth(LIGHT, {"weight_g": Seen(values)})[0] is answer


def test_a_false_test_decides_whatever_is_unknown() -> None:
    condition = both(WIRELESS, LIGHT)
    assert truth(condition, {"weight_g": Seen((500.0,))})[0] is False
    assert truth(condition, {"weight_g": Seen((100.0,))}) == (None, ("wireless",))


def test_any_clause_is_enough() -> None:
    either = Condition(WIRELESS.clauses + LIGHT.clauses)
    assert truth(either, {"wireless": Seen((True,))}) == (True, ("wireless",))
    assert truth(either, {"wireless": Seen((False,)), "weight_g": Seen((900.0,))})[0] is False


def test_known_is_never_open() -> None:
    assert truth(Condition(({"anc": Known(False)},)), {})[0] is True
    assert truth(Condition(({"anc": Known(True)},)), {})[0] is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Span(low=5, low_in=False), Span(high=5)),
        (OneOf(frozenset({"open"})), OneOf(frozenset({"closed"}))),
        (Known(False), OneOf(frozenset({True}))),
        (Known(False), Span(low=1)),
        (Known(True), Known(False)),
    ],
)
def test_what_nothing_can_meet(one, other) -> None:
    assert merge({"x": one}, {"x": other}) is None
    assert merge({"x": other}, {"x": one}) is None


def test_ends_meet() -> None:
    assert merge({"x": Span(low=5)}, {"x": Span(high=5)}) == {"x": Span(5, 5)}


def test_implication() -> None:
    assert implies(both(WIRELESS, LIGHT), LIGHT)
    assert not implies(LIGHT, both(WIRELESS, LIGHT))
    assert implies(LIGHT, Condition(({"weight_g": Known(True)},)))
    assert implies(LIGHT, Condition(({"weight_g": Span(high=300)},)))
    assert not implies(LIGHT, Condition(({"weight_g": Span(high=200)},)))
    assert implies(LIGHT, Condition(({},)))
