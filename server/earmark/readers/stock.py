"""Whether the thing can be bought, as the page says it near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from earmark.card import Source
from earmark.facts import Said
from earmark.folding import fold
from earmark.page import hidden
from earmark.readers.amounts import leaves
from earmark.readers.naming import concealed
from earmark.readers.view import View
from earmark.readers.wording import holds
from earmark.walk import Block

LONGEST = 90  # characters of a line that says whether the item is in stock
LATEST_SOLD_OUT = 30  # characters before «sold out»: where more stand, variants or other sellers are meant
BEFORE = 20  # characters before «available» among which «not» turns it over
REACH = 60  # blocks after the headline in which it stands
BACK = 25  # blocks before it
_BUTTONS = 'input[type="submit"][value], input[type="button"][value]'
MOST_BUTTONS = 20
_STOP = re.compile(r"[.,:;!?|、。，：]")  # ends what «not» speaks of
_SIZE = re.compile(
    r"(?:[a-z]{2,3} )?(?:\d[\w.,/]{0,5}|x{0,3}[sml]|x{1,3}l)(?: ?(?:[a-z]{1,2}))?[\s(:–-]+"
)  # «40 sold out»: that one


def read(view: View) -> Iterator[Said]:
    """At most one availability."""
    state = _state(view)
    if state is not None:
        # Shops keep «sold out» ready and hidden: it does not outweigh structured data.
        weighed: Source = "state" if state[0] == "out of stock" else "price"
        yield Said("availability", state[0], view.page.quote(state[1], "price"), by=weighed)


def of_buttons(view: View) -> Iterator[Said]:
    """What a button that is no text of the page says: «Sold out» as the value of an input."""
    phrases = view.vocabulary.values["availability"]
    for node in view.page.tree.css(_BUTTONS)[:MOST_BUTTONS]:
        text = node.attributes.get("value") or ""
        for hit in phrases.find(fold(text[:LONGEST])):
            yield Said("availability", hit.concept.split(".", 1)[1], hidden("state", text), by="state")
            return


def _state(view: View) -> tuple[str, Block] | None:
    phrases = view.vocabulary.values["availability"]
    start = max(view.regions.before, 0)
    near = [
        block
        for block in view.page.blocks[max(0, start - BACK) : start + REACH]
        if len(block.text) <= LONGEST and not view.regions.names[block.index]
    ]
    text = "\0".join([view.page.folded[block.index] for block in near])
    for hit in phrases.find(text):
        block = near[text.count("\0", 0, hit.start)]
        state = hit.concept.split(".", 1)[1]
        line = text.rfind("\0", 0, hit.start) + 1
        before = text[line : hit.start]
        if state == "in stock" and holds(
            _STOP.split(before)[-1][-BEFORE:], view.vocabulary.words["stock_not"]
        ):
            state = "out of stock"
        if state == "out of stock" and (len(before) > LATEST_SOLD_OUT or _SIZE.fullmatch(before)):
            continue
        if not concealed(leaves(block)[0][0], view.vocabulary.elements["hidden"]):
            return state, block
    return None
