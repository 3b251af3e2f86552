"""Another product on the page, a shopper's words, a set to buy with it: they give this product no fact."""

from __future__ import annotations

import pytest

import earmark

PAGES = {
    "the next model in JSON-LD": (
        """<html lang="ru"><head><title>Наушники Волна Н1</title><script type="application/ld+json">
        {"@context":"https://schema.org","@type":"Product","name":"Наушники Волна Н5","brand":"Прибой",
        "sku":"N5-500","offers":{"@type":"Offer","price":"9990","priceCurrency":"RUB",
        "availability":"https://schema.org/OutOfStock"},
        "additionalProperty":[{"@type":"PropertyValue","name":"Вес","value":"300 г"}]}</script></head>
        <body><h1>Наушники Волна Н1 полноразмерные закрытые</h1><div>4 990 ₽</div><div>Артикул: V-N1-01</div>
        <div>В наличии</div><button>В корзину</button>
        <table><tr><td>Импеданс</td><td>32 Ом</td></tr></table></body></html>""",
        {"form": "over-ear", "back": "closed", "impedance_ohm": 32},
        ("4990", None, "V-N1-01", "in stock"),
    ),
    "a set to buy with it": (
        """<html lang="en"><head><title>Calder Studio Headphones</title></head><body>
        <h1>Calder Studio Headphones</h1><p>$149.00</p><button>Add to cart</button>
        <p>Closed-back over-ear headphones with 45 mm drivers.</p><section><h3>Complete the set</h3>
        <div><p>Calder Desk Mic</p><p>Frequency response: 50 Hz - 16 kHz</p><p>Weight: 480 g</p></div>
        <div><p>Calder USB Amp</p><p>Impedance: 2 ohm</p></div></section></body></html>""",
        {"form": "over-ear", "back": "closed", "driver_mm": 45},
        ("149.00", None, None, None),
    ),
    "shoppers' words under a heading of their own": (
        """<html lang="en"><head><title>Brightwell B7 Wired Headphones</title></head><body>
        <h1>Brightwell B7 Wired Over-Ear Headphones</h1><p>$59.00</p><button>Add to cart</button>
        <ul><li>40 mm drivers</li></ul><h2>Questions &amp; Answers</h2><p>Q: Does it have Bluetooth 5.0?</p>
        <p>A: No, the B9 Wireless has Bluetooth 5.3 and 40 hours battery.</p><h2>What people say</h2>
        <p>My old pair had a boom microphone and weighed 400 g.</p></body></html>""",
        {"form": "over-ear", "wireless": False, "driver_mm": 40},
        ("59.00", None, None, None),
    ),
    "a card in a row of others": (
        """<html lang="it"><head><title>Cuffie Lirica C3</title></head><body><main>
        <h1>Cuffie over-ear Lirica C3</h1><p>99,00 €</p><button>Aggiungi al carrello</button>
        <dl><dt>Impedenza</dt><dd>32 ohm</dd></dl><div><p>Ti piacerà anche</p>
        <div><h4><a>Auricolari Lirica A1</a></h4><dl><dt>Impedenza</dt><dd>16 ohm</dd><dt>Peso</dt>
        <dd>5 g</dd></dl></div></div></main></body></html>""",
        {"form": "over-ear", "impedance_ohm": 32},
        ("99.00", None, None, None),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_others_give_no_fact(name: str) -> None:
    html, facts, told = PAGES[name]
    card = earmark.annotate(f"<!doctype html>{html}", "https://www.audio.example/p/1")
    assert {fact.spec: fact.value for fact in card.facts} == facts
    assert all(not fact.contradicts for fact in card.facts)
    product = card.product
    price = product.price.amount if product.price else None
    assert (price, product.brand, product.sku, product.availability) == told
