"""Text -> value. Pure functions; «not there» is None."""

from earmark.values.money import Amount, Currencies, amounts, money
from earmark.values.number import number
from earmark.values.quantity import Quantity, quantities, quantity, span

__all__ = ["Amount", "Currencies", "Quantity", "amounts", "money", "number", "quantities", "quantity", "span"]
