"""Which word of a product's name is the thing itself, and which says what it belongs to or has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from earmark.facts import Mention

STRANGERS = ("accessory.", "other.")
ADJACENT = 2  # characters between a word and the head it modifies: «laptop headset»
COMPOUND = 40  # characters in which a compound's parts stand: «headphone vinyl carrying case»
_DIVIDES = re.compile(r"[,;:+|()\[\]–—]|\s[-&]\s|\b(?:for|für|pour|para|per|voor|do|dla|для|için|pentru|till|untuk|with|and|w/|mit|und|avec|et|con|com|e|z|i|met|en|med|och|ile|ve|s|a|cu|si|с|и)\b", re.I)


def roles(name: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """The role of each mention of the name, by its index: head, later, part or object.

    An accessory or another thing is the head when no kind of headphone stands before it, or when that
    kind's word merely modifies it («headphone carrying case»). Behind such a head, headphones are what
    it is for.
    """
    ordered = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
    nouns = [mentions[i] for i in ordered if _is_noun(mentions[i])]
    strangers = [m for m in nouns if m.concept.startswith(STRANGERS)]
    found: dict[int, str] = {}
    head: Mention | None = None
    for i in ordered:
        mention = mentions[i]
        if mention.concept.startswith(STRANGERS):
            if head is None and not _modifies_kind(mention, nouns, strangers):
                head = mention
            elif head is not None and not head.concept.startswith(STRANGERS) and _compound(name, head, mention):
                head = mention
                found = {j: "object" for j in found}
            found[i] = "head" if head is not None and head.concept.startswith(STRANGERS) else "part"
        elif any(_inside(mention, stranger) for stranger in strangers):
            found[i] = "object"
        elif head is not None and head.concept.startswith(STRANGERS):
            found[i] = "object"
        elif _is_noun(mention):
            head = head or mention
            found[i] = "head" if _base(mention) == _base(head) else "later"
        else:
            found[i] = "head"
    return found


def _is_noun(mention: Mention) -> bool:
    return mention.concept.startswith(("kind.", *STRANGERS)) or mention.concept == "form.earbud"


def _base(mention: Mention) -> str:
    return "kind.headset" if mention.concept.startswith("kind.headset") else mention.concept


def _inside(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _modifies_kind(stranger: Mention, nouns: Sequence[Mention], strangers: Sequence[Mention]) -> bool:
    """Directly before a kind's word, a thing's word is its modifier: «laptop headset»."""
    if any(_inside(noun, stranger) for noun in nouns if not noun.concept.startswith(STRANGERS)):
        return False
    return any(
        not noun.concept.startswith(STRANGERS)
        and 0 <= noun.start - stranger.end <= ADJACENT
        and not any(_inside(noun, other) for other in strangers)
        for noun in nouns
    )


def _compound(name: str, kind: Mention, stranger: Mention) -> bool:
    """A kind's word modifies the thing's word behind it when only plain words stand between."""
    between = name[kind.end : stranger.start]
    return 0 <= len(between) <= COMPOUND and not _DIVIDES.search(between)
