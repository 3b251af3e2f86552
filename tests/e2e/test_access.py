"""axe-core finds nothing to complain of, in each state, scheme and language direction."""

from __future__ import annotations

from typing import Any

import pytest

from .chromium import ChromiumTab
from .conftest import CHOSEN, PICTURES, SHOP
from .stub import Stub
from .tab import DEEP, Browser, Tab


def emulate(tab: ChromiumTab, scheme: str) -> None:
    """Light, dark, or the colours that a system forces on every page."""
    tab.page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if scheme == "forced" else "none",
    )


def violations(tab: Tab, axe: str, include: str) -> list[dict[str, Any]]:
    tab.js(f"(() => {{ {axe}; return 1; }})()")
    # Contrast inside a shadow root over a picture is "incomplete" for axe; the palette has its own test.
    found: list[dict[str, Any]] = tab.js(
        f"axe.run({include}).then(({{violations}}) => violations"
        ".map(({id, nodes}) => ({id, at: nodes.map((one) => one.html.slice(0, 160))})))"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_the_overlay(chromium_browser: Browser, stub: Stub, html: str, axe: str, scheme: str) -> None:
    chromium_browser.keep(consent=1, service=stub.address, purpose="casual", devOpenShadow=True)
    tab = chromium_browser.open(f"{SHOP}-axe-{scheme}", html)
    assert isinstance(tab, ChromiumTab)
    emulate(tab, scheme)
    overlay = "{include: [['earmark-card']]}"
    tab.toolbar()
    tab.chip()
    assert violations(tab, axe, overlay) == []
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.card')")
    tab.js(f"[...{DEEP}.querySelectorAll('details')].forEach((one) => one.open = true) ?? 1")
    assert violations(tab, axe, overlay) == []
    stub.status = 503
    tab.press(".foot button", "Read again")
    tab.wait(f"{DEEP}.querySelector('.note')?.textContent.includes('busy')")
    assert violations(tab, axe, overlay) == []
    tab.key("Escape")
    tab.press(".icon")
    tab.toolbar()
    tab.chip()
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.message')")
    assert violations(tab, axe, overlay) == []
    tab.close()


OWN_PAGES = ("options", "welcome", "preview", "allow")
KEPT = {
    **CHOSEN,
    "sites": {"https://www.klangbude.example": "always", "https://www.other.example": "off"},
    "products": ["https://www.third.example/a-product-with-a-rather-long-name-in-its-address/p/B0C6TZM4KT"],
    "log": [
        {"when": 1_764_000_000_000, "to": "http://127.0.0.1:8765", "page": SHOP, "size": 41_000,
         "report": {"scripts": 12, "inputs": 3, "comments": 0, "blocks": 2, "texts": 4}, "answer": answer}
        for answer in ("card", "down", "cancelled")
    ],
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
@pytest.mark.parametrize("name", OWN_PAGES)
def test_the_extensions_own_pages(chromium_browser: Browser, axe: str, name: str, scheme: str) -> None:
    chromium_browser.keep(**KEPT)
    tab = chromium_browser.extension_page(f"ui/{name}.html")
    assert isinstance(tab, ChromiumTab)
    emulate(tab, scheme)
    tab.wait("document.title && [...document.images].every((one) => one.naturalWidth)")
    for width in (1280, 360, 320):
        tab.page.set_viewport_size({"width": width, "height": 1000})
        assert tab.js("document.documentElement.scrollWidth <= innerWidth")
        if width == 320:
            assert violations(tab, axe, "document") == []
        tab.picture(PICTURES / f"{name}-{width}-{scheme}.png", whole=True)
    tab.close()
    chromium_browser.keep(log=[])


def test_the_article(chromium_browser: Browser, axe: str) -> None:
    for name in ("article.html", "article.de.html"):
        tab = chromium_browser.extension_page(name)
        assert violations(tab, axe, "document") == []
        tab.close()


def test_a_screen_reader_is_told_what_is_what(chromium_browser: Browser, stub: Stub, html: str) -> None:
    chromium_browser.keep(**CHOSEN, service=stub.address)
    tab = chromium_browser.open(f"{SHOP}-spoken", html)
    assert isinstance(tab, ChromiumTab)
    overlay = tab.page.get_by_role("region", name="Earmark")
    tab.toolbar()
    tab.chip()
    name = "Over-ear headphones, closed-back · up to the job for everyday use"
    assert tab.text("[role=status]") == name
    chip = overlay.get_by_role("button", name=name)
    assert chip.get_attribute("aria-expanded") == "false"
    assert overlay.get_by_role("button", name="Close", exact=True).count() == 1
    chip.click()
    for role, called in (
        ("heading", "Over-ear headphones, closed-back"),
        ("group", "What do you want them for?"),
        ("heading", "Strengths"),
        ("button", "Sealed cups keep the noise around you out"),
        ("link", "Design: in the article"),
        ("button", "Make smaller"),
    ):
        assert overlay.get_by_role(role, name=called).count() >= 1, (role, called)
    tab.close()


@pytest.mark.parametrize(("wish", "moves"), [("reduce", False), ("no-preference", True)])
def test_who_wants_no_motion_sees_none(
    chromium_browser: Browser, stub: Stub, html: str, wish: str, moves: bool
) -> None:
    chromium_browser.keep(**CHOSEN, service=stub.address)
    tab = chromium_browser.open(f"{SHOP}-motion", html)
    assert isinstance(tab, ChromiumTab)
    tab.page.emulate_media(reduced_motion=wish)
    tab.card()
    assert (tab.js(f"getComputedStyle({DEEP}.querySelector('.card')).animationName") != "none") is moves
    tab.close()


def test_axe_sees_into_the_overlay(chromium_browser: Browser, stub: Stub, html: str, axe: str) -> None:
    chromium_browser.keep(consent=1, service=stub.address, devOpenShadow=True)
    tab = chromium_browser.open(f"{SHOP}-axe", html)
    tab.toolbar()
    tab.chip()
    tab.js(f"{DEEP}.querySelector('.icon').removeAttribute('aria-label') ?? 1")
    tab.js(f"{DEEP}.querySelector('.icon').removeAttribute('title') ?? 1")
    tab.js(f"{DEEP}.querySelector('.icon').replaceChildren() ?? 1")
    assert [one["id"] for one in violations(tab, axe, "{include: [['earmark-card']]}")] == ["button-name"]
    tab.close()
