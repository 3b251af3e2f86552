"""What the words of shops tell, on a plain page of each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import earmark
from earmark.corpus.plain import plain_page
from earmark.corpus.rows import Label, ProductRow

ROWS = tomllib.loads((Path(__file__).parent / "shops.toml").read_text(encoding="utf-8"))["row"]
OPEN = "-"
NO_CARD = "no card"


@pytest.mark.parametrize("row", ROWS, ids=[row["title"][:60] for row in ROWS])
def test_what_a_shop_s_words_tell(row: dict[str, Any]) -> None:
    text = ProductRow(row["title"], Label(), bullets=row.get("bullets"), specs=row.get("rows"), price="29.99")
    card = earmark.annotate(plain_page(text))
    told = card.classification
    assert told is not None
    if row["is"] == NO_CARD:
        assert card.page.reason is not None
        assert told.kind in ("accessory", "other")
        return
    assert card.page.reason is None
    found = [told.kind, told.form, told.back, told.microphone]
    wanted = row["is"].split()
    assert [OPEN if one is None else one for one in found] == [
        one if one != "*" else found[i] or OPEN for i, one in enumerate(wanted)
    ]
