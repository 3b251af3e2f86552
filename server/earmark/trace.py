"""Trace: what was tried, in order. The same value for the command line, the API and the card's «why?»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

LONGEST = 160  # characters of the words that a step shows


class Step(NamedTuple):
    """One reader's word on one spec: what it found, and what became of it ("kept", or why it was dropped)."""

    spec: str
    source: str
    words: str
    outcome: str


def as_wire(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """The steps as the card carries them."""
    return [
        {"spec": step.spec, "source": step.source, "words": step.words[:LONGEST], "outcome": step.outcome}
        for step in steps
    ]
