"""Which word of a product's name is the thing itself, and which says what it belongs to or has."""

from __future__ import annotations

from collections.abc import Sequence

from earmark.facts import Mention

_THINGS = ("kind.", "form.", "shape.")
_STRANGERS = ("accessory.", "other.")
ADJACENT = 2  # characters between a word and the head it modifies: «laptop headset»


def roles(mentions: Sequence[Mention]) -> dict[int, str]:
    """The role of each mention of the name, by its index: head, later, part or object.

    An accessory or another thing is the head when no kind of headphone stands before it and it does not
    just modify the kind that follows. Behind such a head, headphones are what it is for.
    """
    ordered = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
    nouns = [i for i in ordered if _is_noun(mentions[i])]
    found: dict[int, str] = {}
    head: str | None = None
    for place, i in enumerate(nouns):
        mention = mentions[i]
        stranger = mention.concept.startswith(_STRANGERS)
        if stranger and _modifies(mention, [mentions[j] for j in nouns[place + 1 :]]):
            found[i] = "part"
        elif stranger:
            found[i] = "head" if head in (None, "stranger") else "part"
            head = head or "stranger"
        else:
            inside = any(_inside(mention, mentions[j]) for j in nouns if mentions[j].concept.startswith(_STRANGERS))
            if inside or head == "stranger":
                found[i] = "object"
            elif mention.concept.startswith("kind."):
                found[i] = "head" if head is None else "later"
                head = "kind"
    return {i: found.get(i, "object" if head == "stranger" else "head") for i in range(len(mentions))}


def _is_noun(mention: Mention) -> bool:
    return mention.concept.startswith(("kind.", *_STRANGERS)) or mention.concept in ("form.earbud",)


def _inside(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _modifies(stranger: Mention, following: Sequence[Mention]) -> bool:
    """A thing's word directly before a kind's is its modifier, unless that kind's word is part of it."""
    return any(
        not other.concept.startswith(_STRANGERS) and 0 <= other.start - stranger.end <= ADJACENT for other in following
    )
