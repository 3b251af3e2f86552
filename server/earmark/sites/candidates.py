"""Where a value stands on a page, and how a rule could hold on to it: ids, data attributes, labels first."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from earmark.sites import pointer, selectors

MOST_PLACES = 30  # places of one value that are looked at
MOST_ANCESTORS = 4
LONGEST_CUT = 24  # characters of the words before a value that a step holds on to
_LONG_NUMBER = re.compile(r"\d{4,}")  # a hold with an article number in it fits one page alone
_DROPPED = ("style", "svg", "iframe", "noscript", "input", "textarea", "select", "template", "link", "object")


@dataclass(frozen=True)
class Candidate:
    """`way` is the lines of a [[fact]] without its name and steps; `text` all that it gives; `label` the
    words of the cell beside it."""

    way: str
    text: str
    label: str = ""

    def steps(self, words: str) -> Iterator[str]:
        """Lists of steps that may cut `words` out of the text, shortest first."""
        before, _, after = self.text.partition(words)
        yield ""
        held = before.strip()[-LONGEST_CUT:].lstrip()
        cut = [f"{{ after = {_quoted(held)} }}"] if held else []
        rest = after.split()[:1]
        end = [f"{{ before = {_quoted(rest[0])} }}"] if rest else []
        for steps in (cut, end, cut + end):
            if steps:
                yield f"[{', '.join(steps)}]"


def parse(html: str) -> BeautifulSoup:
    """The page as BeautifulSoup reads it, with lxml where it is installed."""
    return BeautifulSoup(html, "lxml" if importlib.util.find_spec("lxml") else "html.parser")


def candidates(soup: BeautifulSoup, words: str) -> Iterator[Candidate]:
    """Ways to read `words`, best first; none where the page does not have them."""
    places = [string for string in soup.find_all(string=True) if words in _folded(string)][:MOST_PLACES]
    for string in places:
        element = string.parent
        if isinstance(string, Comment) or element is None or element.name in ("script", "style", "title"):
            continue
        text = _folded(element.get_text())
        label = _label(element)
        for selector in _selectors(element):
            yield Candidate(f"select = {_quoted(selector)}", text, label)
    yield from _attributes(soup, words)
    for script in soup.find_all("script"):
        yield from _json(script, words)


def slim(soup: BeautifulSoup) -> str:
    """The page without what a case does not need and what may be personal: inputs, styles, pictures, code."""
    for element in soup.find_all(_DROPPED):
        if not (element.name == "input" and element.get("type") in ("submit", "button")):
            element.decompose()
    for script in soup.find_all("script"):
        kept = script.get("id") or "json" in str(script.get("type"))
        if not kept or pointer.document(script.get_text()) is None:
            script.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return str(soup)


def _selectors(element: Tag) -> Iterator[str]:
    """Sound selectors for an element: its own holds, a label beside it, holds around it, its tag."""
    own = list(_holds(element))
    yield from own
    label = _label(element)
    if label and len(label) <= 40 and '"' not in label:
        cell = "dt" if element.name == "dd" else "tr > *"
        yield f'{cell}:lexbor-contains("{label}") + {element.name}'
    names = [*own, str(element.name)]
    for ancestor in list(element.parents)[:MOST_ANCESTORS]:
        if ancestor.name in ("body", "html", "[document]"):
            break
        yield from (f"{hold} {name}" for hold in _holds(ancestor) for name in names)
    yield str(element.name)


def _holds(element: Tag) -> Iterator[str]:
    identity = element.get("id")
    if (
        isinstance(identity, str)
        and re.fullmatch(r"[A-Za-z][\w-]*", identity)
        and not _LONG_NUMBER.search(identity)
    ):
        yield f"#{identity}"
    for name, value in element.attrs.items():
        named = name.startswith("data-") or name in ("itemprop", "property")
        plain = isinstance(value, str) and re.fullmatch(r"[\w .:-]{1,40}", value)
        if named and plain and re.fullmatch(r"[a-z-]+", name) and not _LONG_NUMBER.search(str(value)):
            yield f'[{name}="{value}"]'
    for one in element.get_attribute_list("class"):
        selector = f".{one}"
        if re.fullmatch(r"[A-Za-z_][\w-]*", str(one)) and not list(selectors.advice(selector)):
            yield selector


def _label(element: Tag) -> str:
    beside = element.find_previous_sibling() if element.name in ("td", "dd") else None
    return _folded(beside.get_text()).rstrip(": ") if beside is not None else ""


def _attributes(soup: BeautifulSoup, words: str) -> Iterator[Candidate]:
    for element in soup.find_all(True):
        for name, value in element.attrs.items():
            if not isinstance(value, str) or words not in (text := _folded(value)):
                continue
            called = element.get("property") or element.get("name")
            if element.name == "meta" and name == "content" and isinstance(called, str):
                yield Candidate(f"meta = {_quoted(called)}", text)
            elif name.startswith("data-") or name in ("content", "value"):
                for hold in (f"[{name}]", *(f"{hold}[{name}]" for hold in _holds(element))):
                    yield Candidate(f"select = {_quoted(hold)}\ntake = {{ attr = {_quoted(name)} }}", text)


def _json(script: Tag, words: str) -> Iterator[Candidate]:
    identity = script.get("id")
    if not isinstance(identity, str) or not re.fullmatch(r"[A-Za-z_][\w-]*", identity):
        return
    for path, text in _walk(pointer.document(script.get_text()), ""):
        if words == text and not _LONG_NUMBER.search(path):
            yield Candidate(f"json = {_quoted(f'script#{identity}')}\nat = {_quoted(path)}", text)


def _walk(data: Any, path: str) -> Iterator[tuple[str, str]]:
    queue = [(path, data)]
    for at, value in queue:
        members = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        queue += [(f"{at}/{str(key).replace('~', '~0').replace('/', '~1')}", inner) for key, inner in members]
        text = pointer.written(value)
        if text is not None:
            yield at, text


def _folded(text: str | NavigableString) -> str:
    return " ".join(str(text).split())


def _quoted(text: str) -> str:
    """As TOML writes it: literally where it can."""
    return f"'{text}'" if "'" not in text and text.isprintable() else json.dumps(text, ensure_ascii=False)
