"""What a corpus asks of a card, and what was answered: right, wrong or silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from earmark.card import Card
from earmark.corpus.grounding import Grounding

Verdict = Literal["right", "silent", "missing", "wrong", "extra"]
MISSES: frozenset[Verdict] = frozenset({"missing", "wrong", "extra"})
_MOST_WORDS = 4  # quotes given for a miss: enough to see why, not the page again


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """`want`: accepted values, empty where the row does not tell; `got`: the card's, None where it is silent.

    `words`: what the page says about it, as the card quotes it.
    """

    verdict: Verdict
    want: tuple[str, ...] = ()
    got: str | None = None
    words: tuple[str, ...] = ()


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One item judged. `answers`: question -> Answer."""

    name: str
    title: str
    groups: dict[str, str]
    answers: dict[str, Answer]
    confidence: float = 0.0
    grounding: Grounding = Grounding()
    milliseconds: float = 0.0
    error: str | None = None

    @property
    def misses(self) -> dict[str, Answer]:
        return {question: answer for question, answer in self.answers.items() if answer.verdict in MISSES}


def told(want: Sequence[str], got: str | None, words: tuple[str, ...] = (), *, same: bool) -> Answer:
    """The answer to a question that the row answers."""
    verdict: Verdict = "right" if same else "missing" if got is None else "wrong"
    return Answer(verdict, tuple(want), got, words)


def untold(got: str | None, words: tuple[str, ...] = (), *, known: str | None = None) -> Answer:
    """The answer to a question that the row leaves open; `known` is no guess."""
    return Answer("silent" if got in (None, known) else "extra", (), got, words)


def quotes(card: Card | None, ids: Iterable[int]) -> tuple[str, ...]:
    """The first exact words behind evidence ids."""
    exact = {evidence.id: evidence.quote.exact for evidence in card.evidence} if card else {}
    return tuple(dict.fromkeys(exact[one] for one in ids if one in exact))[:_MOST_WORDS]
