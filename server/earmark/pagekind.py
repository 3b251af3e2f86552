"""What a page is: a product's page, a list of products, or something else."""

from __future__ import annotations

from collections.abc import Sequence

from earmark.card import PageKind
from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.row import label_of
from earmark.readers.view import View

LITTLE_TEXT = 1_500  # characters; a robot check or an error page says no more
_NUMBERS = frozenset({"sku", "gtin"})  # an article number stands on the article's own page
_SHOWN = frozenset({"", "menu"})
_OTHERS = frozenset({"related", "compare", "reviews"})
_AROUND = " !+"  # what stands around a button's words
LONGEST_BUTTON = 40
SAME_NAME = 30  # characters of a product's name that `<title>` repeats
MANY_PRICES, VERY_MANY_PRICES = (
    14,
    40,
)  # priced tiles: a product's page shows some related ones, a list little else
ALL_PRICES = 4.5  # what so many prices speak for a list at most: counting them is the dearest of all signs
MANY_BUTTONS = 6  # buy buttons: one or two for the product, some for its variants
SPEC_SHEET = 5  # rows with known labels: a table of specifications
ENOUGH = 2.5  # points at which a page is taken for a product's: two signs that agree


def page_kind(view: View, said: Sequence[Said]) -> tuple[PageKind, str | None]:
    """The kind, and the name of the reason where it is no product's page.

    Signs of a product and signs of a list are counted; a product must have two and outdo the list.
    """
    labels = view.vocabulary.labels
    if not view.page.blocks:
        return "other", "no_text"
    if _blocked(view):
        return "other", "blocked"
    known = [specs for one in said if one.spec == "row" and (specs := labels.get(label_of(one.label)))]
    rows = len(known)
    numbered = any(not _NUMBERS.isdisjoint(specs) for specs in known)
    priced = any(one.spec == "price" for one in said)
    stocked = any(one.spec == "availability" for one in said)
    headline = view.page.headline is not None
    buttons = _buy_buttons(view)
    product = (
        3.0 * _declared(view) + 2.0 * _named(view) + 1.0 * headline + 1.5 * priced + 1.5 * (buttons > 0)
        + 1.5 * (rows >= SPEC_SHEET) + 1.0 * numbered + 1.0 * stocked
    )  # fmt: skip
    listing = (
        2.5 * (not headline) + 1.0 * (buttons >= MANY_BUTTONS) + 5.0 * _headed(view) + 2.5 * _sorted_by(view)
    )
    if product >= ENOUGH and product > listing + ALL_PRICES:
        return "product", None
    prices = _prices(view)
    listing += (
        1.0 * (prices >= MANY_PRICES) + 2.0 * (prices >= VERY_MANY_PRICES)
        + 1.5 * (prices >= MANY_PRICES and not buttons and rows < SPEC_SHEET)
    )  # fmt: skip
    if product >= ENOUGH and product > listing:
        return "product", None
    if listing > 1 and (prices >= MANY_PRICES or buttons >= MANY_BUTTONS or listing >= 1 + product):
        return "listing", "listing"
    return "other", "other_page"


def _blocked(view: View) -> bool:
    if sum(map(len, view.page.folded)) > LITTLE_TEXT:
        return False
    said = fold_words(f"{view.page.title} {' '.join(block.text for block in view.page.blocks)}")
    return any(words in said for words in view.vocabulary.words["blocked"])


def _declared(view: View) -> bool:
    """The shop's own markup calls it one product."""
    if 0 < len(view.products) <= 3:
        return True
    kind = view.metas.get("og:type", "").lower()
    if any("price" in name for name in view.metas):
        return True
    product = view.item
    return kind in ("product", "og:product", "product.item") or bool(
        product.get("offers") and product.get("name")
    )


def _named(view: View) -> bool:
    """`<title>` is the name of the one thing that structured data describes: a page that scripts draw has
    no headline yet."""
    names = [fold_words(str(product.get("name") or ""))[:SAME_NAME] for product in view.products]
    return len(names) == 1 and len(names[0]) >= SAME_NAME // 2 and names[0] in fold_words(view.page.title)


def _prices(view: View) -> int:
    return sum(
        1
        for words, region in zip(view.page.words, view.regions.names, strict=True)
        if 0 < len(words) < LONGEST_BUTTON and region in _SHOWN and view.currencies.priced(words)
    )


def _buy_buttons(view: View) -> int:
    buy = view.vocabulary.words["buy"]
    shown = sum(
        1 for words, region in zip(view.page.words, view.regions.names, strict=True)
        if words.strip(_AROUND) in buy and region not in _OTHERS
    )  # fmt: skip
    values = [node.attributes.get("value") or "" for node in view.marked["input"]]
    return shown + sum(1 for value in values if fold_words(value).strip(_AROUND) in buy)


def _headed(view: View) -> bool:
    """The headline itself speaks of a list: «1-16 of over 40,000 results for …»."""
    headline = view.page.headline
    words = view.page.words[headline.index] if headline is not None else ""
    return any(said in words for said in view.vocabulary.words["listing"] if " " in said)


def _sorted_by(view: View) -> bool:
    listing = view.vocabulary.words["listing"]
    return any(len(block.text) <= LONGEST_BUTTON for block in view.page.beginning(listing))
