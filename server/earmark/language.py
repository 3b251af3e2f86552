"""The language a page is written in, as it declares it."""

from __future__ import annotations

import re

from earmark.page import Page

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def page_language(page: Page) -> str | None:
    """The `lang` of `<html>`, else `content-language`, else og:locale; None where none is given."""
    for selector, attribute in (
        ("html", "lang"), ("html", "xml:lang"), ('meta[http-equiv="content-language" i]', "content"),
        ('meta[property="og:locale"]', "content"),
    ):  # fmt: skip
        node = page.tree.css_first(selector)
        value = (node.attributes.get(attribute) or "").strip() if node is not None else ""
        if _CODE.fullmatch(value):
            return value.replace("_", "-")
    return None
