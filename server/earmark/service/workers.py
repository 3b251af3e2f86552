"""Worker processes that read hostile pages: a deadline for each page, and a spare that stands ready.

WorkerPool is for asyncio, Workers for plain code; both give the same bytes. A page that hangs, crashes or
eats memory costs its own request: the process is killed and another takes its place.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from earmark.errors import EarmarkError, PageTooLarge, WorkerError, WorkersBusy
from earmark.page import MAX_BYTES
from earmark.service.messages import Done, Refused, Request, frame
from earmark.service.process import NotStarted, WorkerProcess, error_of

ANNOTATOR = "earmark.service.worker:annotator"
SNAPSHOT_ANNOTATOR = "earmark.service.worker:snapshot_annotator"
DEADLINE_SECONDS = 2.0  # hundreds of times what a shop's page takes; how long a hostile one can hold a worker
LARGE_PAGE_BYTES = 3_000_000  # a page above it may take twice as long
RETRY_SECONDS = 1.0  # between two tries to start a worker: no busy loop while the disk is full
WAIT_SECONDS = 10.0  # for a free worker; a client would give up soon after
WAITING_PER_WORKER = 8  # each one waiting holds a decoded page of up to 12 MiB in the service's memory
TRIES = 3  # workers that may be found dead in a row before a page is given up

_log = logging.getLogger(__name__)


class WorkerPool:
    """`async with WorkerPool() as pool: card = await pool.annotate(html)`

    `size` pages are read at a time, `spares` more processes wait for one of them to die. `job` is the
    dotted path of a function that makes the job (see `earmark.service.worker`); `arguments` are handed to
    it: for the usual job, the folders of the rulebook.
    """

    def __init__(
        self,
        size: int | None = None,
        *,
        spares: int = 1,
        job: str = ANNOTATOR,
        arguments: Sequence[str] = (),
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        self.size = size or max(1, (os.cpu_count() or 1) - 1)
        self._processes = self.size + spares
        self._job, self._arguments, self._deadline = job, tuple(arguments), deadline
        self._slots = asyncio.Semaphore(self.size)
        self._asked = 0
        self._ready: asyncio.Queue[WorkerProcess] = asyncio.Queue()
        self._alive: set[WorkerProcess] = set()
        self._stale: set[WorkerProcess] = set()
        self._surplus = 0
        self._starts: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Returns when the first worker is ready. Raises RulebookError or WorkerError."""
        await self._start()
        for _ in range(self._processes - 1):
            self._start_behind()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._starts:
            task.cancel()
        await asyncio.gather(*self._starts, return_exceptions=True)
        await asyncio.gather(*(worker.close() for worker in self._alive))
        self._alive.clear()

    @property
    def pids(self) -> frozenset[int]:
        """The process ids of the workers that run now."""
        return frozenset(worker.pid for worker in self._alive)

    async def annotate(
        self,
        html: bytes,
        url: str | None = None,
        *,
        purpose: str | None = None,
        languages: Sequence[str] = ("en",),
        charset: str | None = None,
        trace: bool = False,
    ) -> bytes:
        """The card as JSON. Raises PageError, PurposeUnknown or WorkerError."""
        if len(html) > MAX_BYTES:
            raise PageTooLarge(f"the page has {len(html):,} bytes; at most {MAX_BYTES:,} are read")
        if self._asked >= self.size * (1 + WAITING_PER_WORKER):
            raise WorkersBusy("Too many pages are waiting to be read. Try again in a moment.")
        request = Request(
            html=html, charset=charset, url=url, purpose=purpose, languages=tuple(languages), trace=trace
        )
        seconds = self._deadline * (2 if len(html) > LARGE_PAGE_BYTES else 1)
        self._asked += 1
        try:
            async with self._slots:
                answer = await self._ask(frame(request), seconds)
        finally:
            self._asked -= 1
        if isinstance(answer, Refused):
            raise error_of(answer)
        return answer.card

    async def renew(self, arguments: Sequence[str]) -> None:
        """Read later pages with other `arguments`; a page under way is finished by its worker.

        Raises RulebookError or WorkerError where no worker starts with them; then nothing has changed.
        """
        worker = await WorkerProcess.start(self._job, tuple(arguments))
        self._arguments = tuple(arguments)
        self._stale = set(self._alive)
        idle = [self._ready.get_nowait() for _ in range(self._ready.qsize())]
        self._alive.add(worker)
        self._ready.put_nowait(worker)
        self._surplus += 1
        for old in idle:
            await self._replace(old)

    async def _ask(self, request: bytes, seconds: float) -> Done | Refused:
        for _ in range(TRIES):
            worker = await self._take()
            try:
                answer = await worker.ask(request, seconds)
            except NotStarted:
                await self._replace(worker)
            except BaseException:
                await self._replace(worker)
                raise
            else:
                if answer.last or worker in self._stale:
                    await self._replace(worker)
                else:
                    self._ready.put_nowait(worker)
                return answer
        raise WorkerError("Workers die before they read the page. Is the machine out of memory?")

    async def _take(self) -> WorkerProcess:
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                return await self._ready.get()
        except TimeoutError as error:
            raise WorkersBusy("No worker is ready to read the page. Try again in a moment.") from error

    async def _replace(self, worker: WorkerProcess) -> None:
        self._alive.discard(worker)
        self._stale.discard(worker)
        if self._surplus:
            self._surplus -= 1
        else:
            self._start_behind()
        await worker.close()

    async def _start(self) -> None:
        while True:
            arguments = self._arguments
            worker = await WorkerProcess.start(self._job, arguments)
            if arguments is self._arguments:
                break
            await worker.close()
        self._alive.add(worker)
        self._ready.put_nowait(worker)

    def _start_behind(self) -> None:
        task = asyncio.create_task(self._keep_starting())
        self._starts.add(task)
        task.add_done_callback(self._starts.discard)

    async def _keep_starting(self) -> None:
        while True:
            try:
                return await self._start()
            except (EarmarkError, OSError) as error:
                _log.warning("A worker cannot start, trying again: %s", error)
                await asyncio.sleep(RETRY_SECONDS)


class Workers:
    """The pool for plain code: `with Workers() as pool: card = pool.annotate(html)`."""

    def __init__(
        self,
        size: int = 1,
        *,
        spares: int = 0,
        job: str = ANNOTATOR,
        arguments: Sequence[str] = (),
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        self._pool = WorkerPool(size, spares=spares, job=job, arguments=arguments, deadline=deadline)
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        """Raises as `WorkerPool.__aenter__` does."""
        try:
            self._runner.run(self._pool.__aenter__())
        except BaseException:
            self._runner.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._runner.run(self._pool.__aexit__(kind, error, trace))
        finally:
            self._runner.close()

    def annotate(
        self,
        html: bytes,
        url: str | None = None,
        *,
        purpose: str | None = None,
        languages: Sequence[str] = ("en",),
        charset: str | None = None,
        trace: bool = False,
    ) -> bytes:
        """As `WorkerPool.annotate`."""
        return self._runner.run(
            self._pool.annotate(html, url, purpose=purpose, languages=languages, charset=charset, trace=trace)
        )
