"""The whole path in both browsers: toolbar, chip, card, claim, words on the page."""

from __future__ import annotations

from typing import Any

from .conftest import SHOP
from .stub import Stub
from .tab import DEEP, Browser, Tab


def test_a_click_gives_the_chip_then_the_card_and_leaves_the_page_as_it_was(tab: Tab, stub: Stub) -> None:
    before = tab.dom()
    tab.toolbar()
    assert tab.chip() == "Over-ear headphones, closed-back · up to the job for everyday use"
    tab.press(".chip-open")
    for words in ("Strengths", "Weaknesses", "Best use", "What the page states", "The page says both"):
        assert words in tab.text()
    tab.press(".claim", "Sealed cups")
    tab.wait("CSS.highlights.size")
    assert tab.dom() == before
    assert len(stub.asked) == 1


def test_a_claim_leads_to_its_words(tab: Tab) -> None:
    tab.card()
    tab.press("button.value", "40 mm")
    tab.wait("scrollY > 400")
    assert tab.highlighted() == "40 mm"
