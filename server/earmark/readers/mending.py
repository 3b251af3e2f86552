"""JSON as shops break it, put right where that is safe: what was meant must not be in doubt."""

from __future__ import annotations

import html
import json
import re
from typing import Any

MOST_VALUES = 20  # JSON values one after the other in one script
_STRING = r'"(?:[^"\\]|\\.)*"?'  # one that is never closed reaches the end: no place is looked at twice
_COMMENT = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)|//[^\n]*|<!--|-->|\ufeff", re.S)
_BARE = re.compile(rf"({_STRING})|\b(?:NaN|undefined|-?Infinity)\b", re.S)
_BRACKET = re.compile(rf"{_STRING}|([{{}}\[\]])", re.S)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(\s{{0,40}}[}}\]])", re.S)
_ESCAPE = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?')
_INNER_QUOTE = re.compile(r'(?<=[^{\[,:\s\\])(\s{0,40})"(?!\s{0,40}[,:}\]])')
_CLOSING = {"{": "}", "[": "]"}


def mended(text: str) -> Any:
    """The value of a broken script, of several a list. Raises ValueError, RecursionError."""
    cleaned = _cleaned(text)
    try:
        return _values(cleaned)
    except ValueError:
        return _values(_INNER_QUOTE.sub(r"\1\"", cleaned))


def _cleaned(text: str) -> str:
    """Without comments, control characters, commas too many, escapes that are none and words of JavaScript;
    a text without any quotation mark has them as entities."""
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    text = _COMMENT.sub(lambda found: found[1] or " ", text)
    text = _ESCAPE.sub(_escaped, re.sub(r"[\x00-\x1f]", " ", text))
    text = _BARE.sub(lambda found: found[1] or "null", text)
    return _TRAILING_COMMA.sub(lambda found: found[1] or found[2], text).strip(" ;")


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found[1] else r"\\"


def _values(text: str) -> Any:
    """The values that follow one another, the last with the brackets it lacks; closing ones too many go."""
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < MOST_VALUES:
        if text[at] in " ;,}]":
            at += 1
            continue
        value, at = json.JSONDecoder().raw_decode(text if values else _closed(text), at)
        values.append(value)
    if not any(isinstance(value, dict | list) for value in values):
        raise ValueError("neither an object nor a list")
    return values[0] if len(values) == 1 else values


def _closed(text: str) -> str:
    """With the brackets that are open at its end closed."""
    still: list[str] = []
    for found in _BRACKET.finditer(text):
        if found[1] in _CLOSING:
            still.append(_CLOSING[found[1]])
        elif found[1] and still:
            still.pop()
    return text + "".join(reversed(still))
