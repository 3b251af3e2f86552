"""Which parts of a page show other products, though no heading says so: tiles that link to them, a gallery of
a maker's other models.

They are told by standing side by side: parts of one kind, each with a link and a price of its own, or each
opened by the name of another thing. A product's own features stand so as well, but open with no other model
and do not sit in the ear here and around it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from earmark.folding import fold_words
from earmark.readers.view import View
from earmark.vocabulary import Vocabulary

TILES = 3  # linked and priced parts side by side; two may be the halves of a buy box
LARGEST = 24  # blocks of one part; more is a section of the page
SHORTEST_NAME = 8  # characters; a badge («New») stands before a name
LONGEST_NAME = 160  # characters of a product's name
LONGEST_PRICE = 40  # characters of a price's line
_HEADINGS = ("h3", "h4", "h5", "h6")  # of sections side by side; h1 and h2 divide the page itself
_INSIDE, _OUTSIDE, _FREE = "inside", "outside", "free"
_PLACES = {
    "form.in-ear": _INSIDE, "form.earbud": _INSIDE, "kind.earphones": _INSIDE, "form.over-ear": _OUTSIDE,
    "form.on-ear": _OUTSIDE, "form.open-ear": _FREE,
}  # fmt: skip
# A model's number: letters and figures in one word or two, and no measure, code of protection or port.
_MODEL = re.compile(r"\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{3,12}\b|\b[a-z]{2,4} \d{2,4}[a-z]{0,3}\b")
_MEASURE = re.compile(
    r"\d+(?:mm|cm|m|h|hr|hrs|hz|khz|ghz|db|ohm|ohms|g|kg|mah|bit|ms|min|d|k|x|v|w|st|nd|rd|th|p)"
    r"|(?:ipx?|usb|bt|v|mp|ps|hi|cvc|aac|ldac|rj|qc|enc|anc|ai|type|up to|to|for|in|with|and|of) ?\d.*"
)

Span = tuple[int, int]


def others(view: View) -> Iterator[Span]:
    """The blocks [first, end) of each part that shows another product."""
    for chain in (*_containers(view), *_sections(view)):
        if len(chain) >= TILES and all(_is_tile(view, part) for part in chain):
            yield chain[0][0], chain[-1][1]
        elif _is_gallery(view, chain):
            yield chain[0][0], chain[-1][1]


def _containers(view: View) -> Iterator[list[Span]]:
    """Elements of one name that follow each other without a gap, behind the headline."""
    at = view.regions.before
    names = view.regions.names
    groups: dict[tuple[str, str], set[Span]] = {}
    for node, first, end in view.page.containers:
        if first > at and 1 <= end - first <= LARGEST and not names[first]:
            key = (node.tag or "", node.attributes.get("class") or "")
            groups.setdefault(key, set()).add((first, end))
    for spans in groups.values():
        if len(spans) > 1:
            yield from _chains(sorted(spans))


def _chains(spans: Sequence[Span]) -> Iterator[list[Span]]:
    chain: list[Span] = []
    for span in spans:
        if chain and chain[-1][1] != span[0]:
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(span)
    if len(chain) > 1:
        yield chain


def _sections(view: View) -> Iterator[list[Span]]:
    """Headings of one rank that no higher one divides, each with what follows it."""
    blocks = view.page.blocks
    names = view.regions.names
    run: list[int] = []
    for block in blocks[view.regions.before + 1 :]:
        rank = block.tag
        if not (len(rank) == 2 and rank[0] == "h" and rank[1].isdigit()):
            continue
        own = rank in _HEADINGS and not names[block.index]
        if run and (not own or rank != blocks[run[0]].tag):
            if len(run) > 1:
                yield _ruled(run, block.index)
            run = []
        if own:
            run.append(block.index)
    if len(run) > 1:
        yield _ruled(run, len(blocks))


def _ruled(run: Sequence[int], end: int) -> list[Span]:
    """Each heading's blocks: up to the next; the last one's are as many as the longest before it had."""
    spans = list(zip(run, run[1:], strict=False))
    longest = max(last - first for first, last in spans)
    return [*spans, (run[-1], min(end, run[-1] + longest))]


def _is_tile(view: View, part: Span) -> bool:
    first, end = part
    blocks = view.page.blocks[first:end]
    if not any(block.linked or block.node.css_first("a[href]") is not None for block in blocks):
        return False
    words = view.page.folded[first:end]
    return any(view.currencies.priced(line[-LONGEST_PRICE:]) for line in words)


def _is_gallery(view: View, chain: Sequence[Span]) -> bool:
    """Each part opens with another thing's name: one worn in the ear beside one worn around it, or models
    that the page's name does not have."""
    opened = [opening for part in chain if (opening := _opening(view, part))]
    if len(opened) < 2 or len(set(opened)) < len(opened):
        return False
    placed = [_place(opening, view.vocabulary) for opening in opened]
    if len({place for place in placed if place}) > 1:
        return True
    name = fold_words(view.page.blocks[view.regions.before].text) if view.regions.before >= 0 else ""
    models = [model for opening in opened if (model := _model(opening, name))]
    return len(set(models)) > 1 and len(models) >= len(opened) - 1


def _opening(view: View, part: Span) -> str:
    first, end = part
    for text in view.page.folded[first:end]:
        if len(text) >= SHORTEST_NAME:
            return text if len(text) <= LONGEST_NAME else ""
    return ""


def _place(opening: str, vocabulary: Vocabulary) -> str:
    """Where the thing is worn that an opening names; "" where it names none, or several."""
    places = {_PLACES[hit.concept] for hit in vocabulary.concepts.find(opening) if hit.concept in _PLACES}
    return places.pop() if len(places) == 1 else ""


def _model(opening: str, name: str) -> str:
    for found in _MODEL.finditer(opening):
        if not _MEASURE.fullmatch(found[0]) and found[0] not in name:
            return found[0]
    return ""
