"""Everything the readers said, typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from earmark.facts import FactValue, Mention, Place, Reading, Said
from earmark.folding import fold
from earmark.interpret.beside import BATTERY, also, hours
from earmark.interpret.figures import by_label, figures
from earmark.interpret.microphones import described
from earmark.interpret.negation import negated
from earmark.interpret.typed import LONGEST_TEXT, cell, part, plausible, typed
from earmark.readers.row import label_of
from earmark.trace import Step
from earmark.values import Currencies
from earmark.vocabulary import Hit, Spec, Vocabulary

MOST_LINES = 20  # of prose looked at where nothing else speaks of headphones
MOST_PROSE = 1500  # and their characters
MOST_HITS = 200  # words looked at in one text; more are a heap of search words
_CLAUSE = re.compile(r"[.;:!?|]")
_WITH = re.compile(r"(?:with|mit|avec|à|con|com|met|z|s|med|cu|с|з)\s")
_MENU = (
    "|",
    "›",
    "»",
    "/",
    ">",
    ",",
    "·",
    "•",
)  # a value that begins so is the next entry of a menu in one line
_SEVERAL = re.compile(r"[&,/]")  # «Headphones & Earbuds»: a shelf of several kinds tells none
MOST_INTRODUCTION = 40  # characters in which a line of prose says that it lists contents
_OF_THE_THING = ("kind.", "form.", "back.", "shape.headband", "accessory.", "other.")
BESIDE = 25  # characters between a form's word and the word for the thing
_SPEAKING = ("kind.", "form.", "shape.buds", "shape.neckband")
_OUTSIDE = frozenset({"boom", "detachable", "in-line"})
_OUTSIDE_MICROPHONE = ("microphone.boom", "microphone.detachable")
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
    if _speaks_of_headphones(result, vocabulary) or _described(said, vocabulary):
        rows = {one.evidence.quote.exact for one in said if one.spec == "row"}
        for one in said:
            if one.spec == "prose" and one.text not in rows:
                _prose(
                    one, "bullets" if one.evidence.source == "bullets" else "description", vocabulary, result
                )
    return result


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
    return any(c.startswith(("form.", "back.")) or c in _OUTSIDE_MICROPHONE for c in told)


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
    """The kind of microphone that a row names whatever its label: «Remote control: on the cable, with
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
    hits = described(folded, vocabulary.concepts.find(folded)[:MOST_HITS])
    if place != "title":
        hits = _own(folded, hits, vocabulary)
    hits = [_of_microphone(folded, hit, hits) if hit.concept == "anc.true" else hit for hit in hits]
    for hit in hits:
        if place == "description" and not _meant(hit, hits):
            continue
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
        for hit in _told_beside(folded, hits, vocabulary):
            name, _, value = hit.concept.partition(".")
            words, evidence = said.text[hit.start : hit.end], part(said, hit.start, hit.end)
            result.mentions.append(Mention(hit.concept, place, words, hit.start, hit.end, evidence))
            result.readings.append(Reading(name, value, words, evidence))
    for figure in figures(said, folded, vocabulary):
        if isinstance(figure, Reading):
            result.readings.append(figure)
        else:
            result.dropped.append(figure)


def _own(folded: str, hits: list[Hit], vocabulary: Vocabulary) -> list[Hit]:
    """The hits that may speak of the thing itself: not what comes along («Includes ...», «In the box: ...»),
    nor the pair that a socket is for («headphone output»), nor a shop's tags."""
    if ":" in folded and (tags := vocabulary.tagging.search(folded)):
        hits = [hit for hit in hits if hit.end <= tags.start()]
    sockets = [hit for hit in hits if hit.concept == "other.socket"]
    listed = _lists_contents(folded, vocabulary)
    if not sockets and not listed:
        return hits
    return [
        hit
        for hit in hits
        if not (listed and hit.concept.startswith(_OF_THE_THING))
        and not any(one.start <= hit.start < one.end and hit.concept.startswith("kind.") for one in sockets)
    ]


def _lists_contents(folded: str, vocabulary: Vocabulary) -> bool:
    words = folded[:MOST_INTRODUCTION].replace(":", " : ").split()[:4]
    return any(" ".join(words[:count]) in vocabulary.words["included"] for count in range(1, len(words) + 1))


def _of_microphone(folded: str, hit: Hit, hits: Sequence[Hit]) -> Hit:
    """«Built-in microphone with noise cancelling»: what the noise is taken from."""
    for other in hits:
        inside = other.start <= hit.start and hit.end <= other.end
        if other.concept == "mic_noise_cancelling.true" and inside:
            return other
        behind = 0 <= hit.start - other.end <= 1 and _WITH.match(folded, hit.start)
        if behind and other.concept.startswith("microphone.") and other.concept != "microphone.none":
            return hit._replace(concept="mic_noise_cancelling.true")
    return hit


def _told_beside(folded: str, hits: Sequence[Hit], vocabulary: Vocabulary) -> Iterator[Hit]:
    """Words that tell by themselves as the whole of a line, or beside a word for the thing itself: «closed»
    in «closed studio headphones»."""
    for hit in vocabulary.beside.find(folded):
        if folded.strip(" .!") == folded[hit.start : hit.end] or (
            not any(other.start <= hit.start and hit.end <= other.end for other in hits)
            and not negated(folded, hit.start, vocabulary)
            and any(_beside(folded, hit, other) for other in hits if other.concept.startswith("kind."))
        ):
            yield hit


def _beside(folded: str, hit: Hit, other: Hit) -> bool:
    first, last = sorted((hit, other))
    return last.start - first.end < BESIDE and not _CLAUSE.search(folded[first.end : last.start])


def _meant(hit: Hit, hits: Sequence[Hit]) -> bool:
    """In running text «over the ear» may be a cable's way and «microphone» a singer's: a form counts beside
    a word for the thing itself, a microphone when its kind is told."""
    if hit.concept == "microphone.unspecified":
        return False
    if not hit.concept.startswith("form."):
        return True
    return any(
        other.concept.startswith(("kind.", "shape."))
        and other.start - hit.end < BESIDE
        and hit.start - other.end < BESIDE
        for other in hits
    )


def _mentions(said: Said, place: Place, vocabulary: Vocabulary, label: str = "") -> Iterator[Mention]:
    folded = fold(said.text)
    for hit in described(folded, vocabulary.concepts.find(folded)[:MOST_HITS]):
        if not negated(folded, hit.start, vocabulary):
            words, evidence = said.text[hit.start : hit.end], part(said, hit.start, hit.end)
            yield Mention(hit.concept, place, words, hit.start, hit.end, evidence, label)
