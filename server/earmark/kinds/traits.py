"""Form, back and microphone of a thing whose kind is decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from earmark.card import Back, Form, Kind, Microphone
from earmark.facts import OUTSIDE_MICROPHONE, Facts, Mention
from earmark.kinds.model import Line

INSIDE = ("in-ear", "earbud")
_STRANGE = ("accessory", "other")
_NAMED = ("title", "row")  # places whose words are meant of this product
_PLUGS = ("connector.3.5 mm", "connector.2.5 mm", "connector.4.4 mm", "connector.Lightning")
_PROSE = frozenset({"description", "meta"})
_POWERED = ("bluetooth_version", "battery_h", "battery_case_h", "battery_anc_h", "charging_h")


def form_of(facts: Facts, kind: Kind | None, mentions: Sequence[Mention]) -> Form | None:
    """The form most of the page stands behind that the kind can have: earphones sit in the ear, a pair
    with cups does not (an ear hook says «over ear», a careless row «in ear»)."""
    if kind in _STRANGE:
        return None
    if is_open_ear(facts, mentions):
        return "open-ear"
    fact = facts.get("form")
    said = [fact.value, *(other.value for other in fact.contradicts)] if fact is not None else []
    hooked = _named(mentions, "shape.mono") or _named(mentions, "shape.ear-hook")
    outside = any(mention.concept in OUTSIDE_MICROPHONE for mention in mentions)
    if kind == "headset" and said and (hooked or outside) and all(value in INSIDE for value in said):
        return _form(said)  # one ear piece, or a pair, worn in the ear
    possible = [value for value in said if kind is None or ((value in INSIDE) == (kind == "earphones"))]
    form = _form(possible)
    if form == "over-ear" and hooked:
        form = None  # one ear piece «over the ear» hangs on a hook
    if form is None and kind == "earphones":
        return "in-ear" if _named(mentions, "shape.ear-tips") else "earbud" if is_buds(mentions) else None
    return form


def is_open_ear(facts: Facts, mentions: Sequence[Mention]) -> bool:
    """The product's own name says so; or the page's form does, in more than running text, and the name does
    not put it into the ear."""
    named = {mention.concept for mention in mentions if mention.place == "title"}
    if "form.open-ear" in named or named & {"form.in-ear", "form.earbud"}:
        return "form.open-ear" in named
    fact = facts.get("form")
    told = {one.source for one in fact.evidence} - _PROSE if fact is not None else set()
    return fact is not None and fact.value == "open-ear" and bool(told)


def is_buds(mentions: Sequence[Mention]) -> bool:
    """The product's name ends like those of earbuds."""
    return _named(mentions, "shape.buds")


def is_neckband(mentions: Sequence[Mention]) -> bool:
    return _named(mentions, "shape.neckband")


def back_of(facts: Facts) -> Back | None:
    fact = facts.get("back")
    return fact.value if fact is not None and fact.value in get_args(Back) else None  # type: ignore[return-value]


def microphone_of(
    facts: Facts, kind: Kind | None, form: Form | None, mentions: Sequence[Mention], line: Line | None
) -> Microphone | None:
    """A microphone that is just «there» is what the known line has; else it is built in where no cable could
    carry it, and on the cable where nothing else could. A headset always has one."""
    if kind in _STRANGE:
        return None
    fact = facts.get("microphone") or facts.get("mic_noise_cancelling")
    value = fact.value if fact is not None and fact.value is not False else None
    listens = kind in ("headphones", "earphones") or form == "open-ear"
    wireless = facts["wireless"].value if "wireless" in facts else None
    plugged = wireless is False or (
        wireless is None and any(mention.concept in _PLUGS for mention in mentions)
    )
    if value == "built-in" and kind == "earphones" and plugged and not _powered(facts, mentions):
        return "in-line"  # nothing else of them could hold one
    if value not in ("unspecified", True, None):
        return value if value in get_args(Microphone) else None  # type: ignore[return-value]
    if line is not None and line.microphone is not None:
        return line.microphone  # type: ignore[return-value]
    if value is None:
        return "unspecified" if kind == "headset" else None
    if listens and (wireless is True or _powered(facts, mentions)):
        return "built-in"
    if listens and (wireless is False or "connector" in facts or kind == "earphones"):
        return "in-line"
    return "unspecified"


def _form(values: Sequence[object]) -> Form | None:
    chosen = values[0] if values else None
    if chosen == "earbud" and "in-ear" in values:
        chosen = "in-ear"
    return chosen if chosen in get_args(Form) else None  # type: ignore[return-value]


def _named(mentions: Sequence[Mention], concept: str) -> bool:
    return any(mention.concept == concept and mention.place in _NAMED for mention in mentions)


def _powered(facts: Facts, mentions: Sequence[Mention]) -> bool:
    """It has a battery of its own: no cable carries its sound."""
    return any(spec in facts for spec in _POWERED) or _named(mentions, "shape.neckband")
