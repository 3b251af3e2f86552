"""What leaves the browser, and that nothing else does."""

from __future__ import annotations

from .conftest import SHOP
from .stub import Stub
from .tab import Browser, Tab

SECRETS = (
    "Mona",
    "a secret search",
    "8b1a9953",
    "help@klangbude",
    "1234567.",
    "attachShadow",
    "<!--",
    "onclick",
)


def test_the_page_is_scrubbed_and_its_product_kept(tab: Tab, stub: Stub) -> None:
    tab.toolbar()
    tab.chip()
    sent = stub.asked[0].html
    assert [secret for secret in SECRETS if secret in sent] == []
    for kept in (
        "Nordlyd Studio 50",
        "32 ohm",
        "€129.00",
        "Add to cart",
        '"gtin13":"4001234567890"',
        "<title>",
    ):
        assert kept in sent


def test_the_request_carries_no_session(browser: Browser, html: str, stub: Stub) -> None:
    tab = browser.open(f"{SHOP}?session=9f8e7d&variant=black#reviews", html)
    tab.js("(document.cookie = 'secret=1') && 1")
    tab.toolbar()
    tab.chip()
    tab.close()
    [asked] = stub.asked
    assert asked.headers["content-location"] == f"{SHOP}?variant=black"
    assert asked.headers["content-type"] == "text/html; charset=utf-8"
    assert asked.headers["accept-language"].startswith("en")
    assert not {"cookie", "referer", "authorization"} & asked.headers.keys()
    assert asked.path == "/v1/annotate?purpose=casual"


def test_nothing_is_asked_before_a_click(tab: Tab, stub: Stub) -> None:
    assert tab.js("new Promise((done) => setTimeout(() => done(1), 300))") == 1
    assert stub.asked == []
    assert tab.js("document.querySelector('earmark-card')") is None
