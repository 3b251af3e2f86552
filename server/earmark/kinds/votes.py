"""What each mention and each measure adds for each kind, in log-odds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from earmark.facts import OUTSIDE_MICROPHONE, Evidence, Facts, Mention, Said, within
from earmark.kinds.model import ANY_MICROPHONE, BLUETOOTH, KNOWN, Cue, KindRules, Line, Measure
from earmark.kinds.nouns import STRANGERS, is_served
from earmark.kinds.roles import roles
from earmark.kinds.shapes import STATED
from earmark.vocabulary import Vocabulary

STATING = ("wireless", "gaming")  # facts that `needs` and `lacks` may ask for, however the page gives them
MOST_NAMED = 60  # mentions in a name whose roles are told apart; a name with more is a heap of search words


class Vote(NamedTuple):
    """What one mention, measure or known line adds for each kind."""

    weights: dict[str, float]
    text: str
    evidence: tuple[Evidence, ...]


class Heard(NamedTuple):
    """All votes; the known line the product is of; `unnamed`: the name says only what the thing is for, or
    comes with."""

    votes: list[Vote]
    known: Known | None
    unnamed: bool


class Known(NamedTuple):
    """The known line that the product is of, and the words of its name that tell."""

    line: Line
    evidence: Evidence


def votes_of(
    name: Said | None,
    mentions: Sequence[Mention],
    facts: Facts,
    rules: KindRules,
    vocabulary: Vocabulary,
    language: str,
) -> Heard:
    """The vote of each mention, measure and known line that a rule covers."""
    title = [m for m in mentions if m.place == "title"][:MOST_NAMED]
    of_title = roles(name.text if name is not None else "", title, vocabulary.joints)
    role_of = {id(title[i]): role for i, role in of_title.items()}
    served = any(role == "head" and title[i].concept.startswith(STRANGERS) for i, role in of_title.items())
    known = None if served or name is None else _known(name, title, facts, rules, vocabulary)
    states = _states(mentions, facts, rules)
    if known is not None:
        states.add(f"{KNOWN}{known.line.kind}")
    votes = [
        *_said(mentions, facts, rules, states, role_of, served, language),
        *_measured(facts, rules, states, vocabulary, language),
    ]
    if known is not None:
        text = template(rules, language, "model").format(words=known.evidence.quote.exact)
        votes.append(Vote({known.line.kind: known.line.weight}, text, (known.evidence,)))
        votes += [
            Vote(dict(measure.weights), text, (known.evidence,))
            for measure in rules.measures
            if measure.fact == "microphone" and _has_inside(known.line, mentions, facts, measure)
        ]
    return Heard(votes, known, set(of_title.values()) == {"object"})


def _known(
    name: Said, title: Sequence[Mention], facts: Facts, rules: KindRules, vocabulary: Vocabulary
) -> Known | None:
    """The line whose name is the product's own, not what something unnamed is for."""
    brand = facts["brand"].text if "brand" in facts else ""
    found = rules.models.find(name.text, brand)
    if found is None or is_served(name.text, found[1], title, vocabulary.joints):
        return None
    return Known(found[0], within(name.evidence, found[1], found[2]))


def _has_inside(line: Line, mentions: Sequence[Mention], facts: Facts, measure: Measure) -> bool:
    """A known line tells of its microphone as the page's own fact would, where the page has none that is
    more than «with microphone» and no word for one outside."""
    fact = facts.get("microphone")
    return (
        line.microphone is not None
        and measure.holds(line.microphone)
        and (fact is None or fact.value == "unspecified")
        and not any(mention.concept in OUTSIDE_MICROPHONE for mention in mentions)
    )


def _said(
    mentions: Sequence[Mention],
    facts: Facts,
    rules: KindRules,
    states: Collection[str],
    role_of: Mapping[int, str],
    served: bool,
    language: str,
) -> Iterator[Vote]:
    """The vote of each mention that a cue covers; a concept counts once in each place."""
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        key = (mention.concept, mention.place)
        if key in seen:
            continue
        seen.add(key)
        if mention.place == "description" and _disputed(mention, facts):
            continue
        for cue in rules.cues_of(mention.concept):
            if mention.place not in cue.places or not _holds(cue, states):
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
    radio = [m.words for m in mentions if m.concept == "wireless.true"]
    radio += [facts["wireless"].text] if "wireless" in facts else []
    if "bluetooth_version" in facts or any(BLUETOOTH in words.lower() for words in radio):
        states.add(BLUETOOTH)
    fact = facts.get("microphone")
    if fact is not None and fact.value == "none":
        states.discard("microphone")
    elif fact is not None or "microphone" in states:
        states.add(ANY_MICROPHONE)
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
