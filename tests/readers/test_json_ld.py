"""JSON-LD: the Product that the page is about, from whatever shops write."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from earmark.readers import View, json_ld

Views = Callable[..., View]
NAME = "Orrery Halden 7"
PRODUCT: dict[str, Any] = {
    "@type": "Product",
    "name": NAME,
    "brand": {"@type": "Brand", "name": "Orrery"},
    "sku": "H7-01",
    "gtin13": "4006381333931",
    "image": ["https://shop.example/h7.jpg"],
    "offers": {
        "@type": "Offer",
        "price": "129.00",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
    },
}
SAID = {
    "name": NAME, "brand": "Orrery", "sku": "H7-01", "gtin": "4006381333931",
    "image": "https://shop.example/h7.jpg", "price": "129.00 EUR", "availability": "in stock",
}  # fmt: skip


def script(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


def page(*scripts: str) -> str:
    return f"<title>{NAME}</title>{''.join(map(script, scripts))}<h1>{NAME}</h1>"


def read(view: View) -> dict[str, str]:
    return {said.spec: said.text for said in json_ld.read(view)}


TEXT = json.dumps(PRODUCT)
WRITTEN = {
    "plain": TEXT,
    "in a list": f"[{TEXT}]",
    "in a graph": json.dumps({"@context": "x", "@graph": [{"@type": "WebPage"}, PRODUCT]}),
    "as the main entity": json.dumps({"@type": "ItemPage", "mainEntity": PRODUCT}),
    "type as a list": json.dumps(PRODUCT | {"@type": ["Thing", "Product"]}),
    "type as an address": json.dumps(PRODUCT | {"@type": "http://schema.org/Product"}),
    "a comma too many": TEXT[:-1] + ",}",
    "a comment around": f"<!-- {TEXT} -->",
    "a CDATA around": f"//<![CDATA[\n{TEXT}\n//]]>",
    "a semicolon behind": TEXT + ";",
    "a line break in a string": TEXT.replace(NAME, "Orrery\nHalden 7"),
    "after what is no JSON": f"oops</script><script type='application/ld+json'>{TEXT}",
    "offers as a list": json.dumps(PRODUCT | {"offers": [PRODUCT["offers"]]}),
    "offers in an aggregate": json.dumps(
        PRODUCT | {"offers": {"@type": "AggregateOffer", "offers": [PRODUCT["offers"]], "lowPrice": "1"}}
    ),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_ways_of_writing_it(view: Views, way: str) -> None:
    assert read(view(page(WRITTEN[way]))) == SAID


OFFERS: list[tuple[Any, str | None]] = [
    ({"price": 129, "priceCurrency": "EUR"}, "129 EUR"),
    ({"price": 129.5}, "129.5"),
    ({"lowPrice": "99", "highPrice": "199", "priceCurrency": "EUR"}, "99 EUR"),
    ({"priceSpecification": {"price": "99", "priceCurrency": "EUR"}}, "99 EUR"),
    ({"priceSpecification": [
        {"priceType": "https://schema.org/ListPrice", "price": "199"},
        {"@type": "UnitPriceSpecification", "price": "9"},
        {"price": "99", "priceCurrency": "EUR"},
    ]}, "99 EUR"),
    ([{"price": 0}, {"price": "99"}], "99"),
    ({"price": "0.00"}, None),
    ({"price": "-1"}, None),
    ({"price": -1}, None),
    ({"price": "NaN"}, None),
    ({"price": ""}, None),
    ({"price": None}, None),
    ({"price": True}, None),
    ({"price": {"price": {}}}, None),
    ("129", None),
    (None, None),
    ([], None),
    ([[{"price": 5}]], None),
]  # fmt: skip


@pytest.mark.parametrize(("offers", "price"), OFFERS)
def test_the_price_one_pays_now(view: Views, offers: Any, price: str | None) -> None:
    assert read(view(page(json.dumps(PRODUCT | {"offers": offers})))).get("price") == price


AVAILABILITY = [
    ("https://schema.org/InStock", "in stock"),
    ("http://schema.org/OutOfStock", "out of stock"),
    ("PreOrder", "pre-order"),
    ("in_stock", "in stock"),
    ("SoldOut", "out of stock"),
    ("Perhaps", None),
    ("", None),
]


@pytest.mark.parametrize(("written", "state"), AVAILABILITY)
def test_availability(view: Views, written: str, state: str | None) -> None:
    product = PRODUCT | {"offers": {"availability": written}}
    assert read(view(page(json.dumps(product)))).get("availability") == state


def test_this_page_s_product_comes_before_others(view: Views) -> None:
    other = PRODUCT | {"name": "Kestrel 3", "sku": "K3"}
    assert read(view(page(json.dumps(other), TEXT)))["sku"] == "H7-01"


@pytest.mark.parametrize("key", ["isRelatedTo", "isSimilarTo", "review", "itemListElement"])
def test_products_of_other_pages_are_none(view: Views, key: str) -> None:
    assert json_ld.products(view(page(json.dumps({"@type": "WebPage", key: [PRODUCT]})))) == []


def test_the_variant_that_the_address_names(view: Views) -> None:
    group = {
        "@type": "ProductGroup",
        "name": NAME,
        "hasVariant": [
            {
                "@type": "Product",
                "sku": "H7-RED",
                "offers": {"url": "https://s.example/h7?c=red", "price": 1},
            },
            {
                "@type": "Product",
                "sku": "H7-BLUE",
                "offers": {"url": "https://s.example/h7?c=blue", "price": 2},
            },
        ],
    }
    html = page(json.dumps(group))
    assert read(view(html, "https://s.example/h7?c=blue#top"))["sku"] == "H7-BLUE"
    assert read(view(html, "https://s.example/h7"))["sku"] == "H7-RED"


def test_additional_properties_are_rows(view: Views) -> None:
    properties = [
        {"name": "Weight", "value": 250, "unitText": "g"},
        {"name": "", "value": "x"},
        "y",
        {"name": "z"},
    ]
    said = list(json_ld.read(view(page(json.dumps(PRODUCT | {"additionalProperty": properties})))))
    assert [(one.label, one.text) for one in said if one.spec == "row"] == [("Weight", "250 g")]


def test_what_the_page_shows_is_quoted_there(view: Views) -> None:
    seen = view(page(TEXT) + "<p>Art. no. H7-01</p>")
    evidence = {said.spec: said.evidence for said in json_ld.read(seen)}
    assert (evidence["sku"].visible, evidence["sku"].source) == (True, "description")
    assert (evidence["name"].visible, evidence["name"].source) == (True, "heading")
    assert (evidence["gtin"].visible, evidence["gtin"].source) == (False, "json-ld")


BAD = {
    "cut": TEXT[: len(TEXT) // 2],
    "empty": "",
    "words": "not JSON",
    "deep list": "[" * 100_000 + "]" * 100_000,
    "deep map": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "deep and never closed": "[" * 100_000,
    "too large": '"' + "x" * (json_ld.MAX_SCRIPT + 1) + '"',
    "lone surrogate": '"\\ud800',
    "NaN": '{"@type": "Product", "offers": {"price": NaN}}',
    "control": "\x00\x01",
}


@pytest.mark.parametrize("way", BAD)
def test_what_cannot_be_read_is_skipped_and_told(view: Views, way: str) -> None:
    seen = view(page(BAD[way], TEXT))
    assert read(seen) == SAID
    assert [source for source, _ in seen.skipped] == ["json-ld"]


HARMLESS: dict[str, str] = {
    "a number of a megabyte": json.dumps(PRODUCT).replace('"H7-01"', "9" * 1_000_000),
    "a number of a kilobyte": json.dumps(PRODUCT).replace('"H7-01"', "9" * 1_000),
    "a huge exponent": json.dumps(PRODUCT).replace('"H7-01"', "1e999"),
    "null, numbers, lists for everything": json.dumps(
        {"@type": "Product", **{key: [None, 1, [[]], {}] for key in PRODUCT if key != "@type"}}
    ),
    "types of every kind": json.dumps(
        [{"@type": x} for x in (None, 1, [], [1], {}, "", "Product", ["Product", 2])]
    ),
    "scalars": '[1, "x", null, true]',
}


@pytest.mark.parametrize("way", HARMLESS)
def test_strange_data_is_read_without_harm(view: Views, way: str) -> None:
    for said in json_ld.read(view(page(HARMLESS[way]))):
        assert isinstance(said.text, str)
