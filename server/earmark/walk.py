"""One walk of the tree: the runs of text that a browser shows, and which of them each element holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
        node = LexborHTMLParser(f"<{tag}></{tag}>").css_first(tag)
        if node is not None:
            found.add(node.tag_id)
    return frozenset(found)


_TEXT, _COMMENT = 2, 4  # lexbor's own constants, LXB_TAG__TEXT and LXB_TAG__EM_COMMENT
_UNSEEN = _ids(_UNSEEN_TAGS) | {_COMMENT}
_INLINE = _ids(_INLINE_TAGS)
_BREAK = next(iter(_ids(["br"])))
_LINK = next(iter(_ids(["a"])))
_STRUCK = _ids(["s", "del", "strike"])


@dataclass(slots=True, eq=False)
class Block:
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
    pieces: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The pieces, white space folded, without empty ones; none where there is only one."""
        folded = tuple(part for piece in self.pieces if (part := " ".join(piece.split())))
        return folded if len(folded) > 1 else ()


class _Run:
    """The text run under way."""

    __slots__ = ("blocks", "crossed", "kept", "pieces", "unlinked")

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.start()

    def start(self) -> None:
        self.pieces: list[str] = []
        self.kept: list[str] = []
        self.unlinked = self.crossed = False

    def end(self, holder: LexborNode) -> None:
        pieces = self.pieces
        text = " ".join("".join(pieces).split())
        if text:
            valid = " ".join("".join(self.kept).split()) if self.crossed else text
            several = tuple(pieces) if len(pieces) > 1 else ()
            blocks = self.blocks
            blocks.append(
                Block(len(blocks), text, holder, holder.tag or "", not self.unlinked, valid, several)
            )
        self.start()


def is_inline(node: LexborNode) -> bool:
    """The element does not interrupt a run of text."""
    return node.tag_id in _INLINE


def is_unseen(node: LexborNode) -> bool:
    """A browser shows nothing of the element."""
    return node.tag_id in _UNSEEN


def walk(tree: LexborHTMLParser) -> tuple[list[Block], dict[int, tuple[int, int]]]:
    """The body's blocks in reading order, and the blocks [first, end) of each block element by its mem_id.

    Depth first and without recursion. Raises PageTooComplex over 500,000 nodes or depth 512.
    """
    blocks: list[Block] = []
    spans: dict[int, tuple[int, int]] = {}
    body = tree.body
    if body is None:
        return blocks, spans
    stack: list[tuple[LexborNode, int, int, LexborNode | None]] = []  # node, tag, first block, holder outside
    run = _Run(blocks)
    holder = body
    links = struck = seen = 0
    current = body.first_child
    while current is not None or stack:
        if current is None:
            current, tag, first, outside = stack.pop()
            if outside is not None:
                if run.pieces:
                    run.end(holder)
                holder = outside
                if len(blocks) > first:
                    spans[current.mem_id] = (first, len(blocks))
            elif tag == _LINK:
                links -= 1
            elif tag in _STRUCK:
                struck -= 1
            current = current.next
            continue
        tag = current.tag_id
        if tag == _TEXT:
            text = current.text_content or ""
            if run.pieces or not text.isspace():
                run.pieces.append(text)
                if struck:
                    run.crossed = True
                else:
                    run.kept.append(text)
                if not links and not run.unlinked and not text.isspace():
                    run.unlinked = True
            current = current.next
        elif tag in _UNSEEN:
            current = current.next
        elif tag == _BREAK:
            if run.pieces:
                run.end(holder)
            current = current.next
        else:
            seen += 1
            child = current.first_child
            if child is None:
                current = current.next
                continue
            if tag in _INLINE:
                if tag == _LINK:
                    links += 1
                elif tag in _STRUCK:
                    struck += 1
                stack.append((current, tag, 0, None))
            else:
                if run.pieces:
                    run.end(holder)
                stack.append((current, tag, len(blocks), holder))
                holder = current
            if len(stack) > MAX_DEPTH:
                raise PageTooComplex(f"the page nests elements more than {MAX_DEPTH} deep")
            if seen > MAX_NODES:
                raise PageTooComplex(f"the page has more than {MAX_NODES:,} elements")
            current = child
    if run.pieces:
        run.end(body)
    return blocks, spans
