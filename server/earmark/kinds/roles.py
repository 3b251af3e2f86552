"""Which word of a product's name is the thing itself, and which says what it belongs to or has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from earmark.facts import Mention
from earmark.kinds.nouns import LIST, SOCKET, STRANGERS, UMBRELLA, Nouns, inside, is_noun, nouns_of
from earmark.vocabulary import Joints

ADJACENT = 2  # characters between a word and the head it modifies: «laptop headset»
COMPOUND = 40  # characters in which a compound's parts stand: «headphone vinyl carrying case»
_LISTS = re.compile(r"[,;|+]")


def roles(name: str, mentions: Sequence[Mention], joints: Joints) -> dict[int, str]:
    """The role of each mention of the name, by its index: head, later, part or object.

    An accessory or another thing is the head when no kind of headphone stands before it, or when that
    kind's word merely modifies it («headphone carrying case»). Behind such a head, headphones are what
    it is for.
    """
    nouns = nouns_of(name, mentions, joints)
    ordered = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
    found: dict[int, str] = {}
    head: Mention | None = None
    for i in ordered:
        mention = mentions[i]
        if mention.concept.startswith(STRANGERS):
            if _comes_with(nouns, mention):
                found[i] = "part"
            elif _leads(nouns, head, mention):
                found = found if head in nouns.strangers else dict.fromkeys(found, "object")
                head, found[i] = mention, "head"
            else:
                found[i] = "head" if head in nouns.strangers else "part"
        elif (
            head in nouns.strangers
            or any(inside(mention, part) for part in (*nouns.strangers, *nouns.named))
            or (head is None and mention in nouns.kinds and nouns.for_it(mention))
        ):
            found[i] = "object"
        elif mention in nouns.kinds:
            head = head or mention
            found[i] = "head" if _base(mention) == _base(head) else "later"
        else:
            found[i] = "head"
    if head is None and "object" in found.values():
        return dict.fromkeys(found, "object")
    parts = [mentions[i] for i in found if found[i] == "part" and mentions[i] in nouns.strangers]
    described = (i for i in found if not is_noun(mentions[i]) and any(inside(mentions[i], p) for p in parts))
    return found | dict.fromkeys(
        described, "head"
    )  # «... with ear tips»: what comes with a pair describes it


def _comes_with(nouns: Nouns, stranger: Mention) -> bool:
    before = nouns.name[max(0, stranger.start - COMPOUND) : stranger.start]
    return (
        stranger not in nouns.strangers
        or stranger.concept == SOCKET
        or nouns.joints.comes_along(before)
        or nouns.joints.all_included(nouns.name[stranger.end :])
        or nouns.is_used(stranger)
    )


def _leads(nouns: Nouns, head: Mention | None, stranger: Mention) -> bool:
    """The stranger is the thing itself, whatever the name said before."""
    if (head is None or _holds_kind(nouns, head, stranger)) and not _modifies(nouns, stranger):
        return True
    return (
        head is not None
        and head not in nouns.strangers
        and (_serves(nouns, stranger) or _compound(nouns, head, stranger))
    )


def _base(mention: Mention) -> str:
    return "kind.headset" if mention.concept.startswith("kind.headset") else mention.concept


def _modifies(nouns: Nouns, stranger: Mention) -> bool:
    """Directly before a kind's word, a thing's word is its modifier: «laptop headset»; so is a device's
    before the words that describe the kind: «cell phone wireless headset». Languages with one word for all
    kinds put an accessory first, too: «suport căști» is a stand."""
    device = nouns.is_device(stranger) or stranger.concept == "other.speaker"
    accessory = stranger.concept.startswith("accessory.")
    return any(
        (0 <= gap <= ADJACENT and not _LISTS.search(nouns.name[stranger.end : kind.start]))
        or (device and 0 < gap <= LIST and nouns.described(stranger.end, kind.start))
        for kind in nouns.kinds
        if not (accessory and kind.concept == UMBRELLA)
        for gap in (kind.start - stranger.end,)
    )


def _holds_kind(nouns: Nouns, head: Mention, stranger: Mention) -> bool:
    """«Headphone stand»: whatever is called so is one, also behind a maker called «Headphone Zone», but not
    in a list of what comes with a pair."""
    between = nouns.name[head.end : stranger.start]
    return any(inside(kind, stranger) for kind in nouns.named) and not _LISTS.search(between)


def _serves(nouns: Nouns, stranger: Mention) -> bool:
    """«... carrying case for over-ear headphones»: the kind is what the thing is for."""
    for word in nouns.served:
        if -ADJACENT - len(word.words) <= word.start - stranger.end <= ADJACENT:
            return any(0 <= kind.start - word.end <= COMPOUND for kind in nouns.kinds)
    return False


def _compound(nouns: Nouns, kind: Mention, stranger: Mention) -> bool:
    """A kind's word modifies the thing's word behind it when only plain words stand between, and the name
    does not come back to the kind."""
    if kind.concept == UMBRELLA:  # these languages put the thing first («etui na słuchawki»), or no blank
        return stranger.start <= kind.end
    if nouns.is_device(stranger):
        return False  # «gaming headset PS5 console»
    between = nouns.name[kind.end : stranger.start]
    if (
        not 0 <= len(between) <= COMPOUND
        or nouns.joints.divides(between)
        or any(kind.end <= word.start < stranger.start for word in nouns.served if not nouns.is_behind(word))
    ):
        return False
    return all(
        any(stranger.end - 4 <= word.start < later.start for word in nouns.served)
        for later in nouns.kinds
        if later.start >= stranger.end
    )
