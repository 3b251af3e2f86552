"""Golden pairs: what is written in a rule file, and the very words that the check says about it.

`CODE-name.toml` holds rule files, each after a line `#: its name`; `CODE-name.txt` holds what is said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from earmark import load_rulebook, rulefile, sites
from earmark.corpus.cases import redundant
from earmark.errors import RulebookError
from earmark.sites.advice import advice
from earmark.sites.cases import load_cases
from earmark.sites.codes import CODES

FOLDER = Path(__file__).parent / "problems"
YEAR, TODAY = timedelta(365), date(2026, 11, 23)
PAIRS = sorted(FOLDER.glob("*.toml"))


def said_about(files: dict[str, str], folder: Path) -> str:
    """What the check says; rules of shops alone are checked against the shipped vocabulary."""
    for name, text in files.items():
        path = folder / name.removeprefix("rules/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    try:
        if not all(name.startswith("rules/sites/") for name in files):
            load_rulebook(folder)
            return "no problem"
        book = load_rulebook()
        words = book.vocabulary
        rules = [rulefile.parse(text, name) for name, text in files.items() if name.endswith(sites.FILE)]
        book = replace(book, sites=sites.load(rules, words.specs, frozenset(words.units)))
    except RulebookError as error:
        return str(error)
    said: list[rulefile.Problem] = []
    for site in book.sites.sites:
        cases, problems = load_cases(folder / "sites" / site.host, site, words.specs)
        said += problems or [
            *advice(site, len(cases), stale=YEAR, today=TODAY),
            *redundant(site, cases, book),
        ]
    return "\n\n".join(map(str, said))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_wrong_file_is_answered_like_this(path: Path, tmp_path: Path) -> None:
    pieces = re.split(r"^#: (\S+)\n", path.read_text("utf-8"), flags=re.M)
    files = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    said = said_about(files, tmp_path)
    assert said + "\n" == path.with_suffix(".txt").read_text("utf-8")
    assert f"[{path.name.split('-')[0]}]" in said


def test_every_code_of_site_rules_has_a_pair() -> None:
    assert set(CODES) == {path.stem.split("-")[0] for path in PAIRS} & set(CODES)


def test_every_text_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in PAIRS}
