"""The language a page is written in: what it declares, unless its own text says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from selectolax.lexbor import LexborNode

from earmark.page import Page
from earmark.vocabulary import Languages

SAMPLE = 2_500  # characters of the page's text that are looked at
FOREIGN = 0.4  # share of a script among the letters at which a declaration of another script is not believed
SURE = 12  # small words of one language that outweigh a declaration
FACTOR = 3  # times as many of them as of the declared language's
_FOREIGN = re.compile(r"[^\W\d_\x00-\u024f]+")  # letters of other scripts than the Latin one
_LANGUAGE_METAS = 'meta[http-equiv="content-language" i], meta[property="og:locale"]'
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def page_language(page: Page, languages: Languages) -> str | None:
    """The declared language (`lang`, content-language, og:locale) where the text does not speak against it,
    else the one the text is written in; None where neither tells."""
    declared = _declared(page)
    text = _sample(page)
    script = _script(text, languages)
    short = (declared or "").split("-")[0].lower()
    counts = _small_words(text, languages)
    if script is not None:
        sharing = (script, *languages.same_script.get(script, ()))
        told = max(sharing, key=lambda language: counts[language])
        believed = short in sharing and not SURE <= counts[told] >= FACTOR * counts[short]
        return declared if believed else told
    best = max(counts, key=lambda language: counts[language], default=None)
    if best is None or best == short:
        return declared
    if declared is None:
        return best if counts[best] >= SURE // 2 else None
    believed = short not in languages.words or counts[best] < SURE or counts[best] < FACTOR * counts[short]
    return declared if believed and short not in languages.scripts else best


def _declared(page: Page) -> str | None:
    root, head = page.tree.root, page.tree.head
    attributes = root.attributes if root is not None else {}
    metas = head.css(_LANGUAGE_METAS) if head is not None else []
    said = [attributes.get("lang"), attributes.get("xml:lang")]
    said += [node.attributes.get("content") for node in sorted(metas, key=_of_the_web)]
    codes = [value.strip() for value in said if value and _CODE.fullmatch(value.strip())]
    return codes[0].replace("_", "-") if codes else None


def _of_the_web(meta: LexborNode) -> bool:
    """OpenGraph's word comes last."""
    return "property" in meta.attributes


def _sample(page: Page) -> str:
    """The title and what follows the headline: before it stand menus and consents, often in English."""
    parts, size = [page.title], len(page.title)
    headline = page.headline
    for block in page.blocks[headline.index if headline is not None else 0 :]:
        if size > SAMPLE:
            break
        parts.append(block.text)
        size += len(block.text)
    return "\n".join(parts)


def _script(text: str, languages: Languages) -> str | None:
    """The language of the first script, in the order of the file, that has a good share of the letters."""
    foreign = "".join(_FOREIGN.findall(text))
    if not foreign or len(foreign) < FOREIGN * sum(map(str.isalpha, text)):
        return None
    for language, ranges in languages.scripts.items():
        own = len(_letters(tuple(ranges)).findall(foreign))
        # Japanese mixes its syllables with Chinese characters: a tenth is enough to tell it.
        if own > len(foreign) * (0.1 if language == "ja" else FOREIGN):
            return language
    return None


@cache
def _letters(ranges: tuple[tuple[int, int], ...]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in ranges)}]")


def _small_words(text: str, languages: Languages) -> Counter[str]:
    words = Counter(re.findall(r"[^\W\d_]{1,8}", text.lower()))
    counts: Counter[str] = Counter()
    for language, small in languages.words.items():
        found = sum(words[word] for word in words.keys() & small)
        if found:
            counts[language] = found
    return counts
