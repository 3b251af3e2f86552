"""The lines about stock near the headline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View, stock

Views = Callable[..., View]
HEAD = "<title>Orrery Halden 7</title><h1>Orrery Halden 7</h1>"

STATES = [
    ("<p>In stock</p>", "in stock"),
    ("<p>Only 3 left in stock</p>", "in stock"),
    ("<p>Currently unavailable</p>", "out of stock"),
    ("<p>Sold out</p>", "out of stock"),
    ("<button>Pre-order</button>", "pre-order"),
    ("<p>Stock photo</p>", None),
    ("<p>Other sellers of this thing may be out of stock from time to time</p>", None),
    ("<h2>Customers also bought</h2><p>Kestrel 3</p><p>Sold out</p>", None),
]


@pytest.mark.parametrize(("html", "state"), STATES)
def test_availability(view: Views, html: str, state: str | None) -> None:
    said = {one.spec: one.text for one in stock.read(view(HEAD + html))}
    assert said.get("availability") == state
