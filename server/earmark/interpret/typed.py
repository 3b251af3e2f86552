"""One spec's words -> its value, the words that give it, and the evidence for just these words."""

from __future__ import annotations

import re
from typing import NamedTuple

from earmark.facts import Evidence, FactValue, Said, within
from earmark.folding import fold
from earmark.interpret.negation import negated
from earmark.values import Currencies, Quantity, money, quantities, quantity, span
from earmark.vocabulary import Spec, Vocabulary

LONGEST_TEXT = 120  # characters of a text value
SHORTEST_CODE = 4  # characters of an article number; shorter ones are counts and sizes
MOST_TEXTS = 12  # items of a list value
SAME = 0.02  # quantities that differ less are one figure in two units
_UNSEEN = (
    "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff "  # marks of direction around a value
)
_CODE = re.compile(r"(?<![\w.])(?:(?:\d{1,9}\.){1,4}\d{1,9}|[\w/-]{0,20}\d(?:[\w/-]|\.(?=\d))*)")
_WORD = re.compile(r"[^\s,;:/|()、，。]+")
MICROPHONES = ("detachable", "boom", "in-line", "built-in")  # what a cell's words decide first
_LETTERS = re.compile(r"[A-Z]{2,10}(?:[-_/.][A-Z]{1,10}){1,5}")  # a code of letters alone: «VV-DB»
_LIST = re.compile(r"[,;/|、，•\n]| and | & ")


class Typed(NamedTuple):
    """A value, the words that give it, where they stand."""

    value: FactValue
    text: str
    evidence: Evidence


def typed(
    spec: Spec, said: Said, vocabulary: Vocabulary, currencies: Currencies, unit: str = ""
) -> Typed | None:
    """The value that `said` gives for `spec`; `unit` is what the row's label names («Weight (g)»)."""
    text = said.text
    if spec.kind == "quantity" and spec.unit:
        return _quantity(spec.unit, said, vocabulary, unit)
    if spec.kind == "range" and spec.unit:
        both = span(text, vocabulary.units, spec.unit)
        if both is None or _of_another(spec.name, text[: both[2]], vocabulary):
            return None
        return Typed((both[0], both[1]), text[both[2] : both[3]], part(said, both[2], both[3]))
    if spec.kind == "money":
        amount = money(text, currencies)
        return Typed(amount, text, said.evidence) if amount else None
    if spec.kind == "flag":
        flag = _flag(spec, text, vocabulary)
        return Typed(flag, text, said.evidence) if flag is not None else None
    if spec.kind == "choice":
        chosen = choice(spec, said, vocabulary)
        return Typed(chosen, text, said.evidence) if chosen else None
    if len(text) > 3 * LONGEST_TEXT or not text:
        return None
    if spec.kind == "texts":
        items = [item for piece in _LIST.split(text) if 1 < len(item := piece.strip(" .")) <= LONGEST_TEXT]
        return Typed(tuple(items[:MOST_TEXTS]), text, said.evidence) if items else None
    return _text(spec, said)


def plausible(value: FactValue, bounds: tuple[float, float] | None) -> bool:
    """The number, or both ends of the range, lie within bounds."""
    if bounds is None:
        return True
    ends = value if isinstance(value, tuple) else (value,)
    return all(isinstance(end, int | float) and bounds[0] <= end <= bounds[1] for end in ends)


def part(said: Said, start: int, end: int) -> Evidence:
    """Evidence for a part of what was said, where its evidence quotes just that."""
    return within(said.evidence, start, end) if said.evidence.quote.exact == said.text else said.evidence


def cell(spec: str, folded: str, vocabulary: Vocabulary) -> list[str]:
    """A cell, or one of the words it lists, may say just «Open» or «Integrated»: words that say nothing of
    it in a sentence."""
    said = {words.strip(" .") for words in _LIST.split(folded[:LONGEST_TEXT])}
    values = vocabulary.specs[spec].values
    return [value for value in values if said & vocabulary.words.get(f"{spec}.{value}", frozenset())]


def _in_words(folded: str, vocabulary: Vocabulary) -> str | None:
    """The kind of microphone that a word of the cell names («Rotating boom, noise-cancelling»)."""
    words = _WORD.findall(folded[:LONGEST_TEXT])
    said = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)}
    return next(
        (kind for kind in MICROPHONES if said & vocabulary.words.get(f"microphone.{kind}", frozenset())), None
    )


def _quantity(wanted: str, said: Said, vocabulary: Vocabulary, unit: str) -> Typed | None:
    text = said.text
    found = quantity(text, vocabulary.units, wanted, assume=not unit)
    if found is not None:
        found = _as_written(found, text, vocabulary, wanted)
        return Typed(found.value, text[found.start : found.end], part(said, found.start, found.end))
    scaled = quantity(f"{text.strip()} {unit}", vocabulary.units, wanted, assume=False) if unit else None
    return Typed(scaled.value, text, said.evidence) if scaled else None


def _as_written(found: Quantity, text: str, vocabulary: Vocabulary, wanted: str) -> Quantity:
    """«12.1 oz (343 g)»: of two ways to write one figure the one that needs no rounding."""
    same = [
        other
        for other in quantities(text, vocabulary.units, wanted)
        if abs(other.value - found.value) <= SAME * found.value
    ]
    return min(same, key=lambda other: len(f"{other.value:g}"), default=found)


def _of_another(spec: str, before: str, vocabulary: Vocabulary) -> bool:
    """What stands directly before a figure says that it is not this spec's: «Microphone: 100 Hz – 10 kHz»."""
    folded = fold(before).rstrip(" :(")
    return any(
        hit.concept == f"near.!{spec}" and hit.end == len(folded) for hit in vocabulary.near.find(folded)
    )


def _text(spec: Spec, said: Said) -> Typed | None:
    text = said.text
    if spec.kind == "code" and said.label:
        found = _CODE.search(text[:LONGEST_TEXT]) or _LETTERS.fullmatch(text)
        if found is None or len(found[0]) < SHORTEST_CODE:
            return None
        return Typed(found[0], found[0], part(said, found.start(), found.end()))
    if spec.pattern:
        found = re.search(rf"(?<![\w.])v?({spec.pattern})(?![\d.]?\d)", text, re.I)
        return Typed(found[1].upper(), found[1], part(said, *found.span(1))) if found else None
    plain = text.strip(_UNSEEN)
    return Typed(plain, plain, part(said, text.find(plain), text.find(plain) + len(plain))) if plain else None


def _flag(spec: Spec, text: str, vocabulary: Vocabulary) -> bool | None:
    folded = fold(text).strip()
    word = folded.strip(" .!")
    first = word.split(",")[0]
    if word in vocabulary.words["no"] or first in vocabulary.words["no"]:
        return False
    hits = vocabulary.values[spec.name].find(folded)
    if hits:
        said = {hit.concept.rsplit(".", 1)[1] for hit in hits}
        return "true" in said and not ("false" not in said and negated(folded, hits[0].start, vocabulary))
    if word in vocabulary.words["yes"] or first.split(" ")[0] in vocabulary.words["yes"]:
        return True
    told = cell(spec.name, folded, vocabulary)
    return told == ["true"] if len(told) == 1 else None


def choice(spec: Spec, said: Said, vocabulary: Vocabulary) -> str | None:
    """Which of a spec's choices the words name; None where they name none, or several."""
    if said.text in spec.choices:
        return said.text
    if spec.name == "microphone":
        return _microphone(said, vocabulary)
    folded = fold(said.text)
    hits = vocabulary.values[spec.name].find(folded)
    values = (
        list(dict.fromkeys(hit.concept.split(".", 1)[1] for hit in hits))
        or cell(spec.name, folded, vocabulary)
        or told_together(spec.name, folded, vocabulary)
    )
    if set(values) == {"in-ear", "earbud"}:
        return "in-ear"
    return values[0] if len(values) == 1 else None


def told_together(spec: str, folded: str, vocabulary: Vocabulary) -> list[str]:
    """What a row's words tell together: «Type: supra-aural, closed»; an open ear is no open back."""
    if any(hit.concept == "form.open-ear" for hit in vocabulary.values["form"].find(folded)):
        return []
    hits = [hit for hit in vocabulary.beside.find(folded) if not negated(folded, hit.start, vocabulary)]
    told = (hit.concept.split(".", 1) for hit in hits)
    return list(dict.fromkeys(value for name, value in told if name == spec))


def _microphone(said: Said, vocabulary: Vocabulary) -> str | None:
    """What kind of microphone, from the value and, where that is just «yes», from the label."""
    phrases = vocabulary.values["microphone"]
    folded = fold(said.text).strip()
    word = folded.strip(" .!")
    of_label = [hit.concept.split(".", 1)[1] for hit in phrases.find(fold(said.label))]
    special = next((value for value in of_label if value != "unspecified"), None)
    if word in vocabulary.words["no"]:
        return None if special or not said.label else "none"
    of_text = [hit.concept.split(".", 1)[1] for hit in phrases.find(folded)]
    told = next((value for value in of_text if value != "unspecified"), None) or _in_words(folded, vocabulary)
    if told:
        return told
    if of_text or word.split(",")[0].split(" ")[0] in vocabulary.words["yes"]:
        return special or "unspecified"
    return None
