"""The visible price: what one pays now, nearest to the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ahocorasick_rs import AhoCorasick

from earmark.card import Source
from earmark.facts import Said
from earmark.readers.amounts import LONGEST, Written, sign_beside, written
from earmark.readers.naming import first, names
from earmark.readers.view import View
from earmark.walk import Block

SURE = (
    9.8  # score of a price that outweighs structured data; below it, it speaks only where nothing else does
)
PLAUSIBLE = 6.0  # below it an amount near the headline is no price of this product
REACH = 60  # blocks after the headline in which its price stands
BACK = 25  # blocks before it
AROUND = 2  # elements around an amount's block whose names speak of it
LABEL = 30  # characters of the block before in which an amount's label ends
SENTENCE = 48  # characters around an amount beyond which it is a sentence about money
TOGETHER = 4  # blocks within which two amounts are the price of before and of now
ROUNDED = 1.0  # points by which a discount in percent may be rounded
LEAST_SHARE = 0.3  # of the higher of two amounts side by side: a lower one is no sale's price
MOST_AMOUNTS = 40  # beyond it a page lists other things
NOT, NOW, NAMED, SAID_TWICE = 8.0, 2.0, 4.0, 3.0  # points for an amount's words, name, structured data
_ROUND = re.compile(r"\d[,.:][-‐-―]")  # «1 299,-»
_LETTER = re.compile(r"[^\W\d_\u3040-\ud7ff]")  # of a script that writes blanks between words
_DIGIT = re.compile(r"\d")
_TIMES_BEFORE = re.compile(r"\d\s?[x×]\s?(?:de|of|von|à|a|x)?\s?$")  # «12x de R$ 18,99»
_TIMES_AFTER = re.compile(r"\s?[x×]\s?\d")  # «130 x 12 months»
_PER_UNIT = re.compile(r"\s?/\s?(?:\d|[^\W\d])")  # «4.50 / kg»
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?)\s?%|%\s?(\d{1,2})(?!\d)")


@dataclass
class Candidate:
    """An amount and what speaks for its being the price. `other`: its words say that it is none; `plain`: no
    words say what it is."""

    written: Written
    score: float
    other: bool
    plain: bool


def read(view: View) -> Iterator[Said]:
    """At most one price."""
    found = candidates(view)
    best = max(found, default=None, key=lambda candidate: candidate.score)
    if best is not None and best.score >= PLAUSIBLE:
        one = best.written
        by: Source = "price" if best.score >= SURE else "state"
        exact = one.block.text[one.start : one.end]
        text = one.text if one.signed else f"{one.text} {one.money.currency or _currency(found)}".strip()
        yield Said("price", text, view.page.quote(one.block, "price", exact, one.start), by=by)


def candidates(view: View) -> list[Candidate]:
    """The amounts near the headline, weighed."""
    declared = view.declared_prices
    found: list[Candidate] = []
    for block in _near(view):
        for one in written(view, block):
            if one.money.amount > 0:
                found.append(_weighed(view, one, declared))
        if len(found) >= MOST_AMOUNTS:
            break
    _now_and_before(view, found)
    return found


def _currency(found: Sequence[Candidate]) -> str:
    """«1 299,-» has the currency of the amounts around it."""
    return next((code for candidate in found if (code := candidate.written.money.currency)), "")


def _near(view: View) -> Iterator[Block]:
    start = view.regions.before
    for block in view.page.blocks[max(0, start - BACK) : max(start, 0) + REACH]:
        if (
            len(block.text) <= LONGEST
            and block.valid
            and view.regions.names[block.index] in ("", "menu")
            and (
                view.currencies.priced(view.page.folded[block.index])
                or _ROUND.search(block.text)
                or sign_beside(view, block)
            )
        ):
            yield block


def _weighed(view: View, one: Written, declared: Sequence[Decimal]) -> Candidate:
    block, words = one.block, view.vocabulary.words
    distance = block.index - view.regions.before
    score = 10.0 - abs(distance) * (0.1 if distance >= 0 else 0.5)
    label = one.before if one.before.strip(" :(\t") else _label(view, block) if one.start < LABEL else ""
    other = (
        _said(label, words["price_not"])
        or _follows(one.after, words["price_per"])
        or bool(_TIMES_BEFORE.search(label) or _TIMES_AFTER.match(one.after))
    )
    if other:
        score -= NOT
    elif _PER_UNIT.match(one.after):
        score -= NAMED
    now = _said(label, words["price_now"]) or _said(one.after[:LABEL], words["price_now"])
    score += NOW * now
    score += {"price": NAMED, "not_price": -SAID_TWICE, "usual": NOW}.get(_named(view, one), 0.0)
    if one.money.amount in declared:
        score += SAID_TWICE
    if block.linked or one.before.rstrip().endswith(("+", "(", "%")) or block.text[0] in "+-−":
        score -= NAMED
    if len(one.before) + len(one.after) > SENTENCE or len(one.leaf) > SENTENCE:
        score -= NAMED
    plain = not any(map(str.isalpha, one.before + one.after)) and not now
    return Candidate(one, score, other, plain and not other)


def _label(view: View, block: Block) -> str:
    """How the block before ends: words with an amount of their own speak of that one."""
    before = view.page.folded[block.index - 1][-LABEL:] if block.index else ""
    return "" if _DIGIT.search(before) else before


def _named(view: View, one: Written) -> str:
    """What the shop calls the innermost element around the amount that it gives a telling name."""
    node, left = one.node, AROUND
    inside = True
    while node is not None and node.is_element_node and left >= 0:
        kind = first(names(node), view.vocabulary.elements, ("not_price", "usual", "price"))
        if kind:
            return kind
        inside = inside and node.mem_id != one.block.node.mem_id
        left -= not inside
        if node.parent is None:
            break
        node = node.parent
    return ""


def _now_and_before(view: View, found: list[Candidate]) -> None:
    """Of two amounts side by side the higher is the one of before, if a discount says so or no words tell."""
    for i, one in enumerate(found):
        for other in found[i + 1 : i + 4]:
            high, low = (one, other) if one.written.money.amount > other.written.money.amount else (other, one)
            first_block, last_block = one.written.block.index, other.written.block.index
            if last_block - first_block > TOGETHER or high.written.money.amount == low.written.money.amount:
                continue
            if low.other:
                continue
            share = low.written.money.amount / high.written.money.amount
            if _discounted(view, first_block, last_block, 100 - 100 * float(share)):
                high.score -= NOT
                low.score += NOW
            elif one.plain and other.plain and last_block - first_block <= 1 and share >= LEAST_SHARE:
                high.score -= NAMED


def _discounted(view: View, start: int, end: int, percent: float) -> bool:
    """A discount of so many percent is written beside the blocks."""
    said = " ".join(view.page.folded[max(0, start - 1) : end + 2])
    return percent >= 1 and any(
        abs(float((found[1] or found[2]).replace(",", ".")) - percent) <= ROUNDED
        for found in _PERCENT.finditer(said)
    )


def _said(text: str, words: frozenset[str]) -> bool:
    """One of the words stands in the text, as whole words."""
    found = _finder(words).find_matches_as_indexes(text, overlapping=True)
    return any(
        not _LETTER.match(text[max(0, start - 1) : start]) and not _LETTER.match(text[end : end + 1])
        for _, start, end in found
    )


def _follows(text: str, words: frozenset[str]) -> bool:
    """The text begins with one of the words."""
    text = text.lstrip(" \t*(,")
    found = _finder(words).find_matches_as_indexes(text[:LABEL], overlapping=True)
    return any(start == 0 and not _LETTER.match(text[end : end + 1]) for _, start, end in found)


@cache
def _finder(words: frozenset[str]) -> AhoCorasick:
    return AhoCorasick(sorted(words))
