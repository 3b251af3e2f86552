"""Readings -> Facts: the value most of the page stands behind, its evidence, and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from earmark.card import Quote
from earmark.facts import Disagreement, Evidence, Fact, FactValue, Money, Reading
from earmark.folding import fold_words
from earmark.trace import Step

# What a source's word weighs. A specification row is written for this product; prose is written around it.
WEIGHTS: Mapping[str, float] = {
    "rule": 100, "table": 5, "list": 5, "price": 6, "json-ld": 4, "microdata": 3, "heading": 4, "title": 3,
    "aria": 3, "bullets": 3, "description": 1.5, "meta": 2, "state": 1, "breadcrumb": 1,
}  # fmt: skip
SHOWN = 1.0  # added where the shopper can see the words: data nobody sees goes stale
REPEATED = 0.3  # share of its weight that a source's second word for the same value adds
MOST_READINGS = 300  # words on one spec; more are a catalogue's
MOST_EVIDENCE = 4  # quotes kept for one value; a claim's reader steps through them
SAME = 0.015  # quantities that differ less are one figure, rounded
SEVERAL = 3  # colours that are said alike: what one may choose, not what this one has
_CHOSEN = frozenset({"colour"})
_FIRST = frozenset({"name", "image"})  # the first reader's word stands: later ones are copies of it
_WHOLES = {"battery_h": "battery_case_h"}  # what is often said without the words that tell it from its part
_TEXTS = frozenset({"colour", "platforms", "model", "image", "name"})  # many true answers, no contradictions


def agree(readings: Iterable[Reading], trace: list[Step]) -> dict[str, Fact]:
    """One Fact a spec, in order of first mention. Appends to `trace` what was kept and what was outvoted."""
    by_spec: dict[str, list[Reading]] = {}
    for reading in readings:
        found = by_spec.setdefault(reading.spec, [])
        if len(found) < MOST_READINGS:
            found.append(reading)
    facts = {spec: _fact(spec, found, trace) for spec, found in by_spec.items()}
    told = {spec: fact for spec, fact in facts.items() if fact is not None}
    for part, whole in _WHOLES.items():
        if part in told and whole in told:
            told[part] = _apart(told[part], told[whole])
    return told


def _apart(part: Fact, whole: Fact) -> Fact:
    """«45 h» alone, where the page has «45 h with case» too, is that figure, not a contradiction."""
    if not (isinstance(part.value, (int, float)) and isinstance(whole.value, (int, float))):
        return part
    if part.value > whole.value:
        return part
    others = tuple(other for other in part.contradicts if not _same(other.value, whole.value))
    return replace(part, contradicts=others)


def _fact(spec: str, readings: list[Reading], trace: list[Step]) -> Fact | None:
    groups: list[list[Reading]] = []
    for reading in readings:
        for group in groups:
            if _same(group[0].value, reading.value):
                group.append(reading)
                break
        else:
            groups.append([reading])
    if spec == "microphone":
        groups = _specific(groups)
    if spec not in _FIRST:
        groups.sort(key=_weight, reverse=True)
    if spec in _CHOSEN and len(groups) >= SEVERAL and _weight(groups[0]) == _weight(groups[1]):
        trace += [Step(spec, r.evidence.source, r.text, "one of several to choose from") for r in readings]
        return None
    best, others = groups[0], groups[1:]
    told = next((reading for reading in best if _whole(reading.value)), best[0])
    for reading in best:
        trace.append(Step(spec, reading.evidence.source, reading.text, "kept"))
    for group in others:
        trace += [
            Step(spec, r.evidence.source, r.text, "says otherwise; fewer or weaker words") for r in group
        ]
    contradicts = (
        ()
        if spec in _TEXTS
        else tuple(
            Disagreement(group[0].value, group[0].text, _evidence(group))
            for group in others
            if _stands(group) and (not _ruled(best) or _ruled(group))
        )
    )
    return Fact(spec, told.value, told.text, _evidence(best), contradicts)


def _weight(group: list[Reading]) -> float:
    seen: set[str] = set()
    total = 0.0
    for reading in group:
        source = reading.by or reading.evidence.source
        weight = WEIGHTS[source] + SHOWN * reading.evidence.visible
        total += weight if source not in seen else weight * REPEATED
        seen.add(source)
    return total


def _stands(group: list[Reading]) -> bool:
    """A contradiction is shown when the shopper can see it, and it is not just running text: that speaks of
    other models and occasions."""
    return any(reading.evidence.visible and reading.evidence.source != "description" for reading in group)


def _ruled(group: list[Reading]) -> bool:
    """A person who looked at the shop's pages said where it stands: no reader contradicts that."""
    return any(reading.by == "rule" for reading in group)


def _same(one: FactValue, other: FactValue) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= SAME * max(abs(one), abs(other))
    if isinstance(one, Money) and isinstance(other, Money):
        return one.amount == other.amount and (
            one.currency == other.currency or not (one.currency and other.currency)
        )
    if isinstance(one, str) and isinstance(other, str):
        return fold_words(one) == fold_words(other)
    return one == other


def _whole(value: FactValue) -> bool:
    """Not an amount that lacks its currency."""
    return not isinstance(value, Money) or value.currency is not None


def _specific(groups: list[list[Reading]]) -> list[list[Reading]]:
    """«With microphone» agrees with every kind of microphone; only its absence contradicts it."""
    said = [group for group in groups if group[0].value not in ("unspecified", "none")]
    vague = [group for group in groups if group[0].value == "unspecified"]
    if not said or not vague:
        return groups
    best = max(said, key=_weight)
    best.extend(reading for group in vague for reading in group)
    return [group for group in groups if group not in vague]


def _evidence(group: list[Reading]) -> tuple[Evidence, ...]:
    """Visible quotes first, each place once."""
    places: dict[tuple[Quote, bool], Evidence] = {}
    for reading in group:
        places.setdefault((reading.evidence.quote, reading.evidence.visible), reading.evidence)
    unique = list(places.values())
    unique.sort(key=lambda evidence: not evidence.visible)
    if unique and unique[0].visible:
        unique = [evidence for evidence in unique if evidence.visible]
    return tuple(unique[:MOST_EVIDENCE])
