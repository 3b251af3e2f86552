"""The last step of a fact: words -> value."""

from __future__ import annotations

from collections.abc import Mapping

from earmark.facts import Said
from earmark.folding import fold
from earmark.interpret.typed import Typed, typed
from earmark.sites.model import Applied
from earmark.values import Currencies, money
from earmark.vocabulary import Spec, Vocabulary


def finish(
    step: Applied, spec: Spec, said: Said, vocabulary: Vocabulary, currencies: Currencies
) -> Typed | None:
    """The value that a step with a kind gives; None where it fails."""
    argument = step.argument
    if isinstance(argument, Mapping):
        wanted = fold(said.text).strip()
        for words, value in argument.items():
            if fold(words).strip() == wanted:
                return Typed(value, said.text, said.evidence)
        return None
    if step.name == "money" and isinstance(argument, str):
        amount = money(said.text, currencies, assume=argument)
        return Typed(amount, said.text, said.evidence) if amount is not None else None
    return typed(spec, said, vocabulary, currencies, argument if isinstance(argument, str) else "")
