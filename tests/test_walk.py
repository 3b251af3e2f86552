"""The runs of text that a browser shows, and which of them each element holds."""

from __future__ import annotations

import pytest

from earmark.errors import PageTooComplex
from earmark.page import Page
from earmark.walk import MAX_DEPTH

BLOCKS = [
    ("<p>one</p><p>two</p>", ["one", "two"]),
    ("one<p>two</p>three", ["one", "two", "three"]),
    ("one<br>two", ["one", "two"]),
    ("<b>4</b>0 <i>mm</i>", ["40 mm"]),
    ("<p> white \n\t space\u00a0folded </p>", ["white space folded"]),
    ("<ul><li>a<ul><li>b</ul>c</ul>", ["a", "b", "c"]),
    ("<table><tr><th>Driver<td>40 mm</table>", ["Driver", "40 mm"]),
    ("<a href=x>link</a>", ["link"]),
    ("<div><div></div> </div>", []),
    ("a &lt;b&gt; &amp; c", ["a <b> & c"]),
    ("<p>one<p>two<div>three", ["one", "two", "three"]),
    ("", []),
]
UNSEEN = [
    "script", "style", "noscript", "template", "textarea", "select", "iframe", "svg", "object", "canvas",
]  # fmt: skip


@pytest.mark.parametrize(("body", "texts"), BLOCKS)
def test_blocks(body: str, texts: list[str]) -> None:
    assert [block.text for block in Page.read(f"<body>{body}").blocks] == texts


@pytest.mark.parametrize("tag", UNSEEN)
def test_what_a_browser_does_not_show(tag: str) -> None:
    blocks = Page.read(f"<body>seen <{tag}>unseen</{tag}> too<!-- nor this -->").blocks
    assert [block.text for block in blocks] == ["seen too"]


def test_blocks_know_their_place() -> None:
    page = Page.read("<h1>A</h1><div><p>B<p><a>C</a></div>")
    assert [block.index for block in page.blocks] == [0, 1, 2]
    assert [block.tag for block in page.blocks] == ["h1", "p", "p"]
    assert [block.linked for block in page.blocks] == [False, False, True]
    div = page.tree.css_first("div")
    assert div is not None
    assert page.span(div) == (1, 3)
    assert [block.text for block in page.inside(div)] == ["B", "C"]


def test_an_element_without_text_holds_no_blocks() -> None:
    page = Page.read("<p>A</p><section><img></section>")
    section = page.tree.css_first("section")
    assert section is not None
    assert page.inside(section) == []


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_crossed_out_text_is_shown_but_not_valid(tag: str) -> None:
    (block,) = Page.read(f"<p><{tag}>$199</{tag}> <b>$129</b></p>").blocks
    assert block.text == "$199 $129"
    assert block.valid == "$129"


def test_parts_are_the_pieces_of_inline_elements() -> None:
    one, two = Page.read("<p>Weight: 250 g</p><p><b>Weight</b> <span>250 g</span></p>").blocks
    assert one.parts == ()
    assert two.parts == ("Weight", "250 g")


def test_depth_is_counted_from_the_body() -> None:
    deepest = "<div>" * MAX_DEPTH
    assert Page.read(f"<body>{deepest}deep").blocks[0].text == "deep"
    with pytest.raises(PageTooComplex, match="512 deep"):
        Page.read(f"<body>{deepest}<div>deeper")


def test_inline_nesting_counts_as_well() -> None:
    with pytest.raises(PageTooComplex, match="512 deep"):
        Page.read("<body>" + "<span>" * (MAX_DEPTH + 1) + "deep")
