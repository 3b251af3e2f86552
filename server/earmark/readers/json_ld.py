"""JSON-LD: the schema.org Product that this page is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.mending import mended
from earmark.readers.schema_org import said_product
from earmark.readers.view import View

MAX_SCRIPT = 2**20  # bytes of one script; shops stay under 200 KB
MAX_SCRIPTS = 64
MAX_MENDED = 2**17  # characters of broken scripts of one page that are mended
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
MAX_VISITED = 20_000  # nodes looked at in search of a Product

PRODUCTS = frozenset(
    {"product", "productgroup", "individualproduct", "productmodel", "someproducts", "vehicle", "book"}
)


def read(view: View) -> Iterator[Said]:
    """Every property of the first Product that a card can hold."""
    for product in view.products[:1]:
        yield from said_product(view, product, "json-ld")


def products(view: View) -> list[dict[str, Any]]:
    """The Products of the page, the one that the headline or `<title>` names first."""
    found: list[dict[str, Any]] = []
    left = MAX_MENDED
    for node in view.marked["script"][:MAX_SCRIPTS]:
        text = node.text()
        if len(text) > MAX_SCRIPT:
            view.skipped.append(("json-ld", f"a script of {len(text):,} characters is over the limit"))
            continue
        try:
            found += _products(msgspec.json.decode(text.strip()))
            continue
        except msgspec.DecodeError as error:
            wrong = str(error)[:80]
        except RecursionError as error:
            view.skipped.append(("json-ld", f"not JSON: {error}"))
            continue
        left -= len(text)
        try:
            found += _products(mended(text)) if left >= 0 else []
            view.skipped.append(
                ("json-ld", f"broken JSON: {wrong}; {'mended' if left >= 0 else 'too large to mend'}")
            )
        except (RecursionError, ValueError):
            view.skipped.append(("json-ld", f"not JSON: {wrong}"))
    headline = view.page.headline
    about = fold_words(f"{headline.text if headline else ''} {view.page.title}")

    def strange(product: dict[str, Any]) -> bool:
        name = fold_words(str(product.get("name") or ""))
        return not name or name[:30] not in about

    own = about.split()
    return sorted((one for one in found if not _another(one, own)), key=strange)


def _another(product: dict[str, Any], own: list[str]) -> bool:
    """Its name has the words of this page's with another number: the next model, «Wave 5» on the page of
    «Wave 1»."""
    name = _TOKEN.findall(fold_words(str(product.get("name") or "")))
    mine = {token for word in own for token in _TOKEN.findall(word)}
    figures = {token for token in name if token.isdigit()}
    return (
        bool(figures) and not figures <= mine and set(name) - figures <= mine and any(map(str.isdigit, mine))
    )


def types(node: dict[str, Any]) -> set[str]:
    """The schema.org types of a node, lower case, without their address."""
    kinds = node.get("@type") or ""
    names = kinds if isinstance(kinds, list) else [kinds]
    return {str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names}


def _products(data: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    queue: list[Any] = [data]
    for visited, node in enumerate(queue):
        if visited > MAX_VISITED:
            break
        if isinstance(node, list):
            queue.extend(node[:MAX_VISITED])
        elif isinstance(node, dict):
            if types(node) & PRODUCTS:
                found.append(node)
                continue
            queue.extend(
                value
                for key, value in node.items()
                if isinstance(value, (dict, list))
                and key not in ("itemListElement", "isRelatedTo", "isSimilarTo", "review", "reviews")
            )
    return found
