"""A site rule reads a page: Readings of its facts, rows of its tables, and what was tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from earmark.facts import Evidence, Mention, Reading, Said
from earmark.interpret.typed import Typed, plausible, typed
from earmark.page import Page
from earmark.readers.meta import metas
from earmark.readers.view import View
from earmark.sites import pointer
from earmark.sites.element import name_of, shown, text_of, unseen
from earmark.sites.finish import finish
from earmark.sites.model import Applied, FactRule, Site, Table
from earmark.sites.scope import Sites
from earmark.sites.steps import STEPS, Words, cut
from earmark.trace import Step
from earmark.vocabulary import Spec
from earmark.walk import is_inline
from earmark.written import written

MOST_ROWS = 500
MOST_EACH = 50  # elements of `take = "each"`


@dataclass
class SiteReading:
    """`rows` (and the name) are interpreted like any reader's words; `readings` are typed already."""

    readings: list[Reading] = field(default_factory=list)
    rows: list[Said] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def said(self) -> list[Said]:
        """Everything as a general reader would say it."""
        return [*(Said(r.spec, r.text, r.evidence, by="rule") for r in self.readings), *self.rows]


def site_of(page: Page, sites: Sites, steps: list[Step]) -> Site | None:
    """The most specific rule whose needs the page meets; says in `steps` why this one and not another."""
    used: Site | None = None
    for scope in sites.matching(page.url):
        lacks = next((need for need in scope.site.needs if page.tree.css_first(need) is None), None)
        if used is not None:
            outcome = f"not used: less specific than {used.file}"
        elif lacks is not None:
            outcome = f"not used: the page has no '{lacks}'"
        else:
            used = scope.site
            outcome = f"used: host {scope.host}, path {scope.path}"
        steps.append(Step("", "rule", scope.site.file, outcome))
    return used


def ignore(view: View, site: Site) -> None:
    """Take the block elements that the rule names for adverts: no reader looks there."""
    for selector in site.ignore:
        for node in view.page.tree.css(selector):
            if not is_inline(node):
                view.regions.mark(*view.page.span(node), "advert")


def read(view: View, site: Site) -> SiteReading:
    """Everything the rule finds. A fact named twice has the value of the first that gives one."""
    result = SiteReading()
    for i, table in enumerate(site.tables):
        before = len(result.rows)
        result.rows += _rows(view, table)
        place = site.place("table", i)
        result.steps.append(Step("", "rule", table.rows, f"{len(result.rows) - before} rows ({place})"))
    for i, fact in enumerate(site.facts):
        if not any(reading.spec == fact.name for reading in result.readings):
            _fact(view, fact, view.vocabulary.specs[fact.name], site.place("fact", i), result)
    return result


@dataclass(frozen=True, slots=True)
class _Found:
    """The words that a fact's source gave: one text, or a list with `take = "each"` or `*`. `nodes` are the
    elements they stand in, one for each text; none: the page does not show them."""

    words: Words
    nodes: tuple[LexborNode, ...] = ()
    present: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.words,) if isinstance(self.words, str) else self.words

    def evidence(self, view: View, words: str) -> Evidence:
        """Evidence for what steps made of the text: for `words`, of the text that holds them."""
        at = next((i for i, text in enumerate(self.texts) if words in text), 0)
        whole = self.texts[at]
        return shown(view, self.nodes[at], words, whole) if self.nodes else unseen(view, words, whole)


def _fact(view: View, fact: FactRule, spec: Spec, place: str, result: SiteReading) -> None:
    found, tried = _find(view, fact)
    if found is None:
        result.steps.append(Step(spec.name, "rule", "; ".join(tried), f"no value ({place})"))
        return
    words: Words | None = found.words
    last: Applied | None = None
    for step in fact.steps:
        if STEPS[step.name].gives not in ("text", "texts"):
            last = step
            break
        assert words is not None
        words = cut(words, step)
        tried.append(f"{step.name} → {'fails' if words is None else repr(words)}")
        if words is None:
            break
    value = None if words is None else _typed(view, spec, words, last, found)
    if last is not None or value is None:
        gave = "fails" if value is None else written(value.value, spec.unit, {})
        tried.append(f"{last.name if last else spec.kind} → {gave}")
    outcome = f"{'; '.join(tried)} ({place})"
    result.steps.append(Step(spec.name, "rule", ", ".join(found.texts), outcome))
    if value is None:
        return
    if not plausible(value.value, spec.bounds):
        result.steps.append(Step(spec.name, "rule", value.text, "outside its bounds"))
        return
    result.readings.append(Reading(spec.name, value.value, value.text, value.evidence, "rule"))
    if spec.name == "name":
        result.rows.append(Said("name", value.text, value.evidence, by="rule"))
    if spec.kind in ("choice", "flag"):
        concept = f"{spec.name}.{str(value.value).lower() if spec.kind == 'flag' else value.value}"
        label = spec.label()
        result.mentions.append(Mention(concept, "row", value.text, 0, len(value.text), value.evidence, label))


def _typed(view: View, spec: Spec, words: Words, last: Applied | None, found: _Found) -> Typed | None:
    text = words if isinstance(words, str) else ", ".join(words)
    quoted = text if isinstance(words, str) or not words else words[0]
    evidence = found.evidence(view, quoted)
    if found.present:
        return Typed(True, text, evidence)
    said = Said(spec.name, text, evidence, by="rule")
    if isinstance(words, tuple):
        return Typed(words, text, evidence) if spec.kind == "texts" else None
    if last is not None:
        return finish(last, spec, said, view.vocabulary, view.currencies)
    return typed(spec, said, view.vocabulary, view.currencies)


def _find(view: View, fact: FactRule) -> tuple[_Found | None, list[str]]:
    """The first source that gives words, and what was tried."""
    if fact.meta is not None:
        content = metas(view).get(fact.meta.lower())
        return (_Found(content) if content else None), [f"meta {fact.meta}"]
    if fact.json is not None:
        return _json(view, fact.json, fact.at)
    tried: list[str] = []
    for selector in fact.select:
        nodes = view.page.tree.css(selector)
        count = len(nodes)
        matches = {0: "no match", 1: "1 match"}.get(count, f"{count} matches")
        tried.append(f"'{selector}' {matches}")
        if not count:
            continue
        if fact.take == "each":
            pairs = [(text, node) for node in nodes[:MOST_EACH] if (text := text_of(node))]
            if pairs:
                return _Found(tuple(text for text, _ in pairs), tuple(node for _, node in pairs)), tried
        elif fact.take == "presence":
            text = text_of(nodes[0])
            if text or name_of(nodes[0]):
                return _Found(text or name_of(nodes[0]), (nodes[0],) if text else (), present=True), tried
        elif count == 1:
            found = _one(nodes[0], fact.take)
            if found is not None:
                return found, tried
        else:
            tried[-1] += ": ambiguous"
    return None, tried


def _one(node: LexborNode, take: str) -> _Found | None:
    if take.startswith("@"):
        text = " ".join((node.attributes.get(take[1:]) or "").split())
        return _Found(text) if text else None
    text = text_of(node)
    return _Found(text, (node,)) if text else None


def _json(view: View, selector: str, at: str) -> tuple[_Found | None, list[str]]:
    for node in view.page.tree.css(selector):
        values = [
            text for v in pointer.find(pointer.document(node.text()), at) if (text := pointer.written(v))
        ]
        if values:
            words = tuple(values[:MOST_EACH]) if "*" in at.split("/") else values[0]
            return _Found(words), [f"'{selector}' {at}"]
    return None, [f"'{selector}' {at}: nothing there"]


def _rows(view: View, table: Table) -> Iterator[Said]:
    if table.json is not None:
        for script in view.page.tree.css(table.json):
            for row in pointer.find(pointer.document(script.text()), table.rows)[:MOST_ROWS]:
                label, value = (
                    next(filter(None, map(pointer.written, pointer.find(row, key))), None)
                    for key in (table.label, table.value)
                )
                if label and value:
                    yield Said("row", value, unseen(view, value, value), label, "rule")
        return
    for node in view.page.tree.css(table.rows)[:MOST_ROWS]:
        labels, values = node.css(table.label), node.css(table.value)
        if len(labels) == len(values) == 1:
            label, text = text_of(labels[0]), text_of(values[0])
            if label and text:
                yield Said("row", text, shown(view, values[0], text, text), label, "rule")
