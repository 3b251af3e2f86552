"""A purpose's table of verdicts and what is known -> the verdict."""

from __future__ import annotations

from collections.abc import Mapping

from earmark.article.condition import Seen, truth
from earmark.article.model import PurposeRule
from earmark.card import Verdict


def verdict_of(rule: PurposeRule, seen: Mapping[str, Seen]) -> tuple[Verdict, tuple[str, ...]]:
    """The first verdict that holds, and the specs that leave a better one open.

    Open between "up to the job" and "partly": "partly". Open to "not up to the job" too: "not stated".
    """
    possible: list[Verdict] = []
    lifting: list[str] = []
    for verdict, when in rule.verdicts:
        holds, specs = truth(when, seen)
        if holds is not False:
            possible.append(verdict)
        if holds:
            break
        lifting += specs
    if len(set(possible)) == 1:
        return possible[0], ()
    if not possible or "not up to the job" in possible:
        return "not stated", tuple(lifting)
    return "partly", tuple(lifting)
