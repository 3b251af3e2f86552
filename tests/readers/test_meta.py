"""`<meta>`: OpenGraph, product and Twitter properties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View, meta

Views = Callable[..., View]

READ = [
    ("<meta property=og:title content='Halden 7'>", {"name": "Halden 7"}),
    ("<meta name=og:title content='Halden 7'>", {"name": "Halden 7"}),
    ("<meta property=product:brand content=Orrery>", {"brand": "Orrery"}),
    ("<meta property=product:availability content=oos>", {"availability": "out of stock"}),
    ("<meta property=product:availability content=perhaps>", {}),
    ("<meta property=og:title content=''>", {}),
    ("<meta property=og:description content=x>", {}),
    ("<meta content=x>", {}),
]


@pytest.mark.parametrize(("html", "said"), READ)
def test_read(view: Views, html: str, said: dict[str, str]) -> None:
    assert {one.spec: one.text for one in meta.read(view(html))} == said


def test_the_sale_price_comes_first(view: Views) -> None:
    html = (
        "<meta property=product:price:amount content=199><meta property=product:price:currency content=EUR>"
        "<meta property=product:sale_price:amount content=129>"
    )
    assert next(one.text for one in meta.read(view(html)) if one.spec == "price") == "129 EUR"


def test_of_one_name_the_first_counts(view: Views) -> None:
    assert meta.metas(view("<meta name=a content=1><meta name=A content=2>")) == {"a": "1"}


def test_what_nobody_sees_is_quoted_as_data(view: Views) -> None:
    (said,) = meta.read(view("<meta property=product:ean content=4006381333931>"))
    assert (said.evidence.source, said.evidence.visible) == ("meta", False)
