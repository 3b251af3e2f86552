"""The files of `rules/article` -> Article, as a compiler does it: all problems, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from earmark import card
from earmark.article import files as reading
from earmark.article.checks import check
from earmark.article.condition import Known, OneOf, SpecInfo, Test, merge
from earmark.article.draft import Draft
from earmark.article.model import FALLBACK, LINE_LISTS, NOTE_LISTS, Article, Line, Tier, Wording
from earmark.article.table import Table
from earmark.errors import RulebookError
from earmark.rulefile import Problem, RuleFile

_OWN_SPECS = {
    "kind": SpecInfo("choice", get_args(card.Kind)),
    "form": SpecInfo("choice", get_args(card.Form)),
    "back": SpecInfo("choice", get_args(card.Back)),
    "microphone": SpecInfo("choice", get_args(card.Microphone)),
    "price": SpecInfo("money"),
    "purpose": SpecInfo("choice", card.PURPOSES),
    "price_tier": SpecInfo("choice", get_args(Tier)),
}


def load(files: Sequence[RuleFile], specs: Mapping[str, SpecInfo]) -> Article:
    """Compile the files of a rulebook's `article/` folder; `specs` are the facts a condition may ask for.

    Raises RulebookError with every problem found.
    """
    draft = Draft()
    known = {**specs, **_OWN_SPECS}
    tables = {_within_article(file): Table(file, (), file.data, known, draft.problems) for file in files}
    for name, read in reading.NAMED.items():
        if name in tables:
            read(draft, tables.pop(name))
        else:
            draft.problems.append(Problem("K001", f"the file `{name}` is missing", f"article/{name}"))
        known |= {term: SpecInfo("flag") for term in draft.terms}
    translations = {name: tables.pop(name) for name in sorted(tables) if name.startswith("texts/")}
    for name in sorted(tables):
        read_lines = reading.purpose if name.startswith("purposes/") else reading.advice
        read_lines(draft, tables[name], _stem(name))
    for name, table in translations.items():
        reading.translation(draft, table, _stem(name))
    draft.wordings[FALLBACK] = Wording(MappingProxyType(draft.texts))
    article = _article(draft)
    problems = draft.problems or check(article, draft.places)
    if problems:
        raise RulebookError(sorted(problems, key=lambda found: (found.file, found.line, found.column)))
    return article


def _within_article(file: RuleFile) -> str:
    return file.name.rpartition("article/")[2]


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".toml")


def _article(draft: Draft) -> Article:
    lists = {name: tuple(draft.lists.get(name, ())) for name in LINE_LISTS + NOTE_LISTS}
    return Article(
        sections=tuple(draft.sections),
        statements=MappingProxyType(draft.statements),
        lists=MappingProxyType(lists),
        lines_for=MappingProxyType(
            {
                kind: {
                    name: tuple(line for line in lines if _can_hold(line, kind))
                    for name, lines in lists.items()
                }
                for kind in (*card.AUDIO_KINDS, None)
            }
        ),
        purposes=tuple(draft.purposes[purpose] for purpose in card.PURPOSES if purpose in draft.purposes),
        comparison=tuple(draft.comparison),
        picks=tuple(draft.picks),
        pick_names=draft.pick_names,
        features=tuple(draft.features),
        matters=tuple(draft.matters),
        labels=tuple(draft.labels),
        suffixes=tuple(draft.suffixes),
        terms=MappingProxyType(draft.terms),
        prices=draft.prices,
        wordings=MappingProxyType(draft.wordings),
    )


def _can_hold(line: Line, kind: str | None) -> bool:
    of_kind: Test = Known(False) if kind is None else OneOf(frozenset({kind}))
    return any(merge(clause, {"kind": of_kind}) is not None for clause in line.when.clauses)
