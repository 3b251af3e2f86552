"""Pictures of each state over a busy page, in `.screenshots/`, to be looked at. Nothing may stick out."""

from __future__ import annotations

from pathlib import Path

import pytest

from .chromium import ChromiumTab
from .conftest import CHOSEN, PICTURES, SHOP
from .stub import Stub
from .tab import DEEP, Browser
from .test_access import emulate

INSIDE = f"""[...{DEEP}.querySelectorAll('.chip, .card')].every((one) => {{
  const box = one.getBoundingClientRect();
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}}) && [...{DEEP}.querySelectorAll('.body')].every((one) => one.scrollWidth <= one.clientWidth)"""


# A window, two telephones, and the window at a zoom of 200 %.
SIZES = {"1280": (1280, 720), "360": (360, 720), "320": (320, 640), "zoomed": (640, 360)}


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_each_state_fits(chromium_browser: Browser, stub: Stub, html: str, width: str, scheme: str) -> None:
    chromium_browser.keep(**CHOSEN, service=stub.address)
    tab = chromium_browser.open(SHOP + f"-{width}-{scheme}", html)
    assert isinstance(tab, ChromiumTab)
    emulate(tab, scheme)
    across, down = SIZES[width]
    tab.page.set_viewport_size({"width": across, "height": down})

    def picture(state: str) -> None:
        tab.wait(INSIDE)
        tab.picture(Path(PICTURES, f"{width}-{scheme}-{state}.png"))

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
    tab.wait(f"{DEEP}.querySelector('.note')?.textContent.includes('busy')")
    picture("6-kept")
    tab.key("Escape")
    picture("7-kept-chip")
    tab.press(".icon")
    tab.toolbar()
    tab.chip()
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.message')")
    picture("8-problem")
    tab.close()
