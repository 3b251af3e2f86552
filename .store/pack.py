"""Build the extension's packages for the stores: the same files give the same bytes, on every machine.

Usage: python .store/pack.py [FOLDER]    FOLDER is dist/ where it is left out.

The checkout's manifest serves both browsers; each package holds what its browser knows. Nothing else differs
from the checkout: there is no build step.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = ROOT / "extension"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold; the files' own differ between checkouts
READABLE = 0o100644 << 16
UNIX = 3

Manifest = dict[str, Any]


def chrome(manifest: Manifest) -> Manifest:
    """Without what only Firefox knows; with the side panel, a permission that Firefox's linter rejects."""
    background = {name: value for name, value in manifest["background"].items() if name != "scripts"}
    rest = {
        name: value
        for name, value in manifest.items()
        if name not in ("browser_specific_settings", "sidebar_action")
    }
    return rest | {
        "permissions": [*manifest["permissions"], "sidePanel"],
        "background": background,
        "side_panel": {"default_path": manifest["sidebar_action"]["default_panel"]},
    }


def firefox(manifest: Manifest) -> Manifest:
    """Without what only Chrome knows."""
    background = {name: value for name, value in manifest["background"].items() if name != "service_worker"}
    rest = {name: value for name, value in manifest.items() if name != "minimum_chrome_version"}
    return rest | {"background": background}


BROWSERS: dict[str, Callable[[Manifest], Manifest]] = {"chrome": chrome, "firefox": firefox}


def pack(folder: Path, extension: Path = EXTENSION) -> list[Path]:
    """A package for each browser in `folder`, which is made where it is missing."""
    manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for browser, change in BROWSERS.items():
        path = folder / f"earmark-{manifest['version']}-{browser}.zip"
        with zipfile.ZipFile(
            path, "w", zipfile.ZIP_STORED
        ) as package:  # compressors differ, plain bytes do not
            for name, data in _files(extension, change(manifest)):
                info = zipfile.ZipInfo(name, EPOCH)
                info.create_system, info.external_attr = UNIX, READABLE
                package.writestr(info, data)
        made.append(path)
    return made


def _files(extension: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Names in the package with their bytes, sorted by name; no hidden file."""
    files = {path.relative_to(extension).as_posix(): path for path in extension.rglob("*") if path.is_file()}
    files["LICENSE"] = ROOT / "LICENSE"
    for name in sorted(name for name in files if not any(part.startswith(".") for part in name.split("/"))):
        if name == "manifest.json":
            yield name, json.dumps(manifest, indent=2, ensure_ascii=False).encode() + b"\n"
        else:
            yield name, files[name].read_bytes()


if __name__ == "__main__":
    for made in pack(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"):
        print(made)
