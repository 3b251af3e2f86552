"""What must be true of the article as a whole, once every file is sound by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from earmark.article.condition import Condition, OneOf, both, implies
from earmark.article.model import LINE_LISTS, Article, Line
from earmark.article.table import Table
from earmark.card import AUDIO_KINDS, PURPOSES
from earmark.rulefile import Problem


def check(article: Article, places: Mapping[str, Table]) -> list[Problem]:
    """All problems; `places` finds the table of a line, a statement or a purpose by its key."""
    problems: list[Problem] = []

    def tell(key: str, code: str, message: str, at: str | None = None, hint: str = "") -> None:
        table = places[key]
        path = table.path if at is None else (*table.path, at)
        problems.append(table.file.problem(code, message, path, hint=hint))

    for unused in _unused(article):
        tell(unused, "K009", f"no line, verdict, row or pick uses the statement `{unused}`")
    for line in _lines(article):
        statement = article.statements[line.statement]
        if not implies(line.when, statement.when):
            tell(
                line.key,
                "K011",
                f"this line can appear where `{statement.id}` does not apply",
                "when",
                "its file's `for` and its `when` must ask at least what the statement asks",
            )
    for line, earlier in _shadowed(article):
        tell(
            line.key,
            "K012",
            f"this line is never shown: `{earlier.key}` says `{line.statement}` first",
            hint="put the narrower line before the wider one",
        )
    for one, other in _contradictions(article):
        file = places[other.key].file
        place = file.problem("", "", places[other.key].path)
        tell(
            one.key,
            "K013",
            f"`{one.statement}` and `{other.statement}` contradict each other and can share a card",
            hint=f"the other stands in {place.file}:{place.line}:{place.column}",
        )
    for kind in sorted(AUDIO_KINDS):
        bare = Condition(({"kind": OneOf(frozenset({kind}))},))
        for name in ("strengths", "weaknesses"):
            if not any(implies(bare, line.when) for line in article.lists[name]):
                tell(
                    next(iter(article.statements)),
                    "K015",
                    f"a card of kind `{kind}` can have no {name}",
                    hint=f"write a line in its {name} that asks for nothing but the kind",
                )
    for rule in article.purposes:
        for kind in sorted(AUDIO_KINDS):
            bare = Condition(({"kind": OneOf(frozenset({kind}))},))
            if not rule.verdicts or not any(both(bare, when).clauses for _, when in rule.verdicts):
                tell(f"purpose.{rule.purpose}", "K015", f"`{rule.purpose}` has no verdict for kind `{kind}`")
    missing = [purpose for purpose in PURPOSES if purpose not in {rule.purpose for rule in article.purposes}]
    if missing:
        tell(next(iter(article.statements)), "K015", f"no file of `purposes` is for {', '.join(missing)}")
    return problems


def _lines(article: Article) -> Iterator[Line]:
    for lines in article.lists.values():
        yield from lines


def _unused(article: Article) -> list[str]:
    used = {line.statement for line in _lines(article)} | set(article.comparison)
    used |= {pick.statement for pick in article.picks}
    used |= {line.statement for rule in article.purposes for line in rule.because}
    return [statement for statement in article.statements if statement not in used]


def _shadowed(article: Article) -> Iterator[tuple[Line, Line]]:
    """Lines behind a wider line of the same statement; a statement is said once on a card."""
    earlier: dict[str, list[Line]] = {}
    for line in _lines(article):
        for first in earlier.get(line.statement, []):
            if implies(line.when, first.when):
                yield line, first
                break
        earlier.setdefault(line.statement, []).append(line)
    for rule in article.purposes:
        for at, line in enumerate(rule.because):
            for first in rule.because[:at]:
                if implies(line.when, first.when):
                    yield line, first
                    break


def _contradictions(article: Article) -> Iterator[tuple[Line, Line]]:
    lines = [line for name in LINE_LISTS for line in article.lists[name]]
    for one, other in combinations(lines, 2):
        declared = (
            other.statement in article.statements[one.statement].contradicts
            or one.statement in article.statements[other.statement].contradicts
        )
        if declared and both(one.when, other.when).clauses:
            yield one, other
