"""`earmark rules`: look after the rulebook."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from earmark import load_rulebook
from earmark.errors import RulebookError
from earmark.resources import rules_folder


@click.group()
def rules() -> None:
    """Look after the rules in `rules/`."""


@rules.command()
@click.argument("folders", metavar="[FOLDER]...", nargs=-1, type=click.Path(path_type=Path))
def check(folders: tuple[Path, ...]) -> None:
    """Check the rulebook in FOLDER, the shipped one by default.

    Prints every problem with its file, line and column; the exit code is 1 where there is one.
    """
    try:
        rulebook = load_rulebook(*folders)
    except RulebookError as error:
        click.echo(str(error))
        count = len(error.problems)
        click.echo(f"\n{count} problem{'' if count == 1 else 's'} found", err=True)
        sys.exit(1)
    files = sum(1 for folder in folders or (rules_folder(),) for _ in folder.rglob("*.toml"))
    click.echo(f"ok: {files} files, {rulebook.digest}")
