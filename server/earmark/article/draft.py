"""The article while its files are read: what has been found so far, good or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from earmark.article.condition import Condition
from earmark.article.model import (
    Feature,
    Label,
    Line,
    ListName,
    Matter,
    PickNames,
    PickRule,
    Prices,
    PurposeRule,
    Statement,
    Term,
    Wording,
)
from earmark.article.table import Table
from earmark.rulefile import Problem

LONGEST_LINE = 170  # characters: two lines of a narrow card; a longer text is not read
LONGEST_STATEMENT = 240  # characters on the article's page, where there is room for a sentence more

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


@dataclass
class Draft:
    """Parts of the Article in file order; `places` finds the table behind a key again."""

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

    def say(self, key: str, table: Table, *, longest: int = LONGEST_LINE, sentence: bool = True) -> str:
        """The table's `text`, kept under `key` and looked at."""
        text = table.text("text")
        if key in self.texts:
            table.problem("K008", f"`{key}` is written twice", hint="give one of them another name")
        elif text and text in self.texts.values():
            table.problem("K008", "this text stands in the article's files twice", "text")
        look_at_text(table, "text", text, longest, sentence=sentence)
        self.texts[key] = text
        self.places[key] = table
        return text

    def statement(self, table: Table) -> str:
        """The table's `statement`; "" and a problem where the article has none of that name."""
        named = table.text("statement")
        return (
            named if named and table.refer("K003", "statement", "statement", named, self.statements) else ""
        )

    def line(self, table: Table, key: str, base: Condition, statement: str | None = None) -> Line:
        """A line of advice. Without `statement` the table names its own."""
        table.known_keys("when", "text", *(() if statement is not None else ("statement",)))
        text = self.say(key, table)
        when = table.condition("when", base)
        values = placeholders(text)
        measured = [spec for spec, info in table.specs.items() if info.kind in ("quantity", "money")]
        for spec in values:
            if table.refer("K010", "text", "quantity or price", spec, measured) and any(
                spec not in clause for clause in when.clauses
            ):
                hint = f"ask for it: when = {{ {spec} = {{ known = true }} }}"
                table.problem("K010", f"`{spec}` may be unknown here", "text", word=spec, hint=hint)
        return Line(key, self.statement(table) if statement is None else statement, when, values)


def placeholders(text: str) -> tuple[str, ...]:
    """Names of the facts whose values the text takes in: {battery_h}."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def look_at_text(table: Table, key: str, text: str, longest: int, *, sentence: bool) -> None:
    """A text has a length a reader bears, and sentences end."""
    if len(text) > longest:
        message = f"this text has {len(text)} characters; {longest} are allowed"
        table.problem("K010", message, key, hint="say it shorter")
    if sentence and text and text[-1] not in ".!?":
        table.problem("K010", "a text is whole sentences and ends with a stop", key)
