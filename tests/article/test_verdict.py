"""The table of verdicts, row by row, and what missing facts leave open."""

from __future__ import annotations

from typing import Any

import pytest

UP, PARTLY, NOT, OPEN = "up to the job", "partly", "not up to the job", "not stated"

CASES: list[tuple[str, dict[str, Any], str]] = [
    ("casual", {"kind": "headphones", "wireless": True}, UP),
    ("casual", {"kind": "earphones", "bluetooth_version": "5.3"}, UP),
    ("casual", {"kind": "headphones", "wireless": False}, PARTLY),
    ("casual", {"kind": "earphones", "wireless": False}, PARTLY),
    ("casual", {"kind": "headphones"}, PARTLY),
    ("casual", {"kind": "headset", "wireless": True}, PARTLY),
    ("casual", {"kind": "headset", "wireless": False}, NOT),
    ("casual", {"kind": "headset"}, OPEN),
    ("casual", {"kind": "headset", "wireless": True, "dongle": True}, OPEN),
    ("casual", {"kind": "headset", "wireless": True, "dongle": True, "bluetooth_version": "5.2"}, PARTLY),
    ("casual", {"kind": "headset", "wireless": [True, False]}, OPEN),
    ("business", {"kind": "headset"}, UP),
    ("business", {"kind": "headphones", "microphone": "built-in"}, PARTLY),
    ("business", {"kind": "earphones", "microphone": "unspecified"}, PARTLY),
    ("business", {"kind": "headphones", "microphone": "none"}, NOT),
    ("business", {"kind": "earphones"}, OPEN),
    ("gaming", {"kind": "headset", "anc": True}, UP),
    ("gaming", {"kind": "headset", "anc": False, "mic_noise_cancelling": True}, UP),
    ("gaming", {"kind": "headset", "anc": False, "mic_noise_cancelling": False}, PARTLY),
    ("gaming", {"kind": "headset"}, PARTLY),
    ("gaming", {"kind": "headphones", "back": "open", "microphone": "in-line"}, PARTLY),
    ("gaming", {"kind": "headphones", "back": "open", "microphone": "none"}, NOT),
    ("gaming", {"kind": "headphones", "back": "closed", "microphone": "built-in"}, NOT),
    ("gaming", {"kind": "headphones", "back": "open"}, OPEN),
    ("gaming", {"kind": "headphones", "microphone": "built-in"}, OPEN),
    ("gaming", {"kind": "earphones", "microphone": "built-in"}, NOT),
    ("gaming", {"kind": "earphones", "back": "open", "microphone": "built-in"}, PARTLY),
    ("audiophile", {"kind": "headphones"}, UP),
    ("audiophile", {"kind": "headphones", "price": (9, "USD")}, UP),
    ("audiophile", {"kind": "earphones"}, PARTLY),
    ("audiophile", {"kind": "headset", "price": (150, "USD")}, PARTLY),
    ("audiophile", {"kind": "headset", "price": (149.99, "USD")}, NOT),
    ("audiophile", {"kind": "headset", "price": (22000, "JPY")}, PARTLY),
    ("audiophile", {"kind": "headset", "price": (9000, "XAF")}, OPEN),
    ("audiophile", {"kind": "headset", "price": (900, None)}, OPEN),
    ("audiophile", {"kind": "headset"}, OPEN),
]


@pytest.mark.parametrize(("purpose", "item", "verdict"), CASES)
def test_verdict(told, purpose: str, item: dict[str, Any], verdict: str) -> None:
    first = told(**item, purpose=purpose).purposes[0]
    assert (first.purpose, first.verdict) == (purpose, verdict)
    assert bool(first.because) == (verdict != OPEN)
    assert all(line.evidence and line.statement == f"purpose.{purpose}" for line in first.because)


@pytest.mark.parametrize("purpose", ["casual", "business", "gaming", "audiophile"])
def test_unknown_kind_is_not_stated(told, purpose: str) -> None:
    item = {"form": "over-ear", "back": "open", "microphone": "none", "wireless": True, "price": (9, "USD")}
    assert told(**item, purpose=purpose).purposes[0].verdict == OPEN


def test_all_four_are_shown_without_a_purpose(told) -> None:
    shown = [purpose.purpose for purpose in told(kind="headset").purposes]
    assert shown == ["casual", "business", "gaming", "audiophile"]


@pytest.mark.parametrize(
    ("item", "missing"),
    [
        ({"kind": "headset", "purpose": "gaming"}, {"anc", "mic_noise_cancelling"}),
        ({"kind": "headset", "anc": False, "purpose": "gaming"}, {"mic_noise_cancelling"}),
        ({"kind": "headphones", "purpose": "casual"}, {"wireless"}),
        ({"kind": "headset", "wireless": True, "dongle": True, "purpose": "casual"}, {"bluetooth_version"}),
        ({"kind": "headset", "purpose": "audiophile"}, {"price"}),
        ({"kind": "headphones", "purpose": "gaming"}, {"back", "microphone"}),
    ],
)
def test_facts_that_would_settle_the_verdict_are_named(told, item: dict[str, Any], missing: set[str]) -> None:
    assert missing <= set(told(**item).not_stated)


def test_known_facts_are_not_missed(told) -> None:
    assert not {"anc", "wireless"} & set(told(kind="headset", anc=False, wireless=True).not_stated)
    assert "battery_h" not in told(kind="headset", wireless=False).not_stated


def test_the_reason_says_which_noise_cancelling(told) -> None:
    def reason(**facts: Any) -> str:
        return told(kind="headset", **facts, purpose="gaming").purposes[0].because[0].text

    texts = {
        reason(anc=True),
        reason(mic_noise_cancelling=True),
        reason(anc=True, mic_noise_cancelling=True),
        reason(anc=False, mic_noise_cancelling=False),
        reason(anc=False),
        reason(),
    }
    assert len(texts) == 6


def test_business_reason_speaks_of_cable_and_budget(told) -> None:
    reasons = [
        told(kind="headset", purpose="business", **facts).purposes[0].because[0]
        for facts in ({"wireless": False}, {"wireless": True}, {})
    ]
    assert len({reason.text for reason in reasons}) == 3
    assert len(reasons[0].evidence) == 2
