"""The words of shops, per language: what a label, a value, a phrase, a heading means."""

from earmark.vocabulary.joints import Joints
from earmark.vocabulary.load import load
from earmark.vocabulary.phrases import Hit, Phrases
from earmark.vocabulary.words import Languages, Spec, Vocabulary

__all__ = ["Hit", "Joints", "Languages", "Phrases", "Spec", "Vocabulary", "load"]
