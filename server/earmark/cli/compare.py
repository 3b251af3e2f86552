"""`earmark compare`: products side by side, each from a captured page or a case file."""

from __future__ import annotations

import os
import shutil
import sys

import click
import msgspec

from earmark.card import PURPOSES, Card, Purpose
from earmark.cli.annotate import CARD, NO_CARD, NOT_READ, refuse
from earmark.cli.columns import render
from earmark.cli.given import place, read
from earmark.cli.words import Words
from earmark.errors import PageError, WorkerError
from earmark.rulebook import load_rulebook
from earmark.service.workers import Workers
from earmark.sidebyside import Row, rows


class Product(msgspec.Struct, frozen=True):
    """One product of a comparison: its file and its card."""

    file: str
    card: Card


class Comparison(msgspec.Struct, frozen=True):
    """What `--json` prints. Each row has a cell for every product whose card has no reason, in order."""

    purpose: Purpose | None
    products: list[Product]
    rows: list[Row]


@click.command()
@click.argument("files", metavar="FILE FILE...", nargs=-1, required=True)
@click.option("--purpose", type=click.Choice(PURPOSES), help="What the buyer wants it for.")
@click.option("--language", "languages", multiple=True, help="Language of the cards, best first; repeatable.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON instead of text.")
def compare(
    files: tuple[str, ...], purpose: Purpose | None, languages: tuple[str, ...], as_json: bool
) -> None:
    """Show products side by side: verdicts, facts and what the article says of their kinds.

    A FILE is a captured page or a case file; `-` reads one from standard input. Exit codes: 0 all have a
    card; 1 some have none, and the reason is printed; 2 wrong use, or a page that cannot be read.
    """
    if len(files) < 2:
        raise click.UsageError("a comparison needs two FILEs or more.")
    worst = CARD
    products: list[Product] = []
    with Workers() as pool:
        for name in files:
            try:
                given = read(name)
                answer = pool.annotate(
                    given.html,
                    given.url,
                    purpose=purpose,
                    languages=languages or ("en",),
                    charset=given.charset,
                )
            except (OSError, PageError, WorkerError) as error:
                refuse(name, error)
                worst = NOT_READ
                continue
            card = msgspec.json.decode(answer, type=Card)
            products.append(Product(place(name), card))
            worst = max(worst, CARD if card.page.reason is None else NO_CARD)
    table = rows([one.card for one in products if one.card.page.reason is None], purpose)
    if as_json:
        click.echo(msgspec.json.encode(Comparison(purpose, products, table)))
    else:
        tty = sys.stdout.isatty()
        click.echo(
            render(
                [(one.file, one.card) for one in products],
                table,
                Words(load_rulebook(), languages),
                width=shutil.get_terminal_size().columns if tty else 80,
                colour=tty and not os.environ.get("NO_COLOR"),
            )
        )
    sys.exit(worst)
