"""Amounts of money in a block, each with the words around it and the element that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from earmark.facts import Money
from earmark.folding import fold
from earmark.readers.naming import names, says
from earmark.readers.view import View
from earmark.values import amounts
from earmark.walk import Block, is_inline, is_unseen

LONGEST = 160  # characters of a block in which amounts are looked for; longer ones are prose
MOST_NODES = 200  # nodes looked at in search of the element that holds an amount
LONGEST_FIGURES = 14  # characters of an amount by itself
LONGEST_SIGN = 4  # characters of a currency's sign by itself
_FIGURES = re.compile(r"\d[\d.,'  ]*")
_STRUCK = frozenset({"s", "del", "strike"})


@dataclass(frozen=True, slots=True)
class Written:
    """`text` stands at [start, end) of the block; `before` and `after` are the folded words of the block
    between it and the next amounts; `node` is the element that holds its figures, `leaf` the text of just
    that node; `signed`: the currency's sign is part of it."""

    block: Block
    money: Money
    text: str
    start: int
    end: int
    before: str
    after: str
    node: LexborNode
    leaf: str
    signed: bool


def written(view: View, block: Block) -> Iterator[Written]:
    """The amounts of a block that nothing crosses out."""
    pieces = leaves(block)
    text, places = _joined(block, pieces, view.vocabulary.elements["cents"])
    sign = sign_beside(view, block)
    folded = fold(text)
    found = [one for one in amounts(text, view.currencies, assume=sign) if one.sure or sign]
    for i, one in enumerate(found):
        node, leaf = _holding(pieces, places[_figure(text, one.start)])
        if struck(node, block.node):
            continue
        begin = found[i - 1].end if i else 0
        stop = found[i + 1].start if i + 1 < len(found) else len(text)
        start, end = places[one.start], places[one.end - 1] + 1
        signed = sign is None and one.money.currency is not None
        yield Written(
            block, one.money, text[one.start : one.end].replace("\t", " "), start, end,
            folded[begin : one.start], folded[one.end : stop], node, leaf, signed,
        )  # fmt: skip


def sign_beside(view: View, block: Block) -> str | None:
    """The currency whose sign is a block of its own beside figures that are one."""
    if len(block.text) > LONGEST_FIGURES or not _FIGURES.fullmatch(block.text):
        return None
    blocks, at = view.page.blocks, block.index
    for other in (*blocks[at + 1 : at + 2], *blocks[max(0, at - 1) : at]):
        if len(other.text) <= LONGEST_SIGN and (code := view.currencies.code(other.text)):
            return code
    return None


def struck(node: LexborNode, holder: LexborNode) -> bool:
    """Crossed out, by its tag or by its style."""
    above: LexborNode | None = node
    while above is not None:
        if above.tag in _STRUCK or "line-through" in (above.attributes.get("style") or ""):
            return True
        if above.mem_id == holder.mem_id:
            return False
        above = above.parent
    return False


_Leaf = tuple[LexborNode, str, int]  # the element around a text, the text, where it begins in the block's


def leaves(block: Block) -> list[_Leaf]:
    """The texts of a block with their elements; the whole block as one where they cannot be told apart."""
    wanted = [" ".join(piece.split()) for piece in block.pieces if not piece.isspace()] or [block.text]
    run: list[tuple[LexborNode, str]] = []
    for node, text in _texts(block.node):
        if text:
            run.append((node, text))
        if not text or len(run) == len(wanted):
            if [one for _, one in run] == wanted:
                return _placed(block, run)
            run = run[1:] if text else []
    return [(block.node, block.text, 0)]


def _placed(block: Block, run: list[tuple[LexborNode, str]]) -> list[_Leaf]:
    placed, at = [], 0
    for node, text in run:
        start = block.text.find(text, at)
        if start < 0:
            return [(block.node, block.text, 0)]
        placed.append((node, text, start))
        at = start + len(text)
    return placed


def _texts(holder: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """The texts inside an element with what holds them, white space folded; an empty one where a block
    element or a line break divides them."""
    stack = [(holder, holder.first_child)]
    for _ in range(MOST_NODES):
        if not stack:
            return
        around, node = stack.pop()
        if node is None:
            continue
        stack.append((around, node.next))
        if node.tag == "-text":
            text = " ".join((node.text_content or "").split())
            if text:
                yield around, text
        elif is_inline(node):
            if not is_unseen(node):
                stack.append((node, node.first_child))
        elif node.is_element_node:
            yield node, ""
            stack.append((node, node.first_child))


def _joined(block: Block, leaves: list[_Leaf], cents: frozenset[str]) -> tuple[str, list[int]]:
    """The block's text with a tab where only elements divide it («Now$5», «32 00024 900») and a point before
    raised hundredths; and the place of each character in the block's own text."""
    if len(leaves) == 1:
        return block.text, list(range(len(block.text) + 1))
    text, places, end = "", [], 0
    for node, leaf, start in leaves:
        between = block.text[end:start]
        if text[-1:].isdigit() and len(leaf) == 2 and leaf.isdigit():
            raised = not between or node.tag == "sup" or says(names(node), cents)
            between = "." if raised else between
        elif not between:
            between = _between(text[-1:], leaf[:1])
        text += between + leaf
        places += [*[start] * len(between), *range(start, start + len(leaf))]
        end = start + len(leaf)
    return text, [*places, end]


def _between(last: str, first: str) -> str:
    if (last.isdigit() and first.isdigit()) or (last.islower() and first.isupper()):
        return "\t"
    return "\t" if last.isalpha() != first.isalpha() and (last.isalpha() or last.isdigit()) else ""


def _figure(text: str, start: int) -> int:
    return next((at for at in range(start, len(text)) if text[at].isdigit()), start)


def _holding(leaves: list[_Leaf], place: int) -> tuple[LexborNode, str]:
    return next(((node, text) for node, text, start in reversed(leaves) if start <= place), leaves[0][:2])
