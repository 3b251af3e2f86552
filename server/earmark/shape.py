"""The shape of a rule file, said as data: which keys it has and what their values are.

A Shape takes a value and gives the sound part of it (None: nothing of it is sound). What is wrong becomes a
Problem and is left out, so that the rest is checked too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

from earmark.rulefile import KeyPath, Problem, RuleFile, suggest

FORMAT = 1


class Look:
    """One look at a file; gathers `problems`."""

    def __init__(self, file: RuleFile, problems: list[Problem]) -> None:
        self.file, self.problems = file, problems

    def fault(self, code: str, message: str, path: KeyPath, word: str = "", hint: str = "") -> None:
        """What is wrong with the key of `path`; `word` is pointed at where the key stands in braces."""
        if not word and path and isinstance(path[-1], str) and path not in self.file.places:
            word = path[-1]
        self.problems.append(self.file.problem(code, message, path, word=word, hint=hint))

    def missing(self, name: str, path: KeyPath, hint: str = "") -> None:
        """A key that the table of `path` must have is not there."""
        if path and not hint:
            one = isinstance(path[-1], int)
            hint = f"add it to this [[{path[0]}]]" if one else f"add it to [{'.'.join(map(str, path))}]"
        self.problems.append(self.file.problem("R005", f"`{name}` is missing", path, hint=hint))


Shape = Callable[[Look, Any, KeyPath], Any]


def sound(file: RuleFile, shape: Shape, problems: list[Problem]) -> dict[str, Any]:
    """The sound part of a file, without its `format`."""
    look = Look(file, problems)
    data = dict(file.data)
    version = data.pop("format", None)
    if version is None:
        look.missing("format", (), f"write `format = {FORMAT}` first")
    elif type(version) is not int or version != FORMAT:
        hint = f"this Earmark reads format {FORMAT}; a newer rule needs a newer Earmark"
        look.fault("R006", f"format {version!r} is not known here", ("format",), hint=hint)
    result: dict[str, Any] = shape(look, data, ())
    return result


def value(what: str, fits: Callable[[Any], bool]) -> Shape:
    """`what` says in words what `fits` asks for."""

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        if fits(given):
            return given
        name = next((key for key in reversed(path) if isinstance(key, str)), "")
        return look.fault("R004", f"`{name}` must be {what}", path)

    return shape


def _number(given: Any) -> bool:
    return type(given) in (int, float) and math.isfinite(given)


def _texts(given: Any) -> bool:
    return type(given) is list and {*map(type, given)} <= {str} and "" not in given


def _range(given: Any) -> bool:
    return type(given) is list and len(given) == 2 and all(map(_number, given)) and given[0] < given[1]


TEXT = value("words in quotes", lambda given: type(given) is str and bool(given))
TEXTS = value("a list of words in quotes", _texts)
FLAG = value("true or false", lambda given: type(given) is bool)
NUMBER = value("a number", _number)
FACTOR = value("a number above 0", lambda given: _number(given) and given > 0)
RANGE = value("two numbers, the lower one first", _range)
RANGES = value("a list of [first, last]", lambda given: type(given) is list and all(map(_range, given)))


def table(
    keys: Mapping[str, Shape], needed: Collection[str] = (), *, code: str = "R002", what: str = "key"
) -> Shape:
    """These keys and no others; `code` and `what` tell of one that is not known."""

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        if type(given) is not dict:
            hint = f"write [{path[-1]}]" if len(path) == 1 else f"write {path[-1]} = {{ ... }}"
            return look.fault("R004", f"`{path[-1]}` must be a table", path, hint=hint)
        result, hints = {}, set()
        for key, inner in given.items():
            if key not in keys:
                hints.add(hint := suggest(key, keys))
                look.fault(code, f"unknown {what} `{key}`", (*path, key), hint=hint)
            elif (found := keys[key](look, inner, (*path, key))) is not None:
                result[key] = found
        for key in needed:
            if key not in given and f"did you mean `{key}`?" not in hints:
                look.missing(key, path)
        return result

    return shape


def each(
    inner: Shape, others: Mapping[str, Shape] = MappingProxyType({}), needed: Collection[str] = ()
) -> Shape:
    """A table whose keys are free and whose values have one shape, but for `others`."""

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        free = dict.fromkeys(given, inner) if type(given) is dict else {}
        return table({**free, **others}, needed)(look, given, path)

    return shape


def tables(inner: Shape) -> Shape:
    """`[[name]]`, any number of times."""

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        if type(given) is not list or not {*map(type, given)} <= {dict}:
            hint = f"write [[{path[-1]}]]"
            return look.fault("R004", f"`{path[-1]}` must be tables in double brackets", path, hint=hint)
        return [inner(look, one, (*path, index)) for index, one in enumerate(given)]

    return shape


def one_of(names: Collection[str], code: str, what: str) -> Shape:
    """One of these words; `code` and `what` tell of another."""

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        if TEXT(look, given, path) is None:
            return None
        if given in names:
            return given
        return look.fault(code, f"`{given}` is no {what}", path, hint=suggest(given, names))

    return shape


def some_of(names: Collection[str], code: str, what: str) -> Shape:
    """A list of these words; `code` and `what` tell of others, which are left out."""

    def shape(look: Look, given: Any, path: KeyPath) -> Any:
        for one in TEXTS(look, given, path) or ():
            if one not in names:
                look.fault(code, f"unknown {what} `{one}`", path, one, suggest(one, names))
        return [one for one in given if one in names] if _texts(given) else None

    return shape
