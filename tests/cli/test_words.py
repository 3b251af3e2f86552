"""What a printed card says around its lines: in each language what it has, else English."""

from __future__ import annotations

from pathlib import Path

from earmark.cli.words import Words
from earmark.rulebook import load_rulebook


def test_a_language_s_own_texts_come_first_and_english_fills_the_gaps(tmp_path: Path) -> None:
    texts = tmp_path / "article" / "texts"
    texts.mkdir(parents=True)
    (texts / "fr.toml").write_text('[sheet]\nstrengths = "Atouts"\n', encoding="utf-8")
    words = Words(load_rulebook(tmp_path), ["fr-CA", "de"])
    assert words("strengths") == "Atouts"
    assert words("weaknesses") == "Schwächen"
    assert Words(load_rulebook(tmp_path), ["fr"])("weaknesses") == "Weaknesses"


def test_sections_and_facts_have_the_reader_s_names() -> None:
    book = load_rulebook()
    assert Words(book, ["de"]).section("Audio Quality") == "Klang"
    assert Words(book).section("Audio Quality") == "Audio Quality"
    assert Words(book).section("No such section") == "No such section"
    assert Words(book, ["xx", "de"]).spec("weight_g") == "Gewicht"
