"""Which rule reads a page: the most specific host, then the longest path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from earmark.sites.model import EVERY_PATH, Site

HOST = re.compile(r"(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9-]{2,63}")
PATH = re.compile(r"[/*][^?#\[\]\s]{0,200}")
MOST_STARS = 4


class Scope(NamedTuple):
    """A rule with the host and the path pattern that let it in."""

    host: str
    path: str
    site: Site


class Sites:
    """All site rules, found by host without a look at the others."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self.sites = tuple(sites)
        self._by_host: dict[str, list[Scope]] = {}
        for site in self.sites:
            for host in site.hosts:
                self._by_host.setdefault(host, []).extend(Scope(host, path, site) for path in site.paths)

    def matching(self, url: str | None) -> list[Scope]:
        """The rules for an address, most specific first. `www.` before a host is nothing."""
        if not self._by_host or not url:
            return []
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii").removeprefix("www.")
        except ValueError:  # no address, or a host that cannot be
            return []
        found: list[Scope] = []
        for pattern in _patterns(host):
            scopes = [
                scope for scope in self._by_host.get(pattern, ())
                if scope.path == EVERY_PATH or fnmatchcase(parts.path or "/", scope.path)
            ]  # fmt: skip
            found += sorted(scopes, key=lambda scope: -_length(scope.path))
        return found

    def ties(self) -> Iterator[tuple[Scope, Scope]]:
        """Pairs of rules that may both read a page though neither is more specific."""
        for scopes in self._by_host.values():
            for one, other in combinations(scopes, 2) if len(scopes) > 1 else ():
                equal = one.site is not other.site and _length(one.path) == _length(other.path)
                if equal and _overlap(one.path, other.path):
                    yield one, other


def _patterns(host: str) -> Iterator[str]:
    yield host
    while "." in host:
        host = host.partition(".")[2]
        yield f"*.{host}"


def _length(path: str) -> int:
    return len(path.replace("*", ""))


@cache
def _overlap(one: str, other: str) -> bool:
    """Whether some path matches both patterns."""
    if not one or not other:
        return not (one + other).strip("*")
    if one[0] == "*":
        return _overlap(one[1:], other) or _overlap(one, other[1:])
    if other[0] == "*":
        return _overlap(one, other[1:]) or _overlap(one[1:], other)
    return one[0] == other[0] and _overlap(one[1:], other[1:])
