"""What each stage of the pipeline costs: its functions are wrapped while a page is read.

A stage's time is its own, without that of the stages it calls.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any
from unittest import mock

from earmark import page, pipeline

PARSER = "LexborHTMLParser"


class Clock:
    """Milliseconds of CPU by stage, summed up over what ran since it was made."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._inner = [0.0]

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, its own time added to `stage`. A generator is run to its end."""

        def wrapper(*arguments: Any, **named: Any) -> Any:
            start = time.thread_time_ns()
            self._inner.append(0.0)
            try:
                answer = function(*arguments, **named)
                return list(answer) if inspect.isgenerator(answer) else answer
            finally:
                total = (time.thread_time_ns() - start) / 1e6
                self.spent[stage] = self.spent.get(stage, 0.0) + total - self._inner.pop()
                self._inner[-1] += total

        return wrapper


@contextmanager
def clocked() -> Iterator[Clock]:
    """While it lasts, whatever the pipeline calls is timed."""
    clock = Clock()
    readers = tuple(
        clock.timed(f"reader {reader.__module__.rpartition('.')[2]}", reader) for reader in pipeline.READERS
    )
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(pipeline, "READERS", readers))
        parser = clock.timed("lexbor parse", getattr(page, PARSER))
        stack.enter_context(mock.patch.object(page, PARSER, parser))
        for module in (page, pipeline):
            for name, function in _called(module).items():
                stack.enter_context(mock.patch.object(module, name, clock.timed(name, function)))
        yield clock


def _called(module: ModuleType) -> dict[str, Callable[..., Any]]:
    """The functions of earmark's other modules that a module has imported, by name."""
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__.startswith("earmark.")
        and value.__module__ != module.__name__
    }
