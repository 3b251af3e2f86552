"""The extension's own checks: units, types, lint, the store's linter."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from earmark.article.page import article_html
from earmark.rulebook import load_rulebook

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TOOLS = HERE / "node_modules/.bin"

# Firefox ignores the key that Chrome needs, and says so: one manifest serves both.
KNOWN_WARNINGS = {"BACKGROUND_SERVICE_WORKER_IGNORED"}


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    if not TOOLS.is_dir():
        pytest.skip("needs its tools: make test gets them")
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def test_units() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node; make test gets it")
    done = run(node, "--test", *sorted((HERE / "unit").glob("*.test.mjs")))
    assert done.returncode == 0, done.stdout[-8000:]


def test_types() -> None:
    done = run(TOOLS / "tsc", "--project", HERE)
    assert done.returncode == 0, done.stdout


def test_lint() -> None:
    done = run(TOOLS / "eslint", "--config", HERE / "eslint.config.js", "extension", "tests/extension/unit")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stores_linter() -> None:
    done = run(TOOLS / "web-ext", "lint", "--source-dir", ROOT / "extension", "--output", "json")
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert {warning["code"] for warning in report["warnings"]} <= KNOWN_WARNINGS


def test_the_lock_names_no_host() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


@pytest.mark.parametrize(("language", "name"), [("en", "article.html"), ("de", "article.de.html")])
def test_the_extension_carries_the_article_as_the_rules_have_it(language: str, name: str) -> None:
    page = (ROOT / "extension" / name).read_text(encoding="utf-8")
    assert page == article_html(load_rulebook().article, [language]), (
        f"write it anew: earmark article --language {language} > extension/{name}"
    )


def test_the_extension_speaks_what_the_article_is_written_in() -> None:
    article = load_rulebook().article
    spoken = {path.name for path in (ROOT / "extension/_locales").iterdir()}
    assert spoken == article.wordings.keys()
    chosen = (ROOT / "extension/shared/language.js").read_text(encoding="utf-8")
    assert set(re.findall(r'"(\w\w)"', chosen)) == spoken
