"""Pages that throw, have frames, are very large; cards full of attacks; an extension that is replaced."""

from __future__ import annotations

from itertools import product
from typing import Any

from playwright.sync_api import Playwright

from . import chromium, firefox
from .conftest import CHOSEN, EXTENSION, SHOP, executable
from .stub import Stub
from .tab import DEEP, Browser, Tab

RUN = "globalThis.ran=1"
ATTACKS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<a href='javascript:{RUN}'>x</a>",
    f"javascript:{RUN}",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<math><mi xlink:href='data:x,<script>{RUN}</script>'>",
    f"<style>@keyframes x{{}}</style><b style='animation-name:x' onanimationstart={RUN}>",
    "<link rel=stylesheet href='LEAK'>",
    "<img src='LEAK'>",
    "<video src='LEAK' autoplay></video>",
    "<object data='LEAK'></object>",
    "<meta http-equiv=refresh content='0;url=LEAK'>",
    "<style>*{background:url(LEAK)}</style>",
    "<base href='LEAK'>",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"${{{RUN}}}",
)
WRAPPERS = (
    "{}",
    '">{}',
    "'>{}",
    "</style>{}",
    "</script>{}",
    "-->{}",
    "]]>{}",
    "\u202e{}",
    "&lt;{}",
    "</title>{}",
)
STRINGS = [wrapper.format(attack) for wrapper, attack in product(WRAPPERS, ATTACKS)]


def hostile(card: dict[str, Any], strings: list[str]) -> dict[str, Any]:
    """A card whose every text is an attack: in its title, lines, facts and quotes."""
    every = [
        {"id": 1000 + number, "source": text, "visible": True,
         "quote": {"exact": text, "prefix": text, "suffix": ""}}
        for number, text in enumerate(strings)
    ]  # fmt: skip
    lines = [
        {"text": text, "statement": text, "section": text, "evidence": [1000 + number]}
        for number, text in enumerate(strings)
    ]
    facts = [
        {"spec": text, "label": text, "value": text, "unit": None, "text": text, "evidence": [1000 + number],
         "contradicts": [{"value": text, "text": text, "evidence": []}]}
        for number, text in enumerate(strings)
    ]  # fmt: skip
    return {
        **card,
        "evidence": every, "strengths": lines, "facts": facts, "not_stated": strings,
        "classification": {**card["classification"], "label": strings[0], "for": lines},
        "product": {**card["product"], "name": strings[1]},
        "trace": [{"spec": text, "source": text, "words": text, "outcome": text} for text in strings],
    }  # fmt: skip


def test_200_attacks_in_a_card_stay_text(tab: Tab, stub: Stub, card: dict[str, Any]) -> None:
    assert len(set(STRINGS)) == 200
    strings = [text.replace("LEAK", f"{stub.address}/leak") for text in STRINGS]
    stub.answer = hostile(card, strings)
    tab.card()
    tab.js(f"[...{DEEP}.querySelectorAll('details')].forEach((one) => one.open = true) ?? 1")
    tab.wait(f"{DEEP}.querySelectorAll('[data-part=strengths] .line').length === 200")
    tab.js("new Promise((done) => setTimeout(() => done(1), 700))")
    assert tab.js("globalThis.ran ?? null") is None
    assert stub.got == []
    elements = (
        f"{DEEP}.querySelector('.root').querySelectorAll('script, img, svg, iframe, style, link, base')"
    )
    assert tab.js(f"{elements}.length") == 0
    addresses = f"[...{DEEP}.querySelectorAll('a')].map((one) => one.protocol)"
    assert set(tab.js(addresses)) <= {"chrome-extension:", "moz-extension:"}
    text = tab.js(f"{DEEP}.querySelector('[data-part=strengths]').textContent")
    assert [one for one in strings if one not in text] == []


def test_a_page_that_throws_everywhere_gets_its_card(browser: Browser, html: str) -> None:
    broken = """<script>
      for (const name of ["fetch", "XMLHttpRequest", "WeakMap"]) {
        Object.defineProperty(globalThis, name, {get() { throw new Error(name); }, configurable: true});
      }
      Element.prototype.attachShadow = Element.prototype.append = () => { throw new Error("mine"); };
      for (const kind of ["click", "keydown", "focusin", "scroll", "resize"])
        addEventListener(kind, () => { throw new Error(kind); }, true);
      throw new Error("at once");
    </script>"""
    tab = browser.open(SHOP + "-throws", html.replace("</body>", broken + "</body>"))
    tab.toolbar()
    assert tab.chip().startswith("Over-ear headphones")
    tab.close()


def test_a_frameset_is_no_dead_end(browser: Browser, stub: Stub, card: dict[str, Any]) -> None:
    stub.answer = {**card, "page": {**card["page"], "reason": "There is no text."}, "classification": None}
    tab = browser.open(SHOP + "-frames", "<frameset cols='50%,50%'><frame name=a><frame name=b></frameset>")
    tab.toolbar()
    assert tab.chip() == "No card for this page"
    tab.close()


def test_a_page_of_5_mb_gets_its_card(browser: Browser, html: str, stub: Stub) -> None:
    rows = "".join(
        f"<p>Review {number}: I like these a lot, my ears do too.</p>\n" for number in range(82_000)
    )
    tab = browser.open(SHOP + "-large", html.replace("</main>", rows + "</main>"))
    tab.card()
    assert tab.text(".message") == ""
    assert len(stub.asked[0].html) > 4_500_000
    tab.press("button.value", "40 mm")
    assert tab.highlighted() == "40 mm"
    tab.close()


def test_the_old_card_goes_when_the_extension_is_replaced_in_chromium(
    playwright: Playwright, chromium_program: str, stub: Stub, html: str
) -> None:
    with chromium.launch(playwright, chromium_program, EXTENSION, reduced_motion="reduce") as browser:
        browser.keep(**CHOSEN, service=stub.address)
        tab = browser.open(SHOP, html)
        tab.toolbar()
        tab.chip()
        options = browser.extension_page("ui/options.html")
        options.js("setTimeout(() => chrome.runtime.reload()) && 1")
        tab.wait("!document.querySelector('earmark-card')")


def test_the_old_card_goes_when_the_extension_is_replaced_in_firefox(stub: Stub, html: str) -> None:
    with firefox.launch(executable("firefox-esr", "firefox"), EXTENSION) as browser:
        browser.keep(**CHOSEN, service=stub.address)
        tab = browser.open(SHOP, html)
        tab.card()
        tab.press("button.value", "40 mm")
        tab.wait("CSS.highlights.size")
        browser.reload()
        tab.wait("!document.querySelector('earmark-card').checkVisibility()")
        tab.toolbar()
        assert tab.chip().startswith("Over-ear headphones")
        tab.wait("document.querySelector('earmark-card').checkVisibility()")
        assert tab.js("document.querySelectorAll('earmark-card').length") == 1
