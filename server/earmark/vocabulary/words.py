"""What the vocabulary files hold, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from earmark.vocabulary.containers import ContainerNames
from earmark.vocabulary.joints import Joints
from earmark.vocabulary.phrases import Phrases

_UNIT_OF_LABEL = re.compile(r"\s?\(([^()]{1,12})\)$|\s?\[([^\[\]]{1,12})\]$|,\s?([^,\s]{1,8})$")
PLACES = ("title", "row", "prose")
SpecKind = str  # quantity | range | flag | choice | text | texts | money | code


@dataclass(frozen=True, slots=True)
class Spec:
    """One fact that a card may hold. `bounds` are in `unit`; `pattern` is what a text value must contain,
    `places` where words of its concepts count; `telling`: only a headphone's page gives it; `also`: the facts
    that its row may say beside it; `implies`: the flag that a row of it tells."""

    name: str
    kind: SpecKind
    unit: str | None = None
    bounds: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    product: bool = False
    labels: Mapping[str, str] | None = None
    places: tuple[str, ...] = PLACES
    telling: bool = False
    also: tuple[str, ...] = ()
    implies: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The values that words can give it."""
        return ("true", "false") if self.kind == "flag" else self.choices

    def label(self, language: str = "en") -> str:
        """The name a person reads, in `language` or else in English."""
        labels = self.labels or {}
        return labels.get(language) or labels.get("en") or self.name


def beginning(words: str) -> str:
    """The characters before the first blank or colon."""
    return words.partition(" ")[0].partition(":")[0]


@dataclass(frozen=True)
class Languages:
    """What gives a language away. `scripts`: language -> ranges of code points; `same_script`: language of a
    script -> others that share it; `words`: language -> small words of every sentence."""

    scripts: Mapping[str, tuple[tuple[int, int], ...]]
    same_script: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """`labels`: folded row label -> specs it may mean. `words`: group -> folded words ("yes", "buy", ...).
    `headings`: folded heading -> region. `concepts` finds what titles, values and prose say;
    `values` maps a spec to the phrases of its own concepts; `near` finds the words beside a number
    (`near.SPEC`: it is that spec's, `near.!SPEC`: it is not), `beside` those that tell of a concept only
    beside a word for the thing itself;
    `region_tags` and `region_names` tell the foreign parts of a page by their containers;
    `elements` are the words by which shops mark what holds a price or a brand;
    `tells` what gives a page's language away;
    `lacks`: language -> groups of words it has none of yet, as «table.key»."""

    specs: Mapping[str, Spec]
    units: Mapping[str, Mapping[str, float]]
    labels: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]
    headings: Mapping[str, str]
    concepts: Phrases
    values: Mapping[str, Phrases]
    near: Phrases
    beside: Phrases
    currencies: Mapping[str, str]
    decimals: Mapping[str, int]
    leading: frozenset[str]
    region_tags: Mapping[str, str]
    region_names: ContainerNames
    elements: Mapping[str, frozenset[str]]
    languages: tuple[str, ...]
    lacks: Mapping[str, tuple[str, ...]]
    tells: Languages

    def row(self, label: str) -> tuple[tuple[str, ...], str]:
        """The specs that a row's folded label may mean, and the unit it names («weight [g]», «вес, г»)."""
        specs = self.labels.get(label)
        if specs is not None:
            return specs, ""
        found = _UNIT_OF_LABEL.search(label) if label.endswith((")", "]")) or "," in label else None
        unit = (found[1] or found[2] or found[3]).strip(" .") if found else ""
        if found is None or unit not in self.unit_words:
            return (), ""
        return self.labels.get(label[: found.start()], ()), unit

    @cached_property
    def labels_of(self) -> Mapping[str, tuple[str, ...]]:
        """Spec -> the labels that mean it before any other."""
        found: dict[str, list[str]] = {}
        for label, specs in self.labels.items():
            found.setdefault(specs[0], []).append(label)
        return {spec: tuple(labels) for spec, labels in found.items()}

    @cached_property
    def unit_words(self) -> frozenset[str]:
        """The words of all units, in every language."""
        return frozenset(word for words in self.units.values() for word in words)

    @cached_property
    def patterned(self) -> tuple[Spec, ...]:
        """The text specs that prose can state by their pattern alone («IPX5»)."""
        return tuple(s for s in self.specs.values() if s.pattern and s.kind == "text" and not s.product)

    @cached_property
    def tagging(self) -> re.Pattern[str]:
        """Where a line goes on with a shop's shelves or search words."""
        words = "|".join(sorted(map(re.escape, self.words["tags"]), key=len, reverse=True))
        return re.compile(rf"(?:^|[\s|·/>])(?:{words})\s?:")

    @cached_property
    def included_starts(self) -> frozenset[str]:
        """The first words of what a list of contents is headed by."""
        return frozenset(words.split()[0] for words in self.words["included"])

    @cached_property
    def joints(self) -> Joints:
        """The little words between things."""
        return Joints(self.words)

    @cached_property
    def kinds(self) -> Phrases:
        """The words for headphones alone: a quick look at prose."""
        return self.concepts.of(("kind",))

    @cached_property
    def worn(self) -> Phrases:
        """The words for headphones, for where they are worn, for their backs and microphones."""
        return self.concepts.of(("kind", "form", "back", "microphone"))

    @cached_property
    def heading_starts(self) -> frozenset[str]:
        """How the headings begin, for a quick look at many blocks."""
        return frozenset(map(beginning, self.headings))

    @cached_property
    def heading_letters(self) -> frozenset[str]:
        """The first two characters of the headings, for a quicker look."""
        return frozenset(heading[:2] for heading in self.headings)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The specs that only a headphone's page gives."""
        return frozenset(name for name, spec in self.specs.items() if spec.telling)

    def label(self, spec: str, language: str = "en") -> str:
        """The name a person reads for a spec."""
        return self.specs[spec].label(language) if spec in self.specs else spec
