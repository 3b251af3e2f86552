"""Labels are read, and what is wrong with them is told with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from earmark.corpus import load_corpus
from earmark.errors import CorpusError

ROW = {"file": "a.html", "page_kind": "product", "kind": "headset"}
TEXT = {"title": "Bastion headset", "label": {"kind": "headset"}}


def test_what_a_folder_holds_is_told_by_its_labels(pages: Path, products: Path) -> None:
    assert load_corpus(pages).sort == "pages"
    assert load_corpus(products).sort == "products"


def test_a_labelled_text_on_a_page_of_its_own_is_a_product(folder: Callable[..., Path]) -> None:
    corpus = load_corpus(
        folder("labels.jsonl", [TEXT | {"file": "a.html", "template": "hashed"}], {"a.html": "<p>"})
    )
    assert corpus.sort == "products"
    assert corpus.items[0].groups["template"] == "hashed"
    assert corpus.items[0].html() == b"<p>"


def test_the_same_title_twice_gives_two_names(folder: Callable[..., Path]) -> None:
    corpus = load_corpus(folder("verified.jsonl", [TEXT, TEXT]))
    assert [item.name for item in corpus.items] == ["Bastion headset", "Bastion headset (2)"]


def test_a_text_is_escaped_on_its_plain_page(folder: Callable[..., Path]) -> None:
    row = TEXT | {"title": "<b>Bastion</b>", "specs": {"Weight": "<310 g>"}, "bullets": ["a & b"]}
    html = load_corpus(folder("verified.jsonl", [row])).items[0].html()
    assert b"<b>" not in html
    assert b"&lt;310 g&gt;" in html
    assert b"a &amp; b" in html


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("{", "labels.jsonl:1: Input data was truncated"),
        ('\n{"file": 3}', "labels.jsonl:2: Expected `str`, got `int` - at `$.file`"),
        ('{"file": "a.html", "kind": "headset"}', "labels.jsonl:1: Object missing required field"),
        ("[]", "labels.jsonl:1: Expected `object`, got `array`"),
        ('{"file": "b.html", "page_kind": "product", "kind": "headset"}', "labels.jsonl:1: there is no file"),
        ('{"file": "../b.html", "page_kind": "product", "kind": "headset"}', "lies outside the folder"),
        ('{"title": "x", "label": {}}', "labels.jsonl:1: the row names no `file`"),
        ("\n", "labels.jsonl: holds no row"),
        ("\udcff", "labels.jsonl:1: "),
    ],
)  # fmt: skip
def test_wrong_labels(tmp_path: Path, rows: str, message: str) -> None:
    (tmp_path / "a.html").write_text("<p>")
    (tmp_path / "labels.jsonl").write_bytes(rows.encode(errors="surrogateescape"))
    with pytest.raises(CorpusError) as error:
        load_corpus(tmp_path)
    assert message in str(error.value)


def test_rows_of_two_sorts_are_refused(folder: Callable[..., Path]) -> None:
    rows = [ROW, TEXT | {"file": "a.html"}]
    with pytest.raises(CorpusError, match="some have none"):
        load_corpus(folder("labels.jsonl", rows, {"a.html": "<p>"}))


def test_wrong_folders(tmp_path: Path, folder: Callable[..., Path]) -> None:
    with pytest.raises(CorpusError, match="no such folder"):
        load_corpus(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match=r"holds neither of labels\.jsonl and verified\.jsonl"):
        load_corpus(tmp_path)
    both = folder("verified.jsonl", [TEXT])
    with pytest.raises(CorpusError, match=r"labels\.jsonl: there is no such file"):
        load_corpus(both, "pages")
    folder("labels.jsonl", [ROW], {"a.html": "<p>"})
    with pytest.raises(CorpusError, match="holds both"):
        load_corpus(both)
    assert load_corpus(both, "products").sort == "products"
