"""The visible price: what one pays now, nearest to the headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from earmark.card import Source
from earmark.facts import Said
from earmark.readers.amounts import LONGEST, Written, sign_beside, written
from earmark.readers.naming import concealed, first, names
from earmark.readers.view import View
from earmark.readers.wording import begins, ends, holds
from earmark.trace import Step
from earmark.walk import Block

NEAREST = 10.0  # points of an amount beside the headline
SURE = (
    9.8  # points of a price that outweighs structured data; below it, it speaks only where nothing else does
)
PLAUSIBLE = 6.0  # below it an amount near the headline is no price of this product
BEHIND, BEFORE = 0.1, 0.5  # points that a block between the headline and an amount behind or before it costs
OTHER = 8.0  # points against an amount whose words say that it is another: nothing outweighs them
NAMED = 4.0  # points for the name of its element, against a link or a sentence: telling, but shops err
EACH = 2.0  # points against a price for one of several, or by weight
HINTED = 3.0  # points for structured data that says the same, against an element named «old»
NOW = 2.0  # points for the words «now» and «price»
REACH = 60  # blocks after the headline in which its price stands
BACK = 25  # blocks before it
AROUND = 2  # elements around an amount's block whose names speak of it
LABEL = 30  # characters of the block before in which an amount's label ends
SENTENCE = 48  # characters around an amount beyond which it is a sentence about money
TOGETHER = 4  # blocks within which two amounts are the price of before and of now
ROUNDED = 1.0  # points by which a discount in percent may be rounded
LEAST_SHARE = 0.3  # of the higher of two amounts side by side: a lower one is no sale's price
MOST_AMOUNTS = 40  # beyond it a page lists other things
_LABELS = frozenset({"dt", "th", "label"})
_ROUND = re.compile(r"\d[,.:][-‐-―]")  # «1 299,-»
_DIGIT = re.compile(r"\d")
_TIMES_BEFORE = re.compile(r"\d\s?[x×]\s?(?:de|of|von|à|a)?\s?$")  # «12x de R$ 18,99»
_TIMES_AFTER = re.compile(r"\s?[x×]\s?\d")  # «130 x 12 months»
_PER_UNIT = re.compile(r"\s?/\s?(?:\d|[^\W\d])")  # «4.50 / kg»
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?)\s?%|%\s?(\d{1,2})(?!\d)")


@dataclass
class Candidate:
    """An amount and what speaks for its being the price. `other`: its words say that it is none; `each`: for
    one of several; `plain`: no words say what it is."""

    written: Written
    score: float
    other: bool
    each: bool
    plain: bool


def read(view: View) -> Iterator[Said]:
    """At most one price."""
    found = candidates(view)
    best = max(found, default=None, key=lambda candidate: candidate.score)
    paid = best.written.money if best is not None and best.score >= PLAUSIBLE else None
    view.passed_over += [_step(one) for one in found if one.written.money != paid]
    if best is not None and paid is not None:
        one = best.written
        by: Source = "price" if best.score >= SURE else "state"
        exact = one.block.text[one.start : one.end]
        text = one.text if one.signed else f"{one.text} {one.money.currency or _currency(found)}".strip()
        yield Said("price", text, view.page.quote(one.block, "price", exact, one.start), by=by)


def _step(one: Candidate) -> Step:
    why = "its words say that it is another amount" if one.other else "another amount is likelier"
    outcome = f"{why} ({one.score:.1f} points)"
    return Step("price", "price", one.written.text, outcome)


def candidates(view: View) -> list[Candidate]:
    """The amounts near the headline, weighed."""
    found: list[Candidate] = []
    for block in _near(view):
        found += [_weighed(view, one) for one in written(view, block) if one.money.amount > 0]
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
            len(block.text) > LONGEST
            or not block.valid
            or view.regions.names[block.index] not in ("", "menu")
        ):
            continue
        priced = view.currencies.priced(view.page.folded[block.index])
        if priced or _ROUND.search(block.text) or sign_beside(view, block):
            yield block


def _weighed(view: View, one: Written) -> Candidate:
    block, words, elements = one.block, view.vocabulary.words, view.vocabulary.elements
    distance = block.index - view.regions.before
    points = NEAREST - (distance * BEHIND if distance >= 0 else -distance * BEFORE)
    label, said = _label(view, one)
    other = (
        said(label, words["price_not"])
        or begins(one.after, words["price_per"])
        or bool(_TIMES_BEFORE.search(label) or _TIMES_AFTER.match(one.after))
    )
    now = said(label, words["price_now"]) or holds(one.after[:LABEL], words["price_now"])
    each = begins(one.after, words["price_each"]) or said(label, words["price_each"])
    each = each or _PER_UNIT.match(one.after) is not None
    points -= OTHER * other + EACH * (each and not other)
    points += NOW * now - HINTED * said(label, words["price_usual"])
    points += {"price": NAMED, "not_price": -HINTED, "usual": NOW}.get(_named(view, one), 0.0)
    points += HINTED * (one.money.amount in view.declared_prices)
    around = one.before + one.after
    points -= NAMED * (
        block.linked or one.before.rstrip().endswith(("+", "(", "%")) or block.text[0] in "+-−"
    )
    points -= NAMED * (len(around) > SENTENCE or len(one.leaf) > SENTENCE)
    points -= OTHER * (distance == 0)  # «205/55 R16»: figures of the name
    points -= NAMED * concealed(one.node, elements["hidden"])
    plain = not (other or now or any(map(str.isalpha, around)))
    return Candidate(one, points, other, each, plain)


def _label(view: View, one: Written) -> tuple[str, Callable[[str, frozenset[str]], bool]]:
    """The words before an amount, and how a word must stand in them: anywhere in its line or its label, at
    the end of the line before. A line with an amount of its own speaks of that one."""
    if one.before.strip(" :(\t") or one.start >= LABEL:
        return one.before, holds
    index = one.block.index
    before = view.page.folded[index - 1][-LABEL:] if index else ""
    labels = index and view.page.blocks[index - 1].tag in _LABELS
    return "" if _DIGIT.search(before) else before, holds if labels else ends


def _named(view: View, one: Written) -> str:
    """What the shop calls the innermost element around the amount that it gives a telling name."""
    node, left, inside = one.node, AROUND, True
    while node.is_element_node and left >= 0:
        kind = first(names(node), view.vocabulary.elements, ("not_price", "usual", "price"))
        if kind or node.parent is None:
            return kind
        inside = inside and node.mem_id != one.block.node.mem_id
        left -= not inside
        node = node.parent
    return ""


def _now_and_before(view: View, found: list[Candidate]) -> None:
    """Of two amounts side by side the higher is the one of before, if a discount says so or no words tell."""
    for i, one in enumerate(found):
        for other in found[i + 1 : i + 4]:
            if one.written.money.currency != other.written.money.currency:
                continue  # the same price in the coin that comes or goes
            low, high = sorted((one, other), key=lambda candidate: candidate.written.money.amount)
            start, end = one.written.block.index, other.written.block.index
            share = float(low.written.money.amount / high.written.money.amount)
            if end - start > TOGETHER or share == 1 or low.other or low.each:
                continue
            if _discounted(view, start, end, 100 - 100 * share):
                high.score -= OTHER
                low.score += NOW
            elif one.plain and other.plain and end - start <= 1 and share >= LEAST_SHARE:
                high.score -= NAMED


def _discounted(view: View, start: int, end: int, percent: float) -> bool:
    """A discount of so many percent is written beside the blocks."""
    said = " ".join(view.page.folded[max(0, start - 1) : end + 2])
    return percent >= ROUNDED and any(
        abs(float((found[1] or found[2]).replace(",", ".")) - percent) <= ROUNDED
        for found in _PERCENT.finditer(said)
    )
