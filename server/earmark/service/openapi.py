"""The description of the service for programs: OpenAPI 3.1, the card's schema taken from the types."""

from __future__ import annotations

from typing import Any

import msgspec

from earmark.annotations import MEDIA_TYPE as ANNOTATIONS
from earmark.card import PURPOSES, Card
from earmark.service.problems import KINDS, MEDIA_TYPE, TYPE_PREFIX

_REF = "#/components/schemas/{name}"
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"enum": [TYPE_PREFIX + kind for kind in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


def document(version: str) -> dict[str, Any]:
    """The whole document, as plain JSON values."""
    (card,), schemas = msgspec.json.schema_components((Card,), ref_template=_REF)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Earmark",
            "version": version,
            "description": "Send a shop's product page, get its card: what it is, what for, and why.",
        },
        "paths": {
            "/v1/annotate": {"post": _annotate(card)},
            "/v1/words": {"get": _plain("The words that tell a page of headphones.", "application/json")},
            "/v1/rules": {"get": _plain("The rules that are loaded, or refused.", "application/json")},
            "/v1/schema/card": {"get": _plain("The JSON Schema of the card.", "application/schema+json")},
            "/openapi.json": {"get": _plain("This document.", "application/json")},
            "/livez": {"get": _plain("The service runs.", "text/plain")},
            "/readyz": {"get": _plain("A worker answers.", "text/plain", problems=("busy",))},
        },
        "components": {"schemas": {**schemas, "Problem": _PROBLEM}},
    }


def _annotate(card: dict[str, Any]) -> dict[str, Any]:
    html = {"schema": {"type": "string"}}
    answer = {
        "description": "The card. `page.reason` is null exactly when there is one to show.",
        "content": {"application/json": {"schema": card}, ANNOTATIONS: {"schema": {"type": "object"}}},
    }
    return {
        "summary": "Annotate a page",
        "parameters": [
            _parameter("query", "purpose", "What the shopper wants it for.", {"enum": list(PURPOSES)}),
            _parameter("query", "trace", "1: say what was tried, in order.", {"enum": ["0", "1"]}),
            _parameter(
                "header", "Content-Location", "The page's address.", {"type": "string", "format": "uri"}
            ),
            _parameter(
                "header", "Content-Encoding", "How the body is packed.", {"enum": ["identity", "gzip"]}
            ),
            _parameter("header", "Accept-Language", "The card's languages.", {"type": "string"}),
        ],
        "requestBody": {"required": True, "content": {"text/html": html, "application/xhtml+xml": html}},
        "responses": {"200": answer, **_problems(set(KINDS) - {"not-found", "method-not-allowed"})},
    }


def _plain(summary: str, media_type: str, problems: tuple[str, ...] = ()) -> dict[str, Any]:
    answer = {"description": summary, "content": {media_type: {}}}
    kinds = {"forbidden-origin", "wrong-host", *problems}
    return {"summary": summary, "responses": {"200": answer, **_problems(kinds)}}


def _parameter(place: str, name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"in": place, "name": name, "description": description, "schema": schema}


def _problems(kinds: set[str]) -> dict[str, Any]:
    titles: dict[str, list[str]] = {}
    for kind in KINDS:
        if kind in kinds:
            titles.setdefault(str(KINDS[kind].status), []).append(
                f"{KINDS[kind].title} ({TYPE_PREFIX}{kind})."
            )
    schema = {"$ref": _REF.format(name="Problem")}
    return {
        status: {"description": " ".join(lines), "content": {MEDIA_TYPE: {"schema": schema}}}
        for status, lines in titles.items()
    }
