from __future__ import annotations

import json

import pytest
from starlette.requests import Request

from earmark import errors
from earmark.service.problems import KINDS, on_earmark_error, on_failure

ASKED = Request({"type": "http", "headers": []})


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.PageTooLarge("large"), "too-large"),
        (errors.PageTooComplex("complex"), "too-complex"),
        (errors.PageError("odd"), "crashed"),
        (errors.PurposeUnknown("unknown"), "unknown-purpose"),
        (errors.WorkerTimeout("slow"), "too-slow"),
        (errors.WorkerCrashed("dead"), "crashed"),
        (errors.WorkersBusy("full"), "busy"),
        (errors.WorkerError("none"), "busy"),
        (errors.EarmarkError("other"), "internal"),
    ],
)
async def test_every_error_of_the_tree_is_a_problem(error: errors.EarmarkError, kind: str) -> None:
    answer = await on_earmark_error(ASKED, error)
    body = json.loads(answer.body)
    assert answer.status_code == body["status"] == KINDS[kind].status
    assert body["type"] == f"/problems/{kind}"
    assert body["detail"] == str(error)


async def test_a_failure_tells_nothing_of_the_page() -> None:
    answer = await on_failure(ASKED, ValueError("words of the page"))
    assert answer.status_code == 500
    assert b"words" not in answer.body
