"""Cases run: what each expects against what the card has; rules that read other shops' pages; rules that
change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from earmark.card import Card, Value
from earmark.corpus.expected import Accepted
from earmark.page import Page
from earmark.pipeline import annotate_page
from earmark.readers import View
from earmark.regions import regions
from earmark.rulebook import Rulebook
from earmark.rulefile import Problem
from earmark.sites import Site, Sites, read
from earmark.sites.cases import CLASSIFIED, Case

NOTHING_EXTRA = "nothing extra"


@dataclass(frozen=True)
class Outcome:
    """One test of one case: what was wanted and what the card has; None: nothing."""

    case: str
    test: str
    right: bool
    want: Any = None
    got: Any = None


def answers(card: Card) -> dict[str, Value]:
    """Everything a case may expect of a card: facts, product fields, the classification."""
    found: dict[str, Value] = {fact.spec: fact.value for fact in card.facts}
    product = card.product
    for name in ("name", "brand", "model", "sku", "gtin", "availability"):
        if (text := getattr(product, name)) is not None:
            found[name] = text
    if product.price is not None:
        found["price"] = f"{product.price.amount} {product.price.currency or ''}".strip()
    for name in CLASSIFIED if card.classification is not None else ():
        if (value := getattr(card.classification, name)) is not None:
            found[name] = value
    return found


def card_of_case(case: Case, book: Rulebook) -> Card:
    """The card of a case's page."""
    return annotate_page(Page.read(case.page.read_bytes(), case.url), book, None, ("en",))


def run(case: Case, book: Rulebook) -> list[Outcome]:
    """One test for each value that is expected or must be absent, one that no other fact is there."""
    card = card_of_case(case, book)
    got = answers(card)
    tests = [
        Outcome(case.name, name, name in got and Accepted((want,)).has(got[name]), want, got.get(name))
        for name, want in case.expect.items()
    ]
    tests += [Outcome(case.name, f"no {name}", name not in got, None, got.get(name)) for name in case.absent]
    extra = sorted({fact.spec for fact in card.facts} - set(case.expect))
    return [
        *tests,
        Outcome(case.name, NOTHING_EXTRA, not extra, None, {name: got[name] for name in extra} or None),
    ]


def silent(site: Site, others: Iterable[Case], book: Rulebook) -> Iterator[Outcome]:
    """Whether a rule, let loose on other shops' pages, finds nothing there."""
    for case in others:
        page = Page.read(case.page.read_bytes(), case.url)
        needs = all(page.tree.css_first(need) is not None for need in site.needs)
        view = View(page, regions(page, book.vocabulary), book.vocabulary, [])
        said = read(view, site).said if needs else []
        got = {one.label or one.spec: one.text for one in said}
        yield Outcome(site.host, f"silent on {case.name}", not got, None, got or None)


def redundant(site: Site, cases: Sequence[Case], book: Rulebook) -> list[Problem]:
    """W104 for the rule, or for each fact of it, that changes no answer on its own cases."""
    without = replace(book, sites=Sites(one for one in book.sites.sites if one is not site))
    changed: set[str] = set()
    for case in cases:
        one, other = answers(card_of_case(case, book)), answers(card_of_case(case, without))
        changed |= {name for name in {*one, *other} if one.get(name) != other.get(name)}
    if not cases:
        return []
    if not changed:
        return [site.source.problem("W104", "without this rule every case gives the same", ("site",))]
    return [
        site.source.problem(
            "W104", f"`{fact.name}` is the same without it", ("fact", i, "name"), word=fact.name
        )
        for i, fact in enumerate(site.facts)
        if fact.name not in changed
    ]


def diff(outcome: Outcome) -> list[str]:
    """What was wanted (-) and what is there (+)."""
    lines = [f"- {_written(outcome.want)}"] if outcome.want is not None else []
    got = outcome.got.items() if isinstance(outcome.got, Mapping) else [("", outcome.got)]
    return lines + [
        f"+ {name}{' = ' if name else ''}{_written(value)}" for name, value in got if value is not None
    ]


def _written(value: Any) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
