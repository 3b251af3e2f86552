"""Whether a word is taken back by what stands before it."""

from __future__ import annotations

import pytest

from earmark.folding import fold
from earmark.interpret.negation import negated
from earmark.rulebook import load_rulebook

WORDS = load_rulebook().vocabulary

TAKEN_BACK = [
    "no microphone", "without microphone", "without a microphone", "does not have a microphone",
    "with no microphone", "ohne microphone", "non microphone",
]  # fmt: skip
LEFT = [
    "microphone", "a microphone", "no cable, one microphone", "no cables. A microphone", "no (microphone)",
    "nothing but microphone", "no need to buy another new microphone",
    "without any cables at all: microphone", "a gaming headphone with omnidirectional microphone",
]  # fmt: skip


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_negated(text: str) -> None:
    assert negated(fold(text), text.index("microphone"), WORDS)


@pytest.mark.parametrize("text", LEFT)
def test_not_negated(text: str) -> None:
    assert not negated(fold(text), text.index("microphone"), WORDS)
