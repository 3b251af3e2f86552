"""What every reader is given: the page, its regions, the words of shops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborNode

from earmark.card import Source
from earmark.facts import Evidence
from earmark.folding import fold
from earmark.language import page_language
from earmark.page import Page, hidden
from earmark.regions import Regions
from earmark.trace import Step
from earmark.values import Currencies
from earmark.vocabulary import Vocabulary
from earmark.walk import Block

_MARKED = (
    'meta[content], script[type*="ld+json" i], [itemprop], [property], '
    'input[type="submit"][value], input[type="button"][value]'
)
LONGEST_FOUND = 200  # characters; a longer value is not looked for in the visible text


@dataclass
class View:
    """For the trace, `skipped` gathers what could not be read and why, `passed_over` what was read and not
    taken."""

    page: Page
    regions: Regions
    vocabulary: Vocabulary
    skipped: list[tuple[str, str]]
    passed_over: list[Step] = field(default_factory=list)

    @cached_property
    def currencies(self) -> Currencies:
        """The money symbols as this shop's country means them."""
        host = self.page.address.hostname or ""
        ending = f".{host.rsplit('.', 1)[-1]}" if "." in host else ""
        if (self.language or "").startswith("zh") and len(ending) != len(".cn"):
            ending = ".cn"  # «¥» on a shop that has no country in its name
        known = self.vocabulary
        return Currencies(known.currencies, known.decimals, ending, known.leading, self._declared_currency)

    @cached_property
    def _declared_currency(self) -> str:
        """The currency that structured data names; empty where it names none."""
        from earmark.readers.schema_org import declared_currency

        return declared_currency(self)

    @cached_property
    def language(self) -> str | None:
        """The language the page is written in."""
        return page_language(self.page, self.vocabulary.tells)

    @cached_property
    def products(self) -> list[dict[str, Any]]:
        """The schema.org Products of the page's JSON-LD, this page's own first."""
        from earmark.readers.json_ld import products

        return products(self)

    @cached_property
    def item(self) -> dict[str, Any]:
        """The page's Product as microdata or RDFa give it, in schema.org's shape; empty without one."""
        from earmark.readers.microdata import item

        return item(self)

    @cached_property
    def declared_prices(self) -> list[Decimal]:
        """The amounts that structured data gives for the price."""
        from earmark.readers.schema_org import declared_prices

        return declared_prices(self)

    @cached_property
    def marked(self) -> Mapping[str, Sequence[LexborNode]]:
        """The elements that carry data for machines, in one search of the tree: "meta" with a content,
        "script" of JSON-LD, "input" that is a button, "property": what has an itemprop or property."""
        found: dict[str, list[LexborNode]] = {"meta": [], "script": [], "input": [], "property": []}
        for node in self.page.tree.css(_MARKED):
            attributes = node.attributes
            if "itemprop" in attributes or "property" in attributes:
                found["property"].append(node)
            tag, kind = node.tag, (attributes.get("type") or "").lower()
            if tag == "meta" and "content" in attributes:
                found["meta"].append(node)
            elif tag == "script" and "ld+json" in kind:
                found["script"].append(node)
            elif tag == "input" and kind in ("submit", "button"):
                found["input"].append(node)
        return found

    @cached_property
    def metas(self) -> dict[str, str]:
        """Every `<meta>` with a name or property and a content; the first of each name."""
        from earmark.readers.meta import metas

        return metas(self)

    def own_blocks(self) -> Iterator[Block]:
        """The blocks that speak of the product, from its headline on."""
        start = max(self.regions.before, 0)
        names = self.regions.names
        return (block for block in self.page.blocks[start:] if not names[block.index])

    def seen_or_hidden(self, source: Source, value: str) -> Evidence:
        """Evidence for a value of structured data: where the page shows it, else as it is written there."""
        wanted = fold(" ".join(value.split()))
        if 1 < len(wanted) <= LONGEST_FOUND:
            for block, at in self.page.holding(wanted):
                if not self.regions.names[block.index] and _whole(block.text, at, at + len(wanted)):
                    exact = block.text[at : at + len(wanted)]
                    kind: Source = "heading" if block.index == self.regions.before else _source(block)
                    return self.page.quote(block, kind, exact, at)
        return hidden(source, " ".join(value.split()))


def _whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _source(block: Block) -> Source:
    if block.tag in ("td", "th"):
        return "table"
    if block.tag in ("dd", "dt", "li"):
        return "list"
    return "description"
