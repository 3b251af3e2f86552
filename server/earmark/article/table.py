"""One table of an article file, read key by key; what is wrong is noted with its place, never raised."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from earmark.article.clauses import clause
from earmark.article.condition import ALWAYS, Condition, SpecInfo, both
from earmark.rulefile import KeyPath, Problem, RuleFile, suggest


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
                inner = self.data[key]
                below = (
                    next(iter(inner), "") if isinstance(inner, dict) else ""
                )  # [key.below] has the only place
                path = (*self.path, key, below) if below else (*self.path, key)
                problem = self.file.problem(
                    "K001", f"unknown key `{key}`", path, word=key, hint=suggest(key, keys)
                )
                self.problems.append(problem)

    def refer(self, code: str, key: str, what: str, name: str, known: Collection[str]) -> bool:
        """Whether `name`, written under `key`, is known; a problem with a suggestion where it is not."""
        if name not in known:
            self.problem(code, f"unknown {what} `{name}`", key, word=name, hint=suggest(name, known))
        return name in known

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if isinstance(value, str) and value.strip():
            return value
        self._wrong(key, "a text in quotes")
        return ""

    def word(self, key: str, known: Collection[str]) -> str:
        """A text out of `known`; "" and a problem for any other."""
        value = self.text(key)
        if value and not self.refer("K002", key, key, value, known):
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

    def table(self, key: str) -> Table:
        """The table under `key`; an empty one and a problem where there is none."""
        value = self.data.get(key)
        if not isinstance(value, dict):
            self._wrong(key, f"a table, written [{key}]")
        return Table(
            self.file, (*self.path, key), value if isinstance(value, dict) else {}, self.specs, self.problems
        )

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
        asked = value if isinstance(value, list) else [value]
        if not asked or not all(isinstance(table, dict) for table in asked):
            self._wrong(key, "a condition, such as { wireless = true }")
            return base
        own = Condition(tuple(clause(self, key, table) for table in asked))
        for one in own.clauses:
            if not both(base, Condition((one,))).clauses:
                self.problem("K007", "this can never hold together with what the file's `for` asks", key)
        return both(base, own)
