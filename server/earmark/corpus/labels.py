"""A labelled corpus: a folder with `labels.jsonl` and pages, or `verified.jsonl`, texts without a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from earmark.corpus.plain import plain_page
from earmark.corpus.rows import PageRow, ProductRow
from earmark.errors import CorpusError

Sort = Literal["pages", "products"]
FILES: dict[Sort, str] = {"pages": "labels.jsonl", "products": "verified.jsonl"}


@dataclass(frozen=True, slots=True)
class Item:
    """One page to read. `name` is unique in its corpus; `page` is None for a text without a page."""

    name: str
    row: PageRow | ProductRow
    page: Path | None

    @property
    def url(self) -> str | None:
        """The page's address; a text on a plain page of its own has none."""
        return self.row.url if isinstance(self.row, PageRow) else None

    @property
    def title(self) -> str:
        return self.row.title or self.name

    @property
    def groups(self) -> dict[str, str]:
        """What figures are split by: site, language, template."""
        row = self.row
        host = urlsplit(row.url or "").hostname
        if isinstance(row, PageRow):
            site, language, template = row.site or host, row.language, "captured"
        else:
            site, language, template = row.dataset or host, row.lang, row.template or "plain"
        return {
            "site": site or "-",
            "language": (language or "-").split("-")[0].lower() or "-",
            "template": template,
        }

    def html(self) -> bytes:
        """The page's bytes. Raises OSError."""
        if self.page is not None:
            return self.page.read_bytes()
        assert isinstance(self.row, ProductRow)
        return plain_page(self.row)


@dataclass(frozen=True, slots=True)
class Corpus:
    folder: Path
    sort: Sort
    items: tuple[Item, ...]


def load_corpus(folder: Path, sort: Sort | None = None) -> Corpus:
    """Read the labels of a folder. Raises CorpusError with file and line."""
    if not folder.is_dir():
        raise CorpusError(f"{folder}: there is no such folder")
    present = [one for one, file in FILES.items() if (folder / file).is_file()]
    if sort is None:
        if len(present) != 1:
            known = " and ".join(FILES.values())
            found = "both" if present else "neither"
            raise CorpusError(f"{folder}: holds {found} of {known}; say which to use, or name another folder")
        sort = present[0]
    elif sort not in present:
        raise CorpusError(f"{folder / FILES[sort]}: there is no such file")
    labels = folder / FILES[sort]
    items = tuple(_items(folder, labels, sort))
    if not items:
        raise CorpusError(f"{labels}: holds no row")
    kinds = {type(item.row) for item in items}
    if len(kinds) > 1:
        raise CorpusError(
            f"{labels}: some rows have a `label`, some have none; give each a folder of its own"
        )
    return Corpus(folder, "products" if ProductRow in kinds else "pages", items)


def _items(folder: Path, labels: Path, sort: Sort) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for number, line in enumerate(_lines(labels), start=1):
        if not line.strip():
            continue
        row = _row(line, f"{labels}:{number}", sort)
        page = _page(folder, row.file, f"{labels}:{number}") if row.file is not None else None
        if page is None and sort == "pages":
            raise CorpusError(f"{labels}:{number}: the row names no `file`")
        name = row.file or row.title or ""
        seen[name] += 1
        yield Item(name if seen[name] == 1 else f"{name} ({seen[name]})", row, page)


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror}") from error


def _row(line: bytes, place: str, sort: Sort) -> PageRow | ProductRow:
    try:
        if sort == "products" or "label" in msgspec.json.decode(line, type=dict[str, Any]):
            return msgspec.json.decode(line, type=ProductRow)
        return msgspec.json.decode(line, type=PageRow)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CorpusError(f"{place}: {error}") from error


def _page(folder: Path, file: str, place: str) -> Path:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise CorpusError(f"{place}: `{file}` lies outside the folder")
    if not path.is_file():
        raise CorpusError(f"{place}: there is no file {path}")
    return path
