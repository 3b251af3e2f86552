"""Which blocks of a page speak of the product itself, which of menus, adverts, other products, reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from earmark.page import Page
from earmark.vocabulary import Vocabulary
from earmark.vocabulary.words import beginning
from earmark.walk import Block

LONGEST_HEADING = 60  # characters; a longer block that begins like a heading is prose
LONGEST_TAIL = 25  # characters that may follow a heading's words: «Customer reviews (1,204)»
LARGEST_SHARE = 0.7  # an element with more of the page than this is its frame, whatever its class says
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SAID = frozenset({"reviews", "questions"})  # by others
_TAG, _ATTRIBUTES = attrgetter("tag"), attrgetter("attributes")
_PLAIN = 4  # rank of a heading that is no h element: ended by any h1 to h4
_LINE = 7  # an advert's line ends with its own element


@dataclass(frozen=True)
class Regions:
    """`names[i]` is the region of block i: "" (the product), "menu", "related", "reviews", "questions",
    "advert", "compare", "breadcrumb"; `before` is the index of the headline."""

    names: list[str]
    before: int

    def own(self, block: Block) -> bool:
        """The block speaks of the product."""
        return not self.names[block.index]

    def mark(self, first: int, end: int, region: str) -> None:
        """The blocks [first, end) are of this region, whatever was told of them before."""
        self.names[first:end] = [region] * (end - first)


def regions(page: Page, vocabulary: Vocabulary) -> Regions:
    """Mark elements by the shop's names for them, then by the headings that open foreign parts."""
    names = [""] * len(page.blocks)
    headline = page.headline
    at = headline.index if headline else -1
    for first, end, region in _named(page, at, vocabulary):
        for i in range(first, end):
            if not names[i] or region == "breadcrumb":
                names[i] = region
    starts, letters = vocabulary.heading_starts, vocabulary.heading_letters
    for index, words in enumerate(page.words):
        if words[:2] in letters and beginning(words) in starts and not names[index] and index != at:
            block = page.blocks[index]
            opened = _heading(words, block, vocabulary)
            if opened:
                first, end = _scope(page, block, opened)
                if first <= at < end:
                    first = max(first, at + 1) if index > at else end
                for i in range(first, end):
                    names[i] = names[i] or opened
    return Regions(names, at)


def _named(page: Page, at: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """The blocks [first, end) of the elements whose tag, class or id names a region: first those told by
    their tags, then the others, each time the outer before the inner."""
    largest = LARGEST_SHARE * len(page.blocks)
    parts = [one for one in page.containers if one[2] - one[1] <= largest and not one[1] <= at < one[2]]
    nodes = [node for node, _, _ in parts]
    for (_, first, end), tag in zip(parts, map(_TAG, nodes), strict=True):
        if tag in vocabulary.region_tags:
            yield first, end, vocabulary.region_tags[tag]
    names = [f"{given.get('class') or ''} {given.get('id') or ''}" for given in map(_ATTRIBUTES, nodes)]
    different = list(dict.fromkeys(names))
    told = {different[index]: region for index, region in vocabulary.region_names.find(different)}
    for (_, first, end), name in zip(parts, names, strict=True):
        if name in told:
            yield first, end, told[name]


def _heading(words: str, block: Block, vocabulary: Vocabulary) -> str | None:
    """The region that a block opens, if it reads like the heading of a foreign part."""
    if block.linked and block.tag not in _HEADINGS:
        return None
    words = words.rstrip(": ")
    if (region := vocabulary.headings.get(words)) is not None:
        return region
    colon = words.find(":")
    if 0 < colon <= LONGEST_TAIL and words[: colon + 1] in vocabulary.headings:
        return "advert"
    if len(words) > LONGEST_HEADING:
        return None
    pieces = words.split()
    for length in range(min(6, len(pieces) - 1), 0, -1):
        head = " ".join(pieces[:length]).rstrip(",")
        counted = words[len(head) :].lstrip(" (（").rstrip(")） ").replace(",", "").replace(".", "").isdigit()
        region = vocabulary.headings.get(head)
        whole = length > 1 or (block.tag in _HEADINGS and region in _SAID)  # «Reviews of our customers»
        if region is not None and (counted or (whole and len(words) - len(head) <= LONGEST_TAIL)):
            return region
    return None


def _scope(page: Page, block: Block, region: str) -> tuple[int, int]:
    """The blocks that a heading rules: its container where it stands first in it, else what follows it up
    to the next heading of its rank."""
    if region == "advert":
        return block.index, block.index + 1
    first, end = page.span(block.node)
    if end - first > 1 and first == block.index:
        return first, end
    rank = _HEADINGS.get(block.tag, _PLAIN)
    node = block.node
    parent = node.parent
    while parent is not None and page.span(parent) == (block.index, block.index + 1):
        node, parent = parent, parent.parent
    last = block.index + 1
    sibling = node.next
    while sibling is not None:
        first, end = page.span(sibling)
        if first < end:
            opening = page.blocks[first]
            own = _HEADINGS.get(opening.tag, _LINE)
            tile = region == "related" and opening.linked and own > 2  # a product's name, no end of the list
            if own <= rank and not tile:
                break
            last = max(last, end)
        sibling = sibling.next
    return block.index, last
