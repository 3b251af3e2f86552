"""A number as the world writes it: «1.234,56», «1 299», «1,29,990», «３０»."""

from __future__ import annotations

import re
import unicodedata

MAX_DIGITS = 15  # beyond it a float is no longer the number that was written

# At most 7 groups of digits with one sign or one blank between two of them.
NUMBER = r"(?<![\d.,])\d{1,15}(?:[.,'’   ٬٫]\d{1,15}){0,6}"
# Digits of Arabic, Persian, Hindi, Bengali, Thai; full-width signs; the signs of Arabic: their ASCII twins.
_PLAIN = {
    **{zero + i: str(i) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for i in range(10)},
    **{0xFF01 + i: chr(0x21 + i) for i in range(94)},
    **{0x3000: " ", ord("٫"): ".", ord("٬"): ","},
}
_GROUPED = re.compile(r"^\d{1,3}(?:([.,'’ ])\d{2,3})(?:\1\d{2,3})*$")


def plain(text: str) -> str:
    """`text` with other scripts' digits and full-width signs as ASCII, each character at its place."""
    return text if text.isascii() else text.translate(_PLAIN)


def number(text: str, *, thousands: bool | None = None) -> float | None:
    """The number that is all of `text`.

    `thousands` settles «20.000»: True reads twenty thousand, False twenty; None: twenty thousand after a
    comma or a blank, twenty after a point.
    """
    digits = unicodedata.normalize("NFKC", plain(text)).strip().replace("’", "'")
    if not re.fullmatch(r"\d+(?:[.,' ]\d+)*", digits) or sum(map(str.isdigit, digits)) > MAX_DIGITS:
        return None
    signs = [c for c in digits if c in ".,' "]
    if not signs:
        return float(digits)
    last = signs[-1]
    tail = digits.rpartition(last)[2]
    if len(set(signs)) > 1:
        if last in "' " or signs.count(last) > 1:
            return None
        whole, _, fraction = digits.rpartition(last)
        return float("".join(filter(str.isdigit, whole)) + "." + fraction)
    if len(signs) > 1:
        return float("".join(filter(str.isdigit, digits))) if _GROUPED.match(digits) else None
    if last in "' ":
        return float(digits.replace(last, "")) if len(tail) == 3 else None
    if len(tail) == 3 and not digits.startswith("0"):
        grouped = thousands if thousands is not None else last == ","
        if grouped:
            return float(digits.replace(last, ""))
    return float(digits.replace(last, "."))
