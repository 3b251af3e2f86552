"""`earmark rules test`: every case of the site rules."""

from __future__ import annotations

import sys

import click
import msgspec

from earmark.cli.rules.chosen import all_cases, chosen
from earmark.cli.text import clean
from earmark.corpus.cases import Outcome, diff, run, silent


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="The outcomes as one line of JSON.")
def test(paths: tuple[str, ...], as_json: bool) -> None:
    """Run the cases of the site rules: all, or those of the shops that the PATHs name.

    One test for each value a case expects, one that there is no other fact, and one for each case of every
    other shop, on which the rule must be silent. The exit code is 1 where a test fails.
    """
    choice = chosen(paths)
    book = choice.book()
    cases = list(all_cases(choice, book))
    outcomes: list[Outcome] = []
    for site in choice.sites(book):
        own = next(listed for one, listed in cases if one is site)
        outcomes += [outcome for case in own for outcome in run(case, book)]
        outcomes += silent(site, [case for one, listed in cases if one is not site for case in listed], book)
    failed = [outcome for outcome in outcomes if not outcome.right]
    if as_json:
        click.echo(msgspec.json.encode(outcomes))
    else:
        for outcome in outcomes:
            click.echo(f"{'ok  ' if outcome.right else 'FAIL'}  {outcome.case}: {outcome.test}")
            for line in () if outcome.right else diff(outcome):
                click.echo(f"        {clean(line)}")
        click.echo(f"{len(outcomes)} tests, {len(failed)} failed")
    sys.exit(1 if failed else 0)
