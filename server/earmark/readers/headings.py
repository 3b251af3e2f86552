"""The product's name, as the headline and `<title>` give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from earmark.card import Quote
from earmark.facts import Evidence, Said
from earmark.readers.view import View

LONGEST_BRAND = 20  # characters of a first part that may be the maker's name alone: «Halden - Seven | Shop»
_SHOP = re.compile(r"\s+[|–—•·»:]\s+|\s+-\s+(?=[^-]*$)")  # what divides a name from the shop's in <title>

_ANY = re.compile(r"\s+[|–—•·»:-]\s+")


def read(view: View) -> Iterator[Said]:
    """The headline first; `<title>` without the shop's name after it."""
    headline = view.page.headline
    if headline is not None:
        yield Said("name", headline.text, view.page.quote(headline, "heading"))
    title = view.page.title
    if title:
        name = _named(title)
        yield Said(
            "name", name, Evidence("title", Quote(exact=name, suffix=title[len(name) : len(name) + 32]))
        )


def _named(title: str) -> str:
    """The title up to its first divider; up to the second where the maker's name alone stands before the
    first, and a shop's behind the second."""
    ends = [divider.start() for divider in _ANY.finditer(title)]
    first = _SHOP.split(title)[0]
    maker = len(first) <= LONGEST_BRAND and first.count(" ") < 2 and not any(map(str.isdigit, first))
    if maker and len(ends) > 1 and ends[0] == len(first):
        return title[: ends[1]].strip()
    return first.strip() or title
