"""Specification rows: tables, definition lists, «label: value» lines, label and value cells side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from earmark.card import Source
from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.view import View
from earmark.walk import Block

LONGEST_LABEL = 60  # characters; a longer «label» is a sentence
LONGEST_VALUE = 600  # characters of a value's blocks together; more is prose in a table's dress
SHORTEST_PROOF = 4  # characters: «Yes», «No», «Ja», «是»
MOST_BLOCKS = 12  # blocks of one value
MOST_ROWS = 3_000  # rows read on one page
_CODED = frozenset({"sku", "gtin", "model"})
_DIVIDER = re.compile(r"\s[·•|]\s")
LONGEST_LINE = 160  # characters of a line that holds several rows
_COLON = re.compile(r"\s?[:：]\s?")
_CODE = re.compile(
    r"^([^\d:：]{2,24}?)[\s.#№]{1,4}([\w/.-]{0,20}\d[\w/.-]{2,20})$"
)  # «SKU 579695999», without a colon
LARGEST_CELL = 8  # blocks a label's row may have beside it when nothing else divides rows


@dataclass(frozen=True, slots=True)
class Row:
    """One label and the blocks that are its value; `start` and `end` are where it stands in its first one."""

    label: str
    value: tuple[Block, ...]
    source: Source
    start: int = 0
    label_block: Block | None = None
    end: int | None = None

    @property
    def text(self) -> str:
        """The value as one line."""
        return ", ".join(
            b.text[self.start : self.end] if i == 0 else b.text for i, b in enumerate(self.value)
        )


def read(view: View) -> Iterator[Said]:
    """Each row as `row`, once for each block of its value; labels are looked up later.

    A short «yes» proves nothing by itself: there the quote is the whole line, or the label's cell.
    """
    for row in rows(view):
        for i, block in enumerate(row.value):
            start = row.start if i == 0 else 0
            text = block.text[start : row.end].rstrip()
            evidence = view.page.quote(block, row.source, text, start)
            if len(text) <= SHORTEST_PROOF and start:
                evidence = view.page.quote(block, row.source)
            elif len(text) <= SHORTEST_PROOF and row.label_block is not None:
                evidence = view.page.quote(row.label_block, row.source)
            yield Said("row", text, evidence, row.label, "table")


def rows(view: View) -> list[Row]:
    """Every row of the product's own regions, in reading order of its kind."""
    found = [*_table_rows(view), *_definitions(view)]
    taken = {block.index for row in found for block in row.value}
    found += _lines(view, taken)
    return found[:MOST_ROWS]


def label_of(text: str) -> str:
    """A label as it is looked up: folded, without colon, bullet or footnote sign."""
    return fold_words(text[: LONGEST_LABEL + 1]).strip(" :*•·.").rstrip("?")


def _table_rows(view: View) -> Iterator[Row]:
    columns: dict[int, int | None] = {}
    for tr in view.page.tree.css("tr")[:MOST_ROWS]:
        first, end = view.page.span(tr)
        if first >= end or view.regions.names[first]:
            continue
        cells = [cell for cell in tr.iter() if cell.tag in ("td", "th")]
        full = [blocks for cell in cells if (blocks := _cell(view, cell))]
        if len(full) == 2:
            yield from _row(full[0], full[1], "table")
        elif len(full) >= 3:
            yield from _wide_row(view, tr, full, columns)


def _wide_row(
    view: View, tr: LexborNode, cells: list[list[Block]], columns: dict[int, int | None]
) -> Iterator[Row]:
    """Rows of three and more cells: pairs side by side, or a comparison where only this product counts."""
    labels = view.vocabulary.labels
    if len(cells) == 4 and all(_is_label(cells[i][0].text, labels) for i in (0, 2)):
        yield from _row(cells[0], cells[1], "table")
        yield from _row(cells[2], cells[3], "table")
        return
    parent = tr.parent
    key = parent.mem_id if parent is not None else 0
    if key not in columns:
        columns[key] = _own_column(view, cells)
        return
    column = columns[key]
    if column is not None and column < len(cells):
        yield from _row(cells[0], cells[column], "table")


def _is_label(text: str, labels: Mapping[str, tuple[str, ...]]) -> bool:
    return text.rstrip().endswith((":", "：")) or label_of(text) in labels


def _own_column(view: View, header: list[list[Block]]) -> int | None:
    """Which column of a comparison is this product's: headed «this item» or by the page's own name."""
    headline = view.page.headline
    name = fold_words(headline.text) if headline else ""
    for index, blocks in enumerate(header):
        text = fold_words(" ".join(block.text for block in blocks))
        if index and (
            text in view.vocabulary.words["near"] or (len(text) > 8 and name.startswith(text[:40]))
        ):
            return index
    return None


def _definitions(view: View) -> Iterator[Row]:
    for dt in view.page.tree.css("dt")[:MOST_ROWS]:
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


def _lines(view: View, taken: set[int]) -> Iterator[Row]:
    """Rows outside tables: a known label with a colon, a label piece before its value, a label cell."""
    labels = view.vocabulary.labels
    skip = set(taken)
    for block in view.page.blocks:
        index = block.index
        if index in skip or view.regions.names[index] or block.tag in ("td", "th", "dt"):
            continue
        text = block.text
        if len(text) > LONGEST_VALUE:
            continue
        source: Source = "list" if block.tag in ("li", "dd") else "description"
        if len(text) <= LONGEST_LINE and _DIVIDER.search(text):
            yield from _segments(block, labels, source)
            continue
        colon = _COLON.search(text[: LONGEST_LABEL + 2])
        if colon and colon.end() < len(text) and label_of(text[: colon.start()]) in labels:
            if len(text) <= LONGEST_VALUE:
                yield Row(text[: colon.start()], (block,), source, colon.end())
        elif block.parts and (inline := _inline(block, labels)):
            yield Row(inline[0], (block,), source, inline[1])
        elif (code := _CODE.match(text)) and {"sku", "gtin", "model"}.intersection(
            labels.get(label_of(code[1]), ())
        ):
            yield Row(code[1], (block,), source, code.start(2))
        elif len(text) <= LONGEST_LABEL and label_of(text) in labels:
            value = _beside(view, block)
            if value:
                skip.update(other.index for other in value)
                yield Row(text, tuple(value), source, 0, block)


def _segments(block: Block, labels: Mapping[str, tuple[str, ...]], source: Source) -> Iterator[Row]:
    """Several rows on one line: «Maker: Northwind · Item no. 4711»."""
    start = 0
    for piece in _DIVIDER.split(block.text):
        at = block.text.find(piece, start)
        start = at + len(piece)
        colon = _COLON.search(piece)
        if colon and label_of(piece[: colon.start()]) in labels:
            yield Row(piece[: colon.start()], (block,), source, at + colon.end(), end=start)
        elif (code := _CODE.match(piece)) and _CODED.intersection(labels.get(label_of(code[1]), ())):
            yield Row(code[1], (block,), source, at + code.start(2), end=start)


def _inline(block: Block, labels: Mapping[str, tuple[str, ...]]) -> tuple[str, int] | None:
    """A label that is a piece of its own, and where the value behind it begins."""
    at = 0
    for piece in block.parts[:-1]:
        at = block.text.find(piece, at)
        if at < 0:
            return None
        at += len(piece)
        if len(piece) <= LONGEST_LABEL and label_of(piece) in labels:
            rest = block.text[at:]
            start = at + len(rest) - len(rest.lstrip(" :："))
            return (piece, start) if start < len(block.text) <= LONGEST_VALUE else None
    last = re.match(r"([^:：]{2,40})[:：]\s?", block.parts[-1])
    if last and label_of(last[1]) in labels and len(block.parts[-1]) > last.end():
        return last[1], block.text.rfind(block.parts[-1]) + last.end()
    return None


def _beside(view: View, label: Block) -> list[Block]:
    """The value of a label that fills its own cell: the rest of the smallest element that holds more than
    the label, where that element begins with it and is as small as a row."""
    node: LexborNode | None = label.node
    for _ in range(4):
        if node is None:
            return []
        first, end = view.page.span(node)
        if first == label.index and end - first > 1:
            value = [block for block in view.page.blocks[first + 1 : end] if view.regions.own(block)]
            if len(value) > LARGEST_CELL:
                return _next_cell(view, label)
            if any(label_of(block.text) in view.vocabulary.labels for block in value):
                return _next_cell(view, label)
            return value
        if first < label.index:
            return _next_cell(view, label)
        node = node.parent
    return []


def _next_cell(view: View, label: Block) -> list[Block]:
    """Flat markup: the value is the next block, unless that is a label itself or a heading's text."""
    if label.index + 1 >= len(view.page.blocks) or label.linked:
        return []
    value = view.page.blocks[label.index + 1]
    if not view.regions.own(value) or label_of(value.text) in view.vocabulary.labels or len(value.text) > 120:
        return []
    if value.node.mem_id == label.node.mem_id or _siblings(label.node, value.node):
        return [value]
    return []


def _siblings(one: LexborNode, other: LexborNode) -> bool:
    parent, second = one.parent, other.parent
    return parent is not None and second is not None and parent.mem_id == second.mem_id
