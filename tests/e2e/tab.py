"""What a test does with a tab, whichever browser it is in."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, Protocol

WAIT_SECONDS = 15.0  # a browser that has not done it by then never will
POLL_SECONDS = 0.03

DEEP = "document.querySelector('earmark-card')?.shadowRoot"


class Browser(Protocol):
    """A browser with the extension in it. `open` puts a page at an https address and goes there."""

    name: str

    def open(self, url: str, html: str, headers: dict[str, str] | None = None) -> Tab: ...
    def visit(self, url: str) -> Tab: ...
    def keep(self, **settings: Any) -> None: ...
    def extension_page(self, path: str) -> Tab: ...
    def addresses(self) -> list[str]: ...


class Tab:
    """One tab. Subclasses say how to run a script, press the mouse, press a key, take a picture."""

    def js(self, expression: str) -> Any:
        """The value of an expression (awaited) in the page's own world."""
        raise NotImplementedError

    def toolbar(self) -> None:
        """A click on the extension's button."""
        raise NotImplementedError

    def click_at(self, x: float, y: float) -> None:
        raise NotImplementedError

    def key(self, name: str) -> None:
        """One of Escape, Enter, Tab."""
        raise NotImplementedError

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Of the window, or of the whole page."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def wait(self, expression: str) -> None:
        """Until an expression is truthy."""
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            if self.js(f"Boolean(await ({expression}))"):
                return
            time.sleep(POLL_SECONDS)
        raise AssertionError(f"never true: {expression}\nthe overlay says: {self.text('.root')[:600]}")

    def press(self, selector: str, text: str = "") -> None:
        """A mouse click on the first element of the overlay that fits and has this text."""
        wanted = (
            f"[...({DEEP}?.querySelectorAll({json.dumps(selector)}) ?? [])]"
            f".find((one) => one.textContent.includes({json.dumps(text)}))"
        )
        self.wait(wanted + " !== undefined")
        box = self.js(
            f"(async () => {{ const one = {wanted}; one.scrollIntoView({{block: 'center'}});"
            " await new Promise((done) => setTimeout(done, 200));"
            " const {x, y, width, height} = one.getBoundingClientRect();"
            " return {x: x + Math.min(width / 2, 60), y: y + height / 2}; })()"
        )
        self.click_at(box["x"], box["y"])

    def press_own(self, selector: str) -> None:
        """A mouse click on an element of the page itself."""
        box = self.js(
            f"(({{x, y, width, height}}) => ({{x: x + width / 2, y: y + height / 2}}))"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        self.click_at(box["x"], box["y"])

    def chip(self) -> str:
        """The chip's words, once the page is read."""
        self.wait(f"{DEEP}?.querySelector('.chip') && !{DEEP}.querySelector('.chip[data-state=reading]')")
        return str(self.js(f"{DEEP}.querySelector('.chip-text').textContent"))

    def card(self) -> None:
        """Toolbar, chip, click: the card stands open."""
        self.toolbar()
        self.chip()
        self.press(".chip-open")
        self.wait(f"{DEEP}.querySelector('.card')")

    def text(self, selector: str = ".card") -> str:
        return str(self.js(f"{DEEP}?.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    def highlighted(self) -> str:
        """The words that are highlighted on the page, white space folded."""
        found = "CSS.highlights.get('earmark-evidence')"
        return " ".join(str(self.js(f"{found} ? [...{found}].map(String).join('|') : ''")).split())

    def dom(self) -> str:
        """The page's own document; the overlay's one element stands beside head and body."""
        return str(self.js("document.head.outerHTML + document.body.outerHTML"))
