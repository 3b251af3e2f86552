"""`rules/vocabulary` -> Vocabulary, checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from earmark.errors import RulebookError
from earmark.folding import fold_words
from earmark.rulefile import KeyPath, Problem, RuleFile, suggest
from earmark.vocabulary.containers import ContainerNames
from earmark.vocabulary.phrases import Phrases
from earmark.vocabulary.words import PLACES, Languages, Spec, Vocabulary

MODEL = "en"  # the language whose file has every group of words
KINDS = ("quantity", "range", "flag", "choice", "text", "texts", "money", "code")
_SPEC_KEYS = ("kind", "unit", "bounds", "choices", "pattern", "product", "label", "places", "telling")
_LANGUAGE_KEYS = (
    "format",
    "language",
    "labels",
    "concepts",
    "prose",
    "prose_not",
    "words",
    "regions",
    "shop",
)
_SHARED = ("specs", "units", "currencies", "regions", "languages")
# Families of concepts that are no facts: their words are weighed in rules/kinds.
FAMILIES = ("kind", "shape", "accessory", "other", "compatibility")


def load(files: Sequence[RuleFile]) -> Vocabulary:
    """Compile the files of a `vocabulary` folder. Raises RulebookError with every problem."""
    problems: list[Problem] = []
    by_stem = {_stem(file): file for file in files if _stem(file) in _SHARED}
    for name in _SHARED:
        if name not in by_stem:
            problems.append(Problem("V001", f"the vocabulary lacks {name}.toml", "rules/vocabulary"))
    if problems:
        raise RulebookError(problems)
    specs = _specs(by_stem["specs"], problems)
    units = {
        unit: {fold_words(word): float(factor) for word, factor in table.items()}
        for unit, table in _tables(by_stem["units"]).items()
    }
    for name, spec in specs.items():
        if spec.unit is not None and spec.unit not in units:
            hint = suggest(spec.unit, units)
            problems.append(
                by_stem["specs"].problem("V004", f"unknown unit `{spec.unit}`", (name, "unit"), hint=hint)
            )
    if problems:  # every language speaks of the specs: none is checked against wrong ones
        raise RulebookError(problems)
    languages = [file for file in files if _stem(file) not in _SHARED]
    labels: dict[str, list[str]] = {}
    words: dict[str, set[str]] = {}
    headings: dict[str, str] = {}
    concepts: dict[str, list[str]] = {}
    near: dict[str, list[str]] = {}
    for file in languages:
        _language(file, specs, problems, labels, words, headings, concepts, near)
    if problems:
        raise RulebookError(problems)
    frozen = {concept: tuple(phrases) for concept, phrases in concepts.items()}
    money = by_stem["currencies"].data
    return Vocabulary(
        specs=specs,
        units=units,
        labels={label: tuple(names) for label, names in labels.items()},
        words={group: frozenset(group_words) for group, group_words in words.items()},
        headings=headings,
        concepts=Phrases(frozen),
        values={
            name: Phrases({c: p for c, p in frozen.items() if c.startswith(f"{name}.")}) for name in specs
        },
        near=Phrases({concept: tuple(phrases) for concept, phrases in near.items()}),
        currencies=dict(money["symbols"]),
        decimals=dict(money["decimals"]),
        region_tags=dict(by_stem["regions"].data["tags"]),
        region_names=ContainerNames(by_stem["regions"].data["names"]),
        languages=tuple(sorted(file.data.get("language", _stem(file)) for file in languages)),
        lacks=_lacks(languages),
        tells=_tells(by_stem["languages"].data),
    )


def _lacks(files: Sequence[RuleFile]) -> dict[str, tuple[str, ...]]:
    """Language -> the groups of words that the model language has and it has not, as «table.key»."""
    groups = {
        file.data.get("language", _stem(file)): tuple(
            f"{table}.{key}" for table, keys in _tables(file).items() for key in keys
        )
        for file in files
    }
    model = groups.get(MODEL, ())
    return {language: tuple(key for key in model if key not in set(own)) for language, own in groups.items()}


def _tells(data: dict[str, Any]) -> Languages:
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


def _tables(file: RuleFile) -> dict[str, Any]:
    return {key: value for key, value in file.data.items() if isinstance(value, dict)}


def _specs(file: RuleFile, problems: list[Problem]) -> dict[str, Spec]:
    specs: dict[str, Spec] = {}
    for name, table in _tables(file).items():
        for key in table:
            if key not in _SPEC_KEYS:
                problems.append(
                    file.problem("R002", f"unknown key `{key}`", (name, key), hint=suggest(key, _SPEC_KEYS))
                )
        if table.get("kind") not in KINDS:
            problems.append(
                file.problem(
                    "V003",
                    f"`{table.get('kind')}` is no kind of value",
                    (name, "kind"),
                    hint=f"known: {', '.join(KINDS)}",
                )
            )
        bounds = table.get("bounds")
        specs[name] = Spec(
            name,
            table.get("kind", "text"),
            table.get("unit"),
            (bounds[0], bounds[1]) if bounds else None,
            tuple(table.get("choices", ())),
            table.get("pattern"),
            table.get("product", False),
            table.get("label"),
            tuple(table.get("places", PLACES)),
            table.get("telling", False),
        )
    return specs


def _language(
    file: RuleFile,
    specs: dict[str, Spec],
    problems: list[Problem],
    labels: dict[str, list[str]],
    words: dict[str, set[str]],
    headings: dict[str, str],
    concepts: dict[str, list[str]],
    near: dict[str, list[str]],
) -> None:
    for key in file.data:
        if key not in _LANGUAGE_KEYS:
            problems.append(
                file.problem("R002", f"unknown key `{key}`", (key,), hint=suggest(key, _LANGUAGE_KEYS))
            )
    for spec, names in _groups(file, "labels", problems):
        if spec not in specs:
            problems.append(
                file.problem("R003", f"unknown fact `{spec}`", ("labels", spec), hint=suggest(spec, specs))
            )
        for name in names:
            known = labels.setdefault(fold_words(name).rstrip(": "), [])
            if spec not in known:
                known.append(spec)
    for concept, phrases in _groups(file, "concepts", problems):
        wrong = _wrong_concept(concept, specs)
        if wrong:
            problems.append(file.problem("V002", wrong[0], ("concepts", concept), hint=wrong[1]))
        concepts.setdefault(concept, []).extend(phrases)
    for table, sign in (("prose", ""), ("prose_not", "!")):
        for spec, phrases in _groups(file, table, problems):
            if spec not in specs:
                problems.append(
                    file.problem("R003", f"unknown fact `{spec}`", (table, spec), hint=suggest(spec, specs))
                )
            near.setdefault(f"near.{sign}{spec}", []).extend(phrases)
    for group, phrases in (*_groups(file, "words", problems), *_groups(file, "shop", problems)):
        words.setdefault(group, set()).update(map(fold_words, phrases))
    for region, phrases in _groups(file, "regions", problems):
        for phrase in phrases:
            heading = fold_words(phrase)
            headings.setdefault(heading if region == "advert" else heading.rstrip(": "), region)


def _groups(file: RuleFile, table: str, problems: list[Problem]) -> list[tuple[str, list[str]]]:
    groups: list[tuple[str, list[str]]] = []
    for key, phrases in file.data.get(table, {}).items():
        if isinstance(phrases, list) and all(isinstance(phrase, str) for phrase in phrases):
            groups.append((key, phrases))
        else:
            path: KeyPath = (table, key)
            problems.append(file.problem("R004", f"`{key}` must be a list of words in quotes", path))
    return groups


def _wrong_concept(concept: str, specs: dict[str, Spec]) -> tuple[str, str] | None:
    family, _, value = concept.partition(".")
    if family in FAMILIES:
        return None
    spec = specs.get(family)
    if spec is None:
        return f"unknown concept `{concept}`", suggest(family, (*specs, *FAMILIES))
    allowed = spec.choices if spec.kind == "choice" else ("true", "false") if spec.kind == "flag" else ()
    if value not in allowed:
        return f"`{value}` is no value of `{family}`", suggest(value, allowed)
    return None
