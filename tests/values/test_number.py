"""A number as the world writes it, and what is none."""

from __future__ import annotations

import pytest

from earmark.values import number

NUMBERS = [
    ("32", 32),
    ("0", 0),
    ("1,234", 1234),
    ("1,5", 1.5),
    ("1.5", 1.5),
    ("1.234,56", 1234.56),
    ("1,234.56", 1234.56),
    ("1 299", 1299),
    ("1\u202f299,90", 1299.9),
    ("1'299.90", 1299.9),
    ("1’299", 1299),
    ("1,29,990", 129990),
    ("1.299.000", 1299000),
    ("0.035", 0.035),
    ("0,035", 0.035),
    ("３０", 30),
    ("٣٠", 30),
    ("٣٫٥", 3.5),
    ("34.000", 34),
    ("34,000", 34000),
]
NOT_NUMBERS = [
    "", " ", ".", "-5", "1.2.3,4,5", "1.2.3,", "1..5", "1,,000", "1 2", "12'5", "4x", "½", "1e5", "NaN",
    "inf", "1,2345,678", "1234567890123456",
]  # fmt: skip
SETTLED = [("20.000", True, 20000), ("20.000", False, 20), ("20,000", False, 20), ("0.125", True, 0.125)]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    assert number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("text", "thousands", "value"), SETTLED)
def test_three_digits_behind_one_sign(text: str, thousands: bool, value: float) -> None:
    assert number(text, thousands=thousands) == pytest.approx(value)
