"""What is written about the language is complete and true."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from earmark import load_rulebook, rulefile, sites
from earmark.resources import rules_folder
from earmark.rulefile import RuleFile
from earmark.sites.cases import KEYS as CASE_KEYS
from earmark.sites.check import KEYS, TAKES
from earmark.sites.codes import CODES
from earmark.sites.schema import schema
from earmark.sites.steps import STEPS

README = (rules_folder() / "README.md").read_text("utf-8")
ROWS = {found[1] for found in re.finditer(r"^\| `(\w+)` \|", README, re.M)}
WORDS = {*CODES, *STEPS, *CASE_KEYS, *(key for keys in KEYS.values() for key in keys)}
SPECS = load_rulebook().vocabulary.specs
UNITS = frozenset(load_rulebook().vocabulary.units)


def test_every_key_step_and_code_has_its_row_and_nothing_else() -> None:
    assert ROWS == WORDS
    assert all(f'"{take}"' in README for take in TAKES)


def blocks() -> list[str]:
    return re.findall(r"```toml\n(.*?)```", README, re.S)


def test_the_example_is_sound() -> None:
    file = rulefile.parse(blocks()[0], "rules/sites/shop.example/site.toml")
    (site,) = sites.load([file], SPECS, UNITS).sites
    assert (len(site.facts), len(site.tables)) == (4, 1)
    assert set(tomllib.loads(blocks()[1])) == set(CASE_KEYS)


@pytest.mark.parametrize("name", STEPS)
def test_examples_of_steps_are_sound(name: str) -> None:
    kinds = {
        "quantity": "driver_mm",
        "range": "frequency_hz",
        "money": "price",
        "yes_no": "wireless",
        "choose": "back",
    }
    before = '{ split = "/" }, ' if STEPS[name].takes == "texts" else ""
    after = ', "first"' if STEPS[name].gives == "texts" else ""
    text = (
        'format = 1\n[site]\nname = "x"\nhosts = ["shop.example"]\n[[fact]]\n'
        f"name = \"{kinds.get(name, 'colour')}\"\nselect = 'b'\n"
        f"steps = [{before}{STEPS[name].example}{after}]\n"
    )
    assert sites.load([rulefile.parse(text, "rules/sites/shop.example/site.toml")], SPECS, UNITS).sites
    assert STEPS[name].example in README


def test_the_schema_is_current() -> None:
    stored = json.loads((rules_folder() / "schema" / "site.schema.json").read_text("utf-8"))
    assert stored == schema(SPECS), "earmark rules show schema > rules/schema/site.schema.json"


def test_rules_stay_small() -> None:
    files: list[RuleFile] = [site.source for site in load_rulebook().sites.sites]
    assert {
        file.name: len(file.text.splitlines()) for file in files if len(file.text.splitlines()) > 60
    } == {}


def test_the_shipped_cases_are_green() -> None:
    from click.testing import CliRunner

    from earmark.cli import earmark

    done = CliRunner().invoke(earmark, ["rules", "test"])
    assert done.exit_code == 0, done.output
    done = CliRunner().invoke(earmark, ["rules", "check", "--redundant"])
    assert (done.exit_code, done.output.count("warning")) == (0, 0), done.output


def test_no_case_is_larger_than_a_page_written_by_hand() -> None:
    large = {path.name: path.stat().st_size for path in Path(rules_folder() / "sites").glob("*/*.html")}
    assert {name: size for name, size in large.items() if size > 10_000} == {}
