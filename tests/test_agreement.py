"""What most of the page stands behind, and what contradicts it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from earmark.agreement import MOST_EVIDENCE, MOST_READINGS, agree
from earmark.card import Quote, Source
from earmark.facts import Evidence, FactValue, Money, Reading
from earmark.trace import Step


def reading(
    value: FactValue, source: Source, spec: str = "weight_g", *, visible: bool = True, at: int = 0
) -> Reading:
    return Reading(spec, value, str(value), Evidence(source, Quote(str(value), prefix=f"{at}"), visible))


WINNERS = [
    ([(250, "table"), (300, "description")], 250),
    ([(300, "description"), (250, "table")], 250),
    ([(300, "description"), (300, "bullets"), (300, "heading"), (250, "table")], 300),
    ([(300, "description")] * 4 + [(250, "table")], 250),
    ([(300, "meta"), (250, "bullets")], 250),
]
SAME: list[tuple[FactValue, FactValue]] = [
    (250, 251), (250.0, 250), ("Matte Black", "matte-black"), ((20.0, 20.0), (20.0, 20.0)), (True, True),
]  # fmt: skip
DIFFERENT: list[tuple[FactValue, FactValue]] = [
    (250, 260), (True, 1), (True, False), ("over-ear", "on-ear"), ((20.0, 20000.0), (10.0, 40000.0)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "value"), WINNERS)
def test_the_value_with_more_weight(said: list[tuple[float, Source]], value: float) -> None:
    readings = [reading(number, source, at=i) for i, (number, source) in enumerate(said)]
    assert agree(readings, [])["weight_g"].value == value


def test_an_amount_without_its_currency_is_the_same() -> None:
    euros, bare = Money(Decimal(129), "EUR"), Money(Decimal("129.00"), None)
    fact = agree([reading(bare, "table", "price"), reading(euros, "meta", "price")], [])["price"]
    assert (fact.value, fact.contradicts) == (euros, ())


def test_colours_to_choose_from_are_not_stated() -> None:
    trace: list[Step] = []
    said = [reading(colour, "table", "colour") for colour in ("red", "green", "blue")]
    assert agree(said, trace) == {}
    assert {step.outcome for step in trace} == {"one of several to choose from"}
    assert agree([*said, reading("red", "json-ld", "colour")], [])["colour"].value == "red"


def test_a_catalogue_s_words_are_not_all_read() -> None:
    said = [reading(number, "table", at=number) for number in range(1, 2_000)]
    assert len(agree(said, [])["weight_g"].contradicts) < MOST_READINGS


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_value_written_twice(one: FactValue, other: FactValue) -> None:
    fact = agree([reading(one, "table"), reading(other, "bullets", at=1)], [])["weight_g"]
    assert fact.value == one
    assert fact.contradicts == ()
    assert len(fact.evidence) == 2


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_contradictions_are_kept_with_their_evidence(one: FactValue, other: FactValue) -> None:
    fact = agree([reading(one, "table"), reading(other, "bullets")], [])["weight_g"]
    assert fact.value == one
    (against,) = fact.contradicts
    assert against.value == other
    assert [evidence.source for evidence in against.evidence] == ["bullets"]


@pytest.mark.parametrize(("source", "visible"), [("json-ld", False), ("description", True)])
def test_what_nobody_sees_and_running_text_contradict_nothing(source: Source, visible: bool) -> None:
    fact = agree([reading(250, "table"), reading(300, source, visible=visible)], [])["weight_g"]
    assert (fact.value, fact.contradicts) == (250, ())


def test_visible_quotes_stand_for_hidden_ones() -> None:
    fact = agree([reading(250, "json-ld", visible=False), reading(250, "bullets")], [])["weight_g"]
    assert [evidence.visible for evidence in fact.evidence] == [True]


def test_a_hidden_value_has_its_hidden_evidence() -> None:
    fact = agree([reading(250, "json-ld", visible=False)], [])["weight_g"]
    assert [evidence.visible for evidence in fact.evidence] == [False]


def test_a_place_counts_once_and_few_are_kept() -> None:
    again = [reading(250, "table", at=i // 2) for i in range(20)]
    assert len(agree(again, [])["weight_g"].evidence) == MOST_EVIDENCE
    assert len(agree([again[0], again[1]], [])["weight_g"].evidence) == 1


def test_with_microphone_agrees_with_every_kind_of_it() -> None:
    said = [
        reading("unspecified", "table", "microphone"),
        reading("boom", "bullets", "microphone"),
        reading("none", "bullets", "microphone"),
    ]
    fact = agree(said, [])["microphone"]
    assert fact.value == "boom"
    assert [other.value for other in fact.contradicts] == ["none"]


def test_hours_that_are_said_with_the_case_too_contradict_nothing() -> None:
    said = [reading(9, "table", "battery_h"), reading(45, "heading", "battery_h", at=1)]
    assert [other.value for other in agree(said, [])["battery_h"].contradicts] == [45]
    facts = agree([*said, reading(45, "bullets", "battery_case_h")], [])
    assert (facts["battery_h"].value, facts["battery_h"].contradicts) == (9, ())
    more = [reading(60, "table", "battery_h"), reading(40, "heading", "battery_h", at=1)]
    facts = agree([*more, reading(40, "bullets", "battery_case_h")], [])
    assert [other.value for other in facts["battery_h"].contradicts] == [40]


def test_the_first_name_stands() -> None:
    names = [reading("Halden 7", "heading", "name"), *[reading("Halden", "title", "name")] * 5]
    fact = agree(names, [])["name"]
    assert (fact.value, fact.contradicts) == ("Halden 7", ())


def test_the_trace_says_what_became_of_each_word() -> None:
    trace: list[Step] = []
    agree([reading(250, "table"), reading(300, "bullets")], trace)
    assert [(step.words, step.outcome) for step in trace] == [
        ("250", "kept"),
        ("300", "says otherwise; fewer or weaker words"),
    ]
