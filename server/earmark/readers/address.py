"""What the page's address says: the shop's own number of the item, where the page shows or declares it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from earmark.facts import Said
from earmark.page import hidden
from earmark.readers.view import View

_NUMBER = re.compile(r"(?<!\d)\d{6,20}(?!\d)")  # shorter ones are years, sizes, categories


def read(view: View) -> Iterator[Said]:
    """The last number of six and more digits in the path, if the page or its canonical link repeats it."""
    numbers = _NUMBER.findall(view.page.address.path)
    if not numbers:
        return
    number = numbers[-1]
    whole = re.compile(rf"(?<!\d){number}(?!\d)")
    for block, _ in view.page.holding(number):
        found = whole.search(block.text)
        if found:
            evidence = view.page.quote(block, "description", number, found.start())
            yield Said("sku", number, evidence, by="state")
            return
    canonical = view.page.tree.css_first('link[rel="canonical"]')
    if canonical is not None and number in (canonical.attributes.get("href") or ""):
        yield Said("sku", number, hidden("meta", number), by="state")
