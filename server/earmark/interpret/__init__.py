"""What was said -> typed Readings and Mentions: rows by their labels, prose by its words."""

from earmark.interpret.interpret import Interpreted, interpret

__all__ = ["Interpreted", "interpret"]
