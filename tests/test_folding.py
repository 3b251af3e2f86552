"""Text as it is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earmark.folding import fold, fold_each, fold_words

FOLDED = [
    ("Over-Ear", "over ear"),
    ("OVER–EAR", "over ear"),
    ("ｏｖｅｒ－ｅａｒ：", "over ear:"),
    ("a\u3000b\u200bc\nd", "a b c d"),
    ("Driver’s “best”", 'driver\'s "best"'),
    ("32 Ω", "32 ω"),
    ("Dolby® Atmos™", "dolby  atmos "),
    ("İstanbul", "istanbul"),
    ("MIKROFON Ł", "mikrofon ł"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_every_character_stays_at_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_words_fold_their_white_space_and_accents_in_two_characters() -> None:
    assert fold_words("  In-\n Ear  e\u0301couteurs ") == "in ear écouteurs"


@given(st.lists(st.text()))
def test_many_are_folded_as_each_is(texts: list[str]) -> None:
    assert fold_each(texts) == [fold_words(text) for text in texts]
