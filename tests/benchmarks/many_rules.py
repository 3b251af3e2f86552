"""10,000 generated site rules: how long they take to load, and what they cost a page that none is for.

`python tests/benchmarks/many_rules.py [PAGE...]`; without pages the demo shop's are read.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from earmark import annotate, load_rulebook
from earmark.demo.shop import SAMPLE

RULES = 10_000
ROUNDS = 9
RULE = """format = 1

[site]
name    = "Shop {n}"
hosts   = ["shop-{n}.test", "*.shop-{n}.test"]
paths   = ["/headphones/*"]
checked = 2026-11-20

[page]
needs   = ['h1.product-title', 'table.specs']

[[table]]
rows    = 'table.specs tr'
label   = 'th'
value   = 'td'

[[fact]]
name    = "price"
select  = ['.price [data-amount]', '.price']
steps   = [{{ after = "now" }}, {{ money = "EUR" }}]
"""


def main(pages: list[Path]) -> None:
    few = load_rulebook()
    with tempfile.TemporaryDirectory() as folder:
        for n in range(RULES):
            path = Path(folder, "sites", f"shop-{n}.test", "site.toml")
            path.parent.mkdir(parents=True)
            path.write_text(RULE.format(n=n))
        clock, cpu = time.perf_counter(), time.process_time()
        many = load_rulebook(folder)
        clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    print(f"{RULES:,} rules load in {clock:.2f} s ({cpu:.2f} s of this process)")
    ratios = []
    for page in pages:
        html, times = page.read_bytes(), {id(few): [], id(many): []}
        for _ in range(ROUNDS):
            for book in (few, many):
                start = time.thread_time()
                annotate(html, "https://another-shop.test/p/1", rulebook=book)
                times[id(book)].append(time.thread_time() - start)
        ratios.append(statistics.median(times[id(many)]) / statistics.median(times[id(few)]))
    print(f"a page takes {100 * (statistics.median(ratios) - 1):+.1f} % ({len(pages)} pages, median)")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(SAMPLE.parent.parent.glob("*/*.html")))
