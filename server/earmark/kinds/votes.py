"""What each mention and each measure adds for each kind, in log-odds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from earmark.facts import Evidence, Facts, Mention
from earmark.kinds.model import Cue, KindRules, Measure
from earmark.kinds.roles import STRANGERS, roles
from earmark.kinds.shapes import STATED
from earmark.vocabulary import Vocabulary

STATING = ("wireless", "gaming")  # facts that `needs` and `lacks` may ask for, however the page gives them
MOST_NAMED = 60  # mentions in a name whose roles are told apart; a name with more is a heap of search words


class Vote(NamedTuple):
    """What one mention or measure adds for each kind."""

    weights: dict[str, float]
    text: str
    evidence: tuple[Evidence, ...]


def votes_of(
    name: str,
    mentions: Sequence[Mention],
    facts: Facts,
    rules: KindRules,
    vocabulary: Vocabulary,
    language: str,
) -> Iterator[Vote]:
    """The vote of each mention and of each measure that a rule covers."""
    states = _states(mentions, facts, rules)
    yield from _said(name, mentions, facts, rules, states, language)
    yield from _measured(facts, rules, states, vocabulary, language)


def _said(
    name: str,
    mentions: Sequence[Mention],
    facts: Facts,
    rules: KindRules,
    states: Collection[str],
    language: str,
) -> Iterator[Vote]:
    """The vote of each mention that a cue covers; a concept counts once in each place."""
    title = [m for m in mentions if m.place == "title"][:MOST_NAMED]
    of_title = roles(name, title)
    role_of = {id(title[i]): role for i, role in of_title.items()}
    served = any(role == "head" and title[i].concept.startswith(STRANGERS) for i, role in of_title.items())
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        key = (mention.concept, mention.place)
        if key in seen:
            continue
        seen.add(key)
        for cue in rules.cues:
            if not cue.covers(mention.concept) or mention.place not in cue.places:
                continue
            if mention.place == "description" and _disputed(mention, facts):
                continue
            if not _holds(cue, states):
                continue
            share = cue.weight_in.get(mention.place, rules.places[mention.place])
            if mention.place == "title" and not cue.always:
                role = role_of.get(id(mention), "later")
                share *= cue.later if role == "later" and cue.later is not None else rules.roles[role]
            elif served and mention.place != "row" and not mention.concept.startswith(STRANGERS):
                share *= rules.roles["object"]
            if share:
                weights = {kind: weight * share for kind, weight in cue.weights.items()}
                yield Vote(weights, _sentence(rules, language, mention), (mention.evidence,))


def _disputed(mention: Mention, facts: Facts) -> bool:
    """Running text names another microphone than the page stands behind."""
    fact = facts.get("microphone")
    family, _, value = mention.concept.partition(".")
    return family == "microphone" and fact is not None and fact.value not in (value, "unspecified")


def _holds(rule: Cue | Measure, states: Collection[str]) -> bool:
    return all(need in states for need in rule.needs) and not any(lack in states for lack in rule.lacks)


def _states(mentions: Sequence[Mention], facts: Facts, rules: KindRules) -> set[str]:
    """The concepts that the page mentions or its facts give, and the states of the rules that they make true.
    A field («With microphone: Yes») makes "any microphone" true, not "microphone"."""
    said: dict[str, set[str]] = {place: set() for place in rules.places}
    for mention in mentions:
        said[mention.place].add(mention.concept)
    states = set().union(*(said[place] for place in STATED))
    for state, rule in rules.states.items():
        among = set().union(*(said[place] for place in rule.places))
        if not among.isdisjoint(rule.some) and among.isdisjoint(rule.none):
            states.add(state)
    states |= {f"{spec}.{str(facts[spec].value).lower()}" for spec in STATING if spec in facts}
    fact = facts.get("microphone")
    if fact is not None and fact.value == "none":
        states.discard("microphone")
    elif fact is not None or "microphone" in states:
        states.add("any microphone")
    return states


def _measured(
    facts: Facts, rules: KindRules, states: Collection[str], vocabulary: Vocabulary, language: str
) -> Iterator[Vote]:
    for measure in rules.measures:
        fact = facts.get(measure.fact)
        if fact is not None and measure.holds(fact.value) and _holds(measure, states):
            text = template(rules, language, "measure").format(
                label=vocabulary.label(fact.spec, language), words=fact.text
            )
            yield Vote(dict(measure.weights), text, fact.evidence)


def _sentence(rules: KindRules, language: str, mention: Mention) -> str:
    return template(rules, language, mention.place).format(words=mention.words, label=mention.label)


def template(rules: KindRules, language: str, name: str) -> str:
    return rules.texts.get(language.split("-")[0], {}).get(name) or rules.texts["en"][name]
