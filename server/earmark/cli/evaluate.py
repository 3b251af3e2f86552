"""`earmark evaluate`: how good the cards are, over a folder that a person has labelled."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
import msgspec

from earmark.cli import scores
from earmark.corpus import changes, load_corpus, load_evaluation
from earmark.corpus import evaluate as run
from earmark.corpus.labels import Sort

_FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.option("--pages", "sort", flag_value="pages", help="DIR holds pages and labels.jsonl.")
@click.option("--products", "sort", flag_value="products", help="DIR holds texts: verified.jsonl.")
@click.option(
    "--facts", type=_FOLDER, help="The expected facts; where left out, facts.toml of DIR if it is there."
)
@click.option("--rules", "folders", multiple=True, help="A folder laid over the shipped rules; repeatable.")
@click.option("--misses", is_flag=True, help="List every miss with the page's words.")
@click.option("--json", "as_json", is_flag=True, help="Everything, every item too, as one JSON value.")
@click.option("--against", type=_FOLDER, metavar="OLD.json", help="Tell what got better or worse since then.")
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default=True)
def evaluate(
    folder: Path,
    sort: Sort | None,
    facts: Path | None,
    folders: tuple[str, ...],
    misses: bool,
    as_json: bool,
    against: Path | None,
    jobs: int,
) -> None:
    """Read every page of DIR and hold the cards against its labels.

    Pages are read in worker processes; one that hangs or crashes is a row with its error. The exit code is 2
    where DIR, its labels or OLD.json are wrong, and otherwise 0, however many misses there are.
    """
    if as_json and against is not None:
        raise click.UsageError("--against prints text; leave --json out.")
    old = load_evaluation(against) if against is not None else None
    corpus = load_corpus(folder, sort)
    screen = sys.stderr
    with click.progressbar(
        length=len(corpus.items), label="reading", file=screen, hidden=not screen.isatty()
    ) as bar:
        evaluation = run(corpus, jobs=jobs, folders=folders, facts=facts, done=lambda: bar.update(1))
    if as_json:
        click.echo(msgspec.json.encode(evaluation))
        return
    parts = [scores.summary(evaluation)]
    if misses:
        parts.append(scores.misses(evaluation.results))
    if old is not None:
        moved = list(changes(old.results, evaluation.results))
        parts.append(scores.comparison(old.figures, evaluation.figures, moved))
    click.echo("\n\n".join(parts))
