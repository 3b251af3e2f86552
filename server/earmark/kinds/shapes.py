"""What the files of `rules/kinds` look like."""

from __future__ import annotations

import string
from typing import Any, get_args

from earmark.card import Back, Form, Microphone
from earmark.kinds.model import KINDS
from earmark.rulefile import KeyPath
from earmark.shape import (
    FACTOR,
    FLAG,
    NUMBER,
    TEXT,
    TEXTS,
    Look,
    Shape,
    each,
    one_of,
    some_of,
    table,
    tables,
    value,
)

PLACES = ("title", "row", "category", "bullets", "description")
STATED = tuple(place for place in PLACES if place != "category")  # a shop's shelf states nothing
ROLES = ("head", "later", "part", "object")

_WEIGHTS = dict.fromkeys(KINDS, NUMBER)
_THRESHOLDS = {"margin": NUMBER, "audio": NUMBER, "temperature": FACTOR}
_VALUE = value("words in quotes, or true or false", lambda given: type(given) in (str, bool))
_STATE = table(
    {"some": TEXTS, "none": TEXTS, "places": some_of(STATED, "C003", "place")}, needed=("some", "none")
)


def _numbers(*names: str) -> Shape:
    return table(dict.fromkeys(names, NUMBER), needed=names)


WEIGHTS = table(
    {
        "places": _numbers(*PLACES),
        "roles": _numbers(*ROLES),
        "thresholds": table(_THRESHOLDS, needed=_THRESHOLDS),
        "states": each(_STATE),
        "cue": tables(
            table(
                {
                    "concept": TEXT,
                    "why": TEXT,
                    "places": some_of((*PLACES, "heading"), "C003", "place"),
                    "weight_in": table(dict.fromkeys((*PLACES, "heading"), NUMBER)),
                    "needs": TEXTS,
                    "lacks": TEXTS,
                    "always": FLAG,
                    "later": NUMBER,
                    **_WEIGHTS,
                },
                needed=("concept",),
            )
        ),
        "measure": tables(
            table(
                {
                    "fact": TEXT,
                    "why": TEXT,
                    "at_least": NUMBER,
                    "at_most": NUMBER,
                    "is": _VALUE,
                    "needs": TEXTS,
                    "lacks": TEXTS,
                    **_WEIGHTS,
                },
                needed=("fact",),
            )
        ),
    },
    needed=("places", "roles", "thresholds"),
)

MODELS = table(
    {
        "weight": NUMBER,
        "line": tables(
            table(
                {
                    "kind": one_of(KINDS, "C005", "kind"),
                    "form": one_of(get_args(Form), "C005", "form"),
                    "back": one_of(get_args(Back), "C005", "back"),
                    "microphone": one_of(get_args(Microphone), "C005", "microphone"),
                    "weight": NUMBER,
                    "beside": TEXTS,
                    "names": TEXTS,
                },
                needed=("kind", "names"),
            )
        ),
    },
    needed=("weight",),
)


def _template(*names: str) -> Shape:
    """A text that may hold these names in braces."""
    hint = f"known: {', '.join(f'{{{name}}}' for name in names)}" if names else "this text takes none"

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        if TEXT(look, given, path) is None:
            return None
        try:
            held = [part[1:] for part in string.Formatter().parse(given) if part[1] is not None]
        except ValueError:
            return look.fault("C006", "a brace without its partner", path, "{" if "{" in given else "}", hint)
        for name, form, conversion in held:
            if name not in names or form or conversion:
                whole = f"{{{name}{'!' if conversion else ''}{conversion or ''}{':' if form else ''}{form}}}"
                return look.fault("C006", f"unknown placeholder `{whole}`", path, whole, hint)
        return given

    return shape


_SENTENCES = {
    **dict.fromkeys((*PLACES, "measure"), _template("words", "label")),
    "model": _template("words"),
}
_REASONS = {
    **dict.fromkeys(
        ("empty", "no_text", "blocked", "listing", "other_page", "accessory", "other"), _template()
    ),
    "not_html": _template("what"),
}
_VALUES = each(TEXT, {"range": _template("low", "high", "unit")})

# Every other language falls back to English, text by text.
TEXTS_OF_CARDS = each(
    table({**_SENTENCES, "values": _VALUES, "reasons": table(_REASONS)}),
    {
        "en": table(
            {**_SENTENCES, "values": _VALUES, "reasons": table(_REASONS, needed=_REASONS)},
            needed=(*_SENTENCES, "values", "reasons"),
        )
    },
    needed=("en",),
)
