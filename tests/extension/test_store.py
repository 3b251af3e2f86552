"""The packages for the stores, and the texts that stand beside them."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from .test_tools import ROOT, TOOLS, run

STORE = ROOT / ".store"
LANGUAGES = sorted(path.name for path in (ROOT / "extension/_locales").iterdir())
MAX_SUMMARY = 132  # characters, in Chrome's store and in a manifest


@pytest.fixture(scope="module")
def packer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pack", STORE / "pack.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def packages(packer: ModuleType, tmp_path: Path) -> dict[str, Path]:
    return {path.stem.rpartition("-")[2]: path for path in packer.pack(tmp_path / "dist")}


def test_the_same_files_give_the_same_bytes(
    packer: ModuleType, packages: dict[str, Path], tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "extension", copy)
    for number, path in enumerate(sorted(copy.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
        path.chmod(0o700)
    (copy / ".DS_Store").write_bytes(b"litter")
    again = {path.stem.rpartition("-")[2]: path for path in packer.pack(tmp_path / "again", copy)}
    assert {name: path.read_bytes() for name, path in packages.items()} == {
        name: path.read_bytes() for name, path in again.items()
    }


def test_a_package_is_the_extension_with_its_browsers_manifest(packages: dict[str, Path]) -> None:
    files = {
        path.relative_to(ROOT / "extension").as_posix(): path.read_bytes()
        for path in (ROOT / "extension").rglob("*")
        if path.is_file()
    }
    assert packages.keys() == {"chrome", "firefox"}
    for path in packages.values():
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            assert names == sorted(names)
            assert set(names) == {*files, "LICENSE"}
            for name in files.keys() - {"manifest.json"}:
                assert package.read(name) == files[name]


def test_a_manifest_holds_what_its_browser_knows(packages: dict[str, Path]) -> None:
    manifests = {}
    for browser, path in packages.items():
        with zipfile.ZipFile(path) as package:
            manifests[browser] = json.loads(package.read("manifest.json"))
    shared = manifests["chrome"].keys() & manifests["firefox"].keys()
    assert manifests["chrome"].keys() - shared == {"minimum_chrome_version", "side_panel"}
    assert manifests["firefox"].keys() - shared == {"browser_specific_settings", "sidebar_action"}
    assert manifests["chrome"]["background"] == {"service_worker": "background.js", "type": "module"}
    assert manifests["firefox"]["background"] == {"scripts": ["background.js"], "type": "module"}


def test_the_linter_has_nothing_to_say_of_firefoxs_package(packages: dict[str, Path]) -> None:
    done = run(TOOLS / "web-ext", "lint", "--source-dir", packages["firefox"], "--output", "json")
    report = json.loads(done.stdout)
    assert (report["errors"], report["warnings"]) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_store_texts(language: str) -> None:
    assert (STORE / f"privacy.{language}.md").read_text("utf-8").startswith("# ")
    text = (STORE / f"listing.{language}.md").read_text("utf-8")
    parts = [part.strip() for part in re.split(r"^## .*$", text, flags=re.M)[1:]]
    assert len(parts) == 6 and all(parts)
    assert len(parts[1]) <= MAX_SUMMARY
    messages = json.loads((ROOT / f"extension/_locales/{language}/messages.json").read_text("utf-8"))
    assert len(messages["description"]["message"]) <= MAX_SUMMARY


def test_every_permission_is_accounted_for(packages: dict[str, Path]) -> None:
    for path in packages.values():
        with zipfile.ZipFile(path) as package:
            permissions = set(json.loads(package.read("manifest.json"))["permissions"])
        for language in LANGUAGES:
            text = (STORE / f"listing.{language}.md").read_text("utf-8")
            told = {word for row in re.findall(r"^\| ([\w, ]+) \|", text, re.M) for word in row.split(", ")}
            assert permissions <= told
