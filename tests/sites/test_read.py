"""What a rule reads, what it quotes, and that a step which fails gives nothing."""

from __future__ import annotations

from earmark.card import Card

from .conftest import Ruled

PAGE = """<title>Aria 2 headphones</title><body><h1>Aria 2 over-ear headphones</h1>
<p class=old>300 now</p><p class=old>280 now</p><div class=price>was 300, now 249,00</div>
<section class=others><h3>Also</h3><p>Driver size: 11 mm</p></section>
<span class=badge>BT</span><svg class=icon aria-label="Folds flat"></svg>
<ul class=data><li><b>Driver size</b><i>40 mm</i><li><b>Weight</b><i>250</i><i>260</i></ul>
<p>Design: <em class=design>Offen</em>. Play a <b class=long>day, up to 30 of them</b>.</p>
<p>30 days to send it back</p>
<script id=state>window.STATE = {"specs": [{"key": "Impedance", "value": 32}], "weight": "0.25 kg"};</script>
<meta property="x:colour" content="Night blue"><button>Add to cart</button>"""


def value(card: Card, spec: str) -> object:
    return next((fact.value for fact in card.facts if fact.spec == spec), None)


def quotes(card: Card, spec: str) -> list[tuple[str, bool, str]]:
    ids = next((fact.evidence for fact in card.facts if fact.spec == spec), [])
    return [(e.source, e.visible, e.quote.exact) for e in card.evidence if e.id in ids]


def fact(name: str, rest: str) -> str:
    return f'[[fact]]\nname = "{name}"\n{rest}\n'


def test_the_first_selector_that_matches_one_element_is_taken(ruled: Ruled) -> None:
    rule = fact(
        "price", "select = ['.none', '.old', '.price']\nsteps = [{ after = 'now' }, { money = 'EUR' }]"
    )
    card = ruled(rule, PAGE)
    assert card.product.price is not None
    assert (card.product.price.amount, card.product.price.currency) == ("249.00", "EUR")
    told = next(step["outcome"] for step in card.trace or () if step["spec"] == "price")
    assert "'.none' no match; '.old' 2 matches: ambiguous; '.price' 1 match; after → '249,00'" in told
    assert "rules/sites/shop.test/site.toml:5" in told
    assert card.rule is not None
    assert card.rule.site == "shop.test"


def test_a_quote_is_of_the_element_and_not_of_the_same_words_elsewhere(ruled: Ruled) -> None:
    rule = fact("battery_h", "select = '.long'\nsteps = [{ match = 'up to (\\d{1,3})' }, { quantity = 'h' }]")
    card = ruled(rule, PAGE)
    assert value(card, "battery_h") == 30
    assert quotes(card, "battery_h") == [("rule", True, "30")]
    (evidence,) = [e for e in card.evidence if e.quote.exact == "30"]
    assert evidence.quote.prefix.endswith("up to ")


def test_words_that_steps_changed_are_quoted_as_they_stand(ruled: Ruled) -> None:
    rule = fact("battery_h", "select = '.long'\nsteps = [{ replace = ['up to 30', '31 h'] }]")
    card = ruled(rule, PAGE)
    assert value(card, "battery_h") == 31
    assert quotes(card, "battery_h") == [("rule", True, "day, up to 30 of them")]


def test_what_the_page_does_not_show_is_not_called_visible(ruled: Ruled) -> None:
    rule = (
        fact(
            "impedance_ohm", "json = '#state'\nat = '/specs/*/value'\nsteps = ['first', { quantity = 'ohm' }]"
        )
        + fact("weight_g", "json = '#state'\nat = '/weight'")
        + fact("colour", "meta = 'x:colour'")
        + fact("foldable", "select = '.icon'\ntake = 'presence'")
        + fact("wireless", "select = '.badge'\ntake = 'presence'")
    )
    card = ruled(rule, PAGE)
    assert (value(card, "impedance_ohm"), quotes(card, "impedance_ohm")) == (32, [("rule", False, "32")])
    assert (value(card, "weight_g"), quotes(card, "weight_g")) == (250, [("rule", False, "0.25 kg")])
    assert quotes(card, "colour") == [("rule", False, "Night blue")]
    assert quotes(card, "foldable") == [("rule", False, "Folds flat")]
    assert (value(card, "wireless"), quotes(card, "wireless")) == (True, [("rule", True, "BT")])


def test_a_choice_tells_the_classification(ruled: Ruled) -> None:
    rule = fact("back", "select = '.design'\nsteps = [{ choose = { 'Offen' = 'open' } }]")
    found = ruled(rule, PAGE).classification
    assert found is not None
    assert found.back == "open"


def test_steps_that_fail_give_nothing(ruled: Ruled) -> None:
    for steps in ("[{ after = 'not there' }]", "[{ match = 'x{3}' }]", "[{ quantity = 'g' }]"):
        card = ruled(fact("weight_g", f"select = '.design'\nsteps = {steps}"), PAGE)
        assert value(card, "weight_g") is None
    card = ruled(fact("driver_mm", "select = '.price'\nsteps = [{ before = ',' }, { after = 'was' }]"), PAGE)
    assert value(card, "driver_mm") == 40  # the general readers stand; 300 mm is outside its bounds
    assert "outside its bounds" in [step["outcome"] for step in card.trace or ()]


def test_rows_have_one_label_and_one_value_and_the_words_of_the_vocabulary(ruled: Ruled) -> None:
    card = ruled("[[table]]\nrows = '.data li'\nlabel = 'b'\nvalue = 'i'\n", PAGE)
    assert ("rule", True, "40 mm") in quotes(card, "driver_mm")
    card = ruled("[[table]]\njson = '#state'\nrows = '/specs/*'\nlabel = '/key'\nvalue = '/value'\n", PAGE)
    assert (value(card, "impedance_ohm"), quotes(card, "impedance_ohm")) == (32, [("rule", False, "32")])


def test_ignored_regions_are_not_read(ruled: Ruled) -> None:
    page = PAGE.replace("<ul class=data>", "<ul class=data hidden>").replace("Driver size</b>", "x</b>")
    assert value(ruled("[page]\nignore = ['.nothing']\n", page), "driver_mm") == 11
    assert value(ruled("[page]\nignore = ['.others']\n", page), "driver_mm") is None


def test_a_rule_is_used_only_where_its_needs_are_met(ruled: Ruled) -> None:
    card = ruled("[page]\nneeds = ['h1', '.product-page']\nignore = ['.others']\n", PAGE)
    assert card.rule is not None
    assert card.rule.site is None
    assert (card.trace or [])[0]["outcome"] == "not used: the page has no '.product-page'"


def test_no_page_contradicts_the_rule_that_points_at_its_value(ruled: Ruled) -> None:
    page = PAGE.replace("<p>30 days", "<table><tr><td>Battery life<td>20 h</table><p>30 days")
    rule = fact("battery_h", "select = '.long'\nsteps = [{ match = '\\d{1,3}' }, { quantity = 'h' }]")
    (battery,) = [one for one in ruled(rule, page).facts if one.spec == "battery_h"]
    assert (battery.value, battery.contradicts) == (30, [])


def test_of_a_list_the_quote_is_the_piece_that_was_taken(ruled: Ruled) -> None:
    card = ruled(
        fact("colour", "select = '.old'\ntake = 'each'\nsteps = ['last', { before = ' now' }]"), PAGE
    )
    assert (value(card, "colour"), quotes(card, "colour")) == ("280", [("rule", True, "280")])


def test_a_name_that_a_rule_gives_is_the_product_s(ruled: Ruled) -> None:
    card = ruled(fact("name", "select = '.name'"), PAGE + "<p class=name>Aria 2 gaming headset</p>")
    assert card.product.name == "Aria 2 gaming headset"
    assert card.classification is not None
    assert card.classification.kind == "headset"
