"""Money as shops write it: amount and currency."""

from __future__ import annotations

import pytest

from earmark.rulebook import load_rulebook
from earmark.values import Currencies, money

WORDS = load_rulebook().vocabulary
ANY = Currencies(WORDS.currencies, WORDS.decimals)

AMOUNTS = [
    ("$239.99", "239.99", "USD"),
    ("USD 239.99", "239.99", "USD"),
    ("Now only $1,299.00!", "1299.00", "USD"),
    ("239,99 €", "239.99", "EUR"),
    ("1.129,00 EUR", "1129.00", "EUR"),
    ("69€99", "69.99", "EUR"),
    ("79,- €", "79", "EUR"),
    ("£49", "49", "GBP"),
    ("1 299 Kč", "1299", "CZK"),
    ("₹1,29,990", "129990", "INR"),
    ("34.000 DT", "34.000", "TND"),
    ("34.000 €", "34000", "EUR"),
    ("¥12,800", "12800", "JPY"),
    ("4 990 ₽", "4990", "RUB"),
    ("199 zł", "199", "PLN"),
    ("129.90", "129.90", None),
]
NO_MONEY = ["", "free", "$", "€ only", "NaN", "USD NaN", "$" + "9" * 13, "€" * 200 + "5"]
SHARED = [("$10.00", ".ca", "CAD"), ("$10.00", ".com", "USD"), ("¥10", ".cn", "CNY"), ("¥10", ".jp", "JPY")]


@pytest.mark.parametrize(("text", "amount", "currency"), AMOUNTS)
def test_money(text: str, amount: str, currency: str | None) -> None:
    found = money(text, ANY)
    assert found is not None
    assert (str(found.amount), found.currency) == (amount, currency)


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text: str) -> None:
    assert money(text, ANY) is None


@pytest.mark.parametrize(("text", "ending", "currency"), SHARED)
def test_the_shop_s_country_settles_a_shared_symbol(text: str, ending: str, currency: str) -> None:
    found = money(text, Currencies(WORDS.currencies, WORDS.decimals, ending))
    assert found is not None
    assert found.currency == currency
