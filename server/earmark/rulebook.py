"""All of `rules/`, checked and compiled once into one immutable value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from earmark import article, kinds, rulefile, vocabulary
from earmark.article import Article, SpecInfo
from earmark.errors import RulebookError
from earmark.kinds import KindRules
from earmark.resources import rules_folder
from earmark.rulefile import Problem, RuleFile
from earmark.vocabulary import Vocabulary

PARTS = ("vocabulary", "kinds", "article")


@dataclass(frozen=True)
class Rulebook:
    """The compiled rules. `digest` is the SHA-256 of every file's name and bytes, in order of name."""

    vocabulary: Vocabulary
    kinds: KindRules
    article: Article
    digest: str
    files: tuple[str, ...]


def load_rulebook(*folders: str | Path) -> Rulebook:
    """Load the shipped rules with `folders` laid over them: a file there replaces the one of its name.

    Raises RulebookError with every problem: file, line, column and what is wrong.
    """
    return _load(tuple(Path(folder) for folder in folders))


@cache
def _load(folders: tuple[Path, ...]) -> Rulebook:
    paths: dict[str, Path] = {}
    for folder in (rules_folder(), *folders):
        if not folder.is_dir():
            raise RulebookError([Problem("R001", "there is no such folder", str(folder))])
        for part in PARTS:
            for path in sorted((folder / part).rglob("*.toml")):
                paths[path.relative_to(folder).as_posix()] = path
    files: dict[str, RuleFile] = {}
    problems: list[Problem] = []
    for name in sorted(paths):
        try:
            files[name] = rulefile.read(paths[name], f"rules/{name}")
        except RulebookError as error:
            problems += error.problems
    if problems:
        raise RulebookError(problems)
    return _compile(files)


def _compile(files: dict[str, RuleFile]) -> Rulebook:
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
    if problems:
        raise RulebookError(problems)
    digest = hashlib.sha256()
    for name, file in files.items():
        digest.update(f"{name}\0{file.text}\0".encode())
    return Rulebook(words, weighed, knowledge, f"sha256:{digest.hexdigest()}", tuple(files))
