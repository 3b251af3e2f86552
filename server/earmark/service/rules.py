"""The rulebook that the running service reads by: taken anew on demand, and only when all of it is sound."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from earmark.errors import EarmarkError, RulebookError
from earmark.resources import extra_folders, rules_folder
from earmark.rulebook import Rulebook, compile_files, read_files
from earmark.rulefile import Problem
from earmark.service.workers import WorkerPool

LOOK_SECONDS = 1.0  # between two looks at the files with --watch

_log = logging.getLogger(__name__)


class Rules:
    """`book` is the last sound one, `refused` what keeps the files as they are now from taking its place.

    Workers read `snapshot`, a copy: one that starts later reads the same rules, whatever became of the files.
    """

    def __init__(self, folders: Sequence[str] = ()) -> None:
        """Raises RulebookError."""
        self.folders = tuple(folders)
        self.refused: tuple[Problem, ...] = ()
        self._copies = tempfile.TemporaryDirectory(prefix="earmark-rules-")
        self.book, self.snapshot = self._read()
        self._taking = asyncio.Lock()

    def close(self) -> None:
        self._copies.cleanup()

    async def renew(self, pool: WorkerPool, adopt: Callable[[Rulebook], None]) -> None:
        """Read the files again; where they are sound and have changed, hand them to the workers, then call
        `adopt` with the new book. Raises nothing: what is wrong is in `refused` and in the log."""
        async with self._taking:
            try:
                book, snapshot = await asyncio.to_thread(self._read)
            except RulebookError as error:
                self.refused = error.problems
                _log.warning(
                    "The rules are not taken: %d problems. `earmark rules check` shows them.",
                    len(error.problems),
                )
                return
            self.refused = ()
            if book.digest == self.book.digest:
                return
            try:
                await pool.renew([snapshot])
            except (EarmarkError, OSError) as error:
                _log.warning("The rules are not taken: %s", error)
                return
            self.book, self.snapshot = book, snapshot
            adopt(book)
            _log.info("New rules: %s", book.digest)

    async def watch(self, renew: Callable[[], Any]) -> None:
        """Call `renew` whenever a rule file has changed. Ends when it is cancelled."""
        before = await asyncio.to_thread(self._state)
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            now = await asyncio.to_thread(self._state)
            if now != before:
                before = now
                await renew()

    def _read(self) -> tuple[Rulebook, str]:
        files = read_files(*self.folders)
        book = compile_files(files)
        path = Path(self._copies.name) / f"{book.digest.removeprefix('sha256:')}.json"
        path.write_bytes(msgspec.json.encode({name: file.text for name, file in files.items()}))
        return book, str(path)

    def _state(self) -> dict[str, tuple[int, int]]:
        state: dict[str, tuple[int, int]] = {}
        for folder in (rules_folder(), *extra_folders(), *map(Path, self.folders)):
            for parent, _, names in os.walk(folder):
                for name in names:
                    if name.endswith(".toml"):
                        path = Path(parent, name)
                        try:
                            stat = path.stat()
                        except FileNotFoundError:
                            continue
                        state[str(path)] = (stat.st_mtime_ns, stat.st_size)
        return state


def described(book: Rulebook, refused: Sequence[Problem]) -> dict[str, Any]:
    """What `/v1/rules` answers."""
    return {
        "digest": book.digest,
        "files": len(book.files),
        "sites": [{"hosts": site.hosts, "file": site.file} for site in book.sites.sites],
        "refused": [
            {
                "code": p.code,
                "message": p.message,
                "file": p.file,
                "line": p.line,
                "column": p.column,
                "hint": p.hint,
            }
            for p in refused
        ],
    }
