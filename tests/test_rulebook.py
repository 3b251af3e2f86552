"""All of the rules in one value: loaded, laid over, digested."""

from __future__ import annotations

from pathlib import Path

import pytest

from earmark import annotate
from earmark.errors import RulebookError
from earmark.resources import rules_folder
from earmark.rulebook import load_rulebook

WORDS = """
format   = 1
language = "xx"

[concepts]
"kind.headset-always" = ["glumpf"]
"form.over-ear"       = ["glumpf"]
"""
KETTLE = "<title>Halden glumpf</title><h1>Halden glumpf</h1><p class=price>$9</p><button>Add to cart</button>"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


def test_the_shipped_rules_are_sound() -> None:
    book = load_rulebook()
    assert book.digest.startswith("sha256:")
    assert len(book.digest) == 71
    assert "en" in book.vocabulary.languages
    assert all(name == name.lower() for name in book.files)


def test_it_is_loaded_once() -> None:
    assert load_rulebook() is load_rulebook()


def test_a_folder_adds_a_file(tmp_path: Path) -> None:
    book = load_rulebook(write(tmp_path, "vocabulary/xx.toml", WORDS))
    assert book.digest != load_rulebook().digest
    before, after = annotate(KETTLE).classification, annotate(KETTLE, rulebook=book).classification
    assert before is not None
    assert after is not None
    assert (before.kind, after.kind) == ("other", "headset")


def test_a_folder_replaces_the_file_of_the_same_name(tmp_path: Path) -> None:
    texts = (rules_folder() / "kinds/texts.toml").read_text("utf-8")
    folder = write(tmp_path, "kinds/texts.toml", texts.replace("The page is empty.", "Nothing here."))
    assert annotate("", rulebook=load_rulebook(folder)).page.reason == "Nothing here."
    assert annotate("").page.reason == "The page is empty."


def test_of_two_folders_the_later_counts(tmp_path: Path) -> None:
    texts = (rules_folder() / "kinds/texts.toml").read_text("utf-8")
    one, two = (
        write(tmp_path / word, "kinds/texts.toml", texts.replace("The page is empty.", word))
        for word in ("first", "second")
    )
    assert annotate("", rulebook=load_rulebook(one, two)).page.reason == "second"


@pytest.mark.parametrize("part", ["vocabulary", "kinds", "article"])
def test_the_digest_changes_with_any_file(tmp_path: Path, part: str) -> None:
    path = sorted((rules_folder() / part).rglob("*.toml"))[0]
    name = path.relative_to(rules_folder()).as_posix()
    text = path.read_text("utf-8")
    same = load_rulebook(write(tmp_path / "same", name, text))
    other = load_rulebook(write(tmp_path / "other", name, text + "# a word\n"))
    assert same.digest == load_rulebook().digest
    assert other.digest != same.digest


def test_the_card_names_its_rulebook() -> None:
    assert annotate("<p>text</p>").rule.rulebook == load_rulebook().digest


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="there is no such folder"):
        load_rulebook(tmp_path / "none")


def test_problems_of_several_files_come_together(tmp_path: Path) -> None:
    write(tmp_path, "vocabulary/xx.toml", "a = ")
    write(tmp_path, "vocabulary/yy.toml", "b = ")
    write(tmp_path, "kinds/kinds.toml", "c = ")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(tmp_path)
    assert sorted(problem.file for problem in caught.value.problems) == [
        "rules/kinds/kinds.toml", "rules/vocabulary/xx.toml", "rules/vocabulary/yy.toml",
    ]  # fmt: skip


def test_wrong_words_of_kinds_and_article_come_together(tmp_path: Path) -> None:
    write(tmp_path, "kinds/kinds.toml", '[[cue]]\nconcept = "kind.x"\nwhy = "y"\n')
    write(tmp_path, "article/purposes/casual.toml", "wrong = 1\n")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(tmp_path)
    files = {problem.file for problem in caught.value.problems}
    assert files >= {"rules/kinds/kinds.toml", "rules/article/purposes/casual.toml"}
