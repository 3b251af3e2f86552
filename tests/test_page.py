"""The page: its limits, its name, its quotes."""

from __future__ import annotations

import pytest

from earmark.errors import PageTooComplex, PageTooLarge
from earmark.facts import CONTEXT
from earmark.page import MAX_BYTES, MAX_TAGS, Page, hidden

CUT = "Orrery Halden 7 over-ear"
HEADLINES = [
    (f"<title>{CUT}… | Shop</title><h1>{CUT} headset</h1><h1>Delivered to your door for nothing, today</h1>",
     f"{CUT} headset"),
    ("<title>Orrery Halden 7 | Harbour</title><h1>Harbour</h1><h1>Orrery Halden 7</h1>", "Orrery Halden 7"),
    ("<title>Buy Orrery Halden 7</title><h1>Orrery Halden 7</h1>", "Orrery Halden 7"),
    ("<title>Shop</title><h1>Menu</h1><h1>Orrery Halden 7, black</h1>", "Orrery Halden 7, black"),
    ("<title>Orrery Halden 7 headset</title><h1><a><span>Orrery Halden 7 headset</span></a></h1>",
     "Orrery Halden 7 headset"),
    ("<title>Orrery Halden 7 headset</title><div>Home</div><div>Orrery Halden 7 headset</div>",
     "Orrery Halden 7 headset"),
    ("<title>Orrery Halden 7 headset</title><a>Orrery Halden 7 headset</a>", None),
    ("<title>Orrery</title><p>Orrery</p>", None),
    ("<title>Halden 7 | Shop</title><div>Shop</div><div>Halden 7</div>", "Halden 7"),
    ("<title>Shop / Halden 7</title><div>Shop</div><h2>Halden 7</h2>", "Shop"),
    ("<title>The Shop / Halden 7</title><a>The Shop</a><h2>Halden 7</h2>", "Halden 7"),
    ("<title>The Shop / Halden 7</title><a>The Shop</a><div>Halden 7</div>", None),
    ("<title>【青山】保温杯 500ml 青山竹青</title><p>保温杯 500ml 青山竹青</p>", "保温杯 500ml 青山竹青"),
    ("<title>Halden 7 Pro | Harbour</title><h1>Harbour</h1><h2>Halden 7 Pro</h2>", "Halden 7 Pro"),
    ("<title>Halden 7 Pro | Harbour</title><h1>Harbour</h1><p>Halden 7 Pro</p>", "Harbour"),
    ("<title>Northwind | Halden 7 Pro</title><h1>Halden 7 Pro</h1><h2>Northwind</h2>", "Halden 7 Pro"),
    ("<title>Northwind Halden 7 Pro | Shop</title><h2>Northwind</h2><h1>Halden 7 Pro</h1>", "Halden 7 Pro"),
    ("<title>Harbour | Halden 7 Pro</title><h1>Halden 7 Pro</h1><h2>Harbour news</h2>", "Halden 7 Pro"),
    ("<h1>Orrery Halden 7</h1>", "Orrery Halden 7"),
    ("<p>Orrery Halden 7</p>", None),
    ("<h1><div>Orrery Halden 7</div></h1>", "Orrery Halden 7"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "name"), HEADLINES)
def test_headline(html: str, name: str | None) -> None:
    headline = Page.read(html).headline
    assert (headline.text if headline else None) == name


def test_title_is_folded() -> None:
    assert Page.read("<title> Orrery\n Halden &amp; Co </title>").title == "Orrery Halden & Co"
    assert Page.read("<p>no title").title == ""


def test_a_quote_has_what_stands_around_it() -> None:
    page = Page.read("<h1>Orrery Halden 7</h1><p>It weighs 250 g with its cable.</p><p>Black</p>")
    quote = page.quote(page.blocks[1], "description", "250 g").quote
    assert (quote.prefix, quote.exact, quote.suffix) == (
        "Orrery Halden 7 It weighs ",
        "250 g",
        " with its cable. Black",
    )


def test_a_quote_s_surroundings_are_cut() -> None:
    page = Page.read(f"<p>{'a' * 50} 250 g {'b' * 50}</p>")
    quote = page.quote(page.blocks[0], "description", "250 g").quote
    assert (quote.prefix, quote.suffix) == ("a" * (CONTEXT - 1) + " ", " " + "b" * (CONTEXT - 1))


def test_a_quote_at_its_place_among_equal_words() -> None:
    page = Page.read("<p>250 g or 250 g</p>")
    assert page.quote(page.blocks[0], "description", "250 g", 9).quote.prefix == "250 g or "


def test_a_whole_block_is_quoted_without_words() -> None:
    page = Page.read("<p>250 g</p>")
    assert page.quote(page.blocks[0], "table").quote.exact == "250 g"
    assert page.quote(page.blocks[0], "table").visible


def test_hidden_evidence_is_not_visible() -> None:
    assert not hidden("json-ld", "x").visible


def test_too_many_bytes() -> None:
    assert Page.read(b" " * MAX_BYTES).blocks == []
    with pytest.raises(PageTooLarge, match=r"12,582,913 bytes; at most 12,582,912"):
        Page.read(b" " * (MAX_BYTES + 1))
    with pytest.raises(PageTooLarge):
        Page.read("ä" * (MAX_BYTES // 2 + 1))


def test_too_many_tags() -> None:
    with pytest.raises(PageTooComplex, match="400,000 tags"):
        Page.read(b"<p>" * (MAX_TAGS + 1))


def test_text_with_lone_surrogates_is_read() -> None:
    assert Page.read("<p>a\ud800b").blocks[0].text == "a?b"
