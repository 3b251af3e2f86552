"""Ratios on one page in one process: thread CPU time, interleaved, the best of a few rounds."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Mapping, Sequence

Work = Callable[[], object]


def best_of(works: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """Milliseconds of CPU for each work, the least of `rounds`; each round runs all of them in turn, so that
    a busy machine is busy for all."""
    best = dict.fromkeys(works, math.inf)
    gc.collect()
    for _ in range(rounds):
        for name, work in works.items():
            start = time.thread_time_ns()
            work()
            best[name] = min(best[name], (time.thread_time_ns() - start) / 1e6)
    return best


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all values lie; the nearest one that occurs."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def median(values: Sequence[float]) -> float:
    return quantile(values, 0.5)
