"""One walk of the tree: the runs of text that a browser shows, and which of them each element holds."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from earmark.errors import PageTooComplex

MAX_NODES = 500_000  # a 17 KB page can make a million nodes; real pages stay under 30,000
MAX_DEPTH = 512  # where browsers stop nesting

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "textarea", "select", "iframe", "head", "svg", "object",
    "canvas", "video", "audio", "math", "-comment", "!doctype",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "img",
    "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_STRUCK = frozenset({"s", "del", "strike"})
_TRACKED = frozenset({"a"}) | _STRUCK


@dataclass(slots=True, eq=False)
class Block:
    """A run of text that no block element or line break interrupts, white space folded.

    `index` is its place among the page's blocks, `tag` the name of the element `node` that holds it,
    `parts` its pieces as inline elements divide it (one piece: empty). `linked`: all of it is inside
    links. `valid` is the text without what is crossed out.
    """

    index: int
    text: str
    node: LexborNode
    tag: str
    linked: bool
    valid: str
    parts: tuple[str, ...] = ()


def walk(tree: LexborHTMLParser) -> tuple[list[Block], dict[int, tuple[int, int]]]:
    """The body's blocks in reading order, and the blocks [first, end) of each element by its mem_id.

    Depth first and without recursion. Raises PageTooComplex over 500,000 nodes or depth 512.
    """
    blocks: list[Block] = []
    spans: dict[int, tuple[int, int]] = {}
    body = tree.body
    node = body.first_child if body is not None else None
    if body is None or node is None:
        return blocks, spans
    stack: list[tuple[LexborNode, str, int, bool]] = []
    holder, holder_tag = body, "body"
    parts: list[str] = []
    links = struck = seen = 0
    valid: list[str] = []
    unlinked = crossed = False

    def flush() -> None:
        nonlocal unlinked, crossed
        text = " ".join("".join(parts).split())
        if text:
            pieces = (
                tuple(piece for part in parts if (piece := " ".join(part.split()))) if len(parts) > 1 else ()
            )
            kept = " ".join("".join(valid).split()) if crossed else text
            blocks.append(
                Block(
                    len(blocks),
                    text,
                    holder,
                    holder_tag,
                    not unlinked,
                    kept,
                    pieces if len(pieces) > 1 else (),
                )
            )
        parts.clear()
        valid.clear()
        unlinked = crossed = False

    current: LexborNode | None = node
    while True:
        if current is None:
            if not stack:
                break
            current, tag, first, breaks = stack.pop()
            if breaks:
                if parts:
                    flush()
                holder, holder_tag = _holder(stack, body)
            if len(blocks) > first or parts:
                spans[current.mem_id] = (first, len(blocks) + (1 if parts else 0))
            if tag == "a":
                links -= 1
            elif tag in _STRUCK:
                struck -= 1
            current = current.next
            continue
        seen += 1
        tag = current.tag or ""
        if tag == "-text":
            text = current.text_content or ""
            if text and (parts or not text.isspace()):
                parts.append(text)
                if struck:
                    crossed = True
                else:
                    valid.append(text)
                if not links and not unlinked and not text.isspace():
                    unlinked = True
            current = current.next
        elif tag == "br":
            if parts:
                flush()
            current = current.next
        elif tag in _UNSEEN:
            current = current.next
        else:
            child = current.first_child
            if child is None:
                current = current.next
                continue
            breaks = tag not in _INLINE
            if breaks:
                if parts:
                    flush()
                holder, holder_tag = current, tag
            if tag in _TRACKED:
                if tag == "a":
                    links += 1
                else:
                    struck += 1
            stack.append((current, tag, len(blocks), breaks))
            if len(stack) > MAX_DEPTH:
                raise PageTooComplex(f"the page nests elements more than {MAX_DEPTH} deep")
            if seen > MAX_NODES:
                raise PageTooComplex(f"the page has more than {MAX_NODES:,} elements")
            current = child
    if parts:
        flush()
    return blocks, spans


def _holder(stack: list[tuple[LexborNode, str, int, bool]], body: LexborNode) -> tuple[LexborNode, str]:
    for node, tag, _, breaks in reversed(stack):
        if breaks:
            return node, tag
    return body, "body"
