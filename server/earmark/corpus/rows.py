"""A line of a corpus's labels. In `labels.jsonl` a PageRow, or a ProductRow (it has a `label`) whose text
stands on the page `file`; in `verified.jsonl` a ProductRow."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType


class PageRow(msgspec.Struct, frozen=True):
    """A captured page as a person labelled it. `truth`: attribute -> accepted values."""

    file: str
    page_kind: str
    kind: str
    form: str | None = None
    back: str | None = None
    mic: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    title: str | None = None
    truth: dict[str, list[str]] | None = None


class Label(msgspec.Struct, frozen=True):
    """What the text tells; null where it does not."""

    kind: str | None = None
    form: str | None = None
    back: str | None = None


class ProductRow(msgspec.Struct, frozen=True):
    """A shop's text. `known_*`: what the real product is where the text does not say; then it is no mistake.

    `mic` is unset where nobody labelled it, null where the text does not tell.
    """

    title: str
    label: Label
    file: str | None = None
    bullets: list[Any] | None = None
    specs: dict[str, Any] | None = None
    price: int | float | str | None = None
    currency: str | None = None
    category_path: str | None = None
    label_from: str | None = None
    mic: str | UnsetType | None = UNSET
    semi_open: bool = False
    known_kind: str | None = None
    known_form: str | None = None
    known_back: str | None = None
    known_mic: str | None = None
    dataset: str | None = None
    url: str | None = None
    lang: str | None = None
    template: str | None = None
