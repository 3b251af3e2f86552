"""Money as shops write it: «$239.99», «1 299 Kč», «₹1,29,990», «34.000 DT»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from price_parser import Price

from earmark.facts import Money

MAX_LENGTH = 80  # a price with its words; longer text is prose
MAX_AMOUNT = Decimal(100_000_000)
_AMOUNT = r"\d{1,12}(?:[.,'’   ]\d{1,3}){0,5}"
_AFTER = re.compile(rf"({_AMOUNT})\s{{0,2}}([^\s\d.,()]{{1,6}}\.?)?")


@dataclass(frozen=True, slots=True)
class Currencies:
    """How a shop writes money. `symbols`: symbol -> ISO code; `decimals`: code -> digits after the sign;
    `ending`: the ending of the shop's host (".ca"), which settles a shared symbol."""

    symbols: Mapping[str, str]
    decimals: Mapping[str, int]
    ending: str = ""

    def code(self, text: str) -> str | None:
        """The currency that a symbol or code stands for; None where it stands for none."""
        symbol = " ".join(text.lower().split()).strip(" .:")
        if len(text) == 3 and text.isupper() and text in self.symbols.values():
            return text
        return (
            self.symbols.get(f"{symbol} {self.ending}")
            or self.symbols.get(symbol)
            or self.symbols.get(symbol + ".")
        )


def money(text: str, currencies: Currencies, *, assume: str | None = None) -> Money | None:
    """The first amount of `text` with its currency (`assume` where none is written)."""
    text = re.sub(r"(?<![\d.,])(\d{1,4}) ?€ ?(\d\d)(?![\d.,])", r"\1,\2 €", text[:MAX_LENGTH])  # «69€99»
    found = re.search(_AMOUNT, text)
    if found is None:
        return None
    code = _currency(text, found.start(), found.end(), currencies) or assume
    amount = _amount(found[0].strip(), code, currencies)
    if amount is None or not 0 <= amount < MAX_AMOUNT:
        return None
    return Money(amount, code)


def _currency(text: str, start: int, end: int, currencies: Currencies) -> str | None:
    before = re.search(r"([^\s\d,()]{1,6})\s{0,2}$", text[max(0, start - 9) : start])
    after = re.match(r"(?:[,.]?[-–—]{1,2})?\s{0,2}([^\s\d,()]{1,6})", text[end:])  # «79,- €»
    wide = re.search(r"([A-Za-z]{1,3} \$)\s?$", text[max(0, start - 9) : start])
    for found in (wide, before, after):
        if found and (code := currencies.code(found[1])):
            return code
    return None


def _amount(text: str, code: str | None, currencies: Currencies) -> Decimal | None:
    digits = re.sub(r"[\s'’]", "", text)
    single = re.fullmatch(r"(\d{1,12})([.,])(\d{3})", digits)
    if single and currencies.decimals.get(code or "", 2) == 3:
        return Decimal(f"{single[1]}.{single[3]}")
    if single and digits.startswith("0"):
        return Decimal(f"{single[1]}.{single[3]}")
    price = Price.fromstring(digits).amount
    try:
        return Decimal(price) if price is not None else None
    except InvalidOperation:
        return None
