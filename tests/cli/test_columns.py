from __future__ import annotations

import pytest

from earmark.cli.columns import letter, render
from earmark.cli.text import columns
from earmark.sidebyside import rows

from .conftest import Cards


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_every_product_is_there_and_no_line_is_too_long(headset: Cards, width: int, count: int) -> None:
    cards = [headset() for _ in range(count)]
    text = render([(f"{number}.html", card) for number, card in enumerate(cards)], rows(cards), width=width)
    assert max(columns(line) for line in text.splitlines()) <= width
    heads = [line.split() for line in text.splitlines() if line.startswith("    ") and line.strip().isupper()]
    assert [sign for head in heads for sign in head if len(sign) == 1] == [letter(n) for n in range(count)]


def test_a_product_without_a_card_is_named_with_its_reason(headset: Cards, kettle: Cards) -> None:
    text = render([("a.html", headset()), ("k.html", kettle())], rows([headset()]))
    assert "–   Tarn Kettle\n    no card: This is a kettle, not a headphone." in text


def test_reasons_are_told_for_one_purpose_alone(headset: Cards) -> None:
    cards = [headset(), headset()]
    files = [("a", cards[0]), ("b", cards[1])]
    assert "It is a headset." not in render(files, rows(cards))
    assert "It is a headset." in render(files, rows(cards, "gaming"))


def test_a_pages_escapes_do_not_reach_the_terminal(headset: Cards) -> None:
    card = headset(product={"name": "\x1b[31mRed\x1b]0;title\x07"})
    assert "\x1b" not in render([("a", card)], rows([card]))


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters_go_on_behind_z(number: int, name: str) -> None:
    assert letter(number) == name
