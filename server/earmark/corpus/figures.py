"""Results -> the figures the project is held to, and how they fall on sites, languages and templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from earmark.card import AUDIO_KINDS
from earmark.corpus.answers import Answer, Result, Verdict
from earmark.corpus.calibration import calibration
from earmark.corpus.grounding import Grounding
from earmark.corpus.judge import CARD, PRODUCT_FIELDS
from earmark.corpus.labels import Sort

Figures = dict[str, str | int | float]
OPEN = "-"


def figures(results: Sequence[Result], sort: Sort) -> Figures:
    """The figures of one sort of corpus, by name."""
    return _pages(results) if sort == "pages" else _products(results)


def tally(results: Iterable[Result]) -> dict[str, dict[Verdict, int]]:
    """Question -> verdict -> how often."""
    counts: dict[str, Counter[Verdict]] = {}
    for result in results:
        for question, answer in result.answers.items():
            counts.setdefault(question, Counter())[answer.verdict] += 1
    return {question: dict(count) for question, count in counts.items()}


def confusion(results: Iterable[Result], question: str) -> dict[str, dict[str, int]]:
    """Label -> answer -> how often; OPEN stands for "the row does not tell" and for silence."""
    matrix: dict[str, Counter[str]] = {}
    for answer in _answers(results, question):
        matrix.setdefault(answer.want[0] if answer.want else OPEN, Counter())[answer.got or OPEN] += 1
    return {label: dict(matrix[label]) for label in sorted(matrix)}


def by_group(results: Iterable[Result], group: str) -> dict[str, list[Result]]:
    """The results of each site, language or template."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.groups[group], []).append(result)
    return dict(sorted(groups.items()))


def _pages(results: Sequence[Result]) -> Figures:
    out: Figures = {f"{field} F1": _f1(_answers(results, field)) for field in PRODUCT_FIELDS}
    audio = [answer for answer in _answers(results, "kind") if set(answer.want) & AUDIO_KINDS]
    form = [answer for answer in _answers(results, "form") if answer.want]
    cards = _answers(results, CARD)
    spent = sorted(result.milliseconds for result in results)
    return out | {
        "audio kind": f"{_count(audio, 'right')}/{len(audio)}",
        "audio form": f"{_count(form, 'right')}/{len(form)}",
        "false cards": f"{_count(cards, 'extra')}/{len(cards)}",
        **_grounding(results),
        "errors": sum(result.error is not None for result in results),
        "median ms": round(spent[len(spent) // 2], 2),
        "worst ms": round(spent[-1], 1),
    }


def _products(results: Sequence[Result]) -> Figures:
    kinds = _answers(results, "kind")
    audio = [answer for answer in kinds if set(answer.want) & AUDIO_KINDS]
    open_ = [answer for answer in kinds if not answer.want]
    cards = _answers(results, CARD)
    headsets = [answer for answer in audio if answer.want == ("headset",)]
    called = [answer for answer in kinds if answer.got == "headset"]
    true = _count(headsets, "right")
    form, back = _answers(results, "form"), _answers(results, "back")
    form_told, form_open = _split(form)
    back_told, back_open = _split(back)
    microphone, _ = _split(_answers(results, "microphone"))
    wrong = _count(audio, "wrong") + _count(cards, "extra")
    return {
        "kind right where told": _share(_count(audio, "right"), len(audio)),
        "kind wrong of all": _share(wrong, len(results)),
        "abstains where untold": _share(_count(open_, "silent"), len(open_)),
        "false cards": _share(_count(cards, "extra"), len(cards)),
        "headset precision": _share(true, len(called)),
        "headset recall": _share(true, len(headsets)),
        "form right where told": _share(_count(form_told, "right"), len(form_told)),
        "form wrong": _count(form_told, "wrong"),
        "back right where told": _share(_count(back_told, "right"), len(back_told)),
        "back wrong": _count(back_told, "wrong"),
        "form guessed where untold": _share(_count(form_open, "extra"), len(form_open)),
        "back guessed where untold": _share(_count(back_open, "extra"), len(back_open)),
        "microphone right where told": _share(_count(microphone, "right"), len(microphone)),
        **_grounding(results),
        "calibration error": round(calibration(results).error, 3),
        "errors": sum(result.error is not None for result in results),
    }


def _grounding(results: Iterable[Result]) -> Figures:
    total = sum((result.grounding for result in results), Grounding())
    return {
        "lines with statement and evidence": f"{total.grounded}/{total.lines}",
        "quotes in the page": f"{total.standing}/{total.quotes - total.hidden}",
        "structured data only": total.hidden,
    }


def _answers(results: Iterable[Result], question: str) -> list[Answer]:
    return [result.answers[question] for result in results if question in result.answers]


def _split(answers: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Those the row tells, those it leaves open."""
    parts: tuple[list[Answer], list[Answer]] = ([], [])
    for answer in answers:
        parts[not answer.want].append(answer)
    return parts


def _count(answers: Iterable[Answer], verdict: Verdict) -> int:
    return sum(answer.verdict == verdict for answer in answers)


def _f1(answers: Sequence[Answer]) -> float:
    """A wrong value is a false positive and a false negative."""
    right, wrong = _count(answers, "right"), _count(answers, "wrong")
    if not right:
        return 0
    precision = right / (right + wrong + _count(answers, "extra"))
    recall = right / (right + wrong + _count(answers, "missing"))
    return round(2 * precision * recall / (precision + recall), 3)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "-"
