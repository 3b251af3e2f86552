"""The whole way of a page: the traps of shops' pages, hostile pages, the laws of a card."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import earmark
from earmark.card import Card
from earmark.corpus.grounding import grounding
from earmark.errors import PageTooComplex, PageTooLarge, PurposeUnknown
from earmark.rulebook import load_rulebook

STATEMENTS = frozenset(load_rulebook().article.statements)
NAME = "Orrery Halden 7 headphones"


def page(body: str = "", *, name: str = NAME, head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{name} | Shop</title>{head}</head><body><h1>{name}</h1>"
        f"<p class=price>$129.00</p><button>Add to cart</button>{body}</body></html>"
    )


def facts(card: Card) -> dict[str, Any]:
    return {fact.spec: fact.value for fact in card.facts}


def quotes(card: Card, ids: list[int]) -> list[str]:
    return [evidence.quote.exact for evidence in card.evidence if evidence.id in ids]


def table(*rows: tuple[str, str]) -> str:
    return "<table>" + "".join(f"<tr><th>{a}<td>{b}" for a, b in rows) + "</table>"


OWN = table(("Driver size", "40 mm"), ("Impedance", "32 ohm"), ("Weight", "250 g"))
OWN_FACTS = {"driver_mm": 40, "impedance_ohm": 32, "weight_g": 250}
OTHERS = (
    "<p>Kestrel 3 earbuds, no microphone, 10 mm drivers, IPX7</p><p>Weight: 11 g</p><p>Battery life: 99 h</p>"
)

# What stands in these parts is never the product's.
FOREIGN = {
    "related products": f"<h2>Related products</h2><div>{OTHERS}</div>",
    "bought too": f"<section class=recommendations>{OTHERS}</section>",
    "an advert": f"<div class=sponsored>{OTHERS}</div>",
    "a sponsored line": "<p>Sponsored: Kestrel 3 earbuds with active noise cancelling, weight 11 g</p>",
    "reviews": f"<h2>Customer reviews</h2><div>{OTHERS}</div>",
    "questions": f"<h2>Questions &amp; answers</h2><div>{OTHERS}</div>",
    "a menu": f"<nav>{OTHERS}</nav>",
    "the foot": f"<footer>{OTHERS}</footer>",
    "other columns": "<div class=compare><table><tr><th>Model<th>Kestrel 3<th>Kestrel 5"
    "<tr><th>Battery life<td>99 h<td>98 h</table></div>",
    "columns without this one": "<table><tr><th>Model<th>Kestrel 3<th>Kestrel 5"
    "<tr><th>Battery life<td>99 h<td>98 h</table>",
    "a template": f"<template>{OTHERS}</template>",
    "a script": f"<script type='text/x-template'>{OTHERS}</script>",
    "a form": "<select><option>Battery life: 99 h</select><textarea>Battery life: 99 h</textarea>",
}


@pytest.mark.parametrize("part", FOREIGN)
def test_other_parts_of_the_page_give_no_fact(part: str) -> None:
    card = earmark.annotate(page(OWN + FOREIGN[part]))
    assert facts(card) == OWN_FACTS
    assert [fact.contradicts for fact in card.facts] == [[], [], []]


def test_of_a_comparison_this_product_s_column_counts() -> None:
    columns = f"<tr><th>Model<th>Kestrel 3<th>{NAME}<tr><th>Weight<td>11 g<td>250 g"
    assert facts(earmark.annotate(page(f"<table>{columns}</table>"))) == {"weight_g": 250}


TRAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "the microphone's own frequencies": (
        table(("Frequency response", "20 Hz – 20 kHz"), ("Microphone frequency response", "100 Hz – 10 kHz")),
        {"frequency_hz": [20, 20000]},
    ),
    "in a line": (
        "<ul><li>Microphone frequency response: 100 Hz – 10 kHz</ul>",
        {"microphone": "unspecified"},
    ),
    "the microphone's noise cancelling": (
        "<ul><li>Noise-cancelling microphone</ul>",
        {"mic_noise_cancelling": True, "microphone": "unspecified"},
    ),
    "three batteries": (
        table(("Battery life", "8 h"), ("Battery life with case", "32 h"), ("Battery life (ANC on)", "6 h")),
        {"battery_h": 8, "battery_case_h": 32, "battery_anc_h": 6},
    ),
    "a number of another scale": (
        table(("Frequency response", "20 - 34.000 Hz")),
        {"frequency_hz": [20, 34000]},
    ),
    "a plug is no driver": ("<ul><li>3.5 mm stereo plug</ul>", {}),
    "a cable's way is no form": ("<p>The cable runs over the ear and hurts nobody.</p>", {}),
}


@pytest.mark.parametrize("name", TRAPS)
def test_traps(name: str) -> None:
    body, expected = TRAPS[name]
    assert facts(earmark.annotate(page(body))) == expected


PRICES = {
    "crossed out": "<p><s>$199.00</s> $129.00</p>",
    "was and now": "<p>Was $199.00</p><p>Now $129.00</p>",
    "monthly first": "<p>$10.75/month</p><p>$129.00</p>",
    "used last": "<p>$129.00</p><p>Used from $80.00</p>",
    "per unit": "<p>$129.00</p><p>$64.50 per unit</p>",
    "stale data": "<script type='application/ld+json'>"
    '{"@type": "Product", "offers": {"price": "199.00", "priceCurrency": "USD"}}</script>'
    "<p class=price>$129.00</p>",
    "no number in the data": "<script type='application/ld+json'>"
    '{"@type": "Product", "offers": {"price": NaN}}</script><p class=price>$129.00</p>',
}


@pytest.mark.parametrize("name", PRICES)
def test_the_price_is_what_one_pays_now(name: str) -> None:
    html = page(PRICES[name]).replace("<p class=price>$129.00</p>", "", 1)
    price = earmark.annotate(html).product.price
    assert price is not None
    assert (price.amount, price.currency) == ("129.00", "USD")


def test_a_contradiction_is_shown_with_both_quotes() -> None:
    card = earmark.annotate(page(table(("Weight", "250 g")) + "<ul><li>Weighs only 310 g</ul>"))
    (fact,) = card.facts
    assert (fact.value, quotes(card, fact.evidence)) == (250, ["250 g"])
    (other,) = fact.contradicts
    assert (other.value, quotes(card, other.evidence)) == (310, ["310 g"])


def test_evidence_says_where_it_stands() -> None:
    card = earmark.annotate(page("<p>Soft pads.</p>" + table(("Weight", "250 g without cable"))))
    (fact,) = card.facts
    (evidence,) = (one for one in card.evidence if one.id in fact.evidence)
    assert (evidence.source, evidence.visible) == ("table", True)
    assert (evidence.quote.prefix, evidence.quote.exact) == ("Weight ", "250 g")
    assert evidence.quote.suffix == " without cable"


KINDS = [
    ("Halden gaming headset", "Detachable boom microphone", "headset", None),
    ("Halden over-ear headphones", "Built-in microphone", "headphones", "over-ear"),
    ("Halden in-ear headset with microphone", "", "earphones", "in-ear"),
    ("Halden true wireless earbuds", "Built-in microphone", "earphones", "earbud"),
    ("Halden open-ear headphones", "", None, "open-ear"),
    ("Halden bone conduction headset", "Microphone", None, "open-ear"),
]


@pytest.mark.parametrize(("name", "bullet", "kind", "form"), KINDS)
def test_kinds_of_card(name: str, bullet: str, kind: str | None, form: str | None) -> None:
    card = earmark.annotate(page(f"<ul><li>{bullet}</ul>", name=name))
    assert card.page.reason is None
    assert card.classification is not None
    assert (card.classification.kind, card.classification.form) == (kind, form)
    sides = {row.this for row in card.comparison}
    assert sides == {"headset"} if kind == "headset" else {None if kind is None else "headphones"}


@pytest.mark.parametrize("purpose", [None, "casual", "business", "gaming", "audiophile"])
def test_the_four_purposes(purpose: str | None) -> None:
    card = earmark.annotate(page(OWN, name="Halden gaming headset"), purpose=purpose)
    assert {one.purpose for one in card.purposes} >= ({purpose} if purpose else set())


@pytest.mark.parametrize("purpose", ["", "Gaming", "music"])
def test_another_purpose_is_refused(purpose: str) -> None:
    with pytest.raises(PurposeUnknown, match="casual, business, gaming, audiophile"):
        earmark.annotate(page(), purpose=purpose)


def test_the_same_page_gives_the_same_card() -> None:
    one, two = (earmark.to_json(earmark.annotate(page(OWN), trace=True)) for _ in range(2))
    assert one == two


def test_bytes_and_text_give_the_same_card() -> None:
    html = page(OWN + "<p>Für Groß und Klein, 耳机</p>")
    assert earmark.annotate(html) == earmark.annotate(html.encode())


@pytest.mark.parametrize("address", ["http://[shop/item", "http://s.example:port/item", "item 7", "\0"])
def test_what_is_no_address_costs_no_fact(address: str) -> None:
    html = page(OWN)
    assert facts(earmark.annotate(html, address)) == facts(earmark.annotate(html))


@pytest.mark.parametrize("charset", ["utf-16", "windows-1251", "koi8-r"])
def test_a_page_in_another_encoding_gives_the_same_card(charset: str) -> None:
    html = page(table(("Вес", "250 г"), ("Импеданс", "32 Ом")), name="Орион 7 наушники")
    encoded = html.encode(charset)
    assert earmark.annotate(encoded, charset=charset) == earmark.annotate(html)
    assert facts(earmark.annotate(encoded, charset=charset)) == {"weight_g": 250, "impedance_ohm": 32}


def test_a_trace_is_asked_for() -> None:
    assert earmark.annotate(page(OWN)).trace is None
    steps = earmark.annotate(page(OWN), trace=True).trace
    assert steps is not None
    assert {"spec": "weight_g", "source": "table", "words": "250 g", "outcome": "kept"} in steps


# Bad input: no exception, the page's other facts unharmed, the trace says what was skipped.
PRODUCT = {"@type": "Product", "name": NAME, "sku": "H7-01"}
SCRIPT = "<script type='application/ld+json'>{}</script>"
SKIPPED = {
    "malformed": SCRIPT.format('{"@type": "Product", "name": '),
    "a hundred thousand deep": SCRIPT.format('{"a":' * 100_000 + "1" + "}" * 100_000),
    "too large": SCRIPT.format(json.dumps({"@type": "Product", "name": "x" * 2**20})),
    "NaN": SCRIPT.format('{"@type": "Product", "offers": {"price": NaN}}'),
}
SURVIVED = {
    "a number of a megabyte": SCRIPT.format(json.dumps(PRODUCT).replace('"H7-01"', "9" * 1_000_000)),
    "a price that is no number": SCRIPT.format(json.dumps(PRODUCT | {"offers": {"price": "NaN"}})),
    "a price of words": SCRIPT.format(json.dumps(PRODUCT | {"offers": {"price": ["cheap", {}]}})),
    "an infinite price": SCRIPT.format(json.dumps(PRODUCT | {"offers": {"price": "1e999"}})),
    "a long number": f"<p>{'9' * 1_000_000} mm</p>",
    "a long word": f"<p>{'a' * 1_000_000}</p>",
    "a long class": f"<div class='{'related ' * 50_000}'><p>Weight: 11 g</p></div>",
    "ten thousand rows": table(*[(f"Label {i}", f"{i} mm") for i in range(10_000)]),
    "unclosed markup": "<div><b><i><p>text<table><tr><td><ul><li>more",
    "broken markup": "</p></div></table><<<>><p <b>=''></td><!-- never closed",
    "a hundred headlines": "<h1>Kestrel 3</h1>" * 100,
    "strange letters": "<p>\u202e\u0000\ufffe\u200b İẞﬃ \U0001f3a7</p>",
}


@pytest.mark.parametrize("name", SKIPPED)
def test_what_cannot_be_read_is_skipped(name: str) -> None:
    card = earmark.annotate(page(OWN, head=SKIPPED[name] + SCRIPT.format(json.dumps(PRODUCT))), trace=True)
    assert facts(card) == OWN_FACTS
    assert card.product.sku == "H7-01"
    assert [step["source"] for step in card.trace or () if not step["spec"]] == ["json-ld"]


@pytest.mark.parametrize("name", SURVIVED)
def test_hostile_pages_keep_their_facts(name: str) -> None:
    card = earmark.annotate(page(OWN + SURVIVED[name]), trace=True)
    assert facts(card) == OWN_FACTS
    price = card.product.price
    assert price is not None
    assert price.amount == "129.00"
    earmark.to_json(card)


def test_limits_are_errors() -> None:
    with pytest.raises(PageTooLarge):
        earmark.annotate(b"<p>" + b"x" * (12 * 2**20))
    with pytest.raises(PageTooComplex):
        earmark.annotate(page("<div>" * 513 + "deep"))


# Any small page made of these pieces.
PIECES = [
    OWN, OTHERS, *FOREIGN.values(), *PRICES.values(), *(body for body, _ in TRAPS.values()),
    "<p>Detachable boom microphone, <b>over</b>-ear</p>", "<ul><li>40&nbsp;mm  drivers<br>32 ohm</ul>",
    "<p>Weight", "</div>", "<table><tr>", "<h2>Reviews</h2>",
    "<p>\u200bIPX\u00ad4", "<dl><dt>Fit<dd>On-ear</dl>",
    "<p><s>Battery life: 8 h</s> Battery life: 9 h</p>", "<noscript><p>Weight: 1 g</p></noscript>",
    SCRIPT.format(json.dumps(PRODUCT | {"color": "Black", "weight": "260 g", "offers": {"price": 99}})),
]  # fmt: skip
NAMES = ["Halden gaming headset", NAME, "Halden earbuds", "Halden open-ear", "Headphone case", "Kettle"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.lists(st.sampled_from(PIECES), max_size=6))
def test_laws_of_a_card(name: str, pieces: list[str]) -> None:
    html = page("".join(pieces), name=name).encode()
    card = earmark.annotate(html)
    found = grounding(card, html, STATEMENTS)
    assert found.grounded == found.lines
    visible = msgspec.structs.replace(card, evidence=[one for one in card.evidence if one.visible])
    found = grounding(visible, html, STATEMENTS)
    assert found.standing == found.quotes
    known = {one.id for one in card.evidence}
    cited = [i for fact in card.facts for i in fact.evidence]
    cited += [i for ids in card.product.evidence.values() for i in ids]
    assert known.issuperset(cited)
    assert all(fact.evidence for fact in card.facts)
    assert all(max(len(e.quote.prefix), len(e.quote.suffix)) <= 32 for e in card.evidence)
    assert (card.page.reason is None) == bool(card.purposes)
