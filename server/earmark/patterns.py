"""Regular expressions of rules: only those whose time is bounded whatever the page says."""

from __future__ import annotations

import re

LONGEST = 200
MOST_WAYS = 5_000  # ways through a pattern from one place; on 1,000 characters that is a tenth of a second
_TOKEN = re.compile(
    r"\\(?P<escape>.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<group>\((?:\?:)?)|(?P<special>\(\?)|(?P<close>\))"
    r"|(?P<repeat>[*+]|\{(?P<low>\d{0,4})(?P<comma>,?)(?P<high>\d{0,4})\})\??|(?P<maybe>\?)|(?P<or>\|)|.",
    re.S,
)


def fault(pattern: str) -> tuple[str, str] | None:
    """Why a pattern is refused, and the part at fault; None where it is sound."""
    if len(pattern) > LONGEST:
        return f"the pattern has {len(pattern)} characters; at most {LONGEST} are allowed", pattern[:20]
    try:
        compiled = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return f"not a regular expression: {error}", pattern
    if compiled.groups > 1:
        return "a pattern may have one group; write (?: ) for the others", "("
    ways, after_group, at = 1, False, 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        assert token is not None
        if pattern.startswith("(?", at) and not pattern.startswith("(?:", at):
            return "of the groups that begin with (? only (?: ) is allowed", pattern[at : at + 3]
        if token["escape"] and token["escape"].isdigit():
            return "references to a group are not allowed", token[0]
        if token["repeat"]:
            if not token["high"] and (token["comma"] or not token["low"]):
                return "a repeat without an end; write {0,40} or the like", token[0]
            if after_group:
                return "a group may not be repeated", pattern[at - 1 : token.end()]
            low = int(token["low"] or 0)
            ways *= int(token["high"] or low) - low + 1
        elif token["maybe"] or token["or"]:
            ways *= 2
        if ways > MOST_WAYS:
            return "the repeats of this pattern multiply; make them shorter or fewer", pattern[at:]
        after_group = token["close"] is not None
        at = token.end()
    return None
