"""Broken JSON is read where what was meant is not in doubt; what is sound means the same."""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earmark.readers.mending import mended

MEANT = {"name": "Halden 7", "size": '27"', "offers": {"price": "129"}}
TEXT = '{"name": "Halden 7", "size": "27\\"", "offers": {"price": "129"}}'
BROKEN = {
    "a comma too many": TEXT.replace("}}", ",},}"),
    "a closing bracket too many": TEXT + "}",
    "two closing brackets too few": TEXT.removesuffix("}}"),
    "a line break in a text": TEXT.replace("Halden 7", "Halden\n7"),
    "comments": "/* product */" + TEXT.replace('"size"', '// inches\n"size"'),
    "comment marks around it": f"<!-- {TEXT} -->",
    "marks of XML": f"/*<![CDATA[*/{TEXT}/*]]>*/",
    "a mark of byte order": f"\ufeff{TEXT}",
    "quotation marks as entities": TEXT.replace('\\"', "''").replace('"', "&quot;"),
    "a quotation mark in a text": TEXT.replace('\\"', '" wide'),
    "a semicolon behind": TEXT + ";",
}
IN_DOUBT = [
    "",
    "words",
    "NaN",
    '{"name": "Halden',
    "{'name': 'Halden 7'}",
    "{name: 1}",
    '{"a" 1}',
    "[" * 100_000,
]
HOSTILE = {
    "escapes": '"' + '\\"' * 60_000,
    "comments never closed": "{" + "/*" * 60_000,
    "quotation marks": "{" + '"' * 120_001,
    "commas": "{" + "," * 120_000,
    "many values": "[]" * 60_000,
    "inner quotation marks": '{"a":"' + 'x"y' * 40_000 + '"}',
}


@pytest.mark.parametrize("way", BROKEN)
def test_what_was_meant(way: str) -> None:
    found = mended(BROKEN[way])
    size = found["size"].replace("''", '"').removesuffix(" wide")
    assert found | {"size": size} == MEANT


def test_words_of_javascript_are_nothing() -> None:
    assert mended('{"price": NaN, "name": "NaN", "sku": undefined,}') == {
        "price": None,
        "name": "NaN",
        "sku": None,
    }


def test_several_values() -> None:
    assert mended(f"{TEXT}\n{TEXT}") == [MEANT, MEANT]


@pytest.mark.parametrize("text", IN_DOUBT)
def test_what_is_in_doubt_is_not_read(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        mended(text)


@pytest.mark.parametrize("way", HOSTILE)
def test_a_hostile_script_costs_no_more_than_a_long_one(way: str) -> None:
    start = time.thread_time()
    with contextlib.suppress(ValueError, RecursionError):
        mended(HOSTILE[way])
    assert time.thread_time() - start < 1.5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
)


@settings(deadline=None)
@given(st.dictionaries(st.text(), JSON, max_size=5) | st.lists(JSON, max_size=5))
def test_sound_json_means_the_same(value: Any) -> None:
    assert mended(json.dumps(value)) == value


@settings(deadline=None)
@given(st.text('{}[]":,\\/*\n <!-x1N'))
def test_nothing_else_escapes(text: str) -> None:
    with contextlib.suppress(ValueError, RecursionError):
        mended(text)
