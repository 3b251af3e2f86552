"""Both browsers, a stub of the service, the fixture page and its card."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from . import chromium, firefox
from .earmark import running
from .stub import Stub, start
from .tab import Browser, Tab

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"
FIXTURES = ROOT / "tests/extension/fixtures"
PICTURES = ROOT / ".screenshots"
ORIGIN = "https://www.klangbude.example"
SHOP = f"{ORIGIN}/studio-50"
ALLOW = f"ui/allow.html?shop={ORIGIN}"
CHOSEN = {
    "purpose": "casual", "language": "", "devOpenShadow": True, "consent": 1, "paused": False, "sites": {},
    "products": [],
}  # fmt: skip


def pytest_configure() -> None:
    PICTURES.mkdir(exist_ok=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def executable(*names: str) -> str:
    """The first of these programs that is installed."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is not installed; make test gets it")


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """One for all of these tests, and ended with them: while it lives, no other event loop can run."""
    with sync_playwright() as one:
        yield one


@pytest.fixture(scope="package")
def chromium_program(playwright: Playwright) -> str:
    return executable("chromium", "chromium-browser", playwright.chromium.executable_path)


@pytest.fixture(scope="package")
def chromium_browser(playwright: Playwright, chromium_program: str) -> Iterator[Browser]:
    with chromium.launch(playwright, chromium_program, EXTENSION, reduced_motion="reduce") as browser:
        yield browser


@pytest.fixture(scope="package")
def firefox_browser() -> Iterator[Browser]:
    with firefox.launch(executable("firefox-esr", "firefox"), EXTENSION) as browser:
        yield browser


@pytest.fixture(scope="package")
def _stub() -> Iterator[Stub]:
    stub = Stub()
    server = start(stub)
    yield stub
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="package")
def service() -> Iterator[str]:
    """The real one."""
    with running("serve") as address:
        yield address


@pytest.fixture(scope="package")
def axe() -> str:
    """The script of axe-core."""
    path = ROOT / "tests/extension/node_modules/axe-core/axe.min.js"
    if not path.is_file():
        pytest.skip("needs its tools: make test gets them")
    return path.read_text(encoding="utf-8")


@pytest.fixture
def card() -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((FIXTURES / "card.json").read_text(encoding="utf-8"))
    return answer


@pytest.fixture
def stub(_stub: Stub, card: dict[str, Any]) -> Stub:
    _stub.reset(card)
    return _stub


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, stub: Stub) -> Browser:
    one: Browser = request.getfixturevalue(f"{request.param}_browser")
    one.keep(**CHOSEN, service=stub.address)
    return one


@pytest.fixture(scope="package")
def granting_chromium(
    playwright: Playwright, chromium_program: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    folder = chromium.granted(EXTENSION, ORIGIN, tmp_path_factory.mktemp("granted"))
    with chromium.launch(playwright, chromium_program, folder, reduced_motion="reduce") as browser:
        yield browser


@pytest.fixture(params=["granting_chromium", "firefox_browser"])
def shopper(request: pytest.FixtureRequest, stub: Stub) -> Iterator[Browser]:
    """A browser whose shopper has allowed this shop, through the extension's page."""
    one: Browser = request.getfixturevalue(request.param)
    one.keep(**CHOSEN, service=stub.address)
    allow = one.extension_page(ALLOW)
    allow.wait(f"document.querySelector('#shop').textContent === '{ORIGIN}'")
    allow.press_own("#allow")
    allow.wait("document.querySelector('#state').textContent.startsWith('Done')")
    registered(allow, 1)
    yield one
    one.keep(**CHOSEN)
    registered(allow, 0)
    if one.name == "firefox":  # the Chromium of these tests has it from its manifest
        allow.js(f"browser.permissions.remove({{origins: ['{ORIGIN}/*']}})")
    allow.close()


def registered(page: Tab, count: int) -> None:
    api = "(globalThis.browser ?? chrome).scripting"
    page.wait(f"(await {api}.getRegisteredContentScripts()).length === {count}")


@pytest.fixture
def html() -> str:
    return (FIXTURES / "page.html").read_text(encoding="utf-8")


@pytest.fixture
def tab(browser: Browser, html: str) -> Iterator[Tab]:
    one = browser.open(SHOP, html)
    yield one
    one.close()
