"""What the item is: weighed words and facts -> Classification. Never sees HTML."""

from earmark.kinds.classify import classify
from earmark.kinds.load import load
from earmark.kinds.model import Cue, KindRules, Measure

__all__ = ["Cue", "KindRules", "Measure", "classify", "load"]
