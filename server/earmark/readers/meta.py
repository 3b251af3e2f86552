"""`<meta>`: OpenGraph, product and Twitter properties."""

from __future__ import annotations

from collections.abc import Iterator

from earmark.facts import Said
from earmark.readers.schema_org import availability
from earmark.readers.view import View

_SPECS = {
    "og:title": "name",
    "twitter:title": "name",
    "og:image": "image",
    "product:brand": "brand",
    "og:brand": "brand",
    "product:retailer_item_id": "sku",
    "product:retailer_part_no": "sku",
    "product:price:amount": "price",
    "og:price:amount": "price",
    "og:price": "price",
    "product:sale_price:amount": "price",
    "product:availability": "availability",
    "og:availability": "availability",
    "product:ean": "gtin",
    "product:gtin": "gtin",
    "brand": "brand",
}
_CURRENCIES = ("product:price:currency", "og:price:currency", "product:sale_price:currency")


def read(view: View) -> Iterator[Said]:
    """The properties of `_SPECS`, sale price before list price."""
    properties = view.metas
    currency = next((properties[name] for name in _CURRENCIES if properties.get(name)), "")
    for name in sorted(_SPECS, key=lambda name: not name.startswith("product:sale")):
        value = properties.get(name)
        if not value:
            continue
        spec = _SPECS[name]
        if spec == "availability":
            state = availability(value)
            if state:
                yield Said(spec, state, view.seen_or_hidden("meta", value), by="meta")
        elif spec == "price":
            yield Said(spec, f"{value} {currency}".strip(), view.seen_or_hidden("meta", value), by="meta")
        else:
            yield Said(spec, value, view.seen_or_hidden("meta", value), by="meta")


def metas(view: View) -> dict[str, str]:
    """Every `<meta>` with a name or property and a content; the first of each name."""
    found: dict[str, str] = {}
    for node in view.marked["meta"]:
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or "").lower()
        content = attributes.get("content")
        if name and content:
            found.setdefault(name, " ".join(content.split()))
    return found
