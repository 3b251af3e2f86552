"""The language of the extension's own words and of the answers: the browser's, or the one that was chosen."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Playwright

from . import chromium
from .conftest import CHOSEN, EXTENSION, PICTURES, SHOP
from .stub import Stub
from .tab import DEEP, Browser, Tab
from .test_pictures import INSIDE


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
        tab.picture(PICTURES / "german.png")
        browser.keep(language="en")
        other = browser.open(f"{SHOP}-en", html)
        other.card()
        assert "Strengths" in other.text()
        assert stub.asked[1].headers["accept-language"].startswith("en,")


def test_a_chosen_language_is_spoken_everywhere(browser: Browser, tab: Tab, stub: Stub) -> None:
    options = browser.extension_page("ui/options.html")
    options.wait("document.querySelector('#language').options.length === 3")
    options.js(
        "(() => { const one = document.querySelector('#language'); one.value = 'de';"
        " one.dispatchEvent(new Event('change')); return 1; })()"
    )
    options.wait("document.querySelector('h1').textContent === 'Earmark-Einstellungen'")
    options.wait("document.querySelector('#state').textContent === 'Gespeichert.'")
    assert options.js("document.documentElement.lang") == "de"
    assert "Alltag" in options.js("document.querySelector('#purpose').textContent")
    options.close()
    tab.card()
    assert {"Stärken", "Schwächen"} <= set(tab.text().splitlines())
    assert tab.js(f"{DEEP}.querySelector('.root').lang") == "de"
    assert stub.asked[0].headers["accept-language"].startswith("de")
    tab.press(".line-foot a")
    tab.wait("new Promise((done) => setTimeout(() => done(true), 500))")
    assert any("/article.de.html#" in address for address in browser.addresses())
    title = browser.extension_page("ui/compare.html")
    title.wait("document.querySelector('h1').textContent === 'Gemerkte Produkte'")
    title.close()


def test_from_right_to_left(
    playwright: Playwright, chromium_program: str, stub: Stub, html: str, tmp_path: Path
) -> None:
    """Sentences of a language that is written so, on a page that is."""
    page = html.replace('<html lang="en">', '<html lang="ar" dir="rtl">')
    turned = tmp_path / "extension"
    shutil.copytree(EXTENSION, turned)
    words = turned / "_locales/en/messages.json"
    words.write_text(words.read_text("utf-8").replace('"ltr"', '"rtl"'), "utf-8")
    with chromium.launch(playwright, chromium_program, turned) as browser:
        browser.keep(**CHOSEN, service=stub.address)
        tab = browser.open(SHOP, page)
        tab.toolbar()
        tab.chip()
        box = f"{DEEP}.querySelector('.chip').getBoundingClientRect()"
        assert tab.js(f"{box}.left") == 16
        tab.picture(PICTURES / "rtl-1-chip.png")
        tab.press(".chip-open")
        tab.wait(f"{DEEP}.querySelector('.card')")
        assert tab.js(f"getComputedStyle({DEEP}.querySelector('.root')).direction") == "rtl"
        tab.wait(INSIDE)
        tab.picture(PICTURES / "rtl-2-card.png")
        options = browser.extension_page("ui/options.html")
        options.wait("document.documentElement.dir === 'rtl'")
        options.picture(PICTURES / "rtl-3-options.png", whole=True)
        browser.keep(language="de")
        other = browser.open(f"{SHOP}-de", page)
        other.toolbar()
        other.chip()
        assert round(other.js(f"{box}.right")) == other.js("innerWidth") - 16
