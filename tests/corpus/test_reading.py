"""Hostile pages of a corpus are rows with their outcome; the others are unharmed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from earmark.card import Card
from earmark.corpus import evaluate, load_corpus
from earmark.corpus.grounding import grounding

STATEMENTS = frozenset({"known"})


def test_a_hostile_page_is_a_row_with_its_error(folder: Callable[..., Path]) -> None:
    deep = "<!doctype html>" + "<div>" * 5_000 + "x"
    rows = [{"file": name, "page_kind": "other", "kind": "unknown"} for name in ("deep.html", "kettle.html")]
    corpus = load_corpus(
        folder("labels.jsonl", rows, {"deep.html": deep, "kettle.html": "<title>Kettle</title>"})
    )
    done: list[int] = []
    evaluation = evaluate(corpus, jobs=2, done=lambda: done.append(1))
    first, second = evaluation.results
    assert first.error is not None
    assert first.error.startswith("PageTooComplex: ")
    assert second.error is None
    assert evaluation.figures["errors"] == 1
    assert len(done) == 2


def test_grounding_finds_what_does_not_stand_in_the_page(make_card: Callable[..., Card]) -> None:
    html = b"<title>Bastion</title><script>secret</script><p>boom\n arm</p>"
    card = make_card(
        quotes=["Bastion", "boom arm", "secret"], lines=[("known", [0]), ("unknown", [0]), ("known", [9])]
    )
    found = grounding(card, html, STATEMENTS)
    assert (found.lines, found.grounded, found.quotes, found.standing, found.hidden) == (3, 1, 3, 2, 0)


def test_a_line_without_evidence_is_not_grounded(make_card: Callable[..., Any]) -> None:
    found = grounding(make_card(quotes=[], lines=[("known", [])]), b"<p>", STATEMENTS)
    assert (found.lines, found.grounded) == (1, 0)
