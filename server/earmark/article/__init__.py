"""The article's knowledge: classification, facts and purpose -> statements on the card."""

from earmark.article.advice import Advice
from earmark.article.advise import advise
from earmark.article.condition import SpecInfo
from earmark.article.load import load
from earmark.article.model import Article
from earmark.article.page import article_html, sections

__all__ = ["Advice", "Article", "SpecInfo", "advise", "article_html", "load", "sections"]
