"""The whole path in both browsers: toolbar, chip, card, claim, words on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .conftest import SHOP
from .stub import Stub
from .tab import DEEP, Browser, Tab

FOCUSED = f"({DEEP}?.activeElement?.className ?? '')"


def test_a_click_gives_the_chip_then_the_card_and_leaves_the_page_as_it_was(tab: Tab, stub: Stub) -> None:
    before = tab.dom()
    tab.toolbar()
    assert tab.chip() == "Over-ear headphones, closed-back · up to the job for everyday use"
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.card')")
    for words in ("Strengths", "Weaknesses", "Best use", "What the page states", "The page says both"):
        assert words in tab.text()
    tab.press(".claim", "Sealed cups")
    tab.wait("CSS.highlights.size")
    assert tab.dom() == before
    assert len(stub.asked) == 1


def test_a_value_leads_to_its_words(tab: Tab) -> None:
    tab.card()
    tab.press("button.value", "40 mm")
    tab.wait("scrollY > 400")
    assert tab.highlighted() == "40 mm"


def test_a_quote_across_elements_and_hard_spaces_is_found(tab: Tab) -> None:
    tab.card()
    tab.press("button.value", "30 h")
    assert tab.highlighted() == "30 hours battery life"


def test_text_of_the_pages_own_shadow_root_is_sent_and_found(tab: Tab, stub: Stub) -> None:
    tab.card()
    assert "fold flat" in stub.asked[0].html
    tab.press("button.value", "yes")
    assert tab.highlighted() == "fold flat for travel"


def test_the_card_makes_way_for_the_words_it_shows(tab: Tab) -> None:
    tab.card()
    tab.press("button.price")
    tab.wait("CSS.highlights.size")
    card = f"{DEEP}.querySelector('.card').getBoundingClientRect()"
    words = "[...CSS.highlights.get('earmark-evidence')][0].getBoundingClientRect()"
    assert tab.js(f"{words}.right < {card}.left || {words}.left > {card}.right")


def test_several_quotes_are_stepped_through(tab: Tab) -> None:
    tab.card()
    seen = []
    for step in ("1 of 2", "2 of 2", "1 of 2"):
        tab.press(".claim", "large cups suit")
        tab.wait(f"{DEEP}.querySelector('[role=status]').textContent.startsWith('{step}')")
        seen.append(tab.highlighted())
    assert seen == ["Over-ear headphones", "long sessions", "Over-ear headphones"]


def test_a_claim_is_pressable_only_where_the_browser_finds_its_words(tab: Tab) -> None:
    tab.card()
    line = f"[...{DEEP}.querySelectorAll('.line')].find((one) => one.textContent.includes('%s'))"
    gone, data = line % "Splash-proof", line % "easy to carry than"
    assert tab.js(f"{gone}.querySelectorAll('button').length + {data}.querySelectorAll('button').length") == 0
    assert "no longer on this page" in tab.js(f"{gone}.textContent")
    assert "structured data" in tab.js(f"{data}.textContent")
    assert "no longer" not in tab.js(f"{data}.textContent")


def test_words_that_change_under_an_open_card_are_called_gone(tab: Tab) -> None:
    tab.card()
    tab.js(
        "(document.querySelector('#specs').innerHTML = '<tr><th>Driver size</th><td>50 mm</td></tr>') && 1"
    )
    tab.press("button.value", "40 mm")
    tab.wait(f"{DEEP}.querySelector('.fact.gone')")
    assert tab.highlighted() == ""


def test_words_that_are_redrawn_are_found_again(tab: Tab) -> None:
    tab.card()
    tab.js("(document.querySelector('#specs').innerHTML += '') && 1")
    tab.press("button.value", "40 mm")
    tab.wait("CSS.highlights.size")
    assert tab.highlighted() == "40 mm"


@pytest.mark.parametrize(
    ("node", "text", "value"),
    [
        ("#features li", "Sealed cups without ", "30 h"),
        ("#specs tr:nth-child(2) td", "46 mm", "40 mm"),
        ("#specs tr:nth-child(1) td", "32 kohm", "32 ohm"),
        ("#specs tr:nth-child(4) td", "Bluetooth 5.3.1", "5.3"),
    ],
)
def test_a_denial_digit_unit_or_model_changed_in_its_place_is_a_miss(
    tab: Tab, node: str, text: str, value: str
) -> None:
    tab.card()
    tab.js(f"(document.querySelector({node!r}).firstChild.data = {text!r}) && 1")
    tab.press("button.value", value)
    tab.wait(f"{DEEP}.querySelector('.fact.gone').textContent.includes('no longer on this page')")
    assert tab.highlighted() == ""


def test_words_in_a_folded_part_are_named_as_such(tab: Tab) -> None:
    tab.card()
    tab.press("button.value", "1.2 m cable")
    tab.wait(f"{DEEP}.querySelector('[role=status]').textContent.includes('folded up')")


def test_escape_makes_the_card_a_chip_and_takes_the_chip_away_and_focus_returns(tab: Tab) -> None:
    tab.js("document.querySelector('.buy button').focus() ?? 1")
    tab.card()
    tab.key("Escape")
    tab.wait(f"{DEEP}.querySelector('.chip')")
    assert tab.js(FOCUSED) == "chip-open"
    tab.key("Enter")
    tab.wait(f"{DEEP}.querySelector('.card')")
    tab.key("Escape")
    tab.key("Escape")
    tab.wait("!document.querySelector('earmark-card')")
    assert tab.js("document.activeElement.textContent") == "Add to cart"
    assert tab.js("CSS.highlights.size") == 0


def test_the_card_comes_back_as_it_was_left(tab: Tab) -> None:
    tab.card()
    tab.press("button.value", "40 mm")
    scroll = f"{DEEP}.querySelector('.body').scrollTop"
    before = tab.js(scroll)
    tab.toolbar()
    tab.wait(f"{DEEP}.querySelector('.chip')")
    tab.toolbar()
    tab.wait(f"{DEEP}.querySelector('.card')")
    assert tab.js(scroll) == before > 0
    assert tab.js(f"{DEEP}.activeElement.textContent") == "40 mm"


def test_the_keyboard_goes_to_the_words_and_comes_back(tab: Tab) -> None:
    tab.toolbar()
    tab.chip()
    tab.toolbar()
    tab.wait(f"{DEEP}.activeElement?.localName === 'h2'")
    on_line = f"{DEEP}.activeElement?.textContent.includes('large cups suit')"
    for _ in range(60):
        tab.key("Tab")
        if tab.js(f"Boolean({DEEP}.activeElement?.matches('.claim') && {on_line})"):
            break
    said = f"{DEEP}.querySelector('[role=status]').textContent"
    for step, words in (("1 of 2", "Over-ear headphones"), ("2 of 2", "long sessions")):
        tab.key("Enter")
        tab.wait(f"{said}.startsWith('{step}. ')")
        assert words in tab.js(said)
        assert "shortcut" in tab.js(said)
        assert tab.highlighted() == words
        assert tab.js("document.activeElement === document.body")
        assert tab.js("getSelection().anchorNode.data.slice(getSelection().anchorOffset)").startswith(words)
        tab.toolbar()
        tab.wait(on_line)
    tab.key("Escape")
    tab.wait(f"{DEEP}.querySelector('.chip')")


def test_the_toolbar_button_opens_and_closes_the_card(tab: Tab, stub: Stub) -> None:
    tab.toolbar()
    tab.chip()
    tab.toolbar()
    tab.wait(f"{DEEP}.querySelector('.card')")
    tab.toolbar()
    tab.wait(f"{DEEP}.querySelector('.chip')")
    assert len(stub.asked) == 1


def test_the_answer_to_a_closed_chip_is_not_shown(tab: Tab, stub: Stub) -> None:
    stub.delay = 0.6
    tab.toolbar()
    tab.press(".icon")
    tab.wait("!document.querySelector('earmark-card')")
    assert tab.js(
        "new Promise((done) => setTimeout(done, 900)).then(() => !document.querySelector('earmark-card'))"
    )


def test_another_purpose_is_shown_and_remembered(tab: Tab, stub: Stub) -> None:
    tab.card()
    tab.press(".purposes label", "business")
    tab.wait(f"{DEEP}.querySelector('.answer').textContent === 'Not up to the job for business calls'")
    tab.key("Escape")
    assert tab.chip().endswith("not up to the job for business calls")
    tab.press(".icon")
    tab.toolbar()
    tab.chip()
    assert [one.path for one in stub.asked] == [
        f"/v1/annotate?purpose={name}" for name in ("casual", "business")
    ]


def test_soft_navigation_makes_the_card_stale_and_asks_nothing_by_itself(tab: Tab, stub: Stub) -> None:
    tab.card()
    tab.js("history.pushState(null, '', '/other-item')")
    tab.wait(f"{DEEP}.querySelector('h2').textContent === 'This page has changed'")
    assert len(stub.asked) == 1
    tab.press(".press.main")
    tab.wait(f"{DEEP}.querySelector('.verdict-box')")
    assert stub.asked[1].headers["content-location"].endswith("/other-item")


def test_a_jump_within_the_page_changes_nothing(tab: Tab) -> None:
    tab.card()
    tab.js("(location.hash = 'specs')")
    tab.press("button.value", "40 mm")
    assert tab.highlighted() == "40 mm"


def test_a_statement_opens_the_article_at_its_place(tab: Tab, browser: Browser) -> None:
    tab.card()
    tab.press(".line-foot a", "Design")
    tab.wait("new Promise((done) => setTimeout(() => done(true), 500))")
    assert any(one.endswith("/article.html#design.closed-back") for one in browser.addresses())


@pytest.fixture
def strict(browser: Browser, html: str) -> Iterator[Tab]:
    policy = "default-src 'none'; require-trusted-types-for 'script'; sandbox allow-scripts"
    one = browser.open(SHOP + "-strict", html, {"Content-Security-Policy": policy})
    yield one
    one.close()


def test_a_page_that_forbids_everything_gets_its_card(strict: Tab) -> None:
    strict.card()
    strict.press("button.value", "40 mm")
    assert strict.highlighted() == "40 mm"


def test_nothing_in_a_card_is_markup(tab: Tab, stub: Stub, card: dict[str, Any]) -> None:
    attack = "<img src=x onerror='document.title=1'><script>document.title=2</script>"
    card["classification"]["label"] = attack
    card["product"]["name"] = attack
    card["strengths"][0].update(text=attack, section=attack, statement='"><script>')
    card["evidence"][3]["quote"]["exact"] = attack
    card["facts"][0].update(label=attack, text=attack)
    card["comparison"][0].update(aspect=attack, headset=attack)
    stub.answer = card
    title = tab.js("document.title")
    tab.card()
    assert tab.js(f"{DEEP}.querySelectorAll('img, script, [onerror]').length") == 0
    assert attack in tab.text("h2")
    assert tab.js("document.title") == title


def test_the_shadow_root_is_closed_to_the_page(tab: Tab, browser: Browser) -> None:
    browser.keep(devOpenShadow=False)
    tab.toolbar()
    tab.wait("document.querySelector('earmark-card')")
    assert tab.js("document.querySelector('earmark-card').shadowRoot === null")


def test_the_chip_keeps_clear_of_a_buy_bar(browser: Browser, html: str) -> None:
    place = "position: fixed; bottom: 0; right: 0; width: 50%; height: 80px"
    bar = f"<button style='{place}'>Buy now</button>"
    tab = browser.open(SHOP + "-bar", html.replace("</body>", bar + "</body>"))
    tab.toolbar()
    tab.chip()
    assert tab.js("document.querySelector('earmark-card').dataset.corner") == "bottom-start"
    tab.close()
