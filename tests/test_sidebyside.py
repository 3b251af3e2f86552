from typing import Any

import msgspec
import pytest

from earmark.card import Card
from earmark.sidebyside import Row, rows


def card(price: tuple[str, str | None] | None = None, **changes: Any) -> Card:
    product = {"price": {"amount": price[0], "currency": price[1]}} if price else {}
    page = {"url": None, "language": None, "kind": "product", "reason": None}
    rule = {"site": None, "rulebook": "sha256:0"}
    return msgspec.convert(
        {"page": page, "product": product, "classification": None, "rule": rule} | changes, Card
    )


def fact(spec: str, value: Any, *others: str) -> dict[str, Any]:
    contradicts = [{"value": other, "text": other, "evidence": []} for other in others]
    return {
        "spec": spec,
        "label": spec,
        "value": value,
        "unit": None,
        "text": str(value),
        "evidence": [],
        "contradicts": contradicts,
    }


def verdict(purpose: str, verdict: str, *because: str) -> dict[str, Any]:
    lines = [{"text": text, "statement": "", "section": "", "evidence": []} for text in because]
    return {"purpose": purpose, "verdict": verdict, "because": lines}


def row(key: str, *cards: Card) -> Row:
    return next(one for one in rows(cards) if one.key == key)


def marked(key: str, *cards: Card) -> list[bool]:
    return [cell.better is not None for cell in row(key, *cards).cells]


@pytest.mark.parametrize(
    ("spec", "values", "better"),
    [
        ("weight_g", (268.0, 326.0, None), [True, False, False]),
        ("weight_g", (268.0, 268.0), [False, False]),
        ("weight_g", (268.0, 268.0, 300.0), [True, True, False]),
        ("weight_g", (268.0, None), [False, False]),
        ("battery_h", (46.0, 60.0), [False, True]),
        ("driver_mm", (40.0, 50.0), [False, False]),
        ("battery_h", ([4.0, 5.0], 60.0, 50.0), [False, True, False]),
    ],
)
def test_only_what_is_plainly_better_is_marked(
    spec: str, values: tuple[Any, ...], better: list[bool]
) -> None:
    cards = [card(facts=[] if value is None else [fact(spec, value)]) for value in values]
    assert marked(spec, *cards) == better


def test_a_value_the_page_disputes_is_not_compared() -> None:
    disputed = card(facts=[fact("weight_g", 200.0, "400 g")])
    others = [card(facts=[fact("weight_g", value)]) for value in (300.0, 310.0)]
    assert marked("weight_g", disputed, *others) == [False, True, False]
    assert row("weight_g", disputed).cells[0].text == "200.0 ≠ 400 g"


@pytest.mark.parametrize(
    ("prices", "better"),
    [
        ((("99.00", "EUR"), ("100.00", "EUR")), [True, False]),
        ((("99.00", "EUR"), ("100.00", "USD")), [False, False]),
        ((("99.00", "EUR"), ("100.00", None)), [False, False]),
        ((("99.00", None), ("100.00", None)), [False, False]),
        ((("1e999999", "EUR"), ("many", "EUR"), ("99", "EUR")), [False, False, True]),
    ],
)
def test_prices_are_compared_in_one_currency(
    prices: tuple[tuple[str, str | None], ...], better: list[bool]
) -> None:
    assert marked("price", *map(card, prices)) == better


def test_a_fact_stands_behind_the_one_before_it() -> None:
    first = card(facts=[fact("form", "over-ear"), fact("weight_g", 268.0)])
    second = card(facts=[fact("form", "over-ear"), fact("back", "open"), fact("colour", "red")])
    keys = [one.key for one in rows([first, second]) if one.group == "fact"]
    assert keys == ["price", "form", "back", "colour", "weight_g"]


def test_verdicts_of_one_purpose_or_of_all() -> None:
    one = card(purposes=[verdict("casual", "partly"), verdict("gaming", "not stated", "Why.", "And.")])
    assert [made.key for made in rows([one]) if made.group == "verdict"] == ["casual", "gaming"]
    [chosen] = [made for made in rows([one], "gaming") if made.group == "verdict"]
    assert (chosen.cells[0].text, chosen.cells[0].why) == ("not stated", "Why.")


def test_the_articles_rows_say_the_side_a_product_is_on() -> None:
    told = {"aspect": "Sound", "statement": "table.audio", "headset": "Behind", "headphones": "Ahead"}
    cards = [card(comparison=[told | {"this": side}]) for side in ("headset", "headphones", None)]
    assert [cell.text for cell in row("table.audio", *cards, card()).cells] == ["Behind", "Ahead", None, None]
