"""Which part of the product a specification is about: «Microphone», «Charging case» as headings of rows."""

from __future__ import annotations

from earmark.readers.row import folded_label
from earmark.readers.view import View
from earmark.walk import Block

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})


def parts(view: View) -> dict[int, str]:
    """Block index -> the part whose heading stands over it: a heading rules up to the next one, a table's
    own heading (a row of one cell) up to the next in that table."""
    known = view.vocabulary.words["part"]
    found: dict[int, str] = {}
    over = within = ""
    end = 0
    for block, words in zip(view.page.blocks, view.page.words, strict=True):
        if block.index >= end:
            within = ""
        if block.tag in _HEADINGS:
            over, within = folded_label(words), ""
        elif block.tag in _CELLS:
            label = folded_label(words)
            if (over in known or within in known or label in known) and (ruled := _ruled(view, block)):
                within, end = label, ruled
        if (over or within) and (within or over) in known:
            found[block.index] = within or over
    return found


def _ruled(view: View, block: Block) -> int:
    """Where the table ends whose row is this one cell; 0 where the cell stands beside others."""
    row = block.node.parent
    if row is None or row.tag != "tr" or view.page.span(row) != (block.index, block.index + 1):
        return 0
    if sum(cell.tag in _CELLS for cell in row.iter()) != 1:
        return 0
    table = row.parent
    while table is not None and table.tag in ("thead", "tbody", "tfoot"):
        table = table.parent
    return view.page.span(table)[1] if table is not None else 0
