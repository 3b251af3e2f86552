"""What a row says beside its own spec: «Connection: USB dongle, Bluetooth 5.2», «8 h, 32 h with case»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from earmark.facts import Reading, Said
from earmark.folding import fold
from earmark.interpret.figures import SPECIAL_HOURS, figures, version
from earmark.interpret.negation import negated
from earmark.interpret.typed import choice, part
from earmark.vocabulary import Vocabulary

BATTERY = "battery_h"


def also(said: Said, specs: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Reading]:
    """The values of other specs that the row's words tell by themselves: a bare «yes» is its own spec's."""
    folded = fold(said.text)
    for name in dict.fromkeys(other for spec in specs for other in vocabulary.specs[spec].also):
        spec = vocabulary.specs[name]
        if spec.pattern:
            yield from version(said, spec, folded, vocabulary)
            continue
        if spec.kind == "choice":
            if (value := choice(spec, said, vocabulary)) is not None:
                yield Reading(name, value, said.text, said.evidence, said.by)
            continue
        found = vocabulary.values[name].find(folded)
        hits = [hit for hit in found if not negated(folded, hit.start, vocabulary)]
        if len({hit.concept for hit in hits}) == 1:
            start, end, concept = hits[0]
            evidence = part(said, start, end)
            yield Reading(name, concept.endswith(".true"), said.text[start:end], evidence, said.by)


def hours(said: Said, label: str, vocabulary: Vocabulary) -> list[Reading]:
    """The hours of a battery's row, where its words tell them apart: with the case, with ANC on."""
    lead = f"{label}: "
    folded = lead + fold(said.text)
    if not any(
        hit.concept in SPECIAL_HOURS and hit.start >= len(lead) for hit in vocabulary.near.find(folded)
    ):
        return []
    whole = replace(said, text=lead + said.text)
    found = [one for one in figures(whole, folded, vocabulary) if isinstance(one, Reading)]
    return [replace(one, by=said.by) for one in found if one.spec.startswith("battery_")]
