"""Everything the readers said, typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from earmark.facts import OUTSIDE_MICROPHONE, FactValue, Mention, Place, Reading, Said
from earmark.folding import fold
from earmark.interpret.beside import BATTERY, also, hours
from earmark.interpret.figures import by_label, figures
from earmark.interpret.hits import INSIDE, OUTSIDE, found, told_beside
from earmark.interpret.negation import negated
from earmark.interpret.typed import LONGEST_TEXT, cell, part, plausible, typed
from earmark.readers.row import label_of
from earmark.trace import Step
from earmark.values import Currencies
from earmark.vocabulary import Spec, Vocabulary

MOST_LINES = 20  # of prose looked at where nothing else speaks of headphones
MOST_PROSE = 1500  # and their characters
_MENU = tuple("|›»/>,·•")  # a value that begins so is the next entry of a menu in one line
_SEVERAL = re.compile(r"[&,/]")  # «Headphones & Earbuds»: a shelf of several kinds tells none
_SPEAKING = ("kind.", "form.", "shape.buds", "shape.neckband")
_OUTSIDE = frozenset({"boom", "detachable", "in-line"})
_MICROPHONES = ("microphone", "mic_noise_cancelling")
_TELLING = frozenset({"form", "microphone", "name"})  # rows of these specs speak of the kind, too


@dataclass
class Interpreted:
    """Everything typed; `name` is the product's, `dropped` tells the trace what was not typed, and why."""

    name: Said | None = None
    readings: list[Reading] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dropped: list[Step] = field(default_factory=list)


def interpret(said: Sequence[Said], vocabulary: Vocabulary, currencies: Currencies) -> Interpreted:
    """Type everything the readers said. Pure; words that fit nothing are left out.

    Prose is read only where the name, a row or the breadcrumb speaks of headphones, a row gives a measure
    of theirs, or its beginning describes a pair: nine of ten product pages sell other things.
    """
    result = Interpreted(next((one for one in said if one.spec == "name"), None))
    if result.name is not None:
        _prose(result.name, "title", vocabulary, result)
    for one in said:
        if one.spec == "row":
            _row(one, vocabulary, currencies, result)
        elif one.spec == "category":
            if not _SEVERAL.search(one.text):
                result.mentions += _mentions(one, "category", vocabulary)
        elif one.spec in vocabulary.specs:
            _value(vocabulary.specs[one.spec], one, vocabulary, currencies, result)
        elif one.spec != "prose":
            result.readings.append(Reading(one.spec, one.text, one.text, one.evidence, one.by))
    if _several_shelves(result.mentions):
        result.mentions = [mention for mention in result.mentions if mention.place != "category"]
    if _speaks_of_headphones(result, vocabulary) or _described(said, vocabulary):
        rows = {one.evidence.quote.exact for one in said if one.spec == "row"}
        for one in said:
            if one.spec == "prose" and one.text not in rows:
                _prose(
                    one, "bullets" if one.evidence.source == "bullets" else "description", vocabulary, result
                )
        result.readings += _none_built_in(said, result, vocabulary)
    return result


def _none_built_in(said: Sequence[Said], result: Interpreted, vocabulary: Vocabulary) -> Iterator[Reading]:
    """«Built-in microphone: No» says that there is none, where nothing speaks of another: what is called a
    headset has one outside."""
    if any(one.spec in _MICROPHONES for one in result.readings) or any(
        mention.concept.startswith(("microphone.", "kind.headset")) for mention in result.mentions
    ):
        return
    for one in said:
        if one.spec != "row" or fold(one.text).strip(" .!") not in vocabulary.words["no"]:
            continue
        hits = vocabulary.values["microphone"].find(fold(one.label))
        if any(hit.concept == "microphone.built-in" for hit in hits):
            yield Reading("microphone", "none", one.text, one.evidence, one.by)
            return


def _several_shelves(mentions: Sequence[Mention]) -> bool:
    """Shelves for what sits in the ear and for what sits around it: a menu that looks like a trail."""
    said = {mention.concept for mention in mentions if mention.place == "category"}
    return not said.isdisjoint(INSIDE) and not said.isdisjoint(OUTSIDE)


def _speaks_of_headphones(result: Interpreted, vocabulary: Vocabulary) -> bool:
    return any(mention.concept.startswith(_SPEAKING) for mention in result.mentions) or any(
        reading.spec in vocabulary.telling for reading in result.readings
    )


def _described(said: Sequence[Said], vocabulary: Vocabulary) -> bool:
    """A name that is a model's («Halden 5») leaves it to the prose to say what the thing is."""
    prose = "\n".join([one.text for one in said if one.spec == "prose"][:MOST_LINES])[:MOST_PROSE]
    folded = fold(prose)
    if not vocabulary.kinds.find(folded):
        return False
    told = {hit.concept for hit in vocabulary.concepts.find(folded)}
    return any(c.startswith(("form.", "back.")) or c in OUTSIDE_MICROPHONE for c in told)


def _row(said: Said, vocabulary: Vocabulary, currencies: Currencies, result: Interpreted) -> None:
    label = label_of(said.label)
    if said.text.startswith(_MENU):
        return
    if label in vocabulary.words["features"]:
        _prose(said, "bullets", vocabulary, result)
        return
    specs, unit = vocabulary.row(label)
    if not specs and label not in vocabulary.words["compatible"] | vocabulary.words["included"]:
        result.readings += by_label(said, label, vocabulary)
        result.readings += _microphone_told(said, vocabulary)
    told = hours(said, label, vocabulary) if BATTERY in specs else []
    result.readings += told
    result.readings += also(said, specs, vocabulary)
    for name in specs if not told else ():
        _value(vocabulary.specs[name], said, vocabulary, currencies, result, unit)
        for choice in cell(name, fold(said.text), vocabulary):
            whole = len(said.text)
            result.mentions.append(
                Mention(f"{name}.{choice}", "row", said.text, 0, whole, said.evidence, label)
            )
    if _TELLING.intersection(specs):
        result.mentions += _mentions(said, "row", vocabulary, label)


def _microphone_told(said: Said, vocabulary: Vocabulary) -> Iterator[Reading]:
    """The kind of microphone that a row names whatever its label: «Controls: volume, detachable
    microphone»."""
    folded = fold(said.text[: 3 * LONGEST_TEXT])
    for hit in vocabulary.values["microphone"].find(folded):
        value = hit.concept.split(".", 1)[1]
        if value in _OUTSIDE and not negated(folded, hit.start, vocabulary):
            words, evidence = said.text[hit.start : hit.end], part(said, hit.start, hit.end)
            yield Reading("microphone", value, words, evidence, said.by)


def _value(
    spec: Spec,
    said: Said,
    vocabulary: Vocabulary,
    currencies: Currencies,
    result: Interpreted,
    unit: str = "",
) -> None:
    read = typed(spec, said, vocabulary, currencies, unit)
    if read is None:
        result.dropped.append(Step(spec.name, said.evidence.source, said.text, "no value of this fact"))
    elif not plausible(read.value, spec.bounds):
        result.dropped.append(Step(spec.name, said.evidence.source, said.text, "outside its bounds"))
    else:
        result.readings.append(Reading(spec.name, read.value, read.text, read.evidence, said.by))
        if spec.implies and said.label:
            result.readings.append(Reading(spec.implies, True, read.text, read.evidence, said.by))


def _prose(said: Said, place: Place, vocabulary: Vocabulary, result: Interpreted) -> None:
    folded = fold(said.text)
    where = "title" if place == "title" else "prose"
    hits = found(folded, place, vocabulary)
    for hit in hits:
        name, _, value = hit.concept.partition(".")
        words, evidence = said.text[hit.start : hit.end], part(said, hit.start, hit.end)
        concept = hit.concept
        if concept != "microphone.none" and negated(folded, hit.start, vocabulary):
            if concept != "microphone.unspecified":
                continue
            concept = "microphone.none"
        result.mentions.append(Mention(concept, place, words, hit.start, hit.end, evidence))
        spec = vocabulary.specs.get(name)
        if spec is not None and where in spec.places and concept == hit.concept:
            meant: FactValue = value == "true" if spec.kind == "flag" else value
            result.readings.append(Reading(name, meant, words, evidence))
    if place != "description":
        for hit in told_beside(folded, hits, vocabulary):
            name, _, value = hit.concept.partition(".")
            words, evidence = said.text[hit.start : hit.end], part(said, hit.start, hit.end)
            result.mentions.append(Mention(hit.concept, place, words, hit.start, hit.end, evidence))
            result.readings.append(Reading(name, value, words, evidence))
    for figure in figures(said, folded, vocabulary):
        if isinstance(figure, Reading):
            result.readings.append(figure)
        else:
            result.dropped.append(figure)


def _mentions(said: Said, place: Place, vocabulary: Vocabulary, label: str = "") -> Iterator[Mention]:
    folded = fold(said.text)
    for hit in found(folded, place, vocabulary):
        if not negated(folded, hit.start, vocabulary):
            words, evidence = said.text[hit.start : hit.end], part(said, hit.start, hit.end)
            yield Mention(hit.concept, place, words, hit.start, hit.end, evidence, label)
