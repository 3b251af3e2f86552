"""The README's promises hold."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from earmark.cli import earmark
from earmark.demo import shop

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_is_in_the_readme() -> None:
    listed = re.search(r"Commands:\n(.*)", CliRunner().invoke(earmark, ["--help"]).output, re.S)
    assert listed is not None
    for command in re.findall(r"^  (\w+)", listed[1], re.M):
        assert f"earmark {command}" in README


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.html").write_bytes(shop.SAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.S)
    exec(compile(example, "README.md", "exec"), {})
    assert "+ " in capsys.readouterr().out


def test_the_sample_card_is_the_one_of_its_page() -> None:
    (page,) = re.findall(r"earmark annotate (server/\S+\.html)", README)
    (shown,) = re.findall(r"```\n(\w.*?)```", README, re.S)
    printed = iter(CliRunner().invoke(earmark, ["annotate", str(ROOT / page)]).output.splitlines())
    for line in shown.splitlines():
        assert line.strip() == "…" or line in printed, line
