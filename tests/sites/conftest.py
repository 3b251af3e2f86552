"""Site rules from text, and what they read off a page from text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from earmark import load_rulebook, rulefile, sites
from earmark.card import Card
from earmark.page import Page
from earmark.pipeline import annotate_page
from earmark.rulebook import Rulebook

HEAD = 'format = 1\n[site]\nname = "Shop"\nhosts = ["shop.test"]\n'
Ruled = Callable[..., Card]


def book_of(*texts: str) -> Rulebook:
    """The shipped rules with the given site rules in place of the shipped ones."""
    book = load_rulebook()
    files = [
        rulefile.parse(text, f"rules/sites/{name}/site.toml")
        for text in texts
        for name in [text.partition('hosts = ["')[2].partition('"')[0].removeprefix("*.")]
    ]
    return replace(book, sites=sites.load(files, book.vocabulary.specs, frozenset(book.vocabulary.units)))


@pytest.fixture
def ruled() -> Ruled:
    """`ruled(rule, html)`: the card, with its trace, of a page of shop.test under a rule without its head."""

    def card(rule: str, html: str, url: str = "https://shop.test/p/1", **more: Any) -> Card:
        return annotate_page(Page.read(html, url), book_of(HEAD + rule), None, ("en",), trace=True, **more)

    return card
