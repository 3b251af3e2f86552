"""What the words around «microphone» say of it."""

from __future__ import annotations

import pytest

from earmark.card import Quote
from earmark.facts import Evidence, Said
from earmark.interpret import interpret
from earmark.rulebook import load_rulebook
from earmark.values import Currencies

WORDS = load_rulebook().vocabulary

SAID = [
    ("retractable noise-cancelling microphone", "boom", "retractable noise-cancelling microphone"),
    ("rotatable omnidirectional mic", "boom", "rotatable omnidirectional mic"),
    ("removable cardioid condenser microphone", "detachable", "removable cardioid condenser microphone"),
    ("microphone removable", "detachable", "microphone removable"),
    ("foldable with microphone", "unspecified", "with microphone"),
    ("retractable cable, microphone", "unspecified", "microphone"),
    ("flexible headband and microphone", "unspecified", "microphone"),
    ("removable ear pads microphone", "unspecified", "microphone"),
    ("detachable cable, 3.5 mm, mic", "unspecified", "mic"),
    ("microphone removable ear pads", "unspecified", "microphone"),
]


@pytest.mark.parametrize(("words", "kind", "exact"), SAID)
def test_an_adjective_describes_its_noun(words: str, kind: str, exact: str) -> None:
    name = f"Halden headphones, {words}"
    read = interpret([Said("name", name, Evidence("heading", Quote(name)))], WORDS, Currencies({}, {}))
    found = [one for one in read.readings if one.spec == "microphone"]
    assert [(one.value, one.evidence.quote.exact) for one in found] == [(kind, exact)]
    assert not any(mention.concept.startswith("mic.") for mention in read.mentions)


LINES = [
    ("Includes headset, ear pads and a detachable microphone", {"microphone.detachable"}),
    ("In the box: over-ear headphones, cable", set()),
    ("3.5 mm headphone output", set()),
    ("Category: Headsets Tags: gaming headset, in-ear", set()),
    ("A headset for the office", {"kind.headset"}),
]


@pytest.mark.parametrize(("line", "told"), LINES)
def test_lines_that_do_not_speak_of_the_thing(line: str, told: set[str]) -> None:
    said = [
        Said("name", "Halden over-ear headphones", Evidence("heading", Quote("Halden over-ear headphones"))),
        Said("prose", line, Evidence("bullets", Quote(line))),
    ]
    read = interpret(said, WORDS, Currencies({}, {}))
    families = ("kind.", "form.", "microphone.")
    found = {m.concept for m in read.mentions if m.place == "bullets" and m.concept.startswith(families)}
    assert found == told


def test_a_menu_in_one_line_is_no_row() -> None:
    said = [
        Said("name", "Halden earphones", Evidence("heading", Quote("Halden earphones"))),
        Said(
            "row",
            "| VR headsets | Cases",
            Evidence("description", Quote("| VR headsets | Cases")),
            "Microphone",
        ),
    ]
    assert not [m for m in interpret(said, WORDS, Currencies({}, {})).mentions if m.place == "row"]
