"""The extension compares products by the same rules as the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

import earmark
from earmark.card import Card
from earmark.demo import shop
from earmark.sidebyside import rows

SCRIPT = Path(__file__).with_name("rows.mjs")


@pytest.fixture(scope="module")
def cards() -> list[Card]:
    made = [earmark.annotate(path.read_bytes()) for path in shop.PAGES.values()]
    return [card for card in made if card.page.reason is None]


def as_told(row: dict[str, Any]) -> tuple[Any, ...]:
    cells = [(cell["text"], cell["better"] is not None, cell["why"]) for cell in row["cells"]]
    return (row["group"], row["key"], cells)


def test_the_demo_shops_products(cards: list[Card]) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node; make test gets it")
    assert len(cards) > 5
    question = msgspec.json.encode({"cards": cards, "purpose": "gaming"})
    done = subprocess.run([node, SCRIPT], input=question, capture_output=True, check=True, timeout=60)
    here = json.loads(msgspec.json.encode(rows(cards, "gaming")))
    assert [as_told(row) for row in json.loads(done.stdout)] == [as_told(row) for row in here]
    assert any(better for _, _, cells in map(as_told, here) for _, better, _ in cells)
