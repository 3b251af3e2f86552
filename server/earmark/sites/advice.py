"""What is not wrong with a rule yet: brittle selectors, no case, nobody looked for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from earmark.rulefile import KeyPath, Problem
from earmark.sites import selectors
from earmark.sites.model import Site


def advice(
    site: Site, cases: int, *, stale: timedelta | None = None, today: date | None = None
) -> Iterator[Problem]:
    """W101, W102, W105; with `stale` W103 for a rule last checked longer ago."""
    file = site.source
    for path, selector in _selectors(site):
        for code, message, word in selectors.advice(selector):
            yield file.problem(code, message, path, word=word)
    if not cases:
        yield file.problem("W105", "the rule has no case", ("site",), hint="see `earmark rules new`")
    if stale is not None and (site.checked is None or (today or date.today()) - site.checked > stale):
        message = f"last checked on the live shop {site.checked}" if site.checked else "never dated"
        keeper = f"ask {site.keeper}" if site.keeper else "look at the shop and date it"
        yield file.problem("W103", message, ("site", "checked"), hint=keeper)


def _selectors(site: Site) -> Iterator[tuple[KeyPath, str]]:
    for key, listed in (("needs", site.needs), ("ignore", site.ignore)):
        yield from ((("page", key), selector) for selector in listed)
    for i, table in enumerate(site.tables):
        if table.json is None:
            for key in ("rows", "label", "value"):
                yield ("table", i, key), getattr(table, key)
    for i, fact in enumerate(site.facts):
        yield from ((("fact", i, "select"), selector) for selector in fact.select)
