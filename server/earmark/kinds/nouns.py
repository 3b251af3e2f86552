"""A product's name as its words for things: kinds of headphones, and strangers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from earmark.facts import Mention
from earmark.folding import fold
from earmark.vocabulary import Joints

STRANGERS = ("accessory.", "other.")
UMBRELLA = "kind.umbrella"
SOCKET = "other.socket"
LIST = 30  # characters in which a list of things, or what describes a pair, stands
ADDRESS = 24  # characters of the makers' and other models' names between «for» and a known line's name
_DEVICES = ("other.device", "other.microphone", SOCKET)
_HOLDING = (
    "kind.",
    "form.",
    "shape.",
    "microphone.",
)  # phrases that may hold a thing's word and mean another
_ENDS = re.compile(r"[;|()\[\]–—]|\s-\s")
_WORN = ("form.", "shape.", "microphone.")
_PAIR = ("form.", "back.", "wireless.", "anc.", "gaming.")
_DESCRIBES = re.compile(
    r"\b(?:your|our|the|a|an|free|all|any|most|many|some|standard|universal|stereo|studio|music|audio|brand)\b",
    re.I,
)


@dataclass(frozen=True)
class Nouns:
    """`kinds` and `strangers` are the mentions that name a thing, in order; `named`: kinds within a
    stranger's words («headphone stand»); `served`: words like «for»."""

    name: str
    mentions: Sequence[Mention]
    kinds: Sequence[Mention]
    strangers: Sequence[Mention]
    named: Sequence[Mention]
    served: Sequence[Mention]
    joints: Joints

    def for_it(self, kind: Mention) -> bool:
        """«Windscreen for headset», «... for smartphone, headphone, laptop», «drum kit with headphones»: what
        something unnamed is for, or comes with."""
        for word in self.served:
            if word.start == 0 or not 0 <= kind.start - word.end <= LIST:
                continue
            if self.joints.lists(self.name[word.end : kind.start]):
                return True
            if not self.is_behind(word) and self.described(word.end, kind.start):
                return True
        if self.joints.included(self.name[kind.end :]) and not self.described(0, kind.start):
            return True
        start = max(0, kind.start - LIST)
        comes = self.joints.with_.last(self.name[start : kind.start])
        return (
            comes >= 0
            and self.described(start + comes, kind.start)
            and not any(
                m.start < kind.start and m.concept.startswith(("form.", "shape.")) for m in self.mentions
            )
        )

    def described(self, start: int, end: int) -> bool:
        """Nothing but words that describe a pair stand between: «for your wireless over-ear headphones»."""
        between = self.name[start:end]
        for mention in self.mentions:
            first, last = mention.start - start, min(mention.end - start, len(between))
            if 0 <= first < last and mention.concept.startswith(_PAIR):
                between = between[:first] + " " * (last - first) + between[last:]
        return not _DESCRIBES.sub("", between).strip(" -")

    def is_behind(self, word: Mention) -> bool:
        return _stands_behind(word, self.joints)

    def is_device(self, stranger: Mention) -> bool:
        """What headphones are used with, in one of the languages that share the word."""
        return any(
            m.concept in _DEVICES and m.start == stranger.start and m.end == stranger.end
            for m in self.mentions
        )

    def is_used(self, stranger: Mention) -> bool:
        """«Earpiece for cell phone, ... headset»: a device that the thing is used with, where words for a
        pair stand before it, and the kind is not one more in its list."""
        return (
            self.is_device(stranger)
            and is_served(self.name, stranger.start, self.mentions, self.joints)
            and any(m.end <= stranger.start and m.concept.startswith(_WORN) for m in self.mentions)
            and not any(self.joints.is_joint(self.name[stranger.end : kind.start]) for kind in self.kinds)
        )


def nouns_of(name: str, mentions: Sequence[Mention], joints: Joints) -> Nouns:
    nouns = sorted(filter(is_noun, mentions), key=lambda m: (m.start, -m.end))
    kinds = [m for m in nouns if not m.concept.startswith(STRANGERS)]
    strangers = [m for m in nouns if m.concept.startswith(STRANGERS) and not _held(m, mentions)]
    named = [k for k in kinds if any(stranger.start <= k.start < stranger.end for stranger in strangers)]
    kinds = [k for k in kinds if not any(inside(k, part) for part in named)]
    served = [m for m in mentions if m.concept == "compatibility"]
    return Nouns(name, mentions, kinds, strangers, named, served, joints)


def is_noun(mention: Mention) -> bool:
    return mention.concept.startswith(("kind.", *STRANGERS)) or mention.concept == "form.earbud"


def is_served(name: str, start: int, mentions: Sequence[Mention], joints: Joints) -> bool:
    """What stands at `start` is what the thing is for: «... for Halden 7», with a maker's name between."""
    return any(
        m.concept == "compatibility"
        and m.place == "title"
        and 0 <= start - m.end <= ADDRESS
        and not _stands_behind(m, joints)
        and not _ENDS.search(name[m.end : start])
        for m in mentions
    )


def inside(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _stands_behind(word: Mention, joints: Joints) -> bool:
    """A word for «for» that may stand behind what a thing is for: «X 用», «X için»; or means something else
    in another language: Czech «pro»."""
    return fold(word.words) in joints.for_behind


def _held(stranger: Mention, mentions: Sequence[Mention]) -> bool:
    """A thing's word within a longer one for something else: «phone» in «phone headset», «kabel» in «mic di
    kabel»."""
    size = stranger.end - stranger.start
    return any(
        inside(stranger, other) and other.end - other.start > size and other.concept.startswith(_HOLDING)
        for other in mentions
    )
