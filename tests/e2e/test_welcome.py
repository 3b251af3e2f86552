"""The first-run page: three pictures, where the service runs, the purpose, the consent."""

from __future__ import annotations

import pytest

from .chromium import ChromiumTab
from .conftest import CHOSEN, ROOT
from .tab import Browser
from .test_access import AXE, violations

FOLDER = ROOT / ".screenshots"
PAGE = "ui/welcome.html"


def test_the_pictures_are_there_and_the_purpose_is_kept(browser: Browser) -> None:
    tab = browser.extension_page(PAGE)
    tab.wait("document.querySelector('#purpose').value === 'casual'")
    tab.wait("[...document.images].length === 3 && [...document.images].every((one) => one.naturalWidth)")
    assert "earmark serve" in tab.js("document.body.innerText")
    tab.js(
        "(() => { const one = document.querySelector('#purpose'); one.value = 'gaming';"
        " one.dispatchEvent(new Event('change')); return 1; })()"
    )
    kept = "(globalThis.browser ?? chrome).storage.local.get('purpose')"
    tab.wait(f"{kept}.then((kept) => kept.purpose === 'gaming')")
    tab.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_is_accessible(chromium_browser: Browser, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("needs its tools: npm ci --prefix tests/extension")
    chromium_browser.keep(**CHOSEN)
    FOLDER.mkdir(exist_ok=True)
    tab = chromium_browser.extension_page(PAGE)
    assert isinstance(tab, ChromiumTab)
    tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.wait("[...document.images].every((one) => one.naturalWidth)")
    for width in (1280, 360):
        tab.page.set_viewport_size({"width": width, "height": 1100})
        assert tab.js("document.documentElement.scrollWidth <= innerWidth")
        assert violations(tab, AXE.read_text("utf-8"), "document") == []
        tab.picture(FOLDER / f"welcome-{width}-{scheme}.png")
    tab.close()
