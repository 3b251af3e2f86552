"""What holds for the whole tree: one way of imports, small modules, no machine or host named in a file."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import earmark

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "server" / "earmark"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 250
LONGER: dict[str, str] = {}  # a module above it, looked at again: why it is better in one piece

# What a part may not import, directly: the first of each line never sees the rest.
BLIND = {
    "values": {"page", "readers", "sites", "pipeline", "service", "corpus", "cli", "demo"},
    "kinds": {"page", "readers", "sites", "pipeline", "service", "corpus", "cli", "demo"},
    "article": {"page", "readers", "sites", "pipeline", "service", "corpus", "cli", "demo"},
    "readers": {"kinds", "article", "pipeline", "service", "corpus", "cli", "demo"},
    "sites": {"kinds", "article", "pipeline", "service", "corpus", "cli", "demo"},
    "pipeline": {"service", "corpus", "cli", "demo"},
    "service": {"corpus", "cli", "demo", "readers", "kinds", "values"},
}
NO_HTML = ("values", "kinds", "article")
HTML_LIBRARIES = {"selectolax", "bs4", "lxml", "html5lib"}


def part(path: Path) -> str:
    """The part of the package that a file belongs to: its folder, or its own name."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports when it runs, not those for the type checker alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_used(path: Path) -> set[str]:
    names = (name.split(".") for name in imports(path))
    return {name[1] for name in names if name[0] == "earmark" and len(name) > 1} - {part(path)}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def test_imports_point_one_way() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        if path != PACKAGE / "__init__.py":
            graph.setdefault(part(path), set()).update(parts_used(path))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"parts import each other: {' <- '.join(error.args[1])}")


@pytest.mark.parametrize("name", BLIND)
def test_parts_do_not_see_what_is_above_them(name: str) -> None:
    seen = {
        f"{path.name}: {used}"
        for path in MODULES
        if part(path) == name
        for used in parts_used(path) & BLIND[name]
    }
    assert not seen


def test_html_is_seen_by_its_readers_alone() -> None:
    wrong = {
        str(path)
        for path in MODULES
        if part(path) in NO_HTML and HTML_LIBRARIES & {name.split(".")[0] for name in imports(path)}
    }
    assert not wrong


def test_the_public_surface() -> None:
    assert {"annotate", "load_rulebook", "to_json"} <= set(earmark.__all__)
    for path in MODULES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets
            ):
                names = ast.literal_eval(node.value)
                assert names == sorted(names), f"{path}: __all__ is not sorted"


def test_modules_are_small() -> None:
    lines = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES
    }
    long = {name: count for name, count in lines.items() if count > MAX_LINES and name not in LONGER}
    assert not long


def test_no_file_names_a_machine_or_a_package_host() -> None:
    words = [
        "/wo" + "rk/",
        "/fa" + "rm",
        "py" + "pi.org",
        "python" + "hosted",
        "registry." + "npm",
        "index" + "-url",
    ]
    forbidden = re.compile("|".join(map(re.escape, words)))
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found = forbidden.search(text)
        assert found is None, f"{path.relative_to(ROOT)} names {found[0]}" if found else ""


def test_the_lock_names_versions_and_nothing_else() -> None:
    lines = (ROOT / "server" / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*", line)] == []
    assert lines == sorted(lines, key=str.lower)
