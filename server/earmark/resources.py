"""Where the rules and the extension's files stand: inside the wheel, or beside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGED = "_rules"  # the folder's name inside the wheel
_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def rules_folder() -> Path:
    """The shipped rulebook."""
    return _find("rules")


def extra_folders() -> tuple[Path, ...]:
    """Further folders of rules, from the environment variable EARMARK_RULES; later ones lie on top."""
    return tuple(Path(name) for name in os.environ.get("EARMARK_RULES", "").split(os.pathsep) if name)


def extension_folder() -> Path:
    """The extension, whose content files the demo shop uses too."""
    return _find("extension")


def _find(name: str) -> Path:
    packaged = _PACKAGE / f"_{name}"
    return packaged if packaged.is_dir() else _CHECKOUT / name
