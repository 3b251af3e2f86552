"""The little words between things, in every language at once."""

from __future__ import annotations

import pytest

from earmark import load_rulebook
from earmark.vocabulary import Joints

JOINTS = load_rulebook().vocabulary.joints
GROUPS = {
    "with": ["with", "z"],
    "and": ["and", "i", "と"],
    "with_behind": ["付き", "ile"],
    "for_behind": ["用"],
}


@pytest.mark.parametrize(
    "before",
    [
        "Headphones with soft carrying ",
        "Headphones incl. ",
        "Słuchawki nauszne z ",
        "Hörlurar med ",
        "Навушники з м'яким ",
        "Headset + USB ",
        "Halden V2+",
        "سماعات رأس مع ",
        "头戴式耳机附",
    ],
)
def test_what_comes_along_stands_behind_a_word(before: str) -> None:
    assert JOINTS.comes_along(before)


@pytest.mark.parametrize(
    "before",
    ["Halden S ", "AR ", "Halden Z-", "Headphone ", "Halden Pro+ ", "Headphones with cable, carrying ", ""],
)
def test_a_model_s_letters_are_no_such_word(before: str) -> None:
    assert not JOINTS.comes_along(before)


def test_words_behind_what_comes_along() -> None:
    joints = Joints(GROUPS)
    assert joints.included("付き 黒")
    assert joints.included(" ile birlikte")
    assert not joints.included(" ileri")
    assert not joints.included("とケーブル付き")
    assert joints.all_included("とケーブル付き")
    assert joints.all_included(", kablo ile")
    assert not joints.all_included(" kablolu ile")


def test_what_stands_between_things() -> None:
    joints = Joints(GROUPS)
    assert joints.lists("for phone and ")
    assert joints.lists("for phone, ")
    assert not joints.lists("for phone ")
    assert joints.is_joint(" and ")
    assert not joints.is_joint(" band ")
    assert joints.divides("headphones and ")
    assert joints.divides(" - ")
    assert not joints.divides(" noise-cancelling ")
    assert joints.with_.last("piano with headphones") == len("piano with")
    assert joints.ends_here("and more")
    assert not joints.ends_here("android")


def test_without_words_nothing_is_found() -> None:
    nothing = Joints(dict.fromkeys(GROUPS, ()))
    assert not nothing.comes_along("Headphones with ")
    assert not nothing.included("付き")
    assert nothing.divides("headphones, ")
