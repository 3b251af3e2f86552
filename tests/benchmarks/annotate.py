"""What a card costs beside the bare parse of its page: `python tests/benchmarks/annotate.py [FOLDER]`.

Both in one process, interleaved, thread CPU time, the best of REPEATS for each page. Without FOLDER: the
captured pages beside the checkout, or else the demo shop's.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from earmark import annotate, load_rulebook
from earmark.errors import PageError
from earmark.service.workers import Workers

REPEATS = 5
ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT.parent / "shared" / "pages", ROOT / "server" / "earmark" / "demo" / "pages")


def cpu(work: Callable[[], object]) -> float:
    """Seconds of this thread's CPU time."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def parse(html: bytes) -> object:
    return LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS, scripting=True)


def measure(pages: list[bytes]) -> list[tuple[float, float]]:
    """Seconds for annotate and for the bare parse, for each page that can be read."""
    rulebook = load_rulebook()
    figures = []
    for html in pages:
        try:
            annotate(html, rulebook=rulebook)
        except PageError:
            continue
        pairs = [
            (cpu(lambda html=html: annotate(html, rulebook=rulebook)), cpu(lambda html=html: parse(html)))
            for _ in range(REPEATS)
        ]
        figures.append((min(whole for whole, _ in pairs), min(bare for _, bare in pairs)))
    return figures


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else next(path for path in FOLDERS if path.is_dir())
    pages = [path.read_bytes() for path in sorted(folder.rglob("*.html"))]
    figures = measure(pages)
    if not figures:
        sys.exit(f"{folder} holds no page that can be read.")
    ratios = sorted(whole / bare for whole, bare in figures)
    print(f"pages            {len(figures)} of {len(pages)} in {folder.name}/")
    print(f"annotate         {statistics.median(whole for whole, _ in figures) * 1000:.2f} ms, median")
    print(f"bare parse       {statistics.median(bare for _, bare in figures) * 1000:.2f} ms, median")
    print(f"annotate / parse {statistics.median(ratios):.2f} median, "
          f"{ratios[int(len(ratios) * 0.95)]:.2f} at 95 %, {ratios[-1]:.2f} worst")  # fmt: skip
    start = time.perf_counter()
    with Workers() as pool:
        print(f"worker ready     {(time.perf_counter() - start) * 1000:.0f} ms")
        start = time.perf_counter()
        pool.annotate(pages[0])
        print(f"first page       {(time.perf_counter() - start) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
