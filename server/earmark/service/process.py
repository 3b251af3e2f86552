"""One worker process as the service sees it: started, asked under a deadline, killed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import Self

from earmark import errors
from earmark.errors import EarmarkError, RulebookError, WorkerCrashed, WorkerError, WorkerTimeout
from earmark.service.messages import (
    LENGTH_BYTES,
    Done,
    Message,
    Ready,
    Refused,
    WrongRulebook,
    decode_message,
    frame_length,
)

START_SECONDS = 20.0  # a loaded machine; beyond it something is wrong that waiting does not mend
_KEPT_ENVIRONMENT = ("EARMARK_RULES", "PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


class NotStarted(Exception):
    """The worker was gone before it had the whole request, so the page is innocent."""


class WorkerProcess:
    """One process. After an error of `ask` it must be closed."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._input, self._output = process, process.stdin, process.stdout

    @classmethod
    async def start(cls, job: str, arguments: Sequence[str]) -> Self:
        """Raises what the job's loading raised (RulebookError), or WorkerError."""
        worker = cls(
            await asyncio.create_subprocess_exec(
                sys.executable, "-P", "-m", "earmark.service.worker", job, str(os.getpid()), *arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env=_environment(),
            )
        )  # fmt: skip
        try:
            async with asyncio.timeout(START_SECONDS):
                answer = await worker._read()
        except (TimeoutError, asyncio.IncompleteReadError) as error:
            await worker.close()
            raise WorkerError("A worker process did not start.") from error
        except BaseException:
            await worker.close()
            raise
        if not isinstance(answer, Ready):
            await worker.close()
            raise error_of(answer)
        return worker

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ask(self, request: bytes, seconds: float) -> Done | Refused:
        """Raises NotStarted, WorkerTimeout or WorkerCrashed."""
        try:
            async with asyncio.timeout(seconds):
                self._input.write(request)
                await self._input.drain()
                await self._read()
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
            raise NotStarted from error
        try:
            async with asyncio.timeout(seconds):
                answer = await self._read()
        except TimeoutError as error:
            raise WorkerTimeout(f"Reading the page took more than {seconds:g} s and was stopped.") from error
        except (OSError, asyncio.IncompleteReadError) as error:
            ending = await self._ending()
            raise WorkerCrashed(f"The worker died while it read the page ({ending}).") from error
        assert isinstance(answer, Done | Refused)
        return answer

    async def close(self) -> None:
        """Kill the process and let go of its pipes."""
        if self._process.returncode is None:
            self._kill()
        self._input.close()
        await self._output.read()
        await self._process.wait()

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.kill()
            else:  # Process.kill() would collect the exit code that asyncio waits for
                os.kill(self._process.pid, signal.SIGKILL)

    async def _read(self) -> Message:
        prefix = await self._output.readexactly(LENGTH_BYTES)
        return decode_message(await self._output.readexactly(frame_length(prefix)))

    async def _ending(self) -> str:
        code = await self._process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _environment() -> dict[str, str]:
    """This process's way to its modules, and nothing else of its environment: no tokens, no proxies."""
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    path = os.pathsep.join(folder for folder in sys.path if folder)
    return kept | {"PYTHONPATH": path, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}


def error_of(answer: Message) -> EarmarkError:
    """The exception that a worker's answer stands for."""
    match answer:
        case Refused(error=name, message=message):
            error: EarmarkError = getattr(errors, name)(message)
            return error
        case WrongRulebook(problems=problems):
            return RulebookError(problems)
        case _:
            return WorkerError(f"A worker answered {type(answer).__name__} out of turn.")
