"""What a worker process may not do: grow, spin, write files, reach out, start programs, outlive its parent.

Memory, CPU and file limits need a POSIX system, the death signal needs Linux. Elsewhere the parent's
deadline and the end of the pipe are what is left.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

MEMORY_BYTES = 2**30  # room for a 12 MiB page and its tree; not for a page that multiplies its nodes
OPEN_FILES = 64  # the pipes and a module imported late
_PR_SET_PDEATHSIG = 1
_STATUS = Path("/proc/self/status")
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.startfile")

if sys.platform != "win32":
    import resource

    def limit_process() -> None:
        """Cap memory, open files and file sizes; no core dumps (they would hold page text)."""
        for limit, value in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_NOFILE, OPEN_FILES),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            value = _capped(value, resource.getrlimit(limit)[1])
            resource.setrlimit(limit, (value, value))

    def allow_cpu(seconds: float) -> None:
        """Let the process use this much more CPU time; beyond it the kernel ends it, parent or no parent."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (_capped(soft, hard), hard))

    def _capped(value: int, hard: int) -> int:
        return value if hard == resource.RLIM_INFINITY else min(value, hard)

    def peak_memory() -> int:
        """The most bytes of real memory this process has held.

        Linux hands the figure of getrusage(2) from parent to child, so there it is read from proc(5).
        """
        if sys.platform == "linux":
            status = _STATUS.read_text("ascii", "replace")
            kilobytes = int(status.partition("VmHWM:")[2].split(maxsplit=1)[0])
        else:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            kilobytes = peak // 1024 if sys.platform == "darwin" else peak
        return kilobytes * 1024

else:

    def limit_process() -> None:
        """Windows has no such limits."""

    def allow_cpu(seconds: float) -> None:
        """Windows has no such limit."""

    def peak_memory() -> int:
        """Not known."""
        return 0


def die_with(parent: int) -> None:
    """End at once when the parent (the thread that started this process, to be exact) ends."""
    if sys.platform != "linux":
        return
    import ctypes
    import signal

    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def forbid_outside() -> None:
    """From here on no connection and no other program, for Python code of any kind."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: Sequence[object]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a worker may not do this: {event}")
