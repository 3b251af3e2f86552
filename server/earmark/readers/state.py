"""Inline state: the JSON that a single-page shop draws itself from. It costs more than the parse and is read
only where everything else came up short."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.schema_org import string
from earmark.readers.view import View

WANTED = ("price", "brand", "sku")  # what a shop's page says of its product, if its text is all there
MAX_SCRIPT = 2**20  # characters of one script
MAX_SCRIPTS = 8
MAX_VISITED = 20_000  # nodes looked at in search of the product
SAME_NAME = 20  # characters of the name that must agree
_ASSIGNED = re.compile(r"(?:window\.)?[\w.$\[\]\"']{2,60}\s{0,3}=\s{0,3}(?=[{\[])")
_NAMES = ("name", "title", "productName", "displayName")
_KEYS = {
    "price": ("price", "salePrice", "sellingPrice", "finalPrice", "currentPrice", "amount"),
    "brand": ("brand", "brandName", "vendor", "manufacturer"),
    "sku": ("sku", "productCode", "articleNumber", "itemNumber"),
}
_SAYING = frozenset(key for keys in _KEYS.values() for key in keys)


def read(view: View) -> Iterator[Said]:
    """Price, brand and sku of the object that bears the headline's name."""
    headline = view.page.headline
    name = fold_words(headline.text if headline is not None else view.page.title)[:SAME_NAME]
    if len(name) < SAME_NAME // 2:
        return
    for data in _states(view):
        product = _named(data, name)
        for spec in WANTED if product is not None else ():
            text = _value(product, _KEYS[spec])
            if text:
                yield Said(spec, text, view.seen_or_hidden("state", text), by="state")
        if product is not None:
            return


def _states(view: View) -> Iterator[Any]:
    scripts = view.page.tree.css("script:not([src])")
    looked = 0
    for node in scripts:
        text = node.text()
        kind = (node.attributes.get("type") or "").lower()
        start = 0 if "json" in kind and "ld+json" not in kind else None
        if start is None and "ld+json" not in kind and (found := _ASSIGNED.search(text[:400])):
            start = found.end()
        if start is None:
            continue
        looked += 1
        if looked > MAX_SCRIPTS:
            return
        if len(text) > MAX_SCRIPT:
            view.skipped.append(("state", f"a script of {len(text):,} characters is over the limit"))
            continue
        try:
            yield json.JSONDecoder().raw_decode(text, start + len(text[start:]) - len(text[start:].lstrip()))[
                0
            ]
        except (ValueError, RecursionError) as error:
            view.skipped.append(("state", f"not JSON: {str(error)[:80]}"))


def _named(data: Any, name: str) -> dict[str, Any] | None:
    """The first object with the name and a price, brand or sku of its own."""
    queue: list[Any] = [data]
    for visited, node in enumerate(queue):
        if visited > MAX_VISITED:
            return None
        if isinstance(node, list):
            queue.extend(node[:MAX_VISITED])
        elif isinstance(node, dict):
            says = not _SAYING.isdisjoint(node) and _bears(node, name)
            if says and any(_value(node, keys) for keys in _KEYS.values()):
                return node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))
    return None


def _bears(node: dict[str, Any], name: str) -> bool:
    for key in _NAMES:
        text = node.get(key)
        if isinstance(text, str) and len(text) >= len(name) and fold_words(text)[:SAME_NAME] == name:
            return True
    return False


def _value(product: dict[str, Any] | None, keys: Iterable[str]) -> str | None:
    for key in keys:
        value = (product or {}).get(key)
        if isinstance(value, dict):
            code = string(value.get("currencyCode") or value.get("currency")) or ""
            value = value.get("value") or value.get("amount") or value.get("name") or value.get("formatted")
            value = f"{value} {code}".strip() if code and value else value
        text = string(value)
        if text and len(text) <= 80:
            return text
    return None
