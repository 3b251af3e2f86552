"""The same reading done by others: BeautifulSoup over lxml, and extruct where it is installed."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

UNSEEN = ["script", "style", "noscript", "template", "textarea", "select"]

Rival = Callable[[bytes], object]


def rivals() -> dict[str, Rival]:
    """Name -> what it does with a page."""
    found: dict[str, Rival] = {"BeautifulSoup, same reading": soup}
    try:
        import extruct
    except ImportError:
        return found

    def everything(html: bytes) -> object:
        return extruct.extract(html, uniform=True)

    def three(html: bytes) -> object:
        return extruct.extract(html, uniform=True, syntaxes=["json-ld", "microdata", "opengraph"])

    return found | {"extruct, 3 syntaxes": three, "extruct, all 6": everything}


def soup(html: bytes) -> dict[str, Any]:
    """Title, meta, JSON-LD, table and list rows, visible text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        tree = BeautifulSoup(html, "lxml")
    found: dict[str, Any] = {"title": tree.title.get_text() if tree.title else ""}
    found["meta"] = {tag.get("property") or tag.get("name"): tag.get("content") for tag in tree("meta")}
    found["json_ld"] = []
    for script in tree("script", type="application/ld+json"):
        try:
            found["json_ld"].append(json.loads(script.get_text()))
        except (ValueError, RecursionError):
            continue
    for tag in tree(UNSEEN):
        tag.decompose()
    rows = [[cell.get_text(" ", strip=True) for cell in row(["td", "th"])] for row in tree("tr")]
    terms = [(dt.get_text(" ", strip=True), dt.find_next_sibling("dd")) for dt in tree("dt")]
    found["rows"] = rows + [[term, value.get_text(" ", strip=True)] for term, value in terms if value]
    found["list"] = [item.get_text(" ", strip=True) for item in tree("li")]
    found["text"] = tree.body.get_text("\n", strip=True) if tree.body else ""
    return found
