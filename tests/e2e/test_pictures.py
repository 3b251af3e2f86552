"""Pictures of each state over a busy page, in `.screenshots/`, to be looked at. Nothing may stick out."""

from __future__ import annotations

from pathlib import Path

import pytest

from .chromium import ChromiumTab
from .conftest import ROOT, SHOP
from .stub import Stub
from .tab import DEEP, Browser

FOLDER = ROOT / ".screenshots"
INSIDE = f"""[...{DEEP}.querySelectorAll('.chip, .card')].every((one) => {{
  const box = one.getBoundingClientRect();
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}}) && [...{DEEP}.querySelectorAll('.body')].every((one) => one.scrollWidth <= one.clientWidth)"""


@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_each_state_fits(chromium_browser: Browser, stub: Stub, html: str, width: int, scheme: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    chromium_browser.keep(consent=1, service=stub.address, purpose="casual", devOpenShadow=True)
    tab = chromium_browser.open(SHOP + f"-{width}-{scheme}", html)
    assert isinstance(tab, ChromiumTab)
    if scheme == "forced":
        tab.page.emulate_media(forced_colors="active")
    else:
        tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.page.set_viewport_size({"width": width, "height": 720})

    def picture(state: str) -> None:
        tab.wait(INSIDE)
        tab.picture(Path(FOLDER, f"{width}-{scheme}-{state}.png"))

    tab.toolbar()
    tab.chip()
    picture("1-chip")
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.card')")
    picture("2-card")
    tab.press(".claim", "Sealed cups")
    picture("3-claim")
    if not tab.js(f"{DEEP}.querySelector('.card') !== null"):
        tab.press(".chip-open")
    tab.js(f"[...{DEEP}.querySelectorAll('details')].forEach((one) => one.open = true)")
    tab.js(f"{DEEP}.querySelector('.facts').scrollIntoView()")
    picture("4-facts")
    tab.js(f"{DEEP}.querySelector('.body').scrollTo(0, 1e6)")
    picture("5-end")
    stub.status = 503
    tab.press(".foot button", "Read again")
    tab.wait(f"{DEEP}.querySelector('.message')")
    picture("6-problem")
    tab.close()
