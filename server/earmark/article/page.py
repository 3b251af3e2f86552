"""The article's sections and statements, in our words, as data and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from earmark.article.model import FALLBACK, Article

STYLE = """\
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif;
  color: light-dark(#1b1b1f, #ececf1); background: light-dark(#ffffff, #16161a); }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
nav ul { padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; }
a { color: light-dark(#0b57a4, #8fc1ff); }
article ul { padding: 0; list-style: none; }
article li { padding: .35rem .6rem; border-left: 3px solid transparent; scroll-margin-top: 1rem; }
article li:target { border-color: currentColor; background: light-dark(#fff3c4, #4a3d00); }
"""


@dataclass(frozen=True, slots=True)
class Section:
    """`name` is the article's own heading, as the card's lines cite it; `heading` is what to show."""

    name: str
    heading: str
    statements: tuple[tuple[str, str], ...]  # id, text


def sections(article: Article, languages: Sequence[str] = (FALLBACK,)) -> tuple[Section, ...]:
    """The sections in the article's order, each with its statements."""
    return tuple(
        Section(
            name,
            article.say(f"section.{name}", languages),
            tuple(
                (statement.id, article.say(f"statement.{statement.id}", languages))
                for statement in article.statements.values()
                if statement.section == name
            ),
        )
        for name in article.sections
    )


def article_html(article: Article, languages: Sequence[str] = (FALLBACK,)) -> str:
    """A whole HTML document without scripts; each statement is an element with its id."""
    title = escape(article.say("page.title", languages))
    shown = sections(article, languages)
    links = "".join(
        f'<li><a href="#section-{at}">{escape(section.heading)}</a></li>\n'
        for at, section in enumerate(shown)
    )
    return f"""\
<!doctype html>
<html lang="{escape(article.language(languages))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{escape(article.say("page.lead", languages))}</p>
<nav aria-label="{title}">
<ul>
{links}</ul>
</nav>
<article>
{"".join(_section(at, section) for at, section in enumerate(shown))}</article>
</main>
</body>
</html>
"""


def _section(at: int, section: Section) -> str:
    items = "".join(f'<li id="{escape(id_)}">{escape(text)}</li>\n' for id_, text in section.statements)
    return f"""\
<section aria-labelledby="section-{at}">
<h2 id="section-{at}">{escape(section.heading)}</h2>
<ul>
{items}</ul>
</section>
"""
