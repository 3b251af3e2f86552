"""Texts in more than one language, and the page that shows the statements."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from earmark.article import Article, article_html, sections
from earmark.article.model import Wording
from earmark.resources import extension_folder


def test_german_is_complete(article: Article) -> None:
    assert article.missing("de") == ()


def test_german_card(told) -> None:
    advice = told(kind="headset", price=(49.99, "USD"), purpose="gaming", languages=("de-AT", "en"))
    assert advice.label == "Headset"
    assert "49,99 USD" in advice.caveats[0].text
    assert advice.caveats[0].section == "Audio Quality"


def test_a_missing_text_falls_back_line_by_line(article: Article) -> None:
    from dataclasses import replace

    texts = {key: text for key, text in article.wordings["de"].texts.items() if key != "headset.talk"}
    partly = replace(article, wordings={**article.wordings, "de": Wording(texts, ",")})
    assert partly.missing("de") == ("headset.talk",)
    assert partly.say("headset.talk", ("de",)) == article.say("headset.talk", ("en",))
    assert partly.say("headset.handy", ("de",)) == article.say("headset.handy", ("de",))


@pytest.mark.parametrize(
    ("languages", "language"), [(("fr", "de"), "de"), (("xx",), "en"), ((), "en"), (("en", "de"), "en")]
)
def test_first_known_language_wins(article: Article, languages: tuple[str, ...], language: str) -> None:
    assert article.language(languages) == language
    assert article.say("labels.headphones", languages) == {"en": "Headphones", "de": "Kopfhörer"}[language]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]


def test_sections_hold_every_statement_once(article: Article) -> None:
    shown = [id_ for section in sections(article) for id_, _ in section.statements]
    assert sorted(shown) == sorted(article.statements)
    assert [section.name for section in sections(article, ("de",))] == list(article.sections)


@pytest.mark.parametrize("language", ["en", "de"])
def test_page(article: Article, language: str) -> None:
    html = article_html(article, (language,))
    page = _Page()
    page.feed(html)
    assert set(article.statements) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert "script" not in page.tags and {"main", "nav", "h1", "h2", "title"} <= page.tags
    assert f'<html lang="{language}">' in html


def test_texts_are_escaped(article: Article) -> None:
    from dataclasses import replace

    texts = {**article.wordings["en"].texts, "statement.def.headset": "<b>&</b>"}
    html = article_html(replace(article, wordings={"en": Wording(texts)}))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in html and "<b>" not in html


def test_the_extension_ships_the_same_page(article: Article) -> None:
    shipped: Path = extension_folder() / "article.html"
    assert shipped.read_text("utf-8") == article_html(article), "earmark article > extension/article.html"
