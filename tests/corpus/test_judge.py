"""What counts as the same, and when silence is right."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from earmark.card import Card, CardEvidence, CardFact, Contradiction, Quote
from earmark.corpus.judge import judge
from earmark.corpus.labels import Item
from earmark.corpus.reading import Reading
from earmark.corpus.rows import PageRow, ProductRow


def card(product: dict[str, Any] | None = None, **classification: Any) -> Card:
    found = {"kind": None, "form": None, "back": None, "microphone": None, "label": "", "confidence": 0.9}
    found |= {"for": [{"text": "", "evidence": [0]}]} | classification
    return msgspec.convert(
        {
            "page": {"url": None, "language": None, "kind": "product", "reason": None},
            "product": product or {},
            "classification": found,
            "evidence": [{"id": 0, "source": "title", "visible": True, "quote": {"exact": "boom arm"}}],
            "rule": {"site": None, "rulebook": ""},
        },
        Card,
    )


def text(kind: str | None, **more: Any) -> ProductRow:
    label = {"kind": kind, "form": more.pop("form", None), "back": more.pop("back", None)}
    return msgspec.convert({"title": "a", "label": label} | more, ProductRow)


def page(kind: str, page_kind: str = "product", **more: Any) -> PageRow:
    return msgspec.convert({"file": "a.html", "page_kind": page_kind, "kind": kind} | more, PageRow)


def verdict(row: PageRow | ProductRow, got: Card | None, question: str) -> str | None:
    answer = judge(Item("a", row, None), Reading(card=got)).answers.get(question)
    return answer.verdict if answer else None


@pytest.mark.parametrize(
    ("row", "got", "question", "expected"),
    [
        (text("headset"), card(kind="headset"), "kind", "right"),
        (text("headset"), card(kind="earphones"), "kind", "wrong"),
        (text("headset"), card(), "kind", "missing"),
        (text("headset"), None, "kind", "missing"),
        (text(None), card(), "kind", "silent"),
        (text(None), card(kind="headset"), "kind", "extra"),
        (text(None, known_kind="headset"), card(kind="headset"), "kind", "silent"),
        (text("accessory"), card(kind="accessory"), "card", "silent"),
        (text("accessory"), card(kind="headphones"), "card", "extra"),
        (text("headset"), card(kind="headset"), "card", None),
        (text("headset"), card(form="over-ear"), "form", "extra"),
        (text("headset", known_form="over-ear"), card(form="over-ear"), "form", "silent"),
        (text("earphones", form="in-ear"), card(form="earbud"), "form", "right"),
        (text("earphones", form="in-ear"), card(form="on-ear"), "form", "wrong"),
        (text("headphones", semi_open=True), card(back="semi-open"), "back", "right"),
        (text("headphones", semi_open=True, back="open"), card(back="open"), "back", "wrong"),
        (text("headset", mic="boom"), card(microphone="detachable"), "microphone", "right"),
        (text("headset", mic="inline"), card(microphone="in-line"), "microphone", "right"),
        (text("headset", mic="yes"), card(microphone="built-in"), "microphone", "right"),
        (text("headset", mic="yes"), card(microphone="none"), "microphone", "wrong"),
        (text("headset", mic="no"), card(microphone="none"), "microphone", "right"),
        (text("headset", mic=None), card(microphone="boom"), "microphone", "extra"),
        (text("headset", mic=None, known_mic="builtin"), card(microphone="built-in"), "microphone", "silent"),
        (text("headset"), card(microphone="boom"), "microphone", None),
        (text("other", mic="yes"), card(), "microphone", None),
        (page("listing", "listing"), card(), "card", "silent"),
        (page("headset", "article"), card(kind="headset"), "card", "extra"),
        (page("headset"), card(kind="headset"), "kind", "right"),
    ],
)
def test_verdicts(row: PageRow | ProductRow, got: Card | None, question: str, expected: str | None) -> None:
    assert verdict(row, got, question) == expected


@pytest.mark.parametrize(
    ("truth", "product", "question", "expected"),
    [
        ({"price": ["349.9"]}, {"price": {"amount": "349.90", "currency": None}}, "price", "right"),
        ({"price": ["349.9"]}, {"price": {"amount": "34990", "currency": None}}, "price", "wrong"),
        ({"price": ["free"]}, {"price": {"amount": "1", "currency": None}}, "price", "wrong"),
        ({"price": ["349.9"]}, {}, "price", "missing"),
        ({}, {"price": {"amount": "1", "currency": None}}, "price", "extra"),
        ({"brand": ["Tarn", "TARN  GmbH"]}, {"brand": "Tarn GmbH"}, "brand", "right"),
        ({}, {"brand": "Tarn"}, "brand", "silent"),
        ({}, {"sku": "1"}, "sku", "extra"),
        ({}, {}, "availability", "right"),
        ({"availability": ["OutOfStock"]}, {}, "availability", "wrong"),
        ({"availability": ["OutOfStock"]}, {"availability": "out of stock"}, "availability", "right"),
        ({"availability": ["InStock"]}, {"availability": "pre-order"}, "availability", "wrong"),
    ],
)
def test_truths(truth: dict[str, list[str]], product: dict[str, Any], question: str, expected: str) -> None:
    assert verdict(page("not_audio", truth=truth), card(product), question) == expected


def test_a_miss_has_the_pages_words() -> None:
    result = judge(Item("a", text("earphones"), None), Reading(card=card(kind="headset")))
    assert {question: answer.words for question, answer in result.misses.items()} == {"kind": ("boom arm",)}


def test_a_wrong_microphone_has_the_words_of_its_fact() -> None:
    fact = CardFact("microphone", "", "none", None, "", [1], [Contradiction("boom", "", [2])])
    evidence = [
        CardEvidence(at, "table", True, Quote(exact)) for at, exact in enumerate(("name", "no mic", "boom"))
    ]
    got = msgspec.structs.replace(card(microphone="none"), facts=[fact], evidence=evidence)
    result = judge(Item("a", text("headset", mic="boom"), None), Reading(card=got))
    assert result.answers["microphone"].words == ("no mic", "boom")


@pytest.mark.parametrize(
    ("row", "read", "language"),
    [
        (text("headset", lang="pl-PL"), "en", "pl"),
        (text("headset"), "pt-BR", "pt"),
        (text("headset"), None, "-"),
    ],
)
def test_a_row_without_a_language_falls_under_the_one_it_was_read_in(
    row: ProductRow, read: str | None, language: str
) -> None:
    got = card()
    got = msgspec.structs.replace(got, page=msgspec.structs.replace(got.page, language=read))
    assert judge(Item("a", row, None), Reading(card=got)).groups["language"] == language
