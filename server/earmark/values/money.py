"""Money as shops write it: «$239.99», «1 299 Kč», «₹1,29,990», «34.000 DT»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property

from price_parser import Price

from earmark.facts import Money
from earmark.values.number import plain

MAX_LENGTH = 80  # a price with its words; longer text is prose
MAX_AMOUNT = Decimal(100_000_000)
DASHED = ",-"  # in the place of cents: «1 299,-», «249.–», «499:-»; the shop's country tells the currency
_DASH = re.compile(r"[.,:]\s?[-‒–—―]{1,2}(?!\w)")
_AMOUNT = r"\d{1,12}(?:[.,'’   ]\d{1,3}){0,5}"
_DIGIT = re.compile(r"\d")
_LETTER = r"[^\W\d_\u3040-\ud7ff]"  # of a script that writes blanks between words
_AFTER = re.compile(rf"({_AMOUNT})\s{{0,2}}([^\s\d.,()]{{1,6}}\.?)?")


@dataclass(frozen=True)
class Currencies:
    """How a shop writes money. `symbols`: symbol -> ISO code; `decimals`: code -> digits after the sign;
    `ending`: the ending of the shop's host (".ca"), which settles a shared symbol."""

    symbols: Mapping[str, str]
    decimals: Mapping[str, int]
    ending: str = ""

    def code(self, text: str) -> str | None:
        """The currency that a symbol or code stands for; None where it stands for none."""
        symbol = " ".join(text.lower().split()).strip(" .:\u200e\u200f")
        if len(text) == 3 and text.isupper() and text in self.symbols.values():
            return text
        return (
            self.symbols.get(f"{symbol} {self.ending}")
            or self.symbols.get(symbol)
            or self.symbols.get(symbol + ".")
        )

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        own = f" {self.ending}"
        words = (symbol for symbol in self.symbols if " ." not in symbol or symbol.endswith(own))
        return _figure_beside(frozenset(words))

    def priced(self, folded: str) -> bool:
        """Folded text with a number beside a currency's symbol: a quick look, no amount."""
        return _DIGIT.search(folded) is not None and self._beside.search(folded) is not None


@cache
def _figure_beside(symbols: frozenset[str]) -> re.Pattern[str]:
    """A figure beside one of the symbols; made once, it costs more than a page."""
    words = {symbol.split(" .")[0] for symbol in symbols}
    either = "|".join(sorted(map(re.escape, words - {DASHED}), key=len, reverse=True))
    dashed = r"|\d[.,:](?:\s|\Z)" if DASHED in words else ""  # folding makes blanks of dashes
    return re.compile(
        rf"(?<!{_LETTER})(?:{either})\.?\s?\d|\d[.,]?\s{{0,3}}(?:{either})(?!{_LETTER}){dashed}"
    )


def money(text: str, currencies: Currencies, *, assume: str | None = None) -> Money | None:
    """The first amount of `text` with its currency (`assume` where none is written)."""
    text = plain(text[:MAX_LENGTH])
    text = re.sub(r"(?<![\d.,])(\d{1,4}) ?€ ?(\d\d)(?![\d.,])", r"\1,\2 €", text)  # «69€99»
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
    if _DASH.match(text, end) and (code := currencies.code(DASHED)):
        return code
    pieces = (*_tails(before[1] if before else ""), *_heads(after[1] if after else ""))
    return next((code for symbol in pieces if (code := currencies.code(symbol))), None)


def _tails(word: str) -> Iterator[str]:
    """Symbols that other writing touches from before: «售价￥72», «Harga:Rp37.100»."""
    return (word[n:] for n in range(1, len(word)) if _divides(word[n - 1], word[n]))


def _heads(word: str) -> Iterator[str]:
    """Symbols that other writing touches from behind: «30,000원부터», «99元起», «1.299.000đ/cái»."""
    return (word[:n] for n in range(1, len(word)) if _divides(word[n - 1], word[n]))


def _divides(left: str, right: str) -> bool:
    """A symbol may end or begin between these characters: not behind a Latin letter («CAD$» is no «$»), but
    anywhere in Japanese, Chinese and Korean."""
    if (left.isascii() and left.isalpha()) or right == "r":
        return False
    return not (left.isalpha() and right.isalpha()) or "\u3040" <= left <= "\ud7ff"


def _amount(text: str, code: str | None, currencies: Currencies) -> Decimal | None:
    digits = re.sub(r"[\s'’]", "", text)
    cents = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3}){1,3})\s(\d\d)", text)
    if cents:  # «1.299 99», the cents raised
        return Decimal(f"{re.sub('[.,]', '', cents[1])}.{cents[2]}")
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
