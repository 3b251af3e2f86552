from __future__ import annotations

import json
import re

import httpx2

from earmark.service import openapi
from earmark.service.app import ROUTES
from earmark.service.problems import KINDS

UNDESCRIBED = {"/", "/article"}  # pages for people


async def test_the_service_describes_itself(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["openapi"].startswith("3.1")


def test_every_address_is_described() -> None:
    described = set(openapi.document("1")["paths"])
    assert described == {route.path for route in ROUTES} - UNDESCRIBED


def test_every_reference_leads_somewhere() -> None:
    document = openapi.document("1")
    names = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))
    assert {"Card", "Problem"} <= names <= set(document["components"]["schemas"])


def test_every_problem_of_a_page_is_described() -> None:
    described = json.dumps(openapi.document("1")["paths"]["/v1/annotate"])
    for kind, about in KINDS.items():
        if kind not in ("not-found", "method-not-allowed"):
            assert f"/problems/{kind}" in described
            assert f'"{about.status}"' in described
