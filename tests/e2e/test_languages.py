"""A browser in another language: its own sentences, the service asked for that language."""

from __future__ import annotations

from playwright.sync_api import Playwright

from . import chromium
from .conftest import EXTENSION, ROOT, SHOP
from .stub import Stub
from .tab import DEEP


def test_a_german_browser_speaks_german(
    playwright: Playwright, chromium_program: str, stub: Stub, html: str
) -> None:
    with chromium.launch(playwright, chromium_program, EXTENSION, flags=["--lang=de"]) as browser:
        browser.keep(consent=1, service=stub.address, purpose="business", devOpenShadow=True)
        tab = browser.open(SHOP, html)
        tab.card()
        assert tab.js(f"{DEEP}.querySelector('.answer').textContent") == "Nicht geeignet für den Beruf"
        assert {"Stärken", "Schwächen", "Was die Seite angibt"} <= set(tab.text().splitlines())
        assert stub.asked[0].headers["accept-language"].startswith("de")
        (ROOT / ".screenshots").mkdir(exist_ok=True)
        tab.picture(ROOT / ".screenshots/german.png")
