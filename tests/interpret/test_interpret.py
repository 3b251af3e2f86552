"""What was said -> typed readings, mentions, and what was dropped."""

from __future__ import annotations

import pytest

from earmark.card import Quote, Source
from earmark.facts import Evidence, FactValue, Said
from earmark.interpret import Interpreted, interpret
from earmark.rulebook import load_rulebook
from earmark.values import Currencies

WORDS = load_rulebook().vocabulary
CURRENCIES = Currencies(WORDS.currencies, WORDS.decimals)

# label, value of a row -> the one value of a fact
ROWS: list[tuple[str, str, str, FactValue]] = [
    ("Driver size", "40 mm", "driver_mm", 40),
    ("Driver size (mm)", "40", "driver_mm", 40),
    ("Impedance", "32 Ω", "impedance_ohm", 32),
    ("Impedance:", "32", "impedance_ohm", 32),
    ("Sensitivity", "98 dB SPL/mW", "sensitivity_db", 98),
    ("Frequency response", "20 Hz – 20 kHz", "frequency_hz", (20.0, 20000.0)),
    (
        "Frequency response",
        "Headphones: 20 Hz – 20 kHz, microphone: 100 Hz – 10 kHz",
        "frequency_hz",
        (20.0, 20000.0),
    ),
    ("Weight", "8.8 oz", "weight_g", 249.476),
    ("Weight (kg)", "0.25", "weight_g", 250),
    ("Warranty", "2 years", "warranty_months", 24),
    ("Battery life", "Up to 30 hours", "battery_h", 30),
    ("Charging time", "90 min", "charging_h", 1.5),
    ("Headphone type", "Over-Ear", "form", "over-ear"),
    ("Headphone type", "In-ear, earbuds", "form", "in-ear"),
    ("Acoustic design", "Open", "back", "open"),
    ("Acoustic design", "Closed-back", "back", "closed"),
    ("Microphone", "Detachable boom microphone", "microphone", "detachable"),
    ("Microphone", "Yes", "microphone", "unspecified"),
    ("Microphone", "None", "microphone", "none"),
    ("Built-in microphone", "Yes", "microphone", "built-in"),
    ("Wireless", "No", "wireless", False),
    ("Connectivity", "Bluetooth 5.3", "wireless", True),
    ("Connectivity", "Wired", "wireless", False),
    ("Bluetooth version", "5.3", "bluetooth_version", "5.3"),
    ("Noise cancelling", "Passive noise isolation", "anc", False),
    ("Active noise cancelling", "Yes", "anc", True),
    ("Water resistance", "IPX4 (splash)", "water_resistance", "IPX4"),
    ("Foldable", "✓", "foldable", True),
    ("Connector", "3.5 mm jack", "connector", "3.5 mm"),
    ("Works with", "PC, Xbox and Switch", "platforms", ("PC", "Xbox", "Switch")),
    ("SKU", "AB-1234 (new)", "sku", "AB-1234"),
]
# ... and rows that give no value of that fact: each differs a little from one that does
NO_ROWS = [
    ("Driver size", "large", "driver_mm"),
    ("Driver size", "400 mm", "driver_mm"),
    ("Driver size", "40 ohm", "driver_mm"),
    ("Case size", "40 mm", "driver_mm"),
    ("Impedance", "0 ohm", "impedance_ohm"),
    ("Microphone impedance", "2200 ohm", "impedance_ohm"),
    ("Sensitivity", "-38 dB", "sensitivity_db"),
    ("Microphone sensitivity", "98 dB", "sensitivity_db"),
    ("Microphone frequency response", "100 Hz – 10 kHz", "frequency_hz"),
    ("Mic frequency response", "100 Hz – 10 kHz", "frequency_hz"),
    ("Frequency response", "20 kHz", "frequency_hz"),
    ("Frequency response", "Microphone: 100 Hz – 10 kHz", "frequency_hz"),
    ("Frequency response", "Mic (100 Hz – 10 kHz)", "frequency_hz"),
    ("Weight", "20 kg", "weight_g"),
    ("Headphone type", "Over-ear or on-ear", "form"),
    ("Built-in microphone", "No", "microphone"),
    ("Microphone noise cancelling", "Yes", "anc"),
    ("Noise cancelling microphone", "Yes", "anc"),
    ("Bluetooth version", "9.9", "bluetooth_version"),
    ("Water resistance", "none", "water_resistance"),
    ("Works with", "x" * 500, "platforms"),
]


def said(spec: str, text: str, label: str = "", source: Source = "table") -> Said:
    return Said(spec, text, Evidence(source, Quote(text)), label)


def read(*lines: Said) -> Interpreted:
    return interpret(lines, WORDS, CURRENCIES)


def prose(text: str, source: Source = "bullets") -> Interpreted:
    """What a sentence of a pair of headphones gives."""
    return read(said("name", "Halden 7 headphones"), said("prose", text, source=source))


def values(result: Interpreted, spec: str) -> list[FactValue]:
    return [reading.value for reading in result.readings if reading.spec == spec]


@pytest.mark.parametrize(("label", "text", "spec", "value"), ROWS)
def test_rows(label: str, text: str, spec: str, value: FactValue) -> None:
    (found,) = values(read(said("row", text, label)), spec)
    assert found == (pytest.approx(value, rel=1e-3) if isinstance(value, int | float) else value)


@pytest.mark.parametrize(("label", "text", "spec"), NO_ROWS)
def test_rows_without_a_value(label: str, text: str, spec: str) -> None:
    assert values(read(said("row", text, label)), spec) == []


def test_a_row_of_a_noise_cancelling_microphone_is_that_fact() -> None:
    result = read(said("row", "Yes", "Noise cancelling microphone"))
    assert values(result, "mic_noise_cancelling") == [True]


def test_three_batteries_are_three_facts() -> None:
    result = read(
        said("row", "8 h", "Battery life"),
        said("row", "32 h", "Battery life with case"),
        said("row", "6 h", "Battery life (ANC on)"),
    )
    assert {r.spec: r.value for r in result.readings} == {
        "battery_h": 8, "battery_case_h": 32, "battery_anc_h": 6,
    }  # fmt: skip


def test_evidence_is_the_words_that_gave_the_value() -> None:
    (reading,) = read(said("row", "Closed, 250 g without cable", "Weight")).readings
    assert (reading.evidence.quote.prefix, reading.evidence.quote.exact) == ("Closed, ", "250 g")
    assert reading.text == "250 g"


DROPPED = [
    ("Weight", "20 kg", "outside its bounds"),
    ("Weight", "light", "no value of this fact"),
    ("Sensitivity", "10 dB", "outside its bounds"),
]


@pytest.mark.parametrize(("label", "text", "outcome"), DROPPED)
def test_the_trace_says_what_was_dropped(label: str, text: str, outcome: str) -> None:
    assert [(s.words, s.outcome) for s in read(said("row", text, label)).dropped] == [(text, outcome)]


def test_a_figure_of_a_sentence_is_dropped_and_told_as_well() -> None:
    result = prose("Its drivers are 400 mm wide")
    assert values(result, "driver_mm") == []
    assert [(step.spec, step.words, step.outcome) for step in result.dropped] == [
        ("driver_mm", "400 mm", "outside its bounds")
    ]


# a sentence -> facts, exactly these
PROSE: list[tuple[str, dict[str, FactValue]]] = [
    ("Its 40 mm drivers have an impedance of 32 ohm", {"driver_mm": 40, "impedance_ohm": 32}),
    ("Weighs only 250 g", {"weight_g": 250}),
    ("The cable is 250 mm long", {}),
    ("3.5 mm jack", {}),
    ("Up to 30 hours of playtime", {"battery_h": 30}),
    ("8 hours of playtime, 32 hours with charging case", {"battery_h": 8, "battery_case_h": 32}),
    ("Battery: 40 hours; with ANC on 30 hours", {"battery_h": 40, "battery_anc_h": 30, "anc": True}),
    ("30 hours (ANC off), 20 hours (ANC on)", {"battery_h": 30, "battery_anc_h": 20, "anc": True}),
    ("Charging time: 2 hours", {"charging_h": 2}),
    ("Fast charge: 5 minutes give hours of play", {}),
    ("Frequency response: 10 Hz to 40 kHz", {"frequency_hz": (10.0, 40000.0)}),
    ("Microphone frequency response: 100 Hz to 10 kHz", {"microphone": "unspecified"}),
    ("Microphone: frequency response 100 Hz to 10 kHz", {"microphone": "unspecified"}),
    ("Active noise cancelling", {"anc": True}),
    ("Without active noise cancelling", {}),
    ("Sweat-proof to IPX5", {"water_resistance": "IPX5"}),
    ("Bluetooth 5.3", {"wireless": True, "bluetooth_version": "5.3"}),
    ("Firmware 5.3", {}),
    ("Ships within 24 hours", {}),
    ("Detachable boom microphone", {"microphone": "detachable"}),
    ("Flip-to-mute boom mic", {"microphone": "boom"}),
    ("No microphone", {"microphone": "none"}),
    ("It does not have a microphone", {"microphone": "none"}),
    ("Not foldable", {"foldable": False}),
]


@pytest.mark.parametrize(("text", "facts"), PROSE)
def test_prose(text: str, facts: dict[str, FactValue]) -> None:
    result = prose(text)
    found = [reading for reading in result.readings if reading.spec != "name"]
    assert {reading.spec: reading.value for reading in found} == facts
    assert all(reading.evidence.quote.exact in text for reading in found)


def test_a_noise_cancelling_microphone_is_not_anc() -> None:
    result = prose("Noise-cancelling microphone for clear speech")
    assert values(result, "anc") == []
    assert values(result, "mic_noise_cancelling") == [True]


@pytest.mark.parametrize(
    "text", ["The cable goes over the ear.", "Sing into the microphone of your phone.", "Around the ear"]
)
def test_running_text_must_speak_of_the_thing(text: str) -> None:
    result = prose(text, "description")
    assert [r.spec for r in result.readings if r.spec in ("form", "microphone")] == []


def test_running_text_that_does() -> None:
    result = prose("These over-ear headphones have a boom microphone.", "description")
    assert {r.spec: r.value for r in result.readings if r.spec != "name"} == {
        "form": "over-ear",
        "microphone": "boom",
    }


def test_a_name_is_read_too() -> None:
    result = read(said("name", "Halden 7 wireless over-ear gaming headset, ANC"))
    facts = {reading.spec: reading.value for reading in result.readings}
    assert facts.pop("name") == "Halden 7 wireless over-ear gaming headset, ANC"
    assert facts == {"wireless": True, "form": "over-ear", "gaming": True, "anc": True}
    assert {m.place for m in result.mentions} == {"title"}


def test_a_category_is_mentioned_but_gives_no_fact() -> None:
    result = read(said("category", "Wireless headsets", source="breadcrumb"))
    assert result.readings == []
    assert {m.place for m in result.mentions} == {"category"}


def test_prose_of_other_things_is_not_read() -> None:
    result = read(said("name", "Halden 7 kettle"), said("prose", "Weighs only 250 g", source="bullets"))
    assert values(result, "weight_g") == []


@pytest.mark.parametrize("price", ["NaN", "Infinity", "free", "", "9" * 1_000_000])
def test_a_price_that_is_none(price: str) -> None:
    assert values(read(said("price", price)), "price") == []


BUILT_IN = said("row", "No", "Built-in microphone")


def test_no_built_in_microphone_is_none_where_nothing_speaks_of_another() -> None:
    assert values(read(said("name", "Halden 7 headphones", source="heading"), BUILT_IN), "microphone") == [
        "none"
    ]


@pytest.mark.parametrize("name", ["Halden 7 gaming headset", "Halden 7 with detachable microphone"])
def test_no_built_in_microphone_says_nothing_of_one_outside(name: str) -> None:
    assert "none" not in values(read(said("name", name, source="heading"), BUILT_IN), "microphone")


@pytest.mark.parametrize(
    "text",
    [
        "Over-ear headphones, earbuds, microphones, cables",  # shelves
        "Looking for over-ear headphones? See our shop.",
        "Are these on-ear headphones?",
    ],
)
def test_shelves_and_questions_state_nothing(text: str) -> None:
    result = read(
        said("name", "Halden 7 headphones", source="heading"), said("prose", text, source="bullets")
    )
    assert not values(result, "form")
    assert all(mention.place == "title" for mention in result.mentions if mention.concept.startswith("form."))


def test_what_stands_behind_a_question_is_stated() -> None:
    assert values(prose("Why this one? Over-ear headphones with soft cups."), "form") == ["over-ear"]


def test_a_menu_that_looks_like_a_trail_tells_no_shelf() -> None:
    shelves = [said("category", one, source="breadcrumb") for one in ("In-ear", "Over-ear")]
    assert not [mention for mention in read(*shelves).mentions if mention.place == "category"]


def test_marks_of_direction_around_a_label_are_unseen() -> None:
    assert values(read(said("row", "32 ohm", "Impedance \u200f : \u200e")), "impedance_ohm") == [32]
