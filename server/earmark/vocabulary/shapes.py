"""What the files of `rules/vocabulary` look like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from earmark import patterns
from earmark.rulefile import KeyPath
from earmark.shape import (
    FACTOR,
    FLAG,
    RANGE,
    RANGES,
    TEXT,
    TEXTS,
    Look,
    Shape,
    each,
    one_of,
    some_of,
    table,
    value,
)
from earmark.vocabulary.words import PLACES, Spec

KINDS = ("quantity", "range", "flag", "choice", "text", "texts", "money", "code")
REGIONS = ("breadcrumb", "menu", "related", "reviews", "questions", "advert", "compare")
JOINTS = ("with", "with_behind", "and", "for_behind")
WORDS = ("yes", "no", "negation", *JOINTS, "features", "included", "compatible", "part", "near", "tags")
PRICES = ("price_now", "price_not", "price_per", "price_each", "price_usual")
SHOP = ("byline", "buy", *PRICES, "stock_not", "listing", "blocked")
ELEMENTS = ("price", "not_price", "usual", "cents", "brand", "brand_path", "not_brand", "hidden")

_CURRENCY = value(
    'the three letters of a currency ("EUR")',
    lambda given: type(given) is str and re.fullmatch("[A-Z]{3}", given) is not None,
)
_TAG = value(
    'a language tag ("de", "zh-Hant")',
    lambda given: type(given) is str and re.fullmatch("[a-z]{2,3}(-[A-Za-z]{2,8}){0,2}", given) is not None,
)
_DIGITS = value("a whole number from 0 to 4", lambda given: type(given) is int and 0 <= given <= 4)
_REGION = one_of(REGIONS, "V006", "part of a page")


def _pattern(look: Look, given: Any, path: KeyPath) -> Any:
    """A regular expression whose time is bounded."""
    if TEXT(look, given, path) is None:
        return None
    wrong = patterns.fault(given)
    return given if wrong is None else look.fault("R024", wrong[0], path, wrong[1])


SPECS = each(
    table(
        {
            "kind": one_of(KINDS, "V003", "kind of value"),
            "unit": TEXT,
            "bounds": RANGE,
            "choices": TEXTS,
            "pattern": _pattern,
            "product": FLAG,
            "label": each(TEXT),
            "places": some_of(PLACES, "V007", "place"),
            "telling": FLAG,
            "also": TEXTS,
            "implies": TEXT,
        },
        needed=("kind",),
    )
)
NEEDED = {
    "quantity": "unit",
    "range": "unit",
    "choice": "choices",
}  # kind of value -> what it cannot be without

SHARED: Mapping[str, Shape] = {
    "specs": SPECS,
    "units": each(each(FACTOR)),
    "currencies": table(
        {"symbols": each(_CURRENCY), "decimals": each(_DIGITS), "leading": TEXTS},
        needed=("symbols", "decimals"),
    ),
    "regions": table(
        {"tags": each(_REGION), "names": table(dict.fromkeys(REGIONS, TEXTS))}, needed=("tags", "names")
    ),
    "elements": table({"names": table(dict.fromkeys(ELEMENTS, TEXTS), ELEMENTS)}, needed=("names",)),
    "languages": table(
        {"scripts": each(RANGES), "same_script": each(TEXTS), "words": each(TEXTS)},
        needed=("scripts", "same_script", "words"),
    ),
}


def language(specs: Mapping[str, Spec], *, model: bool) -> Shape:
    """A language's words; those of [words] are groups, or values of a fact as the whole of a cell. The model
    language has every group."""
    of_facts = table(dict.fromkeys(specs, TEXTS), code="R003", what="fact")
    choices = [f"{spec.name}.{value}" for spec in specs.values() for value in spec.values]
    return table(
        {
            "language": _TAG,
            "labels": of_facts,
            "concepts": each(TEXTS),
            "beside": table(dict.fromkeys(choices, TEXTS)),
            "prose": of_facts,
            "prose_not": of_facts,
            "words": table(dict.fromkeys((*WORDS, *choices), TEXTS), WORDS if model else ()),
            "regions": table(dict.fromkeys(REGIONS, TEXTS)),
            "shop": table(dict.fromkeys(SHOP, TEXTS), SHOP if model else ()),
        },
        needed=("language", "words", "shop") if model else ("language",),
    )
