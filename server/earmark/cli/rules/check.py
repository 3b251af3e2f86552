"""`earmark rules check`: everything that is wrong with the rules, at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import timedelta

import click
import msgspec

from earmark.cli.rules.chosen import Chosen, chosen
from earmark.corpus.cases import redundant
from earmark.errors import RulebookError
from earmark.rulebook import Rulebook
from earmark.rulefile import Problem
from earmark.sites.advice import advice
from earmark.vocabulary import Spec

SHOWN = 4  # groups of words named for each language; their number says the rest


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--stale", type=click.IntRange(0), metavar="DAYS", help="Also name rules last checked longer ago."
)
@click.option("--redundant", "unneeded", is_flag=True, help="Also name rules that no longer change anything.")
@click.option("--language", metavar="TAG", help="Name everything that this language lacks.")
@click.option("--json", "as_json", is_flag=True, help="The problems as one line of JSON.")
def check(
    paths: tuple[str, ...], stale: int | None, unneeded: bool, language: str | None, as_json: bool
) -> None:
    """Check the rulebook. A PATH is a folder laid over the shipped rules, or one shop's folder or file.

    Prints every problem with its file, line and column, and advice; the exit code is 1 where there is an
    error, and not for advice alone.
    """
    choice = chosen(paths)
    summary = ""
    try:
        book = choice.book()
    except RulebookError as error:
        problems = list(error.problems)
    else:
        days = timedelta(stale) if stale is not None else None
        problems = list(_beside(choice, book, days, unneeded=unneeded))
        summary = f"ok: {len(book.files)} files, {book.digest}"
        known = sorted({*book.vocabulary.languages, *book.kinds.texts, *book.article.wordings})
        if language is not None and language not in known:
            raise click.BadParameter(
                f"no file is in {language}; known: {', '.join(known)}", param_hint="--language"
            )
        if not paths or language is not None:
            summary += "".join(f"\n{line}" for line in _languages(book, language))
    errors = [problem for problem in problems if not problem.advice]
    if as_json:
        click.echo(msgspec.json.encode(problems))
    else:
        _show(problems, errors, summary)
    sys.exit(1 if errors else 0)


def _beside(choice: Chosen, book: Rulebook, stale: timedelta | None, *, unneeded: bool) -> Iterable[Problem]:
    for site in choice.sites(book):
        cases, problems = choice.cases(site, book)
        yield from problems
        yield from advice(site, len(cases), stale=stale)
        if unneeded and cases:
            yield from redundant(site, cases, book)


def _languages(book: Rulebook, chosen: str | None) -> Iterable[str]:
    """What each language lacks of the words that pages use, and each language of the card of its texts."""
    for language, groups in sorted(book.vocabulary.lacks.items()):
        if groups and chosen in (None, language):
            yield f"pages in {language}: no words yet for {_some(groups, chosen)}"
    for language in sorted({*book.kinds.texts, *book.article.wordings}):
        names = tuple(
            f"label of {one.name}" for one in book.vocabulary.specs.values() if _unnamed(one, language)
        )
        texts = (*book.article.missing(language), *book.kinds.missing(language), *names)
        if texts and chosen in (None, language):
            yield f"cards in {language}: {len(texts)} texts are still English: {_some(texts, chosen)}"


def _some(names: Sequence[str], chosen: str | None) -> str:
    """A few of the names, or all of them where one language was asked for."""
    if chosen is not None or len(names) <= SHOWN:
        return ", ".join(names)
    return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"


def _unnamed(spec: Spec, language: str) -> bool:
    return language not in (spec.labels or {})


def _show(problems: list[Problem], errors: list[Problem], summary: str) -> None:
    for problem in problems:
        click.echo(f"{problem}\n")
    if errors:
        click.echo(f"{len(errors)} problem{'' if len(errors) == 1 else 's'} found")
    else:
        click.echo(summary)
