"""`python -m tests.benchmarks [DIR]`: annotate beside a bare parse, the cost of each stage, and others."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser
from tests.benchmarks.measure import best_of, median, quantile
from tests.benchmarks.rivals import rivals
from tests.benchmarks.stages import clocked

import earmark

ROOT = Path(__file__).parents[2]
CAPTURED = ROOT.parent / "shared" / "pages"
DEMO = ROOT / "server" / "earmark" / "demo" / "pages"

MEDIAN, P95, WORST = 3.0, 4.5, 8.0  # goals: annotate / bare parse on the same page
STUFFED = 3.0  # goal: a page stuffed with our words / ordinary words of that length
LARGE_BYTES = 3_000_000  # pages above it are left out of the worst
SMALL_STAGE = 0.005  # a stage below this share of the time is not worth a line

LENGTH = 10_000  # characters of title and text each
PAGE = "<!doctype html><title>{text}</title><h1>{text}</h1><p>{text}</p><button>Add to cart</button>"
TEXTS = {
    "ordinary": ("the kettle boils a litre of water while the kitchen wakes and the radio plays " * LENGTH)[
        :LENGTH
    ],
    "stuffed": ("headset earphone headphone earbuds over ear in ear " * LENGTH)[:LENGTH],
}


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    ask.add_argument("folder", nargs="?", type=Path, default=CAPTURED if CAPTURED.is_dir() else DEMO)
    ask.add_argument("--rounds", type=int, default=5, help="the best of so many counts (5)")
    ask.add_argument("--alone", action="store_true", help="leave BeautifulSoup and extruct out")
    ask.add_argument("--slowest", type=int, default=5, help="how many pages to name (5)")
    asked = ask.parse_args()
    files = sorted(asked.folder.rglob("*.html"))
    if not files:
        ask.error(f"{asked.folder}: no .html file")
    pages = {path.relative_to(asked.folder).as_posix(): path.read_bytes() for path in files}
    print(f"{len(pages)} pages of {asked.folder.name}, best of {asked.rounds}, thread CPU time\n")
    parses = ratios(pages, asked.rounds, asked.slowest)
    stages(pages, sum(parses.values()))
    stuffing(asked.rounds)
    if not asked.alone:
        others(pages, parses)


def parse(html: bytes) -> LexborHTMLParser:
    return LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)


def annotate(html: bytes) -> bytes:
    return earmark.to_json(earmark.annotate(html))


def ratios(pages: dict[str, bytes], rounds: int, slowest: int) -> dict[str, float]:
    """Print annotate / bare parse; the milliseconds of the bare parse by page."""
    annotate(b"<!doctype html><title>Load the rulebook first</title>")
    parses: dict[str, float] = {}
    spent: dict[str, float] = {}
    for name, html in pages.items():
        best = best_of({"parse": partial(parse, html), "annotate": partial(annotate, html)}, rounds)
        parses[name], spent[name] = best["parse"], best["annotate"]
    ratio = {name: spent[name] / parses[name] for name in pages}
    values = list(ratio.values())
    print(f"annotate     median {median(list(spent.values())):8.2f} ms   "
          f"bare parse median {median(list(parses.values())):8.2f} ms")  # fmt: skip
    worst = max((value for name, value in ratio.items() if len(pages[name]) <= LARGE_BYTES), default=0.0)
    for what, value, goal in (
        ("median", median(values), MEDIAN),
        ("95th percentile", quantile(values, 0.95), P95),
        ("worst under 3 MB", worst, WORST),
    ):
        verdict = "met" if value <= goal else "NOT MET"
        print(f"annotate / bare parse, {what:<18} {value:7.2f}   goal {goal:.1f}   {verdict}")
    print("\nSlowest pages               ratio        ms        KB")
    for name in sorted(ratio, key=lambda name: -ratio[name])[:slowest]:
        print(f"  {name[-24:]:<24} {ratio[name]:8.2f} {spent[name]:9.2f} {len(pages[name]) / 1000:9.0f}")
    return parses


def stages(pages: dict[str, bytes], parsing: float) -> None:
    """Print each stage's own time, in bare parses and as a share."""
    with clocked() as clock:
        for html in pages.values():
            clock.timed("the rest", annotate)(html)
    total = sum(clock.spent.values())
    print(f"\n{'Stage, all pages together':<28}{'ms':>9}{'bare parses':>13}{'share':>8}")
    for stage, spent in sorted(clock.spent.items(), key=lambda item: -item[1]):
        if spent >= SMALL_STAGE * total:
            print(f"  {stage:<26}{spent:9.1f}{spent / parsing:13.2f}{spent / total:8.1%}")
    print(f"  {'all':<26}{total:9.1f}{total / parsing:13.2f}")


def stuffing(rounds: int) -> None:
    """Print what a page costs that is stuffed with our own words, beside ordinary prose of its length."""
    works = {name: partial(annotate, PAGE.format(text=text).encode()) for name, text in TEXTS.items()}
    best = best_of(works, rounds)
    ratio = best["stuffed"] / best["ordinary"]
    print(f"\nKeyword stuffing / ordinary text of that length{ratio:8.2f}   goal {STUFFED:.1f}")


def others(pages: dict[str, bytes], parses: dict[str, float]) -> None:
    """Print what others need for the same pages, once each."""
    print(f"\n{'Others, once a page':<30}{'median ms':>11}{'/ bare parse':>14}{'failed':>8}")
    for name, work in {"earmark": annotate, **rivals()}.items():
        spent, failed = run(work, pages)
        ratio = [spent[page] / parses[page] for page in spent]
        if spent:
            print(f"  {name:<28}{median(list(spent.values())):11.2f}{median(ratio):14.2f}{failed:8}")


def run(work: Callable[[bytes], object], pages: dict[str, bytes]) -> tuple[dict[str, float], int]:
    """Milliseconds by page, and how many pages it cannot read."""
    spent: dict[str, float] = {}
    failed = 0
    for name, html in pages.items():
        try:
            spent[name] = best_of({"": partial(work, html)}, 1)[""]
        except Exception:
            failed += 1
    return spent, failed


if __name__ == "__main__":
    main()
