"""The visible price is what one pays now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View, price

Views = Callable[..., View]
HEAD = "<title>Orrery Halden 7</title><h1>Orrery Halden 7</h1>"

PRICES = [
    ("<p>$129.00</p>", "$129.00"),
    ("<p class=price>129,00 €</p>", "129,00 €"),
    ("<p><s>$199.00</s> $129.00</p>", "$129.00"),
    ("<p><del>$199.00</del></p><p>$129.00</p>", "$129.00"),
    ("<p class=old-price>$199.00</p><p class=price>$129.00</p>", "$129.00"),
    ("<p>Was $199.00</p><p>Now $129.00</p>", "$129.00"),
    ("<p>RRP</p><p>$199.00</p><p>$129.00</p>", "$129.00"),
    ("<p>$10.75/month</p><p>$129.00</p>", "$129.00"),
    ("<p>From $10.75 a month</p><p>$129.00</p>", "$129.00"),
    ("<p>Used: $80.00</p><p>$129.00</p>", "$129.00"),
    ("<p>$129.00</p><p>($64.50 per unit)</p>", "$129.00"),
    ("<p>You save $70.00</p><p>$129.00</p>", "$129.00"),
    ("<p>-35%</p><p>$129.00</p>", "$129.00"),
    ("<p>Shipping $4.99</p><p>$129.00</p>", "$129.00"),
    ("<p>$129<sup>99</sup></p>", "$129.99"),
    ("<p>CoinCoin 129</p>", None),
    ("<p>40 mm, 32 ohm</p>", None),
    ("<p>Free</p>", None),
    ("<p>Used: $80.00</p>", None),
    ("<p>$10.75/month</p>", None),
    ("<p>This pair costs less than the $129.00 that others want for theirs.</p>", None),
    ("<h2>Customers also bought</h2><p>Kestrel 3</p><p>$59.00</p>", None),
    ("<p>$129.00</p><h2>Similar products</h2><p class=price>$59.00</p>", "$129.00"),
    ("", None),
]


@pytest.mark.parametrize(("html", "paid"), PRICES)
def test_price(view: Views, html: str, paid: str | None) -> None:
    said = {one.spec: one.text for one in price.read(view(HEAD + html))}
    assert said.get("price") == paid


def test_the_trace_tells_what_was_passed_over(view: Views) -> None:
    seen = view(HEAD + "<p>Was $199.00</p><p class=price>$129.00</p><p>$5.00</p>")
    assert [said.text for said in price.read(seen)] == ["$129.00"]
    steps = [(step.spec, step.words, step.outcome.partition(" (")[0]) for step in seen.passed_over]
    assert steps == [
        ("price", "$199.00", "its words say that it is another amount"),
        ("price", "$5.00", "another amount is likelier"),
    ]


def test_a_price_quotes_its_own_words(view: Views) -> None:
    (said,) = price.read(view(HEAD + "<p><s>$199.00</s> $129.00</p>"))
    assert said.evidence.quote.exact == "$129.00"
    assert said.evidence.quote.prefix.endswith("$199.00 ")
