"""A value as a person reads it, and as the wire carries it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from earmark.facts import FactValue, Money
from earmark.rulebook import load_rulebook
from earmark.written import wire, written

GERMAN = load_rulebook().kinds.values["de"]

WRITTEN: list[tuple[FactValue, str | None, str, str]] = [
    (250.0, "g", "250 g", "250 g"),
    (0.5, "h", "0.5 h", "0.5 h"),
    (1000000.0, "g", "1000000 g", "1000000 g"),
    (32, "ohm", "32 ohm", "32 Ohm"),
    ((20.0, 20000.0), "Hz", "20 to 20000 Hz", "20 bis 20000 Hz"),
    (True, None, "yes", "ja"),
    (False, None, "no", "nein"),
    ("boom", None, "boom", "Mikrofonarm"),
    ("IPX4", None, "IPX4", "IPX4"),
    (("PC", "Xbox"), None, "PC, Xbox", "PC, Xbox"),
]
WIRED: list[tuple[FactValue, Any]] = [
    (250.0, 250),
    (0.5, 0.5),
    (True, True),
    ("boom", "boom"),
    ((20.0, 20000.0), [20, 20000]),
    (("PC",), ["PC"]),
    (Money(Decimal("9.90"), "EUR"), "9.90 EUR"),
    (Money(Decimal("9.90"), None), "9.90"),
]


@pytest.mark.parametrize(("value", "unit", "english", "german"), WRITTEN)
def test_written(value: FactValue, unit: str | None, english: str, german: str) -> None:
    assert written(value, unit, {}) == english
    assert written(value, unit, GERMAN) == german


@pytest.mark.parametrize(("value", "carried"), WIRED)
def test_wire(value: FactValue, carried: Any) -> None:
    assert wire(value) == carried
    assert type(wire(value)) is type(carried)
