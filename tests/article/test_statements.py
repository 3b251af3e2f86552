"""Every statement of the article: on the card of an item it applies to, and not on one it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ITEMS: dict[str, dict[str, Any]] = {
    "noise-cancelling headphones": {
        "kind": "headphones",
        "form": "over-ear",
        "back": "closed",
        "microphone": "built-in",
        "wireless": True,
        "anc": True,
        "battery_h": 30.0,
        "weight_g": 254.0,
        "price": (348, "USD"),
        "name": "Sony WH-1000XM4",
        "purpose": "casual",
    },
    "open-back headphones": {
        "kind": "headphones",
        "form": "over-ear",
        "back": "open",
        "microphone": "none",
        "wireless": False,
        "price": (199.95, "USD"),
        "name": "HD 560 S",
        "brand": "Sennheiser",
        "purpose": "audiophile",
    },
    "on-ear headphones": {
        "kind": "headphones",
        "form": "on-ear",
        "wireless": True,
        "foldable": True,
        "name": "Some On-Ear",
        "purpose": "casual",
    },
    "true wireless earbuds": {
        "kind": "earphones",
        "form": "in-ear",
        "microphone": "built-in",
        "wireless": True,
        "anc": True,
        "battery_h": 6.0,
        "battery_case_h": 30.0,
        "name": "Apple AirPods Pro (2nd generation)",
        "purpose": "casual",
    },
    "wired earphones": {
        "kind": "earphones",
        "form": "in-ear",
        "microphone": "none",
        "wireless": False,
        "name": "1MORE Triple Driver In-Ear",
    },
    "cheap wired gaming headset": {
        "kind": "headset",
        "form": "over-ear",
        "back": "closed",
        "microphone": "boom",
        "wireless": False,
        "gaming": True,
        "surround": True,
        "weight_g": 275.0,
        "price": (49.99, "USD"),
        "name": "Razer Kraken X",
        "purpose": "gaming",
    },
    "dear wireless gaming headset": {
        "kind": "headset",
        "form": "over-ear",
        "microphone": "detachable",
        "wireless": True,
        "gaming": True,
        "surround": True,
        "mic_noise_cancelling": True,
        "battery_h": 70.0,
        "price": (199, "EUR"),
        "name": "Acme One",
        "purpose": "gaming",
    },
    "budget gaming headset": {
        "kind": "headset",
        "gaming": True,
        "price": (39, "USD"),
        "name": "Acme Zero",
        "purpose": "gaming",
    },
    "mono Bluetooth headset": {
        "kind": "headset",
        "form": "on-ear",
        "microphone": "boom",
        "wireless": True,
        "gaming": False,
        "weight_g": 45.0,
        "mic_noise_cancelling": True,
        "name": "Acme Call Mono",
        "purpose": "business",
    },
    "BlackShark": {"kind": "headset", "gaming": True, "name": "Razer BlackShark V2", "purpose": "gaming"},
    "HS80": {"kind": "headset", "gaming": True, "name": "Corsair HS80 RGB Wireless", "purpose": "casual"},
    "open-ear": {"form": "open-ear", "wireless": True, "name": "Acme Bone"},
    "kind not told": {"name": "Acme Sound", "price": (20, "USD")},
    "case": {"kind": "accessory", "name": "Case for AirPods Pro", "purpose": "casual"},
}

HEADPHONES = "noise-cancelling headphones"
EARPHONES = "true wireless earbuds"
CHEAP = "cheap wired gaming headset"
DEAR = "dear wireless gaming headset"
MONO = "mono Bluetooth headset"
OPEN = "open-back headphones"
NOT_TOLD = "kind not told"

# statement: on the cards of these, not on the cards of those
CASES: dict[str, tuple[list[str], list[str]]] = {
    "def.umbrella": ([HEADPHONES, CHEAP, NOT_TOLD, "open-ear"], ["case"]),
    "def.headset": ([CHEAP, MONO], [HEADPHONES, EARPHONES, NOT_TOLD]),
    "def.internal-mic": ([HEADPHONES, EARPHONES], [CHEAP, NOT_TOLD]),
    "audio.headphones-better": ([OPEN, EARPHONES], [CHEAP, MONO, NOT_TOLD]),
    "audio.headset-two-way": ([CHEAP, MONO], [HEADPHONES, NOT_TOLD]),
    "audio.headset-good-is-pricey": ([CHEAP, DEAR, MONO], [HEADPHONES, EARPHONES]),
    "audio.headphones-value": ([HEADPHONES, EARPHONES], [DEAR, NOT_TOLD]),
    "audio.who-needs-headset": ([CHEAP, MONO], [HEADPHONES, NOT_TOLD]),
    "audio.who-needs-headphones": ([HEADPHONES, EARPHONES], [CHEAP, NOT_TOLD]),
    "design.types": ([HEADPHONES, CHEAP, "open-ear"], ["case"]),
    "design.on-ear": (["on-ear headphones", MONO], [HEADPHONES, EARPHONES]),
    "design.over-ear": ([HEADPHONES, CHEAP], ["on-ear headphones", EARPHONES]),
    "design.closed-back": ([HEADPHONES, CHEAP], [OPEN, MONO]),
    "design.open-back": ([OPEN], [HEADPHONES, EARPHONES]),
    "design.in-ear": ([EARPHONES, "wired earphones"], [HEADPHONES, CHEAP]),
    "design.headset": ([CHEAP, MONO], [HEADPHONES, NOT_TOLD]),
    "design.in-ear-mic": ([EARPHONES, "wired earphones"], [HEADPHONES, MONO]),
    "comfort.no-winner": ([HEADPHONES, MONO, NOT_TOLD], ["case"]),
    "comfort.walking": ([HEADPHONES, EARPHONES], [CHEAP, NOT_TOLD]),
    "convenience.need-decides": ([HEADPHONES, CHEAP, EARPHONES], ["case"]),
    "convenience.in-ear-both": ([EARPHONES, "wired earphones"], [HEADPHONES, CHEAP]),
    "portability.headphones": ([HEADPHONES, EARPHONES], [CHEAP, NOT_TOLD]),
    "uses.headset": ([CHEAP, MONO], [HEADPHONES, NOT_TOLD]),
    "uses.headset-high-end": ([DEAR], [CHEAP, MONO, HEADPHONES]),
    "uses.headphones": ([HEADPHONES, EARPHONES], [CHEAP, NOT_TOLD]),
    "table.design": ([HEADPHONES, NOT_TOLD], ["case"]),
    "table.audio": ([HEADPHONES, CHEAP], ["case"]),
    "table.mic": ([HEADPHONES, CHEAP], ["case"]),
    "table.convenience": ([HEADPHONES, CHEAP], ["case"]),
    "table.price": ([HEADPHONES, CHEAP], ["case"]),
    "table.uses": ([HEADPHONES, CHEAP], ["case"]),
    "purpose.casual": ([HEADPHONES, CHEAP], [NOT_TOLD, "case"]),
    "purpose.business": ([MONO, HEADPHONES], [NOT_TOLD, "on-ear headphones"]),
    "purpose.gaming": ([CHEAP, HEADPHONES], [NOT_TOLD, "on-ear headphones"]),
    "purpose.audiophile": ([OPEN, EARPHONES], [NOT_TOLD, MONO]),
    "better.subjective": ([HEADPHONES, NOT_TOLD], ["case"]),
    "better.ignore-hype": ([HEADPHONES, NOT_TOLD], ["case"]),
    "better.by-purpose": ([HEADPHONES, NOT_TOLD], ["case"]),
    "pick.sony-wh-1000xm4": ([HEADPHONES, "on-ear headphones"], [OPEN, DEAR]),
    "pick.sennheiser-hd-560s": ([OPEN], [HEADPHONES, DEAR]),
    "pick.airpods-pro": ([EARPHONES, "on-ear headphones"], [HEADPHONES, "case"]),
    "pick.1more-triple-driver": (["wired earphones"], [EARPHONES, HEADPHONES]),
    "pick.razer-blackshark-v2": (["BlackShark", DEAR, "budget gaming headset"], [CHEAP, HEADPHONES]),
    "pick.razer-kraken-x": ([CHEAP, "budget gaming headset"], [DEAR, "BlackShark"]),
    "pick.corsair-hs80-rgb": (["HS80", DEAR], [CHEAP, "budget gaming headset"]),
    "faq.gaming-audio": ([CHEAP, DEAR], [MONO, HEADPHONES]),
    "faq.mic-vs-headphones": ([HEADPHONES, NOT_TOLD], ["case"]),
    "faq.headband-best": ([HEADPHONES, EARPHONES, CHEAP], [NOT_TOLD, "open-ear"]),
}


def on_card(advice) -> set[str]:
    parts = [advice.strengths, advice.weaknesses, advice.best_use, advice.caveats, advice.notes]
    parts += [advice.comparison, advice.picks, *(purpose.because for purpose in advice.purposes)]
    return {line.statement for part in parts for line in part}


def test_every_statement_has_its_cases_both_ways(article) -> None:
    assert set(CASES) == set(article.statements)
    assert all(must and must_not for must, must_not in CASES.values())


@pytest.mark.parametrize(
    ("statement", "item"), [(statement, item) for statement, (must, _) in CASES.items() for item in must]
)
def test_statement_is_on_the_card(told, statement: str, item: str) -> None:
    assert statement in on_card(told(**ITEMS[item]))


@pytest.mark.parametrize(
    ("statement", "item"),
    [(statement, item) for statement, (_, must_not) in CASES.items() for item in must_not],
)
def test_statement_is_not_on_the_card(told, statement: str, item: str) -> None:
    assert statement not in on_card(told(**ITEMS[item]))


def test_statements_and_sections_are_those_of_the_article(article) -> None:
    listed = Path(__file__).parents[3] / "shared/article-statements.tsv"
    if not listed.exists():
        pytest.skip("the list of the article's statements is not beside the checkout")
    rows = [line.split("\t") for line in listed.read_text("utf-8").splitlines()[1:]]
    assert {row[0]: row[1] for row in rows} == {s.id: s.section for s in article.statements.values()}


def test_no_sentence_of_the_article_is_copied(article) -> None:
    source = Path(__file__).parents[3] / "shared/article.txt"
    if not source.exists():
        pytest.skip("the article is not beside the checkout")
    run = 7  # words in a row: shorter runs are common turns of speech
    copied = source.read_text("utf-8").casefold().split()
    runs = {tuple(copied[at : at + run]) for at in range(len(copied) - run + 1)}
    for key, text in article.wordings["en"].texts.items():
        words = text.casefold().split()
        assert not any(tuple(words[at : at + run]) in runs for at in range(len(words) - run + 1)), key
