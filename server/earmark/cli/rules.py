"""`earmark rules`: look after the rulebook."""

from __future__ import annotations

import sys

import click

from earmark.errors import RulebookError
from earmark.rulebook import load_rulebook


@click.group()
def rules() -> None:
    """Look after the rules in `rules/`."""


@rules.command()
@click.argument("folders", metavar="[FOLDER]...", nargs=-1)
def check(folders: tuple[str, ...]) -> None:
    """Check the rulebook, each FOLDER laid over the shipped rules.

    Prints every problem with its file, line and column; the exit code is 1 where there is one.
    """
    try:
        rulebook = load_rulebook(*folders)
    except RulebookError as error:
        count = len(error.problems)
        click.echo(f"{error}\n\n{count} problem{'' if count == 1 else 's'} found")
        sys.exit(1)
    click.echo(f"ok: {len(rulebook.files)} files, {rulebook.digest}")
