"""A number with its unit, and a range of two: «332 Grams», «20 Hz – 20 kHz», «最大30時間»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from earmark.folding import fold
from earmark.values.number import NUMBER, number, plain

Units = Mapping[str, Mapping[str, float]]

_LONGEST_UNIT = 14
_TOLERANCE = r"(?:\s?(?:±|\+/-)\s?\d{1,3}(?:[.,]\d{1,2})?\s?%?)?"  # «98±3dB»
_QUANTITY = re.compile(
    rf"({NUMBER}){_TOLERANCE}\s{{0,3}}[\-‐-―]?\s{{0,2}}(?:de\s)?"  # «30 de ore»
    rf"([^\W\d_][^\s\d,;|()\[\]]{{0,{_LONGEST_UNIT}}}|[\"”″])?"
)
_AND = re.compile(r"[\s,]{0,2}(?:[^\W\d_]{1,3}\s)?")  # between hours and minutes: «1 h 30 min»
_MINUTES = re.compile("[0-5][05]")  # behind its hours: «1h30»
_BETWEEN = re.compile(
    r"^\s{0,3}(?:[-‐-―−~〜～/]|to|bis|à|a|до|至|až|do|hasta|until|tot|til|đến|tới|hingga|sampai|s/d"
    r"|إلى|الى|حتى|עד|से|至|到|から|에서|ถึง|έως|ως|ile|la|till|fra|līdz|iki|kuni|ir|\.{2,3}|…)\s{0,3}$",
    re.I,
)
_FROM = re.compile(r"(?:^|\s)(?:от|from|von|de|da|od)\s{0,3}$", re.I)


class Quantity(NamedTuple):
    """`value` in `unit`; it stands at [start, end) of the text."""

    value: float
    unit: str
    start: int
    end: int


def quantities(text: str, units: Units, wanted: str | None = None) -> Iterator[Quantity]:
    """Every number with a known unit, in order; of `wanted` alone where it is given."""
    text = plain(text)
    hours: Quantity | None = None  # whole ones, to which minutes may follow
    for found in _QUANTITY.finditer(text):
        read = _unit(found[2] or "", units, wanted)
        if read is None and hours is not None and found.start() == hours.end and _MINUTES.fullmatch(found[1]):
            hours = hours._replace(value=_tidy(hours.value + float(found[1]) / 60), end=found.end(1))
        if read is None:
            continue
        unit, factor, length = read
        value = number(found[1], thousands=True if unit == "Hz" else None)
        if value is None:
            continue
        one = Quantity(_tidy(value * factor), unit, found.start(), found.start(2) + length)
        if hours is not None:
            if unit == "h" and one.value < 1 > factor and _AND.fullmatch(text, hours.end, one.start):
                yield hours._replace(value=_tidy(hours.value + one.value), end=one.end)
                hours = None
                continue
            yield hours
            hours = None
        if unit == "h" and factor == 1 and value == int(value):
            hours = one
        else:
            yield one
    if hours is not None:
        yield hours


def quantity(text: str, units: Units, wanted: str, *, assume: bool = True) -> Quantity | None:
    """The first quantity in `wanted`; with `assume` also a number that is all there is, without a unit."""
    first = next(quantities(text, units, wanted), None)
    if first is not None or not assume:
        return first
    written = units[wanted].get(f"= {fold(text[:80]).strip(' .')}")
    if written is not None:
        return Quantity(written, wanted, 0, len(text))
    alone = re.fullmatch(
        rf"\s{{0,9}}(?:approx\.?|ca\.?|~|about|up to|upto|max\.?)?\s{{0,3}}({NUMBER})\s{{0,9}}\.?",
        plain(text[:80]),
        re.I,
    )
    value = number(alone[1]) if alone else None
    if alone is None or value is None:
        return None
    return Quantity(_tidy(value), wanted, alone.start(1), alone.end(1))


def span(text: str, units: Units, wanted: str) -> tuple[float, float, int, int] | None:
    """A range as (low, high, start, end). The low end may lack its unit: then it has the base unit."""
    text = plain(text[:400])
    for low, high in pairwise(_QUANTITY.finditer(text)):
        upper = _unit(high[2] or "", units, wanted)
        if upper is None:
            continue
        stated = _unit(low[2] or "", units, wanted)
        between = text[low.start(2) + stated[2] if stated else low.end(1) : high.start(1)]
        lower = stated or ((wanted, 1.0, 0) if not low[2] or _BETWEEN.match(between) else None)
        if lower is None or not (_BETWEEN.match(between) or _FROM.search(text[: low.start(1)])):
            continue
        bottom, top = number(low[1], thousands=True), number(high[1], thousands=True)
        if bottom is None or top is None:
            continue
        if stated is None and bottom < 1:
            lower = upper  # «0.02 – 20 kHz»
        bottom, top = _tidy(bottom * lower[1]), _tidy(top * upper[1])
        if bottom < top:
            return bottom, top, low.start(1), high.start(2) + upper[2]
    return None


def _unit(word: str, units: Units, wanted: str | None) -> tuple[str, float, int] | None:
    """Unit, factor and the length of the unit's word at the start of `word`."""
    folded = fold(word)
    for length in range(len(folded), 0, -1):
        if length < len(folded) and _letter(folded[length]) and _letter(folded[length - 1]):
            continue
        head = folded[:length].rstrip(".")
        if head in ('"', "”", "″"):
            head = "in"
        named = [unit for unit, names in units.items() if head in names and wanted in (None, unit)]
        if len(named) == 1:  # «год» is an hour in Ukrainian and a year in Russian
            return named[0], units[named[0]][head], length
    return None


def _letter(character: str) -> bool:
    """A letter that belongs to the word before it: not in Thai, Japanese, Chinese, nor Korean's particles."""
    return character.isalpha() and not ("฀" <= character <= "໿" or "぀" <= character <= "퟿")


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 28.349523 g stays, 39.99999999 becomes 40."""
    return float(f"{value:.6g}")
