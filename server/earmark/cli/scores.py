"""An evaluation as text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from earmark.cli.text import clean, columns, pad, shorten, wrap
from earmark.corpus import Change, Evaluation
from earmark.corpus.answers import MISSES, Answer, Result, Verdict
from earmark.corpus.calibration import Calibration
from earmark.corpus.figures import OPEN, Figures

WIDTH = 80
_NAME = 36  # columns of the first one in a table
_VERDICTS: tuple[Verdict, ...] = ("right", "silent", "missing", "wrong", "extra")
Counts = Sequence[Mapping[Verdict, int]]
_LEGEND = "silent: rightly nothing; missing: nothing though told; extra: not told"


def summary(evaluation: Evaluation) -> str:
    """Figures, answers by question, site, language and template, confusion, calibration."""
    parts = [
        f"{evaluation.items} {evaluation.sort}, rules {shorten(evaluation.rulebook, 20)}",
        _section("Figures", [f"  {pad(name, _NAME)} {value}" for name, value in evaluation.figures.items()]),
        _section(
            "Answers",
            [*_table({question: [count] for question, count in evaluation.answers.items()}), f"  {_LEGEND}"],
        ),
    ]
    for group, names in evaluation.groups.items():
        if len(names) > 1:
            rows: dict[str, Counts] = {name: list(questions.values()) for name, questions in names.items()}
            worst_first = dict(sorted(rows.items(), key=lambda row: -_missed(row[1])))
            parts.append(_section(f"By {group}, most misses first", _table(worst_first)))
    for question, matrix in evaluation.confusion.items():
        if matrix:
            parts.append(
                _section(f"Confusion: {question} (a row is a label, a column an answer)", _matrix(matrix))
            )
    parts.append(_section("Calibration of the kind", _calibration(evaluation.calibration)))
    errors = [result for result in evaluation.results if result.error is not None]
    if errors:
        parts.append(_section("Pages without an answer", _errors(errors)))
    return "\n\n".join(parts)


def misses(results: Iterable[Result]) -> str:
    """Every miss, under the item it belongs to, with what the page says about it."""
    lines: list[str] = []
    for result in results:
        if not result.misses:
            continue
        lines.append(f"  {_item(result.name)}")
        if result.title != result.name:
            lines.append(f"    {shorten(clean(result.title), WIDTH - 4)}")
        for question, answer in result.misses.items():
            lines += _wrapped(f"{question}: {_said(answer)}")
            lines += [f"      «{shorten(clean(words), WIDTH - 8)}»" for words in answer.words]
    return _section("Misses", lines or ["  none"])


def comparison(before: Figures, after: Figures, moved: Sequence[Change]) -> str:
    """Figures that moved, then what got worse and what got better, item by item."""
    figures = [
        f"  {pad(name, _NAME)} {before[name]} → {value}"
        for name, value in after.items()
        if name in before and before[name] != value and not name.endswith(" ms")
    ]
    worse = [change for change in moved if change.gain < 0]
    better = [change for change in moved if change.gain > 0]
    return "\n\n".join(
        (
            _section("Figures that moved", figures or ["  none"]),
            _section(f"Worse: {len(worse)}", _changes(worse)),
            _section(f"Better: {len(better)}", _changes(better)),
        )
    )


def _changes(moved: Iterable[Change]) -> list[str]:
    lines: list[str] = []
    for change in moved:
        lines.append(f"  {_item(change.name)}")
        lines += _wrapped(f"{change.question}: {_said(change.before)} → {_said(change.after)}")
    return lines or ["  none"]


def _said(answer: Answer) -> str:
    got = "nothing" if answer.got is None else shorten(clean(answer.got), 40)
    want = " or ".join(shorten(clean(one), 40) for one in answer.want)
    return f"{answer.verdict}, got {got}" + (f", label {want}" if want else "")


def _errors(results: Iterable[Result]) -> list[str]:
    lines: list[str] = []
    for result in results:
        lines.append(f"  {_item(result.name)}")
        lines += _wrapped(clean(result.error or ""))
    return lines


def _wrapped(text: str) -> list[str]:
    return [f"    {line}" for line in wrap(text, WIDTH - 4)]


def _table(rows: Mapping[str, Counts]) -> list[str]:
    """A line for each name, its counts by verdict added up."""
    lines = [" " * (_NAME + 2) + "".join(f"{verdict:>8}" for verdict in _VERDICTS)]
    for name, counts in rows.items():
        cells = (sum(count.get(verdict, 0) for count in counts) for verdict in _VERDICTS)
        lines.append(
            f"  {pad(shorten(clean(name), _NAME), _NAME)}" + "".join(f"{cell or OPEN:>8}" for cell in cells)
        )
    return lines


def _missed(counts: Counts) -> int:
    return sum(count.get(verdict, 0) for count in counts for verdict in MISSES)


def _matrix(matrix: Mapping[str, Mapping[str, int]]) -> list[str]:
    answers = sorted(
        {answer for row in matrix.values() for answer in row}, key=lambda name: (name == OPEN, name)
    )
    width = max(10, *(columns(answer) + 2 for answer in answers))
    lines = [" " * 16 + "".join(f"{answer:>{width}}" for answer in answers)]
    for label, row in matrix.items():
        lines.append(
            f"  {pad(label, 14)}" + "".join(f"{row.get(answer, 0) or '·':>{width}}" for answer in answers)
        )
    return lines


def _calibration(calibration: Calibration) -> list[str]:
    lines = [f"  {'confidence':<14}{'answers':>8}{'mean':>8}{'right':>8}"]
    for one in calibration.bins:
        span = f"{one.low:.1f} to {one.low + 0.1:.1f}"
        lines.append(f"  {span:<14}{one.count:>8}{one.confidence:>8.3f}{one.right:>8.3f}")
    right, wrong = calibration.confidence_right, calibration.confidence_wrong
    lines.append(f"  expected calibration error {calibration.error:.3f}")
    for name, mean in (("right", right), ("wrong", wrong)):
        if mean is not None:
            lines.append(f"  mean confidence of {name} answers {mean:.3f}")
    return lines


def _item(name: str) -> str:
    return shorten(clean(name), WIDTH - 4)


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join((title, *lines))
