"""Wrong article files are refused with their place and what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from earmark import rulefile
from earmark.article import SpecInfo, load
from earmark.errors import RulebookError
from earmark.resources import rules_folder
from earmark.rulebook import load_rulebook
from earmark.rulefile import Problem

FOLDER = rules_folder() / "article"
HEADSET = "kinds/headset.toml"
OLD = '[statement."comfort.old"]\nsection = "Comfort"\ntext = "Never said."\n\n'
NEW = '\n[caveats.new]\nstatement = "uses.headset-high-end"\n'

# file, text in it, text instead, code, line of the file as it then is, hint
REFUSED: list[tuple[str, str, str, str, str, str]] = [
    (
        HEADSET,
        'statement = "uses.headset"',
        'statement = "uses.headsets"',
        "K003",
        'statement = "uses.headsets"',
        "did you mean `uses.headset`?",
    ),
    (
        HEADSET,
        "weight_g = { at_most",
        "wieght_g = { at_most",
        "K004",
        "when      = { wieght_g = { at_most = 220 } }",
        "did you mean `weight_g`?",
    ),
    (
        HEADSET,
        "at_most = 220",
        "at_mots = 220",
        "K005",
        "when      = { weight_g = { at_mots = 220 } }",
        "did you mean `at_most`?",
    ),
    (
        HEADSET,
        "weight_g = { at_most = 220 }",
        "weight_g = true",
        "K005",
        "when      = { weight_g = true }",
        "it is a quantity",
    ),
    (
        HEADSET,
        "gaming = true }\ntext",
        'gaming = "yes" }\ntext',
        "K005",
        'when      = { gaming = "yes" }',
        "",
    ),
    (
        HEADSET,
        'microphone = "detachable"',
        'microphone = "detachible"',
        "K006",
        'when      = { microphone = "detachible" }',
        "did you mean `detachable`?",
    ),
    (
        HEADSET,
        "weight_g = { at_most = 220 }",
        "weight_g = { between = [220, 100] }",
        "K007",
        "when      = { weight_g = { between = [220, 100] } }",
        "",
    ),
    (
        HEADSET,
        "weight_g = { at_most = 220 }",
        "weight_g = { over = 300, under = 200 }",
        "K007",
        "when      = { weight_g = { over = 300, under = 200 } }",
        "",
    ),
    (
        HEADSET,
        "when      = { gaming = true }",
        'when      = { kind = "earphones", gaming = true }',
        "K007",
        'when      = { kind = "earphones", gaming = true }',
        "",
    ),
    (HEADSET, "[weaknesses.sound]", "[weaknesses.talk]", "K008", "[weaknesses.talk]", "another name"),
    (
        HEADSET,
        "Headsets that sound really good cost a lot.",
        "The handy choice if you need a good microphone.",
        "K008",
        'text      = "The handy choice if you need a good microphone."',
        "",
    ),
    (HEADSET, "[best_use.who]", "[best_uses.who]", "K001", "[best_uses.who]", "did you mean `best_use`?"),
    (
        HEADSET,
        "when      = { gaming = true }",
        "wenn      = { gaming = true }",
        "K001",
        "wenn      = { gaming = true }",
        "did you mean `when`?",
    ),
    (
        HEADSET,
        'text      = "Headsets that sound really good cost a lot."',
        "text      = 3",
        "K002",
        "text      = 3",
        "",
    ),
    (
        HEADSET,
        "cost a lot.",
        "cost a lot",
        "K010",
        'text      = "Headsets that sound really good cost a lot"',
        "",
    ),
    (HEADSET, "cost a lot.", "cost a lot" + ", a lot" * 30 + ".", "K010", "", "say it shorter"),
    (HEADSET, "Only {weight_g} g", "Only {weigth_g} g", "K010", "", "did you mean `weight_g`?"),
    (HEADSET, "when      = { weight_g = { at_most = 220 } }\n", "", "K010", "", "known = true"),
    (HEADSET, 'for = { kind = "headset" }\n', "", "K011", "", "ask at least what the statement asks"),
    (
        HEADSET,
        "[[matters]]",
        NEW + 'text = "Too late."\nwhen = { price_tier = "high", price = { known = true } }\n\n[[matters]]',
        "K012",
        "[caveats.new]",
        "narrower line before the wider",
    ),
    (
        "statements.toml",
        'section = "Comfort"',
        'section = "Confort"',
        "K002",
        'section = "Confort"',
        "did you mean `Comfort`?",
    ),
    (
        "statements.toml",
        '[statement."comfort.no-winner"]',
        OLD + '[statement."comfort.no-winner"]',
        "K009",
        '[statement."comfort.old"]',
        "",
    ),
    (
        "statements.toml",
        'contradicts = ["design.open-back"]',
        'contradicts = ["design.over-ear"]',
        "K013",
        "",
        "rules/article/types/over-ear.toml:4:2",
    ),
    (
        "kinds/headphones.toml",
        "[weaknesses.headset]",
        "[strengths.headset]",
        "K015",
        "",
        "asks for nothing but",
    ),
    ("purposes/gaming.toml", 'is   = "partly"', 'is   = "party"', "K002", 'is   = "party"', "`partly`"),
    (
        "purposes/gaming.toml",
        'purpose   = "gaming"',
        'purpose   = "casual"',
        "K008",
        'purpose   = "casual"',
        "",
    ),
    ("prices.toml", "high   = 150", "high   = 90", "K007", "[level.USD]", ""),
    ("features.toml", '"audiophile"]', '"audiofile"]', "K006", "", "did you mean `audiophile`?"),
    (
        "texts/de.toml",
        "talk               = ",
        "tlak               = ",
        "K014",
        "",
        "did you mean `headset.talk`?",
    ),
    ("texts/de.toml", "{battery_case_h} mit", "{battery_h} mit", "K014", "", ""),
    ("terms.toml", "[term.bluetooth]", "[term.anc]", "K008", "[term.anc]", ""),
    (
        "comparison.toml",
        'statement  = "table.audio"',
        'statement  = "table.design"',
        "K008",
        'statement  = "table.design"',
        "",
    ),
]


def specs() -> dict[str, SpecInfo]:
    known = load_rulebook().vocabulary.specs
    return {name: SpecInfo(spec.kind, spec.choices) for name, spec in known.items()}


def problems(change: str, old: str = "", new: str = "") -> list[Problem]:
    files = []
    for path in sorted(FOLDER.rglob("*.toml")):
        name, text = path.relative_to(FOLDER).as_posix(), path.read_text("utf-8")
        if name == change:
            assert old in text, f"{old!r} is not in {name} any more"
            text = text.replace(old, new, 1)
        files.append(rulefile.parse(text, f"rules/article/{name}"))
    try:
        load(files, specs())
    except RulebookError as error:
        return list(error.problems)
    return []


def test_shipped_files_are_sound() -> None:
    assert problems("") == []


@pytest.mark.parametrize(("file", "old", "new", "code", "line", "hint"), REFUSED)
def test_refused(file: str, old: str, new: str, code: str, line: str, hint: str) -> None:
    found = [problem for problem in problems(file, old, new) if problem.code == code]
    assert found, "nothing was refused"
    problem = found[0]
    assert problem.file == f"rules/article/{file}" or code in ("K011", "K013", "K015")
    assert hint in problem.hint
    if line:
        assert problem.source == line
        column = problem.source[problem.column - 1 :]
        assert column and not column[0].isspace()


def test_duplicate_table_is_refused() -> None:
    with pytest.raises(RulebookError, match=r"headset\.toml:\d+:\d+"):
        problems(HEADSET, "[weaknesses.sound]", "[weaknesses.sound-high]")


def test_all_problems_are_told_at_once() -> None:
    found = problems(HEADSET, "gaming = true", 'gamin = true, microphone = "bom"')
    assert {problem.code for problem in found} >= {"K004", "K006"}


def test_missing_file_is_told() -> None:
    files = [rulefile.read(path, f"rules/article/{path.name}") for path in FOLDER.glob("terms.toml")]
    with pytest.raises(RulebookError, match=r"statements\.toml"):
        load(files, specs())


def test_every_code_is_explained_in_the_readme() -> None:
    code = re.compile(r"\bK0\d\d\b")
    sources = Path(__file__).parents[2] / "server/earmark/article"
    used = {word for path in sources.glob("*.py") for word in code.findall(path.read_text("utf-8"))}
    assert used == set(code.findall((FOLDER / "README.md").read_text("utf-8")))
