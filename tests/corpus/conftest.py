"""A small labelled corpus, invented for these tests: `folder(rows, pages)` writes one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from earmark.card import Card

Row = dict[str, Any]
Folder = Callable[..., Path]

HEADSET = """<!doctype html><html lang="en"><title>Grimlark Bastion X Gaming Headset | Bazaar</title>
<h1>Grimlark Bastion X Gaming Headset</h1><p class="price">€129.00</p><button>Add to cart</button>
<ul><li>Detachable boom microphone, flip to mute</li><li>Over-ear, closed-back, 50 mm drivers</li></ul>
<table><tr><th>Driver size</th><td>50 mm</td></tr><tr><th>Weight</th><td>310 g</td></tr></table>"""
KETTLE = """<!doctype html><html lang="en"><title>Tarn Kettle 1.7 l | Bazaar</title><h1>Tarn Kettle 1.7 l</h1>
<script type="application/ld+json">{"@type": "Product", "name": "Tarn Kettle", "sku": "TK-17",
"brand": "Tarn", "offers": {"@type": "Offer", "price": "39.90", "priceCurrency": "EUR"}}</script>
<p>39.90 EUR</p><button>Add to cart</button>"""
LIST = """<!doctype html><title>Headphones | Bazaar</title><h1>Headphones</h1>
<ul><li><a href="/1">Over-ear headphones</a> $10</li><li><a href="/2">Earbuds</a> $20</li></ul>"""

PAGES = {"headset.html": HEADSET, "kettle.html": KETTLE, "shop/list.html": LIST}


def page_row(file: str, kind: str, page_kind: str = "product", **more: Any) -> Row:
    return {
        "file": file,
        "page_kind": page_kind,
        "kind": kind,
        "form": None,
        "back": None,
        "mic": None,
    } | more


PAGE_ROWS: list[Row] = [
    page_row(
        "headset.html", "headset", form="over-ear", back="closed", mic="boom", site="bazaar", language="en",
        truth={"price": ["129.00"], "brand": ["Grimlark"]},
    ),
    page_row(
        "kettle.html", "not_audio", site="bazaar",
        truth={"price": ["35"], "brand": ["Tarn"], "sku": ["TK-17"], "availability": ["OutOfStock"]},
    ),
    page_row("shop/list.html", "listing", "listing", language="en-GB"),
]  # fmt: skip


def product_row(title: str, kind: str | None, **more: Any) -> Row:
    label = {"kind": kind, "form": more.pop("form", None), "back": more.pop("back", None)}
    return {
        "title": title,
        "bullets": [],
        "specs": {},
        "price": 20.5,
        "currency": "EUR",
        "label": label,
    } | more


PRODUCT_ROWS: list[Row] = [
    product_row(
        "Grimlark Bastion gaming headset", "headset", form="over-ear", mic="boom",
        bullets=["Over-ear cups", "Flip-to-mute boom microphone"],
    ),
    product_row("Nimbry Dots true wireless earbuds with case", "earphones", form="earbud", mic="builtin"),
    product_row("Orrery open-back over-ear headphones", "headphones", form="over-ear", back="open", mic=None),
    product_row("Lindhall Stille 5", None, known_kind="headphones", specs={"Weight": "250 g"}),
    product_row("Velmo Kite headphones", None),
    product_row("Ear pads for Grimlark Bastion headset", "accessory"),
    product_row("Tarn Kettle 1.7 l", "other", price=None),
    product_row("Parlo Solo mono headset in-ear", "headset", form="in-ear", mic="yes"),
    product_row("Aldermoor semi-open studio headphones", "headphones", semi_open=True, mic="no"),
    product_row(
        "Corvane Thread", "earphones", form="in-ear", mic="inline", category_path="Audio > Earphones",
        label_from="category", specs={"Microphone": "In-line", "Fit": "In-ear"},
    ),
]  # fmt: skip


def write(folder: Path, name: str, rows: Sequence[Row], pages: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for file, html in pages.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(html, "utf-8")
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / name).write_text("".join(lines), "utf-8")
    return folder


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write(tmp_path / "pages", "labels.jsonl", PAGE_ROWS, PAGES)


@pytest.fixture
def products(tmp_path: Path) -> Path:
    return write(tmp_path / "products", "verified.jsonl", PRODUCT_ROWS, {})


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """`folder(name, rows, pages={})`: a corpus of the test's own."""
    return lambda name, rows, pages=None: write(tmp_path / "own", name, rows, pages or {})


@pytest.fixture
def make_card() -> Callable[..., Card]:
    """`make_card(quotes, lines)`: a card with those exact words and those (statement, evidence) lines."""

    def make(quotes: Sequence[str], lines: Sequence[tuple[str, list[int]]]) -> Card:
        strengths = [
            {"text": "", "statement": statement, "section": "", "evidence": ids} for statement, ids in lines
        ]
        evidence = [
            {"id": at, "source": "title", "visible": True, "quote": {"exact": exact}}
            for at, exact in enumerate(quotes)
        ]
        return msgspec.convert(
            {
                "page": {"url": None, "language": None, "kind": "product", "reason": None},
                "product": {},
                "classification": None,
                "strengths": strengths,
                "evidence": evidence,
                "rule": {"site": None, "rulebook": ""},
            },
            Card,
        )

    return make
