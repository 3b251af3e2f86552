"""Earmark reads a shop's product page and returns an annotation card whose every line has its evidence."""

from earmark.card import Card, to_json
from earmark.pipeline import annotate
from earmark.rulebook import Rulebook, load_rulebook

__all__ = ["Card", "Rulebook", "annotate", "load_rulebook", "to_json"]
