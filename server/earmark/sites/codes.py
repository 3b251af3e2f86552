"""Every code that the check of a rule file may give, and what it means. W codes are advice, not errors."""

from __future__ import annotations

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "R001": "The file cannot be read: not there, over 1 MB, not UTF-8, not TOML, or a key written twice.",
    "R002": "A key or table that the language does not have.",
    "R003": "A fact that rules/vocabulary/specs.toml does not have.",
    "R004": "A value of the wrong type: words, a list, a date or a table is wanted.",
    "R005": "A key that must be there is missing.",
    "R006": "The file is written for another version of the language.",
    "R010": "Not a CSS selector: a bracket or quote is not closed, or the engine does not understand it.",
    "R011": "A selector that is too long, too deep or has too many joints.",
    "R012": "`::text` and its kin are no selectors here; `take` says what is taken.",
    "R013": "A fact is read in exactly one way: `select`, `json` with `at`, or `meta`.",
    "R014": "Not a JSON pointer.",
    "R015": "`take` is text, presence, each or an attribute, and goes with `select`.",
    "R020": "A step that the language does not have.",
    "R021": "A step with a missing or wrong argument.",
    "R022": "The last step does not give the kind of value that the fact has.",
    "R023": "A step is given what it does not take.",
    "R024": "A pattern that is wrong, or could take long on a hostile page.",
    "R025": "A value that the fact cannot have.",
    "R030": "Two rules for the same host and path, neither more specific.",
    "R031": "Not a host.",
    "R032": "Not a path pattern.",
    "R033": "The folder is not called by one of the rule's hosts.",
    "R040": "A case without its page, or a page without its case.",
    "R041": "A case whose address no part of the rule is for.",
    "R042": "A case that expects something no card has.",
    "W101": "A selector that leans on position breaks when a row is added.",
    "W102": "A class name made by a build tool changes with the shop's next release.",
    "W103": "The rule was last checked on the live shop long ago.",
    "W104": "The rule changes nothing on its own cases: the general readers find it all.",
    "W105": "The rule has no case, so nothing shows that it works.",
}
