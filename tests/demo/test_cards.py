"""What the card of every demo page must say."""

import pytest

import earmark
from earmark.demo import shop

# page: kind, form, back, microphone, brand, price, currency
TRUTH = {
    "bazaar/grimlark-bastion-x": ("headset", "over-ear", "closed", "detachable", "Grimlark", "129.99", "USD"),
    "streamer/larkspire-aerie": ("headset", None, "open", "detachable", "Larkspire", "219.00", "USD"),
    "office/parlo-solo": ("headset", "on-ear", None, "boom", "Parlo", "74.50", "USD"),
    "office/bexley-desk-20": ("headset", "on-ear", None, "boom", "Bexley", "46.00", "USD"),
    "hifi/orrery-halden-7": ("headphones", "over-ear", "closed", "built-in", "Orrery", "279.00", "GBP"),
    "boutique/vantry-meridian-open": ("headphones", "over-ear", "open", "none", "Vantry", "649.00", "USD"),
    "studio/aldermoor-cb-250": ("headphones", "over-ear", "closed", None, "Aldermoor", "169.00", "EUR"),
    "brand/tamsin-pebble": ("headphones", "on-ear", None, "built-in", "Tamsin", "59.90", "EUR"),
    "outlet/okori-bounce": ("headphones", "on-ear", None, "built-in", "Okori", "49.00", "USD"),
    "versand/lindhall-stille-5": (
        "headphones",
        "over-ear",
        "closed",
        "built-in",
        "Lindhall",
        "249.00",
        "EUR",
    ),
    "everyday/nimbry-dots-2": ("earphones", "in-ear", None, "built-in", "Nimbry", "34.99", "USD"),
    "superstore/zephine-buds-neo": ("earphones", "earbud", None, "built-in", "ZEPHINE", "1299", "INR"),
    "craft/corvane-thread": ("earphones", "in-ear", None, "in-line", "Corvane", "89.50", "USD"),
    "sports/velmo-kite": (None, "open-ear", None, "built-in", "Velmo", "99.00", "USD"),
}
NO_CARD = {
    "bazaar/grimlark-ear-pads": ("product", "accessory"),
    "everyday/tarn-kettle": ("product", "other"),
    "superstore/headphones": ("listing", None),
    "magazine/a-month-of-open-backs": ("other", None),
}


def card_of(name: str) -> earmark.Card:
    return earmark.annotate(shop.PAGES[f"{name}.html"].read_bytes())


def test_every_page_has_its_truth() -> None:
    assert {f"{name}.html" for name in (*TRUTH, *NO_CARD)} == set(shop.PAGES)


@pytest.mark.parametrize("name", TRUTH)
def test_the_card_of_a_headphone(name: str) -> None:
    card = card_of(name)
    assert card.page.reason is None
    found, price = card.classification, card.product.price
    assert found is not None
    assert price is not None
    assert (
        found.kind, found.form, found.back, found.microphone, card.product.brand, price.amount, price.currency
    ) == TRUTH[name]  # fmt: skip
    if found.kind:
        assert card.strengths
        assert card.weaknesses
        assert card.best_use


@pytest.mark.parametrize("name", NO_CARD)
def test_no_card_where_no_headphone_is_sold(name: str) -> None:
    card = card_of(name)
    assert card.page.reason
    kind = card.classification.kind if card.classification else None
    assert (card.page.kind, kind) == NO_CARD[name]
    assert not (card.strengths or card.weaknesses or card.purposes or card.picks)


def test_two_battery_lives_stand_side_by_side() -> None:
    battery = next(fact for fact in card_of("outlet/okori-bounce").facts if fact.spec == "battery_h")
    assert {battery.value, *(other.value for other in battery.contradicts)} == {30, 40}


def test_figures_of_other_products_stay_out() -> None:
    facts = {fact.spec: fact for fact in card_of("bazaar/grimlark-bastion-x").facts}
    assert {spec: facts[spec].value for spec in ("battery_h", "impedance_ohm", "weight_g", "driver_mm")} == {
        "battery_h": 60, "impedance_ohm": 32, "weight_g": 326, "driver_mm": 50,
    }  # fmt: skip
    assert not any(fact.contradicts for fact in facts.values())


def test_facts_that_only_structured_data_tells_are_marked_so() -> None:
    card = card_of("brand/tamsin-pebble")
    weight = next(fact for fact in card.facts if fact.spec == "weight_g")
    assert weight.value == 148
    assert not any(card.evidence[number].visible for number in weight.evidence)
