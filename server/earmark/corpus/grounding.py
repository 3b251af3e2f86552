"""Does every line of a card have its reason, and does every visible quote stand in the page?

The visible text is taken here by other means than the reader's own, so that one checks the other.
"""

from __future__ import annotations

from collections.abc import Set

import msgspec
from selectolax.lexbor import LexborHTMLParser

from earmark.card import Card, CardLine

_UNSEEN = ["script", "style", "noscript", "template", "textarea", "select", "head"]


class Grounding(msgspec.Struct, frozen=True):
    """`lines`, of them `grounded` with a known statement and evidence; `quotes`, of them `standing` in the
    page and `hidden` ones that are said to be structured data."""

    lines: int = 0
    grounded: int = 0
    quotes: int = 0
    standing: int = 0
    hidden: int = 0

    def __add__(self, other: Grounding) -> Grounding:
        ours, theirs = msgspec.structs.astuple(self), msgspec.structs.astuple(other)
        return Grounding(*(one + two for one, two in zip(ours, theirs, strict=True)))


def advice(card: Card) -> list[CardLine]:
    """Every line of advice on the card."""
    return [*card.strengths, *card.weaknesses, *card.best_use, *card.caveats]


def grounding(card: Card, html: bytes, statements: Set[str]) -> Grounding:
    """Count, in a worker: the page is parsed again."""
    known = {evidence.id for evidence in card.evidence}
    lines = advice(card)
    text = _visible(html) if known else ""
    quotes = [_squash(evidence.quote.exact) for evidence in card.evidence]
    return Grounding(
        lines=len(lines),
        grounded=sum(
            line.statement in statements and bool(line.evidence) and known.issuperset(line.evidence)
            for line in lines
        ),
        quotes=len(quotes),
        standing=sum(bool(quote) and quote in text for quote in quotes),
        hidden=sum(not evidence.visible for evidence in card.evidence),
    )


def _visible(html: bytes) -> str:
    tree = LexborHTMLParser(html, encoding=True)
    title = tree.css_first("title")
    head = title.text() if title is not None else ""
    tree.strip_tags(_UNSEEN)
    return f"{_squash(head)}\n{_squash(tree.body.text() if tree.body is not None else '')}"


def _squash(text: str) -> str:
    return "".join(text.split())
