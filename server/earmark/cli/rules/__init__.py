"""`earmark rules`: look after the rulebook. One file per command."""

from __future__ import annotations

import click

from earmark.cli.rules.check import check
from earmark.cli.rules.new import new
from earmark.cli.rules.show import show
from earmark.cli.rules.test import test


@click.group()
def rules() -> None:
    """Look after the rules in `rules/`."""


for command in (new, check, test, show):
    rules.add_command(command)
