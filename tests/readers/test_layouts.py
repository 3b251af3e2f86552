"""One product in the layouts of many shops: the same facts, and nothing of what stands around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import earmark

NAME = "Fjordlys Kaia 3 on-ear headphones"
ROWS = {
    "Driver size": "32 mm",
    "Impedance": "24 ohm",
    "Weight": "148 g",
    "Connectivity": "Bluetooth",
    "Microphone": "Built-in",
    "Play time": "35 hours",
}
FACTS = {
    "form": "on-ear",
    "microphone": "built-in",
    "wireless": True,
    "driver_mm": 32,
    "impedance_ohm": 24,
    "weight_g": 148,
    "battery_h": 35,
}
TILES = "".join(
    f'<div class="t{i}"><a href="/p/{i}"><h3>{name}</h3></a><span>${price}.00</span></div>'
    for i, (name, price) in enumerate(
        [("Gaming headset with boom microphone, 50 mm drivers", 89), ("In-ear earbuds, 9 hours", 29)]
    )
)
REVIEWS = "<div><p>My old closed-back headset had a detachable microphone and weighed 400 g.</p></div>"


def table(rows: dict[str, str]) -> str:
    return "<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows.items()) + "</table>"


def three_columns(rows: dict[str, str]) -> str:
    return (
        "<table>"
        + "".join(f"<tr><td>{k}</td><td>:</td><td>{v}</td></tr>" for k, v in rows.items())
        + "</table>"
    )


def pairs_side_by_side(rows: dict[str, str]) -> str:
    cells = [f"<td>{k}</td><td>{v}</td>" for k, v in rows.items()]
    return (
        "<table>"
        + "".join(f"<tr>{a}{b}</tr>" for a, b in zip(cells[::2], cells[1::2], strict=True))
        + "</table>"
    )


def definitions(rows: dict[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in rows.items()) + "</dl>"


def run_ins(rows: dict[str, str]) -> str:
    return "".join(f"<p><strong>{k}:</strong> {v}</p>" for k, v in rows.items())


def line_breaks(rows: dict[str, str]) -> str:
    return "<p>" + "<br>".join(f"{k}: {v}" for k, v in rows.items()) + "</p>"


def cells_of_divs(rows: dict[str, str]) -> str:
    return "".join(f"<div><div>{k}</div><div><ul><li>{v}</li></ul></div></div>" for k, v in rows.items())


def aria_rows(rows: dict[str, str]) -> str:
    inner = "".join(
        f'<div role="row"><div role="rowheader">{k}</div><div role="cell">{v}</div></div>'
        for k, v in rows.items()
    )
    return f'<div role="table">{inner}</div>'


def spans(rows: dict[str, str]) -> str:
    return "<ul>" + "".join(f"<li><span>{k}</span><span>{v}</span></li>" for k, v in rows.items()) + "</ul>"


def headed_cards(rows: dict[str, str]) -> str:
    return "".join(f"<div><h5>{k}</h5><p>{v}</p></div>" for k, v in rows.items())


LAYOUTS = [
    table, three_columns, pairs_side_by_side, definitions, run_ins, line_breaks, cells_of_divs, aria_rows,
    spans, headed_cards,
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_same_facts(layout: Callable[[dict[str, str]], str]) -> None:
    card = earmark.annotate(
        f"<title>{NAME} | Tonlager</title><body><ul><li><a href=/a>Gaming headsets</a></li></ul>"
        f"<main><h1>{NAME}</h1><p>$79.00</p><button>Add to cart</button>{layout(ROWS)}</main>"
        f"<div><h2>You may also like</h2>{TILES}</div><div><h2>Reviews (12)</h2>{REVIEWS}</div></body>"
    )
    assert card.classification is not None
    assert card.classification.kind == "headphones"
    assert {fact.spec: fact.value for fact in card.facts} == FACTS
    assert not any(fact.contradicts for fact in card.facts)
    assert card.product.price is not None
    assert card.product.price.amount == "79.00"
