"""What an element shows, and evidence for words that a rule took from the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborNode

from earmark.facts import Evidence
from earmark.page import hidden
from earmark.readers.view import View
from earmark.walk import Block, is_inline, is_unseen

LONGEST = 2_000  # characters of an element that steps are tried on; a longer one holds no single value
SHORTEST_SOUGHT = (
    4  # characters of a hidden value that is looked for in the visible text; «40» stands anywhere
)
_NAMES = ("aria-label", "title", "alt", "class", "id")


def text_of(node: LexborNode) -> str:
    """What a browser shows of an element, white space folded, at most LONGEST characters."""
    return " ".join("".join(_texts(node)).split())[:LONGEST].rstrip()


def name_of(node: LexborNode) -> str:
    """What the page calls an element that shows no text; empty where it has no name."""
    attributes = node.attributes
    return next((text for key in _NAMES if (text := " ".join((attributes.get(key) or "").split()))), "")


def shown(view: View, node: LexborNode, words: str, whole: str) -> Evidence:
    """The quote of `words` inside `whole`, which is what an element shows; of all of it where steps have
    changed the words; of its first line where it has several. Not visible where the page does not show it."""
    blocks = _blocks(view, node)
    for block in blocks:
        start = block.text.find(whole)
        if start >= 0:
            at = block.text.find(words, start, start + len(whole))
            return (
                view.page.quote(block, "rule", whole, start)
                if at < 0
                else view.page.quote(block, "rule", words, at)
            )
    lines = [block for block in blocks if block.text in whole]
    for block in lines:
        if (at := block.text.find(words)) >= 0:
            return view.page.quote(block, "rule", words, at)
    return view.page.quote(lines[0], "rule") if lines else hidden("rule", whole)


def unseen(view: View, words: str, whole: str) -> Evidence:
    """Evidence for a value that stands in an attribute, a meta or JSON: where the page also shows the same
    words, else as it is written there."""
    if words in whole and len(words) >= SHORTEST_SOUGHT:
        found = view.seen_or_hidden("rule", words)
        return replace(found, source="rule") if found.visible else hidden("rule", words)
    return hidden("rule", whole)


def _blocks(view: View, node: LexborNode) -> list[Block]:
    """The blocks that may hold an element's text: its own, for an inline one those of the block around it."""
    around: LexborNode | None = node
    while around is not None and is_inline(around):
        around = around.parent
    if around is not None and around.tag == "body":
        return view.page.blocks
    return view.page.inside(node)


def _texts(node: LexborNode) -> Iterator[str]:
    """Text nodes in reading order, a blank around each block element; without recursion."""
    stack: list[LexborNode | str] = [node]
    length = 0
    while stack and length < 4 * LONGEST:
        current = stack.pop()
        if isinstance(current, str):
            yield current
        elif current.tag == "-text":
            text = current.text_content or ""
            length += len(text)
            yield text
        elif not is_unseen(current):
            blank = "" if is_inline(current) else " "
            stack.append(blank)
            stack.extend(reversed(list(current.iter(include_text=True))))
            yield blank
