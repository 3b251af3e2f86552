"""What an item is, from its name, rows and words: law 3 of the design, and what outweighs it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from earmark.agreement import agree
from earmark.card import Quote, Source
from earmark.facts import Classification, Evidence, Said
from earmark.interpret import interpret
from earmark.kinds import classify
from earmark.rulebook import load_rulebook
from earmark.values import Currencies

BOOK = load_rulebook()
Row = tuple[str, str]


def said(spec: str, text: str, source: Source, label: str = "") -> Said:
    return Said(spec, text, Evidence(source, Quote(text)), label)


def classified(name: str, *more: str | Row, shelf: str = "", language: str = "en") -> Classification:
    """The classification of a name, rows (pairs) and bullets (texts), on a shelf of the shop."""
    lines = [said("name", name, "heading")]
    lines += [said("row", one[1], "table", one[0]) for one in more if isinstance(one, tuple)]
    lines += [said("prose", one, "bullets") for one in more if isinstance(one, str)]
    lines += [said("category", shelf, "breadcrumb")] if shelf else []
    read = interpret(lines, BOOK.vocabulary, Currencies({}, {}))
    facts = agree(read.readings, [])
    return classify(read.name, read.mentions, facts, BOOK.kinds, BOOK.vocabulary, language)


# name, what else the page says -> kind
LAW_3: list[tuple[str, Sequence[str | Row], str]] = [
    # (a) words for an external microphone
    ("Halden 7 over-ear headphones", ["Detachable boom microphone"], "headset"),
    ("Halden 7 over-ear", [("Microphone", "Boom")], "headset"),
    ("Halden 7", ["Flip-to-mute microphone arm", ("Driver", "40 mm")], "headset"),
    ("Halden 7 on-ear", ["Retractable microphone"], "headset"),
    # (b) the name calls it a headset and the text states a microphone
    ("Halden 7 over-ear headset", ["Clear calls with its microphone"], "headset"),
    ("Halden 7 over-ear headset with microphone", [], "headset"),
    # (c) a kind of headset that always has one
    ("Halden 7 gaming headset", [], "headset"),
    ("Halden 7 office headset", [], "headset"),
    ("Halden 7 aviation headset", [], "headset"),
    # what outweighs (b) and (c)
    ("Halden 7 in-ear headset with microphone", [], "earphones"),
    ("Halden 7 earbuds gaming headset", [], "earphones"),
    ("Halden 7 true wireless headset with mic", [], "earphones"),
    # what tells nothing
    ("Halden 7 wireless over-ear headphones with mic", [], "headphones"),
    ("Halden 7 earphones with mic", [], "earphones"),
]


@pytest.mark.parametrize(("name", "more", "kind"), LAW_3)
def test_law_3(name: str, more: Sequence[str | Row], kind: str) -> None:
    assert classified(name, *more).kind == kind


@pytest.mark.parametrize("name", ["Halden 7 gaming headset", "Halden 7 headset"])
def test_no_microphone_no_headset(name: str) -> None:
    assert classified(name, "No microphone", ("Microphone", "None"), ("Driver", "40 mm")).kind != "headset"


SHELVES = [
    ("Halden true wireless earbuds", "Headsets", "earphones"),
    ("Halden over-ear headphones", "Gaming headsets", "headphones"),
    ("Halden over-ear headphones", "Earphones", "headphones"),
    ("Halden kettle", "Headphones", None),
]


@pytest.mark.parametrize(("name", "shelf", "kind"), SHELVES)
def test_a_shop_s_shelf_does_not_decide(name: str, shelf: str, kind: str | None) -> None:
    assert classified(name, shelf=shelf).kind == kind


def test_the_word_headset_alone_tells_nothing() -> None:
    assert classified("Halden 7 headset").kind is None


@pytest.mark.parametrize("microphone", ["In-line microphone", "Built-in microphone", "No microphone"])
def test_a_microphone_that_is_not_outside_is_no_headset(microphone: str) -> None:
    found = classified("Halden 7 over-ear headphones", microphone, ("Driver", "40 mm"))
    assert found.kind == "headphones"


OTHER_THINGS = [
    ("Ear pads for Halden 7 headphones", "accessory"),
    ("Replacement ear pads compatible with Halden gaming headset", "accessory"),
    ("Headphone carrying case", "accessory"),
    ("Headset stand with RGB", "accessory"),
    ("Headphone stand for gaming headset", "accessory"),
    ("Halden headphone amplifier and DAC", "accessory"),
    ("Replacement cable for Halden headphones", "accessory"),
    ("Halden VR headset", "other"),
    ("Meta Quest virtual reality headset with microphone", "other"),
    ("Ear defenders with headband", "other"),
    ("Halden Bluetooth speaker with microphone", "other"),
    ("The headphone book, hardcover", "other"),
    ("Retro telephone handset", "other"),
]
AUDIO = [
    ("Laptop headset with microphone, over-ear", "headset"),
    ("Headphones with carrying case", "headphones"),
    ("Over-ear headphones for PC, laptop, phone", "headphones"),
    ("Earbuds with charging case", "earphones"),
    ("Headphones with replaceable ear pads, over-ear", "headphones"),
]


@pytest.mark.parametrize(("name", "kind"), OTHER_THINGS + AUDIO)
def test_things_for_headphones_and_headphones_with_things(name: str, kind: str) -> None:
    assert classified(name).kind == kind


@pytest.mark.parametrize(
    "name",
    [
        "Halden open-ear headphones",
        "Halden bone conduction headphones with microphone",
        "Halden open-ear sport earbuds",
        "Halden bone conduction headset",
    ],
)
def test_open_ear_is_a_form_of_no_kind(name: str) -> None:
    found = classified(name)
    assert (found.kind, found.form) == (None, "open-ear")


def test_open_back_is_not_open_ear() -> None:
    found = classified("Halden open-back over-ear headphones")
    assert (found.kind, found.form, found.back) == ("headphones", "over-ear", "open")


def test_a_known_line_is_named_as_such() -> None:
    found = classified("Sennheiser HD 600")
    assert (found.kind, found.back) == ("headphones", "open")
    assert [ground.text for ground in found.speaks_for] == ["Known model: HD 600"]
    assert found.evidence["back"][0].quote.exact == "HD 600"


def test_a_line_s_maker_must_stand_beside_an_ambiguous_name() -> None:
    assert classified("Tarn HD 600 hard disk").speaks_for == ()
    assert classified("HD 600", ("Brand", "Sennheiser")).kind == "headphones"


def test_a_line_that_something_is_for_is_not_the_thing() -> None:
    found = classified("Hinge screws for Sennheiser HD 600")
    assert (found.kind, found.known) == (None, False)


def test_a_known_headset_is_one_where_its_name_says_so() -> None:
    assert classified("Jabra Evolve 40").kind is None
    found = classified("Jabra Evolve 40 stereo headset")
    assert (found.kind, found.microphone) == ("headset", "boom")
    assert found.evidence["microphone"][0].quote.exact == "Jabra Evolve 40"


def test_a_line_tells_its_microphone_where_the_page_does_not() -> None:
    assert classified("Sony WH-1000XM4 over-ear headphones").microphone == "built-in"
    assert classified("Sony WH-1000XM4 over-ear headphones", "No microphone").microphone == "none"


APART = [
    ("Halden gaming wireless headset", "headset"),
    ("Halden stereo headset for gaming", "headset"),
    ("Halden sport headset, gym, gaming", None),
    ("Halden gaming mouse and headset", "other"),
    ("Halden Bluetooth headset with mic, over-ear headphones, deep bass", None),
    ("Halden stereo headset for PS5 and PC", "headset"),
    ("Halden stereo headset for call centre and Teams", "headset"),
    ("Halden stereo headset", None),
    ("Halden in-ear stereo headset for PS5", "earphones"),
    ("Halden wireless headphones, wireless earbuds", "earphones"),
    ("Halden Bluetooth headset, single ear, for drivers", "headset"),
    ("Halden headphones with soft earmuffs and microphone, wired gaming headset", "headset"),
    ("Halden earmuffs, noise reduction", "other"),
    ("Halden Ultrabuds, 40 h playtime, Bluetooth", "earphones"),
    ("Halden Rosebuds, cut flowers", None),
]


@pytest.mark.parametrize(("name", "kind"), APART)
def test_words_of_a_name_that_tell_together(name: str, kind: str | None) -> None:
    assert classified(name).kind == kind


def test_rows_that_give_every_form_are_filters() -> None:
    forms = [("Form factor", "Over ear"), ("Form factor", "On ear"), ("Form factor", "In ear")]
    assert classified("Gaming headsets", *forms).kind is None


def test_a_headset_always_has_a_microphone() -> None:
    found = classified("Halden gaming headset")
    assert found.microphone == "unspecified"
    assert found.evidence["microphone"] == found.evidence["kind"]


FORMS = [
    (("Halden sport earphones with ear hooks over the ear",), None),
    (("Halden wired earphones", ("Ear tips", "S, M, L"), ("Type", "silicone tips")), "in-ear"),
    (("Halden mono Bluetooth headset, in-ear",), "in-ear"),
    (("Halden in-ear gaming headset with detachable microphone",), "in-ear"),
    (("Halden earphones, in-ear", ("Design", "Ear clip")), "in-ear"),
]


@pytest.mark.parametrize(("page", "form"), FORMS)
def test_the_form(page: tuple[str | Row, ...], form: str | None) -> None:
    name, *more = page
    assert isinstance(name, str)
    assert classified(name, *more).form == form


def test_the_page_outweighs_the_line() -> None:
    found = classified("Sennheiser HD 600 in-ear earphones", ("Fit", "In-ear"), ("Driver", "6 mm"))
    assert found.kind != "headphones"
    assert found.form == "in-ear"


MICROPHONES = [
    (("Halden wireless over-ear headphones", ("Microphone", "Yes")), "built-in"),
    (("Halden over-ear headphones", ("Microphone", "Yes"), ("Connector", "3.5 mm")), "in-line"),
    (("Halden gaming headset", ("Microphone", "Yes")), "unspecified"),
    (("Halden gaming headset", "Detachable microphone"), "detachable"),
    (("Halden over-ear headphones",), None),
    (("Halden neckband with mic",), "built-in"),
    (("Halden open-ear wireless headphones with mic",), "built-in"),
    (("Halden wired earphones, 3.5 mm", "Built-in mic"), "in-line"),
    (("Halden wireless earphones", "Built-in mic"), "built-in"),
    (("Halden over-ear headset", ("Microphone", "Rotating boom, noise-cancelling")), "boom"),
    (("Halden over-ear headset", ("Microphone", "Detachable boom")), "detachable"),
    (("Halden over-ear gaming headphones, boom mic sold separately",), "none"),
    (("Ear pads for a headset with boom microphone",), None),
]


@pytest.mark.parametrize(("page", "microphone"), MICROPHONES)
def test_the_kind_of_microphone(page: tuple[str | Row, ...], microphone: str | None) -> None:
    name, *more = page
    assert isinstance(name, str)
    assert classified(name, *more).microphone == microphone


def test_grounds_for_and_against_have_evidence() -> None:
    found = classified("Halden over-ear gaming headset", "In-line microphone", ("Driver", "50 mm"))
    assert found.speaks_for
    assert found.against
    assert all(ground.evidence for ground in (*found.speaks_for, *found.against))
    assert found.evidence["kind"]


def test_grounds_speak_the_reader_s_language() -> None:
    found = classified("Halden gaming headset", language="de")
    assert found.speaks_for[0].text.startswith("Der Name sagt")


@pytest.mark.parametrize("name", ["", "Halden 7", "!!!", "headset " * 200])
def test_strange_names(name: str) -> None:
    assert 0 <= classified(name).confidence <= 1


def test_a_known_line_tells_of_its_microphone() -> None:
    """One inside outweighs that it is called a gaming headset; alone it leaves the page open."""
    more = ("Wireless Bluetooth headphones with an SD card", ("Headphone design", "Over the head"))
    assert classified("Norvik P47 gaming headset", *more).kind == "headphones"
    assert classified("Norvik P47 gaming headset").kind is None
    assert classified("Norvik P47 gaming headset with boom microphone", *more).kind != "headphones"
