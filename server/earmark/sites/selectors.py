"""CSS selectors of rules: balanced, bounded, understood by the engine that will run them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

LONGEST = 200
DEEPEST = 3  # brackets inside brackets: a selector that needs more hides a program
MOST_JOINTS = 8  # steps from element to element; each may cost the depth of a page
_JOINTS = re.compile(r"\s*[>+~]\s*|\s+")
_CLOSING = {"(": ")", "[": "]"}
_PSEUDO = re.compile(r"::\s*([a-z-]+)", re.I)
_POSITION = re.compile(r":(?:nth|first|last|only)-[a-z-]+|:nth-[a-z-]+\(")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_MADE = re.compile(
    r"[A-Za-z]\d+[A-Za-z]|\d[a-z]\d|[a-z][A-Z][a-z][A-Z]|__(?=\w{0,30}\d)\w{5}"
)  # «css-1q2w3e», «Z1ex»


@cache
def fault(selector: str) -> tuple[str, str, str] | None:
    """Code, why a selector is refused, and the part at fault; None where it is sound."""
    if len(selector) > LONGEST:
        return (
            "R011",
            f"the selector has {len(selector)} characters; at most {LONGEST} are allowed",
            selector[:20],
        )
    unbalanced = _unbalanced(selector)
    if unbalanced is not None:
        return unbalanced
    plain = re.sub(r"\"[^\"]*\"|'[^']*'|\[[^\]]*\]", "x", selector)
    if (pseudo := _PSEUDO.search(plain)) is not None:
        hint = 'leave it out: `take = "text"` is the default' if pseudo[1] == "text" else "use `take`"
        return "R012", f"`{pseudo[0]}` is no selector here; {hint}", pseudo[0]
    if plain.count(":has(") + plain.count(":not(") > 2:
        return "R011", "at most two of :has() and :not() are allowed", selector
    if any(len(_JOINTS.findall(one.strip())) > MOST_JOINTS for one in plain.split(",")):
        return "R011", f"the selector has more than {MOST_JOINTS} joints; name a nearer id or class", selector
    try:
        _empty().css_first(selector)
    except SelectolaxError:
        return "R010", "not a selector", selector
    return None


def advice(selector: str) -> Iterator[tuple[str, str, str]]:
    """Code, what is brittle about a sound selector, and the part."""
    if (found := _POSITION.search(selector)) is not None:
        yield "W101", "the selector leans on position; prefer an id, a data- attribute or a label", found[0]
    for found in _CLASS.finditer(selector):
        if _MADE.search(found[1]):
            yield "W102", "this class looks made by a machine and will change", found[0]


def _unbalanced(selector: str) -> tuple[str, str, str] | None:
    if not selector.strip():
        return "R010", "the selector is empty", ""
    open_: list[str] = []
    quote = ""
    for at, character in enumerate(selector):
        if quote:
            if character == quote:
                quote = ""
        elif character in "\"'":
            quote = character
        elif character in "([":
            open_.append(character)
            if len(open_) > DEEPEST:
                return "R011", f"brackets nest more than {DEEPEST} deep", selector[at:]
        elif character in ")]" and (not open_ or _CLOSING[open_.pop()] != character):
            return "R010", f"`{character}` closes nothing", selector[at:]
        elif character in "{};\\" or ord(character) < 32:
            return "R010", f"{character!r} has no place in a selector", selector[at:]
    if quote:
        return "R010", f"the quote {quote} is not closed", selector[selector.rindex(quote) :]
    if open_:
        return "R010", f"`{open_[-1]}` is not closed", selector[selector.rindex(open_[-1]) :]
    return None


@cache
def _empty() -> LexborHTMLParser:
    return LexborHTMLParser("<p></p>")
