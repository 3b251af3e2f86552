"""`earmark annotate`: captured pages in, cards out."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import IO

import click
import msgspec

from earmark.card import PURPOSES, Card
from earmark.cli.terminal import render
from earmark.cli.text import clean
from earmark.errors import PageError, PageTooLarge, WorkerError
from earmark.page import MAX_BYTES
from earmark.rulebook import load_rulebook
from earmark.service.workers import Workers

CARD, NO_CARD, NOT_READ = 0, 1, 2  # exit codes; of several pages the highest
STDIN = "-"


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
    """Print the card of each captured page. `-` reads one from standard input.

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
                answer = pool.annotate(read(name), url, purpose=purpose, languages=languages, trace=trace)
            except (OSError, PageError, WorkerError) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                place = "standard input" if name == STDIN else clean(name)
                click.echo(f"earmark: {place}: {reason}", err=True)
                worst = NOT_READ
                continue
            card = msgspec.json.decode(answer, type=Card)
            worst = max(worst, CARD if card.page.reason is None else NO_CARD)
            if as_json:
                click.echo(answer)
            else:
                if len(files) > 1:
                    click.echo(f"\n── {clean(name)}")
                show(card, languages)
    sys.exit(worst)


def read(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises OSError or PageTooLarge."""
    if name == STDIN:
        return _limited(sys.stdin.buffer)
    with Path(name).open("rb") as file:
        return _limited(file)


def show(card: Card, languages: tuple[str, ...] = ("en",)) -> None:
    """Print the card for a person: as wide as the terminal, in colour where there is one."""
    tty = sys.stdout.isatty()
    language = languages[0].partition("-")[0]
    labels = {spec: load_rulebook().vocabulary.label(spec, language) for spec in card.not_stated}
    click.echo(
        render(
            card,
            width=shutil.get_terminal_size().columns if tty else 80,
            colour=tty and not os.environ.get("NO_COLOR"),
            labels=labels,
        )
    )
    for step in card.trace or ():
        click.echo("trace: " + clean(msgspec.json.encode(step).decode()))


def _limited(file: IO[bytes]) -> bytes:
    page = file.read(MAX_BYTES + 1)
    if len(page) > MAX_BYTES:
        raise PageTooLarge(f"the page has more than {MAX_BYTES:,} bytes; save it without its pictures inside")
    return page
