"""All of `rules/`, checked and compiled once into one immutable value."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from earmark import article, kinds, rulefile, sites, vocabulary
from earmark.article import Article, SpecInfo
from earmark.errors import RulebookError
from earmark.kinds import KindRules
from earmark.resources import extra_folders, rules_folder
from earmark.rulefile import Problem, RuleFile
from earmark.sites import Sites
from earmark.vocabulary import Vocabulary

PARTS = ("vocabulary", "kinds", "article")
SITES = "sites"


@dataclass(frozen=True)
class Rulebook:
    """The compiled rules. `digest` is the SHA-256 of every file's name and bytes, in order of name."""

    vocabulary: Vocabulary
    kinds: KindRules
    article: Article
    sites: Sites
    digest: str
    files: tuple[str, ...]


def load_rulebook(*folders: str | Path) -> Rulebook:
    """Load the shipped rules, those of EARMARK_RULES laid over them, `folders` over both: a file replaces
    the one of its name.

    Raises RulebookError with every problem: file, line, column and what is wrong.
    """
    return _loaded((*extra_folders(), *(Path(folder) for folder in folders)))


def read_rulebook(*folders: str | Path) -> Rulebook:
    """As `load_rulebook`, from the files as they are now."""
    return _read((*extra_folders(), *(Path(folder) for folder in folders)))


@cache
def _loaded(folders: tuple[Path, ...]) -> Rulebook:
    return _read(folders)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing that is loaded becomes garbage; looking for it costs a quarter of the time of 10,000 rules."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(folders: tuple[Path, ...]) -> Rulebook:
    with _collector_paused():
        return compile_files(_files(folders))


def read_files(*folders: str | Path) -> dict[str, RuleFile]:
    """Name -> file, as `load_rulebook` finds them. Raises RulebookError: unreadable, or no TOML."""
    return _files((*extra_folders(), *(Path(folder) for folder in folders)))


def _files(folders: tuple[Path, ...]) -> dict[str, RuleFile]:
    paths: dict[str, Path] = {}
    for folder in (rules_folder(), *folders):
        if not folder.is_dir():
            raise RulebookError([Problem("R001", "there is no such folder", str(folder))])
        for part in PARTS:
            for path in sorted((folder / part).rglob("*.toml")):
                paths[path.relative_to(folder).as_posix()] = path
        paths.update(_site_files(folder / SITES))
    files: dict[str, RuleFile] = {}
    problems: list[Problem] = []
    for name in sorted(paths):
        try:
            files[name] = rulefile.read(paths[name], f"rules/{name}")
        except RulebookError as error:
            problems += error.problems
    if problems:
        raise RulebookError(problems)
    return files


def _site_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of each site's rule; the cases beside it are no rules."""
    if folder.is_dir():
        with os.scandir(folder) as hosts:
            for host in hosts:
                if host.is_dir():
                    yield f"{SITES}/{host.name}/{sites.FILE}", Path(host.path, sites.FILE)


def compile_files(files: Mapping[str, RuleFile]) -> Rulebook:
    """Check the files (by name, without `rules/`) and compile them. Raises RulebookError."""
    parts = {part: [file for name, file in files.items() if name.startswith(f"{part}/")] for part in PARTS}
    words = vocabulary.load(parts["vocabulary"])
    specs = {name: SpecInfo(spec.kind, spec.choices) for name, spec in words.specs.items()}
    problems: list[Problem] = []
    try:
        weighed = kinds.load(parts["kinds"], words.specs, words.concepts.concepts)
    except RulebookError as error:
        problems += error.problems
    try:
        knowledge = article.load(parts["article"], specs)
    except RulebookError as error:
        problems += error.problems
    try:
        shops = sites.load(
            [file for name, file in files.items() if name.startswith(f"{SITES}/")],
            words.specs,
            frozenset(words.units),
        )
    except RulebookError as error:
        problems += error.problems
    if problems:
        raise RulebookError(problems)
    digest = hashlib.sha256()
    for name, file in files.items():
        digest.update(f"{name}\0{file.text}\0".encode())
    return Rulebook(words, weighed, knowledge, shops, f"sha256:{digest.hexdigest()}", tuple(files))
