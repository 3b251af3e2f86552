"""What a schema.org Product says, whether JSON-LD or microdata carried it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from earmark.card import Source
from earmark.facts import Said
from earmark.page import hidden
from earmark.readers.view import View

MAX_OFFERS = 50
MAX_PROPERTIES = 200
_PAID = re.compile(r"(?![-−]).*?[1-9]")  # shops write 0 and -1 for «no price»
_GTINS = ("gtin13", "gtin", "gtin14", "gtin12", "gtin8", "ean")


def said_product(view: View, product: dict[str, Any], source: Source) -> Iterator[Said]:
    """Name, brand, model, sku, gtin, image, category, price, availability and additional properties."""
    variant = _variant(view, product)
    for spec, keys in (
        ("name", ("name",)), ("brand", ("brand", "manufacturer")), ("model", ("model",)), ("sku", ("sku",)),
        ("gtin", _GTINS), ("category", ("category",)), ("colour", ("color",)), ("weight_g", ("weight",)),
    ):  # fmt: skip
        for key in keys:
            text = string(variant.get(key) if variant.get(key) not in (None, "", []) else product.get(key))
            if text:
                yield Said(spec, text, view.seen_or_hidden(source, text), by=source)
                break
    image = string(variant.get("image") or product.get("image"))
    if image:
        yield Said("image", image, hidden(source, image), by=source)
    yield from said_offers(view, variant.get("offers") or product.get("offers"), source)
    properties = product.get("additionalProperty")
    for row in properties[:MAX_PROPERTIES] if isinstance(properties, list) else []:
        if (
            isinstance(row, dict)
            and (label := string(row.get("name")))
            and (value := string(row.get("value")))
        ):
            unit = string(row.get("unitText")) or ""
            text = f"{value} {unit}".strip()
            yield Said("row", text, view.seen_or_hidden(source, text), label, source)


def said_offers(view: View, offers: Any, source: Source) -> Iterator[Said]:
    """The price one pays now, and whether it can be bought."""
    listed = offers if isinstance(offers, list) else [offers]
    flat: list[dict[str, Any]] = []
    for offer in listed[:MAX_OFFERS]:
        if isinstance(offer, dict):
            inner = offer.get("offers")
            if isinstance(inner, (list, dict)) and not offer.get("price"):
                flat += [
                    o
                    for o in (inner if isinstance(inner, list) else [inner])[:MAX_OFFERS]
                    if isinstance(o, dict)
                ]
            flat.append(offer)
    for offer in flat:
        price, currency = _price(offer)
        if price:
            yield Said(
                "price", f"{price} {currency or ''}".strip(), view.seen_or_hidden(source, price), by=source
            )
            break
    for offer in flat:
        if (state := availability(string(offer.get("availability")) or "")) is not None:
            yield Said(
                "availability", state, hidden(source, string(offer.get("availability")) or state), by=source
            )
            break


def availability(value: str) -> str | None:
    """schema.org's ItemAvailability as the card's word."""
    word = re.sub(r"[\W_]", "", value.rsplit("/", 1)[-1]).lower()
    if word in ("outofstock", "soldout", "discontinued", "oos"):
        return "out of stock"
    if word in ("preorder", "presale", "backorder"):
        return "pre-order"
    if word in ("instock", "instoreonly", "onlineonly", "limitedavailability", "available", "madetoorder"):
        return "in stock"
    return None


def string(value: Any) -> str | None:
    """A text of what schema.org allows: a text, a number, a list of them, a thing with a name."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, list):
        return string(value[0]) if value else None
    if isinstance(value, dict):
        inner = (
            value.get("name")
            or value.get("@value")
            or value.get("value")
            or value.get("url")
            or value.get("@id")
        )
        if isinstance(inner, dict) or inner is None:
            return None
        unit = value.get("unitText") or value.get("unitCode") or ""
        return f"{string(inner)} {unit if isinstance(unit, str) else ''}".strip()
    text = " ".join(str(value).split())
    return text or None


def _price(offer: dict[str, Any]) -> tuple[str | None, str | None]:
    currency = string(offer.get("priceCurrency"))
    for key in ("price", "lowPrice"):
        text = string(offer.get(key))
        if text and _PAID.match(text):
            return text, currency
    specifications = offer.get("priceSpecification")
    for spec in specifications if isinstance(specifications, list) else [specifications]:
        if not isinstance(spec, dict) or re.search(
            "List|Strike|Unit", str(spec.get("@type", "")) + str(spec.get("priceType", ""))
        ):
            continue
        text = string(spec.get("price"))
        if text and _PAID.match(text):
            return text, string(spec.get("priceCurrency")) or currency
    return None, currency


def _variant(view: View, product: dict[str, Any]) -> dict[str, Any]:
    """Of a ProductGroup the variant that this address names, else the first."""
    variants = product.get("hasVariant")
    listed = [v for v in variants if isinstance(v, dict)] if isinstance(variants, list) else []
    if not listed:
        return product
    address = (view.page.url or "").split("#")[0]
    for variant in listed:
        offer = variant.get("offers")
        urls = [variant.get("url"), variant.get("@id"), offer.get("url") if isinstance(offer, dict) else None]
        if address and any(isinstance(url, str) and url.split("#")[0] == address for url in urls):
            return variant
    return listed[0]
