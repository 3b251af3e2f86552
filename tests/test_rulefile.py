"""The place of every key, and how a problem is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from earmark.errors import RulebookError
from earmark.rulefile import MAX_BYTES, KeyPath, parse, read, suggest

TEXT = '''\
# a comment: [table] key = 1
format = 1
"quoted key" = "[[not]] a = table"

[one]
first  = ["a", "b", # key = 2
          "c"]
second = { inner = 3 }
long = """
third = 4
[two]
"""

[[list]]
name = "x"

  [[list.inner]]
  deep = true

[[list]]
name = "y"
[list.table]
last.dotted = 5
'''

PLACES: list[tuple[KeyPath, int, int]] = [
    (("format",), 2, 1),
    (("quoted key",), 3, 1),
    (("one",), 5, 2),
    (("one", "first"), 6, 1),
    (("one", "second"), 8, 1),
    (("one", "second", "inner"), 8, 1),
    (("list", 0), 14, 3),
    (("list", 0, "name"), 15, 1),
    (("list", 0, "inner", 0, "deep"), 18, 3),
    (("list", 1, "name"), 21, 1),
    (("list", 1, "table", "last", "dotted"), 23, 1),
    (("one", "third"), 5, 2),
    (("missing",), 1, 1),
]


@pytest.mark.parametrize(("path", "line", "column"), PLACES)
def test_the_place_of_a_key(path: KeyPath, line: int, column: int) -> None:
    problem = parse(TEXT, "a.toml").problem("X001", "wrong", path)
    assert (problem.line, problem.column) == (line, column)


def test_a_word_is_pointed_at_where_it_stands() -> None:
    problem = parse(TEXT, "a.toml").problem("X001", "wrong", ("one", "first"), word='"c"')
    assert (problem.line, problem.column, problem.length) == (7, 11, 3)


def test_a_problem_is_printed_as_a_compiler_does() -> None:
    problem = parse(TEXT, "rules/a.toml").problem("X001", "it is wrong", ("one", "first"), hint="mend it")
    assert str(problem) == (
        "error[X001]: it is wrong\n"
        " --> rules/a.toml:6:1\n"
        "  |\n"
        '6 | first  = ["a", "b", # key = 2\n'
        "  | ^^^^^ mend it"
    )


def test_every_problem_is_told() -> None:
    file = parse(TEXT, "a.toml")
    error = RulebookError([file.problem("X001", "one"), file.problem("X002", "two")])
    assert [problem.code for problem in error.problems] == ["X001", "X002"]
    assert str(error).count("error[") == 2


UNREADABLE = [
    (b"a = ", "not TOML"),
    (b"a = 1\nb = [\n", "not TOML"),
    (b"a = 1\nb = '\xff'\n", "not UTF-8"),
    (b"#" * (MAX_BYTES + 1), "a rule file may have 1,000,000"),
    (b"\xff\xfea\0=\0", "not UTF-8"),
    (b"a = 1\x00", "not TOML"),
    (b"a = " + b"[" * 100_000, "not TOML"),
]


@pytest.mark.parametrize(("data", "message"), UNREADABLE)
def test_unreadable_files(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    with pytest.raises(RulebookError) as caught:
        read(path, "rules/a.toml")
    (problem,) = caught.value.problems
    assert problem.code == "R001"
    assert message in problem.message
    assert problem.file == "rules/a.toml"


def test_the_place_of_a_byte_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 1\nbc = '\xff'\n")
    with pytest.raises(RulebookError) as caught:
        read(path)
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (2, 7)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="cannot read the file: No such file"):
        read(tmp_path / "none.toml")


SUGGESTED = [
    ("wieght_g", ["weight_g", "driver_mm"], "did you mean `weight_g`?"),
    ("xyz", ["weight_g", "driver_mm"], "known: driver_mm, weight_g"),
    ("xyz", [f"name{i}" for i in range(40)], ""),
    ("xyz", [], ""),
]


@pytest.mark.parametrize(("word", "known", "hint"), SUGGESTED)
def test_suggestions(word: str, known: list[str], hint: str) -> None:
    assert suggest(word, known) == hint
