"""Whether a word is taken back by what stands before it."""

from __future__ import annotations

import re

from earmark.vocabulary import Vocabulary

REACH = 24  # characters before a word in which «no» or «without» takes it back
WORDS = 3  # and words: «does not have a microphone», but not «no cable, one microphone»
_CLAUSE = re.compile(r"[,.;:!?()|]")


def negated(folded: str, start: int, vocabulary: Vocabulary) -> bool:
    """One of the words before `start`, in the same clause, is a negation of some language."""
    first = max(0, start - REACH)
    if first and not folded[first - 1].isspace():
        first = folded.find(" ", first, start) + 1 or start  # the end of «headphone» is no French «ne»
    words = _CLAUSE.split(folded[first:start])[-1].split()[-WORDS:]
    negations = vocabulary.words["negation"]
    return any(
        " ".join(words[i:j]) in negations for i in range(len(words)) for j in range(i + 1, len(words) + 1)
    )
