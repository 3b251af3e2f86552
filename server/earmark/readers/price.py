"""The visible price: what one pays now, nearest to the headline; and whether it can be bought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from earmark.card import Source
from earmark.facts import Said
from earmark.folding import fold
from earmark.readers.view import View
from earmark.values import money
from earmark.walk import Block

LONGEST_PRICE = 48  # characters of a block that is a price; longer ones are sentences about money
LONGEST_STATE = 90  # characters of a line that says whether the item is in stock
SURE = (
    9.8  # score of a price that outweighs structured data; below it, it speaks only where nothing else does
)
PLAUSIBLE = 6.0  # below it an amount near the headline is no price of this product
LONGEST_SOLD_OUT = 45  # characters: longer lines about stock speak of variants and other sellers
REACH = 60  # blocks after the headline in which its price stands
BACK = 25  # blocks before it
_LETTER = re.compile(r"[^\W\d_\u3040-\ud7ff]")  # of a script that writes blanks between words
_DIGIT = re.compile(r"\d")
_WHOLE = re.compile(r"\D{0,6}\d{1,3}(?:[ ,.]?\d{3})?")
_RAISED = re.compile(r"\d\d")


def read(view: View) -> Iterator[Said]:
    """At most one price and one availability."""
    best = max(candidates(view), default=None, key=lambda candidate: candidate[0])
    if best is not None and best[0] >= PLAUSIBLE:
        block, text = best[1], best[2]
        quoted = text if text in block.text else block.text
        by: Source = "price" if best[0] >= SURE else "state"
        yield Said("price", _with_cents(block), view.page.quote(block, "price", quoted), by=by)
    state = _state(view)
    if state is not None:
        # Shops keep «sold out» ready and hidden: it does not outweigh structured data.
        weighed: Source = "state" if state[0] == "out of stock" else "price"
        yield Said("availability", state[0], view.page.quote(state[1], "price"), by=weighed)


def candidates(view: View) -> Iterator[tuple[float, Block, str]]:
    """Score, block and text of what reads like a price with its currency."""
    start = view.regions.before
    blocks = view.page.blocks
    for block in blocks[max(0, start - BACK) : max(start, 0) + REACH]:
        if (
            len(block.text) > LONGEST_PRICE
            or not view.currencies.priced(view.page.words[block.index])
            or view.regions.names[block.index] not in ("", "menu")
        ):
            continue
        text = block.valid
        read = money(_with_cents(block), view.currencies)
        if read is None or read.currency is None or read.amount <= 0:
            continue
        words = fold(text)
        previous = view.page.folded[block.index - 1][-30:] if block.index else ""
        if _DIGIT.search(previous):
            previous = ""  # words with an amount of their own speak of that one
        score = 10.0 - abs(block.index - start) * (0.1 if block.index >= start else 0.3)
        if _said(words, view.vocabulary.words["price_not"]) or _ends(
            previous, view.vocabulary.words["price_not"]
        ):
            score -= 8
        if _said(words, view.vocabulary.words["price_now"]) or _ends(
            previous, view.vocabulary.words["price_now"]
        ):
            score += 2
        if _marked(block):
            score += 4
        if block.linked or text.lstrip().startswith(("+", "-", "−", "(")) or "%" in text:
            score -= 4
        yield score, block, text


def _with_cents(block: Block) -> str:
    """«$129» and a raised «99»: the shop leaves out the sign between them."""
    if block.parts and _RAISED.fullmatch(block.parts[-1]):
        whole = "".join(block.parts[:-1])
        if _WHOLE.fullmatch(whole):
            return f"{whole}.{block.parts[-1]}"
    return block.valid


def _said(text: str, words: frozenset[str]) -> bool:
    """One of the words stands in the text, as whole words."""
    found = _finder(words).find_matches_as_indexes(text, overlapping=True)
    return any(
        not _LETTER.match(text[max(0, start - 1) : start]) and not _LETTER.match(text[end : end + 1])
        for _, start, end in found
    )


def _ends(text: str, words: frozenset[str]) -> bool:
    """The text ends with one of the words."""
    text = text.rstrip(" :")
    found = _finder(words).find_matches_as_indexes(text, overlapping=True)
    return any(end == len(text) and not text[max(0, start - 1) : start].isalnum() for _, start, end in found)


@cache
def _finder(words: frozenset[str]) -> AhoCorasick:
    return AhoCorasick(sorted(words))


def _marked(block: Block) -> bool:
    """The shop names the element, or one of the two around it, a price."""
    node = block.node
    for _ in range(3):
        attributes = node.attributes
        names = " ".join(attributes.get(key) or "" for key in ("class", "id", "itemprop")).lower()
        if "old" in names or "was" in names or "strike" in names or "list-price" in names:
            return False
        if "price" in names:
            return True
        parent = node.parent
        if parent is None or not parent.is_element_node:
            return False
        node = parent
    return False


def _state(view: View) -> tuple[str, Block] | None:
    phrases = view.vocabulary.values["availability"]
    start = max(view.regions.before, 0)
    near = [
        block
        for block in view.page.blocks[max(0, start - BACK) : start + REACH]
        if len(block.text) <= LONGEST_STATE and not view.regions.names[block.index]
    ]
    text = "\0".join([view.page.folded[block.index] for block in near])
    for hit in phrases.find(text):
        block = near[text.count("\0", 0, hit.start)]
        state = hit.concept.split(".", 1)[1]
        if state != "out of stock" or len(block.text) <= LONGEST_SOLD_OUT:
            return state, block
    return None
