"""Evidence is numbered; the card is filled."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from earmark.assemble import Ledger, card_of
from earmark.card import PageInfo, Quote
from earmark.facts import Classification, Evidence, Fact, Ground, Money
from earmark.rulebook import load_rulebook

ONE, TWO = (Evidence("table", Quote(text)) for text in ("250 g", "310 g"))
PAGE = PageInfo(None, None, "product", "why not")
FACTS = {
    "name": Fact("name", "Halden 7", "Halden 7", (TWO,)),
    "price": Fact("price", Money(Decimal("34.000"), "TND"), "34.000 DT", (ONE,)),
    "weight_g": Fact("weight_g", 250.0, "250 g", (ONE,)),
}


def test_a_ledger_numbers_each_place_once() -> None:
    ledger = Ledger()
    assert ledger.cite([ONE, TWO]) == [0, 1]
    assert ledger.cite([TWO, ONE]) == [1, 0]
    assert [(one.id, one.quote.exact) for one in ledger.evidence()] == [(0, "250 g"), (1, "310 g")]


def test_without_advice_there_are_a_product_and_a_classification_only() -> None:
    found = Classification("accessory", speaks_for=(Ground("The name says so", (ONE,)),))
    card = card_of(PAGE, FACTS, found, None, vocabulary=load_rulebook().vocabulary, rulebook="sha256:0")
    assert card.product.name == "Halden 7"
    assert card.classification is not None
    assert card.classification.kind == "accessory"
    assert card.classification.speaks_for[0].evidence == [1]
    assert (card.facts, card.purposes, card.picks) == ([], [], [])


def test_a_price_keeps_its_digits() -> None:
    card = card_of(PAGE, FACTS, None, None, vocabulary=load_rulebook().vocabulary, rulebook="sha256:0")
    assert msgspec.to_builtins(card.product.price) == {"amount": "34.000", "currency": "TND"}
    assert card.product.evidence == {"name": [0], "price": [1]}
