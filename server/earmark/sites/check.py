"""One `site.toml` -> Site, with every problem at its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from earmark.rulefile import KeyPath, Problem, RuleFile, suggest
from earmark.sites import pointer, scope, selectors
from earmark.sites.model import EVERY_PATH, FactRule, Site, Table
from earmark.sites.typing import StepChecker
from earmark.vocabulary import Spec

FORMAT = 1
MOST_PROBLEMS = 50  # of one file; a person mends these first, and a hostile file costs no more
KEYS: Mapping[str, tuple[str, ...]] = {
    "": ("format", "site", "page", "table", "fact"),
    "site": ("name", "hosts", "paths", "keeper", "checked"),
    "page": ("needs", "ignore"),
    "table": ("rows", "label", "value", "json"),
    "fact": ("name", "select", "json", "at", "meta", "take", "steps"),
}
TAKES = ("text", "presence", "each")
_WAYS = ("select", "json", "meta")


class Checker:
    """Gathers `problems`; what is wrong is left out of the Site, so that the rest is checked too."""

    def __init__(self, file: RuleFile, specs: Mapping[str, Spec], units: frozenset[str]) -> None:
        self.file, self.specs, self.units = file, specs, units
        self.problems: list[Problem] = []

    def site(self) -> Site:
        """The whole file."""
        data = self.file.data
        self.keys(data, "", ())
        if data.get("format") != FORMAT:
            if "format" not in data:
                self.fault("R005", "`format` is missing", hint=f"write `format = {FORMAT}` first")
            else:
                self.fault(
                    "R006",
                    f"format {data['format']!r} is not known here",
                    ("format",),
                    hint=f"this Earmark reads format {FORMAT}; a newer rule needs a newer Earmark",
                )
        site = self.table(data, "site", ())
        page = self.table(data, "page", ())
        self.keys(site, "site", ("site",))
        self.keys(page, "page", ("page",))
        checked = site.get("checked")
        if checked is not None and type(checked) is not date:
            self.fault("R004", "`checked` must be a date", ("site", "checked"), hint="checked = 2026-11-20")
            checked = None
        rule = Site(
            source=RuleFile(self.file.name, self.file.text, {}),
            name=self.text(site, "name", ("site",)),
            hosts=self._hosts(site),
            paths=self._paths(site),
            keeper=self.text(site, "keeper", ("site",), needed=False) or None,
            checked=checked,
            needs=self.selectors(page, "needs", ("page",)),
            ignore=self.selectors(page, "ignore", ("page",)),
            tables=tuple(self._table(one, ("table", i)) for i, one in enumerate(self.tables(data, "table"))),
            facts=tuple(self._fact(one, ("fact", i)) for i, one in enumerate(self.tables(data, "fact"))),
        )
        if not (self.problems or rule.tables or rule.facts or rule.ignore):
            self.fault("R005", "the rule reads nothing: it has no [[fact]], no [[table]] and no `ignore`")
        return rule

    def fault(self, code: str, message: str, path: KeyPath = (), *, word: str = "", hint: str = "") -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(self.file.problem(code, message, path, word=word, hint=hint))

    def keys(self, table: Mapping[str, Any], kind: str, path: KeyPath) -> None:
        for key in table:
            if key not in KEYS[kind]:
                self.fault("R002", f"unknown key `{key}`", (*path, key), hint=suggest(key, KEYS[kind]))

    def table(self, data: Mapping[str, Any], key: str, path: KeyPath) -> Mapping[str, Any]:
        value = data.get(key, {})
        if isinstance(value, dict):
            return value
        self.fault("R004", f"`{key}` must be a table", (*path, key), hint=f"write [{key}]")
        return {}

    def tables(self, data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        value = data.get(key, [])
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return value
        self.fault("R004", f"`{key}` must be tables in double brackets", (key,), hint=f"write [[{key}]]")
        return []

    def text(self, table: Mapping[str, Any], key: str, path: KeyPath, *, needed: bool = True) -> str:
        value = table.get(key)
        if isinstance(value, str) and value:
            return value
        if value is not None:
            self.fault("R004", f"`{key}` must be words in quotes", (*path, key))
        elif needed:
            self.fault("R005", f"`{key}` is missing", path)
        return ""

    def texts(self, table: Mapping[str, Any], key: str, path: KeyPath) -> tuple[str, ...]:
        """A text or a list of texts."""
        value = table.get(key, [])
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
            return tuple(listed)
        self.fault("R004", f"`{key}` must be words in quotes, or a list of them", (*path, key))
        return ()

    def selectors(self, table: Mapping[str, Any], key: str, path: KeyPath) -> tuple[str, ...]:
        """The sound ones; the others are problems."""
        sound: list[str] = []
        for selector in self.texts(table, key, path):
            wrong = selectors.fault(selector)
            if wrong is None:
                sound.append(selector)
            else:
                self.fault(wrong[0], wrong[1], (*path, key), word=wrong[2])
        return tuple(sound)

    def _hosts(self, site: Mapping[str, Any]) -> tuple[str, ...]:
        hosts = self.texts(site, "hosts", ("site",))
        if not hosts and site.get("hosts", []) == []:
            self.fault("R005", "`hosts` is missing", ("site",), hint='write hosts = ["shop.example"]')
        for host in hosts:
            hint = ""
            if host.startswith("www."):
                hint = f"leave out `www.`: `{host[4:]}` is meant with and without it"
            elif not scope.HOST.fullmatch(host):
                hint = 'like "shop.example", or "*.shop.example" for all below it'
            if hint:
                self.fault("R031", f"`{host}` is no host", ("site", "hosts"), word=host, hint=hint)
        folder = self.file.name.rsplit("/", 2)[-2]
        if hosts and folder not in {host.removeprefix("*.") for host in hosts}:
            self.fault(
                "R033",
                f"the folder is called `{folder}`, which is none of the hosts",
                ("site", "hosts"),
                hint="name the folder by one of them",
            )
        return hosts or ("",)

    def _paths(self, site: Mapping[str, Any]) -> tuple[str, ...]:
        paths = self.texts(site, "paths", ("site",))
        for path in paths:
            if not scope.PATH.fullmatch(path) or path.count("*") > scope.MOST_STARS:
                self.fault(
                    "R032",
                    f"`{path}` is no path pattern",
                    ("site", "paths"),
                    word=path,
                    hint='like "/p/*": begins with / or *, at most four *, no ? and no #',
                )
        return paths or (EVERY_PATH,)

    def _table(self, table: Mapping[str, Any], path: KeyPath) -> Table:
        self.keys(table, "table", path)
        values = {key: self.text(table, key, path) for key in ("rows", "label", "value")}
        script = self.selectors(table, "json", path)
        for key, value in values.items():
            if value and not script:
                self.selectors(table, key, path)
            elif value and (wrong := pointer.fault(value)):
                self.fault("R014", wrong, (*path, key), word=value)
        return Table(**values, json=script[0] if script else None)

    def _fact(self, table: Mapping[str, Any], path: KeyPath) -> FactRule:
        self.keys(table, "fact", path)
        name = self.text(table, "name", path)
        spec = self.specs.get(name)
        if name and spec is None:
            self.fault(
                "R003", f"unknown fact `{name}`", (*path, "name"), word=name, hint=suggest(name, self.specs)
            )
        ways = [way for way in _WAYS if way in table]
        if len(ways) != 1:
            what = f"both `{ways[0]}` and `{ways[1]}`" if ways else "no way of reading"
            self.fault(
                "R013",
                f"the fact has {what}",
                (*path, ways[1]) if ways else path,
                hint="one of select, json, meta",
            )
        script = self.selectors(table, "json", path)
        at = self.text(table, "at", path, needed=bool(script))
        if at and (wrong := pointer.fault(at)):
            self.fault("R014", wrong, (*path, "at"), word=at)
        if at and not script and "json" not in table:
            self.fault("R013", "`at` is a place in JSON, but there is no `json`", (*path, "at"))
        take = self._take(table, path)
        steps = StepChecker(self, spec, (*path, "steps") if "steps" in table else path)
        many = take == "each" or "*" in at.split("/")
        given = "presence" if take == "presence" else "texts" if many else "text"
        return FactRule(
            name=name,
            select=self.selectors(table, "select", path),
            json=script[0] if script else None,
            at=at,
            meta=self.text(table, "meta", path, needed=False) or None,
            take=take,
            steps=steps.steps(table.get("steps", []), given),
        )  # fmt: skip

    def _take(self, table: Mapping[str, Any], path: KeyPath) -> str:
        take = table.get("take", "text")
        if isinstance(take, dict) and list(take) == ["attr"] and isinstance(take["attr"], str):
            result = f"@{take['attr']}"
        elif isinstance(take, str) and take in TAKES:
            result = take
        else:
            self.fault(
                "R015", f"`take = {take!r}` is not known", (*path, "take"),
                hint=f'{", ".join(TAKES)} or {{ attr = "content" }}',
            )  # fmt: skip
            return "text"
        if result != "text" and "select" not in table:
            self.fault("R015", "`take` goes with `select` alone", (*path, "take"))
        return result
