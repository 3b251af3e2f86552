"""Many phrases in one pass, whole words only."""

from __future__ import annotations

import pytest

from earmark.folding import fold
from earmark.vocabulary import Phrases
from earmark.vocabulary.containers import ContainerNames

PHRASES = Phrases({
    "form.over-ear": ("over ear", "circumaural", "*umschließend*"),
    "form.in-ear": ("in ear", "iem", "入耳"),
    "kind.earphones": ("in ear headphones",),
    "kind.headphones": ("headphones", "*hörer", "наушник*"),
    "mic.yes": ("mic",),
})  # fmt: skip

FOUND = [
    ("Over-Ear", [("form.over-ear", "Over-Ear")]),
    ("OVER EAR.", [("form.over-ear", "OVER EAR")]),
    ("(iem)", [("form.in-ear", "iem")]),
    ("mic", [("mic.yes", "mic")]),
    ("ohrumschließender", [("form.over-ear", "ohrumschließender")]),
    ("Funkkopfhörer", [("kind.headphones", "Funkkopfhörer")]),
    ("наушниками", [("kind.headphones", "наушниками")]),
    ("无线入耳式耳机", [("form.in-ear", "入耳")]),
    ("in-ear headphones", [("kind.earphones", "in-ear headphones"), ("form.in-ear", "in-ear")]),
    ("headphones, mic", [("kind.headphones", "headphones"), ("mic.yes", "mic")]),
    ("headphones headphones", [("kind.headphones", "headphones")] * 2),
]
NOT_FOUND = [
    "rover ear", "over earth", "overear", "microphone", "dynamic", "mic1", "premium", "Hörerin", "",
    " ", "дляhaушник",
]  # fmt: skip


@pytest.mark.parametrize(("text", "hits"), FOUND)
def test_found(text: str, hits: list[tuple[str, str]]) -> None:
    assert [(hit.concept, text[hit.start : hit.end]) for hit in PHRASES.find(fold(text))] == hits


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert PHRASES.find(fold(text)) == []


def test_no_phrases_find_nothing() -> None:
    assert Phrases({}).find("over ear") == []
    assert Phrases({"a": ("", "*")}).find("over ear") == []


def test_one_phrase_of_two_families_is_both() -> None:
    both = Phrases({"form.earbud": ("earbuds",), "kind.earphones": ("earbuds",)})
    assert {hit.concept for hit in both.find("earbuds")} == {"form.earbud", "kind.earphones"}


CONTAINERS = ContainerNames({"related": ["related", "=also"], "advert": ["=ad"]})
NAMES = [
    ("product-related-items", "related"),
    ("Related", "related"),
    ("x also", "related"),
    ("also-x", None),
    ("ad", "advert"),
    ("main ad big", "advert"),
    ("head", None),
    ("gradient", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "region"), NAMES)
def test_names_of_containers(name: str, region: str | None) -> None:
    assert list(CONTAINERS.find(["main", name, "foot"])) == ([(1, region)] if region else [])


def test_every_element_is_told_apart() -> None:
    names = ["İİİİ", "ad", "", "related also", "x", "also"]  # «İ» has two letters in lower case
    assert list(CONTAINERS.find(names)) == [(1, "advert"), (3, "related"), (5, "related")]


def test_a_family_by_itself_finds_what_all_find_of_it() -> None:
    concepts = {"back.open": ("open",), "form.open-ear": ("open ear", "open*"), "back.closed": ()}
    text = fold("Open ear, opened, open back")
    every = Phrases(concepts)
    alone = every.families(["back", "form", "anc"])
    assert {name: phrases.concepts for name, phrases in alone.items()} == {
        "back": {"back.open", "back.closed"}, "form": {"form.open-ear"}, "anc": set(),
    }  # fmt: skip
    for family, phrases in alone.items():
        assert phrases.find(text) == [hit for hit in every.find(text) if hit.concept.startswith(f"{family}.")]
    assert [hit.concept for hit in alone["back"].find(text)] == ["back.open", "back.open"]
