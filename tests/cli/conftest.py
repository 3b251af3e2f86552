"""Cards made by hand: `headset(**changes)`, `kettle(**changes)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from earmark.card import Card

RULE = {"site": None, "rulebook": "sha256:0"}


def quote(number: int, exact: str, source: str = "table", visible: bool = True) -> dict[str, Any]:
    return {"id": number, "source": source, "visible": visible, "quote": {"exact": exact}}


def line(text: str, statement: str, section: str, *evidence: int) -> dict[str, Any]:
    return {"text": text, "statement": statement, "section": section, "evidence": list(evidence)}


HEADSET: dict[str, Any] = {
    "page": {"url": None, "language": "en", "kind": "product", "reason": None},
    "product": {
        "name": "Grimlark Bastion X",
        "brand": "Grimlark",
        "price": {"amount": "129.00", "currency": "EUR"},
        "availability": "in stock",
    },
    "classification": {
        "kind": "headset",
        "form": "over-ear",
        "back": "closed",
        "microphone": "detachable",
        "label": "Headset, over-ear, closed-back",
        "confidence": 0.97,
        "for": [{"text": "It has a microphone arm.", "evidence": [1]}],
        "against": [{"text": "The shop files it under headphones.", "evidence": [2]}],
    },
    "facts": [
        {"spec": "driver_mm", "label": "Driver", "value": 50, "unit": "mm", "text": "50 mm", "evidence": [3]},
        {
            "spec": "battery_h",
            "label": "Battery life",
            "value": 30,
            "unit": "h",
            "text": "30 h",
            "evidence": [4],
            "contradicts": [{"value": 40, "text": "40 h", "evidence": [5]}],
        },
    ],
    "strengths": [line("Made for talking both ways.", "audio.headset-two-way", "Audio Quality", 1)],
    "weaknesses": [line("Headphones sound better.", "audio.headphones-value", "Audio Quality", 1)],
    "best_use": [line("Gaming, streaming and video meetings.", "uses.headset", "Uses", 1)],
    "not_stated": ["weight_g"],
    "not_needed": [{"text": "RGB lights", "evidence": [6]}],
    "purposes": [
        {
            "purpose": "gaming",
            "verdict": "up to the job",
            "because": [line("It is a headset.", "purpose.gaming", "Which One Should You Get", 1)],
        },
        {"purpose": "audiophile", "verdict": "not stated", "because": []},
    ],
    "comparison": [
        {
            "aspect": "Microphone",
            "statement": "table.mic",
            "headset": "better",
            "headphones": "worse",
            "this": "headset",
        },
    ],
    "picks": [
        {
            "name": "Razer BlackShark V2",
            "statement": "pick.razer-blackshark-v2",
            "text": "The one to beat.",
            "this": False,
        }
    ],
    "evidence": [
        quote(1, "detachable boom microphone", "bullets"),
        quote(2, "Headphones", "breadcrumb"),
        quote(3, "50 mm"),
        quote(4, "30 hours"),
        quote(5, "40 hours", "bullets"),
        quote(6, "RGB", "json-ld", visible=False),
    ],
    "rule": RULE,
}

KETTLE: dict[str, Any] = {
    "page": {
        "url": None,
        "language": "en",
        "kind": "product",
        "reason": "This is a kettle, not a headphone.",
    },
    "product": {"name": "Tarn Kettle"},
    "classification": None,
    "rule": RULE,
}


Cards = Callable[..., Card]


@pytest.fixture
def headset() -> Cards:
    return lambda **changes: msgspec.convert(HEADSET | changes, Card)


@pytest.fixture
def kettle() -> Cards:
    return lambda **changes: msgspec.convert(KETTLE | changes, Card)
