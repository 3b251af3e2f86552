"""Page: the captured HTML of one address, parsed once, and its visible text as a browser would show it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from earmark.card import Quote, Source
from earmark.decoding import to_utf8
from earmark.errors import PageTooComplex, PageTooLarge
from earmark.facts import CONTEXT, Evidence
from earmark.folding import fold

MAX_BYTES = 12 * 2**20  # the largest shop page measured has 3.1 MB; above 12 MiB a page is not a page
MAX_TAGS = 400_000  # an early refusal that costs 5 ms on 10 MB; the worker's deadline is the guarantee
MAX_NODES = 500_000  # a 17 KB page can make a million nodes; real pages stay under 30,000
MAX_DEPTH = 512  # where browsers stop nesting
SHORT = 100  # characters of a block that may be a label, a heading, a button or a price
SHARED_PREFIX = 16  # characters a block must share with <title> to be taken for the product's name

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
    links. `struck`: some of it is crossed out.
    """

    index: int
    text: str
    node: LexborNode
    tag: str
    linked: bool
    struck: bool
    parts: tuple[str, ...] = ()


@dataclass
class Page:
    """`blocks` are in reading order; `spans` says which blocks an element holds: mem_id -> [first, end)."""

    url: str | None
    tree: LexborHTMLParser
    blocks: list[Block]
    spans: dict[int, tuple[int, int]] = field(repr=False)
    charset: str = "utf-8"

    @classmethod
    def read(cls, html: bytes | str, url: str | None = None, charset: str | None = None) -> Page:
        """Decode, parse and walk the page once.

        Raises PageTooLarge over 12 MiB, PageTooComplex over 400,000 tags, 500,000 nodes or depth 512.
        """
        data, encoding = (html.encode("utf-8", "replace"), "utf-8") if isinstance(html, str) else (html, "")
        if len(data) > MAX_BYTES:
            raise PageTooLarge(f"the page has {len(data):,} bytes; at most {MAX_BYTES:,} are read")
        if not encoding:
            data, encoding = to_utf8(data, charset)
        if data.count(b"<") > MAX_TAGS:
            raise PageTooComplex(f"the page has more than {MAX_TAGS:,} tags")
        tree = LexborHTMLParser(data, options=LexborDocumentOptions.WO_EVENTS, scripting=True)
        blocks, spans = _walk(tree)
        return cls(url, tree, blocks, spans, encoding)

    @cached_property
    def title(self) -> str:
        """The text of `<title>`, white space folded; empty where there is none."""
        node = self.tree.css_first("title")
        return " ".join(node.text().split()) if node is not None else ""

    @cached_property
    def headline(self) -> Block | None:
        """The block that names what the page is about: the h1 that `<title>` repeats, else the first
        block that shares its beginning with `<title>`, else the first h1."""
        h1 = [block for block in self.blocks if block.tag == "h1" or _within(block.node, "h1")]
        title = _plain(self.title)
        for block in h1:
            if (plain := _plain(block.text)) and (plain in title or title.startswith(plain[:SHARED_PREFIX])):
                return block
        if h1:
            return max(h1[:3], key=lambda block: len(block.text))
        for block in self.blocks:
            plain = _plain(block.text)
            if len(plain) >= SHARED_PREFIX and plain[:SHARED_PREFIX] in title and not block.linked:
                return block
        return None

    @cached_property
    def words(self) -> list[str]:
        """Each block's text as words are compared, "" where it is too long for a label, heading or button."""
        return [" ".join(fold(block.text).split()) if len(block.text) <= SHORT else "" for block in self.blocks]

    def span(self, node: LexborNode) -> tuple[int, int]:
        """The blocks inside an element, as [first, end); empty where it shows no text."""
        return self.spans.get(node.mem_id, (0, 0))

    def inside(self, node: LexborNode) -> list[Block]:
        """The blocks inside an element."""
        first, end = self.span(node)
        return self.blocks[first:end]

    def quote(self, block: Block, source: Source, exact: str | None = None, at: int | None = None) -> Evidence:
        """Evidence for `exact` (all of the block where it is left out), which begins at `at` in its text."""
        exact = block.text if exact is None else exact
        start = block.text.find(exact) if at is None else at
        before, after = block.text[:start], block.text[start + len(exact) :]
        if len(before) < CONTEXT and block.index:
            before = f"{self.blocks[block.index - 1].text} {before}"
        if len(after) < CONTEXT and block.index + 1 < len(self.blocks):
            after = f"{after} {self.blocks[block.index + 1].text}"
        return Evidence(source, Quote(exact=exact, prefix=before[-CONTEXT:], suffix=after[:CONTEXT]))


def hidden(source: Source, value: str) -> Evidence:
    """Evidence that is not visible: a value as structured data, meta or state writes it."""
    return Evidence(source, Quote(exact=value), visible=False)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _within(node: LexborNode | None, tag: str) -> bool:
    for _ in range(3):
        if node is None:
            return False
        if node.tag == tag:
            return True
        node = node.parent
    return False


def _walk(tree: LexborHTMLParser) -> tuple[list[Block], dict[int, tuple[int, int]]]:
    """One depth-first walk of the body without recursion: text runs, and which of them each element holds."""
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
    unlinked = crossed = False

    def flush() -> None:
        nonlocal unlinked, crossed
        text = " ".join("".join(parts).split())
        if text:
            pieces = tuple(piece for part in parts if (piece := " ".join(part.split())))
            blocks.append(
                Block(len(blocks), text, holder, holder_tag, not unlinked, crossed, pieces if len(pieces) > 1 else ())
            )
        parts.clear()
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
                if not text.isspace():
                    if not links:
                        unlinked = True
                    if struck:
                        crossed = True
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
