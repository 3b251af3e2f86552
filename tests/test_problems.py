"""Golden pairs: what is written in a rule file, and the very words that the check says about it.

`CODE-name.toml` holds rule files, each after a line `#: its name`; `CODE-name.txt` holds what is said.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from earmark import load_rulebook, rulefile, sites
from earmark.errors import RulebookError

FOLDER = Path(__file__).parent / "problems"
PAIRS = sorted(FOLDER.glob("*.toml"))


def said_about(files: dict[str, str], folder: Path) -> str:
    """What the check says; rules of shops alone are checked against the shipped vocabulary."""
    try:
        if all(name.startswith("rules/sites/") for name in files):
            words = load_rulebook().vocabulary
            parsed = [rulefile.parse(text, name) for name, text in files.items()]
            sites.load(parsed, words.specs, frozenset(words.units))
        else:
            for name, text in files.items():
                path = folder / name.removeprefix("rules/")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            load_rulebook(folder)
    except RulebookError as error:
        return str(error)
    return "no problem\n"


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_wrong_file_is_answered_like_this(path: Path, tmp_path: Path) -> None:
    pieces = re.split(r"^#: (\S+)\n", path.read_text("utf-8"), flags=re.M)
    files = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    said = said_about(files, tmp_path)
    assert said + "\n" == path.with_suffix(".txt").read_text("utf-8")
    assert f"error[{path.name.split('-')[0]}]" in said


def test_every_text_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in PAIRS}
