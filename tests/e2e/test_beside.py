"""The comparison beside the page: Chrome's side panel, out of the package, and Firefox's sidebar."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path

from playwright.sync_api import Playwright

from . import chromium
from .conftest import CHOSEN, ROOT, SHOP
from .firefox import Firefox, evaluate, window
from .stub import Stub
from .tab import DEEP

OPEN = "window.SidebarController?.isOpen && window.SidebarController.currentID"


def chrome_package(folder: Path) -> Path:
    """The package for Chrome, unpacked."""
    spec = importlib.util.spec_from_file_location("pack", ROOT / ".store/pack.py")
    assert spec is not None and spec.loader is not None
    packer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(packer)
    [package] = [path for path in packer.pack(folder) if path.stem.endswith("chrome")]
    with zipfile.ZipFile(package) as files:
        files.extractall(folder / "chrome")
    return folder / "chrome"


def test_chromes_package_opens_the_side_panel(
    playwright: Playwright, chromium_program: str, stub: Stub, html: str, tmp_path: Path
) -> None:
    with chromium.launch(playwright, chromium_program, chrome_package(tmp_path)) as browser:
        browser.keep(**CHOSEN, service=stub.address)
        tab = browser.open(SHOP, html)
        tab.card()
        tab.press(".keep .press", "Pin")
        tab.press(".keep .press", "Compare (1)")
        for _ in range(100):
            targets = browser.cdp.send("Target.getTargets", {"filter": [{}]})["targetInfos"]
            panels = [one for one in targets if one["url"].endswith("/ui/compare.html")]
            if panels:
                break
            tab.js("new Promise((done) => setTimeout(() => done(1), 50))")
        assert panels
        assert not any(one.endswith("/ui/compare.html") for one in browser.addresses())
        tab.wait(f"{DEEP}.querySelector('.keep')")


def test_firefoxs_sidebar_is_opened_from_the_view(firefox_browser: Firefox, stub: Stub, html: str) -> None:
    firefox_browser.keep(**CHOSEN, service=stub.address, pins=[])
    tab = firefox_browser.open(SHOP, html)
    tab.card()
    tab.press(".keep .press", "Pin")
    tab.wait(f"{DEEP}.querySelector('.keep .press').textContent === 'Unpin'")
    view = firefox_browser.extension_page("ui/compare.html")
    view.wait("!document.querySelector('#beside').hidden")
    box = view.js("document.querySelector('#beside').getBoundingClientRect().toJSON()")
    view.click_at(box["x"] + 20, box["y"] + 20)
    bar = window(view._bidi)
    for _ in range(100):
        if evaluate(view._bidi, bar, OPEN):
            break
        view.js("new Promise((done) => setTimeout(() => done(1), 50))")
    assert "earmark" in evaluate(view._bidi, bar, OPEN)
    evaluate(view._bidi, bar, "window.SidebarController.hide()")
    view.close()
    tab.close()
