"""Another variant, as shops switch it, read by the real service: marked at once, renewed once."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from .stub import Stub
from .tab import DEEP, Browser, Tab
from .variants import FOLDS, ORIGIN, QUIET, ROUTED, SHOPS, Shop

MARKED_MS = 300
NOTED = f"{DEEP}.querySelector('.chip .tag')?.textContent"

# The time from a switch of the variant to the mark on the chip.
SWITCH = f"""new Promise((done) => {{
  const begun = performance.now();
  new MutationObserver((_, observer) => {{
    if (!/page (?:has )?changed/.test({DEEP}.querySelector(".chip").textContent)) return;
    observer.disconnect();
    done(performance.now() - begun);
  }}).observe({DEEP}, {{childList: true, characterData: true, subtree: true}});
  change();
}})"""


@pytest.fixture
def reader(shopper: Browser, service: str) -> Browser:
    """A browser that reads the shop unasked, with the real service."""
    shopper.keep(service=service, log=[])
    return shopper


def log(browser: Browser) -> list[dict[str, Any]]:
    page = browser.extension_page("ui/options.html")
    kept: list[dict[str, Any]] = page.js("(globalThis.browser ?? chrome).storage.local.get('log')")["log"]
    page.close()
    return kept


@pytest.mark.parametrize("name", SHOPS)
def test_another_variant_is_marked_at_once_and_read_once(reader: Browser, name: str) -> None:
    shop: Shop = SHOPS[name]
    with closing(reader.open(ORIGIN + shop.path, shop.html)) as tab:
        assert tab.chip().startswith("Over-ear headphones, closed-back")
        times = [tab.js(SWITCH)]
        renewed(tab)
        rest(tab, 1.2 * shop.readings)
        renewed(tab)
        read = [one for one in log(reader) if one["answer"] == "card"]
        assert 2 <= len(read) <= 1 + shop.readings
        tab.press(".chip-open")
        tab.wait(f"{DEEP}.querySelector('.card')")
        assert shop.now in tab.text()
        if times[0] > MARKED_MS:  # a busy machine's; a second time is a slow extension's
            tab.key("Escape")
            times.append(tab.js(SWITCH))
        assert min(times) <= MARKED_MS


def rest(tab: Tab, seconds: float) -> None:
    tab.js(f"new Promise((done) => setTimeout(() => done(1), {seconds * 1000}))")


def renewed(tab: Tab) -> None:
    tab.wait(f"!{NOTED} && {DEEP}.querySelector('.chip[data-state=card]')")


def test_what_moves_beside_the_product_is_no_change(reader: Browser) -> None:
    with closing(reader.open(f"{ORIGIN}/p/quiet", QUIET)) as tab:
        assert tab.chip().startswith("Over-ear headphones, closed-back")
        rest(tab, 4.0)
        assert tab.js(NOTED) is None
        assert len(log(reader)) == 1


def test_a_tab_that_takes_the_specifications_away_is_no_change(reader: Browser) -> None:
    with closing(reader.open(f"{ORIGIN}/p/folds", FOLDS)) as tab:
        assert tab.chip().startswith("Over-ear headphones, closed-back")
        rest(tab, 0.5)
        tab.press_own("#delivery")
        rest(tab, 1.5)
        assert tab.js(NOTED) is None
        assert len(log(reader)) == 1


def test_a_page_that_never_rests_is_read_but_not_over_and_over(reader: Browser) -> None:
    shop = SHOPS["text within its nodes"]
    with closing(reader.open(ORIGIN + shop.path, shop.html)) as tab:
        tab.chip()
        tab.js("setInterval(change, 400)")
        rest(tab, 9.0)
        assert len([one for one in log(reader) if one["answer"] == "card"]) <= 3


def test_a_switch_while_the_page_is_read_cancels_the_reading(reader: Browser, stub: Stub) -> None:
    stub.delay = 2.0
    reader.keep(service=stub.address)
    shop = SHOPS["main drawn anew"]
    with closing(reader.open(ORIGIN + shop.path, shop.html)) as tab:
        for _ in range(100):
            if stub.asked:
                break
            rest(tab, 0.03)
        tab.js("change() ?? 1")
        stub.delay = 0.0
        tab.chip()
        assert [one["answer"] for one in log(reader)] == ["card", "cancelled"]
        assert ["€149.00" in one.html for one in stub.asked] == [False, True]


def test_back_and_forward_read_the_product_that_is_shown(reader: Browser) -> None:
    with closing(reader.open(f"{ORIGIN}/p/a", ROUTED)) as tab:
        tab.chip()
        tab.js("go() ?? 1")
        tab.wait(f"{DEEP}.querySelector('.chip[data-state=card]')")
        tab.js("history.back() ?? 1")
        tab.wait(f"{DEEP}.querySelector('.chip-text').textContent.startsWith('This page has changed')")
        tab.wait(f"{DEEP}.querySelector('.chip[data-state=card]')")
        pages = [one["page"].rsplit("/", 1)[1] for one in log(reader)]
        assert pages == ["a", "b", "a"]
