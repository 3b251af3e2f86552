from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from earmark.errors import (
    PageTooComplex,
    PageTooLarge,
    RulebookError,
    WorkerCrashed,
    WorkerError,
    WorkersBusy,
    WorkerTimeout,
)
from earmark.page import MAX_BYTES
from earmark.service import workers
from earmark.service.workers import WorkerPool, Workers

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")


def test_the_job_gets_its_arguments_and_the_page(jobs: str) -> None:
    with Workers(job=jobs, arguments=["one", "two"]) as pool:
        assert pool.annotate(b"page") == b"one two page"
        assert pool.annotate(b"x" * 5_000_000) == b"one two " + b"x" * 5_000_000


@pytest.mark.parametrize(
    ("page", "error", "says"),
    [
        (b"hang", WorkerTimeout, "more than 0.5 s"),
        (b"hang-in-c", WorkerTimeout, "more than 0.5 s"),
        (b"segfault", WorkerCrashed, "SIGSEGV"),
        (b"exit", WorkerCrashed, "exit code 3"),
        (b"fail", WorkerCrashed, "ValueError in jobs.py"),
        (b"complex", PageTooComplex, "too many nodes"),
        pytest.param(b"eat", WorkerCrashed, "1024 MiB", marks=POSIX),
    ],
)
def test_a_bad_page_costs_its_own_request(jobs: str, page: bytes, error: type[Exception], says: str) -> None:
    with Workers(job=jobs, deadline=0.5) as pool:
        with pytest.raises(error, match=says):
            pool.annotate(page)
        assert pool.annotate(b"next") == b"next"


def test_no_words_of_the_page_in_an_error(jobs: str) -> None:
    with Workers(job=jobs) as pool, pytest.raises(WorkerCrashed) as caught:
        pool.annotate(b"fail secret")
    assert "secret" not in str(caught.value)


def test_a_stray_print_does_not_reach_the_pipe(jobs: str) -> None:
    with Workers(job=jobs) as pool:
        assert pool.annotate(b"print") == b"print"
        assert pool.annotate(b"next") == b"next"


@pytest.mark.parametrize("page", [b"connect", b"run"])
def test_a_worker_reaches_nothing_outside(jobs: str, page: bytes) -> None:
    with Workers(job=jobs) as pool, pytest.raises(WorkerCrashed, match="PermissionError"):
        pool.annotate(page)


@POSIX
def test_a_worker_writes_no_file(jobs: str, tmp_path: Path) -> None:
    target = tmp_path / "page"
    with Workers(job=jobs) as pool, pytest.raises(WorkerCrashed, match="OSError"):
        pool.annotate(b"write " + os.fsencode(target))
    assert not target.exists() or target.read_bytes() == b""


def test_a_worker_inherits_no_secret_and_no_socket(jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "secret")
    with Workers(job=jobs) as pool:
        seen = json.loads(pool.annotate(b"look"))
    assert "SOME_TOKEN" not in seen["environment"]
    assert not [name for name in seen["files"] if name.startswith("socket:")]


def test_a_wrong_rulebook_stops_the_start_and_keeps_its_places(jobs: str) -> None:
    with pytest.raises(RulebookError) as caught, Workers(job=jobs.replace("obedient", "without_rulebook")):
        pass
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [("rules/a.toml", 3)]


def test_a_worker_that_cannot_start_says_why(jobs: str) -> None:
    with pytest.raises(WorkerError, match="no module of that name"):
        Workers(job=jobs.replace("obedient", "without_module")).__enter__()


def test_a_page_over_the_limit_is_not_sent_to_a_worker(jobs: str) -> None:
    with Workers(job=jobs) as pool:
        with pytest.raises(PageTooLarge, match="12,582,912"):
            pool.annotate(b"x" * (MAX_BYTES + 1))
        assert len(pool.annotate(b"x" * MAX_BYTES)) == MAX_BYTES


async def test_a_large_page_gets_twice_the_time(jobs: str) -> None:
    large = b"hang " + b"x" * workers.LARGE_PAGE_BYTES
    async with WorkerPool(1, job=jobs, deadline=0.2) as pool:
        with pytest.raises(WorkerTimeout, match=r"0\.4 s"):
            await pool.annotate(large)


async def test_only_the_hanging_page_waits(jobs: str) -> None:
    async with WorkerPool(2, job=jobs, deadline=3.0) as pool:
        hanging = asyncio.create_task(pool.annotate(b"hang"))
        answers = [await pool.annotate(b"good %d" % number) for number in range(20)]
        assert answers == [b"good %d" % number for number in range(20)]
        assert not hanging.done()
        with pytest.raises(WorkerTimeout):
            await hanging


async def test_pages_behind_a_crash_are_answered(jobs: str) -> None:
    async with WorkerPool(1, job=jobs) as pool:
        pages = [b"one", b"segfault", b"two", b"exit", b"three"]
        answers = await asyncio.gather(*map(pool.annotate, pages), return_exceptions=True)
    assert [answer for answer in answers if isinstance(answer, bytes)] == [b"one", b"two", b"three"]
    assert [type(answer) for answer in answers if not isinstance(answer, bytes)] == [WorkerCrashed] * 2


async def test_workers_killed_while_idle_cost_nothing(jobs: str) -> None:
    async with WorkerPool(1, job=jobs) as pool:
        for _ in range(5):
            for pid in pool.pids:
                os.kill(pid, signal.SIGKILL)
            assert await pool.annotate(b"innocent") == b"innocent"


@POSIX
async def test_ctrl_c_in_the_terminal_leaves_the_workers_to_their_parent(jobs: str) -> None:
    async with WorkerPool(1, spares=0, job=jobs) as pool:
        pids = pool.pids
        for pid in pids:
            os.kill(pid, signal.SIGINT)
        assert await pool.annotate(b"page") == b"page"
        assert pool.pids == pids


async def test_a_full_queue_is_said_at_once(jobs: str) -> None:
    async with WorkerPool(1, job=jobs, deadline=1.0) as pool:
        room = 1 + workers.WAITING_PER_WORKER
        taken = [asyncio.create_task(pool.annotate(b"hang"))]
        taken += [asyncio.create_task(pool.annotate(b"good")) for _ in range(room - 1)]
        await asyncio.sleep(0)
        with pytest.raises(WorkersBusy):
            await pool.annotate(b"one too many")
        answers = await asyncio.gather(*taken, return_exceptions=True)
    assert answers[1:] == [b"good"] * (room - 1)


async def test_a_worker_is_renewed_after_its_pages(jobs: str) -> None:
    from earmark.service.worker import MAX_PAGES

    async with WorkerPool(1, spares=0, job=jobs) as pool:
        seen = [await pool.annotate(b"pid") for _ in range(MAX_PAGES + 1)]
    assert len(set(seen[:MAX_PAGES])) == 1
    assert seen[MAX_PAGES] != seen[0]


@POSIX
async def test_what_the_parent_has_held_does_not_tire_a_worker(jobs: str) -> None:
    from earmark.service.worker import MAX_PEAK_BYTES

    bytearray(b"x") * (MAX_PEAK_BYTES + 2**20)
    async with WorkerPool(1, spares=0, job=jobs) as pool:
        assert await pool.annotate(b"pid") == await pool.annotate(b"pid")


async def test_a_cancelled_page_gives_its_worker_back(jobs: str) -> None:
    async with WorkerPool(1, job=jobs, deadline=30.0) as pool:
        page = asyncio.create_task(pool.annotate(b"hang"))
        await asyncio.sleep(0.05)
        page.cancel()
        with pytest.raises(asyncio.CancelledError):
            await page
        assert await pool.annotate(b"next") == b"next"


async def test_no_process_is_left_behind(jobs: str) -> None:
    async with WorkerPool(2, job=jobs) as pool:
        await pool.annotate(b"page")
        pids = pool.pids
    assert pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="the death signal is Linux's")
async def test_workers_die_with_a_killed_parent(jobs: str) -> None:
    program = (
        "import asyncio\nfrom earmark.service.workers import WorkerPool\n"
        "async def main():\n"
        f"  async with WorkerPool(1, job={jobs!r}, deadline=600.0) as pool:\n"
        "    print(*pool.pids, flush=True)\n"
        "    await pool.annotate(b'hang-in-c')\n"
        "asyncio.run(main())\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment, text=True
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline().split()[0])
        parent.kill()
    async with asyncio.timeout(10):
        while _runs(pid):
            await asyncio.sleep(0.02)


def _runs(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
