"""What tells at a glance that a page may sell headphones: the extension asks it before it sends a page."""

from __future__ import annotations

import msgspec

from earmark.rulebook import Rulebook

FAMILIES = ("kind", "form")  # every kind of headphone is called one of these in its title
PRODUCT_TYPES = ("Product", "IndividualProduct", "ProductModel", "ProductGroup")  # schema.org
KEEP_SECONDS = 86_400  # the words change with the rules; a day's delay costs a new shop word, no wrong card


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """`words` are folded; a `*` stands where letters may go before or follow. `types` are of schema.org."""

    digest: str
    types: tuple[str, ...]
    words: tuple[str, ...]


def words_of(rulebook: Rulebook) -> Words:
    return Words(
        digest=rulebook.digest,
        types=PRODUCT_TYPES,
        words=rulebook.vocabulary.concepts.phrases(FAMILIES),
    )
