"""`earmark demo`: a card in the terminal, then the demo shop in the browser."""

from __future__ import annotations

import errno
import socket

import click
import msgspec

from earmark.card import Card
from earmark.cli.annotate import show
from earmark.demo import shop
from earmark.service import server
from earmark.service.workers import Workers


@click.command()
@click.option(
    "--port",
    default=server.PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Another one is taken where this is in use.",
)
@click.option("--no-serve", is_flag=True, help="Only print the card.")
def demo(port: int, no_serve: bool) -> None:
    """Print a card, then serve the demo shop. It takes the service along, on this machine alone."""
    with Workers() as pool:
        answer = pool.annotate(shop.SAMPLE.read_bytes())
    click.echo("A page of the demo shop, and the card that Earmark makes of it:\n")
    show(msgspec.json.decode(answer, type=Card))
    if no_serve:
        return
    with _listen(port) as listener:
        server.serve(listener, announce=_announce, extra_routes=shop.ROUTES)


def _listen(port: int) -> socket.socket:
    """A listening socket at the port, or at a free one where the port is in use."""
    try:
        return server.listen(port=port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise click.ClickException(f"cannot listen at port {port}: {error.strerror}") from error
    click.echo(f"\nPort {port} is in use, so another one is taken.")
    return server.listen(port=0)


def _announce(address: str) -> None:
    click.echo(f"\nThe demo shop is open: {address}/demo/\nStop it with Ctrl+C.")
