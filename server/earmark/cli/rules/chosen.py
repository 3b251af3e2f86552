"""What the PATHs of a command mean: folders laid over the shipped rules, or single shops in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from earmark.resources import extra_folders, rules_folder
from earmark.rulebook import Rulebook, read_rulebook
from earmark.rulefile import Problem
from earmark.sites import FILE, Site
from earmark.sites.cases import Case, load_cases


@dataclass(frozen=True)
class Chosen:
    """`folders` are laid over the shipped ones; `hosts` are the shops meant, none: every one."""

    folders: tuple[Path, ...]
    hosts: frozenset[str]

    def book(self) -> Rulebook:
        """Raises RulebookError."""
        return read_rulebook(*self.folders)

    def sites(self, book: Rulebook) -> list[Site]:
        return [site for site in book.sites.sites if not self.hosts or _host(site) in self.hosts]

    def cases(self, site: Site, book: Rulebook) -> tuple[list[Case], list[Problem]]:
        """The cases beside the rule where it was read from: the last folder that has it."""
        for folder in (*reversed((*extra_folders(), *self.folders)), rules_folder()):
            beside = folder / "sites" / _host(site)
            if (beside / FILE).is_file():
                return load_cases(beside, site, book.vocabulary.specs)
        return [], []


def chosen(paths: Sequence[str]) -> Chosen:
    """Raises UsageError for a path that is neither a rules folder nor a shop's rule."""
    folders: dict[Path, None] = {}
    hosts: set[str] = set()
    for path in map(Path, paths):
        shop = path.parent if path.name == FILE else path
        if shop.resolve().parent.name == "sites" and (shop / FILE).is_file():
            hosts.add(shop.resolve().name)
            folders[shop.resolve().parent.parent] = None
        elif path.is_file():
            raise click.UsageError(f"{path}: a shop's rule stands in sites/HOST/{FILE}")
        else:
            folders[path] = None
    shipped = rules_folder().resolve()
    return Chosen(tuple(folder for folder in folders if folder.resolve() != shipped), frozenset(hosts))


def all_cases(choice: Chosen, book: Rulebook) -> Iterator[tuple[Site, list[Case]]]:
    """Every shop's sound cases, chosen or not."""
    for site in book.sites.sites:
        yield site, choice.cases(site, book)[0]


def _host(site: Site) -> str:
    return site.file.rsplit("/", 2)[-2]
