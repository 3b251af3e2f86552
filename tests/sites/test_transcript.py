"""A shop without a rule taken to a green case with the README's commands: what a maintainer sees.

`transcript/commands.txt` holds each command after `$ ` and, below it, what it prints.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from earmark.cli import earmark

FOLDER = Path(__file__).parent / "transcript"
MOST_COMMANDS = 8


def ours(output: str) -> str:
    """Without the lines that change with every rule that is shipped."""
    lines = [line for line in output.splitlines(keepends=True) if ": silent on " not in line]
    return re.sub(r"\d+ tests,", "N tests,", "".join(lines))


def test_the_transcript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FOLDER / "halo.html", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EARMARK_RULES", raising=False)
    kept = (FOLDER / "commands.txt").read_text("utf-8")
    commands = [line[2:] for line in kept.splitlines() if line.startswith("$ ")]
    said = ""
    for command in commands:
        done = CliRunner().invoke(earmark, shlex.split(command)[1:])
        said += f"$ {command}\n{ours(done.output)}"
    assert said == kept
    assert len(commands) <= MOST_COMMANDS
    assert "0 failed" in said
    page = (tmp_path / "rules/sites/quirk-audio.test/halo.html").read_text("utf-8")
    assert "somebody" not in page  # neither the shop's code nor the form's content
