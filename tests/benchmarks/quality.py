"""`python -m tests.benchmarks.quality [DIR]`: price, brand, number and stock as F1, earmark beside extruct.

DIR holds pages and `labels.jsonl`; the rows with `truth` are counted, as `earmark evaluate` counts them.
Of what extruct finds in all its syntaxes, the item that says most of a product is taken first.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from tests.benchmarks.__main__ import CAPTURED

import earmark
from earmark.readers.schema_org import availability, string

Values = Mapping[str, str | None]
ATTRIBUTES = ("price", "brand", "sku", "availability")
STOCK = {"in stock": "InStock", "out of stock": "OutOfStock", "pre-order": "PreOrder"}
KEYS = {
    "price": ("price", "lowPrice", "og:price:amount", "product:price:amount"),
    "brand": ("brand", "og:brand", "product:brand", "manufacturer"),
    "sku": ("sku", "productID", "product:retailer_item_id", "mpn", "gtin13"),
    "availability": ("availability", "og:availability", "product:availability"),
}


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m tests.benchmarks.quality", description=__doc__)
    ask.add_argument("folder", nargs="?", type=Path, default=CAPTURED)
    folder = ask.parse_args().folder
    rows = [json.loads(line) for line in (folder / "labels.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if "truth" in row]
    print(f"{len(rows)} pages with truth      {'  '.join(f'{name:>12}' for name in ATTRIBUTES)}")
    for name, read in readers().items():
        counts = {attribute: [0, 0, 0] for attribute in ATTRIBUTES}
        for row in rows:
            values = read((folder / row["file"]).read_bytes(), row.get("url"))
            for attribute, count in counts.items():
                add(count, attribute, values.get(attribute), row["truth"].get(attribute) or [])
        print(f"{name:26}{'  '.join(f'{f1(*counts[one]):12.3f}' for one in ATTRIBUTES)}")


def readers() -> dict[str, Callable[[bytes, str | None], Values]]:
    """Name -> what it reads off a page; extruct where it is installed."""
    found: dict[str, Callable[[bytes, str | None], Values]] = {"earmark": ours}
    try:
        import extruct
    except ImportError:
        return found

    def theirs(html: bytes, url: str | None) -> Values:
        data = extruct.extract(html, base_url=url, uniform=True, errors="ignore")
        items = [item for syntax in data.values() for item in syntax if isinstance(item, dict)]
        return most(items)

    return found | {"extruct, all syntaxes": theirs}


def ours(html: bytes, url: str | None) -> Values:
    product = earmark.annotate(html, url).product
    return {
        "price": product.price.amount if product.price else None,
        "brand": product.brand,
        "sku": product.sku,
        "availability": STOCK.get(product.availability or ""),
    }


def most(items: list[dict[str, Any]]) -> Values:
    """Of the items that are products the values of the fullest, then of the others."""
    each = [flat for item in items if (flat := dict(values(item)))]
    each.sort(key=len, reverse=True)
    found: dict[str, str | None] = {}
    for flat in each:
        found = {**flat, **found}
    state = availability(found.get("availability") or "")
    return {**found, "availability": STOCK.get(state or "")}


def values(item: Any, depth: int = 6) -> Iterator[tuple[str, str]]:
    """What an item and what stands in it say of the four attributes, the outermost last."""
    if depth == 0 or not isinstance(item, dict | list):
        return
    for inner in item if isinstance(item, list) else item.values():
        yield from values(inner, depth - 1)
    for attribute, keys in KEYS.items() if isinstance(item, dict) else ():
        for key in reversed(keys):
            if text := string(item.get(key)):
                yield attribute, text


def add(count: list[int], attribute: str, got: str | None, truths: list[str]) -> None:
    """Count a true positive, false positive, false negative."""
    if attribute == "availability":
        got, truths = got or "InStock", truths or ["InStock"]
    if got and truths:
        right = any(same(attribute, got, truth) for truth in truths)
        count[0] += right
        count[1] += not right
        count[2] += not right
    else:
        count[1] += bool(got) and attribute != "brand"
        count[2] += bool(truths)


def same(attribute: str, one: str, other: str) -> bool:
    if attribute != "price":
        return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    try:
        return Decimal(one.replace(",", "")) == Decimal(other.strip())
    except InvalidOperation:
        return False


def f1(true: int, extra: int, missing: int) -> float:
    return 2 * true / (2 * true + extra + missing) if true else 0.0


if __name__ == "__main__":
    main()
