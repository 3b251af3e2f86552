"""The brand: a byline, a short text near the headline that the name begins with, an element named for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborNode

from earmark.facts import Said
from earmark.folding import fold_words
from earmark.page import hidden
from earmark.readers.amounts import leaves
from earmark.readers.json_ld import types
from earmark.readers.naming import names, says
from earmark.readers.row import label_of
from earmark.readers.view import View
from earmark.walk import Block

REACH = 40  # blocks before and after the headline in which a shop names the brand
NEXT = 6  # blocks beside the headline in which a byline stands
LONGEST = 30  # characters of a brand
HEAD = 3  # words of the name among which its brand stands
SMALL = 3  # blocks of an element that is named for the brand
_MODEL = re.compile(r"[^\W\d_]\S*\d|(?:^|\s)\d+(?:\s|$)")  # figures behind letters, or alone
_PATH_END = re.compile("[?#]")
AROUND = 2  # elements around a text that may be named for it
MOST_IMAGES = 150  # images looked at for a brand's logo
LOGO_AROUND = 3  # elements around an image that may be named for it


def read(view: View) -> Iterator[Said]:
    """The longest short text that stands among the first words of the name; and a byline."""
    headline = view.page.headline
    if headline is None:
        return
    name = fold_words(headline.text)
    start = headline.index
    best: Block | None = None
    for block in view.page.blocks[max(0, start - REACH) : start + REACH]:
        if (
            block is headline
            or len(block.text) > LONGEST
            or view.regions.names[block.index] not in ("", "breadcrumb")
            or not (block.text[0].isupper() or block.text[0].isdigit())
        ):
            continue
        words = fold_words(block.text)
        if len(words) < 2 or _MODEL.search(words) or words == name or not _begins(name, words):
            continue
        if best is None or len(block.text) > len(best.text):
            best = block
    if best is not None:
        yield Said("brand", best.text, view.page.quote(best, "description"), by="state")
    if not _of_a_book(view):  # «by» names its author
        yield from _bylines(view, start)


def named(view: View) -> Iterator[Said]:
    """At most one brand: what stands near the headline in an element that the shop names for it. It looks at
    every element there, and is asked only where nothing else told."""
    start = view.regions.before
    if start < 0:
        return
    headline = view.page.blocks[start]
    if brand := _of_name(headline):
        yield Said("brand", brand, view.page.quote(headline, "heading", brand), by="state")
        return
    blocks = view.page.blocks[max(0, start - NEXT) : start + REACH]
    for block in sorted(blocks, key=lambda block: abs(block.index - start)):
        if block.index != start and _may_be(view, block) and _is_named(view, block):
            yield Said("brand", block.text, view.page.quote(block, "description"), by="state")
            return
    for image in view.page.tree.css("img[alt]")[:MOST_IMAGES]:
        brand = " ".join((image.attributes.get("alt") or "").split())
        if 1 < len(brand) <= LONGEST and _logo(view, image) and _near(view, image):
            yield Said("brand", brand, hidden("state", brand), by="state")
            return


def _may_be(view: View, block: Block) -> bool:
    text = block.text
    return (
        1 < len(text) <= LONGEST
        and view.regions.names[block.index] in ("", "breadcrumb")
        and any(map(str.isalpha, text))
        and not view.vocabulary.row(label_of(text))[0]
        and not view.currencies.priced(view.page.folded[block.index])
    )


def _is_named(view: View, block: Block) -> bool:
    """One of the elements that hold little more than the block is named for the brand."""
    node: LexborNode | None = leaves(block)[0][0]
    left, inside = AROUND, True
    while node is not None and node.is_element_node and left >= 0:
        inside = inside and node.mem_id != block.node.mem_id
        first, end = (0, 0) if inside else view.page.span(node)
        if end - first > SMALL or _strange(view, node):
            return False
        if says(names(node), view.vocabulary.elements["brand"]) or _leads(view, node):
            return True
        left -= not inside
        node = node.parent
    return False


def _leads(view: View, node: LexborNode) -> bool:
    """A link into the folder of the shop's brands: «/brands/northwind»."""
    if node.tag != "a":
        return False
    folders = _PATH_END.split(node.attributes.get("href") or "")[0].lower().rstrip("/").split("/")[:-1]
    return not view.vocabulary.elements["brand_path"].isdisjoint(folders)


def _of_name(headline: Block) -> str:
    """The link that the name begins with; empty where there is none."""
    pieces = leaves(headline) if headline.pieces and not headline.linked else []
    first = pieces[0][0] if len(pieces) > 1 else None
    return pieces[0][1] if first is not None and first.tag == "a" and len(pieces[0][1]) <= LONGEST else ""


def _strange(view: View, node: LexborNode) -> bool:
    """Named by a word for something else: the shop's own logo, a colour of its style sheet."""
    return says(names(node), view.vocabulary.elements["not_brand"])


def _logo(view: View, image: LexborNode) -> bool:
    """The image, or one of the elements around it, is named for the brand, and none for the shop's own."""
    node: LexborNode | None = image
    for _ in range(1 + LOGO_AROUND):
        if node is None or not node.is_element_node or _strange(view, node):
            return False
        if says(names(node), view.vocabulary.elements["brand"]):
            return True
        node = node.parent
    return False


def _near(view: View, image: LexborNode) -> bool:
    """The smallest element around an image that shows text stands beside the headline, and none inside it is
    the shop's own logo."""
    node = image.parent
    while node is not None and node.is_element_node and not _strange(view, node):
        first, end = view.page.span(node)
        if first < end:
            start = view.regions.before
            return start - NEXT <= first <= start + REACH and not view.regions.names[first]
        node = node.parent
    return False


def _of_a_book(view: View) -> bool:
    kind = view.metas.get("og:type", "").lower()
    return kind.startswith("book") or any("book" in types(product) for product in view.products[:1])


def _bylines(view: View, start: int) -> Iterator[Said]:
    """«Visit the Northwind store»: a line that the shop's language keeps for the brand."""
    byline = _byline(view.vocabulary.words["byline"])
    for block in view.page.blocks[max(0, start - NEXT) : start + NEXT]:
        words = view.page.words[block.index]
        found = byline.fullmatch(words) if not view.regions.names[block.index] else None
        if found and found.lastindex and len(words) == len(block.text):
            start, end = found.span(found.lastindex)
            brand = block.text[start:end]
            yield Said("brand", brand, view.page.quote(block, "description", brand, start), by="aria")
            return


@cache
def _byline(lines: frozenset[str]) -> re.Pattern[str]:
    """Any of the lines; the group that took part is the brand."""
    return re.compile("|".join(re.escape(line).replace(r"\{\}", "(.{2,30})") for line in sorted(lines)))


def _begins(name: str, words: str) -> bool:
    head = name.split()[: HEAD + len(words.split()) - 1]
    return len(words.split()) <= HEAD and f" {words} " in f" {' '.join(head)} "
