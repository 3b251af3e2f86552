"""The whole way of a page, on one screen. (stub, being written)"""

from __future__ import annotations

from collections.abc import Sequence

from earmark.card import Card, PageInfo, Product, RuleInfo
from earmark.rulebook import Rulebook, load_rulebook


def annotate(
    html: bytes | str,
    url: str | None = None,
    *,
    purpose: str | None = None,
    languages: Sequence[str] = ("en",),
    rulebook: Rulebook | None = None,
    charset: str | None = None,
    trace: bool = False,
) -> Card:
    return Card(
        page=PageInfo(url=url, language=None, kind="other", reason="Not written yet."),
        product=Product(), classification=None, rule=RuleInfo(site=None, rulebook="sha256:0"),
    )
