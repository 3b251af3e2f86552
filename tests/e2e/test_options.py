"""The options page, and what the extension may do without asking."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .stub import Stub
from .tab import Browser, Tab

STORED = "(globalThis.browser ?? chrome).storage.local.get(['service', 'purpose'])"


@pytest.fixture
def options(browser: Browser) -> Iterator[Tab]:
    tab = browser.extension_page("ui/options.html")
    tab.wait("document.querySelector('#service').value")
    yield tab
    tab.close()


def fill(options: Tab, address: str) -> None:
    options.js(
        "(() => { const field = document.querySelector('#service');"
        f" field.value = {address!r}; field.dispatchEvent(new Event('change')); return 1; }})()"
    )


def test_an_address_is_kept_at_once(options: Tab) -> None:
    fill(options, "https://earmark.example/base/")
    options.wait("document.querySelector('#service-state').textContent === 'Saved.'")
    assert options.js(STORED)["service"] == "https://earmark.example/base"


@pytest.mark.parametrize("address", ["localhost", "ftp://a.example", "https://me@a.example/", ""])
def test_what_is_no_address_is_refused_and_the_old_one_stays(options: Tab, stub: Stub, address: str) -> None:
    fill(options, address)
    options.wait("document.querySelector('#service-state').textContent.includes('http://127.0.0.1')")
    assert options.js(STORED)["service"] == stub.address


def test_the_address_can_be_tested(options: Tab, stub: Stub) -> None:
    options.js("document.querySelector('#test').click() ?? 1")
    options.wait("document.querySelector('#service-state').textContent === 'The service answers.'")
    stub.status = 403
    options.js("document.querySelector('#test').click() ?? 1")
    options.wait("document.querySelector('#service-state').textContent.includes('refused')")


def test_no_site_may_be_read_without_a_click(options: Tab) -> None:
    assert options.js("(globalThis.browser ?? chrome).permissions.getAll()")["origins"] == []


def test_reset_forgets_everything(options: Tab, browser: Browser) -> None:
    browser.keep(
        paused=True, purpose="gaming", sites={"https://a.example": "off"}, log=[{}], pins=[{}], language="de"
    )
    options.js("document.querySelector('#reset').click() ?? 1")
    options.wait("document.querySelector('#reset-state').textContent.startsWith('Everything is as')")
    names = "['consent', 'paused', 'purpose', 'sites', 'log', 'pins', 'language']"
    kept = options.js(f"(globalThis.browser ?? chrome).storage.local.get({names})")
    assert kept == {
        "consent": 0, "paused": False, "purpose": "casual", "language": "", "sites": {}, "log": [],
        "pins": [],
    }  # fmt: skip


def test_consent_given_anew_reads_only_the_pages_that_wait_for_it(
    browser: Browser, tab: Tab, stub: Stub
) -> None:
    tab.card()
    browser.keep(consent=0)
    browser.keep(consent=1)
    assert tab.js("new Promise((done) => setTimeout(() => done(1), 300))") == 1
    assert len(stub.asked) == 1
