"""The breadcrumb: the shop's own categories. They tell the kind of shop, seldom the kind of product."""

from __future__ import annotations

from collections.abc import Iterator

from earmark.facts import Said
from earmark.readers.view import View
from earmark.walk import Block

LONGEST = 60  # characters of one category
MOST = 10
GAP = 4  # blocks between the trail and the headline: «Share», «Compare», a picture's caption
LONGEST_RUN = 8  # links and separators of a trail; menus have more


def read(view: View) -> Iterator[Said]:
    """One `category` for each step of the trail that precedes or surrounds the headline."""
    named = [index for index, region in enumerate(view.regions.names) if region == "breadcrumb"]
    for block in [view.page.blocks[index] for index in named[:MOST]] or _unnamed(view):
        if len(block.text) <= LONGEST:
            yield Said("category", block.text, view.page.quote(block, "breadcrumb"))


def _unnamed(view: View) -> list[Block]:
    """The run of links shortly before the headline, where the shop does not name its breadcrumb; a longer run
    is a menu."""
    at = view.regions.before - 1
    start = at
    while at >= 0 and not view.page.blocks[at].linked and start - at < GAP:
        at -= 1
    end = at + 1
    while at >= 0 and end - at <= LONGEST_RUN + 1 and _step(view.page.blocks[at]):
        at -= 1
    run = [block for block in view.page.blocks[at + 1 : end] if block.linked]
    return run if 1 < end - at - 1 <= LONGEST_RUN else []


def _step(block: Block) -> bool:
    return block.linked or not any(map(str.isalnum, block.text))
