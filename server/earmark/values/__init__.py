"""Text -> value. Pure functions; «not there» is None."""

from earmark.values.money import Currencies, money
from earmark.values.number import number
from earmark.values.quantity import Quantity, quantities, quantity, span

__all__ = ["Currencies", "Quantity", "money", "number", "quantities", "quantity", "span"]
