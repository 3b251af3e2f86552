"""`rules/vocabulary` -> Vocabulary, checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from earmark.errors import RulebookError
from earmark.folding import fold_each
from earmark.rulefile import Problem, RuleFile, suggest
from earmark.shape import sound
from earmark.vocabulary import shapes
from earmark.vocabulary.containers import ContainerNames
from earmark.vocabulary.phrases import Phrases
from earmark.vocabulary.words import PLACES, Languages, Spec, Vocabulary

MODEL = "en"  # the language whose file has every group of words
# Families of concepts that are no facts: their words are weighed in rules/kinds.
FAMILIES = ("kind", "shape", "mic", "use", "accessory", "other", "compatibility")


def load(files: Sequence[RuleFile]) -> Vocabulary:
    """Compile the files of a `vocabulary` folder. Raises RulebookError with every problem."""
    problems: list[Problem] = []
    by_stem = {_stem(file): file for file in files}
    for name in shapes.SHARED:
        if name not in by_stem:
            problems.append(Problem("R001", f"the vocabulary lacks {name}.toml", "rules/vocabulary"))
    if problems:
        raise RulebookError(problems)
    shared = {name: sound(by_stem[name], shape, problems) for name, shape in shapes.SHARED.items()}
    units = {
        unit: dict(zip(fold_each(table), map(float, table.values()), strict=True))
        for unit, table in shared["units"].items()
    }
    specs = _specs(by_stem["specs"], shared["specs"], units, problems)
    if problems:  # every language speaks of the specs: none is checked against wrong ones
        raise RulebookError(problems)
    languages = {
        stem: sound(file, shapes.language(specs, model=stem == MODEL), problems)
        for stem, file in by_stem.items()
        if stem not in shapes.SHARED
    }
    labels: dict[str, list[str]] = {}
    words: dict[str, set[str]] = {group: set() for group in (*shapes.WORDS, *shapes.SHOP)}
    headings: dict[str, str] = {}
    concepts: dict[str, list[str]] = {}
    near: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    for stem, data in languages.items():
        for concept in data.get("concepts", ()):
            wrong = _wrong_concept(concept, specs)
            if wrong:
                problems.append(by_stem[stem].problem("V002", wrong[0], ("concepts", concept), hint=wrong[1]))
        _language(data, labels, words, headings, concepts, near)
        for concept, phrases in data.get("beside", {}).items():
            beside.setdefault(concept, []).extend(phrases)
    if problems:
        raise RulebookError(problems)
    found = Phrases(_frozen(concepts))
    money, regions = shared["currencies"], shared["regions"]
    return Vocabulary(
        specs=specs,
        units=units,
        labels={label: tuple(names) for label, names in labels.items()},
        words={group: frozenset(group_words) for group, group_words in words.items()},
        headings=headings,
        concepts=found,
        values=found.families(specs),
        near=Phrases(_frozen(near)),
        beside=Phrases(_frozen(beside)),
        currencies=money["symbols"],
        decimals=money["decimals"],
        leading=frozenset(money.get("leading", ())),
        region_tags=regions["tags"],
        region_names=ContainerNames(regions["names"]),
        elements={name: frozenset(words) for name, words in shared["elements"]["names"].items()},
        languages=tuple(sorted(data["language"] for data in languages.values())),
        lacks=_lacks(languages.values()),
        tells=_tells(shared["languages"]),
    )


def _frozen(concepts: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {concept: tuple(phrases) for concept, phrases in concepts.items()}


def _lacks(languages: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Language -> the groups of words that the model language has and it has not, as «table.key»."""
    groups = {
        data["language"]: dict.fromkeys(
            f"{table}.{key}" for table, keys in data.items() if isinstance(keys, dict) for key in keys
        )
        for data in languages
    }
    model = groups.get(MODEL, {})
    return {language: tuple(key for key in model if key not in own) for language, own in groups.items()}


def _tells(data: Mapping[str, Any]) -> Languages:
    return Languages(
        {
            language: tuple((first, last) for first, last in ranges)
            for language, ranges in data["scripts"].items()
        },
        {language: tuple(others) for language, others in data["same_script"].items()},
        {language: tuple(words) for language, words in data["words"].items()},
    )


def _stem(file: RuleFile) -> str:
    return file.name.rsplit("/", 1)[-1].removesuffix(".toml")


def _specs(
    file: RuleFile,
    data: Mapping[str, Mapping[str, Any]],
    units: Collection[str],
    problems: list[Problem],
) -> dict[str, Spec]:
    specs: dict[str, Spec] = {}
    for name, table in data.items():
        kind, unit = table.get("kind", "text"), table.get("unit")
        needed = shapes.NEEDED.get(kind)
        if needed and needed not in file.data[name]:
            message = f"a {kind} needs its {needed}"
            problems.append(file.problem("V005", message, (name,), hint=f"add {needed} = ..."))
        if unit is not None and unit not in units:
            hint = suggest(unit, units)
            problems.append(file.problem("V004", f"unknown unit `{unit}`", (name, "unit"), hint=hint))
        bounds = table.get("bounds")
        specs[name] = Spec(
            name,
            kind,
            unit,
            (bounds[0], bounds[1]) if bounds else None,
            tuple(table.get("choices", ())),
            table.get("pattern"),
            table.get("product", False),
            table.get("label"),
            tuple(table.get("places", PLACES)),
            table.get("telling", False),
            tuple(table.get("also", ())),
            table.get("implies", ""),
        )
    return specs


def _language(
    data: Mapping[str, Any],
    labels: dict[str, list[str]],
    words: dict[str, set[str]],
    headings: dict[str, str],
    concepts: dict[str, list[str]],
    near: dict[str, list[str]],
) -> None:
    for spec, names in data.get("labels", {}).items():
        for name in fold_each(names):
            known = labels.setdefault(name.rstrip(": "), [])
            if spec not in known:
                known.append(spec)
    for concept, phrases in data.get("concepts", {}).items():
        concepts.setdefault(concept, []).extend(phrases)
    for table, sign in (("prose", ""), ("prose_not", "!")):
        for spec, phrases in data.get(table, {}).items():
            near.setdefault(f"near.{sign}{spec}", []).extend(phrases)
    for table in ("words", "shop"):
        for group, phrases in data.get(table, {}).items():
            words.setdefault(group, set()).update(fold_each(phrases))
    for region, phrases in data.get("regions", {}).items():
        for heading in fold_each(phrases):
            headings.setdefault(heading if region == "advert" else heading.rstrip(": "), region)


def _wrong_concept(concept: str, specs: dict[str, Spec]) -> tuple[str, str] | None:
    family, _, value = concept.partition(".")
    if family in FAMILIES:
        return None
    spec = specs.get(family)
    if spec is None:
        return f"unknown concept `{concept}`", suggest(family, (*specs, *FAMILIES))
    if value not in spec.values:
        return f"`{value}` is no value of `{family}`", suggest(value, spec.values)
    return None
