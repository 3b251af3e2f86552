"""The case file, format 1: a shopper's "this is wrong", with the scrubbed page and the card it is about.

The extension writes it, `earmark annotate` and `earmark explain` read it wherever a page may stand. The JSON
Schema is generated from these types.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

import msgspec

from earmark.card import Card, Purpose
from earmark.errors import CaseFileError

TYPE = "earmark-case"
FORMAT = 1
MAX_BYTES = 32 * 2**20  # a page of 12 MiB whose every second character JSON escapes, its card and a note fit
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*["}]')  # how a JSON object begins, and no page does

About = Literal["kind", "form", "fact", "line", "missing card"]
Words = Annotated[str, msgspec.Meta(max_length=200)]


class Wrong(msgspec.Struct, frozen=True):
    """What is wrong. `which`: a fact's spec, a line's statement id. `expected`: what would be right."""

    about: About
    which: Words | None = None
    expected: Words | None = None


class CasePage(msgspec.Struct, frozen=True):
    """The page as the extension scrubbed it; its address is without fragment and session."""

    url: str
    html: str


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """`card` is null where the page was given none; `made` is a time in RFC 3339; `by` names the program."""

    type: Literal["earmark-case"] = "earmark-case"
    format: Literal[1] = 1
    made: str
    by: str
    wrong: Wrong
    note: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    purpose: Purpose | None = None
    page: CasePage
    card: Card | None = None


class _Envelope(msgspec.Struct):
    """What every format of a case file begins with."""

    type: str = ""
    format: int = 0


def is_json(data: bytes) -> bool:
    """Whether the bytes are a JSON object, which no page is."""
    return _OBJECT.match(data) is not None


def read_case(data: bytes) -> CaseFile:
    """The case in a file's bytes. Raises CaseFileError: too large, broken, foreign, of a newer format."""
    if len(data) > MAX_BYTES:
        raise CaseFileError(
            f"the case file has more than {MAX_BYTES:,} bytes; no page that Earmark reads needs so many"
        )
    try:
        text = data.decode("utf-8-sig")
        envelope = msgspec.json.decode(text, type=_Envelope)
    except msgspec.ValidationError:
        envelope = _Envelope()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CaseFileError(f"the case file is broken: {error}; save it again") from error
    if envelope.type != TYPE:
        raise CaseFileError("this is JSON, but no case file of Earmark; a page or a case file is expected")
    if envelope.format > FORMAT:
        raise CaseFileError(
            f"the case file has format {envelope.format}, this Earmark reads {FORMAT}; install a newer one"
        )
    try:
        return msgspec.json.decode(text, type=CaseFile)
    except msgspec.ValidationError as error:
        raise CaseFileError(f"the case file is broken: {error}; save it again") from error


def write_case(case: CaseFile) -> bytes:
    """The case as UTF-8 JSON, fields in the order of the format."""
    return msgspec.json.encode(case)


def schema() -> dict[str, Any]:
    """The JSON Schema of a case file."""
    return msgspec.json.schema(CaseFile)
