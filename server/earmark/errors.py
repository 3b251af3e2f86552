"""Every exception of Earmark.

EarmarkError
├── PageError                 the page cannot be read
│   ├── PageTooLarge          more bytes than the limit
│   ├── PageTooComplex        more elements or deeper nesting than the limit
│   └── CaseFileError         the case file that holds the page is too large, broken, foreign or newer
├── PurposeUnknown            the purpose is none of the four
├── RulebookError             a file of the rulebook is wrong; carries every Problem found
├── CorpusError               a folder of labelled pages is wrong; says file, line and what
└── WorkerError               the worker that read the page gave no answer
    ├── WorkerTimeout         it passed the deadline and was stopped
    ├── WorkerCrashed         it died (memory limit, crash in the parser)
    └── WorkersBusy           every worker is taken and the queue is full

"Not found" is never an exception: it is None, or a card with a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from earmark.rulefile import Problem


class EarmarkError(Exception):
    """Anything Earmark refuses, with a sentence that says what to do."""


class PageError(EarmarkError):
    """The page cannot be read."""


class PageTooLarge(PageError):
    """The page has more bytes than the limit."""


class PageTooComplex(PageError):
    """The page has more elements or deeper nesting than any shop's page needs."""


class CaseFileError(PageError):
    """The file that should hold a page and a complaint about its card is no case file that can be read."""


class PurposeUnknown(EarmarkError):
    """The purpose is none of casual, business, gaming, audiophile."""


class RulebookError(EarmarkError):
    """A rule file is wrong. `problems` holds all of them, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(str(problem) for problem in self.problems))


class CorpusError(EarmarkError):
    """A file of a labelled corpus is wrong. The message begins with its name and line."""


class WorkerError(EarmarkError):
    """The worker that read the page gave no answer."""


class WorkerTimeout(WorkerError):
    """The worker passed the deadline and was stopped."""


class WorkerCrashed(WorkerError):
    """The worker died while it read the page."""


class WorkersBusy(WorkerError):
    """Every worker is taken and the queue is full."""
