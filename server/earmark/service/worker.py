"""The process that reads pages: requests on its standard input, answers on its standard output.

Started by `earmark.service.workers` as `python -m earmark.service.worker JOB PARENT ARGUMENT...`. JOB is the
dotted path of a function that takes the arguments and returns the job: Request -> bytes.
"""

from __future__ import annotations

import os
import pkgutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from earmark.card import to_json
from earmark.errors import EarmarkError, RulebookError, WorkerCrashed, WorkerError
from earmark.service import confine
from earmark.service.messages import (
    LENGTH_BYTES,
    Done,
    Message,
    Ready,
    Refused,
    Request,
    Started,
    WrongRulebook,
    decode_request,
    frame,
    frame_length,
)

if TYPE_CHECKING:
    from earmark.rulebook import Rulebook

MAX_PAGES = 500  # bounds what a slow leak can add up to; a new process costs a quarter of a second, unseen
MAX_PEAK_BYTES = 400 * 2**20  # above it the allocator keeps memory that the next pages do not need
WARM_UP = b"<!doctype html><title>A page</title><p>So that the first shopper waits for no import."
CPU_SECONDS = 5.0  # above every deadline of the parent, which is the one that should end a slow page

Job = Callable[[Request], bytes]


def annotator(*folders: str) -> Job:
    """The job of every day: load the rulebook once, then page in, card out."""
    from earmark.rulebook import load_rulebook

    return _annotating(load_rulebook(*folders))


def snapshot_annotator(path: str) -> Job:
    """As `annotator`, with the rule files of a snapshot: JSON, name -> text."""
    from earmark.rulebook import compile_files
    from earmark.rulefile import parse

    texts: dict[str, str] = msgspec.json.decode(Path(path).read_bytes())
    return _annotating(compile_files({name: parse(text, f"rules/{name}") for name, text in texts.items()}))


def _annotating(rulebook: Rulebook) -> Job:
    from earmark.pipeline import annotate

    annotate(WARM_UP, rulebook=rulebook)

    def job(request: Request) -> bytes:
        return to_json(
            annotate(
                request.html,
                request.url,
                purpose=request.purpose,
                languages=request.languages,
                rulebook=rulebook,
                charset=request.charset,
                trace=request.trace,
            )
        )

    return job


def main() -> None:
    job_path, parent, *arguments = sys.argv[1:]
    requests, answers = _private_pipes()
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl+C reaches the whole group; the parent is to end in order
    confine.die_with(int(parent))
    confine.limit_process()
    try:
        job: Job = pkgutil.resolve_name(job_path)(*arguments)
    except RulebookError as error:
        _send(answers, WrongRulebook(error.problems))
        return
    except Exception as error:
        _send(answers, Refused(WorkerError.__name__, f"The worker cannot start: {error!r}", last=True))
        return
    confine.forbid_outside()
    _send(answers, Ready())
    for count, request in enumerate(_received(requests), start=1):
        _send(answers, Started())
        confine.allow_cpu(CPU_SECONDS)
        answer = _answer(job, request, tired=count >= MAX_PAGES)
        _send(answers, answer)
        if answer.last:
            return


def _answer(job: Job, request: Request, *, tired: bool) -> Done | Refused:
    try:
        card = job(request)
    except EarmarkError as error:
        return Refused(type(error).__name__, str(error), last=_worn_out(tired))
    except MemoryError:
        limit = confine.MEMORY_BYTES // 2**20
        return Refused(WorkerCrashed.__name__, f"The page needs more than {limit} MiB to be read.", last=True)
    except Exception as error:
        return Refused(WorkerCrashed.__name__, f"Reading the page failed: {_place(error)}.", last=True)
    return Done(card, last=_worn_out(tired))


def _worn_out(tired: bool) -> bool:
    return tired or confine.peak_memory() > MAX_PEAK_BYTES


def _place(error: Exception) -> str:
    """The kind of the error and the line of code, without its message: that may quote the page."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes away from standard input and output, so that a stray print cannot write into them."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    os.close(nothing)
    return requests, answers


def _received(requests: BinaryIO) -> Iterator[Request]:
    """Until the parent closes its end."""
    while len(prefix := requests.read(LENGTH_BYTES)) == LENGTH_BYTES:
        yield decode_request(requests.read(frame_length(prefix)))


def _send(answers: BinaryIO, message: Message) -> None:
    left = memoryview(frame(message))
    while left:
        left = left[answers.write(left) :]


if __name__ == "__main__":
    main()
