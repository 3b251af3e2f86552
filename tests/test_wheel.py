"""The built wheel in an empty environment: `earmark` works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = "<!doctype html><title>Acme One</title><h1>Acme One over-ear headphones</h1>"
pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run without this process's way to its modules; what goes wrong is in the failure's text."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    done.args = " ".join(map(str, command))
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def earmark(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that holds the wheel and what it depends on."""
    environment = tmp_path_factory.mktemp("environment")
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    constraints = ROOT / "server" / "constraints.txt"
    for command in (
        [sys.executable, "-m", "venv", environment],
        [
            scripts / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-c",
            constraints,
            wheel,
        ],
    ):
        done = run(*command, cwd=environment)
        assert done.returncode == 0, done.stdout + done.stderr
    return scripts / "earmark"


def test_the_wheel_holds_what_it_needs_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for needed in (
        "_rules/vocabulary/",
        "_rules/article/",
        "_extension/manifest.json",
        "demo/pages/",
        "py.typed",
    ):
        assert any(name.startswith(f"earmark/{needed}") for name in names), needed
    assert not [
        name for name in names if "node_modules" in name or "__pycache__" in name or "/tests/" in name
    ]


def test_the_rules_are_found_and_sound(earmark: Path, tmp_path: Path) -> None:
    checked = run(earmark, "rules", "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_page_gets_its_answer(earmark: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    annotated = run(earmark, "annotate", "--json", "page.html", cwd=tmp_path)
    assert annotated.returncode in (0, 1), annotated.stdout + annotated.stderr
    card = json.loads(annotated.stdout)
    assert card["format"] == 1
    assert annotated.returncode == int(card["page"]["reason"] is not None)
