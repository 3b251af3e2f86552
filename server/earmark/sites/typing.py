"""Whether the steps of a fact fit each other and give what the fact is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from earmark import patterns
from earmark.rulefile import KeyPath, suggest
from earmark.sites.model import Applied, Argument
from earmark.sites.steps import STEPS, StepKind
from earmark.vocabulary import Spec

if TYPE_CHECKING:
    from earmark.sites.check import Checker

MOST_STEPS = 8
_ENDS = {
    "text": None,
    "texts": "texts",
    "presence": "flag",
}  # the kind of fact that may end with it; None: any


class StepChecker:
    """Checks one fact's `steps` from left to right."""

    def __init__(self, checker: Checker, spec: Spec | None, path: KeyPath) -> None:
        self.checker, self.spec, self.path = checker, spec, path

    def steps(self, listed: Any, given: str) -> tuple[Applied, ...]:
        """`given` is what the page gives: text, texts or presence."""
        if not isinstance(listed, list) or len(listed) > MOST_STEPS:
            self._fault("R004", f"`steps` must be a list of at most {MOST_STEPS} steps")
            return ()
        applied: list[Applied] = []
        for one in listed:
            step = self._step(one)
            if step is None:
                return tuple(applied)
            kind = STEPS[step.name]
            if kind.takes != given:
                self._fault("R023", f"`{step.name}` takes {kind.takes}, but is given {given}", step.name)
                return tuple(applied)
            given = kind.gives
            applied.append(step)
        self._result(given)
        return tuple(applied)

    def _step(self, one: Any) -> Applied | None:
        name = (
            one
            if isinstance(one, str)
            else next(iter(one))
            if isinstance(one, dict) and len(one) == 1
            else None
        )
        if name is None:
            self._fault(
                "R020", "a step is a word, or a table of one key", hint='like "first" or { after = "x" }'
            )
            return None
        kind = STEPS.get(name)
        if kind is None:
            self._fault("R020", f"unknown step `{name}`", name, suggest(name, STEPS))
            return None
        if isinstance(one, str):
            if kind.argument != "none" and not kind.optional:
                self._fault("R021", f"`{name}` needs an argument", name, f"like {kind.example}")
                return None
            return Applied(name)
        argument = one[name]
        wrong = self._wrong(kind, argument)
        if wrong is not None:
            self._fault(*wrong, hint="" if wrong[0] == "R024" else f"like {kind.example}")
            return None
        held: Argument = (argument[0], argument[1]) if isinstance(argument, list) else argument
        return Applied(name, held)

    def _wrong(self, kind: StepKind, argument: Any) -> tuple[str, str, str] | None:
        """Code, message and the word at fault."""
        shown = (
            argument
            if isinstance(argument, str)
            else next(iter(argument), "")
            if isinstance(argument, dict)
            else ""
        )
        if kind.argument == "none":
            return "R021", "this step has no argument", shown
        if kind.argument == "two texts":
            pair = (
                isinstance(argument, list)
                and len(argument) == 2
                and all(isinstance(a, str) for a in argument)
            )
            return None if pair and argument[0] else ("R021", "this step needs a list of two texts", "")
        if kind.argument == "choices":
            return self._choices(argument)
        if not isinstance(argument, str) or not argument:
            return "R021", "the argument must be words in quotes", ""
        if kind.argument == "pattern" and (hostile := patterns.fault(argument)):
            return "R024", hostile[0], hostile[1]
        if kind.argument == "unit" and self.spec is not None and argument != self.spec.unit:
            if argument not in self.checker.units:
                return "R021", f"unknown unit `{argument}`", argument
            return "R021", f"`{self.spec.name}` is kept in {self.spec.unit}, not in {argument}", argument
        if kind.argument == "currency" and not re.fullmatch("[A-Z]{3}", argument):
            return "R021", f"`{argument}` is no currency code of three letters", argument
        return None

    def _choices(self, argument: Any) -> tuple[str, str, str] | None:
        if not isinstance(argument, dict) or not argument:
            return "R021", "this step needs a table", ""
        for value in argument.values():
            if not isinstance(value, str):
                return "R021", "the values of this table must be words in quotes", ""
            if self.spec is not None and self.spec.choices and value not in self.spec.choices:
                near = suggest(value, self.spec.choices)
                return "R025", f"`{value}` is no value of `{self.spec.name}`; {near}", value
        return None

    def _result(self, given: str) -> None:
        if self.spec is None:
            return
        wanted = _ENDS.get(given, given)
        if wanted is None or wanted == self.spec.kind:
            return
        hint = {"texts": 'add "first" or "last"', "presence": "presence is for yes-or-no facts"}.get(
            given, ""
        )
        self._fault(
            "R022", f"`{self.spec.name}` is of kind {self.spec.kind}, but this gives {given}", hint=hint
        )

    def _fault(self, code: str, message: str, word: str = "", hint: str = "") -> None:
        self.checker.fault(code, message, self.path, word=word, hint=hint)
