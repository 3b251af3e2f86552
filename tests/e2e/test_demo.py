"""The demo shop: the same overlay without anything installed, in both browsers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .conftest import PICTURES
from .earmark import running
from .tab import DEEP, Browser

PAGE = "/demo/hifi/orrery-halden-7.html"


@pytest.fixture(scope="module")
def demo() -> Iterator[str]:
    with running("demo") as address:
        yield address


@pytest.mark.parametrize("which", ["chromium", "firefox"])
def test_a_demo_page_has_the_overlay(demo: str, which: str, request: pytest.FixtureRequest) -> None:
    browser: Browser = request.getfixturevalue(f"{which}_browser")
    index = browser.visit(f"{demo}/demo/")
    index.js("localStorage.setItem('earmark', JSON.stringify({devOpenShadow: true})) ?? 1")
    index.close()
    tab = browser.visit(demo + PAGE)
    assert tab.chip().startswith("Over-ear headphones, closed-back · ")
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.card')")
    tab.press(".claim")
    assert tab.highlighted()
    tab.picture(PICTURES / f"demo-{which}.png")
    tab.press(".purposes label", "gaming")
    tab.press(".line-foot a")
    tab.close()


@pytest.mark.parametrize("page", ["everyday/tarn-kettle.html", "bazaar/grimlark-ear-pads.html"])
def test_a_page_without_a_card_says_why(demo: str, page: str, chromium_browser: Browser) -> None:
    tab = chromium_browser.visit(f"{demo}/demo/{page}")
    tab.js("localStorage.setItem('earmark', JSON.stringify({devOpenShadow: true})) ?? 1")
    tab.close()
    tab = chromium_browser.visit(f"{demo}/demo/{page}")
    assert tab.chip() == "No card for this page"
    tab.close()
