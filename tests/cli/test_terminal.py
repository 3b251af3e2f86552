from typing import Any

import click
import pytest

from earmark.cli.terminal import render
from earmark.cli.text import columns
from earmark.cli.words import Words
from earmark.rulebook import load_rulebook

ENGLISH, GERMAN = (Words(load_rulebook(), [language]) for language in ("en", "de"))
HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202eevil\r\nline"


def test_a_card_says_what_it_is_and_what_speaks_for_it(headset: Any) -> None:
    text = render(headset(), ENGLISH)
    for words in (
        "Grimlark Bastion X\nby Grimlark · 129.00 EUR · in stock\n",
        "Headset, over-ear, closed-back (almost certain)",
        "+ Made for talking both ways. [1] § Audio Quality",
        "− Headphones sound better.",
        "✓ Gaming, streaming, podcasts: up to the job",
        "? Best possible sound: the page does not say",
        "30 h [4] ≠ 40 h [5] (the page contradicts itself)",
        "Not stated on the page\n  Weight",
        "[1] “detachable boom microphone” (bullet points)",
        "[6] “RGB” (structured data)",
    ):
        assert words in text


def test_a_german_reader_reads_german(headset: Any, kettle: Any) -> None:
    text = render(headset(), GERMAN)
    for words in (
        "von Grimlark · 129.00 EUR · lieferbar\n",
        "(fast sicher)\n  weil   ",
        "Stärken\n  + Made for talking both ways. [1] § Klang",
        "✓ Spiele, Streams, Podcasts: geeignet",
        "? Bestmöglicher Klang: dazu sagt die Seite zu wenig",
        "(die Seite widerspricht sich)",
        "Von der Seite nicht angegeben\n  Gewicht",
        "[1] “detachable boom microphone” (Merkmale)",
        "(strukturierte Daten)",
    ):
        assert words in text
    assert "\nKeine Karte: " in render(kettle(), GERMAN)


def test_no_card_says_why(kettle: Any) -> None:
    assert render(kettle(), ENGLISH) == "Tarn Kettle\n\nNo card: This is a kettle, not a headphone."


def test_every_mark_has_its_quote(headset: Any) -> None:
    body, quotes = render(headset(), ENGLISH).split("In the page's own words")
    for number in range(1, 7):
        assert f"[{number}]" in body
        assert f"[{number}]" in quotes


def test_the_same_words_share_a_number(headset: Any) -> None:
    twice = [
        {"id": 1, "source": "title", "visible": True, "quote": {"exact": "Boom microphone"}},
        {"id": 2, "source": "bullets", "visible": True, "quote": {"exact": "boom  microphone"}},
    ]
    assert "[2]" not in render(headset(evidence=twice, facts=[], not_needed=[]), ENGLISH)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(headset: Any, width: int) -> None:
    name = "索尼头戴式无线降噪耳机高解析度音频超长续航蓝牙耳机" * 3 + "x" * 150
    card = headset(product={"name": name, "brand": name})
    assert max(columns(line) for line in render(card, ENGLISH, width=width).splitlines()) <= width


def test_plain_text_has_no_escapes_and_colour_changes_nothing_else(headset: Any) -> None:
    plain = render(headset(), ENGLISH)
    coloured = render(headset(), ENGLISH, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == plain


def test_a_hostile_page_cannot_speak_to_the_terminal(headset: Any, kettle: Any) -> None:
    quotes = [
        {"id": number, "source": "title", "visible": True, "quote": {"exact": HOSTILE + str(number)}}
        for number in range(7)
    ]
    product = {"name": HOSTILE, "brand": HOSTILE, "price": {"amount": HOSTILE, "currency": HOSTILE}}
    page = {"url": None, "language": None, "kind": "product", "reason": HOSTILE}
    for text in (
        render(
            headset(product=product, evidence=quotes, not_needed=[{"text": HOSTILE, "evidence": [0]}]),
            ENGLISH,
        ),
        render(kettle(product=product, page=page), ENGLISH),
    ):
        assert not set(text) & set("\x1b\x07\r\u202e")
        assert "evil line" in text
