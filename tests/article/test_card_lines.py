"""What holds of every card, whatever its facts."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earmark.article import advise
from earmark.article.advise import MOST_LINES
from earmark.card import AUDIO_KINDS, PURPOSES
from earmark.rulebook import load_rulebook

from .conftest import build

FLAGS = ("wireless", "dongle", "anc", "mic_noise_cancelling", "surround", "gaming", "foldable")
PAIRS = [
    ("design.open-back", "design.closed-back"),
    ("design.on-ear", "design.over-ear"),
    ("uses.headset", "uses.headphones"),
    ("audio.headset-two-way", "audio.headphones-better"),
]
PRICES = [(30, "USD"), (80, "EUR"), (120, "GBP"), (900, "EUR"), (900, "XAF"), (5, None)]

ITEMS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(sorted(AUDIO_KINDS)),
        "form": st.sampled_from(["over-ear", "on-ear", "in-ear", "earbud", "open-ear"]),
        "back": st.sampled_from(["open", "closed", "semi-open"]),
        "microphone": st.sampled_from(["boom", "detachable", "in-line", "built-in", "unspecified", "none"]),
        "battery_h": st.sampled_from([4.5, 30.0, [30.0, 40.0]]),
        "battery_case_h": st.just(24.0),
        "weight_g": st.sampled_from([45.0, 250.0, 400.0, [180.0, 210.0]]),
        "price": st.sampled_from(
            [(30, "USD"), (80, "EUR"), (120, "GBP"), (900, "EUR"), (900, "XAF"), (5, None)]
        ),
        **{flag: st.sampled_from([True, False, [True, False]]) for flag in FLAGS},
    },
)


@settings(max_examples=200, deadline=None)
@given(item=ITEMS, purpose=st.sampled_from([None, *PURPOSES]), language=st.sampled_from(["en", "de"]))
def test_a_card(item: dict[str, Any], purpose: str | None, language: str) -> None:
    advice = advise(load_rulebook().article, *build(**item), purpose, (language,))
    lists = (advice.strengths, advice.weaknesses, advice.best_use, advice.caveats)
    lines = [line for part in lists for line in part]
    because = [line for verdict in advice.purposes for line in verdict.because]
    assert all(line.evidence for line in lines + because)
    assert all("{" not in line.text for line in [*lines, *because, *advice.notes])
    said = Counter(line.statement for line in [*lines, *advice.notes])
    assert set(said.values()) <= {1}, "a statement is said once on a card"
    assert not any(one in said and other in said for one, other in PAIRS)
    assert len(advice.purposes) == len(PURPOSES)
    assert purpose is None or advice.purposes[0].purpose == purpose
    if "kind" in item:
        assert advice.strengths and advice.weaknesses
        assert advice.best_use


def test_no_list_is_cut_short(told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("earmark.article.advise"), "MOST_LINES", 99)
    everything = {
        "form": "over-ear",
        "back": "closed",
        "microphone": "built-in",
        "wireless": True,
        "anc": True,
        "gaming": True,
        "weight_g": 200.0,
        "battery_h": 9.0,
        "foldable": True,
        "price": (400, "USD"),
    }
    for kind in AUDIO_KINDS:
        advice = told(kind=kind, **everything)
        assert len(advice.strengths) <= MOST_LINES and len(advice.weaknesses) <= MOST_LINES


def test_evidence_is_what_made_the_line_apply(told) -> None:
    advice = told(kind="headset", wireless=True, battery_h=24.0, anc=True)
    line = next(line for line in advice.strengths if line.statement == "convenience.need-decides")
    assert [piece.quote.exact for piece in line.evidence] == [
        "kind=headset",
        "wireless=True",
        "battery_h=24.0",
    ]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"kind": "headset", "price": (49.99, "USD")}, "49.99 USD"),
        ({"kind": "headset", "weight_g": 340.0, "form": "over-ear"}, "340 g"),
        ({"kind": "headset", "price": (900, "XAF")}, "not compared"),
        ({"form": "open-ear"}, "none of the types"),
    ],
)
def test_caveats(told, facts: dict[str, Any], words: str) -> None:
    assert any(words in line.text for line in told(**facts).caveats)


def test_other_kinds_ask_for_no_price_levels(told) -> None:
    assert not told(kind="headphones", price=(900, "XAF")).caveats


def test_a_disputed_value_is_not_named(told) -> None:
    texts = [line.text for line in told(kind="headphones", wireless=True, battery_h=[30.0, 40.0]).strengths]
    assert not any("30" in text or "40" in text for text in texts)


def test_not_needed_goes_by_the_purpose(told) -> None:
    item = {"kind": "headset", "surround": True, "gaming": True}
    assert told(**item).not_needed == ()
    assert told(**item, purpose="gaming").not_needed == ()
    claims = told(**item, purpose="business").not_needed
    assert [claim.evidence[0].quote.exact for claim in claims] == ["surround=True", "gaming=True"]


@pytest.mark.parametrize("kind", ["accessory", "other"])
def test_no_advice_on_other_things(told, kind: str) -> None:
    advice = told(kind=kind, wireless=True)
    assert advice.label
    assert not (advice.strengths or advice.notes or advice.purposes or advice.comparison or advice.picks)


@pytest.mark.parametrize(
    ("item", "this"),
    [
        ({"kind": "headset"}, "headset"),
        ({"kind": "headphones"}, "headphones"),
        ({"kind": "earphones"}, "headphones"),
        ({"form": "over-ear"}, None),
    ],
)
def test_comparison_marks_the_product(told, item: dict[str, Any], this: str | None) -> None:
    rows = told(**item).comparison
    assert len(rows) == 6 and {row.this for row in rows} == {this}


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ({"kind": "headphones", "form": "over-ear", "back": "closed"}, "Over-ear headphones, closed-back"),
        ({"kind": "headset", "form": "over-ear", "gaming": True}, "Over-ear gaming headset"),
        ({"kind": "earphones", "form": "earbud"}, "Earbuds"),
        ({"kind": "headset"}, "Headset"),
        ({}, "Headset or headphones: not stated"),
    ],
)
def test_label(told, item: dict[str, Any], label: str) -> None:
    assert told(**item).label == label
