"""What `rules/kinds` holds, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from earmark.facts import FactValue
from earmark.folding import fold
from earmark.vocabulary import Phrases

_WORD = re.compile(r"\w+")
KINDS = ("headset", "headphones", "earphones", "accessory", "other")
ANY_MICROPHONE = "any microphone"  # a state: words or a field of a row say that there is one
BLUETOOTH = "bluetooth"  # a state: words or facts say that its sound comes by Bluetooth
KNOWN = "known."  # a state for `needs` and `lacks`: the name is that of a known line of this kind
Weights = Mapping[str, float]  # kind -> log-odds


@dataclass(frozen=True, slots=True)
class Cue:
    """A concept of the vocabulary (`accessory.*`: a family) and what it weighs for each kind.

    `later` is the share it keeps as a second name for the thing, where that is not the role's.
    """

    concept: str
    weights: Weights
    places: frozenset[str]
    weight_in: Mapping[str, float]
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    always: bool = False
    later: float | None = None

    def covers(self, concept: str) -> bool:
        """The cue is about this concept."""
        if self.concept.endswith("*"):
            return concept.startswith(self.concept[:-1])
        return concept == self.concept


@dataclass(frozen=True, slots=True)
class Measure:
    """A fact within bounds (in its unit), or of one value, and what it weighs for each kind."""

    fact: str
    weights: Weights
    at_least: float = float("-inf")
    at_most: float = float("inf")
    equals: str | bool | None = None
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    def holds(self, value: FactValue) -> bool:
        """The fact's value meets the measure."""
        if self.equals is not None:
            return value == self.equals
        return isinstance(value, (int, float)) and self.at_least <= value <= self.at_most


@dataclass(frozen=True, slots=True)
class State:
    """True of a page that mentions one concept of `some` and none of `none`; in these `places`, where
    given."""

    some: frozenset[str]
    none: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A known product line: what every member of it is. `beside`: words of which one (its maker's name) must
    stand in the product's name or brand too, where the line's own could be another thing's."""

    kind: str
    form: str | None
    back: str | None
    microphone: str | None
    weight: float
    beside: tuple[str, ...]


@dataclass(frozen=True)
class Models:
    """The known lines: `names` finds the name of line number `concept` in a product's name."""

    lines: tuple[Line, ...]
    names: Phrases

    def find(self, name: str, brand: str = "") -> tuple[Line, int, int] | None:
        """The first known line that a product's name holds, and where its name stands."""
        folded = fold(name)
        hits = self.names.find(folded)
        if not hits:
            return None
        words = set(_WORD.findall(f"{folded} {fold(brand)}"))
        for hit in hits:
            line = self.lines[int(hit.concept)]
            if not line.beside or not words.isdisjoint(line.beside):
                return line, hit.start, hit.end
        return None


@dataclass(frozen=True)
class KindRules:
    """The weights and texts. `states`: by name; `texts`: language -> sentence templates; `reasons`: language
    -> why there is no card; `values`: language -> words for values and units."""

    cues: tuple[Cue, ...]
    measures: tuple[Measure, ...]
    places: Mapping[str, float]
    roles: Mapping[str, float]
    thresholds: Mapping[str, float]
    states: Mapping[str, State]
    models: Models
    texts: Mapping[str, Mapping[str, str]]
    reasons: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Mapping[str, str]]

    def cues_of(self, concept: str) -> tuple[Cue, ...]:
        """The cues about a concept, in the order of the file."""
        found = self._covering.get(concept)
        if found is None:
            found = self._covering[concept] = tuple(cue for cue in self.cues if cue.covers(concept))
        return found

    @cached_property
    def _covering(self) -> dict[str, tuple[Cue, ...]]:
        return {}

    def missing(self, language: str) -> tuple[str, ...]:
        """Texts that English has and `language` has not."""
        tables = {"": self.texts, "reasons.": self.reasons, "values.": self.values}
        return tuple(
            f"{group}{key}"
            for group, table in tables.items()
            for key in table.get("en", {})
            if key not in table.get(language, {})
        )

    def reason(self, name: str, languages: tuple[str, ...], **words: str) -> str:
        """Why there is no card, in the first language that has it, else in English."""
        for language in (*languages, "en"):
            text = self.reasons.get(language.split("-")[0], {}).get(name)
            if text:
                return text.format(**words)
        return name
