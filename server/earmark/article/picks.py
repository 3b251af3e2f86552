"""Product name -> the article's pick it names, by variants of the name and never by near names."""

from __future__ import annotations

import re
import unicodedata

from earmark.article.model import Article, PickRule
from earmark.facts import Classification, Facts

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_LONGEST_NAME = 400  # characters of a product name that are read; a longer one is not a name


def words(name: str) -> tuple[str, ...]:
    """Lower-case words, letters and digits apart: "HD 560S" and "hd-560 s" are both hd, 560, s."""
    return tuple(_WORDS.findall(unicodedata.normalize("NFKC", name[:_LONGEST_NAME]).casefold()))


def recognise(article: Article, classification: Classification, facts: Facts) -> PickRule | None:
    """The pick this product is. None for near names, and for accessories of a pick."""
    if classification.kind in ("accessory", "other"):
        return None
    names = [words(name) for name in _names(facts)]
    for pick in article.picks:
        answers = [_names_it(article, pick, name) for name in names]
        if True in answers and False not in answers:
            return pick
    return None


def _names(facts: Facts) -> list[str]:
    said = {spec: str(facts[spec].value) for spec in ("name", "brand", "model") if spec in facts}
    brand = said.get("brand", "")
    return [f"{brand} {said[spec]}" for spec in ("name", "model") if spec in said]


def _names_it(article: Article, pick: PickRule, name: tuple[str, ...]) -> bool | None:
    """True: the pick itself. False: a near name or an accessory. None: something else."""
    found = [(at, len(called)) for called in pick.called for at in _places(called, name)]
    if not found:
        return None
    not_with = article.pick_names.not_with + pick.not_with
    if any(_places(phrase, name) for phrase in not_with):
        return False
    for at, length in found:
        after = name[at + length] if at + length < len(name) else ""
        if after in pick.not_followed_by or article.pick_names.not_after & set(name[max(0, at - 2) : at]):
            return False
    return True


def _places(phrase: tuple[str, ...], name: tuple[str, ...]) -> list[int]:
    return [at for at in range(len(name) - len(phrase) + 1) if name[at : at + len(phrase)] == phrase]
