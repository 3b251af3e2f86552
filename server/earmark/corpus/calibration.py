"""Does confidence mean what it says? Kinds that were named, by how sure the card was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from earmark.corpus.answers import Result

BINS = 10  # tenths: finer ones hold too few rows of a corpus that a person has labelled
_EDGES = [one / BINS for one in range(BINS)]


class Bin(msgspec.Struct, frozen=True):
    """Answers with a confidence in [low, low + 0.1): how many, mean confidence, the share that is right."""

    low: float
    count: int
    confidence: float
    right: float


class Calibration(msgspec.Struct, frozen=True):
    """`error`: the expected calibration error over the bins. Means are None where there is no such answer."""

    bins: list[Bin]
    error: float
    confidence_right: float | None
    confidence_wrong: float | None


def calibration(results: Iterable[Result]) -> Calibration:
    """Over every row whose label names a kind and whose card does."""
    pairs = [
        (result.confidence, answer.verdict == "right")
        for result in results
        if (answer := result.answers.get("kind"))
        and answer.want
        and answer.verdict in ("right", "wrong", "extra")
    ]  # fmt: skip
    filled: dict[int, list[tuple[float, bool]]] = {}
    for pair in pairs:
        filled.setdefault(bisect_right(_EDGES, pair[0]) - 1, []).append(pair)
    bins = [
        Bin(
            _EDGES[at],
            len(inside),
            sum(sure for sure, _ in inside) / len(inside),
            sum(right for _, right in inside) / len(inside),
        )
        for at, inside in sorted(filled.items())
    ]
    return Calibration(
        bins,
        sum(one.count / len(pairs) * abs(one.confidence - one.right) for one in bins),
        _mean([sure for sure, right in pairs if right]),
        _mean([sure for sure, right in pairs if not right]),
    )


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
