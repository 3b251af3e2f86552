"""The page's language: declared, disproved by its script, told by its small words."""

from __future__ import annotations

import pytest

import earmark
from earmark.language import page_language
from earmark.page import Page

ENGLISH = (
    "This is the card of a pair that you can take with you for the way home, and it fits your ears. " * 3
)
GERMAN = "Das ist nicht der Hörer für die Straße, und mit dem Kabel ist er nicht für die Reise gemacht. " * 3
CASES = [
    ("declared", '<html lang="fr">', ENGLISH[:70], "fr"),
    ("declared with its country", '<html lang="de-AT">', GERMAN, "de-AT"),
    ("underscore", '<html lang="pt_BR">', "", "pt-BR"),
    ("wrong by its script", '<html lang="en">', "这款耳机佩戴舒适，音质清晰，适合通勤使用。" * 4, "zh"),
    ("Japanese among Chinese characters", "<html>", "このヘッドホンは軽くて装着感が良い製品です。" * 4, "ja"),
    (
        "a script that languages share",
        '<html lang="uk">',
        "Ці навушники легкі та зручні для дороги. " * 4,
        "uk",
    ),
    ("wrong by its words", '<html lang="en">', GERMAN * 2, "de"),
    (
        "wrong within its script",
        '<html lang="ru">',
        "Ці навушники легкі, і з ними можна що завгодно та як. " * 4,
        "uk",
    ),
    (
        "not declared, a shared script",
        "<html>",
        "Тези слушалки са леки и за път, и са за цял ден, да. " * 4,
        "bg",
    ),
    ("not declared, a shared script of few words", "<html>", "Наушники Капля, синий, вес 250 г. " * 4, "ru"),
    ("not declared", "<html>", GERMAN, "de"),
    ("nothing tells", "<html>", "X1 500", None),
    ("no code at all", '<html lang="the shop">', "X1", None),
]


@pytest.mark.parametrize(
    ("start", "text", "language"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_language(start: str, text: str, language: str | None) -> None:
    page = Page.read(f"<!doctype html>{start}<body><h1>Nordlicht X1</h1><p>{text}</p>")
    assert page_language(page, earmark.load_rulebook().vocabulary.tells) == language


def test_a_page_in_two_languages_is_read_in_both() -> None:
    card = earmark.annotate(
        """<!doctype html><html lang="en"><title>Halden 7</title><body><h1>Halden 7 over-ear headphones</h1>
        <table><tr><td>Impedance<td>32 ohms</table><table><tr><td>Gewicht (ohne Kabel)<td>0,25 kg
        <tr><td>Treiberdurchmesser<td>40 mm</table><button>In den Warenkorb</button>"""
    )
    facts = {fact.spec: fact.value for fact in card.facts}
    assert facts["impedance_ohm"] == 32
    assert facts["weight_g"] == 250
    assert facts["driver_mm"] == 40
    assert card.classification is not None
    assert card.classification.kind == "headphones"
