"""One wanted fact: the way of reading it that a rule may use, tried on the page before it is believed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

from earmark import rulefile
from earmark.corpus.expected import Accepted
from earmark.errors import RulebookError
from earmark.facts import FactValue, Said
from earmark.folding import fold_words
from earmark.interpret.typed import typed
from earmark.page import Page, hidden
from earmark.readers import View
from earmark.regions import regions
from earmark.rulebook import Rulebook
from earmark.sites import load, read
from earmark.sites.candidates import candidates
from earmark.written import wire

_HEAD = 'format = 1\n[site]\nname = "x"\nhosts = ["x.test"]\n'
_FILE = "rules/sites/x.test/site.toml"


@dataclass(frozen=True)
class Draft:
    """`fact` is the [[fact]] that finds `value`; None: there is none, and `why` tells. `label` is an unknown
    label beside the value: a line of vocabulary for every shop."""

    name: str
    words: str
    value: FactValue | None
    fact: str | None = None
    why: str = ""
    label: str = ""

    def known(self, found: Mapping[str, Any]) -> bool:
        """The general readers find the same value."""
        return (
            self.value is not None
            and self.name in found
            and Accepted((wire(self.value),)).has(found[self.name])
        )


def drafted(page: Page, soup: BeautifulSoup, name: str, words: str, book: Rulebook) -> Draft:
    """The first candidate that, as a rule, reads the value off the page."""
    view = View(page, regions(page, book.vocabulary), book.vocabulary, [])
    spec = book.vocabulary.specs[name]
    wanted = typed(spec, Said(name, words, hidden("rule", words)), book.vocabulary, view.currencies)
    if wanted is None:
        return Draft(name, words, None, why=f"“{words}” is no value of {name}, which is a {spec.kind}")
    seen, unknown = False, ""
    for candidate in candidates(soup, words):
        seen = True
        label = fold_words(candidate.label).rstrip(": ")
        if label and label not in book.vocabulary.labels and not unknown:
            unknown = candidate.label
        for steps in candidate.steps(words):
            fact = f'[[fact]]\nname = "{name}"\n{candidate.way}\n' + (f"steps = {steps}\n" if steps else "")
            if _gives(view, fact, book) == wanted.value:
                return Draft(name, words, wanted.value, fact, label=unknown)
    why = "nothing on the page holds on to it alone" if seen else "does not stand on the page in these words"
    return Draft(name, words, wanted.value, None, f"“{words}” {why}", unknown)


def literal(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _gives(view: View, fact: str, book: Rulebook) -> FactValue | None:
    try:
        sites = load(
            [rulefile.parse(_HEAD + fact, _FILE)], book.vocabulary.specs, frozenset(book.vocabulary.units)
        )
    except RulebookError:
        return None
    return next((reading.value for reading in read(view, sites.sites[0]).readings), None)
