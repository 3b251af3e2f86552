"""The whole way of a page: bytes -> Page -> what readers say -> facts -> classification -> advice -> Card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import msgspec

from earmark.agreement import agree
from earmark.article import Advice, advise
from earmark.assemble import card_of
from earmark.card import Card, PageInfo, PageKind, Purpose
from earmark.errors import PurposeUnknown
from earmark.facts import Classification, Fact, Facts
from earmark.interpret import interpret
from earmark.kinds import classify
from earmark.kinds.classify import is_audio
from earmark.neighbours import others
from earmark.page import Page
from earmark.pagekind import page_kind
from earmark.readers import LATE, READERS, View
from earmark.regions import regions
from earmark.rulebook import Rulebook, load_rulebook
from earmark.sites import SiteReading, ignore, site_of
from earmark.sites import read as read_site
from earmark.sniffing import not_html
from earmark.trace import Step, as_wire


def annotate(
    html: bytes | str,
    url: str | None = None,
    *,
    purpose: str | None = None,
    languages: Sequence[str] = ("en",),
    rulebook: Rulebook | None = None,
    charset: str | None = None,
    trace: bool = False,
) -> Card:
    """Annotate one captured page in this process.

    `charset` is the HTTP header's; `languages` the reader's, best first. Raises PageTooLarge,
    PageTooComplex, PurposeUnknown, RulebookError.
    """
    book = rulebook or load_rulebook()
    if purpose is not None and purpose not in get_args(Purpose):
        raise PurposeUnknown(f"unknown purpose {purpose!r}; known: {', '.join(get_args(Purpose))}")
    reason, words = not_html(html)
    if reason is not None:
        return _no_page(url, book, languages, reason, words)
    return annotate_page(Page.read(html, url, charset), book, purpose, languages, trace=trace)


def annotate_page(
    page: Page, book: Rulebook, purpose: str | None, languages: Sequence[str], *, trace: bool = False
) -> Card:
    """Pure: the same page, rulebook, purpose and languages give the same card."""
    language = _language(languages, book)
    view = View(page, regions(page, book.vocabulary), book.vocabulary, [])
    steps: list[Step] = []
    site = site_of(page, book.sites, steps)
    ruled = SiteReading()
    if site is not None:
        ignore(view, site)
        ruled = read_site(view, site)
        steps += ruled.steps
    for first, end in list(others(view)):
        view.regions.mark(first, end, "related")
    said = [one for reader in READERS for one in reader(view)]
    kind, reason = page_kind(view, [*ruled.said, *said])
    read = interpret([*ruled.rows, *said], book.vocabulary, view.currencies)
    if kind == "product":
        told = {reading.spec for reading in (*ruled.readings, *read.readings)}
        for spec, reader in LATE:
            if spec not in told and (late := list(reader(view))):
                read.readings += interpret(late, book.vocabulary, view.currencies).readings
                told.add(spec)
    steps += [*(Step("", source, "", why) for source, why in view.skipped), *view.passed_over]
    facts = agree([*ruled.readings, *read.readings], steps)
    mentions = [*ruled.mentions, *read.mentions]
    steps += read.dropped

    found: Classification | None = None
    advice: Advice | None = None
    if kind == "product":
        found = classify(read.name, mentions, facts, book.kinds, book.vocabulary, language)
        if is_audio(mentions, facts, found, book.vocabulary):
            facts = _settled(facts, found)
            advice = advise(book.article, found, facts, purpose, languages)
        else:
            if found.kind not in ("accessory", "other"):
                found = replace(found, kind="other", form=None, back=None, microphone=None)
            reason = found.kind
    card = card_of(
        PageInfo(page.url, view.language, kind, _reason(book, reason, languages)),
        facts if kind == "product" else {},
        found,
        advice,
        vocabulary=book.vocabulary,
        rulebook=book.digest,
        site=site.host if site is not None else None,
        language=language,
        words=book.kinds.values.get(language, {}),
    )
    return msgspec.structs.replace(card, trace=as_wire(steps)) if trace else card


def _settled(facts: Facts, found: Classification) -> dict[str, Fact]:
    """The facts, with form and microphone as the classification settled them."""
    settled = dict(facts)
    for spec, value in (("form", found.form), ("back", found.back), ("microphone", found.microphone)):
        fact = settled.get(spec)
        if fact is not None and value is not None and fact.value != value:
            evidence = found.evidence.get(spec) or fact.evidence
            rest = tuple(other for other in fact.contradicts if other.value != value)
            settled[spec] = Fact(spec, value, fact.text, evidence, rest)
        elif fact is not None and value is None:
            del settled[spec]
        elif value is not None and spec in found.evidence:
            settled[spec] = Fact(spec, value, value, found.evidence[spec])
    return settled


def _language(languages: Sequence[str], book: Rulebook) -> str:
    return next(
        (short for tag in languages if (short := tag.split("-")[0].lower()) in book.kinds.texts), "en"
    )


def _reason(book: Rulebook, name: str | None, languages: Sequence[str]) -> str | None:
    return None if name is None else book.kinds.reason(name, tuple(languages))


def _no_page(url: str | None, book: Rulebook, languages: Sequence[str], reason: str, words: str) -> Card:
    kind: PageKind = "other"
    why = book.kinds.reason(reason, tuple(languages), what=words)
    return card_of(
        PageInfo(url, None, kind, why), {}, None, None, vocabulary=book.vocabulary, rulebook=book.digest
    )
