"""Many captured pages: read them all, judge the answers by hand-made labels, compare two runs."""

from earmark.corpus.compare import Change, changes
from earmark.corpus.evaluation import Evaluation, evaluate, load_evaluation
from earmark.corpus.labels import Corpus, load_corpus

__all__ = ["Change", "Corpus", "Evaluation", "changes", "evaluate", "load_corpus", "load_evaluation"]
