"""Money as shops write it: «$239.99», «1 299 Kč», «₹1,29,990», «34.000 DT»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from typing import NamedTuple

from price_parser import Price

from earmark.facts import Money
from earmark.values.number import plain

MAX_LENGTH = 80  # a price with its words; longer text is prose
MAX_AMOUNT = Decimal(100_000_000)
_BLANK = "[ \u00a0\u2009\u202f]"
# Up to three digits behind a sign, three behind a blank that follows no hundredths.
_GROUP = rf"(?:[.,'’]\d{{1,3}}(?!\d)|(?<![.,]\d\d){_BLANK}\d{{3}}(?!\d))"
_AMOUNT = rf"(?<!\d)(?<!\d[.,])\d{{1,12}}{_GROUP}{{0,5}}(?![.,]?\d)"
_DIGIT = re.compile(r"\d")
_LETTER = r"[^\W\d_\u3040-\ud7ff]"  # of a script that writes blanks between words
_FIGURES = re.compile(rf"(?<![\d.,])(\d{{1,4}}) ?€ ?(\d\d)(?![\d.,])|{_AMOUNT}")  # «69€99»
DASHED = ",-"  # in the place of hundredths; the shop's country may tell the currency
_ROUND = re.compile(r"[,.:][-‐-―]{1,2}(?!\w)")  # «79,-», «79:-»
_TO = re.compile(r"\s{0,2}[-–—~〜～]\s{0,2}")  # «352,00 – 376,45 zł»: the sign counts for both
_BEFORE = re.compile(r"([^\s\d,()]{1,6})\s{0,2}$")
_WIDE = re.compile(r"([A-Za-z]{1,3} \$)\s?$")
_BEHIND = re.compile(r"(?:[,.]?[-–—]{1,2})?\s{0,2}([^\s\d,()]{1,6})")  # «79,- €»


@dataclass(frozen=True)
class Currencies:
    """How a shop writes money. `symbols`: symbol -> ISO code; `decimals`: code -> digits after the sign;
    `ending`: the ending of the shop's host (".ca"), which settles a shared symbol; `declared`: the code that
    the page's structured data names, which settles it too; `leading`: symbols that stand before figures."""

    symbols: Mapping[str, str]
    decimals: Mapping[str, int]
    ending: str = ""
    leading: frozenset[str] = frozenset()
    declared: str = ""

    def code(self, text: str) -> str | None:
        """The currency that a symbol or code stands for; None where it stands for none."""
        symbol = " ".join(text.lower().split()).strip(" .:\u200e\u200f")
        if len(text) == 3 and text.isupper() and text in self.symbols.values():
            return text
        if self.declared and self.declared in self._shared.get(symbol.split(" ")[-1], ()):
            return self.declared
        return (
            self.symbols.get(f"{symbol} {self.ending}")
            or self.symbols.get(symbol)
            or self.symbols.get(symbol + ".")
        )

    @cached_property
    def _shared(self) -> Mapping[str, frozenset[str]]:
        return _codes_of_shared(tuple(self.symbols.items()))

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        own = f" {self.ending}"
        words = (symbol for symbol in self.symbols if " ." not in symbol or symbol.endswith(own))
        return _figure_beside(frozenset(words), self.leading)

    def priced(self, folded: str) -> bool:
        """Folded text with a number beside a currency's symbol: a quick look, no amount."""
        return _DIGIT.search(folded) is not None and self._beside.search(folded) is not None


@cache
def _codes_of_shared(symbols: tuple[tuple[str, str], ...]) -> Mapping[str, frozenset[str]]:
    """Symbol -> the currencies of the countries that share it."""
    shared = {symbol.split(" .")[0] for symbol, _ in symbols if " ." in symbol}
    return {
        symbol: frozenset(code for other, code in symbols if other.split(" .")[0] == symbol)
        for symbol in shared
    }


@cache
def _figure_beside(symbols: frozenset[str], leading: frozenset[str]) -> re.Pattern[str]:
    """A figure beside one of the symbols; made once, it costs more than a page."""
    words = sorted({symbol.split(" .")[0] for symbol in symbols} - {DASHED}, key=len, reverse=True)
    letters = "|".join(re.escape(word) for word in words if word[0].isalpha())
    behind = "|".join(re.escape(word) for word in words if word[0].isalpha() and word not in leading)
    signs = "|".join(re.escape(word) for word in words if not word[0].isalpha())
    return re.compile(
        rf"(?:{signs}|(?<!{_LETTER})(?:{letters}))\.?\s?\d"
        rf"|\d(?:[.,]?\s{{0,3}}(?:{signs}|(?:{behind})(?!{_LETTER})))"
    )


class Amount(NamedTuple):
    """Money that stands, with its sign, at [start, end) of the text. `sure`: a sign or «,-» says so."""

    money: Money
    start: int
    end: int
    sure: bool


def money(text: str, currencies: Currencies, *, assume: str | None = None) -> Money | None:
    """The first amount of `text` with its currency (`assume` where none is written)."""
    first = next(amounts(text[:MAX_LENGTH], currencies, assume=assume), None)
    return first.money if first is not None else None


def amounts(text: str, currencies: Currencies, *, assume: str | None = None) -> Iterator[Amount]:
    """Every amount of a text, in order."""
    text = plain(text)
    found = list(_FIGURES.finditer(text))
    free = 0  # where the sign of the amount before ends
    for i, figure in enumerate(found):
        start, end = figure.span()
        if figure[1]:
            free = end
            yield Amount(Money(Decimal(f"{figure[1]}.{figure[2]}"), "EUR"), start, end, True)
            continue
        sign = _sign(text, free, start, end, currencies)
        if sign is None and i + 1 < len(found) and _TO.fullmatch(text, end, found[i + 1].start()):
            other = _sign(text, end, *found[i + 1].span(), currencies)
            sign = (other[0], start, end) if other is not None else None
        whole = _ROUND.match(text, end) if sign is None else None
        code = sign[0] if sign is not None else currencies.code(DASHED) if whole else assume
        amount = _amount(figure[0].strip(), code, currencies)
        if amount is None or not 0 <= amount < MAX_AMOUNT:
            continue
        if sign is not None:
            start, end = min(start, sign[1]), max(end, sign[2])
        elif whole is not None:
            end = whole.end()
        free = end
        yield Amount(Money(amount, code), start, end, sign is not None or whole is not None)


def _sign(text: str, free: int, start: int, end: int, currencies: Currencies) -> tuple[str, int, int] | None:
    """The currency that stands beside the figures at [start, end), and where its sign begins and ends; not
    before `free`."""
    shift = max(free, start - 9)
    head = text[shift:start]
    wide, before, after = _WIDE.search(head), _BEFORE.search(head), _BEHIND.match(text, end)
    for found in (wide, before):
        if found and (code := currencies.code(found[1])):
            return code, shift + found.start(1), end
    if after and after[1].lower() in currencies.leading:
        after = None
    if after and (code := currencies.code(after[1])):
        return code, start, after.end(1)
    for symbol in _tails(before[1] if before else ""):
        if code := currencies.code(symbol):
            return code, shift + head.rfind(symbol), end
    for symbol in _heads(after[1] if after else ""):
        if after and (code := currencies.code(symbol)):
            return code, start, after.start(1) + len(symbol)
    return None


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
