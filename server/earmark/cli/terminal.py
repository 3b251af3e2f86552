"""A card as text for a terminal: what a shopper reads, each line numbered to the page's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from earmark.card import Card, CardClassification, CardEvidence, CardFact, CardLine, Product
from earmark.cli.text import clean, columns, pad, shorten, wrap
from earmark.cli.words import Words

NARROWEST = 32  # below it a line holds two words and nothing is readable; such a terminal scrolls sideways
WIDEST = 100  # longer lines are hard to read
QUOTE_COLUMNS = 60  # a footnote shows enough words to find the place, not the paragraph
REASONS = 3  # what speaks for the classification, or against it: the rest repeats the first in other words
QUOTES_PER_LINE = 2  # more quotes on the same line say the same again; `--json` has them all

_CONFIDENCE = ((0.9, "certain"), (0.7, "likely"), (0.0, "uncertain"))
VERDICTS = {
    "up to the job": ("✓", "green"),
    "partly": ("~", "yellow"),
    "not up to the job": ("✗", "red"),
    "not stated": ("?", "white"),
}


def render(card: Card, words: Words, *, width: int = 80, colour: bool = False) -> str:
    """The card in lines of at most `width` columns, without a final line break.

    Without `colour` the text has no escape sequence at all; a page's own escapes never get through.
    """
    return "\n".join(_Sheet(card, words, max(NARROWEST, min(width, WIDEST)), colour).lines())


class _Sheet:
    """One rendering: the width, the colour, and the quotes numbered as they are first used."""

    def __init__(self, card: Card, words: Words, width: int, colour: bool) -> None:
        self.card = card
        self.words = words
        self.width = width
        self.colour = colour
        self.evidence = {item.id: item for item in card.evidence}
        self.quotes: dict[tuple[bool, str], tuple[int, CardEvidence]] = {}

    def lines(self) -> Iterator[str]:
        card, words = self.card, self.words
        yield from self._product(card.product)
        if card.page.reason is not None:
            yield from self._hang("", words("no_card").format(reason=card.page.reason), bold=True)
            return
        if card.classification:
            yield from self._classification(card.classification)
        yield from self._advice("strengths", "+", "green", card.strengths)
        yield from self._advice("weaknesses", "−", "red", card.weaknesses)
        yield from self._advice("best_use", "→", "cyan", card.best_use)
        yield from self._verdicts()
        yield from self._advice("caveats", "!", "yellow", card.caveats)
        yield from self._facts(card.facts)
        if card.not_stated:
            yield from self._heading("not_stated")
            yield from self._hang("  ", ", ".join(map(words.spec, card.not_stated)))
        if card.not_needed:
            yield from self._heading("not_needed")
            for feature in card.not_needed:
                yield from self._hang("  · ", feature.text + self._marks(feature.evidence))
        yield from self._comparison()
        if card.notes:
            yield from self._heading("notes")
            for note in card.notes:
                said = f"{note.text}{self._marks(note.evidence)} § {words.section(note.section)}"
                yield from self._hang("  · ", said)
        if card.picks:
            yield from self._heading("picks")
            for pick in card.picks:
                mark, this = ("  ★ ", f" ({words('this')})") if pick.this else ("  · ", "")
                yield from self._hang(mark, f"{pick.name}: {pick.text}{this}")
        yield from self._footnotes()

    def _product(self, product: Product) -> Iterator[str]:
        if product.name:
            yield from self._hang("", product.name, bold=True)
        price = product.price
        parts = [
            self.words("maker").format(brand=product.brand) if product.brand else "",
            f"{price.amount} {price.currency or ''}".strip() if price else "",
            self.words(product.availability) if product.availability else "",
        ]
        if any(parts):
            yield from self._hang("", " · ".join(filter(None, parts)))
        if product.name or any(parts):
            yield ""

    def _classification(self, found: CardClassification) -> Iterator[str]:
        word = next(word for least, word in _CONFIDENCE if found.confidence >= least)
        yield from self._hang("", f"{found.label} ({self.words(word)})", bold=True)
        headings = (self.words("because"), self.words("although"))
        width = max(map(columns, headings)) + 1
        for heading, reasons in zip(headings, (found.speaks_for, found.against), strict=True):
            for number, reason in enumerate(reasons[:REASONS]):
                first = "" if number else heading
                yield from self._hang("  " + pad(first, width), reason.text + self._marks(reason.evidence))

    def _advice(self, heading: str, mark: str, colour: str, lines: Sequence[CardLine]) -> Iterator[str]:
        if lines:
            yield from self._heading(heading)
        for line in lines:
            yield from self._hang(f"  {mark} ", self._said(line), colour=colour)

    def _verdicts(self) -> Iterator[str]:
        if self.card.purposes:
            yield from self._heading("purposes")
        for purpose in self.card.purposes:
            mark, colour = VERDICTS[purpose.verdict]
            said = f"{self.words(purpose.purpose)}: {self.words(purpose.verdict)}"
            yield from self._hang(f"  {mark} ", said, colour=colour)
            for line in purpose.because:
                yield from self._hang("      ", self._said(line))

    def _facts(self, facts: Sequence[CardFact]) -> Iterator[str]:
        if facts:
            yield from self._heading("facts")
        label_columns = min(
            max((columns(clean(fact.label)) for fact in facts), default=0), self.width * 2 // 5
        )
        for fact in facts:
            text = fact.text + self._marks(fact.evidence)
            for other in fact.contradicts:
                text += f" ≠ {other.text}{self._marks(other.evidence)}"
            if fact.contradicts:
                text += f" ({self.words('clash')})"
            label = pad(shorten(clean(fact.label), label_columns), label_columns)
            yield from self._hang(f"  {label}  ", text, colour="yellow" if fact.contradicts else None)

    def _comparison(self) -> Iterator[str]:
        rows = self.card.comparison
        if not rows:
            return
        yield from self._heading("comparison")
        sides = {side: f"{self.words(side)}:" for side in ("headset", "headphones")}
        width = max(map(columns, sides.values())) + 1
        for row in rows:
            yield from self._hang("  ", row.aspect)
            for side, text in (("headset", row.headset), ("headphones", row.headphones)):
                mark = "▸" if row.this == side else " "
                yield from self._hang(f"    {mark} {pad(sides[side], width)}", text)

    def _footnotes(self) -> Iterator[str]:
        if not self.quotes:
            return
        yield from self._heading("quotes")
        digits = len(str(len(self.quotes)))
        for number, item in self.quotes.values():
            source = self.words(f"source.{item.source}" if item.visible else "structured")
            quote = shorten(clean(item.quote.exact), QUOTE_COLUMNS)
            yield from self._hang(f"  {f'[{number}]':<{digits + 3}}", f"“{quote}” ({source})", dim=True)
        yield ""
        yield from self._hang("", self.words("sections"), dim=True)

    def _said(self, line: CardLine) -> str:
        return f"{line.text}{self._marks(line.evidence)} § {self.words.section(line.section)}"

    def _marks(self, ids: Sequence[int]) -> str:
        """The numbers of the first quotes, as in " [1][2]"; the same words share one number."""
        numbers: dict[int, None] = {}
        for item in (self.evidence[one] for one in ids if one in self.evidence):
            key = (item.visible, clean(item.quote.exact).casefold())
            if key not in self.quotes and len(numbers) < QUOTES_PER_LINE:
                self.quotes[key] = (len(self.quotes) + 1, item)
            if key in self.quotes:
                numbers[self.quotes[key][0]] = None
        shown = "".join(f"[{number}]" for number in sorted(list(numbers)[:QUOTES_PER_LINE]))
        return f" {shown}" if shown else ""

    def _heading(self, name: str) -> Iterator[str]:
        yield ""
        yield self._paint(self.words(name), bold=True)

    def _hang(
        self, first: str, text: str, *, colour: str | None = None, bold: bool = False, dim: bool = False
    ) -> Iterator[str]:
        """`text` wrapped after `first`, further lines below its beginning; `colour` is for `first` alone."""
        indent = columns(first)
        head, *rest = wrap(clean(text), self.width - indent)
        yield (self._paint(first, fg=colour, bold=True) if colour else first) + self._paint(head, bold, dim)
        for line in rest:
            yield " " * indent + self._paint(line, bold, dim)

    def _paint(self, text: str, bold: bool = False, dim: bool = False, fg: str | None = None) -> str:
        if not self.colour or not (bold or dim or fg):
            return text
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None)
