"""Rows outside tables: «label: value» lines, a label piece before its value, a label and its value in cells
of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from earmark.card import Source
from earmark.readers.row import LONGEST_LABEL, LONGEST_VALUE, Row, folded_label, label_of
from earmark.readers.view import View
from earmark.vocabulary import Vocabulary
from earmark.walk import Block

LONGEST_LINE = 160  # characters of a line that holds several rows
LARGEST_CELL = 8  # blocks a label's row may have beside it when nothing else divides rows
LONGEST_NEXT = 120  # characters of a value that follows its label in flat markup
CLIMB = 4  # elements around a label's cell among which its row is looked for
_CELLS = frozenset({"td", "th", "dt"})  # the rows of tables are read elsewhere
_CODED = frozenset({"sku", "gtin", "model"})
_DIVIDER = re.compile(r"\s[·•|]\s")
_TELLING = re.compile(r"[\d:：·•|]")  # a line of one piece without any of these holds no row
_COLON = re.compile(r"\s?[:：]\s?")
_OPENING = re.compile(r"([^:：]{2,60})[:：](?:\s|$)")  # «Brand: Northwind», or «Brand:» before an element
_CODE = re.compile(r"([^\d:：]{2,24}?)[\s.#№]{1,4}((?=[\w/.-]{0,20}\d)[\w/.-]{3,40})")  # «SKU 579695999»


def lines(view: View, taken: set[int]) -> Iterator[Row]:
    """The rows of the product's own regions, but for the blocks in `taken`."""
    vocabulary = view.vocabulary
    skip = set(taken)
    for block, words, foreign in zip(view.page.blocks, view.page.words, view.regions.names, strict=True):
        if foreign or block.tag in _CELLS or block.index in skip or len(block.text) > LONGEST_VALUE:
            continue
        if words and (specs := vocabulary.row(folded_label(words))[0]):
            value = [] if _stated(block, words, specs, vocabulary) else _beside(view, block)
            if value:
                skip.update(other.index for other in value)
                yield Row(block.text, tuple(value), _source(block), 0, block)
        elif block.pieces or _TELLING.search(block.text):
            yield from _line(block, view.page.folded[block.index], vocabulary)


def _stated(block: Block, words: str, specs: Sequence[str], vocabulary: Vocabulary) -> bool:
    """An item of a list that says all by itself: under «Detachable microphone» stands no value."""
    return block.tag == "li" and any(
        hit.concept != "microphone.unspecified"
        for spec in specs
        if vocabulary.specs[spec].values
        for hit in vocabulary.values[spec].find(words)
    )


def _source(block: Block) -> Source:
    return "list" if block.tag in ("li", "dd") else "description"


def _line(block: Block, folded: str, vocabulary: Vocabulary) -> Iterator[Row]:
    """The rows of one block: several divided by dots or bars, or one."""
    text = block.text
    if len(text) <= LONGEST_LINE and ("·" in text or "•" in text or "|" in text):
        start = 0
        for piece in _DIVIDER.split(text):
            at = text.find(piece, start)
            start = at + len(piece)
            if found := _pair(piece, folded[at:start], vocabulary):
                yield Row(found[0], (block,), _source(block), at + found[1], end=start)
        return
    if block.pieces and text.count(":") > 1 and (several := _several(block, folded, vocabulary)):
        yield from several
    elif found := (_inline(block, folded, vocabulary) if block.pieces else None) or _pair(
        text, folded, vocabulary
    ):
        yield Row(found[0], (block,), _source(block), found[1], end=_glued(block, found, vocabulary))


def _glued(block: Block, found: tuple[str, int], vocabulary: Vocabulary) -> int | None:
    """Where a number ends that the next inline element follows without a blank: «SKU: N-40» «Sold out»."""
    label, value = found
    if not block.pieces or _CODED.isdisjoint(vocabulary.row(label_of(label))[0]):
        return None
    at = 0
    for part in block.parts[:-1]:
        at = block.text.find(part, at) + len(part)
        if at > value and block.text[at - 1].isalnum() and block.text[at].isalpha():
            return at
    return None


def _several(block: Block, folded: str, vocabulary: Vocabulary) -> list[Row]:
    """Rows side by side in inline elements, each with its colon: a shop's style sheet divides them, its text
    may not («SKU: N-40Brand: Northwind»). None where fewer than two open one."""
    openings: list[tuple[int, int]] = []
    at = 0
    for part in block.parts:
        start = block.text.find(part, at)
        if start < 0:
            return []
        at = start + len(part)
        if found := _OPENING.match(part):
            openings.append((start, start + found.end()))
    rows: list[Row] = []
    stops = [start for start, _ in openings[1:]] + [len(block.text)]
    for (start, colon), stop in zip(openings, stops if len(openings) > 1 else (), strict=False):
        rest = block.text[colon:stop]
        value, end = colon + len(rest) - len(rest.lstrip()), colon + len(rest.rstrip())
        label = block.text[start:colon].rstrip(" :：")
        if value < end and vocabulary.row(folded_label(folded[start : start + len(label)]))[0]:
            rows.append(Row(label, (block,), _source(block), value, end=end))
    return rows


def _pair(text: str, folded: str, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """A known label and where its value begins: behind a colon, or a code behind its label."""
    head = text[: LONGEST_LABEL + 2]
    if ":" in head or "：" in head:
        colon = _COLON.search(head)
        if colon and colon.end() < len(text) and vocabulary.row(folded_label(folded[: colon.start()]))[0]:
            return text[: colon.start()], colon.end()
        return None
    code = _CODE.fullmatch(text) if len(text) <= LONGEST_LABEL else None
    known = code is not None and _CODED.intersection(vocabulary.row(folded_label(folded[: code.end(1)]))[0])
    return (code[1], code.start(2)) if code is not None and known else None


def _inline(block: Block, folded: str, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """A label that is an inline element of its own, and where the value behind it begins."""
    at = 0
    parts = block.parts
    for part in parts[:-1]:
        start = block.text.find(part, at)
        if start < 0:
            return None
        at = start + len(part)
        if len(part) <= LONGEST_LABEL and vocabulary.row(folded_label(folded[start:at]))[0]:
            rest = block.text[at:]
            value = at + len(rest) - len(rest.lstrip(" :："))
            return (part, value) if value < len(block.text) else None
    if not parts:
        return None
    start = block.text.rfind(parts[-1])
    last = _pair(parts[-1], folded[start:], vocabulary) if start >= 0 else None
    return (last[0], start + last[1]) if last else None


def _beside(view: View, label: Block) -> list[Block]:
    """The value of a label that fills its own cell: the rest of the smallest element that holds more than
    the label, where that element begins with it and is as small as a row."""
    node: LexborNode | None = label.node
    for _ in range(CLIMB):
        if node is None:
            return []
        first, end = view.page.span(node)
        if first == label.index and end - first > 1:
            value = [block for block in view.page.blocks[first + 1 : end] if view.regions.own(block)]
            if len(value) > LARGEST_CELL:
                return _next_cell(view, label)
            if any(view.vocabulary.row(label_of(block.text))[0] for block in value):
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
    if (
        not view.regions.own(value)
        or view.vocabulary.row(label_of(value.text))[0]
        or len(value.text) > LONGEST_NEXT
    ):
        return []
    if value.node.mem_id == label.node.mem_id or _siblings(label.node, value.node):
        return [value]
    return []


def _siblings(one: LexborNode, other: LexborNode) -> bool:
    parent, second = one.parent, other.parent
    return parent is not None and second is not None and parent.mem_id == second.mem_id
