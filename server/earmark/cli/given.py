"""What a command is given: a captured page, or a case file that holds one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from earmark import casefile
from earmark.casefile import CaseFile
from earmark.cli.text import clean
from earmark.errors import PageTooLarge
from earmark.page import MAX_BYTES

STDIN = "-"


class Given(NamedTuple):
    """A page's bytes; its address, charset and the complaint about its card where a case file tells them."""

    html: bytes
    url: str | None = None
    charset: str | None = None
    case: CaseFile | None = None

    @property
    def purpose(self) -> str | None:
        """The purpose the card of a case file was made for."""
        return self.case.purpose if self.case else None


def read(name: str) -> Given:
    """The page in a file, or on standard input for `-`. Raises OSError, PageTooLarge or CaseFileError."""
    most = casefile.MAX_BYTES + 1
    if name == STDIN:
        data = sys.stdin.buffer.read(most)
    else:
        with Path(name).open("rb") as file:
            data = file.read(most)
    if casefile.is_json(data):
        case = casefile.read_case(data)
        return Given(case.page.html.encode("utf-8", "replace"), case.page.url, "utf-8", case)
    if len(data) > MAX_BYTES:
        raise PageTooLarge(f"the page has more than {MAX_BYTES:,} bytes; save it without its pictures inside")
    return Given(data)


def place(name: str) -> str:
    """The file as messages name it."""
    return "standard input" if name == STDIN else clean(name)


def complaint(case: CaseFile) -> str:
    """The complaint in one line, without its note."""
    wrong = case.wrong
    which = f" {clean(wrong.which)}" if wrong.which else ""
    expected = f"; right would be: {clean(wrong.expected)}" if wrong.expected else ""
    return f"Reported as wrong: {wrong.about}{which}{expected}"
