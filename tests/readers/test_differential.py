"""The rows of a page as BeautifulSoup reads them, and as earmark does: two parsers, two pieces of code."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from earmark.page import Page
from earmark.readers.rows import rows
from earmark.readers.view import View
from earmark.regions import regions
from earmark.rulebook import load_rulebook

Pair = tuple[str, str]
MOST_ROWS = 400  # table rows of a page that BeautifulSoup is asked about: it is slow
LEAST_ROWS = 100  # rows that these pages have at least
EACH = 4  # of the captured pages one in so many
HEAD = "<!doctype html><title>Orrery Halden 7</title><h1>Orrery Halden 7</h1>"


def ours(html: str) -> list[Pair]:
    vocabulary = load_rulebook().vocabulary
    page = Page.read(html)
    view = View(page, regions(page, vocabulary), vocabulary, [])
    return [(row.label, row.text) for row in rows(view) if row.source in ("table", "list")]


def theirs(html: str) -> list[Pair]:
    tree = BeautifulSoup(html, "lxml")
    pairs = [row.find_all(["td", "th"]) for row in tree.find_all("tr")]
    found = [(words(pair[0]), words(pair[1])) for pair in pairs if len(pair) == 2]
    for term in tree.find_all("dt"):
        value = term.find_next_sibling()
        if isinstance(value, Tag) and value.name == "dd":
            found.append((words(term), words(value)))
    return [(label, value) for label, value in found if label and value]


def words(tag: Tag) -> str:
    """The text as one line; a line break and a list item divide it as earmark writes a value: by a comma."""
    for br in tag.find_all("br"):
        br.replace_with("\n")
    items = tag.find_all("li")
    texts = [item.get_text() for item in items] if items else tag.get_text().split("\n")
    return ", ".join(line for text in texts if (line := " ".join(text.split())))


def table(*pairs: Pair) -> str:
    return (
        "<table>"
        + "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in pairs)
        + "</table>"
    )


PAGES = {
    "plain": table(("Driver", "40 mm"), ("Impedance", "32 ohm")),
    "cells of td, spans inside": (
        "<table><tr><td><span> Weight </span></td><td><span>310</span> <b>g</b></td></tr>"
        "<tr><td>Colour</td><td>Deep<i>blue</i></td></tr></table>"
    ),
    "head, body and foot": (
        "<table><caption>Data</caption><thead><tr><th colspan=2>General</th></tr></thead>"
        "<tbody><tr><th>Plug</th><td>3.5 mm</td></tr></tbody>"
        "<tfoot><tr><td>Cable</td><td>1.2 m</td></tr></tfoot></table>"
    ),
    "nothing closed": "<table><tr><th>Driver<td>50 mm<tr><th>Weight<td>280 g</table>",
    "entities": table(("Frequency&nbsp;range", "20&nbsp;Hz &ndash; 20&nbsp;kHz"), ("A &amp; B", "&lt;1 %")),
    "definitions": "<dl><dt>Driver</dt><dd>40 mm</dd><dt>Weight</dt> <!-- g --> <dd>310 g</dd></dl>",
    "definitions in groups": (
        "<dl><div><dt>Plug</dt><dd>USB-C</dd></div><div><dt>Fit</dt><dd>On-ear</dd></div></dl>"
    ),
    "a value of lines": table(("Box", "Cable<br>Pouch<br>Manual")),
    "a value of items": table(("Works with", "<ul><li>PC</li><li>Mac</li></ul>")),
    "an empty value": table(("Driver", ""), ("Weight", "  "), ("Plug", "3.5 mm")),
    "other scripts": table(("Импеданс", "32 Ом"), ("重量", "310 克"), ("وزن", "310 غ")),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_same_rows(name: str) -> None:
    html = HEAD + PAGES[name]
    assert theirs(html)
    assert sorted(ours(html)) == sorted(theirs(html))


def test_what_a_browser_does_not_show_is_no_value() -> None:
    for tag in ("script", "style", "template", "textarea"):
        unseen = f"<{tag}>90 mm</{tag}>"
        assert ours(HEAD + table((f"Driver{unseen}", f"{unseen}40 mm"))) == [("Driver", "40 mm")]


# Each ends in a digit: a cell that is a heading of shops by chance («Ad») would open a foreign region.
LETTERS = string.ascii_letters + string.digits + " -°Ωéß重"
TEXT = st.text(LETTERS, max_size=20).map(lambda text: f"{text}7")


@settings(deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8))
def test_any_table_of_two_columns(pairs: list[Pair]) -> None:
    html = HEAD + table(*pairs)
    assert sorted(ours(html)) == sorted(theirs(html))


def test_the_rows_of_captured_tables(shared: Path) -> None:
    """Each row that we read off a table is one that BeautifulSoup finds there: the label is a cell, the value
    stands in the cells behind it."""
    vocabulary = load_rulebook().vocabulary
    read = 0
    for path in sorted((shared / "pages").glob("*/*.html"))[::EACH]:
        data = path.read_bytes()
        if data.count(b"<tr") > MOST_ROWS:
            continue
        page = Page.read(data)
        view = View(page, regions(page, vocabulary), vocabulary, [])
        found = [row for row in rows(view) if row.label_block and row.label_block.tag in ("td", "th")]
        theirs = cells(data, page.charset) if found else []
        for row in found:
            label, value = plain(row.label), plain("".join(block.text for block in row.value))
            assert any(label in tr and value in "".join(tr[tr.index(label) + 1 :]) for tr in theirs), (
                path.name,
                label,
                value,
            )
        read += len(found)
    assert read > LEAST_ROWS


def cells(data: bytes, charset: str) -> list[list[str]]:
    """The cells of each table row, without what a browser does not show."""
    tree = BeautifulSoup(data, "lxml", from_encoding=charset)
    for unseen in tree(["script", "style", "noscript", "template", "textarea", "select", "iframe", "svg"]):
        unseen.decompose()
    return [[plain(cell.get_text()) for cell in row.find_all(["td", "th"])] for row in tree.find_all("tr")]


def plain(text: str) -> str:
    return "".join(text.split())
