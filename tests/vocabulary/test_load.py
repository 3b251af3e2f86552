"""The files of `rules/vocabulary`: what must be there, and what of them is compiled."""

from __future__ import annotations

import pytest

from earmark import vocabulary
from earmark.errors import RulebookError
from earmark.folding import fold_words
from earmark.resources import rules_folder
from earmark.rulebook import load_rulebook
from earmark.rulefile import parse

WORDS = load_rulebook().vocabulary
SPECS = """
format = 1
[weight_g]
kind   = "quantity"
unit   = "g"
bounds = [1, 9]
label  = { en = "Weight", de = "Gewicht" }

[code]
kind    = "text"
pattern = "X[0-9]"
"""
SHIPPED = {path.stem: path.read_text("utf-8") for path in (rules_folder() / "vocabulary").glob("*.toml")}
SHARED = {stem: text for stem, text in SHIPPED.items() if "[labels]" not in text}


def load(**files: str) -> vocabulary.Vocabulary:
    """These files, each by its stem, beside the shipped ones that are no language's."""
    texts = SHARED | {"specs": SPECS, "units": "format = 1\n[g]\ng = 1\nKG = 1000"} | files
    return vocabulary.load([parse(text, f"rules/vocabulary/{stem}.toml") for stem, text in texts.items()])


def test_missing_files_are_named() -> None:
    with pytest.raises(RulebookError) as caught:
        vocabulary.load([])
    assert {problem.code for problem in caught.value.problems} == {"R001"}
    assert all(f"{name}.toml" in str(caught.value) for name in SHARED)


def test_words_of_several_languages_stand_together() -> None:
    words = load(
        fr="""
            format = 1
            language = "fr"
            labels = { weight_g = ["Item Weight:"] }
            words = { yes = ["Yes"] }
            regions = { related = ["See  too"] }
            """,
        de="""
            format = 1
            language = "de"
            labels = { weight_g = ["Gewicht", "item-weight"] }
            words = { yes = ["Ja"] }
            """,
    )
    assert words.labels == {"item weight": ("weight_g",), "gewicht": ("weight_g",)}
    assert words.words["yes"] == {"yes", "ja"}
    assert words.headings == {"see too": "related"}
    assert words.languages == ("de", "fr")


def test_specs_speak_the_reader_s_language_or_english() -> None:
    words = load()
    assert words.label("weight_g", "de") == "Gewicht"
    assert words.label("weight_g", "xx") == "Weight"
    assert words.label("code") == "code"
    assert words.label("unknown") == "unknown"
    assert [spec.name for spec in words.patterned] == ["code"]


def test_units_are_folded() -> None:
    assert load().units == {"g": {"g": 1.0, "kg": 1000.0}}


def test_every_label_is_written_as_it_is_looked_up() -> None:
    assert all(label == fold_words(label).rstrip(": ") for label in WORDS.labels)


def test_every_quantity_has_a_unit_and_bounds() -> None:
    for spec in WORDS.specs.values():
        if spec.kind in ("quantity", "range"):
            assert spec.unit in WORDS.units, spec.name
            assert spec.bounds is not None, spec.name


@pytest.mark.parametrize(
    "group",
    [
        "yes",
        "no",
        "negation",
        "buy",
        "price_now",
        "price_not",
        "price_per",
        "price_each",
        "price_usual",
        "stock_not",
        "listing",
        "blocked",
        "byline",
    ],
)
def test_groups_that_the_readers_ask_for(group: str) -> None:
    assert WORDS.words[group]
