"""What a site rule holds, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from earmark.rulefile import RuleFile

EVERY_PATH = "*"

Argument = str | tuple[str, str] | Mapping[str, str] | None


class Applied(NamedTuple):
    """One step of a fact: a name of `steps.STEPS` and what the rule gives it."""

    name: str
    argument: Argument = None


@dataclass(frozen=True, slots=True)
class Table:
    """Label and value rows: of elements (`rows` a selector), or of JSON (`json` a selector of the script,
    `rows`, `label` and `value` pointers)."""

    rows: str
    label: str
    value: str
    json: str | None


@dataclass(frozen=True, slots=True)
class FactRule:
    """How one fact is read. One of `select` (tried in order), `json` with `at`, `meta` is given; `take` is
    "text", "presence", "each" or "@NAME" for an attribute."""

    name: str
    select: tuple[str, ...]
    json: str | None
    at: str
    meta: str | None
    take: str
    steps: tuple[Applied, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """One `site.toml`. `hosts` are exact ("shop.example") or every subdomain of one ("*.shop.example")."""

    source: RuleFile
    name: str
    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    keeper: str | None
    checked: date | None
    needs: tuple[str, ...]
    ignore: tuple[str, ...]
    tables: tuple[Table, ...]
    facts: tuple[FactRule, ...]

    @property
    def file(self) -> str:
        return self.source.name

    def place(self, kind: str, index: int) -> str:
        """File and line of the `index`-th [[fact]] or [[table]]."""
        return f"{self.file}:{self.source.line((kind, index))}"

    @property
    def host(self) -> str:
        """The shop, as the card names it."""
        return self.hosts[0].removeprefix("*.")
