"""What was said -> typed Readings and Mentions: rows by their labels, prose by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from earmark.facts import Evidence, FactValue, Mention, Place, Reading, Said, within
from earmark.folding import fold
from earmark.readers.rows import label_of
from earmark.trace import Step
from earmark.values import Currencies, money, quantities, quantity, span
from earmark.vocabulary import Hit, Spec, Vocabulary

NEAR = 45  # characters between a number and the word that says what it counts
NEAR_VERSION = 14  # «Bluetooth version 5.3», «BT v5.0»
NEGATION = 24  # characters before a word in which «no» or «without» takes it back
LONGEST_TEXT = 120  # characters of a text value
_PARENTHESES = re.compile(r"\s?\(([^()]{1,30})\)\s?$")
_CODE = re.compile(r"(?<![\w.])[\w/-]{0,20}\d(?:[\w/-]|\.(?=\d))*(?![A-Za-z])|(?<![\w.])(?:\d+\.)+\d+")
_SENTENCE = re.compile(r"[.!?;。！？|•\n](?=\s|$)|[;|•。！？]")
_LIST = re.compile(r"[,;/|、，•\n]| and | & ")


@dataclass
class Interpreted:
    """Everything typed; `dropped` tells the trace what was not, and why."""

    readings: list[Reading] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dropped: list[Step] = field(default_factory=list)


def interpret(said: Iterable[Said], vocabulary: Vocabulary, currencies: Currencies) -> Interpreted:
    """Type everything the readers said. Pure; words that fit nothing are left out."""
    result = Interpreted()
    for one in said:
        if one.spec == "row":
            _row(one, vocabulary, currencies, result)
        elif one.spec == "prose":
            place: Place = "bullets" if one.evidence.source == "bullets" else "description"
            _prose(one, place, vocabulary, result)
        elif one.spec == "category":
            result.mentions += _mentions(one, "category", vocabulary)
        elif one.spec in vocabulary.specs:
            _typed(vocabulary.specs[one.spec], one, vocabulary, currencies, result)
        else:
            result.readings.append(Reading(one.spec, one.text, one.text, one.evidence, one.by))
    return result


def interpret_name(said: Said, vocabulary: Vocabulary) -> Interpreted:
    """What the product's own name says of it."""
    result = Interpreted()
    _prose(said, "title", vocabulary, result)
    return result


def _row(said: Said, vocabulary: Vocabulary, currencies: Currencies, result: Interpreted) -> None:
    label, unit = label_of(said.label), ""
    specs = vocabulary.labels.get(label)
    if specs is None:
        inside = _PARENTHESES.search(label)
        if inside is None:
            return
        specs, unit = vocabulary.labels.get(label[: inside.start()], ()), inside[1]
    for name in specs:
        _typed(vocabulary.specs[name], said, vocabulary, currencies, result, unit)
    if {"form", "microphone", "name"} & set(specs):
        result.mentions += _mentions(said, "row", vocabulary, label)
    for name in specs:
        for choice in _cell(name, fold(said.text), vocabulary):
            result.mentions.append(Mention(f"{name}.{choice}", "row", said.text, 0, len(said.text), said.evidence, label))


def _typed(
    spec: Spec, said: Said, vocabulary: Vocabulary, currencies: Currencies, result: Interpreted, unit: str = ""
) -> None:
    read = _value(spec, said, vocabulary, currencies, unit)
    if read is None:
        result.dropped.append(Step(spec.name, said.evidence.source, said.text, "no value of this fact"))
        return
    value, text, evidence = read
    if spec.bounds is not None and not _plausible(value, spec.bounds):
        low, high = spec.bounds
        result.dropped.append(
            Step(spec.name, said.evidence.source, said.text, f"outside {low:g} to {high:g} {spec.unit or ''}".strip())
        )
        return
    result.readings.append(Reading(spec.name, value, text, evidence, said.by))


def _plausible(value: FactValue, bounds: tuple[float, float]) -> bool:
    ends = value if isinstance(value, tuple) else (value,)
    return all(isinstance(end, (int, float)) and bounds[0] <= end <= bounds[1] for end in ends)


def _value(
    spec: Spec, said: Said, vocabulary: Vocabulary, currencies: Currencies, unit: str
) -> tuple[FactValue, str, Evidence] | None:
    """The value, its words, and the evidence for just these words."""
    text = said.text
    if spec.kind == "quantity" and spec.unit:
        found = quantity(text, vocabulary.units, spec.unit, assume=not unit)
        if found is None and unit:
            scaled = quantity(f"{text.strip()} {unit}", vocabulary.units, spec.unit, assume=False)
            return (scaled.value, text, said.evidence) if scaled else None
        return (found.value, text[found.start : found.end], _part(said, found.start, found.end)) if found else None
    if spec.kind == "range" and spec.unit:
        both = span(text, vocabulary.units, spec.unit)
        return ((both[0], both[1]), text[both[2] : both[3]], _part(said, both[2], both[3])) if both else None
    if spec.kind == "money":
        amount = money(text, currencies)
        return (amount, text, said.evidence) if amount else None
    if spec.kind == "flag":
        flag = _flag(spec, text, vocabulary)
        return (flag, text, said.evidence) if flag is not None else None
    if spec.kind == "choice":
        choice = _choice(spec, said, vocabulary)
        return (choice, text, said.evidence) if choice else None
    if spec.kind == "texts":
        parts = tuple(part for piece in _LIST.split(text) if 1 < len(part := piece.strip(" .")) <= LONGEST_TEXT)
        return (parts[:12], text, said.evidence) if parts and len(text) <= 3 * LONGEST_TEXT else None
    if spec.kind == "code" and said.label:
        code = _CODE.search(text[:LONGEST_TEXT])
        return (code[0], code[0], _part(said, code.start(), code.end())) if code else None
    if spec.pattern:
        match = re.search(rf"(?<![\w.])(?:{spec.pattern})(?![\d.]?\d)", text[: 4 * LONGEST_TEXT], re.I)
        return (match[0].upper(), match[0], _part(said, match.start(), match.end())) if match else None
    return (text, text, said.evidence) if 0 < len(text) <= 3 * LONGEST_TEXT else None


def _part(said: Said, start: int, end: int) -> Evidence:
    return within(said.evidence, start, end) if said.evidence.quote.exact == said.text else said.evidence


def _flag(spec: Spec, text: str, vocabulary: Vocabulary) -> bool | None:
    folded = fold(text).strip()
    said = {hit.concept.rsplit(".", 1)[1] for hit in vocabulary.values[spec.name].find(folded)}
    word = folded.strip(" .!")
    if word in vocabulary.words["no"] or word.split(",")[0] in vocabulary.words["no"]:
        return False
    if said:
        negated = said == {"true"} and _negated(folded, min(h.start for h in vocabulary.values[spec.name].find(folded)), vocabulary)
        return "true" in said and not negated
    if word in vocabulary.words["yes"] or word.split(",")[0].split(" ")[0] in vocabulary.words["yes"]:
        return True
    return None


def _choice(spec: Spec, said: Said, vocabulary: Vocabulary) -> str | None:
    text = said.text
    if text in spec.choices:
        return text
    phrases = vocabulary.values[spec.name]
    folded = fold(text)
    if spec.name == "microphone":
        return _microphone(said, vocabulary)
    values = list(dict.fromkeys(hit.concept.split(".", 1)[1] for hit in phrases.find(folded)))
    if not values:
        values = _cell(spec.name, folded, vocabulary)
    if set(values) == {"in-ear", "earbud"}:
        return "in-ear"
    return values[0] if len(values) == 1 else None


def _cell(spec: str, folded: str, vocabulary: Vocabulary) -> list[str]:
    """A cell of its own may say just «Open» or «Integrated»: words that say nothing of it in a sentence."""
    cell = folded.strip(" .")
    return [choice for choice in vocabulary.specs[spec].choices if cell in vocabulary.words.get(f"{spec}.{choice}", ())]


def _microphone(said: Said, vocabulary: Vocabulary) -> str | None:
    phrases = vocabulary.values["microphone"]
    folded = fold(said.text).strip()
    label = fold(said.label)
    no = folded.strip(" .!") in vocabulary.words["no"]
    of_label = [hit.concept.split(".", 1)[1] for hit in phrases.find(label)]
    specific = next((value for value in of_label if value != "unspecified"), None)
    if no:
        return None if specific or not said.label else "none"
    of_text = [hit.concept.split(".", 1)[1] for hit in phrases.find(folded)] or _cell("microphone", folded, vocabulary)
    best = next((value for value in of_text if value not in ("unspecified",)), None)
    if best:
        return best
    yes = folded.strip(" .!").split(",")[0].split(" ")[0] in vocabulary.words["yes"]
    if yes or of_text:
        return specific or "unspecified"
    return None


def _prose(said: Said, place: Place, vocabulary: Vocabulary, result: Interpreted) -> None:
    folded = fold(said.text)
    kind_of_place = "title" if place == "title" else "prose"
    for hit in vocabulary.concepts.find(folded):
        name, _, value = hit.concept.partition(".")
        spec = vocabulary.specs.get(name)
        negated = _negated(folded, hit.start, vocabulary)
        words = said.text[hit.start : hit.end]
        evidence = _part(said, hit.start, hit.end)
        if negated and hit.concept != "microphone.none":
            if name == "microphone" and value == "unspecified":
                result.mentions.append(Mention("microphone.none", place, words, hit.start, hit.end, evidence))
            continue
        result.mentions.append(Mention(hit.concept, place, words, hit.start, hit.end, evidence))
        if spec is not None and kind_of_place in spec.places:
            typed: FactValue = value == "true" if spec.kind == "flag" else value
            result.readings.append(Reading(name, typed, words, evidence))
    _numbers(said, folded, vocabulary, result)


def _mentions(said: Said, place: Place, vocabulary: Vocabulary, label: str = "") -> Iterator[Mention]:
    folded = fold(said.text)
    for hit in vocabulary.concepts.find(folded):
        if not _negated(folded, hit.start, vocabulary):
            yield Mention(
                hit.concept, place, said.text[hit.start : hit.end], hit.start, hit.end,
                _part(said, hit.start, hit.end), label,
            )  # fmt: skip


def _negated(folded: str, start: int, vocabulary: Vocabulary) -> bool:
    """One of the three words before it, in the same clause, takes it back."""
    clause = re.split(r"[,.;:!?()|]", folded[max(0, start - NEGATION) : start])[-1]
    words = clause.split()[-3:]
    negations = vocabulary.words["negation"]
    return any(" ".join(words[i:j]) in negations for i in range(len(words)) for j in range(i + 1, len(words) + 1))


def _numbers(said: Said, folded: str, vocabulary: Vocabulary, result: Interpreted) -> None:
    if not any(character.isdigit() for character in folded):
        return
    near = vocabulary.near.find(folded)
    for spec in vocabulary.specs.values():
        if spec.pattern and spec.kind == "text" and not spec.product:
            _pattern(said, spec, [h for h in near if h.concept == f"near.{spec.name}"], vocabulary, result)
    if not near:
        return
    for found in quantities(said.text, vocabulary.units):
        name = _nearest(found.start, found.end, found.unit, folded, near, vocabulary)
        spec = vocabulary.specs.get(name or "")
        if spec is None or spec.kind != "quantity":
            continue
        words = said.text[found.start : found.end]
        if spec.bounds and not _plausible(found.value, spec.bounds):
            result.dropped.append(Step(spec.name, said.evidence.source, words, f"outside {spec.bounds[0]:g} to {spec.bounds[1]:g}"))
            continue
        result.readings.append(Reading(spec.name, found.value, words, _part(said, found.start, found.end)))
    both = span(said.text, vocabulary.units, "Hz")
    if both and _nearest(both[2], both[3], "Hz", folded, near, vocabulary) == "frequency_hz":
        result.readings.append(
            Reading("frequency_hz", (both[0], both[1]), said.text[both[2] : both[3]], _part(said, both[2], both[3]))
        )


def _pattern(said: Said, spec: Spec, near: list[Hit], vocabulary: Vocabulary, result: Interpreted) -> None:
    needs = spec.name in {"bluetooth_version"}
    for match in re.finditer(rf"(?<![\w.])v?({spec.pattern})(?![\d.]?\d)", said.text, re.I):
        if needs and not any(0 <= match.start() - hit.end <= NEAR_VERSION for hit in near):
            continue
        start, end = match.span(1)
        result.readings.append(Reading(spec.name, match[1].upper(), match[1], _part(said, start, end)))
        return


def _nearest(start: int, end: int, unit: str, folded: str, near: list[Hit], vocabulary: Vocabulary) -> str | None:
    """The spec whose word stands nearest to a number in the same sentence; None where a word that says
    «not this» is nearer, or none is near."""
    left = max((m.end() for m in _SENTENCE.finditer(folded, max(0, start - NEAR), start)), default=max(0, start - NEAR))
    stop = _SENTENCE.search(folded, end, min(len(folded), end + NEAR))
    right = stop.start() if stop else min(len(folded), end + NEAR)
    best: tuple[float, str] | None = None
    nots: dict[str, int] = {}
    for hit in near:
        if hit.end < left or hit.start > right:
            continue
        gap = start - hit.end if hit.end <= start else hit.start - end if hit.start >= end else 0
        if gap < 0 or gap > NEAR:
            continue
        name = hit.concept.removeprefix("near.")
        if name.startswith("!"):
            nots[name[1:]] = min(gap, nots.get(name[1:], NEAR))
            continue
        spec = vocabulary.specs[name]
        if spec.unit != unit:
            continue
        # A longer, more special word («with case») wins over a general one as near.
        weight = gap - (hit.end - hit.start) * 0.5 - (12 if name in ("battery_case_h", "battery_anc_h") else 0)
        if best is None or weight < best[0]:
            best = (weight, name)
    if best is None:
        return None
    gap_of_best = min(
        (start - h.end if h.end <= start else h.start - end)
        for h in near
        if h.concept == f"near.{best[1]}" and h.end >= left and h.start <= right and not (h.end > start and h.start < end)
    ) if any(h.concept == f"near.{best[1]}" and not (h.end > start and h.start < end) and h.end >= left and h.start <= right for h in near) else 0
    return None if nots.get(best[1], NEAR + 1) <= gap_of_best else best[1]
