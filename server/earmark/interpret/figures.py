"""Figures in prose: a number belongs to the spec whose word stands nearest to it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from earmark.facts import Reading, Said
from earmark.interpret.typed import part, plausible
from earmark.trace import Step
from earmark.values import Quantity, quantities, span
from earmark.vocabulary import Hit, Spec, Vocabulary

NEAR = 45  # characters between a number and the word that says what it counts
NEAR_VERSION = 14  # «Bluetooth version 5.3», «BT v5.0»
SPECIAL = 12  # characters by which «with case» and «ANC on» may stand farther off than a plain «battery»
_SPECIAL = frozenset({"battery_case_h", "battery_anc_h"})
_HOURS = frozenset({"battery_h", "battery_case_h", "battery_anc_h", "charging_h"})
SPECIAL_HOURS = frozenset(f"near.{name}" for name in _SPECIAL)
OTHER_PART = 8  # characters that a comma between a figure and words is worth
_DIGIT = re.compile(r"\d")
_COMMA = re.compile("[,、(]")
_SENTENCE = re.compile(r"[.!?;。！？|•](?=\s|$)|[;|•。！？]")


def figures(said: Said, folded: str, vocabulary: Vocabulary) -> Iterator[Reading | Step]:
    """A Reading for each figure whose spec is told, a Step for each that lies outside its bounds."""
    if not _DIGIT.search(folded):
        return
    near = vocabulary.near.find(folded)
    for spec in vocabulary.patterned:
        yield from _pattern(said, spec, near, vocabulary)
    if not near:
        return
    found_all = list(quantities(said.text, vocabulary.units))
    for found in found_all:
        if found.unit == "h" and _quick_charge(found, found_all, near):
            continue
        mine = [hit for hit in near if not _of_other(hit, found, found_all, folded)]
        name = _nearest(found.start, found.end, found.unit, folded, mine, vocabulary)
        if name not in vocabulary.specs or vocabulary.specs[name].kind != "quantity":
            continue
        spec = vocabulary.specs[name]
        words = said.text[found.start : found.end]
        if plausible(found.value, spec.bounds):
            yield Reading(spec.name, found.value, words, part(said, found.start, found.end))
        else:
            yield Step(spec.name, said.evidence.source, words, "outside its bounds")
    both = span(said.text, vocabulary.units, "Hz")
    if both and _nearest(both[2], both[3], "Hz", folded, near, vocabulary) == "frequency_hz":
        low, high, start, end = both
        yield Reading("frequency_hz", (low, high), said.text[start:end], part(said, start, end))


def by_label(said: Said, label: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """The hours that a row of an unknown label states, where the words in its label are one spec's: «total
    playing time with its case: 28 h». Other measures have their like in other things."""
    if not _DIGIT.search(said.text):
        return
    near = {hit.concept.removeprefix("near.") for hit in vocabulary.near.find(label)}
    near = {name for name in near if f"!{name}" not in near}
    found = next(quantities(said.text, vocabulary.units, "h"), None) if near & _HOURS else None
    if found is None:
        return
    names = {name for name in near & _HOURS if plausible(found.value, vocabulary.specs[name].bounds)}
    names = names & _SPECIAL or names
    if len(names) == 1:
        words = said.text[found.start : found.end]
        yield Reading(names.pop(), found.value, words, part(said, found.start, found.end), said.by)


def _quick_charge(found: Quantity, others: Sequence[Quantity], near: Sequence[Hit]) -> bool:
    """«10 minutes of charge play for 4 hours»: a time beside a time shorter than an hour, with a word that
    says it is not the battery's."""
    if not any(hit.concept == "near.!battery_h" for hit in near):
        return False
    return any(
        other.unit == "h"
        and other.value < 1
        and other.start - found.end < NEAR
        and found.start - other.end < NEAR
        for other in others
    )


def _of_other(hit: Hit, found: Quantity, others: Sequence[Quantity], folded: str) -> bool:
    """«50 hours, or 35 hours with ANC on», «8 hours, 30 in total»: the words are nearer to another figure."""
    return hit.concept in SPECIAL_HOURS and any(
        other.unit == found.unit and _gap(hit, other, folded) < _gap(hit, found, folded) for other in others
    )


def _gap(hit: Hit, found: Quantity, folded: str) -> int:
    """Characters between words and a figure; another part of the sentence is farther off."""
    start, end = (hit.end, found.start) if hit.end <= found.start else (found.end, hit.start)
    return end - start + OTHER_PART * (_COMMA.search(folded, start, end) is not None)


def version(said: Said, spec: Spec, folded: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """The first words of a spec's pattern in a row of another."""
    yield from _pattern(said, spec, vocabulary.near.find(folded), vocabulary)


def _pattern(said: Said, spec: Spec, near: Sequence[Hit], vocabulary: Vocabulary) -> Iterator[Reading]:
    """The first words of a spec's pattern; where the vocabulary has words for it, one must stand before."""
    name = f"near.{spec.name}"
    words = [hit for hit in near if hit.concept == name] if name in vocabulary.near.concepts else None
    for found in _whole(spec.pattern or "").finditer(said.text):
        if words is None or any(0 <= found.start() - hit.end <= NEAR_VERSION for hit in words):
            start, end = found.span(1)
            yield Reading(spec.name, found[1].upper(), found[1], part(said, start, end))
            return


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_.])v?({pattern})(?![\d.]?\d)", re.I)


def _nearest(
    start: int, end: int, unit: str, folded: str, near: Sequence[Hit], vocabulary: Vocabulary
) -> str:
    """The spec whose word stands nearest to the number at [start, end); "" where none is near or a word that
    says «not this» is nearer."""
    left = max(
        (m.end() for m in _SENTENCE.finditer(folded, max(0, start - NEAR), start)), default=start - NEAR
    )
    stop = _SENTENCE.search(folded, end, end + NEAR)
    right = stop.start() if stop else end + NEAR
    gaps: dict[str, int] = {}
    ranks: dict[str, float] = {}
    for hit in near:
        if hit.end < left or hit.start > right or (hit.end > start and hit.start < end):
            continue
        gap = start - hit.end if hit.end <= start else hit.start - end
        if gap > NEAR:
            continue
        name = hit.concept.removeprefix("near.")
        gaps[name] = min(gap, gaps.get(name, NEAR))
        if not name.startswith("!") and vocabulary.specs[name].unit == unit:
            length = hit.end - hit.start
            ranks[name] = min(gap - length * 0.5 - SPECIAL * (name in _SPECIAL), ranks.get(name, NEAR))
    best = min(ranks, key=lambda name: ranks[name], default="")
    if best and (gaps.get(f"!{best}", NEAR + 1) <= gaps[best] or _of_another(best, folded, near)):
        return ""
    return best


def _of_another(name: str, folded: str, near: Sequence[Hit]) -> bool:
    """The word itself follows one that says «not this»: «microphone frequency response»."""
    words = [hit for hit in near if hit.concept == f"near.{name}"]
    others = [hit for hit in near if hit.concept == f"near.!{name}"]
    return any(
        other.start < word.start and not folded[other.end : word.start].strip(" :")
        for word in words
        for other in others
    )
