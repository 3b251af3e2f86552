"""`rules/sites/HOST/site.toml` -> Sites, checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from earmark.errors import RulebookError
from earmark.rulefile import Problem, RuleFile
from earmark.sites.check import Checker
from earmark.sites.model import Site
from earmark.sites.scope import Sites
from earmark.vocabulary import Spec

FILE = "site.toml"
LONGEST = 50_000  # characters; a rule has a page or two, and checking a longer file could take seconds


def load(files: Sequence[RuleFile], specs: Mapping[str, Spec], units: frozenset[str]) -> Sites:
    """Compile the site rules. Raises RulebookError with every problem."""
    problems: list[Problem] = []
    sites: list[Site] = []
    by_name: dict[str, RuleFile] = {}
    for file in files:
        if len(file.text) > LONGEST:
            problems.append(
                Problem(
                    "R001", f"a site rule may have {LONGEST:,} characters, not {len(file.text):,}", file.name
                )
            )
            continue
        checker = Checker(file, specs, units)
        sites.append(checker.site())
        problems += checker.problems
        by_name[file.name] = file
    compiled = Sites(sites)
    for one, other in compiled.ties() if not problems else ():
        problems.append(
            by_name[other.site.file].problem(
                "R030",
                f"for {other.host}, path {other.path} there is another rule, {one.site.file}",
                ("site", "hosts"),
                hint="make the paths of one of them more specific",
            )
        )
    if problems:
        raise RulebookError(problems)
    return compiled
