"""Rows of specifications in every dress, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View, rows

Views = Callable[..., View]
NAME = "Orrery Halden 7"
HEAD = f"<title>{NAME}</title><h1>{NAME}</h1>"

READ = [
    ("<table><tr><th>Weight<td>250 g</table>", [("Weight", "250 g")]),
    ("<table><tr><td>Weight<td>250 g<td>Impedance<td>32 ohm</table>",
     [("Weight", "250 g"), ("Impedance", "32 ohm")]),
    ("<table><tr><td>Weight:<td>250 g<td>Fit:<td>On-ear</table>", [("Weight:", "250 g"), ("Fit:", "On-ear")]),
    ("<table><tr><th colspan=2>General<tr><th>Weight<td>250 g</table>", [("Weight", "250 g")]),
    ("<dl><dt>Weight<dd>250 g<dt>Impedance<dd>32 ohm</dl>", [("Weight", "250 g"), ("Impedance", "32 ohm")]),
    ("<ul><li>Weight: 250 g<li>Comfortable: very</ul>", [("Weight", "250 g")]),
    ("<ul><li><b>Weight</b> 250 g</ul>", [("Weight", "250 g")]),
    ("<ul><li><b>Weight:</b> <span>250 g</span></ul>", [("Weight:", "250 g")]),
    ("<ul><li>Microphone<li>No</ul>", [("Microphone", "No")]),
    ("<p>Weight: 250 g<br>Impedance: 32 ohm</p>", [("Weight", "250 g"), ("Impedance", "32 ohm")]),
    ("<p>Weight: 250 g · Impedance: 32 ohm</p>", [("Weight", "250 g"), ("Impedance", "32 ohm")]),
    ("<div><div><div>Weight</div><div>250 g</div></div></div>", [("Weight", "250 g")]),
    ("<div><p>Weight</p><p>250 g</p><p>Impedance</p><p>32 ohm</p></div>",
     [("Weight", "250 g"), ("Impedance", "32 ohm")]),
    ("<div role=row><div role=cell>Weight</div><div role=cell>250 g</div></div>", [("Weight", "250 g")]),
    ("<p>SKU H7-0123</p>", [("SKU", "H7-0123")]),
    ("<p>重量：250 g</p>", [("重量", "250 g")]),
    ("<table><tr><th>Box<td>Cable<br>Pouch</table>", [("Box", "Cable, Pouch")]),
]  # fmt: skip
NOT_READ = [
    "<p>Our promise: 250 g of joy</p>",
    "<p>Weight:</p>",
    "<table><tr><th>Weight<td></table>",
    "<table><tr><td>250 g</table>",
    "<p>Weight is a matter of taste, and taste is a matter of weight: so it goes</p>",
    "<h2>Related products</h2><table><tr><th>Weight<td>11 g</table>",
    "<h2>Customer reviews</h2><p>Weight: 11 g</p>",
    "<nav><p>Weight: 11 g</p></nav>",
    "<p>Sponsored: Weight: 11 g</p>",
    "<table><tr><th>Weight<td>" + "x" * 700 + "</table>",
    "<p>Weight</p><p>Impedance</p>",
    "<ul><li>Detachable microphone<li>Cups in one piece</ul>",
    "<ul><li>Foldable<li>Cups in one piece</ul>",
]


def pairs(view: View) -> list[tuple[str, str]]:
    return [(row.label, row.text) for row in rows.rows(view)]


@pytest.mark.parametrize(("html", "read"), READ)
def test_rows(view: Views, html: str, read: list[tuple[str, str]]) -> None:
    assert pairs(view(HEAD + html)) == read


@pytest.mark.parametrize("html", NOT_READ)
def test_no_rows(view: Views, html: str) -> None:
    assert pairs(view(HEAD + html)) == []


COMPARED = "<table><tr><td>Model<td>{}<td>{}<td>{}<tr><th>Weight<td>250 g<td>11 g<td>12 g</table>"


@pytest.mark.parametrize("own", [NAME, "Orrery Halden", "This item"])
def test_of_a_comparison_only_this_product_s_column_counts(view: Views, own: str) -> None:
    assert pairs(view(HEAD + COMPARED.format(own, "Kestrel 3", "Kestrel 5"))) == [("Weight", "250 g")]
    moved = COMPARED.format("Kestrel 3", own, "Kestrel 5")
    assert pairs(view(HEAD + moved)) == [("Weight", "11 g")]


def test_a_comparison_without_this_product_gives_nothing(view: Views) -> None:
    assert pairs(view(HEAD + COMPARED.format("Kestrel 2", "Kestrel 3", "Kestrel 5"))) == []


def test_each_block_of_a_value_is_quoted_by_itself(view: Views) -> None:
    said = list(rows.read(view(HEAD + "<table><tr><th>Platforms<td><p>PC</p><p>Switch 2</p></table>")))
    assert [one.evidence.quote.exact for one in said] == [
        "Platforms",
        "Switch 2",
    ]  # «PC» alone proves nothing


def test_a_short_yes_is_quoted_by_its_label(view: Views) -> None:
    (cell,) = rows.read(view(HEAD + "<table><tr><th>Microphone<td>Yes</table>"))
    assert (cell.text, cell.evidence.quote.exact) == ("Yes", "Microphone")
    (line,) = rows.read(view(HEAD + "<p>Microphone: Yes</p>"))
    assert (line.text, line.evidence.quote.exact) == ("Yes", "Microphone: Yes")


def test_a_table_of_ten_thousand_rows_is_cut(view: Views) -> None:
    body = "".join(f"<tr><td>Label {i}<td>{i} mm" for i in range(10_000))
    found = pairs(view(f"{HEAD}<table><tr><th>Weight<td>250 g{body}</table>"))
    assert len(found) == rows.MOST_ROWS
    assert found[0] == ("Weight", "250 g")
