"""What the words of a text say of the thing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from earmark.facts import OUTSIDE_MICROPHONE, Place
from earmark.interpret.microphones import described
from earmark.interpret.negation import negated
from earmark.vocabulary import Hit, Joints, Vocabulary

MOST_HITS = 200  # words looked at in one text; more are a heap of search words
MOST_INTRODUCTION = 40  # characters in which a line of prose says that it lists contents
BESIDE = 25  # characters between a form's word and the word for the thing
_OF_THE_THING = ("kind.", "form.", "back.", "shape.headband", "accessory.", "other.")
INSIDE = ("form.in-ear", "form.earbud")
OUTSIDE = ("form.over-ear", "form.on-ear")
_FREE = ("form.open-ear",)
_OF_ONE_PAIR = ("kind.", "form.", "back.", *OUTSIDE_MICROPHONE)
_CLAUSE = re.compile(r"[.;:!?|]")
_SENTENCE = re.compile(r"[.!?。！？](?=\s|$)|[?？]")
_ENDS = re.compile(r"[,.;:!?()|]| - ")


def found(folded: str, place: Place, vocabulary: Vocabulary) -> list[Hit]:
    """The hits that are meant of the thing in a text of this place."""
    joints = vocabulary.joints
    hits = described(folded, vocabulary.concepts.find(folded)[:MOST_HITS], joints)
    if place in ("bullets", "description"):
        hits = _own(folded, hits, vocabulary)
    hits = [_of_microphone(folded, hit, hits, joints) if hit.concept == "anc.true" else hit for hit in hits]
    if any(hit.concept == "gaming.true" for hit in hits):
        hits = [
            _for_games(folded, hit, hits, joints) if hit.concept == "kind.headset" else hit for hit in hits
        ]
    return [hit for hit in hits if _meant(hit, hits)] if place == "description" else hits


def _own(folded: str, hits: list[Hit], vocabulary: Vocabulary) -> list[Hit]:
    """The hits that may speak of the thing itself: not what comes along («Includes ...», «In the box: ...»),
    nor the pair that a socket is for («headphone output»), nor a shop's tags."""
    if ":" in folded and (tags := vocabulary.tagging.search(folded)):
        hits = [hit for hit in hits if hit.end <= tags.start()]
    if "?" in folded or "？" in folded:
        hits = [hit for hit in hits if not _asked(folded, hit)]
    if _shelves(hits):
        hits = [hit for hit in hits if not hit.concept.startswith(_OF_ONE_PAIR)]
    sockets = [hit for hit in hits if hit.concept == "other.socket"]
    listed = _lists_contents(folded, vocabulary)
    if not sockets and not listed:
        return hits
    return [
        hit
        for hit in hits
        if not (listed and hit.concept.startswith(_OF_THE_THING))
        and not any(one.start <= hit.start < one.end and hit.concept.startswith("kind.") for one in sockets)
    ]


def _asked(folded: str, hit: Hit) -> bool:
    """The word stands in a question: «Looking for a gaming headset?» states nothing."""
    end = _SENTENCE.search(folded, hit.end)
    return end is not None and end[0] in "?？"


def _shelves(hits: Sequence[Hit]) -> bool:
    """One text that puts a thing into the ear, around it and free of it speaks of a shop's shelves, or
    compares: «headphones, true wireless earbuds, on-ear headsets»."""
    said = {hit.concept for hit in hits}
    return sum(not said.isdisjoint(places) for places in (INSIDE, OUTSIDE, _FREE)) > 1


def _lists_contents(folded: str, vocabulary: Vocabulary) -> bool:
    words = folded[:MOST_INTRODUCTION].replace(":", " : ").split()[:4]
    if not words or words[0] not in vocabulary.included_starts:
        return False
    return any(" ".join(words[:count]) in vocabulary.words["included"] for count in range(1, len(words) + 1))


def _of_microphone(folded: str, hit: Hit, hits: Sequence[Hit], joints: Joints) -> Hit:
    """«Built-in microphone with noise cancelling»: what the noise is taken from."""
    for other in hits:
        inside = other.start <= hit.start and hit.end <= other.end
        if other.concept == "mic_noise_cancelling.true" and inside:
            return other
        behind = 0 <= hit.start - other.end <= 1 and joints.with_.begins(folded[hit.start : hit.end])
        if behind and other.concept.startswith("microphone.") and other.concept != "microphone.none":
            return hit._replace(concept="mic_noise_cancelling.true")
    return hit


def _for_games(folded: str, headset: Hit, hits: Sequence[Hit], joints: Joints) -> Hit:
    """«Gaming wireless over-ear headset», «headset for gaming»: law 3 (c), with words between."""
    for game in hits:
        if game.concept != "gaming.true":
            continue
        before = 0 <= headset.start - game.end <= BESIDE
        between = folded[game.end : headset.start]
        ends = before and (_ENDS.search(between) or joints.with_.last(between) >= 0)
        if before and not ends and not _things(game, headset, hits):
            return Hit(game.start, headset.end, "kind.headset-always")
        if any(
            hit.concept == "compatibility"
            and 0 <= hit.start - headset.end <= 1
            and 0 <= game.start - hit.end <= 1
            for hit in hits
        ):
            return Hit(headset.start, game.end, "kind.headset-always")
    return headset


def _things(first: Hit, last: Hit, hits: Sequence[Hit]) -> bool:
    """Another thing is named between."""
    return any(
        first.end <= hit.start
        and hit.end <= last.start
        and hit.concept.startswith(("kind.", "other.", "accessory."))
        for hit in hits
    )


def told_beside(folded: str, hits: Sequence[Hit], vocabulary: Vocabulary) -> Iterator[Hit]:
    """Words that tell by themselves as the whole of a line, or beside a word for the thing itself: «closed»
    in «closed studio headphones»."""
    for hit in vocabulary.beside.find(folded):
        if folded.strip(" .!") == folded[hit.start : hit.end] or (
            not any(other.start <= hit.start and hit.end <= other.end for other in hits)
            and not negated(folded, hit.start, vocabulary)
            and any(_beside(folded, hit, other) for other in hits if other.concept.startswith("kind."))
        ):
            yield hit


def _beside(folded: str, hit: Hit, other: Hit) -> bool:
    first, last = sorted((hit, other))
    return last.start - first.end < BESIDE and not _CLAUSE.search(folded[first.end : last.start])


def _meant(hit: Hit, hits: Sequence[Hit]) -> bool:
    """In running text «over the ear» may be a cable's way and «microphone» a singer's: a form counts beside
    a word for the thing itself, a microphone when its kind is told."""
    if hit.concept == "microphone.unspecified":
        return False
    if not hit.concept.startswith("form."):
        return True
    return any(
        other.concept.startswith(("kind.", "shape."))
        and other.start - hit.end < BESIDE
        and hit.start - other.end < BESIDE
        for other in hits
    )
