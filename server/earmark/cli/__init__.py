"""The command line: one file per command, each imported only when it is asked for."""

from __future__ import annotations

import importlib
import sys

import click

from earmark.errors import EarmarkError

_COMMANDS = ("annotate", "article", "card", "compare", "demo", "evaluate", "explain", "rules", "serve")


class _Commands(click.Group):
    """A group whose commands stand in modules of their own names."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="earmark", message="%(prog)s %(version)s")
def earmark() -> None:
    """Tell what a shop's page sells: a headset, or which type of headphone, and what it is good for."""


def main() -> None:
    """The `earmark` command. Exit code 2 and a sentence for whatever Earmark refuses."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a shop's characters in any terminal
    try:
        earmark(prog_name="earmark")
    except EarmarkError as error:
        click.echo(f"earmark: {error}", err=True)
        sys.exit(2)
