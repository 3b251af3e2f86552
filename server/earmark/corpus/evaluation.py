"""A whole evaluation: read a corpus, judge it, add up. One value, which is also the file `--json` writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from earmark.corpus.answers import Result, Verdict
from earmark.corpus.calibration import Calibration, calibration
from earmark.corpus.expected import FILE, fact_answers, load_expected
from earmark.corpus.figures import Figures, by_group, confusion, figures, tally
from earmark.corpus.judge import judge
from earmark.corpus.labels import Corpus, Sort
from earmark.corpus.reading import read_all
from earmark.errors import CorpusError
from earmark.rulebook import load_rulebook

GROUPS = ("site", "language", "template")
CONFUSED = ("kind", "form", "back")

Tally = dict[str, dict[Verdict, int]]


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """`answers`: question -> verdict -> count. `groups`: site, language, template -> name -> the same.
    `confusion`: question -> label -> answer -> count. `results`: every item, for comparing two runs."""

    sort: Sort
    rulebook: str
    items: int
    figures: Figures
    answers: Tally
    groups: dict[str, dict[str, Tally]]
    confusion: dict[str, dict[str, dict[str, int]]]
    calibration: Calibration
    results: list[Result]


def evaluate(
    corpus: Corpus,
    *,
    jobs: int = 1,
    folders: Sequence[str] = (),
    facts: Path | None = None,
    done: Callable[[], None] = lambda: None,
) -> Evaluation:
    """Read and judge every item; `folders` are laid over the rulebook; `done` is called after each page.

    The expected facts stand in `facts`, or in the corpus's own `facts.toml` where it has one. Raises
    CorpusError, RulebookError, WorkerError.
    """
    rulebook = load_rulebook(*folders)
    if facts is None and (corpus.folder / FILE).is_file():
        facts = corpus.folder / FILE
    expected = load_expected(facts, frozenset(rulebook.vocabulary.specs)) if facts else {}
    unknown = sorted(expected.keys() - {item.name for item in corpus.items})
    if unknown:
        raise CorpusError(f"{facts}: the corpus has no item `{unknown[0]}`")
    results = []
    for item, reading in zip(corpus.items, read_all(corpus.items, jobs, folders, done), strict=True):
        result = judge(item, reading)
        if item.name in expected:
            answers = result.answers | dict(fact_answers(expected[item.name], reading.card))
            result = msgspec.structs.replace(result, answers=answers)
        results.append(result)
    return Evaluation(
        sort=corpus.sort,
        rulebook=rulebook.digest,
        items=len(results),
        figures=figures(results, corpus.sort),
        answers=tally(results),
        groups={
            group: {name: tally(inside) for name, inside in by_group(results, group).items()}
            for group in GROUPS
        },
        confusion={question: confusion(results, question) for question in CONFUSED},
        calibration=calibration(results),
        results=results,
    )


def load_evaluation(path: Path) -> Evaluation:
    """What `--json` wrote. Raises CorpusError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Evaluation)
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not what `earmark evaluate --json` writes: {error}") from error
