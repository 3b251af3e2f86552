"""What rows and lines of other languages tell: unknown labels, hours, words beside the thing's own."""

from __future__ import annotations

import pytest

from earmark import load_rulebook
from earmark.card import Quote
from earmark.facts import Evidence, FactValue, Said, Source
from earmark.interpret import interpret
from earmark.values import Currencies

WORDS = load_rulebook().vocabulary
NAMES = {
    "de": "Halden 7 Kopfhörer",
    "fr": "Casque Halden 7",
    "pl": "Słuchawki Halden 7",
    "en": "Halden 7 headphones",
}


def facts(*lines: tuple[str, str, str, Source]) -> dict[str, FactValue]:
    said = [Said(spec, text, Evidence(source, Quote(text)), label) for spec, text, label, source in lines]
    readings = interpret(said, WORDS, Currencies({}, {})).readings
    return {reading.spec: reading.value for reading in readings if reading.spec != "name"}


ROWS: list[tuple[str, str, dict[str, FactValue]]] = [
    # a label that no file has, of words that tell whose hours they are
    ("Gesamte Wiedergabezeit samt Ladeetui", "28 Std.", {"battery_case_h": 28}),
    ("Maximale Akkulaufzeit im Betrieb", "28 Std.", {"battery_h": 28}),
    ("Maximale Ladezeit über USB", "1,5 Std.", {"charging_h": 1.5}),
    ("Durée totale d'écoute avec le boîtier de charge", "28 h", {"battery_case_h": 28}),
    ("Lieferung", "24 Stunden", {}),
    ("Maximale Akkulaufzeit im Betrieb", "lang", {}),
    # the kind of microphone, whatever the label
    ("Ausführung der Bedienung", "Abnehmbares Mikrofon und Lautstärkeregler", {"microphone": "detachable"}),
    ("Bedienung", "ohne abnehmbares Mikrofon", {}),
    ("Bedienung", "Mikrofon", {}),
    # a word that is a value as the whole of a cell
    ("Verbindung", "Kabel", {"wireless": False}),
    ("Verbindung", "kabellos", {"wireless": True}),
    ("Czas pracy", "8 godz., 30 godz. z etui", {"battery_h": 8, "battery_case_h": 30}),
]


@pytest.mark.parametrize(("label", "text", "told"), ROWS)
def test_rows(label: str, text: str, told: dict[str, FactValue]) -> None:
    assert facts(("row", text, label, "table")) == told


LINES: list[tuple[str, str, dict[str, FactValue]]] = [
    # hours are those of the nearest words; another part of the sentence is farther off
    ("de", "Bis zu 8 Std. Akku, mit Ladeetui 30 Std.", {"battery_h": 8, "battery_case_h": 30}),
    ("de", "8 h Laufzeit, bis zu 30 h mit Ladecase", {"battery_h": 8, "battery_case_h": 30}),
    ("de", "50 Std. Akku oder 35 Std. mit ANC", {"battery_h": 50, "battery_anc_h": 35, "anc": True}),
    # noise behind a microphone is the speaker's
    ("de", "Mikrofon mit Geräuschunterdrückung", {"microphone": "unspecified", "mic_noise_cancelling": True}),
    ("de", "Aktive Geräuschunterdrückung und Mikrofon", {"microphone": "unspecified", "anc": True}),
    ("fr", "Micro avec réduction de bruit", {"microphone": "unspecified", "mic_noise_cancelling": True}),
    # words that tell a back beside the thing's own word, or as the whole line
    ("de", "Geschlossener Studiokopfhörer", {"back": "closed"}),
    ("de", "Geschlossen", {"back": "closed"}),
    ("de", "Das Fach lässt sich fest geschlossen halten", {}),
    ("de", "Kein geschlossener Kopfhörer", {}),
    ("fr", "Casque fermé pour le studio", {"back": "closed"}),
    ("pl", "Słuchawki zamknięte", {"back": "closed"}),
    ("pl", "Pudełko jest zamknięte. W środku słuchawki", {}),
]


@pytest.mark.parametrize(("language", "line", "told"), LINES)
def test_lines(language: str, line: str, told: dict[str, FactValue]) -> None:
    assert facts(("name", NAMES[language], "", "heading"), ("prose", line, "", "bullets")) == told
