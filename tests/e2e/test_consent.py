"""Before anything is sent: the consent, the preview; after: the log."""

from __future__ import annotations

import re

import pytest

from .chromium import Chromium
from .conftest import CHOSEN, PICTURES
from .stub import Stub
from .tab import DEEP, Browser, Tab

PAUSE = "new Promise((done) => setTimeout(() => done(1), 500))"


@pytest.fixture
def fresh(browser: Browser) -> Browser:
    """A browser whose shopper has not agreed to anything."""
    browser.keep(consent=0, log=[])
    return browser


def opened(browser: Browser, tab: Tab, page: str) -> str:
    """The path of an extension page that the overlay has opened in another tab."""
    for _ in range(30):
        for address in browser.addresses():
            if found := re.search(rf"ui/{page}\.html\?tab=\d+$", address):
                return found[0]
        tab.js("new Promise((done) => setTimeout(() => done(1), 100))")
    raise AssertionError(f"{page} was not opened: {browser.addresses()}")


def test_nothing_is_sent_before_the_shopper_agrees_and_then_the_page_is_read(
    fresh: Browser, tab: Tab, stub: Stub
) -> None:
    tab.toolbar()
    tab.wait(f"{DEEP}?.querySelector('.message')")
    assert tab.text("h2") == "Before Earmark reads its first page"
    tab.js(PAUSE)
    assert stub.asked == []
    tab.picture(PICTURES / f"consent-card-{fresh.name}.png")
    tab.press(".press.main", "See and decide")
    welcome = fresh.extension_page(opened(fresh, tab, "welcome"))
    welcome.wait(f"document.querySelector('#service').textContent.includes('{stub.address}')")
    welcome.picture(PICTURES / f"welcome-{fresh.name}.png")
    assert stub.asked == []
    welcome.js("document.querySelector('#agree').click() ?? 1")
    tab.wait(f"{DEEP}?.querySelector('.verdict-box')")
    assert len(stub.asked) == 1
    welcome.close()


def test_a_refusal_holds(fresh: Browser, tab: Tab, stub: Stub) -> None:
    welcome = fresh.extension_page("ui/welcome.html")
    welcome.wait("document.querySelector('#service').textContent")
    welcome.js("document.querySelector('#refuse').click() ?? 1")
    welcome.wait("document.querySelector('#state').textContent.startsWith('Nothing will be sent')")
    welcome.close()
    tab.toolbar()
    tab.wait(f"{DEEP}?.querySelector('.message')")
    assert tab.text("h2") == "Before Earmark reads its first page"
    assert stub.asked == []


def test_the_preview_is_what_is_sent_and_names_what_was_taken_out(
    browser: Browser, tab: Tab, stub: Stub
) -> None:
    tab.card()
    tab.js(f"{DEEP}.querySelector('.switches').toggleAttribute('open', true)")
    tab.press(".switches .press", "What is sent")
    preview = browser.extension_page(opened(browser, tab, "preview"))
    preview.wait("!document.querySelector('#found').hidden")
    assert preview.js("document.querySelector('#html').textContent") == stub.asked[0].html
    assert preview.js("document.querySelector('#service').textContent") == stub.address
    report = preview.js("document.querySelector('#report').innerText")
    assert "scripts: " in report
    assert "input fields: " in report
    assert "texts with e-mail addresses, numbers or names: " in report
    preview.picture(PICTURES / f"preview-{browser.name}.png")
    preview.close()


def test_the_log_says_what_was_sent_where_and_is_cleared_at_once(
    fresh: Browser, tab: Tab, stub: Stub
) -> None:
    fresh.keep(**CHOSEN)
    tab.card()
    options = fresh.extension_page("ui/options.html")
    options.wait("document.querySelector('#log time')")
    line = options.js("document.querySelector('#log').innerText")
    assert stub.asked[0].headers["content-location"] in line
    assert stub.address in line
    assert "scripts: " in line
    options.picture(PICTURES / f"options-{fresh.name}.png")
    options.js("document.querySelector('#clear').click() ?? 1")
    options.wait("document.querySelector('#log').innerText.startsWith('Nothing yet')")
    options.close()


def test_the_trace_is_asked_for_only_when_it_is_unfolded(tab: Tab, stub: Stub) -> None:
    tab.card()
    assert stub.asked[-1].path == "/v1/annotate?purpose=casual"
    words = "Impedance 32 ohm"
    step = {"spec": "impedance_ohm", "source": "table", "words": words, "outcome": "kept"}
    stub.answer = {**stub.answer, "trace": [step]}
    tab.press("summary", "How this page was read")
    tab.wait(f"{DEEP}.querySelector('.body').innerText.includes({words!r})")
    assert stub.asked[-1].path == "/v1/annotate?purpose=casual&trace=1"
    assert len(stub.asked) == 2


def test_the_extension_never_runs_in_private_windows(chromium_browser: Chromium) -> None:
    page = chromium_browser.extension_page("ui/options.html")
    assert page.js("chrome.extension.isAllowedIncognitoAccess()") is False
    page.close()
