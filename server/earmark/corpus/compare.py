"""Two evaluations of the same items: what got better and what got worse, answer by answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from earmark.corpus.answers import Answer, Result, Verdict

# A value that is wrong harms a shopper, a missing one does not: law 2, silence before a guess.
_WORTH: dict[Verdict, int] = {"right": 2, "silent": 2, "missing": 1, "wrong": 0, "extra": 0}
ERROR = "error"


@dataclass(frozen=True, slots=True)
class Change:
    """One question of one item that is answered otherwise; `gain` is above zero where it got better."""

    name: str
    title: str
    question: str
    before: Answer
    after: Answer

    @property
    def gain(self) -> int:
        return _WORTH[self.after.verdict] - _WORTH[self.before.verdict]


def changes(before: Iterable[Result], after: Iterable[Result]) -> Iterator[Change]:
    """Answers whose worth changed, of items and questions that both runs have."""
    earlier = {result.name: result for result in before}
    for result in after:
        old = earlier.get(result.name)
        if old is None:
            continue
        pairs = {
            question: (old.answers[question], answer)
            for question, answer in result.answers.items()
            if question in old.answers
        }
        pairs[ERROR] = (_error(old), _error(result))
        for question, (one, other) in pairs.items():
            change = Change(result.name, result.title, question, one, other)
            if change.gain:
                yield change


def _error(result: Result) -> Answer:
    return Answer("silent" if result.error is None else "extra", (), result.error)
