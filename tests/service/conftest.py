"""The service in this process over a real pool, spoken to through ASGI."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from earmark.rulebook import load_rulebook
from earmark.service.app import create_app
from earmark.service.workers import WorkerPool

ADDRESS = "http://127.0.0.1:8765"


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> str:
    """The dotted path of the obedient job; workers find it because they get this process's sys.path."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return "jobs:obedient"


@pytest.fixture
async def obedient(jobs: str) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a service whose workers do what the page says. Deadline 1 s."""
    async with WorkerPool(1, job=jobs, deadline=1.0) as pool, _client(pool) as client:
        yield client


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    """A client of the service as it is shipped."""
    async with WorkerPool(1) as pool, _client(pool) as client:
        yield client


def _client(pool: WorkerPool) -> httpx2.AsyncClient:
    app = create_app(pool=pool, rulebook=load_rulebook())
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url=ADDRESS)
