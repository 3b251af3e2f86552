"""The ways of reading a page, one a file. The list is their order: earlier words count more.
The late ones cost more, and are asked only for what nothing before them told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from earmark.facts import Said
from earmark.readers import (
    address,
    brand,
    breadcrumb,
    headings,
    json_ld,
    labelled,
    meta,
    microdata,
    price,
    prose,
    rows,
    state,
    stock,
)
from earmark.readers.view import View

Reader = Callable[[View], Iterator[Said]]

READERS: tuple[Reader, ...] = (
    headings.read,
    json_ld.read,
    microdata.read,
    price.read,
    stock.read,
    meta.read,
    breadcrumb.read,
    rows.read,
    brand.read,
    address.read,
    prose.read,
)

LATE: tuple[tuple[str, Reader], ...] = (
    ("price", state.read),
    ("brand", labelled.brand),
    ("brand", brand.named),
    ("sku", labelled.sku),
    ("availability", stock.of_buttons),
)

__all__ = ["LATE", "READERS", "Reader", "View"]
