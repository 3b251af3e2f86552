"""One table of an article file, read key by key; what is wrong is noted with its place, never raised."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from earmark.article.condition import (
    ALWAYS,
    Clause,
    Condition,
    Known,
    OneOf,
    Span,
    SpecInfo,
    Test,
    both,
    empty,
    merge,
)
from earmark.rulefile import KeyPath, Problem, RuleFile, suggest

_NUMBER_WORDS = ("over", "under", "at_least", "at_most", "between", "known")
_WORDS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "quantity": _NUMBER_WORDS,
    "flag": ("is", "known"),
    "choice": ("is", "one_of", "known"),
}
_ALL_WORDS = ("is", "one_of", "over", "under", "at_least", "at_most", "between", "known")


@dataclass
class Table:
    """`data` stands at `path` in `file`; problems found go to the shared list `problems`."""

    file: RuleFile
    path: KeyPath
    data: Mapping[str, Any]
    specs: Mapping[str, SpecInfo]
    problems: list[Problem]

    def problem(
        self, code: str, message: str, key: str | None = None, *, word: str = "", hint: str = ""
    ) -> None:
        path = self.path if key is None else (*self.path, key)
        self.problems.append(self.file.problem(code, message, path, word=word, hint=hint))

    def known_keys(self, *keys: str) -> None:
        for key in self.data:
            if key not in keys:
                self.problem("K001", f"unknown key `{key}`", key, word=key, hint=suggest(key, keys))

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if isinstance(value, str) and value.strip():
            return value
        self._wrong(key, "a text in quotes")
        return ""

    def word(self, key: str, known: Collection[str]) -> str:
        """A text out of `known`; "" and a problem for any other."""
        value = self.text(key)
        if value and value not in known:
            self.problem(
                "K002",
                f"`{value}` is not one of the words for `{key}`",
                key,
                word=value,
                hint=suggest(value, known),
            )
            return ""
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self.data.get(key, default)
        if isinstance(value, list | tuple) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        self._wrong(key, "a list of texts")
        return ()

    def number(self, key: str) -> float:
        value = self.data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        self._wrong(key, "a number")
        return 0

    def _wrong(self, key: str, wanted: str) -> None:
        if key in self.data:
            self.problem("K002", f"`{key}` must be {wanted}", key)
        else:
            self.problem("K002", f"`{key}` is missing: {wanted}")

    def tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """The named tables under `key`, in file order."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            return self._wrong(key, f"tables, written [{key}.some-name]")
        for name in value:
            found = self._table((key, name), value[name])
            if found:
                yield name, found
        return None

    def array(self, key: str) -> Iterator[Table]:
        """The tables of [[key]], in file order."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            return self._wrong(key, f"tables, written [[{key}]]")
        for at, item in enumerate(value):
            found = self._table((key, at), item)
            if found:
                yield found
        return None

    def _table(self, below: KeyPath, data: Any) -> Table | None:
        path = (*self.path, *below)
        if isinstance(data, dict):
            return Table(self.file, path, data, self.specs, self.problems)
        self.problems.append(self.file.problem("K002", f"`{below[-1]}` must be a table of its own", path))
        return None

    def condition(self, key: str, base: Condition = ALWAYS) -> Condition:
        """The condition under `key` (a table, or a list of tables: any of them), and what `base` asks."""
        value = self.data.get(key, {})
        before = len(self.problems)
        tables = value if isinstance(value, list) else [value]
        if not tables or not all(isinstance(table, dict) for table in tables):
            self._wrong(key, "a condition, such as { wireless = true }")
            return base
        own = Condition(tuple(self._clause(key, table) for table in tables))
        condition = both(base, own)
        if len(self.problems) == before and len(condition.clauses) < len(own.clauses):
            self.problem(
                "K007", "this condition can never hold together with the one of its file or statement", key
            )
        return condition

    def _clause(self, key: str, asked: Mapping[str, Any]) -> Clause:
        clause: dict[str, Test] = {}
        for spec, wanted in asked.items():
            info = self.specs.get(spec)
            if info is None:
                self.problem("K004", f"unknown fact `{spec}`", key, word=spec, hint=suggest(spec, self.specs))
                continue
            words = wanted if isinstance(wanted, dict) else {"is": wanted}
            for word, value in words.items():
                test = self._test(key, spec, info, word, value)
                common = merge(clause, {spec: test}) if test else clause
                if common is None:
                    self.problem("K007", f"`{spec}` can never meet all of this", key, word=spec)
                else:
                    clause = dict(common)
        return clause

    def _test(self, key: str, spec: str, info: SpecInfo, word: str, value: Any) -> Test | None:
        allowed = _WORDS_OF_KIND.get(info.kind, ("known",))
        if word not in allowed:
            known = f"`{spec}` is a {info.kind}; it takes {', '.join(allowed)}"
            hint = suggest(word, _ALL_WORDS) if word not in _ALL_WORDS else known
            self.problem(
                "K005", f"`{spec}` cannot be asked with `{word}`", key, word=word, hint=hint or known
            )
            return None
        if word == "known" or info.kind == "flag":
            if isinstance(value, bool):
                return Known(value) if word == "known" else OneOf(frozenset({value}))
            self._bad_value(key, spec, "true or false")
            return None
        if info.kind == "choice":
            return self._choice(key, spec, info, value if word == "one_of" else [value])
        return self._span(key, spec, word, value)

    def _bad_value(self, key: str, spec: str, wanted: str) -> None:
        self.problem("K005", f"`{spec}` is compared with {wanted} here", key, word=spec)

    def _choice(self, key: str, spec: str, info: SpecInfo, values: Any) -> Test | None:
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            self._bad_value(key, spec, "words in quotes")
            return None
        for value in values:
            if info.choices and value not in info.choices:
                self.problem(
                    "K006", f"`{spec}` is never `{value}`", key, word=value, hint=suggest(value, info.choices)
                )
                return None
        return OneOf(frozenset(values))

    def _span(self, key: str, spec: str, word: str, value: Any) -> Test | None:
        ends = value if word == "between" else [value]
        wanted = 2 if word == "between" else 1
        if not isinstance(ends, list) or len(ends) != wanted or not all(_is_number(end) for end in ends):
            self._bad_value(key, spec, "two numbers" if wanted == 2 else "a number")
            return None
        span = {
            "over": lambda: Span(low=ends[0], low_in=False),
            "under": lambda: Span(high=ends[0], high_in=False),
            "at_least": lambda: Span(low=ends[0]),
            "at_most": lambda: Span(high=ends[0]),
            "between": lambda: Span(low=ends[0], high=ends[-1]),
        }[word]()
        if empty(span):
            self.problem("K007", f"no number lies between {ends[0]} and {ends[1]}", key, word=spec)
            return None
        return span


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
