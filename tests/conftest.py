"""Shared by all tests; kept small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from earmark.page import Page
from earmark.readers import View
from earmark.regions import regions
from earmark.rulebook import load_rulebook

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of captured pages beside the checkout. Tests that need it are skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("needs the captured pages in ../shared")
    return SHARED


@pytest.fixture(scope="session")
def view() -> Callable[..., View]:
    """view(html, url=None) -> what every reader is given."""

    def of(html: str | bytes, url: str | None = None) -> View:
        vocabulary = load_rulebook().vocabulary
        page = Page.read(html, url)
        return View(page, regions(page, vocabulary), vocabulary, [])

    return of
