"""Read every page of a corpus in worker processes: page in, card and the check of its quotes out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence

import msgspec

from earmark.card import Card, to_json
from earmark.corpus.grounding import Grounding, grounding
from earmark.corpus.labels import Item
from earmark.errors import CorpusError, PageError, WorkerError
from earmark.pipeline import annotate
from earmark.rulebook import load_rulebook
from earmark.service.messages import Request
from earmark.service.workers import WorkerPool

JOB = "earmark.corpus.reading:reader"
DEADLINE_SECONDS = 10.0  # five times the service's: here pages are judged, not the load of the machine


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one page: a card, or an error. `milliseconds`: of CPU, in the worker."""

    card: Card | None = None
    grounding: Grounding = Grounding()
    milliseconds: float = 0.0
    error: str | None = None


def reader(*folders: str) -> Callable[[Request], bytes]:
    """The job of a worker: the card, timed, and how many of its quotes stand in the page."""
    rulebook = load_rulebook(*folders)
    statements = frozenset(rulebook.article.statements)
    annotate(b"<!doctype html><title>Warm up</title>", rulebook=rulebook)

    def job(request: Request) -> bytes:
        start = time.thread_time()
        card = annotate(request.html, request.url, rulebook=rulebook)
        to_json(card)
        spent = (time.thread_time() - start) * 1e3
        found = grounding(card, request.html, statements)
        return msgspec.json.encode(Reading(card=card, grounding=found, milliseconds=spent))

    return job


def read_all(
    items: Iterable[Item], jobs: int = 1, folders: Sequence[str] = (), done: Callable[[], None] = lambda: None
) -> list[Reading]:
    """Read the items, `jobs` at a time, in their order; `done` is called after each.

    A page that is refused, hangs or kills its worker is a Reading with an error. Raises CorpusError where a
    file cannot be read, RulebookError and WorkerError where no worker starts.
    """
    return asyncio.run(_read_all(items, jobs, folders, done))


async def _read_all(
    items: Iterable[Item], jobs: int, folders: Sequence[str], done: Callable[[], None]
) -> list[Reading]:
    turn = asyncio.Semaphore(jobs)
    async with WorkerPool(jobs, job=JOB, arguments=tuple(folders), deadline=DEADLINE_SECONDS) as pool:

        async def one(item: Item) -> Reading:
            async with turn:
                reading = await _read(pool, item)
                done()
                return reading

        return await asyncio.gather(*(one(item) for item in items))


async def _read(pool: WorkerPool, item: Item) -> Reading:
    try:
        return msgspec.json.decode(await pool.annotate(item.html(), item.url), type=Reading)
    except OSError as error:
        raise CorpusError(f"{item.page}: {error.strerror}") from error
    except (PageError, WorkerError) as error:
        return Reading(error=f"{type(error).__name__}: {error}")
