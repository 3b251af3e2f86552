"""`python -m earmark.article` prints the page of the article's statements, as the extension ships it."""

from __future__ import annotations

import sys

from earmark.article.page import article_html
from earmark.rulebook import load_rulebook

if __name__ == "__main__":
    sys.stdout.write(article_html(load_rulebook().article))
