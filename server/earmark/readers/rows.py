"""Specification rows: tables, definition lists, «label: value» lines, label and value cells side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from earmark.card import Source
from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.lines import lines
from earmark.readers.parts import parts
from earmark.readers.row import LONGEST_LABEL, LONGEST_VALUE, Row, label_of
from earmark.readers.view import View
from earmark.walk import Block

SHORTEST_PROOF = 4  # characters: «Yes», «No», «Ja», «是»
MOST_BLOCKS = 12  # blocks of one value
_SEPARATORS = frozenset({":", "：", "=", "."})  # a column of their own in some tables
SHORTEST_NAME, LONGEST_NAME = 8, 40  # characters of a column's head that are looked for in the page's name
_COUNTED = re.compile(r"\d{1,3}[.)]?")  # a row's number
MOST_ROWS = 3_000  # rows read on one page


def read(view: View) -> Iterator[Said]:
    """Each row as `row`, once for each block of its value; labels are looked up later.

    A short «yes» proves nothing by itself: there the quote is the whole line, or the label's cell. Under the
    heading of a part («Microphone») the label is that part's: «microphone weight» is not the product's.
    """
    over = parts(view)
    for row in rows(view):
        part = over.get(row.value[0].index, "")
        label = f"{part} {row.label}" if part and part != label_of(row.label) else row.label
        for i, block in enumerate(row.value):
            start = row.start if i == 0 else 0
            text = block.text[start : row.end].rstrip()
            evidence = view.page.quote(block, row.source, text, start)
            if len(text) <= SHORTEST_PROOF and start:
                evidence = view.page.quote(block, row.source)
            elif len(text) <= SHORTEST_PROOF and row.label_block is not None:
                evidence = view.page.quote(row.label_block, row.source)
            yield Said("row", text, evidence, label, "table")


def rows(view: View) -> list[Row]:
    """Every row of the product's own regions, in reading order of its kind."""
    found = [*_table_rows(view), *_definitions(view)]
    taken = {block.index for row in found for block in row.value}
    found += lines(view, taken)
    return found[:MOST_ROWS]


def _table_rows(view: View) -> Iterator[Row]:
    columns: dict[int, int | None] = {}
    for tr, first, _ in view.page.elements.get("tr", [])[:MOST_ROWS]:
        if view.regions.names[first]:
            continue
        cells = [cell for cell in tr.iter() if cell.tag in ("td", "th")]
        full = {
            place: blocks
            for place, cell in enumerate(cells)
            if (blocks := _cell(view, cell)) and blocks[0].text not in _SEPARATORS
        }
        if len(full) == 2:
            label, value = full.values()
            yield from _row(label, value, "table")
        elif len(full) >= 3:
            yield from _wide_row(view, tr, full, columns)


def _wide_row(
    view: View, tr: LexborNode, cells: dict[int, list[Block]], columns: dict[int, int | None]
) -> Iterator[Row]:
    """Rows of three and more cells, by their places: pairs side by side, a number before the pair, or a
    comparison where only this product counts."""
    labels = view.vocabulary.labels
    first, second, third, *more = cells.values()
    if len(more) == 1 and all(_is_label(blocks[0].text, labels) for blocks in (first, third)):
        yield from _row(first, second, "table")
        yield from _row(third, more[0], "table")
        return
    if not more and _COUNTED.fullmatch(first[0].text) and _is_label(second[0].text, labels):
        yield from _row(second, third, "table")
        return
    parent = tr.parent
    key = parent.mem_id if parent is not None else 0
    if key not in columns:
        columns[key] = _own_column(view, cells)
        return
    column = columns[key]
    if column is not None and column in cells:
        yield from _row(first, cells[column], "table")


def _is_label(text: str, labels: Mapping[str, tuple[str, ...]]) -> bool:
    return text.rstrip().endswith((":", "：")) or label_of(text) in labels


def _own_column(view: View, header: dict[int, list[Block]]) -> int | None:
    """Which column of a comparison is this product's: headed «this item» or by the longest beginning of the
    page's own name («Pebble 3 Pro», not «Pebble 3»)."""
    headline = view.page.headline
    name = fold_words(headline.text) if headline else ""
    own: int | None = None
    longest = SHORTEST_NAME
    for place, blocks in header.items():
        text = fold_words(" ".join(block.text for block in blocks))[:LONGEST_NAME]
        if place and text in view.vocabulary.words["near"]:
            return place
        if place and len(text) > longest and name.startswith(text):
            own, longest = place, len(text)
    return own


def _definitions(view: View) -> Iterator[Row]:
    for dt, _, _ in view.page.elements.get("dt", [])[:MOST_ROWS]:
        label = _cell(view, dt)
        sibling = dt.next
        while sibling is not None and sibling.tag in ("-text", "-comment"):
            sibling = sibling.next
        if label and sibling is not None and sibling.tag == "dd" and (value := _cell(view, sibling)):
            yield from _row(label, value, "list")


def _row(label: list[Block], value: list[Block], source: Source) -> Iterator[Row]:
    text = label[0].text
    if len(label) == 1 and len(text) <= LONGEST_LABEL and sum(len(b.text) for b in value) <= LONGEST_VALUE:
        yield Row(text, tuple(value[:MOST_BLOCKS]), source, 0, label[0])


def _cell(view: View, node: LexborNode) -> list[Block]:
    return [block for block in view.page.inside(node) if view.regions.own(block)]
