"""What was said -> typed Readings and Mentions: rows by their labels, prose by its words."""

from earmark.interpret.interpret import Interpreted, interpret, interpret_name

__all__ = ["Interpreted", "interpret", "interpret_name"]
