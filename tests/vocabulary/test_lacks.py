"""What a language has no words for is told, measured by the model language."""

from __future__ import annotations

from pathlib import Path

import earmark


def test_the_model_language_lacks_nothing() -> None:
    assert earmark.load_rulebook().vocabulary.lacks["en"] == ()


def test_a_language_without_a_group_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    (folder / "eo.toml").write_text(
        'format = 1\nlanguage = "eo"\n[labels]\nbrand = ["marko"]\n[words]\nyes = ["jes"]\n', encoding="utf-8"
    )
    lacks = earmark.load_rulebook(tmp_path).vocabulary.lacks["eo"]
    assert "labels.driver_mm" in lacks
    assert "labels.brand" not in lacks
    assert "words.yes" not in lacks
