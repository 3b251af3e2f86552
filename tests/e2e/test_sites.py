"""Shops that are read by themselves, shops that are off, and pages that change under the card."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from .chromium import Chromium, ChromiumTab
from .conftest import CHOSEN, ORIGIN, PICTURES, SHOP, registered
from .stub import Stub
from .tab import DEEP, POLL_SECONDS, WAIT_SECONDS, Browser, Tab

PAUSE = "new Promise((done) => setTimeout(() => done(1), 900))"
KETTLE = (
    "<title>Kettle</title><h1>Kettle</h1><p class=price>€ 9</p>"
    '<script type="application/ld+json">{"@type": "Product", "name": "Kettle"}</script>'
)


def badges(browser: Browser) -> set[str]:
    """What the icon says in the tabs there are."""
    page = browser.extension_page("ui/options.html")
    found: list[str] = page.js(
        "(async (api) => Promise.all((await api.tabs.query({})).map((tab) =>"
        " api.action.getBadgeText({tabId: tab.id}))))(globalThis.browser ?? chrome)"
    )
    page.close()
    return set(found)


def until(holds: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(POLL_SECONDS)


def wait_for_badge(browser: Browser, text: str) -> None:
    until(lambda: text in badges(browser), f"no icon says {text}")


def wait_for_questions(stub: Stub, count: int) -> None:
    until(lambda: len(stub.asked) >= count, f"asked {len(stub.asked)} times, not {count}")


def switch(tab: Tab, name: str) -> None:
    tab.js(f"{DEEP}.querySelector('.switches').toggleAttribute('open', true)")
    tab.press(".switches .press", name)


def test_an_allowed_shop_is_read_without_a_click(shopper: Browser, html: str, stub: Stub) -> None:
    tab = shopper.open(SHOP, html)
    assert tab.chip().startswith("Over-ear headphones")
    assert len(stub.asked) == 1
    wait_for_badge(shopper, "on")
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.switches')")
    tab.js(f"{DEEP}.querySelector('.switches').toggleAttribute('open', true)")
    tab.js(f"{DEEP}.querySelector('.switches').scrollIntoView()")
    tab.picture(PICTURES / f"switches-{shopper.name}.png")
    tab.close()


def test_a_page_that_sells_no_headphones_is_never_sent(shopper: Browser, stub: Stub) -> None:
    tab = shopper.open(f"{ORIGIN}/kettle", KETTLE)
    tab.js(PAUSE)
    assert stub.asked == []
    assert tab.js("document.querySelector('earmark-card')") is None
    tab.close()


def test_no_script_runs_on_other_sites(shopper: Browser, html: str, stub: Stub) -> None:
    tab = shopper.open("https://www.other.example/studio-50", html)
    tab.js(PAUSE)
    assert stub.asked == []
    assert tab.js("document.querySelector('earmark-card')") is None
    tab.close()


def test_the_extension_has_no_script_in_pages_it_was_not_asked_to_read(
    granting_chromium: Chromium, stub: Stub, html: str
) -> None:
    granting_chromium.keep(**CHOSEN | {"sites": {ORIGIN: "always"}}, service=stub.address)
    options = granting_chromium.extension_page("ui/options.html")
    registered(options, 1)
    other = granting_chromium.open("https://www.other.example/studio-50", html)
    shop = granting_chromium.open(SHOP, html)
    shop.chip()
    assert scripts(shop) == {granting_chromium.id}
    assert scripts(other) == set()
    other.toolbar()
    other.chip()
    assert scripts(other) == {granting_chromium.id}
    for tab in (options, other, shop):
        tab.close()


def scripts(tab: ChromiumTab) -> set[str]:
    """The extensions that have a script in a tab, whatever it does there."""
    worlds: list[str] = []
    session = tab.page.context.new_cdp_session(tab.page)
    session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]["origin"]))
    session.send("Runtime.enable")
    session.detach()
    return {world.split("/")[2] for world in worlds if world.startswith("chrome-extension://")}


def test_where_the_service_finds_nothing_nothing_is_shown_unasked(
    shopper: Browser, html: str, stub: Stub, card: dict[str, Any]
) -> None:
    stub.answer = {**card, "page": {**card["page"], "reason": "An ear pad."}, "classification": None}
    tab = shopper.open(SHOP, html)
    wait_for_questions(stub, 1)
    tab.js(PAUSE)
    assert len(stub.asked) == 1
    assert tab.js("document.querySelector('earmark-card')") is None
    tab.close()


def test_off_on_a_shop_holds_until_it_is_turned_on(shopper: Browser, html: str, stub: Stub) -> None:
    tab = shopper.open(SHOP, html)
    tab.chip()
    tab.press(".chip-open")
    switch(tab, "Off on this shop")
    tab.wait("!document.querySelector('earmark-card')")
    tab.close()
    tab = shopper.open(SHOP, html)
    tab.js(PAUSE)
    assert len(stub.asked) == 1
    wait_for_badge(shopper, "off")
    tab.toolbar()
    assert tab.chip() == "Earmark is off on this shop"
    assert len(stub.asked) == 1
    tab.press(".chip-open")
    tab.press(".press.main", "Turn on and read")
    tab.wait(f"{DEEP}.querySelector('.verdict-box')")
    tab.close()


def test_off_for_a_product_leaves_the_others(shopper: Browser, html: str, stub: Stub) -> None:
    tab = shopper.open(SHOP, html)
    tab.chip()
    tab.press(".chip-open")
    switch(tab, "Off for this product")
    tab.wait("!document.querySelector('earmark-card')")
    tab.close()
    for path, asked in (("", 1), ("-other", 2)):
        tab = shopper.open(SHOP + path, html)
        wait_for_questions(stub, asked)
        tab.js(PAUSE)
        assert len(stub.asked) == asked
        tab.close()


def test_off_everywhere_is_shown_by_the_icon(shopper: Browser, html: str, stub: Stub) -> None:
    tab = shopper.open(SHOP, html)
    tab.chip()
    tab.press(".chip-open")
    switch(tab, "Off everywhere")
    tab.wait("!document.querySelector('earmark-card')")
    tab.close()
    tab = shopper.open("https://www.other.example/", html)
    tab.toolbar()
    assert tab.chip() == "Earmark is off everywhere"
    until(lambda: badges(shopper) == {"off"}, "an icon does not say off")
    assert len(stub.asked) == 1
    tab.close()


def test_a_closed_card_stays_closed_when_the_page_changes(shopper: Browser, html: str, stub: Stub) -> None:
    tab = shopper.open(SHOP, html)
    tab.chip()
    tab.press(".icon")
    tab.wait("!document.querySelector('earmark-card')")
    tab.js("document.querySelector('h1').textContent = 'Nordlyd Studio 60 headphones'")
    tab.js(PAUSE)
    assert len(stub.asked) == 1
    tab.close()


def test_a_product_that_comes_late_is_read(shopper: Browser, stub: Stub) -> None:
    tab = shopper.open(SHOP, "<title>Shop</title><h1>…</h1><p class=price>…</p>")
    tab.js(PAUSE)
    assert stub.asked == []
    tab.js("(document.querySelector('h1').textContent = 'Nordlyd Studio 50 headphones') && 1")
    tab.chip()
    assert len(stub.asked) == 1
    tab.close()


def test_soft_navigation_on_an_allowed_shop_reads_the_next_product(
    shopper: Browser, html: str, stub: Stub
) -> None:
    tab = shopper.open(SHOP, html)
    tab.chip()
    tab.js("history.pushState(null, '', '/studio-60')")
    tab.wait(f"{DEEP}.querySelector('.chip-text').textContent === 'This page has changed'")
    tab.wait(f"{DEEP}.querySelector('.chip[data-state=card]')")
    assert [one.headers["content-location"] for one in stub.asked] == [SHOP, f"{ORIGIN}/studio-60"]
    tab.close()


def test_the_list_of_shops_is_shown_saved_and_read_again(shopper: Browser) -> None:
    options = shopper.extension_page("ui/options.html")
    options.wait("document.querySelector('#sites button')")
    assert f"{ORIGIN}\nreads by itself" in options.js("document.querySelector('#sites').innerText")
    give = """(text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "shops.json"));
      document.querySelector("#import").files = files.files;
      document.querySelector("#import").dispatchEvent(new Event("change"));
      return 1;
    }"""
    options.js(f"({give})('{{}}')")
    options.wait("document.querySelector('#sites-state').textContent.includes('no list of shops')")
    saved = {"format": 1, "sites": {"https://a.example": "off"}, "products": ["https://b.example/x"]}
    options.js(f"({give})({json.dumps(json.dumps(saved))})")
    options.wait("document.querySelector('#sites').innerText.includes('https://b.example/x')")
    options.js("document.querySelector('#sites button[aria-label*=\"b.example\"]').click() ?? 1")
    options.wait("!document.querySelector('#sites').innerText.includes('b.example')")
    registered(options, 0)
    options.close()


def test_a_changed_page_is_marked_and_asks_nothing_where_it_was_read_on_a_click(tab: Tab, stub: Stub) -> None:
    tab.card()
    tab.js("(document.querySelector('#specs').innerHTML = '<tr><th>Driver</th><td>50 mm</td></tr>') && 1")
    tab.wait(f"{DEEP}.querySelector('.note')")
    tab.js(PAUSE)
    assert len(stub.asked) == 1
    tab.press(".note .press", "Read again")
    tab.wait(f"{DEEP}.querySelector('.card .verdict-box') && !{DEEP}.querySelector('.note')")
    assert len(stub.asked) == 2


def test_words_that_are_drawn_anew_are_no_change(tab: Tab) -> None:
    tab.card()
    tab.js("(document.querySelector('#specs').innerHTML += '') && 1")
    tab.js(PAUSE)
    assert tab.js(f"{DEEP}.querySelector('.note')") is None


def test_the_card_makes_way_for_the_shops_own_dialog(tab: Tab) -> None:
    tab.card()
    style = "position: fixed; inset: auto 0 0 auto; width: 500px; height: 400px; background: white"
    tab.js(
        "document.body.insertAdjacentHTML('beforeend',"
        f" '<div role=dialog aria-modal=true style=\"{style}\">Cookies? <button>Yes</button></div>') ?? 1"
    )
    tab.wait(f"{DEEP}.querySelector('.chip')")
    tab.wait("!document.querySelector('earmark-card').dataset.corner.startsWith('bottom-end')")
