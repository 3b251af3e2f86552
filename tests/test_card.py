"""What crosses the wire: the contract's names, and its JSON."""

from __future__ import annotations

import json
from typing import get_args

import msgspec
import pytest

import earmark
from earmark.card import PURPOSES, Card, Kind, Microphone, PageKind, Source, to_json

HTML = (
    "<title>Halden gaming headset</title><h1>Halden gaming headset</h1><p>$9.00</p>"
    "<button>Add to cart</button><table><tr><th>Weight<td>250 g<tr><th>Wireless<td>Yes"
    "<tr><th>Frequency response<td>20 Hz - 20 kHz</table>"
)
# The names that others rely on: none may go.
NAMES = {
    "": {
        "format", "page", "product", "classification", "facts", "strengths", "weaknesses", "best_use",
        "caveats", "not_stated", "not_needed", "notes", "purposes", "comparison", "picks", "evidence",
        "rule", "trace",
    },
    "page": {"url", "language", "kind", "reason"},
    "product": {"name", "brand", "model", "image", "price", "sku", "gtin", "availability", "evidence"},
    "classification": {"kind", "form", "back", "microphone", "label", "confidence", "for", "against"},
    "rule": {"site", "rulebook"},
}  # fmt: skip


@pytest.mark.parametrize("part", NAMES)
def test_the_contract_s_names(part: str) -> None:
    card = json.loads(to_json(earmark.annotate(HTML)))
    assert set(card[part] if part else card) >= NAMES[part]


def test_values_cross_the_wire_as_the_contract_says() -> None:
    card = json.loads(to_json(earmark.annotate(HTML)))
    values = {fact["spec"]: (fact["value"], fact["unit"]) for fact in card["facts"]}
    assert values["weight_g"] == (250, "g")
    assert values["frequency_hz"] == ([20, 20000], "Hz")
    assert values["wireless"] == (True, None)
    assert card["product"]["price"] == {"amount": "9.00", "currency": "USD"}
    assert card["format"] == 1


def test_a_card_comes_back_from_its_json() -> None:
    card = earmark.annotate(HTML)
    assert msgspec.json.decode(to_json(card), type=Card) == card


def test_words_of_the_contract() -> None:
    assert PURPOSES == ("casual", "business", "gaming", "audiophile")
    assert {"headset", "headphones", "earphones", "accessory", "other"} <= set(get_args(Kind))
    assert {"boom", "detachable", "in-line", "built-in", "unspecified", "none"} <= set(get_args(Microphone))
    assert get_args(PageKind) == ("product", "listing", "other")
    assert {"title", "table", "json-ld", "state", "rule"} <= set(get_args(Source))


def test_a_card_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        earmark.annotate(HTML).facts = []  # type: ignore[misc]
