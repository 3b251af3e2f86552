"""A number with its unit, a bare number under a label, a range."""

from __future__ import annotations

import pytest

from earmark.rulebook import load_rulebook
from earmark.values import quantities, quantity, span

UNITS = load_rulebook().vocabulary.units

QUANTITIES = [
    ("40 mm", "mm", 40, "40 mm"),
    ("40mm dynamic", "mm", 40, "40mm"),
    ("40-mm drivers", "mm", 40, "40-mm"),
    ("about 332 Grams.", "g", 332, "332 Grams."),
    ("0,31 kg", "g", 310, "0,31 kg"),
    ("8.8 oz", "g", 249.476, "8.8 oz"),
    ("1.1 pounds", "g", 498.952, "1.1 pounds"),
    ("32 Ω", "ohm", 32, "32 Ω"),
    ("32Ohm", "ohm", 32, "32Ohm"),
    ("90 min", "h", 1.5, "90 min"),
    ("1 h 30 min", "h", 1.5, "1 h 30 min"),
    ("1 Std. und 30 Min.", "h", 1.5, "1 Std. und 30 Min."),
    ("2小时30分钟", "h", 2.5, "2小时30分钟"),
    ("2 h after 10 min", "h", 2, "2 h"),
    ("1h30.", "h", 1.5, "1h30"),
    ("30 de ore", "h", 30, "30 de ore"),
    ("1h 30", "h", 1, "1h"),
    ("98±3dB", "dB", 98, "98±3dB"),
    ("32 ± 15 % Ohm", "ohm", 32, "32 ± 15 % Ohm"),
    ("32 +/- 4 Ω", "ohm", 32, "32 +/- 4 Ω"),
    ("最大30時間", "h", 30, "30時間"),
    ("до 30 ч.", "h", 30, "30 ч."),
    ("2 years", "month", 24, "2 years"),
    ('1.57"', "mm", 39.878, '1.57"'),
    ("280 g / 9.9 oz", "g", 280, "280 g"),
    ("3.5 mm plug, 250 g", "g", 250, "250 g"),
]
NOT_QUANTITIES = [
    ("forty mm", "mm"),
    ("40 mmHg", "mm"),
    ("40 gears", "g"),
    ("mm 40", "mm"),
    ("4000 mAh", "h"),
    ("", "g"),
    ("g", "g"),
]
BARE = [("32", 32), (" 32 ", 32), ("32.", 32), ("up to 30", 30), ("~ 30", 30)]
NOT_BARE = ["32 x", "32/64", "30 Euro", "twelve", "1 2 3"]
RANGES = [
    ("20 Hz – 20 kHz", 20, 20_000),
    ("20Hz-20kHz", 20, 20_000),
    ("20 - 20000 Hz", 20, 20_000),
    ("20–20,000 Hz", 20, 20_000),
    ("5 - 35.000 Hz", 5, 35_000),
    ("20.000 Hz is the top; 15 Hz to 22 kHz", 15, 22_000),
    ("from 10 Hz to 40 kHz", 10, 40_000),
    ("von 10 Hz bis 40 kHz", 10, 40_000),
    ("10 Hz ~ 40 kHz", 10, 40_000),
    ("0.02 - 20 kHz", 20, 20_000),
    ("20 - 20 kHz", 20, 20_000),
    ("20 Hz ile 20 kHz", 20, 20_000),
    ("20 Hz έως 20 kHz", 20, 20_000),
]
NOT_RANGES = ["20 kHz", "20 kHz - 20 Hz", "20 Hz and 20 kHz", "48 kHz", "20 mm - 40 mm", ""]


@pytest.mark.parametrize(("text", "unit", "value", "words"), QUANTITIES)
def test_quantity(text: str, unit: str, value: float, words: str) -> None:
    found = quantity(text, UNITS, unit)
    assert found is not None
    assert found.value == pytest.approx(value, rel=1e-3)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(("text", "unit"), NOT_QUANTITIES)
def test_no_quantity(text: str, unit: str) -> None:
    assert quantity(text, UNITS, unit) is None


@pytest.mark.parametrize(("text", "value"), BARE)
def test_a_bare_number_has_the_unit_of_its_row(text: str, value: float) -> None:
    found = quantity(text, UNITS, "ohm")
    assert found is not None
    assert found.value == value
    assert quantity(text, UNITS, "ohm", assume=False) is None


@pytest.mark.parametrize("text", NOT_BARE)
def test_a_number_among_other_words_has_not(text: str) -> None:
    assert quantity(text, UNITS, "ohm") is None


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_range(text: str, low: float, high: float) -> None:
    found = span(text, UNITS, "Hz")
    assert found is not None
    assert found[:2] == (low, high)


@pytest.mark.parametrize("text", NOT_RANGES)
def test_no_range(text: str) -> None:
    assert span(text, UNITS, "Hz") is None


def test_all_quantities_in_order() -> None:
    found = [(one.value, one.unit) for one in quantities("40 mm drivers, 32 ohm, 98 dB, 250 g", UNITS)]
    assert found == [(40, "mm"), (32, "ohm"), (98, "dB"), (250, "g")]


def test_a_word_of_two_units_counts_only_where_one_of_them_is_asked_for() -> None:
    both = {"h": {"год": 1.0}, "month": {"год": 12.0}}  # an hour in Ukrainian, a year in Russian
    assert not list(quantities("30 год", both))
    assert [one.value for one in quantities("30 год", both, "h")] == [30]
    assert [one.value for one in quantities("2 год", both, "month")] == [24]


def test_minutes_belong_to_the_hours_before_them_alone() -> None:
    found = [(one.value, one.unit) for one in quantities("3 h 15 min, 10 min = 2 h, 40 mm", UNITS)]
    assert found == [(3.25, "h"), (0.166667, "h"), (2, "h"), (40, "mm")]
