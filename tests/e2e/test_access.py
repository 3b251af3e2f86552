"""axe-core finds nothing to complain of, in each state, scheme and language direction."""

from __future__ import annotations

from typing import Any

import pytest

from .chromium import ChromiumTab
from .conftest import ROOT, SHOP
from .stub import Stub
from .tab import DEEP, Browser, Tab

AXE = ROOT / "tests/extension/node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("needs its tools: npm ci --prefix tests/extension")
    return AXE.read_text(encoding="utf-8")


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
    tab.page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if scheme == "forced" else "none",
    )
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
    tab.wait(f"{DEEP}.querySelector('.message')")
    assert violations(tab, axe, overlay) == []
    tab.close()


@pytest.mark.parametrize(
    "path", ["ui/options.html", "ui/welcome.html", "ui/preview.html", "ui/allow.html", "article.html"]
)
def test_the_extensions_own_pages(chromium_browser: Browser, axe: str, path: str) -> None:
    tab = chromium_browser.extension_page(path)
    tab.wait("document.title")
    assert violations(tab, axe, "document") == []
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
