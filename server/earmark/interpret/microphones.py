"""What the words around a microphone's own word say of it: «retractable noise-cancelling mic»."""

from __future__ import annotations

from collections.abc import Sequence

from earmark.vocabulary import Hit, Joints

NOUN = "microphone.unspecified"
MOST_BETWEEN = 2  # plain words between: «detachable cardioid condenser microphone», not a cable's way to it
_BESIDE = ("mic.", "mic_noise_cancelling.", "anc.", "microphone.")  # what may stand between them as well


def described(folded: str, hits: list[Hit], joints: Joints) -> list[Hit]:
    """The hits, those of adjectives (`mic.boom`, `mic.detachable`) gone into the noun they describe."""
    adjectives = [hit for hit in hits if hit.concept.startswith("mic.")]
    if not adjectives:
        return hits
    rest = [hit for hit in hits if not hit.concept.startswith("mic.")]
    return [_told(folded, hit, adjectives, hits, joints) if _is_noun(folded, hit) else hit for hit in rest]


def _is_noun(folded: str, hit: Hit) -> bool:
    return hit.concept == NOUN and " " not in folded[hit.start : hit.end]


def _holds(hit: Hit, noun: Hit) -> bool:
    """The hit is the noun, or a longer name for it: «condenser microphone»."""
    return hit.start <= noun.start and noun.end <= hit.end


def _told(folded: str, noun: Hit, adjectives: Sequence[Hit], hits: Sequence[Hit], joints: Joints) -> Hit:
    found = [one for one in adjectives if _describes(folded, one, noun, hits, joints)]
    if not found:
        return noun
    kinds = {one.concept for one in found}
    value = "detachable" if "mic.detachable" in kinds else "boom"
    return Hit(
        min(noun.start, *(one.start for one in found)),
        max(noun.end, *(one.end for one in found)),
        f"microphone.{value}",
    )


def _describes(folded: str, adjective: Hit, noun: Hit, hits: Sequence[Hit], joints: Joints) -> bool:
    """The adjective stands before the noun with little between, or behind it and ends the clause."""
    before = adjective.end <= noun.start
    start, end = (adjective.end, noun.start) if before else (noun.end, adjective.start)
    between = folded[start:end]
    if end < start or end - start > 60 or joints.ends(between):
        return False
    others = [
        hit
        for hit in hits
        if hit.start < end and hit.end > start and hit != adjective and not _holds(hit, noun)
    ]
    if any(not hit.concept.startswith(_BESIDE) for hit in others):
        return False
    plain = "".join(
        " " if any(hit.start <= at < hit.end for hit in others) else folded[at] for at in range(start, end)
    )
    if len(plain.split()) > (MOST_BETWEEN if before else 0):
        return False
    return (
        before
        or not folded[adjective.end :].strip()
        or any(hit.concept == "compatibility" and 0 <= hit.start - adjective.end <= 1 for hit in hits)
        or joints.ends_here(folded[adjective.end :].lstrip())
    )
