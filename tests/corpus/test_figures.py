"""The figures are those of the yardstick, ../shared/score.py, count for count."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from earmark.corpus import Evaluation, evaluate, load_corpus
from earmark.corpus.answers import Answer, Result
from earmark.corpus.figures import figures


def score(shared: Path, what: str, folder: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, str(shared / "score.py"), what, str(folder), "--json", *more]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    return dict(json.loads(run.stdout.splitlines()[-1]))


def counts(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in figures.items() if not name.endswith(" ms")}


def same(shared: Path, folder: Path) -> Evaluation:
    evaluation = evaluate(load_corpus(folder), jobs=2)
    assert counts(evaluation.figures) == counts(score(shared, evaluation.sort, folder))
    return evaluation


def test_pages_as_the_yardstick_counts_them(shared: Path, pages: Path) -> None:
    evaluation = same(shared, pages)
    price = evaluation.results[1].answers["price"]
    assert (price.verdict, price.want, price.got) == ("wrong", ("35",), "39.90")
    assert "39.90 EUR" in price.words


def test_products_as_the_yardstick_counts_them(shared: Path, products: Path) -> None:
    evaluation = same(shared, products)
    assert evaluation.items == 10
    assert sum(map(sum, (row.values() for row in evaluation.confusion["kind"].values()))) == 10


def test_products_on_shop_pages_as_the_yardstick_counts_them(
    shared: Path, products: Path, folder: Callable[..., Path]
) -> None:
    storefront = runpy.run_path(str(shared / "storefront.py"))
    rows = [json.loads(line) for line in (products / "verified.jsonl").read_text("utf-8").splitlines()]
    labels, pages = [], {}
    for at, (row, template, html) in enumerate(storefront["pages"](rows, 7)):
        labels.append(row | {"file": f"{at}.html", "template": template})
        pages[f"{at}.html"] = html.decode()
    evaluation = evaluate(load_corpus(folder("labels.jsonl", labels, pages)), jobs=2)
    expected = score(shared, "products", products, "--storefront", "--seed", "7")
    assert counts(evaluation.figures) == counts(expected)
    assert len(evaluation.groups["template"]) > 1


@pytest.mark.parametrize("what", ["pages", "products"])
def test_the_whole_corpus_as_the_yardstick_counts_it(shared: Path, what: str) -> None:
    evaluation = same(shared, shared / what)
    assert evaluation.items > 100
    assert all(result.groups["site"] for result in evaluation.results)


def result(**answers: Answer) -> Result:
    return Result(name="x", title="x", groups={}, answers=answers)


@pytest.mark.parametrize(
    ("answers", "f1"),
    [
        (["right", "right"], 1.0),
        (["right", "missing"], 0.667),
        (["right", "extra"], 0.667),
        (["right", "wrong"], 0.5),
        (["missing"], 0),
        (["silent"], 0),
    ],
)
def test_f1(answers: list[Any], f1: float) -> None:
    got = figures([result(price=Answer(verdict)) for verdict in answers], "pages")
    assert got["price F1"] == f1
