"""Microdata and RDFa, read as shops write them: `content` counts on any element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from earmark.facts import Said
from earmark.readers.schema_org import said_product
from earmark.readers.view import View

MAX_ITEMS = 400  # properties looked at on one page
_WANTED = frozenset({
    "name", "brand", "manufacturer", "model", "sku", "productid", "mpn", "gtin13", "gtin", "gtin14", "gtin12", "gtin8", "category",
    "color", "image", "price", "lowprice", "pricecurrency", "availability", "weight",
})  # fmt: skip
_SPELLING = {"lowprice": "lowPrice", "pricecurrency": "priceCurrency"}
_OFFERS = frozenset({"price", "lowPrice", "priceCurrency", "availability"})


def read(view: View) -> Iterator[Said]:
    """The properties of the Product that holds the headline, else of the first one outside foreign regions."""
    product = item(view)
    if product:
        yield from said_product(view, product, "microdata")


def item(view: View) -> dict[str, Any]:
    """One Product in schema.org's shape; empty where the page has none."""
    product: dict[str, Any] = {}
    offer: dict[str, Any] = {}
    for node in view.page.tree.css("[itemprop], [property]")[:MAX_ITEMS]:
        attributes = node.attributes
        names = (attributes.get("itemprop") or attributes.get("property") or "").lower().split()
        for name in names:
            name = name.removeprefix("schema:").removeprefix("http://schema.org/").removeprefix("https://schema.org/")
            if name not in _WANTED or ":" in name:
                continue
            scope = _scope(node)
            if scope not in ("product", "offer", "aggregateoffer", "brand", "organization", "individualproduct", ""):
                continue
            if scope == "" and name not in ("price", "pricecurrency", "availability", "brand", "sku"):
                continue
            if scope == "organization" and name == "name" and not _under(node, ("brand", "manufacturer")):
                continue
            first, end = view.page.span(node)
            if first < end and view.regions.names[first] in ("related", "advert", "compare"):
                continue
            value = _value(node, attributes)
            if not value:
                continue
            name = _SPELLING.get(name, name)
            if name == "name" and scope in ("brand", "organization"):
                name = "brand"
            target = offer if name in _OFFERS else product
            target.setdefault(name, value)
    if offer:
        product["offers"] = offer
    return product


def _value(node: LexborNode, attributes: dict[str, str | None]) -> str:
    for key in ("content", "href", "src"):
        value = attributes.get(key)
        if value and (key == "content" or node.tag in ("link", "img", "meta")):
            return " ".join(value.split())
    if "itemscope" in attributes and attributes.get("itemtype", "").__class__ is str and node.css_first("[itemprop=name]"):
        return ""
    return " ".join(node.text(separator=" ").split())[:400]


def _scope(node: LexborNode) -> str:
    """The schema.org type of the nearest item around a node, lower case; "" outside every item."""
    parent = node.parent
    while parent is not None:
        if parent.is_element_node:
            attributes = parent.attributes
            kind = attributes.get("itemtype") or (attributes.get("typeof") if "property" in node.attributes else None)
            if kind:
                return kind.strip().rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower()
        parent = parent.parent
    return ""


def _under(node: LexborNode, properties: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None and parent.is_element_node:
        if (parent.attributes.get("itemprop") or "").lower() in properties:
            return True
        parent = parent.parent
    return False
