"""Debian's Chromium with the extension unpacked in it, through Playwright."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, Route

from .tab import Tab

FLAGS = (
    "--enable-unsafe-extension-debugging",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class ChromiumTab(Tab):
    def __init__(self, page: Page, browser: Chromium) -> None:
        self.page, self._browser = page, browser

    def js(self, expression: str) -> Any:
        return self.page.evaluate(f"async () => await ({expression})")

    def toolbar(self) -> None:
        self.page.bring_to_front()
        cdp = self._browser.cdp
        tabs = cdp.send(
            "Target.getTargets", {"filter": [{"type": "tab", "exclude": False}, {"exclude": True}]}
        )
        target = next(one["targetId"] for one in tabs["targetInfos"] if one["url"] == self.page.url)
        cdp.send("Extensions.triggerAction", {"id": self._browser.id, "targetId": target})

    def click_at(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        self.page.bring_to_front()  # a tab behind another is not drawn anew
        # Hiding the caret would leave a mark on the page.
        self.page.screenshot(path=path, caret="initial", full_page=whole)

    def close(self) -> None:
        self.page.close()


class Chromium:
    name = "chromium"

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        worker = (
            context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        )
        self.id = worker.url.split("/")[2]
        assert context.browser is not None
        self.cdp = context.browser.new_browser_cdp_session()
        self._settings = self.extension_page("ui/options.html")

    def open(self, url: str, html: str, headers: dict[str, str] | None = None) -> ChromiumTab:
        page = self.context.new_page()

        def answer(route: Route) -> None:
            if route.request.url.split("#")[0] == url.split("#")[0]:
                route.fulfill(content_type="text/html; charset=utf-8", body=html, headers=headers or {})
            else:
                route.abort()

        page.route(lambda address: address.startswith("http"), answer)
        page.goto(url, wait_until="domcontentloaded")
        return ChromiumTab(page, self)

    def keep(self, **settings: Any) -> None:
        self._settings.page.evaluate("(settings) => chrome.storage.local.set(settings)", settings)

    def visit(self, url: str) -> ChromiumTab:
        page = self.context.new_page()
        page.goto(url)
        return ChromiumTab(page, self)

    def extension_page(self, path: str) -> ChromiumTab:
        return self.visit(f"chrome-extension://{self.id}/{path}")

    def addresses(self) -> list[str]:
        return [page.url for page in self.context.pages]


def granted(extension: Path, origin: str, folder: Path) -> Path:
    """A copy of the extension with access to one shop: the dialog that asks for it needs a display."""
    copy = folder / "extension"
    shutil.copytree(extension, copy)
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"] = [f"{origin}/*"]
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return copy


@contextmanager
def launch(
    playwright: Playwright, executable: str, extension: Path, flags: Sequence[str] = (), **options: Any
) -> Iterator[Chromium]:
    """`options` go to Playwright: `color_scheme`, `viewport`, `reduced_motion`, ..."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=executable,
            headless=True,
            chromium_sandbox=False,
            args=[
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
                *FLAGS,
                *flags,
            ],
            **options,
        )
        context.set_default_timeout(15_000)
        try:
            yield Chromium(context)
        finally:
            context.close()
