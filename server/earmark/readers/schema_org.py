"""What a schema.org Product says, whether JSON-LD or microdata carried it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from earmark.card import Source
from earmark.facts import Said
from earmark.page import hidden
from earmark.readers.view import View
from earmark.values import money

MAX_OFFERS = 50
MAX_PROPERTIES = 200
_PAID = re.compile(r"(?![-−]).*?[1-9]")  # shops write 0 and -1 for «no price»
_NOT_PAID = re.compile("List|Strike|MSRP|SRP|Regular")
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
    yield from said_offers(view, _of(variant, "offers") or _of(product, "offers"), source)
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
    """The price one pays now, and whether it can be bought: of several offers the one that this address
    names, else the first that is in stock."""
    flat = _flat(offers)
    states = [availability(string(_of(offer, "availability")) or "") for offer in flat]
    order = sorted(range(len(flat)), key=lambda i: (not _here(view, flat[i]), states[i] != "in stock"))
    for i in order:
        price, currency = _price(flat[i])
        if price:
            text = f"{price} {currency or ''}".strip()
            yield Said("price", text, view.seen_or_hidden(source, price), by=source)
            break
    for i in order:
        if (state := states[i]) is not None:
            said = string(_of(flat[i], "availability")) or state
            yield Said("availability", state, hidden(source, said), by=source)
            break


def declared_prices(view: View) -> list[Decimal]:
    """Every amount that JSON-LD, microdata or `<meta>` of the product give for its price."""
    texts = [
        price
        for product in (*view.products[:1], view.item)
        for offer in _flat(_of(_variant(view, product), "offers") or _of(product, "offers"))
        if (price := _price(offer)[0])
    ]
    texts += [text for name, text in view.metas.items() if name.endswith(("price:amount", "og:price"))]
    return [found.amount for text in texts if (found := money(text, view.currencies)) is not None]


def declared_currency(view: View) -> str:
    """The first currency that JSON-LD, microdata or `<meta>` of the product name."""
    for product in (*view.products[:1], view.item):
        for offer in _flat(_of(_variant(view, product), "offers") or _of(product, "offers")):
            if currency := _price(offer)[1]:
                return currency.upper()
    return next((code.upper() for name, code in view.metas.items() if name.endswith("price:currency")), "")


def _flat(offers: Any) -> list[dict[str, Any]]:
    """The offers, those inside an AggregateOffer too."""
    listed = offers if isinstance(offers, list) else [offers]
    flat: list[dict[str, Any]] = []
    for offer in listed[:MAX_OFFERS]:
        if isinstance(offer, dict):
            inner = _of(offer, "offers")
            if isinstance(inner, (list, dict)) and not offer.get("price"):
                inside = inner if isinstance(inner, list) else [inner]
                flat += [one for one in inside[:MAX_OFFERS] if isinstance(one, dict)]
            flat.append(offer)
    return flat


def _of(node: dict[str, Any], name: str) -> Any:
    """A property, though the shop writes it with a capital."""
    value = node.get(name)
    return node.get(name.capitalize()) if value is None else value


def _here(view: View, thing: dict[str, Any]) -> bool:
    """The thing's own address is that of the page."""
    address = (view.page.url or "").split("#")[0]
    urls = (thing.get("url"), thing.get("@id"))
    return bool(address) and any(isinstance(url, str) and url.split("#")[0] == address for url in urls)


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
    given = offer.get("priceSpecification")
    specifications = [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, dict)]
    # Some shops give the price as a UnitPriceSpecification, others one by the litre beside it.
    for spec in sorted(specifications, key=lambda spec: "Unit" in str(spec.get("@type", ""))):
        if _NOT_PAID.search(str(spec.get("priceType", ""))) or spec.get("validForMemberTier"):
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
    for variant in listed:
        offer = variant.get("offers")
        if _here(view, variant) or (isinstance(offer, dict) and _here(view, offer)):
            return variant
    return listed[0]
