"""The language a page declares."""

from __future__ import annotations

import pytest

from earmark.language import page_language
from earmark.page import Page

DECLARED = [
    ("<html lang=en>", "en"),
    ("<html lang='de-AT'>", "de-AT"),
    ("<html lang='pt_BR'>", "pt-BR"),
    ("<html xml:lang='fr'>", "fr"),
    ("<html lang=''><meta http-equiv=Content-Language content=pl>", "pl"),
    ("<meta property=og:locale content=es_ES>", "es-ES"),
    ("<html lang=ja><meta property=og:locale content=en_US>", "ja"),
    ("<html lang='{{ lang }}'>", None),
    ("<html lang='x'>", None),
    ("<p lang=de>Hallo", None),
    ("", None),
]


@pytest.mark.parametrize(("html", "language"), DECLARED)
def test_page_language(html: str, language: str | None) -> None:
    assert page_language(Page.read(html)) == language
