"""`earmark card`: a card without a page."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from earmark.cli.card import card


def run(*words: str):
    return CliRunner().invoke(card, words)


def test_json_card() -> None:
    words = "kind=headset form=over-ear price=49.99 currency=USD --purpose gaming --json"
    done = run(*words.split())
    assert done.exit_code == 0
    made = json.loads(done.output)
    assert made["product"]["price"] == {"amount": "49.99", "currency": "USD"}
    assert made["classification"]["label"] == "Over-ear headset"
    assert made["purposes"][0]["purpose"] == "gaming"
    assert made["page"]["reason"] is None
    used = {piece["id"]: piece for piece in made["evidence"]}
    quotes = {used[at]["quote"]["exact"] for line in made["caveats"] for at in line["evidence"]}
    assert quotes == {"kind=headset", "price=49.99"}
    assert all(piece["source"] == "state" and not piece["visible"] for piece in made["evidence"])


def test_text_card_in_german() -> None:
    done = run("kind=earphones", "wireless=yes", "battery_h=5.5", "--language", "de")
    assert done.exit_code == 0
    assert "5,5 Stunden" in done.output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["kind=headst"], "did you mean `headset`?"),
        (["kind=accessory"], "headphones"),
        (["kind=headset", "weigth_g=3"], "did you mean `weight_g`?"),
        (["kind=headset", "weight_g=light"], "is a number"),
        (["kind=headset", "weight_g=-3"], "is a number"),
        (["kind=headset", "weight_g=inf"], "is a number"),
        (["kind=headset", "anc=maybe"], "`anc`"),
        (["kind=headset", "back=opne"], "did you mean `open`?"),
        (["kind=headset", "currency=USD"], "price"),
        (["kind=headset", "kind=headphones"], "twice"),
        (["headset"], "FACT=VALUE"),
        ([], "Missing argument"),
    ],
)
def test_wrong_words(words: list[str], hint: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert hint in done.output
    assert "Traceback" not in done.output
