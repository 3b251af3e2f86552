"""Whatever a rule does, the card quotes only what stands on the page."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from earmark.page import Page
from earmark.pipeline import annotate_page

from .conftest import HEAD, book_of
from .test_read import PAGE

SELECTORS = (
    "h1", "p", ".old", ".price", ".badge", ".icon", ".data", ".data b", ".design", ".long", "script", "svg",
    "body", "title", "button", ".others", ".others *", "meta", "#state", "#state, .price, .none",
)  # fmt: skip
CUTS = (
    "{ after = 'now' }", "{ before = ',' }", "{ between = ['was', 'now'] }", "{ remove = 'a' }",
    "{ replace = ['e', ' made up words '] }", "{ replace = [' ', ''] }", "{ match = '[0-9]{1,3}' }",
    "{ match = '(?:now|up) (.{1,9})' }", "{ after = ' ' }",
)  # fmt: skip
PIECES = ("'first'", "'last'")
ONE = ("", "take = { attr = 'class' }", "take = { attr = 'aria-label' }", "take = { attr = 'content' }")
WAYS = ("json = '#state'\nat = '/weight'", "json = 'script'\nat = '/specs/0/key'", "meta = 'x:colour'")
LISTS = ("json = '#state'\nat = '/specs/*/key'", "json = '#state'\nat = '/specs/0/*'")
FACTS = ("colour", "name", "brand", "model", "sku", "price", "weight_g", "driver_mm")

selected = st.builds(
    lambda selector, take: f"select = '{selector}'\n{take}", st.sampled_from(SELECTORS), st.sampled_from(ONE)
)
each = st.builds(lambda selector: f"select = '{selector}'\ntake = 'each'", st.sampled_from(SELECTORS))
cuts = st.lists(st.sampled_from(CUTS), max_size=2)


def fact(name: str, way: str, steps: list[str]) -> str:
    return f'[[fact]]\nname = "{name}"\n{way}\nsteps = [{", ".join(steps)}]\n'


facts = st.one_of(
    st.builds(fact, st.sampled_from(FACTS), selected | st.sampled_from(WAYS), cuts),
    st.builds(
        lambda name, way, piece, steps: fact(name, way, [piece, *steps]),
        st.sampled_from(FACTS), each | st.sampled_from(LISTS), st.sampled_from(PIECES), cuts,
    ),
    st.builds(lambda way: fact("platforms", way, []), each | st.sampled_from(LISTS)),
    st.builds(lambda way: fact("wireless", way.replace("each", "presence"), []), each),
)  # fmt: skip


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(facts, min_size=1, max_size=4))
def test_every_quote_stands_on_the_page(listed: list[str]) -> None:
    book = book_of(HEAD + "".join(listed))
    page = Page.read(PAGE, "https://shop.test/p/1")
    card = annotate_page(page, book, None, ("en",))
    lines = [page.title, *(block.text for block in page.blocks)]
    for evidence in card.evidence:
        if evidence.visible:
            assert any(evidence.quote.exact in line for line in lines), evidence
        else:
            assert evidence.quote.exact in folded(PAGE), evidence
