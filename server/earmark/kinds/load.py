"""`rules/kinds` -> KindRules, checked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, get_args

from earmark.card import Back, Form
from earmark.errors import RulebookError
from earmark.kinds.model import KINDS, Cue, KindRules, Line, Measure, Models
from earmark.rulefile import Problem, RuleFile, suggest
from earmark.vocabulary import Phrases

_PLACES = ("title", "row", "category", "bullets", "description")
_CUE_KEYS = ("concept", "why", "places", "weight_in", "needs", "lacks", "always", *KINDS)
_MEASURE_KEYS = ("fact", "why", "at_least", "at_most", "is", *KINDS)
_TABLES = ("format", "places", "roles", "thresholds", "states", "cue", "measure")
_LINE_KEYS = ("kind", "form", "back", "weight", "names")
ANY_MICROPHONE = "any microphone"  # a state of its own: a field of a row makes it true, see votes


def load(files: Sequence[RuleFile], specs: Collection[str], concepts: Collection[str]) -> KindRules:
    """Compile the files of a `kinds` folder. Raises RulebookError with every problem."""
    problems: list[Problem] = []
    by_stem = {file.name.rsplit("/", 1)[-1].removesuffix(".toml"): file for file in files}
    for name in ("kinds", "texts", "models"):
        if name not in by_stem:
            problems.append(Problem("K001", f"the kinds lack {name}.toml", "rules/kinds"))
    if problems:
        raise RulebookError(problems)
    file = by_stem["kinds"]
    data = file.data
    for key in data:
        if key not in _TABLES:
            problems.append(file.problem("R002", f"unknown key `{key}`", (key,), hint=suggest(key, _TABLES)))
    needs = (ANY_MICROPHONE, *data.get("states", {}), *concepts)
    cues = [_cue(file, i, table, concepts, needs, problems) for i, table in enumerate(data.get("cue", []))]
    measures = [_measure(file, i, table, specs, problems) for i, table in enumerate(data.get("measure", []))]
    models = _models(by_stem["models"], problems)
    if problems:
        raise RulebookError(problems)
    texts = {language: table for language, table in by_stem["texts"].data.items() if isinstance(table, dict)}
    return KindRules(
        tuple(cues),
        tuple(measures),
        data["places"],
        data["roles"],
        data["thresholds"],
        {
            name: (frozenset(state["some"]), frozenset(state["none"]))
            for name, state in data.get("states", {}).items()
        },
        models,
        {
            language: {k: v for k, v in table.items() if isinstance(v, str)}
            for language, table in texts.items()
        },
        {language: dict(table.get("reasons", {})) for language, table in texts.items()},
        {language: dict(table.get("values", {})) for language, table in texts.items()},
    )


def _cue(
    file: RuleFile,
    index: int,
    table: dict[str, Any],
    concepts: Collection[str],
    needs: Collection[str],
    problems: list[Problem],
) -> Cue:
    _keys(file, "cue", index, table, _CUE_KEYS, problems)
    concept = str(table.get("concept", ""))
    known = concept in concepts or (
        concept.endswith(".*") and any(c.startswith(concept[:-1]) for c in concepts)
    )
    if not known:
        problems.append(
            file.problem(
                "K002",
                f"unknown concept `{concept}`",
                ("cue", index, "concept"),
                hint=suggest(concept, concepts),
            )
        )
    for place in table.get("places", ()):
        if place not in (*_PLACES, "heading"):
            problems.append(
                file.problem(
                    "K003", f"unknown place `{place}`", ("cue", index, "places"), hint=suggest(place, _PLACES)
                )
            )
    for key in ("needs", "lacks"):
        for need in table.get(key, ()):
            if need not in needs:
                problems.append(
                    file.problem(
                        "K002",
                        f"unknown concept `{need}`",
                        ("cue", index, key),
                        hint=suggest(need, needs),
                    )
                )
    return Cue(
        concept,
        {kind: float(table[kind]) for kind in KINDS if kind in table},
        frozenset(table.get("places", _PLACES)),
        table.get("weight_in", {}),
        tuple(table.get("needs", ())),
        tuple(table.get("lacks", ())),
        bool(table.get("always", False)),
    )


def _measure(
    file: RuleFile, index: int, table: dict[str, Any], specs: Collection[str], problems: list[Problem]
) -> Measure:
    _keys(file, "measure", index, table, _MEASURE_KEYS, problems)
    fact = str(table.get("fact", ""))
    if fact not in specs:
        problems.append(
            file.problem(
                "R003", f"unknown fact `{fact}`", ("measure", index, "fact"), hint=suggest(fact, specs)
            )
        )
    return Measure(
        fact,
        {kind: float(table[kind]) for kind in KINDS if kind in table},
        float(table.get("at_least", "-inf")),
        float(table.get("at_most", "inf")),
        table.get("is"),
    )


def _models(file: RuleFile, problems: list[Problem]) -> Models:
    lines: list[Line] = []
    names: dict[str, tuple[str, ...]] = {}
    usual = float(file.data.get("weight", 0))
    for index, table in enumerate(file.data.get("line", [])):
        for key in table:
            if key not in _LINE_KEYS:
                problems.append(
                    file.problem(
                        "R002", f"unknown key `{key}`", ("line", index, key), hint=suggest(key, _LINE_KEYS)
                    )
                )
        for key, allowed in (("kind", KINDS), ("form", get_args(Form)), ("back", get_args(Back))):
            if key in table and table[key] not in allowed:
                problems.append(
                    file.problem(
                        "K005",
                        f"`{table[key]}` is no {key}",
                        ("line", index, key),
                        hint=suggest(str(table[key]), allowed),
                    )
                )
        lines.append(
            Line(
                str(table.get("kind", "")),
                table.get("form"),
                table.get("back"),
                float(table.get("weight", usual)),
            )
        )
        names[str(index)] = tuple(table.get("names", ()))
    return Models(tuple(lines), Phrases(names))


def _keys(
    file: RuleFile,
    name: str,
    index: int,
    table: dict[str, Any],
    allowed: Sequence[str],
    problems: list[Problem],
) -> None:
    for key in table:
        if key not in allowed:
            problems.append(
                file.problem("R002", f"unknown key `{key}`", (name, index, key), hint=suggest(key, allowed))
            )
    if "why" not in table:
        problems.append(
            file.problem("K004", "a weight needs its reason", (name, index), hint='add why = "..."')
        )
