"""Every amount of a block, with its own words and the element that holds it; its quote stands there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earmark.readers import View
from earmark.readers.amounts import written

Views = Callable[..., View]

BLOCKS = [
    ("<p>$129.00</p>", ["$129.00"]),
    ("<p><span>$199.00</span><span>$129.00</span></p>", ["$199.00", "$129.00"]),
    ("<p>71,91 € <b>79,90 €</b></p>", ["71,91 €", "79,90 €"]),
    ("<p><span>32,000원</span><b>24,900원</b></p>", ["32,000원", "24,900원"]),
    ("<p><del>$199.00</del> $129.00</p>", ["$129.00"]),
    ("<p><span style='text-decoration: line-through'>$199.00</span> $129.00</p>", ["$129.00"]),
    ("<p>$<b>129</b><sup>99</sup></p>", ["$129.99"]),
    ("<p><b>129</b> <span class=price-cents>99</span> zł</p>", ["129.99 zł"]),
    ("<p><span>R$</span><span>18</span><span>,</span><span>99</span></p>", ["R$18,99"]),
    ("<p>129€99</p>", ["129€99"]),
    ("<p>352,00 – 376,45 zł</p>", ["352,00", "376,45 zł"]),
    ("<p>1 299,-</p>", ["1 299,-"]),
    ("<p>Special price<span>$129.00</span></p>", ["$129.00"]),
    ("<p>$200<span>5 bids</span></p>", ["$200"]),
    ("<p>Size 38, 12-piece, 3-month</p>", []),
    ("<p>model 26R, FB-26R</p>", []),
]


@pytest.mark.parametrize(("html", "amounts"), BLOCKS)
def test_amounts_of_a_block(view: Views, html: str, amounts: list[str]) -> None:
    seen = view(html)
    assert [one.text for block in seen.page.blocks for one in written(seen, block)] == amounts


def test_words_around_an_amount(view: Views) -> None:
    seen = view("<p>Was $199.00 now <b class=price>$129.00</b> /month</p>")
    before, now = written(seen, seen.page.blocks[0])
    assert (before.before, before.after) == ("was ", " now ")
    assert (now.before, now.after) == (" now ", " /month")
    assert now.node.attributes == {"class": "price"}


def test_a_sign_in_a_block_of_its_own(view: Views) -> None:
    seen = view("<div>320</div><div>₽</div>")
    (one,) = written(seen, seen.page.blocks[0])
    assert (str(one.money.amount), one.money.currency, one.signed) == ("320", "RUB", False)


PIECES = st.lists(st.text("0123456789.,€$ aR-/", max_size=9), min_size=1, max_size=6)


@settings(deadline=None)
@given(PIECES)
def test_a_quote_stands_in_its_block(view: Views, pieces: list[str]) -> None:
    seen = view("<div>" + "".join(f"<span>{piece}</span>" for piece in pieces) + "</div>")
    for block in seen.page.blocks:
        for one in written(seen, block):
            assert 0 <= one.start < one.end <= len(block.text)
            digits = [c for c in block.text[one.start : one.end] if c.isdigit()]
            assert digits == [c for c in one.text if c.isdigit()]
