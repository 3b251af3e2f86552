from pathlib import Path

import pytest
from click.testing import CliRunner

from earmark.cli import earmark


def test_the_shipped_rules_are_sound() -> None:
    done = CliRunner().invoke(earmark, ["rules", "check"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("ok: ")
    assert "sha256:" in done.output


def test_a_problem_is_printed_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "broken.toml").write_text("a = 1\nb = = 2\n")
    done = CliRunner().invoke(earmark, ["rules", "check", str(tmp_path)])
    assert done.exit_code == 1
    assert "--> rules/kinds/broken.toml:2:5" in done.output
    assert "1 problem found" in done.output


def test_a_folder_that_is_not_there_is_named() -> None:
    done = CliRunner().invoke(earmark, ["rules", "check", "no-such-folder"])
    assert done.exit_code == 1
    assert "no-such-folder" in done.output


@pytest.mark.parametrize("command", ["annotate", "card", "demo", "evaluate", "rules", "serve"])
def test_every_command_helps(command: str) -> None:
    assert CliRunner().invoke(earmark, [command, "--help"]).exit_code == 0
    assert command in CliRunner().invoke(earmark, ["--help"]).output
