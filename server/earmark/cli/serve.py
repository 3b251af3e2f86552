"""`earmark serve`: the service for the browser extension and for programs."""

from __future__ import annotations

import errno
import sys

import click

from earmark.service import server


@click.command()
@click.option("--host", default=server.HOST, show_default=True, help="The address to listen at.")
@click.option(
    "--port",
    default=server.PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="0 takes a free one.",
)
@click.option("--name", "names", multiple=True, help="A further host name the service goes by. Repeatable.")
@click.option("--watch", is_flag=True, help="Take changed rules without a restart, as SIGHUP does.")
def serve(host: str, port: int, names: tuple[str, ...], watch: bool) -> None:
    """Serve cards to the browser extension and to programs on this machine."""
    try:
        listener = server.listen(host, port)
    except OSError as error:
        click.echo(f"earmark serve: {_why(error, host, port)}", err=True)
        sys.exit(2)
    with listener:
        server.serve(listener, announce=_announce, names=(host, *names), watch=watch)


def _announce(address: str) -> None:
    click.echo(f"Earmark is running. Open {address}/ to see what it offers.\nStop it with Ctrl+C.")


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} is taken. Stop what uses it, or take another: --port {port + 1} (0: any free one)."
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs special rights. Choose one above 1023."
    return f"cannot listen at {host}, port {port}: {error.strerror or error}."
