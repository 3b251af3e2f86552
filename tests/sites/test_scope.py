"""Which rule reads a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from earmark import load_rulebook
from earmark.errors import RulebookError
from earmark.rulebook import read_rulebook
from earmark.rulefile import RuleFile
from earmark.sites import Site, Sites
from earmark.sites.scope import _overlap


def site(name: str, *hosts: str, paths: tuple[str, ...] = ("*",)) -> Site:
    return Site(RuleFile(name, "", {}), name, hosts, paths, None, None, (), (), (), ())


BOOK = Sites([
    site("exact", "shop.test"),
    site("below", "*.shop.test"),
    site("far below", "*.de.shop.test"),
    site("headphones", "shop.test", paths=("/headphones/*",)),
    site("studio", "shop.test", paths=("/headphones/studio-*",)),
    site("green", "xn--grn-ioa.test"),
    site("items", "items.test", paths=("/*/dp/*", "/dp/*")),
])  # fmt: skip


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://shop.test/p/1", ["exact"]),
        ("https://www.shop.test/p/1?x=/headphones/", ["exact"]),
        ("https://SHOP.test:8080/headphones/a", ["headphones", "exact"]),
        ("https://shop.test/headphones/studio-one", ["studio", "headphones", "exact"]),
        ("https://m.shop.test/", ["below"]),
        ("https://a.de.shop.test/", ["far below", "below"]),
        ("https://othershop.test/", []),
        ("https://shop.test.evil.test/", []),
        ("https://items.test/dp/B0", ["items"]),
        ("https://items.test/x/dp/B0", ["items"]),
        ("https://items.test/x", []),
        ("https://[broken/", []),
        ("https://shop.test./x", ["exact"]),
        ("https://xn--grn-ioa.test/x", ["green"]),
        ("https://grün.test/x", ["green"]),
        (f"https://{'x' * 70}.test/", []),
        ("", []),
        (None, []),
    ],
)
def test_the_most_specific_rule_comes_first(url: str | None, names: list[str]) -> None:
    assert [scope.site.name for scope in BOOK.matching(url)] == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/a/*", "/b/*", False),
        ("/a/*", "*/b", True),
        ("*", "/x", True),
        ("/a*c", "/ab*", True),
        ("/a", "/a", True),
        ("/a*", "/*b", True),
        ("/ab", "/a", False),
    ],
)
def test_patterns_that_can_match_one_path(one: str, other: str, same: bool) -> None:
    assert _overlap(one, other) is same
    assert _overlap(other, one) is same


def test_ties_are_found_only_where_neither_rule_is_more_specific() -> None:
    assert list(BOOK.ties()) == []
    tied = Sites([site("a", "x.test", paths=("/p/*",)), site("b", "x.test", paths=("/*/p",))])
    assert [(one.site.name, other.site.name) for one, other in tied.ties()] == [("a", "b")]


def test_case_files_are_no_rules_and_a_folder_without_a_rule_is_not_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "sites" / "shop.test"
    folder.mkdir(parents=True)
    (folder / "case.toml").write_text('url = "https://shop.test/"\n')
    with pytest.raises(RulebookError, match=r"sites/shop.test/site.toml"):
        load_rulebook(tmp_path)
    rule = 'format = 1\n[site]\nname = "x"\nhosts = ["shop.test"]\n[page]\nignore = [".ads"]\n'
    (folder / "site.toml").write_text(rule)
    names = [name for name in read_rulebook(tmp_path).files if "shop.test" in name]
    assert names == ["sites/shop.test/site.toml"]
