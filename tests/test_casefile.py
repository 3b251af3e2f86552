import json
from typing import Any

import pytest

from earmark import casefile
from earmark.casefile import CaseFile, CasePage, Wrong, is_json, read_case, write_case
from earmark.errors import CaseFileError

CASE = CaseFile(
    made="2026-11-23T12:00:00Z",
    by="extension 0.1.0",
    wrong=Wrong("fact", "battery_h", "30 hours"),
    note="The box says 30.",
    purpose="gaming",
    page=CasePage("https://shop.example/item", "<title>Grüße & “quotes”</title>"),
)


def changed(**changes: Any) -> bytes:
    return json.dumps(json.loads(write_case(CASE)) | changes).encode()


def test_what_is_written_is_read() -> None:
    assert read_case(write_case(CASE)) == CASE
    assert read_case(b"\xef\xbb\xbf" + write_case(CASE)) == CASE


def test_what_a_later_one_adds_is_passed_over() -> None:
    assert read_case(changed(mood="cross")) == CASE


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (write_case(CASE)[:-20], "is broken: Input data was truncated"),
        (changed(type="earmark-pins"), "no case file of Earmark"),
        (b'{"format": 1, "page": {}}', "no case file of Earmark"),
        (changed(format="2"), "no case file of Earmark"),
        (changed(format=2), "has format 2, this Earmark reads 1; install a newer one"),
        (changed(format=0), r"is broken: .* at `\$.format`"),
        (changed(page={"url": "https://shop.example/"}), r"missing required field `html` - at `\$.page`"),
        (changed(wrong={"about": "colour"}), r"Invalid enum value 'colour' - at `\$.wrong.about`"),
        (changed(note="x" * 2001), r"length <= 2000 - at `\$.note`"),
        (b'{"a":' * 100_000, "is broken"),
        (b'{"type": "\xff"}', "is broken"),
    ],
)
def test_what_is_no_case_file_is_named(data: bytes, words: str) -> None:
    assert is_json(data)
    with pytest.raises(CaseFileError, match=words):
        read_case(data)


def test_too_many_bytes_are_not_read() -> None:
    with pytest.raises(CaseFileError, match="more than 33,554,432 bytes"):
        read_case(changed(note="x" * casefile.MAX_BYTES))


@pytest.mark.parametrize("page", [b"<!doctype html>", b"{{ page.title }}<html>", b"{% if %}<p>", b"", b"[1]"])
def test_pages_are_no_json(page: bytes) -> None:
    assert not is_json(page)


def test_the_schema_names_what_must_be_there() -> None:
    required = casefile.schema()["$defs"]["CaseFile"]["required"]
    assert required == ["made", "by", "wrong", "page"]
