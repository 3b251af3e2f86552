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
from earmark.walk import Block, is_inline, walk

MAX_BYTES = 12 * 2**20  # the largest shop page measured has 3.1 MB; above 12 MiB a page is not a page
MAX_TAGS = 400_000  # an early refusal that costs 5 ms on 10 MB; the worker's deadline is the guarantee
SHORT = 100  # characters of a block that may be a label, a heading, a button or a price
SHARED_PREFIX = 16  # characters a block must share with <title> to be taken for the product's name


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
        blocks, spans = walk(tree)
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
        h1 = [block for node in self.tree.css("h1") for block in self.inside(node)]
        title = _plain(self.title)
        repeated = [
            block
            for block in h1
            if (plain := _plain(block.text)) and (plain in title or title.startswith(plain[:SHARED_PREFIX]))
        ]
        if repeated or h1:  # the longest: a shop's logo may be an h1, and stands in <title> too
            return max(repeated or h1[:3], key=lambda block: len(block.text))
        for block in self.blocks if len(title) >= SHARED_PREFIX else ():
            if len(block.text) >= SHARED_PREFIX and not block.linked:
                plain = _plain(block.text[: 4 * SHARED_PREFIX])
                if len(plain) >= SHARED_PREFIX and plain[:SHARED_PREFIX] in title:
                    return block
        return None

    @cached_property
    def words(self) -> list[str]:
        """Each block's text as words are compared, "" where it is too long for a label, heading or button."""
        return [
            " ".join(fold(block.text).split()) if len(block.text) <= SHORT else "" for block in self.blocks
        ]

    def span(self, node: LexborNode) -> tuple[int, int]:
        """The blocks inside an element (for an inline one: inside the block element around it), as
        [first, end); empty where it shows no text."""
        inside: LexborNode | None = node
        while inside is not None and is_inline(inside):
            inside = inside.parent
        return self.spans.get(inside.mem_id, (0, 0)) if inside is not None else (0, 0)

    def inside(self, node: LexborNode) -> list[Block]:
        """The blocks inside an element."""
        first, end = self.span(node)
        return self.blocks[first:end]

    def quote(
        self, block: Block, source: Source, exact: str | None = None, at: int | None = None
    ) -> Evidence:
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
