"""Money -> price tier, by the levels of its own currency; never converted."""

from __future__ import annotations

from earmark.article.model import Prices, Tier
from earmark.facts import FactValue, Money


def tier(value: FactValue, prices: Prices) -> Tier | None:
    """None where the currency is not told or has no levels."""
    if not isinstance(value, Money) or value.currency is None:
        return None
    levels = prices.levels.get(value.currency)
    if levels is None:
        return None
    if value.amount < levels.budget:
        return "budget"
    if value.amount < levels.low:
        return "low"
    return "middle" if value.amount < levels.high else "high"
