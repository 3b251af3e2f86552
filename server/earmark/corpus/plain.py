"""A text without a page, put on a plain page of its own: title, breadcrumb, price, bullets, table."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from earmark.corpus.rows import ProductRow

MOST_CRUMBS = 6


def plain_page(row: ProductRow) -> bytes:
    """The page in UTF-8. The category stands on it only where the label was made from it."""
    title = _escape(row.title)
    crumbs = row.category_path or "" if (row.label_from or "").startswith("category") else ""
    parts = [part.strip() for part in re.split(r"[>›|/]", crumbs)[:MOST_CRUMBS]]
    links = "".join(f"<a href='#'>{_escape(part)}</a> &gt; " for part in parts if part)
    price = f"<p class=price>{_escape(row.price)} {_escape(row.currency or '')}</p>" if row.price else ""
    bullets = "".join(f"<li>{_escape(bullet)}</li>" for bullet in row.bullets or ())
    cells = ((_escape(label), _escape(value)) for label, value in (row.specs or {}).items())
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in cells)
    return (
        f"<!doctype html><meta charset=utf-8><title>{title}</title><nav>{links}</nav><main><h1>{title}</h1>"
        f"{price}<ul>{bullets}</ul><table>{rows}</table><button>Add to cart</button></main>"
    ).encode(errors="replace")


def _escape(value: Any) -> str:
    return html.escape(str(value))
