"""Patterns and selectors that are refused, and that what is allowed is fast on the worst text."""

from __future__ import annotations

import time

import pytest

from earmark import patterns
from earmark.sites import selectors
from earmark.sites.model import Applied
from earmark.sites.steps import LONGEST_MATCHED, cut


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\d{1,3}) ?mm",
        r"[*+?]{2}",
        r"\+\*",
        "a|b|c",
        r"(?:up to )?(\d{1,2}(?:[.,]\d)?)",
        "x{3}y?",
        "[^]]{1,9}",
    ],
)
def test_sound_patterns(pattern: str) -> None:
    assert patterns.fault(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d+mm", "a*", "a{2,}", "(a{1,9}){1,9}", "(?:a|b){9}", "(a|a)?" * 20, r"(a)\1", "(?=a)b", "(?i)a",
        ".{0,99}" * 4, "(", "a" * 201, "(?P<x>a)", "a++", "a{,9}" * 5, "[", "(" * 150, "(a)(b)",
    ],
)  # fmt: skip
def test_patterns_that_are_refused(pattern: str) -> None:
    assert patterns.fault(pattern) is not None


def test_the_most_an_allowed_pattern_can_cost() -> None:
    pattern = "a{0,70}a{0,69}b"
    assert patterns.fault(pattern) is None
    start = time.process_time()
    assert cut("a" * LONGEST_MATCHED * 5, Applied("match", pattern)) is None
    assert time.process_time() - start < 5  # a guard against minutes, not a measurement


@pytest.mark.parametrize(
    ("selector", "code"),
    [
        ("td[data-x='(']", None),
        ('th:lexbor-contains("Driver" i) + td', None),
        ("h1:not(.a):has(b)", None),
        ("p:has(b", "R010"),
        ("[a", "R010"),
        ("a)", "R010"),
        ("'a", "R010"),
        ("a{}", "R010"),
        ("", "R010"),
        ("a,,b", "R010"),
        (":has(:has(:has(:has(a))))", "R011"),
        (":not(a):not(b):not(c)", "R011"),
        ("a" * 300, "R011"),
        ("* " * 30 + "a", "R011"),
        ("a::attr(href)", "R012"),
    ],
)
def test_selectors(selector: str, code: str | None) -> None:
    wrong = selectors.fault(selector)
    assert (wrong[0] if wrong else None) == code


@pytest.mark.parametrize(
    ("selector", "code"),
    [
        ("tr:nth-child(2) td", "W101"),
        (".css-1q2w3e b", "W102"),
        (".sc-bdVaJa", "W102"),
        (".Z1ex", "W102"),
        (".price___2QlEj", "W102"),
        (".product-title .specs__row", None),
        (".col-md-6", None),
        (".productTitle", None),
    ],
)
def test_advice(selector: str, code: str | None) -> None:
    assert selectors.fault(selector) is None
    assert [found[0] for found in selectors.advice(selector)] == ([code] if code else [])
