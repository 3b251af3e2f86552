"""The article's knowledge: classification, facts and purpose -> statements on the card."""

from earmark.article.advise import Advice, advise
from earmark.article.condition import SpecInfo
from earmark.article.load import load
from earmark.article.model import Article

__all__ = ["Advice", "Article", "SpecInfo", "advise", "load"]
