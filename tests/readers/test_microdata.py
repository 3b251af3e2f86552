"""Microdata and RDFa as shops write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earmark.readers import View, microdata

Views = Callable[..., View]
HEAD = "<title>Orrery Halden 7</title><h1>Orrery Halden 7</h1>"
PRODUCT = "<div itemscope itemtype='https://schema.org/Product'>{}</div>"
OFFER = "<div itemprop=offers itemscope itemtype='https://schema.org/Offer'>{}</div>"
EUR = "<meta itemprop=priceCurrency content=EUR>"
ORGANIZATION = (
    "<div itemprop={} itemscope itemtype='https://schema.org/Organization'><b itemprop=name>Orrery</b></div>"
)

READ = [
    (PRODUCT.format("<b itemprop=name>Orrery Halden 7</b>"), {"name": "Orrery Halden 7"}),
    (PRODUCT.format("<meta itemprop=sku content=H7-01>"), {"sku": "H7-01"}),
    (PRODUCT.format("<span itemprop=sku content=H7-01>Number 1</span>"), {"sku": "H7-01"}),
    (PRODUCT.format("<link itemprop=image href='https://s.example/1'>"), {"image": "https://s.example/1"}),
    (PRODUCT.format(OFFER.format("<b itemprop=price content=129.00>€129</b>" + EUR)),
     {"price": "129.00 EUR"}),
    (PRODUCT.format(OFFER.format("<link itemprop=availability href='https://schema.org/InStock'>")),
     {"availability": "in stock"}),
    (PRODUCT.format(ORGANIZATION.format("brand")), {"brand": "Orrery"}),
    (PRODUCT.format(ORGANIZATION.format("seller")), {}),
    ("<b itemprop=price>$129</b>", {"price": "$129"}),
    ("<b itemprop=name>Halden</b>", {}),
    ("<div vocab='https://schema.org/' typeof=Product><b property=name>Orrery Halden 7</b></div>",
     {"name": "Orrery Halden 7"}),
    ("<div itemscope itemtype='https://schema.org/Review'><b itemprop=name>Great</b></div>", {}),
    ("<b itemprop=colour>red</b><b itemprop=''>x</b><b itemprop>y</b>", {}),
    ("<div class=related>" + PRODUCT.format("<b itemprop=sku>K3</b>") + "</div><p>a<p>b<p>c<p>d", {}),
]  # fmt: skip


@pytest.mark.parametrize(("html", "said"), READ)
def test_read(view: Views, html: str, said: dict[str, str]) -> None:
    assert {one.spec: one.text for one in microdata.read(view(HEAD + html))} == said


def test_the_product_that_the_headline_names(view: Views) -> None:
    def product(name: str, sku: str) -> str:
        return PRODUCT.format(f"<b itemprop=name>{name}</b><b itemprop=sku>{sku}</b>")

    seen = view(HEAD + product("Kestrel 3", "K3") + product("Orrery Halden 7", "H7"))
    assert {one.spec: one.text for one in microdata.read(seen)}["sku"] == "H7"
