"""Which word of a product's name is the thing itself, and which says what it belongs to or has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from earmark.facts import Mention

STRANGERS = ("accessory.", "other.")
UMBRELLA = "kind.umbrella"
BESIDE = (
    "other.device",
    "other.microphone",
    "other.socket",
)  # behind a kind's word: what it is used with, or has
ADJACENT = 2  # characters between a word and the head it modifies: «laptop headset»
COMPOUND = 40  # characters in which a compound's parts stand: «headphone vinyl carrying case»
LIST = 30  # characters in which a list of things that something is for stands
ADDRESS = 24  # characters of the makers' and other models' names between «for» and a known line's name
_ENDS = re.compile(r"[;|()\[\]–—]|\s-\s")
_COMES_WITH = re.compile(
    r"(?:\b(?:with|and|plus|incl\.?|including|mit|und|inkl\.?|avec|et|con|y|com)\s|w/\s|(?<=\s)[+&]\s?|(?<=\w)[+&])(?:[\w.-]+\s){0,2}$",
    re.I,
)
_LISTS = re.compile(r"[,;|+]")
_LISTED = re.compile(r"[,/]\s?$")
_WITH = re.compile(r"\b(?:with|incl\.?|including|mit|inkl\.?|avec|con|com)\s", re.I)
_BEHIND = re.compile(
    r"^(?:pro|pre|için|uyumlu)$|[^\x00-\u07ff]", re.I
)  # Turkish and Asian words for «for» stand
# behind what a thing is for; Czech «pro» and Slovak «pre» are English words as well
_HOLDING = (
    "kind.",
    "form.",
    "shape.",
    "microphone.",
)  # phrases that may hold a thing's word and mean another
_PAIR = ("form.", "back.", "wireless.", "anc.", "gaming.")
_DESCRIBES = re.compile(
    r"\b(?:your|our|the|a|an|free|all|any|most|many|some|standard|universal|stereo|studio|music|audio|brand)\b",
    re.I,
)
_DIVIDES = re.compile(
    r"[,;:+|()\[\]–—]|\s[-&]\s|\b(?:for|für|pour|para|per|voor|do|dla|для|için|pentru|till|untuk|with|and|w/|mit|und|avec|et|con|com|e|z|i|met|en|med|och|ile|ve|s|a|cu|si|с|и)\b",
    re.I,
)


def roles(name: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """The role of each mention of the name, by its index: head, later, part or object.

    An accessory or another thing is the head when no kind of headphone stands before it, or when that
    kind's word merely modifies it («headphone carrying case»). Behind such a head, headphones are what
    it is for.
    """
    ordered = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
    nouns = [mentions[i] for i in ordered if _is_noun(mentions[i])]
    kinds = [m for m in nouns if not m.concept.startswith(STRANGERS)]
    strangers = [m for m in nouns if m.concept.startswith(STRANGERS) and not _inside_another(m, mentions)]
    named = [k for k in kinds if any(stranger.start <= k.start < stranger.end for stranger in strangers)]
    kinds = [k for k in kinds if not any(_inside(k, part) for part in named)]
    served = [m for m in mentions if m.concept == "compatibility"]
    found: dict[int, str] = {}
    head: Mention | None = None
    for i in ordered:
        mention = mentions[i]
        if mention.concept.startswith(STRANGERS):
            if (
                mention not in strangers
                or mention.concept == "other.socket"
                or _COMES_WITH.search(name[max(0, mention.start - COMPOUND) : mention.start])
            ):
                found[i] = "part"
            elif (head is None or _holds_kind(name, head, mention, named)) and not _modifies(
                name, mention, kinds, mentions
            ):
                found = dict.fromkeys(found, "object") if head not in strangers else found
                head, found[i] = mention, "head"
            elif (
                head is not None
                and head not in strangers
                and (
                    _serves(mention, served, kinds) or _compound(name, head, mention, kinds, served, mentions)
                )
            ):
                found = dict.fromkeys(found, "object")
                head, found[i] = mention, "head"
            else:
                found[i] = "head" if head in strangers else "part"
        elif (
            head in strangers
            or any(_inside(mention, part) for part in (*strangers, *named))
            or (head is None and mention in kinds and _for_it(name, mention, mentions, served))
        ):
            found[i] = "object"
        elif mention in kinds:
            head = head or mention
            found[i] = "head" if _base(mention) == _base(head) else "later"
        else:
            found[i] = "head"
    if head is None and "object" in found.values():
        return dict.fromkeys(found, "object")
    for i in ordered:  # «... with ear tips»: what comes with a pair describes it
        if not _is_noun(mentions[i]) and any(
            found[j] == "part" and _inside(mentions[i], mentions[j])
            for j in ordered
            if mentions[j] in strangers
        ):
            found[i] = "head"
    return found


def is_served(name: str, start: int, mentions: Sequence[Mention]) -> bool:
    """What stands at `start` is what the thing is for: «... for Halden 7», with a maker's name between."""
    return any(
        m.concept == "compatibility"
        and m.place == "title"
        and 0 <= start - m.end <= ADDRESS
        and not _BEHIND.search(m.words)
        and not _ENDS.search(name[m.end : start])
        for m in mentions
    )


def _is_noun(mention: Mention) -> bool:
    return mention.concept.startswith(("kind.", *STRANGERS)) or mention.concept == "form.earbud"


def _base(mention: Mention) -> str:
    return "kind.headset" if mention.concept.startswith("kind.headset") else mention.concept


def _inside(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _inside_another(stranger: Mention, mentions: Sequence[Mention]) -> bool:
    """A thing's word within a longer one for something else: «phone» in «phone headset», «kabel» in «mic di
    kabel»."""
    size = stranger.end - stranger.start
    return any(
        _inside(stranger, other) and other.end - other.start > size and other.concept.startswith(_HOLDING)
        for other in mentions
    )


def _modifies(name: str, stranger: Mention, kinds: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Directly before a kind's word, a thing's word is its modifier: «laptop headset»; so is a device's
    before the words that describe the kind: «cell phone wireless headset». Languages with one word for all
    kinds put an accessory first, too: «suport căști» is a stand."""
    device = _is_beside(stranger, mentions)
    if stranger.concept.startswith("accessory."):
        kinds = [kind for kind in kinds if kind.concept != UMBRELLA]
    return any(
        (0 <= kind.start - stranger.end <= ADJACENT and not _LISTS.search(name[stranger.end : kind.start]))
        or (
            device
            and 0 < kind.start - stranger.end <= LIST
            and _described(name[stranger.end : kind.start], stranger.end, mentions)
        )
        for kind in kinds
    )


def _is_beside(stranger: Mention, mentions: Sequence[Mention]) -> bool:
    """A device's word, in one of the languages that share it."""
    return any(m.concept in BESIDE and m.start == stranger.start and m.end == stranger.end for m in mentions)


def _holds_kind(name: str, head: Mention, stranger: Mention, named: Sequence[Mention]) -> bool:
    """«Headphone stand»: whatever is called so is one, also behind a maker called «Headphone Zone», but not
    in a list of what comes with a pair."""
    return any(_inside(kind, stranger) for kind in named) and not _LISTS.search(
        name[head.end : stranger.start]
    )


def _for_it(name: str, kind: Mention, mentions: Sequence[Mention], served: Sequence[Mention]) -> bool:
    """«Windscreen for headset», «... for smartphone, headphone, laptop», «drum kit with headphones»: what
    something unnamed is for, or comes with."""
    for word in served:
        between = name[word.end : kind.start]
        if word.start == 0 or not 0 <= kind.start - word.end <= LIST:
            continue
        if _LISTED.search(between):
            return True
        if not _BEHIND.search(word.words) and _described(between, word.end, mentions):
            return True
    comes = _WITH.search(name, max(0, kind.start - LIST), kind.start)
    return (
        comes is not None
        and _described(name[comes.end() : kind.start], comes.end(), mentions)
        and not any(m.start < kind.start and m.concept.startswith(("form.", "shape.")) for m in mentions)
    )


def _described(between: str, start: int, mentions: Sequence[Mention]) -> bool:
    """Nothing but words that describe a pair stand between: «for your wireless over-ear headphones»."""
    for mention in mentions:
        at, end = mention.start - start, min(mention.end - start, len(between))
        if 0 <= at < end and mention.concept.startswith(_PAIR):
            between = between[:at] + " " * (end - at) + between[end:]
    return not _DESCRIBES.sub("", between).strip(" -")


def _serves(stranger: Mention, served: Sequence[Mention], kinds: Sequence[Mention]) -> bool:
    """«... carrying case for over-ear headphones»: the kind is what the thing is for."""
    for word in served:
        if -ADJACENT - len(word.words) <= word.start - stranger.end <= ADJACENT:
            return any(0 <= kind.start - word.end <= COMPOUND for kind in kinds)
    return False


def _compound(
    name: str,
    kind: Mention,
    stranger: Mention,
    kinds: Sequence[Mention],
    served: Sequence[Mention],
    mentions: Sequence[Mention],
) -> bool:
    """A kind's word modifies the thing's word behind it when only plain words stand between, and the name
    does not come back to the kind."""
    if kind.concept == UMBRELLA:  # these languages put the thing first («etui na słuchawki»), or no blank
        return stranger.start <= kind.end
    if _is_beside(stranger, mentions):
        return False  # «gaming headset PS5 console»
    between = name[kind.end : stranger.start]
    if not 0 <= len(between) <= COMPOUND or _DIVIDES.search(between):
        return False
    return all(
        any(stranger.end - 4 <= word.start < later.start for word in served)
        for later in kinds
        if later.start >= stranger.end
    )
