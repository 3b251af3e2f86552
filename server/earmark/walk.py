"""One walk of the tree: the runs of text that a browser shows, and which of them each element holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from earmark.errors import PageTooComplex

MAX_NODES = 500_000  # a 17 KB page can make a million nodes; real pages stay under 30,000
MAX_DEPTH = 512  # where browsers stop nesting

_UNSEEN_TAGS = (
    "script", "style", "noscript", "template", "textarea", "select", "iframe", "head", "svg", "object",
    "canvas", "video", "audio", "math",
)  # fmt: skip
_INLINE_TAGS = (
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "img",
    "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
)  # fmt: skip


def _ids(tags: Iterable[str]) -> frozenset[int]:
    """The parser's numbers for tags: comparing them costs a third of comparing names."""
    found = set()
    for tag in tags:
        node = LexborHTMLParser(f"<table><{tag}></{tag}></table>").css_first(tag)
        if node is not None:
            found.add(node.tag_id)
    return frozenset(found)


_TEXT, _COMMENT = 2, 4  # lexbor's own constants, LXB_TAG__TEXT and LXB_TAG__EM_COMMENT
_UNSEEN = _ids(_UNSEEN_TAGS) | {_COMMENT}
_INLINE = _ids(_INLINE_TAGS)
_BREAK = next(iter(_ids(["br"])))
_LINK = next(iter(_ids(["a"])))
_STRUCK = _ids(["s", "del", "strike"])
_CONTAINERS = _ids(["div", "section", "ul", "ol", "table", "aside", "nav", "footer", "article"])
_KEPT = {tag: name for name in ("h1", "tr", "dt") for tag in _ids([name])}


Element = tuple[LexborNode, int, int]  # with the blocks [first, end) inside it


class Walked(NamedTuple):
    """The body's blocks in reading order; the blocks [first, end) of each block element by its mem_id; the
    elements that may be parts of a page, those inside after those around them; each h1, tr and dt in
    reading order. Elements without text are left out."""

    blocks: list[Block]
    spans: dict[int, tuple[int, int]]
    containers: list[Element]
    elements: dict[str, list[Element]]


class Block(msgspec.Struct, eq=False, gc=False):
    """A run of text that no block element or line break interrupts, white space folded.

    `index` is its place among the page's blocks, `tag` the name of the element `node` that holds it,
    `pieces` its text as inline elements divide it, unfolded. `linked`: all of it is inside links. `valid`
    is the text without what is crossed out.
    """

    index: int
    text: str
    node: LexborNode
    tag: str
    linked: bool
    valid: str
    pieces: Sequence[str] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The pieces, white space folded, without empty ones; none where there is only one."""
        folded = tuple(part for piece in self.pieces if (part := " ".join(piece.split())))
        return folded if len(folded) > 1 else ()


_Run = tuple[LexborNode, int, list[str], bool]  # holder, its tag, pieces, some of it outside links
_Open = tuple[LexborNode, int, int]  # an element under way, its tag, how many runs came before it


def is_inline(node: LexborNode) -> bool:
    """The element does not interrupt a run of text."""
    return node.tag_id in _INLINE


def is_unseen(node: LexborNode) -> bool:
    """A browser shows nothing of the element."""
    return node.tag_id in _UNSEEN


def walk(tree: LexborHTMLParser) -> Walked:
    """Depth first, without recursion and without a call for each node. Raises PageTooComplex over 500,000
    nodes or depth 512.
    """
    body = tree.body
    current = body.first_child if body is not None else None
    if body is None or current is None:
        return Walked([], {}, [], {})
    runs: list[_Run] = []
    crossed: dict[int, set[int]] = {}  # run -> the pieces of it that are crossed out
    spans: dict[int, tuple[int, int]] = {}
    containers: list[Element] = []
    kept: list[tuple[str, Element]] = []
    pieces: list[str] = []
    unlinked = gap = False  # some text is outside links; white space stands before the next piece
    links = struck = made = 0  # made: how many runs there are
    opened: list[_Open] = [(body, body.tag_id, 0)]
    for _ in range(2 * MAX_NODES):  # each node is come to, each element also left
        if current is None:
            closed, tag, first = opened.pop()
            if tag not in _INLINE:
                if pieces:
                    runs.append((closed, tag, pieces, unlinked))
                    pieces, unlinked = [], False
                    made += 1
                if made > first:
                    spans[closed.mem_id] = (first, made)
                    if tag in _CONTAINERS:
                        containers.append((closed, first, made))
                    elif tag in _KEPT:
                        kept.append((_KEPT[tag], (closed, first, made)))
            elif tag == _LINK:
                links -= 1
            elif tag in _STRUCK:
                struck -= 1
            if not opened:
                break
            current = closed.next
            continue
        tag = current.tag_id
        if tag == _TEXT:
            text = current.text_content or ""
            if text.isspace():
                gap = True
            else:
                if gap and pieces:
                    pieces.append(" ")
                gap = False
                if struck:
                    crossed.setdefault(made, set()).add(len(pieces))
                if not links:
                    unlinked = True
                pieces.append(text)
            current = current.next
            continue
        child = current.first_child if tag not in _UNSEEN else None
        if child is None:
            if tag == _BREAK and pieces:
                runs.append((*_holder(opened), pieces, unlinked))
                pieces, unlinked = [], False
                made += 1
            current = current.next
            continue
        if tag not in _INLINE:
            if pieces:
                runs.append((*_holder(opened), pieces, unlinked))
                pieces, unlinked = [], False
                made += 1
        elif tag == _LINK:
            links += 1
        elif tag in _STRUCK:
            struck += 1
        opened.append((current, tag, made))
        if len(opened) > MAX_DEPTH + 1:
            raise PageTooComplex(f"the page nests elements more than {MAX_DEPTH} deep")
        current = child
    else:
        raise PageTooComplex(f"the page has more than {MAX_NODES:,} nodes")
    elements: dict[str, list[Element]] = {}
    kept.reverse()  # what stands inside comes behind what is around it; sort() leaves that so
    kept.sort(key=_first)
    for name, element in kept:
        elements.setdefault(name, []).append(element)
    return Walked(_blocks(runs, crossed), spans, containers[::-1], elements)


def _first(kept: tuple[str, Element]) -> int:
    return kept[1][1]


def _holder(opened: list[_Open]) -> tuple[LexborNode, int]:
    """The block element that the walk is in."""
    return next((node, tag) for node, tag, _ in reversed(opened) if tag not in _INLINE)


def _blocks(runs: list[_Run], crossed: dict[int, set[int]]) -> list[Block]:
    names: dict[int, str] = {}
    blocks: list[Block] = []
    for index, (holder, tag, pieces, unlinked) in enumerate(runs):
        several = pieces if len(pieces) > 1 else ()
        text = " ".join(("".join(pieces) if several else pieces[0]).split())
        valid = text
        if index in crossed:
            kept = "".join(piece for i, piece in enumerate(pieces) if i not in crossed[index])
            valid = " ".join(kept.split())
        name = names.get(tag) or names.setdefault(tag, holder.tag or "")
        blocks.append(Block(index, text, holder, name, not unlinked, valid, several))
    return blocks
