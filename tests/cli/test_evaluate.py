"""`earmark evaluate`, as one runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from earmark.cli.text import columns

HEADSET = (
    "<!doctype html><title>Bastion X gaming headset</title><h1>Bastion X gaming headset</h1><p>$99.00</p>"
    "<button>Add to cart</button><ul><li>Detachable boom microphone</li><li>Over-ear</li></ul>"
)
ROW = {"file": "a.html", "page_kind": "product", "kind": "headset", "form": "over-ear", "site": "shop"}
WRONG = ROW | {
    "file": "b.html",
    "kind": "earphones",
    "form": "in-ear",
    "title": "A label \x1b[31mthat is wrong",
}


def earmark(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from earmark.cli import main; main()", "evaluate", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for row in (ROW, WRONG):
        (tmp_path / str(row["file"])).write_text(HEADSET)
    (tmp_path / "labels.jsonl").write_text(f"{json.dumps(ROW)}\n{json.dumps(WRONG)}\n")
    (tmp_path / "facts.toml").write_text('["a.html"]\nmicrophone = "detachable"\ndriver_mm = 50\n')
    return tmp_path


def test_everything_is_told_in_80_columns(corpus: Path) -> None:
    done = earmark(corpus, "--misses")
    assert done.returncode == 0, done.stderr
    assert "audio kind                           1/2" in done.stdout
    assert "kind: wrong, got headset, label earphones" in done.stdout
    assert "«Detachable boom microphone»" in done.stdout
    assert "fact driver_mm: missing, got nothing, label 50" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(columns, done.stdout.splitlines())) <= 80


def test_json_is_what_against_reads(corpus: Path) -> None:
    old = corpus / "old.json"
    old.write_text(earmark(corpus, "--json", "--jobs", "1").stdout)
    before = json.loads(old.read_text())
    assert before["confusion"]["kind"] == {"earphones": {"headset": 1}, "headset": {"headset": 1}}
    assert "Worse: 0" in earmark(corpus, "--against", old).stdout
    (corpus / "labels.jsonl").write_text(f"{json.dumps(ROW)}\n{json.dumps(WRONG | {'kind': 'headset'})}\n")
    done = earmark(corpus, "--against", old)
    assert "audio kind                           1/2 → 2/2" in done.stdout
    assert "kind: wrong, got headset, label earphones → right, got headset" in done.stdout


def test_wrong_use_is_exit_code_2_and_named(corpus: Path) -> None:
    (corpus / "old.json").write_text("{}")
    (corpus / "facts.toml").write_text('["c.html"]\nmicrophone = "boom"\n')
    (corpus / "bad").mkdir()
    (corpus / "bad" / "labels.jsonl").write_text(json.dumps(ROW))
    for arguments, words in (
        ([corpus / "nowhere"], "nowhere: there is no such folder"),
        ([corpus / "bad"], "labels.jsonl:1: there is no file"),
        ([corpus], "the corpus has no item `c.html`"),
        ([corpus, "--against", corpus / "old.json"], "not what `earmark evaluate --json` writes"),
        ([corpus, "--against", corpus / "old.json", "--json"], "--against prints text"),
        ([corpus, "--products"], "verified.jsonl: there is no such file"),
        ([corpus, "--rules", corpus / "nowhere"], "there is no such folder"),
    ):
        done = earmark(*arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert words in done.stderr
        assert "Traceback" not in done.stderr
