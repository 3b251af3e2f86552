"""Microdata and RDFa, read as shops write them: `content` counts on any element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.schema_org import said_product
from earmark.readers.view import View

MAX_ITEMS = 400  # properties looked at on one page
_WANTED = frozenset(
    {
        "name",
        "brand",
        "manufacturer",
        "model",
        "sku",
        "productid",
        "mpn",
        "gtin13",
        "gtin",
        "gtin14",
        "gtin12",
        "gtin8",
        "category",
        "color",
        "image",
        "price",
        "lowprice",
        "pricecurrency",
        "availability",
        "weight",
    }
)
_SPELLING = {"lowprice": "lowPrice", "pricecurrency": "priceCurrency"}
_SCOPES = frozenset({"product", "offer", "aggregateoffer", "brand", "organization", "individualproduct", ""})
_BARE = frozenset({"price", "pricecurrency", "availability", "brand", "sku"})  # believed outside every item
_OFFERS = frozenset({"price", "lowPrice", "priceCurrency", "availability"})


def read(view: View) -> Iterator[Said]:
    """The properties of the Product that the headline names, else of the first outside foreign regions."""
    product = view.item
    if product:
        yield from said_product(view, product, "microdata")


def item(view: View) -> dict[str, Any]:
    """One Product in schema.org's shape; empty where the page has none."""
    products: dict[int, dict[str, Any]] = {}
    shown: set[int] = set()  # the products whose own name the page shows
    for node in view.marked["property"][:MAX_ITEMS]:
        attributes = node.attributes
        for name in (attributes.get("itemprop") or attributes.get("property") or "").lower().split():
            name = (
                name.removeprefix("schema:")
                .removeprefix("http://schema.org/")
                .removeprefix("https://schema.org/")
            )
            if name not in _WANTED:
                continue
            kind, owner = _scope(node)
            if kind not in _SCOPES or (not kind and name not in _BARE):
                continue
            first, end = view.page.span(node)
            if first < end and view.regions.names[first] in ("related", "advert", "compare"):
                continue
            value = _value(node, attributes)
            if not value:
                continue
            name = _SPELLING.get(name, name)
            if name == "name" and kind in ("brand", "organization"):
                if not _under(node, ("brand", "manufacturer")):
                    continue
                name = "brand"
            product = products.setdefault(owner, {})
            if name == "name" and first < end and name not in product:
                shown.add(owner)
            target = product.setdefault("offers", {}) if name in _OFFERS else product
            target.setdefault(name, value)
    return _about(view, products, shown)


def _about(view: View, products: dict[int, dict[str, Any]], shown: set[int]) -> dict[str, Any]:
    """The product that the headline names, else the first but for those that show another name: a menu's."""
    headline = view.page.headline
    about = fold_words(f"{headline.text if headline else ''} {view.page.title}")
    named = [
        p for p in products.values() if fold_words(str(p.get("name", "")))[:30] in about and p.get("name")
    ]
    others = [p for owner, p in products.items() if headline is None or owner not in shown]
    return next(iter(named or others), {})


def _value(node: LexborNode, attributes: dict[str, str | None]) -> str:
    for key in ("content", "href", "src"):
        value = attributes.get(key)
        if value and (key == "content" or node.tag in ("link", "img", "meta")):
            return " ".join(value.split())
    if "itemscope" in attributes:
        return ""
    return " ".join(node.text(separator=" ").split())[:400]


def _scope(node: LexborNode) -> tuple[str, int]:
    """The schema.org type of the nearest item around a node, lower case ("" outside every item), and the
    identity of the outermost Product around it (0: none)."""
    nearest = ""
    rdfa = "property" in node.attributes
    parent = node.parent
    while parent is not None and parent.is_element_node:
        attributes = parent.attributes
        kind = attributes.get("itemtype") or (attributes.get("typeof") if rdfa else None)
        if kind:
            name = kind.strip().rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower()
            nearest = nearest or name
            if name in ("product", "individualproduct"):
                return nearest, parent.mem_id
        parent = parent.parent
    return nearest, 0


def _under(node: LexborNode, properties: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None and parent.is_element_node:
        if (parent.attributes.get("itemprop") or "").lower() in properties:
            return True
        parent = parent.parent
    return False
