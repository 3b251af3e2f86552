"""The JSON Schema of `site.toml`, for editors; made from the tables that the check itself uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from earmark.patterns import LONGEST
from earmark.sites.check import FORMAT, KEYS, TAKES
from earmark.sites.steps import STEPS, StepKind
from earmark.sites.typing import MOST_STEPS
from earmark.vocabulary import Spec

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_ARGUMENTS: Mapping[str, Any] = {
    "text": _TEXT,
    "two texts": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
    "pattern": {"type": "string", "minLength": 1, "maxLength": LONGEST},
    "unit": _TEXT,
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "choices": {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
}
_LISTS = {"hosts", "paths", "needs", "ignore", "select"}
_REQUIRED = {
    "": ["format", "site"],
    "site": ["name", "hosts"],
    "table": ["rows", "label", "value"],
    "fact": ["name"],
}


def schema(specs: Mapping[str, Spec]) -> dict[str, Any]:
    """JSON Schema, draft 2020-12. It knows the shape; selectors, scopes and kinds are the check's."""
    special = {
        "format": {"const": FORMAT},
        "checked": {"type": "string", "format": "date"},
        "name": {"enum": list(specs)},
        "take": {"anyOf": [{"enum": list(TAKES)}, _table({"attr": _TEXT}, ["attr"])]},
        "steps": {"type": "array", "maxItems": MOST_STEPS, "items": {"anyOf": _steps()}},
    }

    def keys(kind: str) -> dict[str, Any]:
        shapes = {key: special.get(key, _TEXTS if key in _LISTS else _TEXT) for key in KEYS[kind]}
        if kind == "site":
            shapes["name"] = _TEXT
        return _table(shapes, _REQUIRED.get(kind, []))

    top = keys("")
    for kind in ("site", "page"):
        top["properties"][kind] = keys(kind)
    for kind in ("table", "fact"):
        top["properties"][kind] = {"type": "array", "items": keys(kind)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A site rule of Earmark",
        **top,
    }


def _steps() -> list[dict[str, Any]]:
    words = [name for name, kind in STEPS.items() if kind.argument == "none" or kind.optional]
    tables = [_step(name, kind) for name, kind in STEPS.items() if kind.argument != "none"]
    return [{"enum": words}, *tables]


def _step(name: str, kind: StepKind) -> dict[str, Any]:
    return {**_table({name: _ARGUMENTS[kind.argument]}, [name]), "description": kind.meaning}


def _table(properties: Mapping[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }
