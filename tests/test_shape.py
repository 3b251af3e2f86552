"""What is wrong in a rule file is told and left out; the sound rest is kept. The messages: tests/problems."""

from __future__ import annotations

from typing import Any

import pytest

from earmark.rulefile import Problem, parse
from earmark.shape import (
    FACTOR,
    FLAG,
    NUMBER,
    RANGE,
    TEXT,
    TEXTS,
    Shape,
    each,
    one_of,
    some_of,
    sound,
    table,
    tables,
)

SHAPE = table(
    {
        "weights": table({"one": NUMBER, "two": NUMBER}, needed=("one", "two")),
        "words": each(TEXTS, {"kind": one_of(("a", "b"), "X001", "kind")}),
        "row": tables(table({"name": TEXT, "places": some_of(("title", "row"), "X002", "place")})),
    }
)
VALUES: list[tuple[Shape, list[Any], list[Any]]] = [
    (TEXT, ["a"], ["", 1, ["a"], {}, True]),
    (TEXTS, [[], ["a", "b"]], ["a", ["a", 1], [""], [[]], {}]),
    (FLAG, [True, False], [0, "true"]),
    (NUMBER, [0, -1.5], [True, "1", float("nan"), float("inf"), [1]]),
    (FACTOR, [0.1, 1000], [0, -1, True]),
    (RANGE, [[1, 2.5]], [[1], [2, 1], [1, 1], ["a", "b"], [1, 2, 3], 3]),
]


def look(text: str) -> tuple[dict[str, Any], list[tuple[str, int, int]]]:
    problems: list[Problem] = []
    found = sound(parse(text, "rules/a.toml"), SHAPE, problems)
    return found, [(problem.code, problem.line, problem.column) for problem in problems]


def test_a_sound_file_is_given_back_without_its_format() -> None:
    text = 'format = 1\nwords = { yes = ["ja"], kind = "a" }\n[[row]]\nname = "n"\nplaces = ["row"]'
    assert look(text) == (
        {"words": {"yes": ["ja"], "kind": "a"}, "row": [{"name": "n", "places": ["row"]}]}, []
    )  # fmt: skip


def test_every_fault_is_told_and_the_rest_is_kept() -> None:
    text = """\
format = 1
word = 3
[weights]
one = "1"
three = 3
[words]
yes = ["ja"]
no = "nein"
kind = "c"
[[row]]
name = 5
places = ["title", "shelf"]
"""
    assert look(text) == (
        {"weights": {}, "words": {"yes": ["ja"]}, "row": [{"places": ["title"]}]},
        [
            ("R002", 2, 1), ("R004", 4, 1), ("R002", 5, 1), ("R005", 3, 2), ("R004", 8, 1), ("X001", 9, 1),
            ("R004", 11, 1), ("X002", 12, 21),
        ],
    )  # fmt: skip


def test_a_key_in_braces_is_pointed_at() -> None:
    assert look("format = 1\nweights = { one = 1, two = 2, three = 3 }")[1] == [("R002", 2, 31)]


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert look("format = 1\nweights = { one = 1, twoo = 2 }")[1] == [("R002", 2, 22)]


@pytest.mark.parametrize(("shape", "right", "wrong"), VALUES)
def test_values(shape: Shape, right: list[Any], wrong: list[Any]) -> None:
    file = parse("key = 1", "rules/a.toml")
    for given, sound_ones in [(right, True), (wrong, False)]:
        for one in given:
            problems: list[Problem] = []
            file.data["format"], file.data["key"] = 1, one
            found = sound(file, table({"key": shape}), problems)
            assert ((found, problems) == ({"key": one}, [])) is sound_ones, one
            assert [problem.code for problem in problems] == ([] if sound_ones else ["R004"]), one
