"""Pin three products of the demo shop, compare, export; complain of a card, save, read the file back."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from earmark import casefile
from earmark.demo import shop

from .chromium import ChromiumTab
from .conftest import CHOSEN, PICTURES, ROOT
from .tab import DEEP, Browser, Tab
from .test_access import violations

PAGES = ("hifi/orrery-halden-7.html", "bazaar/grimlark-bastion-x.html", "sports/velmo-kite.html")
STORED = "(globalThis.browser ?? chrome).storage.local"
# What is saved is a blob; the tests read it where the page makes its address.
KEEP_SAVED = (
    "(globalThis.saved = [], URL.createObjectURL = ((make) => (blob) => (saved.push(blob), make(blob)))"
    "(URL.createObjectURL.bind(URL)), 1)"
)

FOCUSED = (
    "(({id, name, className, localName}) => id || name || className || localName)(document.activeElement)"
)


@pytest.fixture
def shopping(browser: Browser, service: str) -> Browser:
    browser.keep(service=service, purpose="gaming", pins=[])
    return browser


def address(page: str) -> str:
    return f"https://demo.example/{page}"


def visit(browser: Browser, page: str) -> Tab:
    tab = browser.open(address(page), shop.PAGES[page].read_text("utf-8"))
    tab.card()
    return tab


def opened(browser: Browser, tab: Tab, path: str, known: Sequence[str] = ()) -> str:
    """The path of the extension's page that was opened from a tab."""
    for _ in range(100):
        for one in browser.addresses():
            if path in one and one not in known:
                return path + one.partition(path)[2]
        tab.js("new Promise((done) => setTimeout(() => done(1), 50))")
    raise AssertionError(f"{path} was not opened: {browser.addresses()}")


def click(tab: Tab, selector: str) -> None:
    tab.js(f"document.querySelector({json.dumps(selector)}).click() ?? 1")


def saved(tab: Tab) -> str:
    tab.wait("globalThis.saved.length")
    return str(tab.js("globalThis.saved.pop().text()"))


def pin(browser: Browser, page: str) -> Tab:
    tab = visit(browser, page)
    tab.press(".keep .press", "Pin")
    tab.wait(f"{DEEP}.querySelector('.keep .press').textContent === 'Unpin'")
    return tab


def test_three_products_are_pinned_compared_and_exported(shopping: Browser) -> None:
    for page in PAGES:
        tab = pin(shopping, page)
    tab.picture(PICTURES / f"card-keep-{shopping.name}.png")
    tab.press(".keep .press", "Compare (3)")
    opened(shopping, tab, "ui/compare.html")

    view = shopping.extension_page("ui/compare.html")
    view.wait("document.querySelectorAll('.product').length === 3")
    assert [
        one["href"]
        for one in view.js("[...document.querySelectorAll('.product')].map((one) => ({href: one.href}))")
    ] == [address(page) for page in PAGES]
    said = view.js("document.querySelector('table').innerText")
    assert "up to the job for gaming" in said
    assert "lightest stated" in said
    view.picture(PICTURES / f"compare-{shopping.name}.png")
    view.js("document.querySelector('.better').scrollIntoView({block: 'center'}) ?? 1")
    view.picture(PICTURES / f"compare-better-{shopping.name}.png")

    view.js(KEEP_SAVED)
    click(view, "#save-json")
    kept = json.loads(saved(view))
    assert (kept["type"], [one["url"] for one in kept["pins"]]) == (
        "earmark-pins",
        [address(page) for page in PAGES],
    )
    click(view, "#save-table")
    rows = list(csv.reader(io.StringIO(saved(view))))
    assert {len(row) for row in rows} == {4}
    assert rows[1][1:] == [address(page) for page in PAGES]
    assert any("(lightest stated)" in cell for row in rows for cell in row)

    click(view, ".drop")
    view.wait("document.querySelectorAll('.product').length === 2")
    click(view, "#clear")
    view.wait("document.querySelectorAll('.product').length === 0")
    assert view.js(f"{STORED}.get('pins')") == {"pins": []}
    click(view, "#undo")
    view.wait("document.querySelectorAll('.product').length === 2")
    view.close()


def test_what_is_saved_is_a_file(chromium_browser: Browser, service: str, tmp_path: Path) -> None:
    chromium_browser.keep(**CHOSEN, service=service, pins=pins(2))
    view = chromium_browser.extension_page("ui/compare.html")
    assert isinstance(view, ChromiumTab)
    view.wait("document.querySelectorAll('.product').length === 2")
    with view.page.expect_download() as download:
        click(view, "#save-table")
    assert download.value.suggested_filename == "earmark-products.csv"
    path = tmp_path / "table.csv"
    download.value.save_as(path)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert [row[1:] for row in rows[:2]] == [
        [rows[0][1]] * 2,
        [f"https://shop.example/{n}" for n in range(2)],
    ]
    view.close()


def test_what_is_pinned_elsewhere_comes_into_the_view(shopping: Browser) -> None:
    view = shopping.extension_page("ui/compare.html")
    view.wait("!document.querySelector('#empty').hidden")
    pin(shopping, PAGES[0]).close()
    view.wait("document.querySelectorAll('.product').length === 1")
    view.close()


def complain(browser: Browser, page: str) -> Tab:
    """The dialogue about a page, in a tab of the test's own; the page's tab stays open behind it."""
    known = browser.addresses()
    tab = visit(browser, page)
    tab.press(".keep .press", "This is wrong")
    form = browser.extension_page(opened(browser, tab, "ui/report.html", known))
    form.wait("!document.querySelector('#form').hidden || document.querySelector('#lost').textContent")
    return form


def fill(form: Tab, **values: str) -> None:
    for name, value in values.items():
        form.js(
            f"(() => {{ const field = document.getElementById({name!r}); field.value = {json.dumps(value)};"
            " field.dispatchEvent(new Event('input', {bubbles: true})); return 1; })()"
        )


def read_back(tmp_path: Path, text: str, command: str) -> subprocess.CompletedProcess[str]:
    path = tmp_path / "case.json"
    path.write_text(text, encoding="utf-8")
    program = str(Path(sys.executable).with_name("earmark"))
    return subprocess.run([program, command, str(path)], capture_output=True, text=True, check=False)


def test_a_complaint_is_saved_as_it_is_shown_and_read_back(shopping: Browser, tmp_path: Path) -> None:
    form = complain(shopping, PAGES[1])
    form.js(KEEP_SAVED)
    click(form, "input[value=fact]")
    fill(form, which="battery_h", expected="30 h", note="The box says “30 hours”.")
    click(form, "summary")
    form.wait("document.querySelector('#text').value.includes('The box says')")
    form.picture(PICTURES / f"report-{shopping.name}.png")
    shown = form.js("document.querySelector('#text').value")
    click(form, "#form [type=submit]")
    text = saved(form)
    assert text == shown
    form.close()

    case = casefile.read_case(text.encode())
    assert (case.wrong.about, case.wrong.which, case.wrong.expected) == ("fact", "battery_h", "30 h")
    assert case.page.url == address(PAGES[1])
    assert "<script>" not in case.page.html
    assert case.card is not None and case.card.classification is not None
    done = read_back(tmp_path, text, "annotate")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "Reported as wrong: fact battery_h; right would be: 30 h\n  The box says “30 hours”."
    )
    assert case.card.classification.label in done.stdout
    assert read_back(tmp_path, text, "explain").returncode == 0


def test_a_complaint_needs_no_mouse(shopping: Browser) -> None:
    form = complain(shopping, PAGES[0])
    form.js(KEEP_SAVED)
    stops = []
    while len(stops) < 12 and "main" not in stops:
        form.key("Tab")
        stops.append(form.js(FOCUSED))
    assert stops == ["about", "expected", "note", "summary", "main"]
    form.key("Enter")
    assert casefile.read_case(saved(form).encode()).wrong.about == "kind"
    form.wait("document.querySelector('#state').textContent.startsWith('Saved.')")
    form.close()


def test_a_missing_card_is_complained_of(shopping: Browser) -> None:
    form = complain(shopping, "everyday/tarn-kettle.html")
    assert form.js("document.querySelector('input[name=about]').value") == "missing card"
    form.js(KEEP_SAVED)
    click(form, "#form [type=submit]")
    case = casefile.read_case(saved(form).encode())
    assert case.wrong.about == "missing card"
    assert case.card is not None and case.card.page.reason is not None
    form.close()


def test_a_page_that_is_gone_is_named(shopping: Browser) -> None:
    form = shopping.extension_page("ui/report.html?tab=987654")
    form.wait("document.querySelector('#lost').textContent.includes('no longer open')")
    assert form.js("document.querySelector('#form').hidden")
    form.close()


def pins(count: int) -> list[dict[str, Any]]:
    card = json.loads((ROOT / "tests/extension/fixtures/card.json").read_text("utf-8"))
    return [
        {"url": f"https://shop.example/{number}", "when": number, "card": card} for number in range(count)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_both_pages_fit_and_are_accessible(
    chromium_browser: Browser, service: str, axe: str, scheme: str
) -> None:
    chromium_browser.keep(**CHOSEN, service=service, pins=pins(3))
    form = complain(chromium_browser, PAGES[0])
    click(form, "input[value=line]")
    click(form, "summary")
    for name, tab in (("compare", chromium_browser.extension_page("ui/compare.html")), ("report", form)):
        assert isinstance(tab, ChromiumTab)
        tab.wait("document.querySelector('.product, #which option')")
        tab.page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light",
            forced_colors="active" if scheme == "forced" else "none",
        )
        for width in (1280, 360):
            tab.page.set_viewport_size({"width": width, "height": 780})
            assert tab.js("document.documentElement.scrollWidth <= innerWidth")
            assert violations(tab, axe, "document") == []
            tab.picture(PICTURES / f"{name}-{width}-{scheme}.png")
        tab.close()


def test_a_hundred_pins_are_shown(shopping: Browser) -> None:
    shopping.keep(pins=pins(100))
    view = shopping.extension_page("ui/compare.html")
    view.wait("document.querySelectorAll('.product').length === 100")
    assert view.js("document.querySelector('.place').scrollWidth > innerWidth")
    view.js("document.querySelector('.place').scrollTo(700, 400) ?? 1")
    view.picture(PICTURES / f"compare-hundred-{shopping.name}.png")
    assert view.js("document.documentElement.scrollWidth <= innerWidth")
    view.close()


def test_the_keyboard_is_enough(shopping: Browser) -> None:
    shopping.keep(pins=pins(2))
    view = shopping.extension_page("ui/compare.html")
    view.wait("document.querySelectorAll('.product').length === 2")
    stops: list[str] = []
    while stops.count("drop") < 2 and len(stops) < 20:
        view.key("Tab")
        stops.append(view.js(FOCUSED))
    first = ["purpose", "save-json", "save-table", "clear", "place"]
    assert [one for one in stops if one != "beside"] == [*first, "product", "drop", "product", "drop"]
    view.key("Enter")
    view.wait("document.querySelectorAll('.product').length === 1")
    assert view.js("document.activeElement.id") == "place"
    view.close()
