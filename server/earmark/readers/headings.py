"""The product's name, as the headline and `<title>` give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from earmark.card import Quote
from earmark.facts import Evidence, Said
from earmark.readers.view import View

_SHOP = re.compile(r"\s+[|–—•·»:]\s+|\s+-\s+(?=[^-]*$)")  # what divides a name from the shop's in <title>


def read(view: View) -> Iterator[Said]:
    """The headline first; `<title>` without the shop's name after it."""
    headline = view.page.headline
    if headline is not None:
        yield Said("name", headline.text, view.page.quote(headline, "heading"))
    title = view.page.title
    if title:
        name = _SHOP.split(title)[0].strip() or title
        yield Said(
            "name", name, Evidence("title", Quote(exact=name, suffix=title[len(name) : len(name) + 32]))
        )
