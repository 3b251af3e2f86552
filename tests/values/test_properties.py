"""What holds for every text: no exception, values in bounds, places inside the text, and round trips."""

from __future__ import annotations

import math
import string
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from earmark.folding import fold
from earmark.rulebook import load_rulebook
from earmark.values import Currencies, amounts, money, number, quantities, quantity, span
from earmark.values.money import MAX_AMOUNT

VOCABULARY = load_rulebook().vocabulary
UNITS = VOCABULARY.units
CURRENCIES = Currencies(VOCABULARY.currencies, VOCABULARY.decimals)

# Half of what is tried is any text at all, half is made of what the parsers look for.
_PIECES = [
    *"0123456789.,'’ -–~/\"²٣५３",
    "\u00a0",
    "\u202f",
    "to",
    "bis",
    "kHz",
    "Hz",
    "ohm",
    "Ω",
    "g",
    "h",
    "$",
    "€",
    "₹",
]
TEXT = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
WHOLE = st.integers(0, 10**12 - 1)
CENTS = st.integers(0, 99)
UNIT_WORDS = sorted(
    (unit, word) for unit, names in UNITS.items() for word in names if not word.startswith("= ")
)
WRITTEN = sorted((unit, word) for unit, names in UNITS.items() for word in names if word.startswith("= "))

HOSTILE = ["1" * n for n in (20_000, 1_000_000)] + [
    "1," * 100_000, "1 " * 100_000, "1.1-" * 100_000, " " * 300_000, "9 g" * 100_000, "a" * 300_000,
    "20 Hz - " * 50_000, "1'" * 100_000, "١" * 100_000, "$" * 100_000 + "1",
]  # fmt: skip


@given(TEXT)
@example("٣.٣")
@example("²")
@example("1.2.3,4")
@example("1" * 400)
def test_a_number_is_finite_or_none(text: str) -> None:
    for thousands in (None, True, False):
        value = number(text, thousands=thousands)
        assert value is None or (math.isfinite(value) and value >= 0)


@given(WHOLE)
def test_a_whole_number_comes_back(whole: int) -> None:
    assert number(str(whole)) == whole
    assert number(f" {whole} ") == whole
    assert number(str(whole).translate(str.maketrans(string.digits, "０１２３４５６７８９"))) == whole


@given(WHOLE, CENTS, st.sampled_from([",.", ".,", " ,", " .", "',", "'.", "’.", "\u00a0,", "\u202f,"]))
def test_a_number_with_groups_and_fraction_comes_back(whole: int, cents: int, signs: str) -> None:
    group, point = signs
    text = f"{whole:,}".replace(",", group) + f"{point}{cents:02}"
    assert number(text) == pytest.approx(whole + cents / 100, rel=1e-12)


@given(st.integers(1, 999), st.integers(0, 999))
def test_three_digits_behind_one_point_are_settled_by_the_caller(low: int, high: int) -> None:
    text = f"{low}.{high:03}"
    assert number(text, thousands=True) == low * 1000 + high
    assert number(text, thousands=False) == pytest.approx(low + high / 1000)


@given(TEXT)
def test_quantities_lie_in_the_text_one_after_the_other(text: str) -> None:
    end = 0
    for one in quantities(text, UNITS):
        assert end <= one.start < one.end <= len(text)
        assert math.isfinite(one.value)
        assert one.value >= 0
        assert one.unit in UNITS
        end = one.end


@given(TEXT, st.sampled_from(sorted(UNITS)))
def test_a_quantity_is_of_the_unit_that_was_asked_for(text: str, unit: str) -> None:
    one = quantity(text, UNITS, unit)
    assert one is None or (one.unit == unit and 0 <= one.start < one.end <= len(text))


@pytest.mark.parametrize(("unit", "word"), UNIT_WORDS)
def test_every_word_for_a_unit_is_read_behind_a_number(unit: str, word: str) -> None:
    factor = UNITS[unit][word]
    word = word.replace(" ", "-")  # folding makes a blank of the hyphen
    loud = word.upper() if fold(word.upper()) == word else word  # a Turkish «ı» does not come back
    for text in (f"30 {word}", f"30{word}", f"about 30 {word}, more", f"30 {loud}"):
        one = quantity(text, UNITS, unit)
        assert one is not None, text
        assert one.value == pytest.approx(30 * factor, rel=1e-5)
        assert text[one.start :].startswith("30")


@pytest.mark.parametrize(("unit", "word"), WRITTEN)
def test_a_quantity_in_words_is_all_of_its_cell(unit: str, word: str) -> None:
    text = word.removeprefix("= ")
    assert quantity(f" {text}.", UNITS, unit) == (UNITS[unit][word], unit, 0, len(text) + 2)
    assert quantity(f"{text} of it", UNITS, unit) is None
    assert quantity(text, UNITS, unit, assume=False) is None


@given(TEXT, st.sampled_from(sorted(UNITS)))
def test_a_range_rises_and_lies_in_the_text(text: str, unit: str) -> None:
    found = span(text, UNITS, unit)
    if found is not None:
        low, high, start, end = found
        assert low < high
        assert 0 <= start < end <= len(text)


SIGNS = [" - ", "-", " – ", "–", "~", " … "]
WORDS = [" to ", " bis ", " à ", " до "]


@given(st.integers(1, 900), st.integers(1, 60), st.sampled_from(SIGNS + WORDS))
def test_a_range_with_two_units_comes_back(low: int, high: int, between: str) -> None:
    found = span(f"{low} Hz{between}{high} kHz", UNITS, "Hz")
    assert found is not None
    assert found[:2] == (low, high * 1000)


@given(st.integers(1, 900), st.integers(1, 60), st.sampled_from(SIGNS + WORDS))
def test_a_range_with_one_unit_comes_back(low: int, high: int, between: str) -> None:
    found = span(f"Range: {low}{between}{high * 1000} Hz", UNITS, "Hz")
    assert found is not None
    assert found[:2] == (low, high * 1000)


@given(TEXT)
@example("999999999999.999")
@example("0,0,0,0")
def test_money_is_in_bounds(text: str) -> None:
    found = money(text, CURRENCIES)
    assert found is None or (0 <= found.amount < MAX_AMOUNT and found.amount.is_finite())


@given(st.integers(0, 9_999_999), CENTS, st.sampled_from(["${}", "{} USD", "US$ {}", "Price: ${} incl. tax"]))
def test_money_comes_back(whole: int, cents: int, form: str) -> None:
    for text in (f"{whole}.{cents:02}", f"{whole:,}.{cents:02}"):
        found = money(form.format(text), CURRENCIES)
        assert found is not None
        assert (found.amount, found.currency) == (Decimal(f"{whole}.{cents:02}"), "USD")


def test_no_text_holds_a_parser_up() -> None:
    """In a process that can be ended: what is quadratic in these lengths would not come back in time."""
    done = subprocess.run(
        [sys.executable, __file__], timeout=120, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _read_everything_hostile() -> None:
    for text in HOSTILE:
        number(text)
        money(text, CURRENCIES)
        span(text, UNITS, "Hz")
        quantity(text, UNITS, "g")
        for _ in quantities(text, UNITS):
            pass


if __name__ == "__main__":
    _read_everything_hostile()


@given(TEXT)
def test_amounts_stand_in_order_and_hold_their_figures(text: str) -> None:
    end = 0
    for one in amounts(text, CURRENCIES):
        assert end <= one.start < one.end <= len(text)
        assert 0 <= one.money.amount < MAX_AMOUNT
        assert any(character.isdigit() for character in text[one.start : one.end])
        end = one.end
