"""The words of shops, per language: what a label, a value, a phrase, a heading means."""

from earmark.vocabulary.load import load
from earmark.vocabulary.phrases import Hit, Phrases
from earmark.vocabulary.words import Spec, Vocabulary

__all__ = ["Hit", "Phrases", "Spec", "Vocabulary", "load"]
