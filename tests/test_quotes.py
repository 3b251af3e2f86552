"""Whatever a page is made of: no exception, and every visible quote stands in the page."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from earmark import annotate
from earmark.corpus.grounding import grounding
from earmark.rulebook import load_rulebook

STATEMENTS = frozenset(load_rulebook().article.statements)
WORDS = st.sampled_from(
    [
        "Bastion X",
        "gaming headset",
        "Detachable boom microphone",
        "over-ear",
        "closed-back",
        "40 mm driver",
        "32 ohm",
        "20 Hz – 20 kHz",
        "Weight: 310 g",
        "Battery life: up to 30 hours",
        "$129.00",
        "was $199.00",
        "Bluetooth 5.3",
        "In stock",
        "Customers also bought",
        "Reviews",
        "earbuds",
        "no microphone",
        "IPX4",
        "&amp; more",
        "2 Jahre Garantie",
        "kulaklık İ",
        "耳机 入耳",
        "\u200b",
        "\u00ad",
        "a\u0301",
        "  ",
        "<",
        "&#0;",
        "&nbsp;",
    ]
)
# Without noscript: what an unclosed element in it hides depends on whether scripts run.
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "li",
        "ul",
        "td",
        "th",
        "tr",
        "table",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "nav",
        "s",
        "a",
        "section",
        "script",
        "style",
        "template",
        "textarea",
        "select",
        "option",
        "button",
        "svg",
        "title",
    ]
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(children, min_size=1, max_size=4).map("".join)
    closed = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", TAGS, inside)
    unclosed = st.builds(lambda tag, text: f"<{tag}>{text}<br>", TAGS, inside)
    return closed | unclosed


BODY = st.recursive(WORDS, element, max_leaves=25)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "name", "offers", "price", "priceCurrency", "brand", "sku", "hasVariant"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(WORDS, BODY, JSON)
def test_visible_quotes_stand_in_the_page(title: str, body: str, data: object) -> None:
    product = json.dumps({"@type": "Product", "name": title, "offers": data, "extra": [data]})
    html = (
        f"<!doctype html><meta charset=utf-8><title>{title} headset</title>"
        f"<script type='application/ld+json'>{product.replace('<', chr(92) + 'u003c')}</script>"
        f"<h1>{title} headset</h1>{body}<p>€99.00</p><button>Add to cart</button>"
    ).encode()
    card = annotate(html)
    found = grounding(card, html, STATEMENTS)
    assert found.grounded == found.lines
    visible = [evidence for evidence in card.evidence if evidence.visible]
    found = grounding(msgspec.structs.replace(card, evidence=visible), html, STATEMENTS)
    assert found.standing == found.quotes, visible
