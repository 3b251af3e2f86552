"""Products side by side as text: a legend of letters, then a table for as many columns as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

import click

from earmark.card import Card
from earmark.cli.terminal import NARROWEST, VERDICTS
from earmark.cli.text import clean, columns, pad, wrap
from earmark.cli.words import Words
from earmark.sidebyside import PRICE, Cell, Row

WIDEST = 160  # two columns across more than this are too far apart to compare
LABEL, WIDEST_LABEL = 18, 26  # columns of the row's name: what its longest word needs; longer names wrap
LEAST = 18  # columns of a product: below it a sentence has two words a line
GAP = 2
_GROUPS = {"verdict": "purposes", "fact": "facts_each", "article": "by_article"}
_NOTHING = "–"


def render(
    products: Sequence[tuple[str, Card]],
    rows: Sequence[Row],
    words: Words,
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """The comparison in lines of at most `width` columns, without a final line break.

    `products` are files with their cards; the cells of `rows` belong to those whose card has no reason.
    Without `colour` there is no escape sequence at all; a page's own escapes never get through.
    """
    return "\n".join(_Sheet(words, max(NARROWEST, min(width, WIDEST)), colour).lines(products, rows))


def letter(number: int) -> str:
    """A, B, ..., Z, AA, AB, ... for 0, 1, ..."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        name = ascii_uppercase[rest] + name
    return name


class _Sheet:
    def __init__(self, words: Words, width: int, colour: bool) -> None:
        self.words, self.width, self.colour = words, width, colour
        self.label = LABEL

    def lines(self, products: Sequence[tuple[str, Card]], rows: Sequence[Row]) -> Iterator[str]:
        shown = 0
        longest = max((columns(word) for row in rows for word in clean(row.label).split()), default=0)
        self.label = max(LABEL, min(longest + GAP + 2, WIDEST_LABEL))
        for file, card in products:
            if card.page.reason is None:
                yield from self._legend(letter(shown), file, card)
                shown += 1
            else:
                name = card.product.name or file
                yield from self._hang("–", name, self.words("no_card").format(reason=card.page.reason))
        fit = max(1, (self.width - self.label) // (LEAST + GAP))
        for first in range(0, shown, fit):
            yield from self._table(rows, first, min(first + fit, shown))

    def _legend(self, sign: str, file: str, card: Card) -> Iterator[str]:
        price = card.product.price
        about = (
            card.classification.label if card.classification else "",
            f"{price.amount} {price.currency or ''}".strip() if price else "",
            self.words(card.product.availability) if card.product.availability else "",
        )
        yield from self._hang(sign, card.product.name or file, " · ".join(filter(None, about)))

    def _hang(self, sign: str, name: str, about: str) -> Iterator[str]:
        for number, line in enumerate(wrap(clean(name), self.width - 4)):
            yield pad("" if number else sign, 4) + self._paint(line, bold=True)
        for line in wrap(clean(about), self.width - 4) if about else ():
            yield pad("", 4) + line

    def _table(self, rows: Sequence[Row], first: int, end: int) -> Iterator[str]:
        each = (self.width - self.label) // (end - first) - GAP
        yield ""
        yield from self._row("", [[letter(number)] for number in range(first, end)], each, bold=True)
        one_purpose = sum(row.group == "verdict" for row in rows) == 1
        group = None
        for row in rows:
            if row.group != group:
                group = row.group
                yield ""
                yield self._paint(self.words(_GROUPS[group]), bold=True)
            label = self.words(row.key) if row.group == "verdict" or row.key == PRICE else row.label
            cells = [
                [self._said(row, cell), cell.why if one_purpose else None] for cell in row.cells[first:end]
            ]
            yield from self._row(label, cells, each)

    def _row(
        self, label: str, cells: Sequence[Sequence[str | None]], each: int, bold: bool = False
    ) -> Iterator[str]:
        """The row's lines: each cell is texts below each other."""
        stacks = [wrap(clean(label), self.label - GAP - 2)]
        stacks += [[line for text in texts if text for line in wrap(clean(text), each)] for texts in cells]
        for at in range(max(map(len, stacks))):
            name, *parts = [stack[at] if at < len(stack) else "" for stack in stacks]
            line = "  " + pad(name, self.label - 2)
            for part in parts:
                line += self._paint(part, bold) + " " * (each + GAP - columns(part))
            yield line.rstrip()

    def _said(self, row: Row, cell: Cell) -> str:
        if cell.text is None:
            return _NOTHING
        if row.group == "verdict":
            mark, _ = VERDICTS[cell.text]
            return f"{mark} {self.words(cell.text)}"
        return f"{cell.text} ({self.words(cell.better)})" if cell.better else cell.text

    def _paint(self, text: str, bold: bool = False) -> str:
        return click.style(text, bold=True) if self.colour and bold and text else text
