from __future__ import annotations

import pytest

from earmark.cli.columns import letter, render
from earmark.cli.text import columns
from earmark.cli.words import Words
from earmark.rulebook import load_rulebook
from earmark.sidebyside import rows

from .conftest import Cards

ENGLISH, GERMAN = (Words(load_rulebook(), [language]) for language in ("en", "de"))


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_every_product_is_there_and_no_line_is_too_long(headset: Cards, width: int, count: int) -> None:
    cards = [headset() for _ in range(count)]
    files = [(f"{number}.html", card) for number, card in enumerate(cards)]
    text = render(files, rows(cards), ENGLISH, width=width)
    assert max(columns(line) for line in text.splitlines()) <= width
    heads = [line.split() for line in text.splitlines() if line.startswith("    ") and line.strip().isupper()]
    assert [sign for head in heads for sign in head if len(sign) == 1] == [letter(n) for n in range(count)]


def test_a_product_without_a_card_is_named_with_its_reason(headset: Cards, kettle: Cards) -> None:
    text = render([("a.html", headset()), ("k.html", kettle())], rows([headset()]), ENGLISH)
    assert "–   Tarn Kettle\n    No card: This is a kettle, not a headphone." in text


def test_a_german_reader_reads_german(headset: Cards) -> None:
    cards = [headset(), headset(product={"price": {"amount": "99.00", "currency": "EUR"}})]
    text = render([("a", cards[0]), ("b", cards[1])], rows(cards), GERMAN)
    for words in (
        "Wofür geeignet?",
        "Was die Seiten angeben",
        "  Preis ",
        "99.00 EUR (am niedrigsten)",
        "✓ geeignet",
    ):
        assert words in text


def test_reasons_are_told_for_one_purpose_alone(headset: Cards) -> None:
    cards = [headset(), headset()]
    files = [("a", cards[0]), ("b", cards[1])]
    assert "It is a headset." not in render(files, rows(cards), ENGLISH)
    assert "It is a headset." in render(files, rows(cards, "gaming"), ENGLISH)


def test_a_pages_escapes_do_not_reach_the_terminal(headset: Cards) -> None:
    card = headset(product={"name": "\x1b[31mRed\x1b]0;title\x07"})
    assert "\x1b" not in render([("a", card)], rows([card]), ENGLISH)


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters_go_on_behind_z(number: int, name: str) -> None:
    assert letter(number) == name
