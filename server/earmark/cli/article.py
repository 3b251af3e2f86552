"""`earmark article`: the article's statements as a page, as the service and the extension show it."""

from __future__ import annotations

import click

from earmark.article import article_html
from earmark.rulebook import load_rulebook


@click.command()
@click.option("--language", default="en", show_default=True, help="Language of the page.")
def article(language: str) -> None:
    """Print the article's sections and statements as an HTML page."""
    click.echo(article_html(load_rulebook().article, [language]), nl=False)
