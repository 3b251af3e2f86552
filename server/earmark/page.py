"""Page: the captured HTML of one address, parsed once, and its visible text as a browser would show it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from urllib.parse import SplitResult, urlsplit

from ahocorasick_rs import AhoCorasick
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from earmark.card import Quote, Source
from earmark.decoding import to_utf8
from earmark.errors import PageTooComplex, PageTooLarge
from earmark.facts import CONTEXT, Evidence
from earmark.folding import fold
from earmark.walk import Block, Element, is_inline, walk

MAX_BYTES = 12 * 2**20  # the largest shop page measured has 3.1 MB; above 12 MiB a page is not a page
MAX_TAGS = 400_000  # an early refusal that costs 5 ms on 10 MB; the worker's deadline is the guarantee
SHORTEST_TAG = 3  # bytes: a smaller page need not be counted
SHORT = 100  # characters of a block that may be a label, a heading, a button or a price
SHARED_PREFIX = 16  # characters a block must share with <title> to be taken for the product's name
SHORTEST_NAME = 4  # characters of a name that is all of the first part of <title>
_HEADINGS = frozenset({"h2", "h3", "h4"})
_PARTS = re.compile(r"\s+[|/–—•·»:-]\s+|\s*[|｜]\s*")  # what divides a name from the shop's in <title>


@dataclass
class Page:
    """`blocks` are in reading order; `spans` says which blocks an element holds: mem_id -> [first, end);
    `containers` and `elements` are what the walk kept: parts of the page; each h1, tr and dt."""

    url: str | None
    tree: LexborHTMLParser
    blocks: list[Block]
    spans: dict[int, tuple[int, int]] = field(repr=False)
    containers: list[Element] = field(repr=False)
    elements: dict[str, list[Element]] = field(repr=False)
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
        if len(data) > MAX_TAGS * SHORTEST_TAG and data.count(b"<") > MAX_TAGS:
            raise PageTooComplex(f"the page has more than {MAX_TAGS:,} tags")
        tree = LexborHTMLParser(data, options=LexborDocumentOptions.WO_EVENTS, scripting=True)
        return cls(url, tree, *walk(tree), encoding)

    @cached_property
    def address(self) -> SplitResult:
        """The parts of `url`; empty where there is none, or what was told is no address."""
        try:
            return urlsplit(self.url or "")
        except ValueError:
            return urlsplit("")

    @cached_property
    def title(self) -> str:
        """The text of `<title>`, white space folded; empty where there is none."""
        node = self.tree.css_first("title")
        return " ".join(node.text().split()) if node is not None else ""

    @cached_property
    def headline(self) -> Block | None:
        """The block that names what the page is about: the h1 that `<title>` repeats, else the first
        block that shares its beginning with `<title>` or is its first part, else the first h1."""
        h1 = [block for _, first, end in self.elements.get("h1", ()) for block in self.blocks[first:end]]
        title = _plain(self.title)
        repeated = [
            block
            for block in h1
            if (plain := _plain(block.text)) and (plain in title or title.startswith(plain[:SHARED_PREFIX]))
        ]
        if repeated or h1:  # the longest: a shop's logo may be an h1, and stands in <title> too
            longest = max(repeated or h1[:3], key=lambda block: len(block.text))
            return self._opening(title, longest) or longest
        divided = [part.strip() for part in _PARTS.split(self.title)]
        parts = [part for part in divided if len(divided) > 1 and len(part) >= SHORTEST_NAME] or [""]
        for block in self.blocks:
            if block.linked:
                continue
            if len(block.text) >= SHARED_PREFIX // 2 and len(title) >= SHARED_PREFIX // 2:
                plain = _plain(block.text[: 4 * SHARED_PREFIX])
                shared = plain[:SHARED_PREFIX]
                if _weight(shared) >= SHARED_PREFIX and shared in title:
                    return block
            if block.text in parts and (block.text == parts[0] or block.tag in _HEADINGS):
                return block
        return None

    def _opening(self, title: str, h1: Block) -> Block | None:
        """The heading that `<title>` begins with, where the h1 is shorter and not of its first part: that is
        the shop's."""
        if _plain(h1.text)[:SHARED_PREFIX] in _plain(_PARTS.split(self.title)[0]):
            return None
        for block in self.blocks:
            if block.tag in _HEADINGS and not block.linked and len(block.text) > len(h1.text):
                plain = _plain(block.text[: 4 * SHARED_PREFIX])[:SHARED_PREFIX]
                if _weight(plain) >= SHARED_PREFIX // 2 and title.startswith(plain):
                    return block
        return None

    @cached_property
    def folded(self) -> list[str]:
        """Each block's text folded, every character at its place."""
        return self._folded.split("\0") if self.blocks else []

    @cached_property
    def _folded(self) -> str:
        return fold("\0".join([block.text for block in self.blocks]))

    @cached_property
    def words(self) -> list[str]:
        """Each block's text as words are compared, "" where it is too long for a label, heading or button."""
        return [
            "" if len(text) > SHORT else " ".join(text.split()) if "  " in text else text.strip(" ")
            for text in self.folded
        ]

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """The folded blocks as one text, and where each begins in it."""
        return self._folded, list(accumulate([len(text) + 1 for text in self.folded], initial=0))

    def holding(self, folded: str) -> Iterator[tuple[Block, int]]:
        """The blocks that hold these folded words, with the first place of them in each."""
        text, starts = self._text
        at = text.find(folded)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            yield self.blocks[index], at - starts[index]
            at = text.find(folded, starts[index + 1])

    def beginning(self, words: frozenset[str]) -> Iterator[Block]:
        """The blocks that begin with one of these folded words."""
        text, starts = self._text
        for _, at, _ in _beginnings(words).find_matches_as_indexes(f"\0{text}"):
            yield self.blocks[bisect_right(starts, at) - 1]

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


def _weight(text: str) -> int:
    """Letters, one of Japanese, Chinese or Korean counted as two."""
    return len(text) + sum("\u3040" <= letter <= "\ud7ff" for letter in text)


@cache
def _beginnings(words: frozenset[str]) -> AhoCorasick:
    return AhoCorasick([f"\0{word}" for word in sorted(words)])


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
