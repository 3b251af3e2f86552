"""Which parts of a page show other products, though no heading says so: tiles with their prices, a gallery of
a maker's other models, questions that others asked.

They are told by standing side by side: parts of one kind, each with a name and a price of its own, or each
opened by the name of another thing. A product's own features stand so as well, but open with no other model
and do not sit in the ear here and around it there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from selectolax.lexbor import LexborNode

from earmark.folding import fold_words
from earmark.readers.prose import ends_with_price
from earmark.readers.row import folded_label
from earmark.readers.view import View

TILES = 3  # linked or priced parts side by side; two may be the halves of a buy box
LARGEST = 24  # blocks of one part; more is a section of the page
SHORTEST_NAME = 8  # bytes, three of them a Chinese letter; a badge («New») stands before a name
LONGEST_NAME = 160  # characters of a product's name
MOST = 24_000  # characters in which words for headphones are looked for, as many as prose is read
CLIMB = 6  # elements around a block among which its part is looked for
_ROWS = frozenset({"tr", "td", "th", "dt", "dd", "p"})  # of one thing, or of a comparison: read elsewhere
_ELSEWHERE = 'a[href]:not([href^="#"])'
_HEADINGS = ("h3", "h4", "h5", "h6")  # of sections side by side; h1 and h2 divide the page itself
_ASKING = ("?", "？", "؟")  # questions, with what others answered
_INSIDE, _OUTSIDE, _FREE = "inside", "outside", "free"
_PLACES = {
    "form.in-ear": _INSIDE, "form.earbud": _INSIDE, "kind.earphones": _INSIDE, "form.over-ear": _OUTSIDE,
    "form.on-ear": _OUTSIDE, "form.open-ear": _FREE,
}  # fmt: skip
# A model's number: letters and figures in one word or two, and no measure, order, code of protection or port.
_MODEL = re.compile(r"\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{3,12}\b|\b[a-z]{2,4} \d{2,4}[a-z]{0,3}\b")
_MEASURE = re.compile(
    r"\d+(?:m|ms|ghz|mah|bit|d|k|x|v|w|p|st|nd|rd|th)"
    r"|(?:ipx?|usb|bt|v|mp|ps|hi|cvc|aac|ldac|rj|qc|enc|anc|ai|type|up to|to|for|in|with|and|of) ?\d.*"
)

Span = tuple[int, int]


def others(view: View) -> Iterator[Span]:
    """The blocks [first, end) of the parts that show other products; looked for where words for headphones
    stand in them."""
    speaking = _speaking(view)
    if not speaking:
        return
    for chain in (*_siblings(view, speaking), *_sections(view)):
        if bisect_left(speaking, chain[0][0]) == bisect_left(speaking, chain[-1][1]):
            continue
        if _has_rows(view, chain):
            continue
        if (len(chain) >= TILES and all(_is_tile(view, part) for part in chain)) or _is_gallery(view, chain):
            yield chain[0][0], chain[-1][1]


def _speaking(view: View) -> list[int]:
    """The blocks behind the headline that hold words for headphones or for where they are worn; links, which
    no reader takes for prose, aside."""
    left = MOST
    read: list[int] = []
    for block in view.page.blocks[view.regions.before + 1 :]:
        if block.linked or view.regions.names[block.index]:
            continue
        left -= len(block.text)
        if left < 0:
            break
        read.append(block.index)
    folded = [view.page.folded[index] for index in read]
    starts = list(accumulate([len(line) + 1 for line in folded], initial=0))
    text = "\0".join(folded)
    found = {hit.start for hit in view.vocabulary.worn.find(text)}
    return sorted({read[bisect_right(starts, start) - 1] for start in found})


def _siblings(view: View, speaking: Sequence[int]) -> Iterator[list[Span]]:
    """Elements of one name that follow each other, around the speaking blocks."""
    seen: set[int] = set()
    for index in speaking:
        node = view.page.blocks[index].node
        for _ in range(CLIMB):
            parent = node.parent
            first, end = view.page.span(node)
            if parent is None or not view.regions.before < first < end <= first + LARGEST:
                break
            if parent.mem_id not in seen:
                seen.add(parent.mem_id)
                at = view.regions.before
                yield from (chain for chain in _alike(view, parent) if not chain[0][0] <= at < chain[-1][1])
            node = parent


def _alike(view: View, parent: LexborNode) -> Iterator[list[Span]]:
    chain: list[Span] = []
    before = None
    for child in parent.iter():
        span = view.page.spans.get(child.mem_id)
        if span is None:
            continue  # shows no text
        name = (child.tag, child.attributes.get("class") or child.attributes.get("id"))
        if name != before or name[0] in _ROWS:
            if len(chain) > 1:
                yield chain
            chain = []
        before = name
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
    spans = list(pairwise(run))
    longest = max(last - first for first, last in spans)
    return [*spans, (run[-1], min(end, run[-1] + longest))]


def _has_rows(view: View, chain: Sequence[Span]) -> bool:
    """Some part opens with the label of a specification."""
    return any(
        view.vocabulary.row(folded_label(view.page.folded[first].partition(":")[0]))[0] for first, _ in chain
    )


def _is_tile(view: View, part: Span) -> bool:
    """A name, and a price or the way to a page of its own."""
    words = view.page.folded[part[0] : part[1]]
    if not any(len(line.encode()) >= SHORTEST_NAME for line in words):
        return False
    if any(ends_with_price(view, line) for line in words):
        return True
    blocks = view.page.blocks[part[0] : part[1]]
    return any(block.linked or block.node.css_first(_ELSEWHERE) is not None for block in blocks)


def _is_gallery(view: View, chain: Sequence[Span]) -> bool:
    """Each part opens with another thing's name: one worn in the ear beside one worn around it, or models
    that the page's name does not have."""
    blocks = view.page.blocks
    if all(end - first < 2 and blocks[first].tag not in _HEADINGS for first, end in chain):
        return False  # a list's items are no names with a text
    opened = [opening for part in chain if (opening := _opening(view, part))]
    if len(opened) < 2 or len(set(opened)) < len(opened):
        return False
    if all(opening.endswith(_ASKING) for opening in opened):
        return True
    found = [{hit.concept for hit in view.vocabulary.worn.find(one)} for one in opened]
    if len(_places(found)) > 1:
        return True
    name = fold_words(blocks[view.regions.before].text) if view.regions.before >= 0 else ""
    models = [_model(opening, name, view.vocabulary.unit_words) for opening in opened]
    if len(set(filter(None, models))) > 1 and models.count("") <= 1:
        return True
    named = [bool(model) or _is_thing(told) for model, told in zip(models, found, strict=True)]
    return len(named) >= TILES and all(named)


def _opening(view: View, part: Span) -> str:
    first, end = part
    for text in view.page.folded[first:end]:
        if len(text.encode()) >= SHORTEST_NAME:
            return text if len(text) <= LONGEST_NAME else ""
    return ""


def _places(found: Sequence[set[str]]) -> set[str]:
    """Where the things are worn that the openings name; one that names several tells nothing."""
    each = [{_PLACES[concept] for concept in told if concept in _PLACES} for told in found]
    return {place for places in each if len(places) == 1 for place in places}


def _is_thing(told: set[str]) -> bool:
    return "form.earbud" in told or any(concept.startswith("kind.") for concept in told)


def _model(opening: str, name: str, units: frozenset[str]) -> str:
    for found in _MODEL.finditer(opening):
        measure = found[0].lstrip("0123456789") in units or _MEASURE.fullmatch(found[0])
        if not measure and found[0] not in name:
            return found[0]
    return ""
