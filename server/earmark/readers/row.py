"""A specification row: one label and the blocks that are its value."""

from __future__ import annotations

from dataclasses import dataclass

from earmark.card import Source
from earmark.folding import fold
from earmark.walk import Block

LONGEST_LABEL = 60  # characters; a longer «label» is a sentence
LONGEST_VALUE = 600  # characters of a value's blocks together; more is prose in a table's dress
# What stands around a label: colon, bullet, footnote sign, unseen marks of direction and width.
AROUND = " :：*•·.?\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"


@dataclass(frozen=True, slots=True)
class Row:
    """`start` and `end` are where the value stands in its first block; `label_block` is the label's own."""

    label: str
    value: tuple[Block, ...]
    source: Source
    start: int = 0
    label_block: Block | None = None
    end: int | None = None

    @property
    def text(self) -> str:
        """The value as one line."""
        first, *rest = self.value
        return ", ".join((first.text[self.start : self.end], *(block.text for block in rest)))


def label_of(text: str) -> str:
    """A label as it is looked up: folded, without colon, bullet or footnote sign."""
    return folded_label(fold(text[: LONGEST_LABEL + 1]))


def folded_label(folded: str) -> str:
    """`label_of` for text that is already folded."""
    return " ".join(folded[: LONGEST_LABEL + 1].split()).strip(AROUND)
