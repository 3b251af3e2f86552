"""`earmark explain`: for each fact what each reader found, which words, and what was dropped and why."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click
import msgspec

from earmark.card import Card
from earmark.cli.annotate import NOT_READ, refuse
from earmark.cli.given import complaint, read
from earmark.cli.text import clean
from earmark.errors import PageError, WorkerError
from earmark.rulebook import load_rulebook
from earmark.rulefile import suggest
from earmark.service.workers import Workers

WIDTHS = (22, 12)  # columns of the fact's name and of the source
WORDS = 70  # characters of the words shown on a line


@click.command()
@click.argument("file")
@click.argument("fact", required=False)
@click.option("--url", help="The page's address.")
@click.option("--json", "as_json", is_flag=True, help="The trace as one line of JSON.")
def explain(file: str, fact: str | None, url: str | None, as_json: bool) -> None:
    """Show how the card of a captured page or case file came about, for all facts or for FACT alone."""
    specs = load_rulebook().vocabulary.specs
    if fact is not None and fact not in specs:
        raise click.UsageError(f"unknown fact {fact!r}; {suggest(fact, specs) or 'see `earmark rules show`'}")
    try:
        with Workers() as pool:
            given = read(file)
            answer = pool.annotate(given.html, url or given.url, charset=given.charset, trace=True)
    except (OSError, PageError, WorkerError) as error:
        refuse(file, error)
        sys.exit(NOT_READ)
    card = msgspec.json.decode(answer, type=Card)
    trace = card.trace or ()
    steps = [step for step in trace if fact is None or step["spec"] == fact or _of_rule(step)]
    if as_json:
        click.echo(msgspec.json.encode(steps))
        return
    if given.case is not None:
        click.echo(complaint(given.case))
    _show(card, steps, fact)


def _show(card: Card, steps: Sequence[dict[str, Any]], fact: str | None) -> None:
    click.echo(f"page   {card.page.kind}" + (f": {card.page.reason}" if card.page.reason else ""))
    judged = card.classification
    if judged is not None and fact is None:
        click.echo(f"kind   {judged.kind or 'not stated'} (confidence {judged.confidence:.2f})")
        for sign, reasons in (("+", judged.speaks_for), ("-", judged.against)):
            for reason in reasons:
                click.echo(f"     {sign} {clean(reason.text)}")
    for step in filter(_of_rule, steps):
        click.echo(f"rule   {clean(str(step['words']))}  {step['outcome']}")
    steps = [step for step in steps if not _of_rule(step)]
    if fact is not None and not steps:
        click.echo(f"{fact}: no reader found it.")
    first, second = WIDTHS
    last = None
    for step in sorted(steps, key=lambda step: str(step["spec"])):
        name = step["spec"] if step["spec"] != last else ""
        last = step["spec"]
        words = clean(str(step["words"]))
        shown = words if len(words) <= WORDS else words[: WORDS - 1] + "…"
        click.echo(f"{name or '':<{first}}{step['source']:<{second}}“{shown}”  {step['outcome']}")


def _of_rule(step: dict[str, Any]) -> bool:
    """Which site rule was used, and why not another: no fact's own step."""
    return not step["spec"] and step["source"] == "rule"
