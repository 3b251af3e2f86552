"""The real service as its command starts it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running(command: str) -> Iterator[str]:
    """The address of `earmark serve` or `earmark demo` at a free port."""
    program = str(Path(sys.executable).with_name("earmark"))
    with subprocess.Popen([program, command, "--port", "0"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield next(
                found[0] for line in process.stdout if (found := re.search(r"http://[\d.]+:\d+", line))
            )
        finally:
            process.terminate()
