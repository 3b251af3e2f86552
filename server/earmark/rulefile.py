"""One TOML file of the rulebook, with the place of every key, and what can be wrong with it."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from earmark.errors import RulebookError

MAX_BYTES = 1_000_000  # a rule file is written by a person; anything larger is a mistake or an attack

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a rule file, where (line and column from 1), and what to do about it.

    Printed as a compiler prints it: code, place, the line, carets, the hint.
    """

    code: str
    message: str
    file: str
    line: int = 1
    column: int = 1
    length: int = 1
    source: str = ""
    hint: str = ""

    @property
    def advice(self) -> bool:
        """Nothing is wrong yet: W codes never refuse a rule."""
        return self.code.startswith("W")

    def __str__(self) -> str:
        kind = "warning" if self.advice else "error"
        gutter = " " * len(str(self.line))
        head = f"{kind}[{self.code}]: {self.message}\n{gutter}--> {self.file}:{self.line}:{self.column}"
        if not self.source:
            return head + (f"\n{gutter} = {self.hint}" if self.hint else "")
        carets = " " * (self.column - 1) + "^" * max(1, self.length)
        return (
            f"{head}\n{gutter} |\n{self.line} | {self.source}\n{gutter} | {carets}"
            + (f" {self.hint}" if self.hint else "")
        )  # fmt: skip


@dataclass(frozen=True)
class RuleFile:
    """A parsed file. `problem(path, ...)` makes a Problem that points at the key `path` leads to."""

    name: str
    text: str
    data: dict[str, Any]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.splitlines()

    @cached_property
    def places(self) -> dict[KeyPath, tuple[int, int]]:
        """Key path -> line and column; found when it is first asked for."""
        return _places(self.text)

    def problem(
        self, code: str, message: str, path: KeyPath = (), *, word: str = "", hint: str = ""
    ) -> Problem:
        """Points at the key of `path`, or at `word` on or after that key's line where it is given."""
        lines = self.lines
        line, column = self._place(path)
        length = len(str(path[-1])) if path and isinstance(path[-1], str) else 1
        if word:
            for number in range(line, min(line + 40, len(lines) + 1)):
                at = lines[number - 1].find(word, column - 1 if number == line else 0)
                if at >= 0:
                    line, column, length = number, at + 1, len(word)
                    break
        source = lines[line - 1] if line <= len(lines) else ""
        return Problem(code, message, self.name, line, column, length, source, hint)

    def line(self, path: KeyPath) -> int:
        """The line of a key."""
        return self._place(path)[0]

    def _place(self, path: KeyPath) -> tuple[int, int]:
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def read(path: Path, name: str | None = None) -> RuleFile:
    """Read one file. Raises RulebookError with one problem: unreadable, too large, not UTF-8, not TOML."""
    name = name or path.as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RulebookError([Problem("R001", f"cannot read the file: {error.strerror}", name)]) from error
    if len(raw) > MAX_BYTES:
        raise RulebookError([
            Problem("R001", f"the file has {len(raw):,} bytes; a rule file may have {MAX_BYTES:,}", name)
        ])  # fmt: skip
    try:
        return parse(raw.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise RulebookError([
            Problem("R001", "the file is not UTF-8 text", name, line, column, hint="save it as UTF-8")
        ]) from error  # fmt: skip


def parse(text: str, name: str) -> RuleFile:
    """Parse TOML text. Raises RulebookError with the place of the first syntax error."""
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (len(text.splitlines()) or 1, 1)
        lines = text.splitlines()
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise RulebookError([
            Problem("R001", f"not TOML: {message}", name, line, column, 1, source)
        ]) from error  # fmt: skip
    except RecursionError as error:
        raise RulebookError([Problem("R001", "not TOML: brackets nested too deep", name)]) from error
    return RuleFile(name, text, data)


def suggest(word: str, known: Iterable[str]) -> str:
    """«did you mean ...?» where a known word is near, else the known words where they are few."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, 1, 0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"known: {', '.join(words)}" if 0 < len(words) <= 12 else ""


_STRINGS_AND_COMMENTS = re.compile(
    r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'
)
_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_HEADER = re.compile(rf"^[ \t]*(\[\[?)[ \t]*({_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*\]\]?", re.M)
_ASSIGNMENT = re.compile(rf"^([ \t]*)({_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*=", re.M)


def _places(text: str) -> dict[KeyPath, tuple[int, int]]:
    """Key path -> (line, column) for text that tomli accepted; inline tables keep their key's place."""
    inside = _inside_values(text)
    marks: list[tuple[int, str, list[str]]] = []
    for found in _HEADER.finditer(text):
        if not inside[found.start(1)]:
            marks.append((found.start(2), found[1], _split(found[2])))
    for found in _ASSIGNMENT.finditer(text):
        if not inside[found.start(2)]:
            marks.append((found.start(2), "=", _split(found[2])))
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    places: dict[KeyPath, tuple[int, int]] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for start, what, keys in sorted(marks):
        line = bisect_right(starts, start)
        place = (line, start - starts[line - 1] + 1)
        if what == "=":
            places[(*table, *keys)] = place
            continue
        parent = _absolute(keys[:-1], counts)
        if what == "[[":
            array = (*parent, keys[-1])
            counts[array] = counts.get(array, -1) + 1
            places.setdefault(array, place)
            table = (*array, counts[array])
        else:
            table = (*parent, keys[-1])
        places[table] = place
    return places


def _absolute(keys: Sequence[str], counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    for key in keys:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path])
    return path


def _split(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_KEY, dotted)]


def _inside_values(text: str) -> bytearray:
    """A flag per character: inside a string, a comment, or brackets that are a value."""
    inside = bytearray(len(text) + 1)
    for found in _STRINGS_AND_COMMENTS.finditer(text):
        first = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        quoted_key = (
            found[0][0] in "\"'" and not found[0].startswith(('"""', "'''")) and not first.strip(" \t[")
        )
        if not quoted_key:
            inside[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    depth = 0
    after_equals = False
    for at, character in enumerate(text):
        if inside[at]:
            continue
        if character == "=" and not depth:
            after_equals = True
        elif character == "\n" and not depth:
            after_equals = False
        elif character in "[{" and after_equals:
            depth += 1
        elif character in "]}" and depth:
            depth -= 1
        if depth:
            inside[at] = 1
    return inside
