"""JSON inside a page, and pointers into it (RFC 6901, with `*` for each member)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

MAX_SCRIPT = 4 * 2**20  # characters of one script; the largest state of a shop measured has 2 MB
MAX_FOUND = 500  # values of one pointer
_POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*){1,20}")


def fault(pointer: str) -> str | None:
    """Why a pointer is refused; None where it is sound."""
    return None if _POINTER.fullmatch(pointer) else "a JSON pointer begins with / and has at most 20 parts"


def document(script: str) -> Any:
    """The JSON of a script, also behind an assignment («window.STATE = {...};»); None where it has none."""
    if len(script) > MAX_SCRIPT:
        return None
    text = script.strip()
    start = min((at for sign in "{[" if (at := text.find(sign)) >= 0), default=-1)
    end = max(text.rfind("}"), text.rfind("]"))
    if start < 0 or end < start:
        return None
    try:
        return msgspec.json.decode(text[start : end + 1])
    except (msgspec.DecodeError, RecursionError):
        return None


def find(data: Any, pointer: str) -> list[Any]:
    """Every value that the pointer leads to."""
    found = [data]
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        found = [inner for value in found for inner in _inside(value, key)][:MAX_FOUND]
    return found


def written(value: Any) -> str | None:
    """A text, number or truth as the page writes it; None for anything larger."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return " ".join(str(value).split()) or None
    return None


def _inside(value: Any, key: str) -> Iterator[Any]:
    if isinstance(value, dict):
        if key == "*":
            yield from value.values()
        elif key in value:
            yield value[key]
    elif isinstance(value, list):
        if key == "*":
            yield from value
        elif key.isdecimal() and key.isascii() and int(key[:6]) < len(value):
            yield value[int(key[:6])]
