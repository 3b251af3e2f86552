"""Real pages of real shops under their own names, read by the real service."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import PICTURES
from .tab import DEEP, Browser

PAGES = {
    "amazon.com/skullcandy-crusher-anc-2.html": "https://www.amazon.com/dp/B0C6TZM4KT",
    "flipkart.com/boat-airdopes-131.html": "https://www.flipkart.com/boat-airdopes-131/p/itm1",
    "flipkart.com/boat-airdopes-161.html": "https://www.flipkart.com/boat-airdopes-161/p/itm2",
    "flipkart.com/noise-buds-vs102.html": "https://www.flipkart.com/noise-buds-vs102/p/itm3",
    "flipkart.com/triggr-ultrabuds-n1-neo.html": "https://www.flipkart.com/triggr-ultrabuds-n1-neo/p/itm4",
}

# The shops' own scripts change their pages all the time; without them a change would be the extension's.
WITHOUT_SCRIPTS = {"Content-Security-Policy": "script-src 'none'"}

# Of each section: how many of its lines have their words found on the page, and how many have lost them.
SECTIONS = f"""Object.fromEntries([...{DEEP}.querySelectorAll('[data-part]')].map((part) => [
  part.dataset.part,
  {{
    found: part.querySelectorAll('button.claim, button.value, button.plain').length,
    gone: part.querySelectorAll('.gone').length,
  }},
]))"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("which", ["chromium", "firefox"])
def test_a_real_page_gets_its_card(
    name: str, which: str, service: str, shared: Path, request: pytest.FixtureRequest
) -> None:
    path = shared / "pages" / name
    if not path.is_file():
        pytest.skip(f"needs ../shared/pages/{name}")
    browser: Browser = request.getfixturevalue(f"{which}_browser")
    browser.keep(consent=1, service=service, purpose="casual", devOpenShadow=True)
    html = path.read_text(encoding="utf-8", errors="replace")
    tab = browser.open(PAGES[name], html, WITHOUT_SCRIPTS)
    before = tab.dom()
    tab.card()
    tab.js(f"[...{DEEP}.querySelectorAll('details')].forEach((one) => one.open = true) ?? 1")
    sections = tab.js(SECTIONS)
    assert {"product", "strengths", "facts", "purposes"} <= sections.keys(), tab.text()[:400]
    assert [name for name, lines in sections.items() if lines["gone"] and not lines["found"]] == []
    tab.picture(PICTURES / f"shop-{path.stem}-{which}.png")
    tab.press(".claim")
    tab.wait("CSS.highlights.size")
    assert tab.highlighted()
    assert tab.dom() == before
    tab.close()
