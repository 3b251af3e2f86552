"""A card as annotations, held against the terms of the W3C Web Annotation Data Model."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from earmark.annotations import CONTEXT, annotations
from earmark.card import (
    Card,
    CardClassification,
    CardEvidence,
    CardFact,
    CardLine,
    Note,
    PageInfo,
    Product,
    PurposeVerdict,
    Quote,
    Reason,
    RuleInfo,
)

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
# Recommendation of 23 February 2017: sections 3.1, 3.2.4, 4, 4.2.4, 5.1, 5.2
TERMS = {
    "AnnotationCollection": ({"@context", "id", "type"}, {"label", "total", "first", "last", "generator"}),
    "AnnotationPage": ({"id", "type", "partOf", "items"}, {"startIndex", "next", "prev"}),
    "Annotation": ({"id", "type", "target"}, {"body", "motivation"}),
    "TextualBody": ({"type", "value"}, {"id", "format", "language", "purpose", "textDirection"}),
    "SpecificResource": ({"source"}, {"type", "selector", "purpose", "state"}),
    "TextQuoteSelector": ({"type", "exact"}, {"prefix", "suffix"}),
    "Software": ({"type"}, {"id", "name", "homepage"}),
}


def walk(value: Any):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


@pytest.fixture
def card() -> Card:
    return Card(
        page=PageInfo(url="https://shop.test/a?b=1", language="en", kind="product", reason=None),
        product=Product(name="Acme One"),
        classification=CardClassification(
            kind="headset", form=None, back=None, microphone="boom", label="Headset", confidence=0.9,
            speaks_for=[Reason(text="boom", evidence=[0])],
        ),
        facts=[CardFact(spec="anc", label="ANC", value=True, unit=None, text="yes", evidence=[1])],
        strengths=[
            CardLine(text="Good.", statement="audio.headset-two-way", section="Audio", evidence=[0, 1])
        ],
        weaknesses=[CardLine(text="Hm.", statement="faq.headband-best", section="Questions", evidence=[1])],
        notes=[Note(group="view", text="Taste.", statement="better.subjective", section="Which is Better")],
        purposes=[
            PurposeVerdict(
                purpose="gaming", verdict="partly",
                because=[CardLine(text="So.", statement="purpose.gaming", section="Which", evidence=[0])],
            )
        ],
        evidence=[
            CardEvidence(id=0, source="title", visible=True, quote=Quote(exact="boom <mic>", prefix="with ")),
            CardEvidence(id=1, source="json-ld", visible=False, quote=Quote(exact="true")),
        ],
        rule=RuleInfo(site=None, rulebook="sha256:0"),
    )  # fmt: skip


def test_terms_of_the_model(card: Card) -> None:
    made = annotations(card)
    assert made["@context"] == CONTEXT
    for thing in walk(made):
        must, may = TERMS[thing.get("type", "SpecificResource")]
        assert must <= set(thing) <= must | may, thing
        assert set(thing) & {"motivation", "purpose"} == set() or (
            {thing.get("motivation"), thing.get("purpose")} - {None} <= MOTIVATIONS
        )
    page = made["first"]
    assert page["partOf"] == made["id"]
    assert made["total"] == len(page["items"])
    names = [thing["id"] for thing in [made, page, *page["items"]]]
    assert len(names) == len(set(names)) and all(name.startswith("urn:uuid:") for name in names)


def test_bodies_name_the_statement_and_targets_quote_the_page(card: Card) -> None:
    items = annotations(card)["first"]["items"]
    strength = next(item for item in items if item["body"][0]["value"] == "Good.")
    assert [body["value"] for body in strength["body"][1:]] == ["strength", "audio.headset-two-way"]
    assert strength["target"] == [
        {
            "type": "SpecificResource",
            "source": "https://shop.test/a?b=1",
            "selector": {"type": "TextQuoteSelector", "exact": "boom <mic>", "prefix": "with "},
        }
    ]


def test_structured_data_and_the_whole_page_are_not_quoted(card: Card) -> None:
    items = {item["body"][0]["value"]: item for item in annotations(card)["first"]["items"]}
    assert items["Hm."]["target"] == "https://shop.test/a?b=1"
    assert items["Taste."]["target"] == "https://shop.test/a?b=1"


def test_every_line_of_the_card_is_there(card: Card) -> None:
    texts = [item["body"][0]["value"] for item in annotations(card)["first"]["items"]]
    assert texts == ["Headset", "gaming, partly: So.", "Good.", "Hm.", "ANC: yes", "Taste."]


def test_same_card_same_annotations(card: Card) -> None:
    assert annotations(card) == annotations(card)
    elsewhere = msgspec.structs.replace(
        card, page=msgspec.structs.replace(card.page, url="https://shop.test/b")
    )
    assert annotations(card)["id"] != annotations(elsewhere)["id"]


def test_no_card_is_an_empty_collection() -> None:
    made = annotations(
        Card(
            page=PageInfo(url=None, language=None, kind="other", reason="No product."),
            product=Product(),
            classification=None,
            rule=RuleInfo(site=None, rulebook="sha256:0"),
        )
    )
    assert made["total"] == 0 and "first" not in made
