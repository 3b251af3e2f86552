"""One reader per kind of file in `rules/article`: a table of the file -> parts of the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import get_args

from earmark.article.condition import ALWAYS, SpecInfo
from earmark.article.draft import LONGEST_LINE, LONGEST_STATEMENT, Draft, look_at_text, placeholders
from earmark.article.model import (
    LINE_LISTS,
    NOTE_LISTS,
    Feature,
    Label,
    Matter,
    PickNames,
    PickRule,
    PriceLevels,
    Prices,
    PurposeRule,
    Statement,
    Term,
    Wording,
)
from earmark.article.picks import words
from earmark.article.table import Table
from earmark.card import PURPOSES, Availability, Source, Verdict

_HIDDEN = frozenset({"meta", "json-ld", "microdata", "state"})  # sources whose quotes are structured data
# The texts of a printed card besides its lines: words of its own, and the card's values and sources.
SHEET = (
    *(
        "no_card",
        "maker",
        "because",
        "although",
        "strengths",
        "weaknesses",
        "best_use",
        "purposes",
        "caveats",
    ),
    *(
        "facts",
        "facts_each",
        "clash",
        "not_stated",
        "not_needed",
        "comparison",
        "by_article",
        "notes",
        "picks",
    ),
    *("this", "quotes", "sections", "price", "certain", "likely", "uncertain", "headset", "headphones"),
    *get_args(Availability),
    *PURPOSES,
    *get_args(Verdict),
    *(f"source.{source}" for source in get_args(Source) if source not in _HIDDEN),
    *("structured", "lowest stated", "lightest stated", "longest stated"),
)
_VERDICTS = get_args(Verdict)[:3]  # "not stated" is never written: it is what is left


def statements(draft: Draft, file: Table) -> None:
    file.known_keys("sections", "page", "statement")
    page = file.table("page")
    page.known_keys("title", "lead")
    draft.texts |= {f"page.{key}": page.text(key) for key in ("title", "lead")}
    draft.sections += file.texts("sections")
    draft.texts |= {f"section.{section}": section for section in draft.sections}
    for name, table in file.tables("statement"):
        table.known_keys("section", "when", "contradicts", "text")
        draft.say(f"statement.{name}", table, longest=LONGEST_STATEMENT)
        draft.statements[name] = Statement(
            name,
            table.word("section", draft.sections),
            table.condition("when"),
            table.texts("contradicts", ()),
        )
        draft.places[name] = table
    for statement in draft.statements.values():
        for other in statement.contradicts:
            draft.places[statement.id].refer("K003", "contradicts", "statement", other, draft.statements)


def terms(draft: Draft, file: Table) -> None:
    file.known_keys("term")
    for name, table in file.tables("term"):
        table.known_keys("yes", "no")
        if name in file.specs:
            table.problem("K008", f"`{name}` is the name of a fact already")
        draft.terms[name] = Term(table.condition("yes"), table.condition("no"))


def prices(draft: Draft, file: Table) -> None:
    file.known_keys("looked_at", "note", "level")
    looked_at = file.data.get("looked_at")
    if not isinstance(looked_at, date):
        file.problem("K002", "`looked_at` must be a date, such as 2026-11-23", "looked_at")
        looked_at = date.min
    levels = {}
    for currency, table in file.tables("level"):
        table.known_keys("budget", "low", "high")
        budget, low, high = (Decimal(str(table.number(name))) for name in ("budget", "low", "high"))
        if not 0 < budget < low < high:
            table.problem("K007", f"the levels of {currency} must rise: budget, low, high")
        levels[currency] = PriceLevels(budget, low, high)
    draft.prices = Prices(looked_at, file.text("note"), MappingProxyType(levels))


def comparison(draft: Draft, file: Table) -> None:
    file.known_keys("row")
    for table in file.array("row"):
        table.known_keys("statement", "aspect", "headset", "headphones")
        statement = draft.statement(table)
        for column in ("aspect", "headset", "headphones"):
            draft.texts[f"{statement}.{column}"] = text = table.text(column)
            look_at_text(table, column, text, LONGEST_LINE, sentence=False)
        if statement in draft.comparison:
            table.problem("K008", f"`{statement}` has a row already", "statement")
        draft.comparison.append(statement)


def picks(draft: Draft, file: Table) -> None:
    file.known_keys("not_after", "not_with", "pick")
    draft.pick_names = PickNames(frozenset(file.texts("not_after")), _phrases(file, "not_with"))
    for name, table in file.tables("pick"):
        table.known_keys("statement", "name", "called", "not_followed_by", "not_with", "offer", "text")
        draft.say(f"picks.{name}", table)
        draft.picks.append(
            PickRule(
                key=f"picks.{name}",
                name=table.text("name"),
                statement=draft.statement(table),
                called=_phrases(table, "called"),
                not_followed_by=frozenset(table.texts("not_followed_by", ())),
                not_with=_phrases(table, "not_with", ()),
                offer=table.condition("offer"),
            )
        )


def _phrases(table: Table, key: str, default: tuple[str, ...] | None = None) -> tuple[tuple[str, ...], ...]:
    return tuple(words(phrase) for phrase in table.texts(key, default))


def features(draft: Draft, file: Table) -> None:
    file.known_keys("feature")
    for name, table in file.tables("feature"):
        table.known_keys("when", "not_for", "text")
        draft.say(f"features.{name}", table)
        not_for = table.texts("not_for")
        for purpose in not_for:
            table.refer("K006", "not_for", "purpose", purpose, PURPOSES)
        draft.features.append(Feature(f"features.{name}", table.condition("when"), frozenset(not_for)))


def labels(draft: Draft, file: Table) -> None:
    file.known_keys("label", "suffix")
    for name, into in (("label", draft.labels), ("suffix", draft.suffixes)):
        for word, table in file.tables(name):
            table.known_keys("when", "text")
            draft.say(f"labels.{word}", table, sentence=False)
            into.append(Label(f"labels.{word}", table.condition("when")))


def sheet(draft: Draft, file: Table) -> None:
    """The words around a printed card's lines: which ones is said by who prints them."""
    file.known_keys("sheet")
    table = file.table("sheet")
    table.known_keys(*SHEET)
    draft.texts |= {f"sheet.{name}": table.text(name) for name in SHEET}


def purpose(draft: Draft, file: Table, stem: str) -> None:
    """A file of `purposes/`: the verdicts of one purpose, and the reasons to give."""
    file.known_keys("purpose", "statement", "verdict", "because")
    name = file.word("purpose", PURPOSES)
    statement = draft.statement(file)
    verdicts = []
    for table in file.array("verdict"):
        table.known_keys("is", "when")
        verdicts.append((table.word("is", _VERDICTS), table.condition("when")))
    reasons = replace(file, specs={**file.specs, "verdict": SpecInfo("choice", _VERDICTS)})
    because = [
        draft.line(table, f"{stem}.{word}", ALWAYS, statement) for word, table in reasons.tables("because")
    ]
    if name in draft.purposes:
        file.problem("K008", f"the purpose `{name}` has another file already", "purpose")
    draft.purposes[name] = PurposeRule(name, tuple(verdicts), tuple(because))  # type: ignore[arg-type]
    draft.places[f"purpose.{name}"] = file


def advice(draft: Draft, file: Table, stem: str) -> None:
    """A file of lines: what a kind, a type, or everything gets."""
    file.known_keys("for", "matters", *LINE_LISTS, *NOTE_LISTS)
    base = file.condition("for")
    for name in LINE_LISTS + NOTE_LISTS:
        lines = draft.lists.setdefault(name, [])
        lines += [draft.line(table, f"{stem}.{word}", base) for word, table in file.tables(name)]
    for table in file.array("matters"):
        table.known_keys("specs", "when")
        specs = table.texts("specs")
        for spec in specs:
            table.refer("K004", "specs", "fact", spec, table.specs)
        draft.matters.append(Matter(specs, table.condition("when", base)))


def translation(draft: Draft, file: Table, language: str) -> None:
    """`texts/de.toml`: tables named after the English files, keys after the lines in them."""
    texts: dict[str, str] = {}
    for group in file.data:
        if group == "decimal":
            continue
        table = file.table(group)
        for name in table.data:
            key = name if group == "comparison" else f"{group}.{name}"
            if not table.refer("K014", name, "English text", key, draft.texts):
                continue
            texts[key] = text = table.text(name)
            longest = LONGEST_STATEMENT if group == "statement" else LONGEST_LINE
            look_at_text(table, name, text, longest, sentence=draft.texts[key].endswith("."))
            if sorted(placeholders(text)) != sorted(placeholders(draft.texts[key])):
                table.problem("K014", "the values in {braces} differ from the English text", name)
    draft.wordings[language] = Wording(MappingProxyType(texts), file.text("decimal", "."))


# In this order: the rest refers to statements and terms.
NAMED: Mapping[str, Callable[[Draft, Table], None]] = {
    "statements.toml": statements,
    "terms.toml": terms,
    "prices.toml": prices,
    "comparison.toml": comparison,
    "picks.toml": picks,
    "features.toml": features,
    "labels.toml": labels,
    "sheet.toml": sheet,
}
