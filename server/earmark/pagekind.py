"""What a page is: a product's page, a list of products, or something else."""

from __future__ import annotations

from collections.abc import Sequence

from earmark.card import PageKind
from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.meta import metas
from earmark.readers.microdata import item
from earmark.readers.view import View
from earmark.values import money

LITTLE_TEXT = 1_500  # characters; a robot check or an error page says no more
MANY_PRICES = 14  # priced tiles that make a list, where nothing says «product»
MANY_BUTTONS = 4  # buy buttons that make a list
SPEC_SHEET = 5  # rows with known labels that make a product's page without a price
LONGEST_BUTTON = 40


def page_kind(view: View, said: Sequence[Said]) -> tuple[PageKind, str | None]:
    """The kind, and the name of the reason where it is no product's page."""
    blocks = view.page.blocks
    if not blocks:
        return "other", "no_text"
    if _blocked(view):
        return "other", "blocked"
    declared = _declared(view)
    buttons = _buy_buttons(view)
    own = [block for block in view.own_blocks() if len(block.text) < LONGEST_BUTTON]
    prices = sum(1 for block in own if (m := money(block.text, view.currencies)) and m.currency)
    priced = any(one.spec == "price" for one in said)
    rows = sum(1 for one in said if one.spec == "row" and fold_words(one.label).rstrip(": ") in view.vocabulary.labels)
    if not declared and (prices >= MANY_PRICES or buttons >= MANY_BUTTONS) and rows < SPEC_SHEET:
        return "listing", "listing"
    if declared or (priced and buttons) or rows >= SPEC_SHEET or (buttons and view.page.headline):
        return "product", None
    if prices >= MANY_PRICES // 2:
        return "listing", "listing"
    return "other", "other_page"


def _blocked(view: View) -> bool:
    text = sum(len(block.text) for block in view.page.blocks)
    if text > LITTLE_TEXT:
        return False
    said = fold_words(f"{view.page.title} {' '.join(block.text for block in view.page.blocks)}")
    return any(words in said for words in view.vocabulary.words["blocked"])


def _declared(view: View) -> bool:
    """The shop's own markup calls it one product."""
    if 0 < len(view.products) <= 3:
        return True
    kind = metas(view).get("og:type", "").lower()
    offers = item(view).get("offers")
    return kind in ("product", "og:product", "product.item") or bool(offers and item(view).get("name"))


def _buy_buttons(view: View) -> int:
    buy = view.vocabulary.words["buy"]
    shown = sum(
        1 for block in view.page.blocks
        if len(block.text) <= LONGEST_BUTTON and fold_words(block.text).strip(" !+") in buy
        and view.regions.names[block.index] not in ("related", "compare", "reviews")
    )  # fmt: skip
    inputs = view.page.tree.css('input[type="submit"][value], input[type="button"][value]')
    return shown + sum(1 for node in inputs if fold_words(node.attributes.get("value") or "").strip(" !+") in buy)
