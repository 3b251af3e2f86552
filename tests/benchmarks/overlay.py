"""`python -m tests.benchmarks.overlay [FILE ...]`: from document idle to the chip, in a real browser.

Each page is opened on an allowed shop, in turn with the real service and with a stub that answers at once;
what the service adds is the difference. The shop's page before it was no headphone's, so that the words of
the extension's own check are at hand, as on a shopper's way through a shop. Idle is when the browser runs
the first of the extension's scripts. The longest task of the page's thread is the overlay's or the page's
own first drawing: beside it stands that of the same page on a shop that is not allowed. All in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright
from tests.benchmarks.measure import median
from tests.e2e import chromium
from tests.e2e.earmark import running
from tests.e2e.stub import Stub, start

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/extension/fixtures"
ORIGIN = "https://www.klangbude.example"
ELSEWHERE = "https://www.elsewhere.example"
SIZES = (0.3, 1.0, 3.0)  # MB
GOALS = {1.0: 200, 3.0: 500}  # MB: ms from document idle to the chip
SLOW_MS = 60_000  # a large page on a busy machine
PLAIN = "<title>Kettle</title><h1>Kettle</h1>"
STATIC = {"Content-Security-Policy": "script-src 'none'"}  # the page's own scripts are not what is measured
CLOCK = """
globalThis.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({startTime, duration}) =>
  ({startTime, duration})))).observe({type: "longtask", buffered: true});
globalThis.chip = new Promise((done) => new MutationObserver(() => {
  if (document.querySelector("earmark-card")) done(performance.now());
}).observe(document, {childList: true, subtree: true}));
"""
PATIENCE_MS = 10_000
SHOWN = f"Promise.race([chip, new Promise((done) => setTimeout(() => done(0), {PATIENCE_MS}))])"
TIMES = """(async () => {
  const ready = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
  const idle = performance.getEntriesByName("idle")[0]?.startTime ?? ready;
  const long = tasks.filter((task) => task.startTime + task.duration > idle).map((task) => task.duration);
  const shown = await Promise.race([chip, 0]);
  return {chip: shown - idle, longest: Math.max(0, ...long)};
})()"""


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m tests.benchmarks.overlay", description=__doc__)
    ask.add_argument(
        "files", nargs="*", type=Path, help="saved pages; without any, pages made up in three sizes"
    )
    ask.add_argument("--rounds", type=int, default=5, help="the median of so many visits (5)")
    asked = ask.parse_args()
    pages = {path.name: path.read_text("utf-8", "replace") for path in asked.files} or {
        f"made up, {size} MB": made_up(size) for size in SIZES
    }
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        ask.error("chromium is not installed; make test gets it")
    stub = Stub()
    server = start(stub)
    stub.reset(json.loads((FIXTURES / "card.json").read_text(encoding="utf-8")))
    print(
        f"{'Page':<28}{'KB':>6}{'stub':>7}{'chip':>7}{'goal':>6}{'/ stub':>8}{'longest task':>14}{'alone':>7}"
    )
    with (
        running("serve") as service,
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        chromium.launch(playwright, program, clocked(Path(folder))) as browser,
    ):
        browser.keep(consent=1, sites={ORIGIN: "always"})
        browser.context.pages[0].wait_for_timeout(500)  # until its scripts are registered
        for name, html in pages.items():
            seen: dict[str, list[dict[str, float]]] = {"stub": [], "service": [], "alone": []}
            for _ in range(asked.rounds):
                for which, address in (("stub", stub.address), ("service", service)):
                    browser.keep(service=address)
                    visit(browser.context.new_page(), PLAIN, ORIGIN, chip=False)  # the words are fetched
                    seen[which].append(visit(browser.context.new_page(), html, ORIGIN))
                seen["alone"].append(visit(browser.context.new_page(), html, ELSEWHERE, chip=False))
            report(name, html, seen)
    server.shutdown()


def clocked(folder: Path) -> Path:
    """A copy of the extension that is allowed on the shop, and marks the time its first script runs."""
    copy = chromium.granted(ROOT / "extension", ORIGIN, folder)
    first = copy / "content/ns.js"
    first.write_text('performance.mark("idle");\n' + first.read_text("utf-8"), "utf-8")
    return copy


def visit(page: Page, html: str, origin: str, *, chip: bool = True) -> dict[str, float]:
    """Milliseconds from document idle to the chip, and of the longest task since."""

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html; charset=utf-8", body=html, headers=STATIC)

    page.route(f"{origin}/item", answer)
    page.add_init_script(CLOCK)
    page.goto(f"{origin}/item", wait_until="domcontentloaded", timeout=SLOW_MS)
    if chip and not page.evaluate(SHOWN):
        raise SystemExit(
            f"{page.title()!r}: no chip within {PATIENCE_MS // 1000} s; not a page of headphones?"
        )
    page.wait_for_timeout(300)  # the watch over the page begins after the chip
    times: dict[str, float] = page.evaluate(TIMES)
    page.close()
    return times


def report(name: str, html: str, seen: dict[str, list[dict[str, float]]]) -> None:
    stub, chip = (median([one["chip"] for one in seen[which]]) for which in ("stub", "service"))
    longest, alone = (median([one["longest"] for one in seen[which]]) for which in ("service", "alone"))
    size = len(html.encode()) / 1e6
    goal: Any = min((ms for most, ms in GOALS.items() if size <= most * 1.05), default="-")
    times = f"{stub:7.0f}{chip:7.0f}{goal!s:>6}{chip / stub:8.2f}{longest:14.0f}{alone:7.0f}"
    print(f"{name[:28]:<28}{size * 1000:6.0f}{times}")


def made_up(size: float) -> str:
    """The fixture's page with reviews, attributes, comments and drawings until it has `size` MB."""
    page = (FIXTURES / "page.html").read_text(encoding="utf-8")
    review = (
        '<div class="review card-item" data-row="{0}" id="r{0}"><h4 class="review-title">Nice</h4>'
        "<p>Bought in spring, worn on the train each day; the box was dented but all was there.</p>"
        '<ul class="marks"><li>sound</li><li>fit</li></ul><!-- row {0} --><svg><path d="M0 0"/></svg></div>\n'
    )
    count = int((size * 1e6 - len(page)) / len(review.format(10_000)))
    return page.replace("</main>", "".join(map(review.format, range(max(0, count)))) + "</main>")


if __name__ == "__main__":
    main()
