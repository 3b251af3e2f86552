"""The benchmark runs, and names what the pipeline is made of; its figures are nobody's assertion."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_benchmark_prints_ratio_and_stages(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><title>Kettle</title><h1>Kettle</h1><p>$10</p>")
    command = [sys.executable, "-m", "tests.benchmarks", str(tmp_path), "--alone", "--rounds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    for words in ("annotate / bare parse, median", "lexbor parse", "regions", "reader ", "Keyword stuffing"):
        assert words in done.stdout
