"""The files of `rules/kinds`: what must be there, and what a cue or a measure holds for."""

from __future__ import annotations

import pytest

from earmark import kinds
from earmark.errors import RulebookError
from earmark.facts import FactValue
from earmark.kinds import Cue, Measure
from earmark.rulebook import load_rulebook

RULES = load_rulebook().kinds

COVERED = [
    ("kind.headset", "kind.headset", True),
    ("kind.headset", "kind.headset-always", False),
    ("accessory.*", "accessory.pads", True),
    ("accessory.*", "other.vr", False),
]
HOLDS: list[tuple[Measure, FactValue, bool]] = [
    (Measure("driver_mm", {}, at_least=28), 28, True),
    (Measure("driver_mm", {}, at_least=28), 27.9, False),
    (Measure("driver_mm", {}, at_most=16), 10, True),
    (Measure("driver_mm", {}), 10, True),
    (Measure("frequency_hz", {}, at_least=1), (20.0, 20000.0), False),
    (Measure("microphone", {}, equals="none"), "none", True),
    (Measure("microphone", {}, equals="none"), "boom", False),
    (Measure("wireless", {}, equals=True), True, True),
]


@pytest.mark.parametrize(("concept", "said", "covers"), COVERED)
def test_a_cue_covers_a_concept_or_a_family(concept: str, said: str, covers: bool) -> None:
    assert Cue(concept, {}, frozenset(), {}).covers(said) is covers


@pytest.mark.parametrize(("measure", "value", "holds"), HOLDS)
def test_a_measure_holds_within_its_bounds(measure: Measure, value: FactValue, holds: bool) -> None:
    assert measure.holds(value) is holds


def test_a_line_is_found_by_its_name() -> None:
    found = RULES.models.find("Sennheiser HD-600, black")
    assert found is not None
    line, start, end = found
    assert (line.kind, line.back) == ("headphones", "open")
    assert "Sennheiser HD-600, black"[start:end] == "HD-600"
    assert RULES.models.find("Sennheiser HD-6000") is None


def test_reasons_fall_back_to_english() -> None:
    assert RULES.reason("empty", ("de-AT", "en")) == "Die Seite ist leer."
    assert RULES.reason("empty", ("xx",)) == "The page is empty."
    assert (
        RULES.reason("not_html", ("en",), what="a PDF document") == "This is not a web page: a PDF document."
    )


def test_missing_files_are_named() -> None:
    with pytest.raises(RulebookError) as caught:
        kinds.load([], {}, ())
    assert {problem.code for problem in caught.value.problems} == {"R001"}
    assert "kinds.toml" in str(caught.value)
