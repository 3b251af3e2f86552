"""All of `rules/`, checked and compiled once into one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Rulebook:
    digest: str


def load_rulebook(*folders: str | Path) -> Rulebook:
    """stub, being written"""
    return Rulebook("sha256:0")
