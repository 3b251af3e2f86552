"""Cases beside a rule: a page and what must be found on it, `NAME.html` and `NAME.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from earmark import rulefile
from earmark.errors import RulebookError
from earmark.rulefile import Problem, RuleFile, suggest
from earmark.sites.load import FILE
from earmark.sites.model import Site
from earmark.sites.scope import Sites
from earmark.vocabulary import Spec

KEYS = ("url", "captured", "expect", "absent")
CLASSIFIED = ("kind", "form", "back", "microphone")


@dataclass(frozen=True)
class Case:
    """`expect`: fact, product field or `kind` -> value; `absent`: what the card must not have."""

    name: str
    url: str
    page: Path
    expect: Mapping[str, Any]
    absent: tuple[str, ...]


def load_cases(folder: Path, site: Site, specs: Mapping[str, Spec]) -> tuple[list[Case], list[Problem]]:
    """The sound cases in a rule's folder, and what is wrong with the others."""
    cases: list[Case] = []
    problems: list[Problem] = []
    prefix = site.file.rpartition("/")[0]
    stems = {path.stem for path in folder.glob("*.toml") if path.name != FILE}
    for page in sorted(folder.glob("*.html")):
        if page.stem not in stems:
            name = f"{prefix}/{page.name}"
            problems.append(
                Problem("R040", "a page without its case", name, hint=f"{page.stem}.toml is not there")
            )
    for stem in sorted(stems):
        page = folder / f"{stem}.html"
        try:
            file = rulefile.read(folder / f"{stem}.toml", f"{prefix}/{stem}.toml")
        except RulebookError as error:
            problems += error.problems
            continue
        found = list(_faults(file, page, site, specs))
        problems += found
        if not found:
            name = f"{folder.name}/{stem}"
            data = file.data
            cases.append(Case(name, data["url"], page, data.get("expect", {}), tuple(data.get("absent", ()))))
    return cases, problems


def _faults(file: RuleFile, page: Path, site: Site, specs: Mapping[str, Spec]) -> list[Problem]:
    data = file.data
    faults = [
        file.problem("R002", f"unknown key `{key}`", (key,), hint=suggest(key, KEYS))
        for key in data
        if key not in KEYS
    ]
    if not page.is_file():
        faults.append(file.problem("R040", "a case without its page", hint=f"{page.name} is not there"))
    url, expect, absent = data.get("url"), data.get("expect", {}), data.get("absent", [])
    if not isinstance(url, str):
        faults.append(file.problem("R005", "`url` is missing", hint='write url = "https://..."'))
    elif not Sites([site]).matching(url):
        faults.append(file.problem("R041", f"{site.file} is not for this address", ("url",)))
    if not isinstance(expect, dict) or not isinstance(absent, list):
        faults.append(file.problem("R004", "`expect` must be a table, `absent` a list"))
        return faults
    known = (*specs, "kind")
    for table, names in (("expect", expect), ("absent", absent)):
        for name in names:
            if name not in known:
                path = ("expect", name) if table == "expect" else ("absent",)
                hint = suggest(str(name), known)
                faults.append(file.problem("R042", f"no card has `{name}`", path, word=str(name), hint=hint))
    if not expect and not absent:
        faults.append(file.problem("R042", "the case expects nothing", hint="add [expect]"))
    return faults
