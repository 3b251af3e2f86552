"""The ways of reading a page, one a file. The list is their order: earlier words count more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from earmark.facts import Said
from earmark.readers import (
    address,
    brand,
    breadcrumb,
    headings,
    json_ld,
    meta,
    microdata,
    price,
    prose,
    rows,
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

__all__ = ["READERS", "Reader", "View"]
