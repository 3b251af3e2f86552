"""Money as shops write it: amount and currency."""

from __future__ import annotations

import pytest

from earmark.rulebook import load_rulebook
from earmark.values import Currencies, amounts, money

WORDS = load_rulebook().vocabulary
ANY = Currencies(WORDS.currencies, WORDS.decimals, leading=WORDS.leading)

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
    ("249,-", "249", None),
]
SEVERAL = [
    ("$199.00 $129.00", ["199.00 USD", "129.00 USD"]),
    ("1 890 ₽ 2 500 ₽", ["1890 RUB", "2500 RUB"]),
    ("R 1,299 R 1,599", ["1299 ZAR", "1599 ZAR"]),
    ("352,00 – 376,45 zł", ["352.00 PLN", "376.45 PLN"]),
    ("129€99 89€99", ["129.99 EUR", "89.99 EUR"]),
    ("€ 59,99 79,99", ["59.99 EUR", "79.99 None"]),
    ("12x de R$ 18,99", ["12 None", "18.99 BRL"]),
    ("1 299,-", ["1299 None"]),
    ("CHF 12.–", ["12 CHF"]),
    ("size 26R", ["26 None"]),
    ("$1,299.0000", []),
]
NO_MONEY = ["", "free", "$", "€ only", "NaN", "USD NaN", "$" + "9" * 13, "€" * 200 + "5"]
SHARED = [
    ("$10.00", ".ca", "CAD"),
    ("$10.00", ".com", "USD"),
    ("¥10", ".cn", "CNY"),
    ("¥10", ".jp", "JPY"),
    ("349,99 руб.", ".by", "BYN"),
    ("349,99 руб.", ".ru", "RUB"),
    ("1,299 درهم", ".ma", "MAD"),
    ("1 299 kr.", ".dk", "DKK"),
]
DASHED = [
    ("4 990,-", ".cz", "CZK"),
    ("1 990:-", ".se", "SEK"),
    ("249,-", ".nl", "EUR"),
    ("249.–", ".ch", "CHF"),
    ("249,-", ".com", None),
    ("249, - 5", ".com", None),
]


@pytest.mark.parametrize(("text", "amount", "currency"), AMOUNTS)
def test_money(text: str, amount: str, currency: str | None) -> None:
    found = money(text, ANY)
    assert found is not None
    assert (str(found.amount), found.currency) == (amount, currency)


@pytest.mark.parametrize(("text", "found"), SEVERAL)
def test_several_amounts(text: str, found: list[str]) -> None:
    assert [f"{one.money.amount} {one.money.currency}" for one in amounts(text, ANY)] == found


def test_what_the_page_declares_settles_a_shared_symbol() -> None:
    for declared, currency in (("CAD", "CAD"), ("EUR", "USD"), ("", "USD")):
        found = money("$10.00", Currencies(WORDS.currencies, WORDS.decimals, declared=declared))
        assert found is not None
        assert found.currency == currency


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text: str) -> None:
    assert money(text, ANY) is None


@pytest.mark.parametrize(("text", "ending", "currency"), SHARED)
def test_the_shop_s_country_settles_a_shared_symbol(text: str, ending: str, currency: str) -> None:
    found = money(text, Currencies(WORDS.currencies, WORDS.decimals, ending))
    assert found is not None
    assert found.currency == currency


@pytest.mark.parametrize(("text", "ending", "currency"), DASHED)
def test_a_dash_for_the_cents_is_money_where_the_country_tells_which(
    text: str, ending: str, currency: str | None
) -> None:
    found = money(text, Currencies(WORDS.currencies, WORDS.decimals, ending))
    assert found is not None
    assert found.currency == currency


def test_a_symbol_of_one_country_is_no_money_elsewhere() -> None:
    assert Currencies(WORDS.currencies, WORDS.decimals, ".ba").priced("129,90 km")
    assert not Currencies(WORDS.currencies, WORDS.decimals, ".de").priced("129 km")
