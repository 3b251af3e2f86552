"""The files of `rules/article` -> Article, as a compiler does it: all problems, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import get_args

from earmark import card
from earmark.article.checks import check
from earmark.article.condition import ALWAYS, Condition, SpecInfo
from earmark.article.model import (
    FALLBACK,
    LINE_LISTS,
    NOTE_LISTS,
    Article,
    Feature,
    Label,
    Line,
    ListName,
    Matter,
    PickNames,
    PickRule,
    PriceLevels,
    Prices,
    PurposeRule,
    Statement,
    Term,
    Tier,
    Wording,
)
from earmark.article.picks import words
from earmark.article.table import Table
from earmark.errors import RulebookError
from earmark.rulefile import Problem, RuleFile, suggest

LONGEST_LINE = 170  # characters: two lines of a narrow card; a longer text is not read
LONGEST_STATEMENT = 240  # characters on the article's page, where there is room for a sentence more

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_OWN_SPECS = {
    "kind": SpecInfo("choice", get_args(card.Kind)),
    "form": SpecInfo("choice", get_args(card.Form)),
    "back": SpecInfo("choice", get_args(card.Back)),
    "microphone": SpecInfo("choice", get_args(card.Microphone)),
    "price": SpecInfo("money"),
    "purpose": SpecInfo("choice", card.PURPOSES),
    "price_tier": SpecInfo("choice", get_args(Tier)),
}
_VERDICTS = get_args(card.Verdict)[:3]


@dataclass
class Draft:
    """What has been read so far; `places` finds the table behind a line's key again."""

    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Table] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    sections: list[str] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)
    lists: dict[ListName, list[Line]] = field(default_factory=dict)
    purposes: dict[str, PurposeRule] = field(default_factory=dict)
    comparison: list[str] = field(default_factory=list)
    picks: list[PickRule] = field(default_factory=list)
    pick_names: PickNames = field(default_factory=lambda: PickNames(frozenset(), ()))
    features: list[Feature] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    suffixes: list[Label] = field(default_factory=list)
    terms: dict[str, Term] = field(default_factory=dict)
    prices: Prices = field(default_factory=lambda: Prices(date.min, "", {}))
    wordings: dict[str, Wording] = field(default_factory=dict)

    def say(
        self, key: str, table: Table, text: str, longest: int = LONGEST_LINE, *, sentence: bool = True
    ) -> None:
        """Keep the English text of `key`, after looking at its length and its end."""
        if key in self.texts:
            table.problem("K008", f"`{key}` is written twice", hint="give one of them another name")
        elif text and text in self.texts.values():
            table.problem("K008", "this text stands in the article's files twice", "text")
        _look_at_text(table, "text", text, longest, sentence)
        self.texts[key] = text
        self.places[key] = table

    def statement(self, table: Table) -> str:
        """The `statement` of a table, known; "" and a problem otherwise."""
        named = table.text("statement")
        if named and named not in self.statements:
            table.problem(
                "K003",
                f"unknown statement `{named}`",
                "statement",
                word=named,
                hint=suggest(named, self.statements),
            )
            return ""
        return named


def load(files: Sequence[RuleFile], specs: Mapping[str, SpecInfo]) -> Article:
    """Compile the files of a rulebook's `article/` folder; `specs` are the facts a condition may ask for.

    Raises RulebookError with every problem found.
    """
    draft = Draft()
    known = {**specs, **_OWN_SPECS}
    tables = {_within_article(file): Table(file, (), file.data, known, draft.problems) for file in files}
    for name, reader in _READERS.items():
        if name not in tables:
            draft.problems.append(Problem("K001", f"the file `{name}` is missing", f"article/{name}"))
            continue
        reader(draft, tables.pop(name))
        if name == "terms.toml":
            known.update({term: SpecInfo("flag") for term in draft.terms})
    translations = {name: tables.pop(name) for name in sorted(tables) if name.startswith("texts/")}
    for name in sorted(tables):
        (_purpose if name.startswith("purposes/") else _advice)(draft, tables[name], name)
    for name, table in translations.items():
        _translation(draft, table, name.removeprefix("texts/").removesuffix(".toml"))
    draft.wordings[FALLBACK] = Wording(MappingProxyType(dict(draft.texts)))
    article = _article(draft)
    if not draft.problems:
        draft.problems += check(article, draft.places)
    if draft.problems:
        raise RulebookError(
            sorted(draft.problems, key=lambda problem: (problem.file, problem.line, problem.column))
        )
    return article


def _within_article(file: RuleFile) -> str:
    return file.name.rpartition("article/")[2]


def _article(draft: Draft) -> Article:
    return Article(
        sections=tuple(draft.sections),
        statements=MappingProxyType(draft.statements),
        lists=MappingProxyType({name: tuple(draft.lists.get(name, ())) for name in LINE_LISTS + NOTE_LISTS}),
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


def _statements(draft: Draft, file: Table) -> None:
    file.known_keys("sections", "statement")
    draft.sections += file.texts("sections")
    for section in draft.sections:
        draft.texts[f"section.{section}"] = section
    for name, table in file.tables("statement"):
        table.known_keys("section", "when", "contradicts", "text")
        draft.say(f"statement.{name}", table, table.text("text"), LONGEST_STATEMENT)
        section = table.word("section", draft.sections)
        draft.statements[name] = Statement(
            name, section, table.condition("when"), table.texts("contradicts", ())
        )
        draft.places[name] = table
    for statement in draft.statements.values():
        for other in statement.contradicts:
            if other not in draft.statements:
                draft.places[statement.id].problem(
                    "K003",
                    f"unknown statement `{other}`",
                    "contradicts",
                    word=other,
                    hint=suggest(other, draft.statements),
                )


def _terms(draft: Draft, file: Table) -> None:
    file.known_keys("term")
    for name, table in file.tables("term"):
        table.known_keys("yes", "no")
        if name in file.specs:
            table.problem("K008", f"`{name}` is the name of a fact already")
        draft.terms[name] = Term(table.condition("yes"), table.condition("no"))


def _prices(draft: Draft, file: Table) -> None:
    file.known_keys("looked_at", "note", "level")
    looked_at = file.data.get("looked_at")
    if not isinstance(looked_at, date):
        file.problem("K002", "`looked_at` must be a date, such as 2026-11-23", "looked_at")
        looked_at = date.min
    levels = {}
    for currency, table in file.tables("level"):
        table.known_keys("budget", "low", "high")
        ends = [Decimal(str(table.number(name))) for name in ("budget", "low", "high")]
        if not 0 < ends[0] < ends[1] < ends[2]:
            table.problem("K007", f"the levels of {currency} must rise: budget, low, high")
        levels[currency] = PriceLevels(*ends)
    draft.prices = Prices(looked_at, file.text("note"), MappingProxyType(levels))


def _comparison(draft: Draft, file: Table) -> None:
    file.known_keys("row")
    for table in file.array("row"):
        table.known_keys("statement", "aspect", "headset", "headphones")
        statement = draft.statement(table)
        for column in ("aspect", "headset", "headphones"):
            text = table.text(column)
            _look_at_text(table, column, text, LONGEST_LINE, sentence=False)
            draft.texts[f"{statement}.{column}"] = text
        draft.comparison.append(statement)


def _picks(draft: Draft, file: Table) -> None:
    file.known_keys("not_after", "not_with", "pick")
    draft.pick_names = PickNames(frozenset(file.texts("not_after")), _phrases(file, "not_with"))
    for name, table in file.tables("pick"):
        table.known_keys("statement", "name", "called", "not_followed_by", "not_with", "offer", "text")
        key = f"picks.{name}"
        draft.say(key, table, table.text("text"))
        draft.picks.append(
            PickRule(
                key,
                table.text("name"),
                draft.statement(table),
                _phrases(table, "called"),
                frozenset(table.texts("not_followed_by", ())),
                _phrases(table, "not_with"),
                table.condition("offer"),
            )
        )


def _phrases(table: Table, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(words(phrase) for phrase in table.texts(key, ()))


def _features(draft: Draft, file: Table) -> None:
    file.known_keys("feature")
    for name, table in file.tables("feature"):
        table.known_keys("when", "not_for", "text")
        key = f"features.{name}"
        draft.say(key, table, table.text("text"))
        not_for = table.texts("not_for")
        for purpose in not_for:
            if purpose not in card.PURPOSES:
                table.problem(
                    "K006",
                    f"unknown purpose `{purpose}`",
                    "not_for",
                    word=purpose,
                    hint=suggest(purpose, card.PURPOSES),
                )
        draft.features.append(Feature(key, table.condition("when"), frozenset(not_for)))


def _labels(draft: Draft, file: Table) -> None:
    file.known_keys("label", "suffix")
    for name, into in (("label", draft.labels), ("suffix", draft.suffixes)):
        for word, table in file.tables(name):
            table.known_keys("when", "text")
            key = f"labels.{word}"
            draft.say(key, table, table.text("text"), sentence=False)
            into.append(Label(key, table.condition("when")))


def _purpose(draft: Draft, file: Table, name: str) -> None:
    file.known_keys("purpose", "statement", "verdict", "because")
    purpose = file.word("purpose", card.PURPOSES)
    statement = draft.statement(file)
    verdicts = []
    for table in file.array("verdict"):
        table.known_keys("is", "when")
        verdicts.append((table.word("is", _VERDICTS), table.condition("when")))
    file.specs = {**file.specs, "verdict": SpecInfo("choice", _VERDICTS)}
    because = tuple(
        _line(draft, table, f"{_stem(name)}.{word}", ALWAYS, statement)
        for word, table in file.tables("because")
    )
    if purpose in draft.purposes:
        file.problem("K008", f"the purpose `{purpose}` has another file already", "purpose")
    draft.purposes[purpose] = PurposeRule(purpose, tuple(verdicts), because)  # type: ignore[arg-type]
    draft.places[f"purpose.{purpose}"] = file


def _advice(draft: Draft, file: Table, name: str) -> None:
    """A file of lines: what a kind, a type, or everything gets."""
    file.known_keys("for", "matters", *LINE_LISTS, *NOTE_LISTS)
    base = file.condition("for")
    for list_name in LINE_LISTS + NOTE_LISTS:
        lines = draft.lists.setdefault(list_name, [])
        lines += [
            _line(draft, table, f"{_stem(name)}.{word}", base) for word, table in file.tables(list_name)
        ]
    for table in file.array("matters"):
        table.known_keys("specs", "when")
        named = table.texts("specs")
        for spec in named:
            if spec not in table.specs:
                table.problem(
                    "K004", f"unknown fact `{spec}`", "specs", word=spec, hint=suggest(spec, table.specs)
                )
        draft.matters.append(Matter(named, table.condition("when", base)))


def _line(draft: Draft, table: Table, key: str, base: Condition, statement: str | None = None) -> Line:
    table.known_keys("when", "text", *(() if statement else ("statement",)))
    text = table.text("text")
    draft.say(key, table, text)
    when = table.condition("when", base)
    values = tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))
    for spec in values:
        info = table.specs.get(spec)
        if info is None or info.kind not in ("quantity", "money"):
            table.problem(
                "K010",
                f"`{{{spec}}}` is no quantity or price",
                "text",
                word=f"{{{spec}}}",
                hint=suggest(spec, [s for s, i in table.specs.items() if i.kind in ("quantity", "money")]),
            )
        elif any(spec not in clause for clause in when.clauses):
            table.problem(
                "K010",
                f"`{{{spec}}}` may be unknown here",
                "text",
                word=f"{{{spec}}}",
                hint=f"ask for it: when = {{ {spec} = {{ known = true }} }}",
            )
    return Line(key, statement or draft.statement(table), when, values)


def _translation(draft: Draft, file: Table, language: str) -> None:
    """`texts/de.toml`: tables by file name, keys as in the English files."""
    texts: dict[str, str] = {}
    for group, entries in file.data.items():
        if group == "decimal":
            continue
        table = Table(
            file.file, (group,), entries if isinstance(entries, dict) else {}, file.specs, file.problems
        )
        for name in table.data:
            key = name if group == "comparison" else f"{group}.{name}"
            if key not in draft.texts:
                table.problem(
                    "K014",
                    f"there is no English text `{key}`",
                    name,
                    word=name,
                    hint=suggest(key, draft.texts),
                )
                continue
            text = table.text(name)
            if sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(draft.texts[key])):
                table.problem("K014", "the values in {braces} differ from the English text", name)
            texts[key] = text
    draft.wordings[language] = Wording(MappingProxyType(texts), file.text("decimal", "."))


def _look_at_text(table: Table, key: str, text: str, longest: int, sentence: bool) -> None:
    if len(text) > longest:
        table.problem(
            "K010", f"this text has {len(text)} characters; {longest} are allowed", key, hint="say it shorter"
        )
    if sentence and text and text[-1] not in ".!?":
        table.problem("K010", "a text is whole sentences and ends with a stop", key)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".toml")


_READERS: Mapping[
    str, Callable[[Draft, Table], None]
] = {  # in this order: statements and terms are used by the rest
    "statements.toml": _statements,
    "terms.toml": _terms,
    "prices.toml": _prices,
    "comparison.toml": _comparison,
    "picks.toml": _picks,
    "labels.toml": _labels,
    "features.toml": _features,
}
