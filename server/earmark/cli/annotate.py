"""`earmark annotate`: captured pages in, cards out."""

from __future__ import annotations

import os
import shutil
import sys

import click
import msgspec

from earmark.card import PURPOSES, Card
from earmark.cli.given import Given, complaint, place, read
from earmark.cli.terminal import render
from earmark.cli.text import clean
from earmark.cli.words import Words
from earmark.errors import PageError, WorkerError
from earmark.rulebook import load_rulebook
from earmark.service.workers import Workers

CARD, NO_CARD, NOT_READ = 0, 1, 2  # exit codes; of several pages the highest


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--url", help="The page's address; for a single FILE.")
@click.option("--purpose", type=click.Choice(PURPOSES), help="What the buyer wants it for.")
@click.option("--language", "languages", multiple=True, help="Language of the card, best first; repeatable.")
@click.option("--trace", is_flag=True, help="Also tell what was tried, in order.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each page instead of text.")
def annotate(
    files: tuple[str, ...],
    url: str | None,
    purpose: str | None,
    languages: tuple[str, ...],
    trace: bool,
    as_json: bool,
) -> None:
    """Print the card of each captured page or case file. `-` reads one from standard input.

    Exit codes: 0 a card; 1 no card, and the reason is printed; 2 wrong use, or a page that cannot be read.
    Of several pages the highest.
    """
    if url is not None and len(files) > 1:
        raise click.UsageError("--url is the address of one page, but there are several FILEs.")
    languages = languages or ("en",)
    url = url.partition("#")[0] if url else None
    worst = CARD
    with Workers() as pool:
        for name in files:
            try:
                given = read(name)
                answer = pool.annotate(
                    given.html,
                    url or given.url,
                    purpose=purpose or given.purpose,
                    languages=languages,
                    charset=given.charset,
                    trace=trace,
                )
            except (OSError, PageError, WorkerError) as error:
                refuse(name, error)
                worst = NOT_READ
                continue
            card = msgspec.json.decode(answer, type=Card)
            worst = max(worst, CARD if card.page.reason is None else NO_CARD)
            if as_json:
                click.echo(answer)
            else:
                if len(files) > 1:
                    click.echo(f"\n── {clean(name)}")
                _show_complaint(given)
                show(card, languages)
    sys.exit(worst)


def refuse(name: str, error: Exception) -> None:
    """Say on standard error why a file gives no card."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    click.echo(f"earmark: {place(name)}: {reason}", err=True)


def show(card: Card, languages: tuple[str, ...] = ("en",)) -> None:
    """Print the card for a person: as wide as the terminal, in colour where there is one."""
    tty = sys.stdout.isatty()
    click.echo(
        render(
            card,
            Words(load_rulebook(), languages),
            width=shutil.get_terminal_size().columns if tty else 80,
            colour=tty and not os.environ.get("NO_COLOR"),
        )
    )
    for step in card.trace or ():
        click.echo("trace: " + clean(msgspec.json.encode(step).decode()))


def _show_complaint(given: Given) -> None:
    if given.case is None:
        return
    click.echo(complaint(given.case))
    if given.case.note:
        click.echo(f"  {clean(given.case.note)}")
    click.echo()
