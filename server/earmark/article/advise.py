"""Article, classification, facts and purpose -> what the card says. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from earmark.article import prices
from earmark.article.condition import Seen, truth
from earmark.article.model import (
    FALLBACK,
    LINE_LISTS,
    NOTE_LISTS,
    Article,
    Label,
    Line,
    ListName,
    PurposeRule,
    Wording,
)
from earmark.article.picks import recognise
from earmark.card import AUDIO_KINDS, Purpose, Verdict
from earmark.facts import Classification, Evidence, Facts, FactValue, Money

MOST_LINES = 6  # of one list: what a shopper reads before the eye jumps on
EVIDENCE_PER_SPEC = 2  # quotes: the best two; every quote of a brand's name would bury the line

NoteGroup = Literal["definition", "question", "view"]
_GROUPS: Mapping[ListName, NoteGroup] = {
    "definitions": "definition",
    "questions": "question",
    "views": "view",
}


@dataclass(frozen=True, slots=True)
class Advised:
    """A line for the card, with what on the page made it apply."""

    text: str
    statement: str
    section: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Note:
    group: NoteGroup
    text: str
    statement: str
    section: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NotNeeded:
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PurposeAdvice:
    purpose: Purpose
    verdict: Verdict
    because: tuple[Advised, ...]


@dataclass(frozen=True, slots=True)
class Row:
    aspect: str
    statement: str
    headset: str
    headphones: str
    this: Literal["headset", "headphones"] | None


@dataclass(frozen=True, slots=True)
class Pick:
    name: str
    statement: str
    text: str
    this: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """All a card says beyond its facts. Lists are in the order of the card."""

    label: str
    strengths: tuple[Advised, ...] = ()
    weaknesses: tuple[Advised, ...] = ()
    best_use: tuple[Advised, ...] = ()
    caveats: tuple[Advised, ...] = ()
    notes: tuple[Note, ...] = ()
    not_needed: tuple[NotNeeded, ...] = ()
    purposes: tuple[PurposeAdvice, ...] = ()
    comparison: tuple[Row, ...] = ()
    picks: tuple[Pick, ...] = ()
    not_stated: tuple[str, ...] = ()


def advise(
    article: Article,
    classification: Classification,
    facts: Facts,
    purpose: str | None,
    languages: Sequence[str] = (FALLBACK,),
) -> Advice:
    """What the article says of this item; for an accessory or anything else only its label."""
    seen = _look(article, classification, facts, purpose)
    teller = _Teller(article, seen, facts, languages)
    label = teller.first(article.labels) + teller.first(article.suffixes)
    if classification.kind is not None and classification.kind not in AUDIO_KINDS:
        return Advice(label)
    strengths, weaknesses, best_use, caveats = (teller.lines(article.lists[name]) for name in LINE_LISTS)
    notes = [
        (_GROUPS[name], line) for name in NOTE_LISTS for line in teller.lines(article.lists[name], bare=True)
    ]
    rules = sorted(article.purposes, key=lambda rule: rule.purpose != purpose)
    return Advice(
        label,
        strengths=strengths,
        weaknesses=weaknesses,
        best_use=best_use,
        caveats=caveats,
        notes=tuple(Note(group, n.text, n.statement, n.section, n.evidence) for group, n in notes),
        not_needed=tuple(teller.not_needed(purpose)),
        purposes=tuple(teller.purpose(rule, classification) for rule in rules),
        comparison=tuple(teller.rows(classification)),
        picks=tuple(teller.picks(classification)),
        not_stated=tuple(teller.not_stated(rules[0] if purpose else None)),
    )


def _look(
    article: Article, classification: Classification, facts: Facts, purpose: str | None
) -> dict[str, Seen]:
    """Every fact, the classification's own words, the price tier, the purpose, and the article's terms."""
    seen = {
        spec: Seen(
            (fact.value, *(other.value for other in fact.contradicts)), fact.evidence[:EVIDENCE_PER_SPEC]
        )
        for spec, fact in facts.items()
    }
    for spec in ("kind", "form", "back", "microphone"):
        value = getattr(classification, spec)
        evidence = classification.evidence.get(spec, ())[:EVIDENCE_PER_SPEC]
        seen[spec] = Seen((value,), evidence) if value is not None else Seen()
    if "price" in seen:
        tiers = {prices.tier(value, article.prices) for value in seen["price"].values}
        seen["price_tier"] = Seen(
            () if None in tiers else tuple(t for t in tiers if t), seen["price"].evidence
        )
    if purpose:
        seen["purpose"] = Seen((purpose,))
    for name, term in article.terms.items():
        for answer, condition in ((True, term.yes), (False, term.no)):
            holds, specs = truth(condition, seen)
            if holds:
                seen[name] = Seen((answer,), _evidence(seen, specs))
                break
    return seen


def _evidence(seen: Mapping[str, Seen], specs: Iterable[str]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(piece for spec in specs if spec in seen for piece in seen[spec].evidence))


@dataclass
class _Teller:
    """Puts lines into words; remembers which statements this card has said."""

    article: Article
    seen: Mapping[str, Seen]
    facts: Facts
    languages: Sequence[str]

    def __post_init__(self) -> None:
        self.said: set[str] = set()

    def first(self, labels: Iterable[Label]) -> str:
        for label in labels:
            if truth(label.when, self.seen)[0]:
                return self.article.say(label.key, self.languages)
        return ""

    def lines(self, lines: Iterable[Line], *, bare: bool = False) -> tuple[Advised, ...]:
        """The lines that hold, a statement once on a card; `bare` ones may go without evidence."""
        told = []
        for line in lines:
            if line.statement in self.said:
                continue
            holds, specs = truth(line.when, self.seen)
            evidence = _evidence(self.seen, specs) if holds else ()
            if holds and (evidence or bare):
                self.said.add(line.statement)
                told.append(self._advised(line, evidence))
        return tuple(told if bare else told[:MOST_LINES])

    def _advised(self, line: Line, evidence: tuple[Evidence, ...]) -> Advised:
        text, wording = self.article.wording(line.key, self.languages)
        for spec in line.values:
            text = text.replace(f"{{{spec}}}", _written(self.facts[spec].value, wording))
        return Advised(text, line.statement, self.article.statements[line.statement].section, evidence)

    def purpose(self, rule: PurposeRule, classification: Classification) -> PurposeAdvice:
        verdict, _ = _verdict(rule, self.seen) if classification.kind else ("not stated", ())
        if verdict == "not stated":
            return PurposeAdvice(rule.purpose, "not stated", ())
        seen = {**self.seen, "verdict": Seen((verdict,))}
        for line in rule.because:
            holds, specs = truth(line.when, seen)
            evidence = _evidence(seen, specs)
            if holds and evidence:
                return PurposeAdvice(rule.purpose, verdict, (self._advised(line, evidence),))
        return PurposeAdvice(rule.purpose, "not stated", ())

    def not_needed(self, purpose: str | None) -> Iterable[NotNeeded]:
        for feature in self.article.features:
            if purpose not in feature.not_for:
                continue
            holds, specs = truth(feature.when, self.seen)
            evidence = _evidence(self.seen, specs)
            if holds and evidence:
                yield NotNeeded(self.article.say(feature.key, self.languages), evidence)

    def rows(self, classification: Classification) -> Iterable[Row]:
        this: Literal["headset", "headphones"] | None = None
        if classification.kind:
            this = "headset" if classification.kind == "headset" else "headphones"
        for statement in self.article.comparison:
            aspect, headset, headphones = (
                self.article.say(f"{statement}.{part}", self.languages)
                for part in ("aspect", "headset", "headphones")
            )
            yield Row(aspect, statement, headset, headphones, this)

    def picks(self, classification: Classification) -> Iterable[Pick]:
        itself = recognise(self.article, classification, self.facts)
        for pick in self.article.picks:
            offered = pick is itself if itself else truth(pick.offer, self.seen)[0]
            if offered:
                text = self.article.say(pick.key, self.languages)
                yield Pick(pick.name, pick.statement, text, pick is itself)

    def not_stated(self, chosen: PurposeRule | None) -> Iterable[str]:
        missed = [
            spec
            for matter in self.article.matters
            if truth(matter.when, self.seen)[0]
            for spec in matter.specs
        ]
        if chosen:
            missed += [spec for name in _verdict(chosen, self.seen)[1] for spec in self._asked(name)]
        return dict.fromkeys(spec for spec in missed if spec not in self.seen or not self.seen[spec].values)

    def _asked(self, name: str) -> Iterable[str]:
        """The facts behind a name a condition asks for."""
        if name in self.article.terms:
            return truth(self.article.terms[name].yes, self.seen)[1]
        return ("price",) if name == "price_tier" else (name,)


def _verdict(rule: PurposeRule, seen: Mapping[str, Seen]) -> tuple[Verdict, tuple[str, ...]]:
    """The first verdict that holds, and the specs that leave a better one open.

    Open between "up to the job" and "partly": "partly". Open to "not up to the job" too: "not stated".
    """
    possible: list[Verdict] = []
    lifting: list[str] = []
    for verdict, when in rule.verdicts:
        holds, specs = truth(when, seen)
        if holds is not False:
            possible.append(verdict)
        if holds:
            break
        lifting += specs
    if len(set(possible)) == 1:
        return possible[0], ()
    if not possible or "not up to the job" in possible:
        return "not stated", tuple(lifting)
    return "partly", tuple(lifting)


def _written(value: FactValue, wording: Wording) -> str:
    if isinstance(value, Money):
        return f"{value.amount} {value.currency or ''}".strip().replace(".", wording.decimal)
    return f"{value:g}".replace(".", wording.decimal) if isinstance(value, int | float) else str(value)
