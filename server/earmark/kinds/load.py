"""`rules/kinds` -> KindRules, checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from earmark.errors import RulebookError
from earmark.folding import fold_words
from earmark.kinds import shapes
from earmark.kinds.model import (
    ANY_MICROPHONE,
    BLUETOOTH,
    KINDS,
    KNOWN,
    Cue,
    KindRules,
    Line,
    Measure,
    Models,
    State,
)
from earmark.rulefile import KeyPath, Problem, RuleFile, suggest
from earmark.shape import sound
from earmark.vocabulary import Phrases, Spec

OWN_STATES = (ANY_MICROPHONE, BLUETOOTH, *(f"{KNOWN}{kind}" for kind in KINDS))  # see votes


def load(files: Sequence[RuleFile], specs: Mapping[str, Spec], concepts: Collection[str]) -> KindRules:
    """Compile the files of a `kinds` folder. Raises RulebookError with every problem."""
    problems: list[Problem] = []
    by_stem = {file.name.rsplit("/", 1)[-1].removesuffix(".toml"): file for file in files}
    for name in ("kinds", "texts", "models"):
        if name not in by_stem:
            problems.append(Problem("R001", f"the kinds lack {name}.toml", "rules/kinds"))
    if problems:
        raise RulebookError(problems)
    file = by_stem["kinds"]
    data = sound(file, shapes.WEIGHTS, problems)
    known = sound(by_stem["models"], shapes.MODELS, problems)
    texts = sound(by_stem["texts"], shapes.TEXTS_OF_CARDS, problems)
    states = data.get("states", {})
    needs = (*OWN_STATES, *states, *concepts)
    for name, state in states.items():
        for key in ("some", "none"):
            _concepts(file, ("states", name, key), state.get(key, ()), concepts, problems)
    cues = [_cue(file, i, table, concepts, needs, problems) for i, table in enumerate(data.get("cue", ()))]
    measures = [
        _measure(file, i, table, specs, needs, problems) for i, table in enumerate(data.get("measure", ()))
    ]
    if problems:
        raise RulebookError(problems)
    return KindRules(
        tuple(cues),
        tuple(measures),
        data["places"],
        data["roles"],
        data["thresholds"],
        {
            name: State(
                frozenset(state["some"]),
                frozenset(state["none"]),
                frozenset(state.get("places", shapes.STATED)),
            )
            for name, state in states.items()
        },
        _models(known),
        {
            language: {key: text for key, text in table.items() if isinstance(text, str)}
            for language, table in texts.items()
        },
        {language: table.get("reasons", {}) for language, table in texts.items()},
        {language: table.get("values", {}) for language, table in texts.items()},
    )


def _cue(
    file: RuleFile,
    index: int,
    table: dict[str, Any],
    concepts: Collection[str],
    needs: Collection[str],
    problems: list[Problem],
) -> Cue:
    _weighs(file, "cue", index, problems)
    concept = table.get("concept", "")
    family = concept.removesuffix("*") if concept.endswith(".*") else None
    if concept and not (family and any(one.startswith(family) for one in concepts)):
        _concepts(file, ("cue", index, "concept"), [concept], concepts, problems)
    for key in ("needs", "lacks"):
        _concepts(file, ("cue", index, key), table.get(key, ()), needs, problems)
    return Cue(
        concept,
        {kind: float(table[kind]) for kind in KINDS if kind in table},
        frozenset(table.get("places", shapes.PLACES)),
        table.get("weight_in", {}),
        tuple(table.get("needs", ())),
        tuple(table.get("lacks", ())),
        table.get("always", False),
        table.get("later"),
    )


def _measure(
    file: RuleFile,
    index: int,
    table: dict[str, Any],
    specs: Mapping[str, Spec],
    needs: Collection[str],
    problems: list[Problem],
) -> Measure:
    _weighs(file, "measure", index, problems)
    for key in ("needs", "lacks"):
        _concepts(file, ("measure", index, key), table.get(key, ()), needs, problems)
    fact, equals = table.get("fact", ""), table.get("is")
    spec = specs.get(fact)
    if fact and spec is None:
        path, hint = ("measure", index, "fact"), suggest(fact, specs)
        problems.append(file.problem("R003", f"unknown fact `{fact}`", path, word=fact, hint=hint))
    if spec is not None and isinstance(equals, str) and equals not in spec.choices:
        path, hint = ("measure", index, "is"), suggest(equals, spec.choices)
        problems.append(file.problem("C008", f"`{equals}` is no value of `{fact}`", path, hint=hint))
    return Measure(
        fact,
        {kind: float(table[kind]) for kind in KINDS if kind in table},
        float(table.get("at_least", "-inf")),
        float(table.get("at_most", "inf")),
        equals,
        tuple(table.get("needs", ())),
        tuple(table.get("lacks", ())),
    )


def _models(data: dict[str, Any]) -> Models:
    lines = data.get("line", ())
    return Models(
        tuple(
            Line(
                line["kind"],
                line.get("form"),
                line.get("back"),
                line.get("microphone"),
                float(line.get("weight", data["weight"])),
                tuple(map(fold_words, line.get("beside", ()))),
            )
            for line in lines
        ),
        Phrases({str(index): tuple(line["names"]) for index, line in enumerate(lines)}),
    )


def _concepts(
    file: RuleFile, path: KeyPath, named: Iterable[str], known: Collection[str], problems: list[Problem]
) -> None:
    for name in named:
        if name not in known:
            hint = suggest(name, known)
            problems.append(file.problem("C002", f"unknown concept `{name}`", path, word=name, hint=hint))


def _weighs(file: RuleFile, name: str, index: int, problems: list[Problem]) -> None:
    """A cue or measure says why it weighs, and for which kinds."""
    table, path = file.data[name][index], (name, index)
    if "why" not in table:
        problems.append(file.problem("C004", "a weight needs its reason", path, hint='add why = "..."'))
    if not any(kind in table for kind in KINDS):
        hint = f"add {KINDS[0]} = 1.0, or another of {', '.join(KINDS[1:])}"
        problems.append(file.problem("C007", "it weighs for no kind", path, hint=hint))
