"""Where there is no card, the chip says so and the card says why and what to do next."""

from __future__ import annotations

from typing import Any

import pytest

from .stub import Stub
from .tab import DEEP, Browser, Tab


def opened(tab: Tab) -> tuple[str, str]:
    tab.toolbar()
    chip = tab.chip()
    tab.press(".chip-open")
    tab.wait(f"{DEEP}.querySelector('.message')")
    return chip, tab.text(".message")


def test_a_service_that_is_down_and_comes_back(tab: Tab, browser: Browser, stub: Stub) -> None:
    browser.keep(service="http://127.0.0.1:9")
    chip, message = opened(tab)
    assert chip == "The Earmark service does not answer"
    assert "earmark serve" in message
    browser.keep(service=stub.address)
    tab.press(".press.main")
    tab.wait(f"{DEEP}.querySelector('.verdict-box')")


def test_a_card_stays_when_the_service_has_gone(tab: Tab, browser: Browser, stub: Stub) -> None:
    tab.card()
    browser.keep(service="http://127.0.0.1:9")
    tab.press(".foot button", "Read again")
    tab.wait(f"{DEEP}.querySelector('.note')?.textContent.includes('The Earmark service does not answer')")
    tab.press("button.value", "40 mm")
    tab.wait("CSS.highlights.size")
    assert tab.highlighted() == "40 mm"
    browser.keep(service=stub.address)
    tab.press(".note .press", "Read again")
    tab.wait(f"{DEEP}.querySelector('.verdict-box') && !{DEEP}.querySelector('.note')")


@pytest.mark.parametrize(
    ("status", "title"),
    [
        (403, "The service refused this browser"),
        (413, "This page is too large"),
        (503, "The service is busy"),
        (504, "The service took too long"),
        (500, "The service could not read this page"),
        (400, "The service does not know this purpose"),
    ],
)
def test_a_refusal_is_named(tab: Tab, stub: Stub, status: int, title: str) -> None:
    stub.status = status
    chip, message = opened(tab)
    assert chip == title
    assert len(message) > len("Read again Options")


def test_an_answer_that_is_no_card_is_not_drawn(tab: Tab, stub: Stub) -> None:
    stub.answer = {"format": 2}
    assert opened(tab)[0] == "The answer is not a card"


def test_the_reason_for_no_card_is_shown(tab: Tab, stub: Stub, card: dict[str, Any]) -> None:
    reason = "This is an ear pad, not a headphone."
    stub.answer = {
        **card,
        "page": {**card["page"], "reason": reason},
        "classification": None,
        "strengths": [],
    }
    chip, message = opened(tab)
    assert chip == "No card for this page"
    assert reason in message
    assert "Open the page of a single" in message
