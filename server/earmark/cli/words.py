"""What a printed card says around its lines, in the reader's languages."""

from __future__ import annotations

from collections.abc import Sequence

from earmark.rulebook import Rulebook


class Words:
    """The texts of `rules/article/sheet.toml` by name, each in the first of the languages that has it, else
    in English."""

    def __init__(self, book: Rulebook, languages: Sequence[str] = ()) -> None:
        self._book, self._languages = book, languages

    def __call__(self, name: str) -> str:
        return self._book.article.say(f"sheet.{name}", self._languages)

    def section(self, name: str) -> str:
        """The article's section as the reader knows it."""
        article = self._book.article
        return article.say(f"section.{name}", self._languages) if name in article.sections else name

    def spec(self, name: str) -> str:
        """The fact as the reader knows it."""
        return self._book.vocabulary.label(name, self._book.article.language(self._languages))
