"""Rows under the heading of a part are that part's, not the product's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark import annotate
from earmark.readers import View, rows

Views = Callable[..., View]
NAME = "Orrery Halden 7 headphones"
HEAD = f"<title>{NAME}</title><h1>{NAME}</h1>"
OWN, MIC = "Frequency response", "microphone Frequency response"

LABELS = [
    ("<table><tr><th colspan=2>Microphone<tr><th>Frequency response<td>1 Hz</table>", [MIC]),
    ("<table><tbody><tr><td>Microphone:</td></tr><tr><th>Frequency response<td>1 Hz</table>", [MIC]),
    (
        "<table><tr><th colspan=2>Microphone<tr><th>Frequency response<td>1 Hz"
        "<tr><th colspan=2>Headphones<tr><th>Frequency response<td>2 Hz</table>",
        [MIC, OWN],
    ),
    ("<table><tr><th>Microphone<td>Yes<tr><th>Frequency response<td>1 Hz</table>", ["Microphone", OWN]),
    ("<table><tr><th>Microphone<td><img><tr><th>Frequency response<td>1 Hz</table>", [OWN]),
    (
        "<table><tr><th colspan=2>Microphone</table><table><tr><th>Frequency response<td>1 Hz</table>",
        [OWN],
    ),
    ("<h3>Microphone</h3><ul><li>Frequency response: 1 Hz</ul>", [MIC]),
    (
        "<h3>Microphone</h3><p>Clear</p><h3>Sound</h3><ul><li>Frequency response: 1 Hz</ul>",
        ["Microphone", OWN],
    ),
    ("<h3>A microphone for all</h3><ul><li>Frequency response: 1 Hz</ul>", [OWN]),
]


@pytest.mark.parametrize(("html", "labels"), LABELS)
def test_labels(view: Views, html: str, labels: list[str]) -> None:
    assert [said.label for said in rows.read(view(HEAD + html))] == labels


def test_facts_of_parts() -> None:
    card = annotate(
        f"{HEAD}<p>$129.00</p><button>Add to cart</button><table>"
        "<tr><th colspan=2>Microphone<tr><th>Frequency response<td>100 Hz - 10 kHz<tr><th>Type<td>Boom"
        "<tr><th colspan=2>Headphones<tr><th>Frequency response<td>20 Hz - 20 kHz<tr><th>Weight<td>250 g"
        "<tr><th colspan=2>Charging case<tr><th>Weight<td>50 g</table>"
    )
    facts = {fact.spec: (fact.value, fact.contradicts) for fact in card.facts}
    assert facts == {"microphone": ("boom", []), "frequency_hz": ([20, 20000], []), "weight_g": (250, [])}
