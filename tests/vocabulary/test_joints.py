"""The little words between things, in every language at once."""

from __future__ import annotations

import pytest

from earmark import load_rulebook
from earmark.vocabulary import Joints

JOINTS = load_rulebook().vocabulary.joints
GROUPS = {
    "with": ["with", "z", "med"],
    "and": ["and", "i", "和"],
    "with_behind": ["付き", "ile"],
    "for_behind": ["用"],
}


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Headphones with soft carrying case", "carrying case"),
        ("Słuchawki nauszne z etui", "etui"),
        ("Hörlurar med fodral", "fodral"),
        ("Навушники з м'яким чохлом", "чохлом"),
        ("Headset + USB adapter", "USB adapter"),
        ("سماعات رأس مع حقيبة", "حقيبة"),
        ("头戴式耳机附收纳包", "收纳包"),
    ],
)
def test_what_comes_along_stands_behind_a_word(name: str, start: str) -> None:
    assert JOINTS.comes_before.search(name[: name.index(start)])


@pytest.mark.parametrize(
    "name", ["Halden S case", "AR case", "Halden Z-case", "Headphone case", "Etui na case"]
)
def test_a_model_s_letters_are_no_such_word(name: str) -> None:
    assert not JOINTS.comes_before.search(name[: name.index("case")])


def test_words_behind_what_comes_along() -> None:
    joints = Joints(GROUPS)
    assert joints.comes_behind.match("ケース付き") is None
    assert joints.comes_behind.match("付き")
    assert joints.comes_behind.match(" 和ケーブル付き")
    assert joints.comes_behind.match(" ile")
    assert not joints.comes_behind.match(" kablolu ile")
    assert joints.for_behind == {"用"}


def test_without_words_nothing_is_found() -> None:
    nothing = Joints(dict.fromkeys(GROUPS, ()))
    assert not nothing.comes.search("Headphones with case")
    assert nothing.divides.search("Headphones, case")
