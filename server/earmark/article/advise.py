"""Article, classification, facts and purpose -> what the card says. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from earmark.article.advice import Advice, Advised, Note, NoteGroup, NotNeeded, Pick, PurposeAdvice, Row
from earmark.article.condition import Seen, truth
from earmark.article.look import evidence_of, look
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
from earmark.article.verdict import verdict_of
from earmark.card import AUDIO_KINDS
from earmark.facts import Classification, Evidence, Facts, FactValue, Money

MOST_LINES = 7  # of one list: what a shopper reads before the eye jumps on

_GROUPS: Mapping[ListName, NoteGroup] = {
    "definitions": "definition",
    "questions": "question",
    "views": "view",
}


def advise(
    article: Article,
    classification: Classification,
    facts: Facts,
    purpose: str | None,
    languages: Sequence[str] = (FALLBACK,),
) -> Advice:
    """What the article says of this item; for an accessory or anything else only its label."""
    seen = look(article, classification, facts, purpose)
    teller = _Teller(article, seen, facts, languages)
    label = teller.first(article.labels) + teller.first(article.suffixes)
    if classification.kind is not None and classification.kind not in AUDIO_KINDS:
        return Advice(label)
    lists = article.lines_for[classification.kind]
    strengths, weaknesses, best_use, caveats = (teller.lines(lists[name]) for name in LINE_LISTS)
    notes = [(_GROUPS[name], line) for name in NOTE_LISTS for line in teller.lines(lists[name], bare=True)]
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
            if not holds or self._disputed(line):
                continue
            evidence = evidence_of(self.seen, specs)
            if evidence or bare:
                self.said.add(line.statement)
                told.append(self._advised(line, evidence))
        return tuple(told if bare else told[:MOST_LINES])

    def _disputed(self, line: Line) -> bool:
        """Whether the text would name a value that the page itself contradicts."""
        return any(len(self.seen[spec].values) > 1 for spec in line.values)

    def _advised(self, line: Line, evidence: tuple[Evidence, ...]) -> Advised:
        text, wording = self.article.wording(line.key, self.languages)
        for spec in line.values:
            text = text.replace(f"{{{spec}}}", _written(self.facts[spec].value, wording))
        return Advised(text, line.statement, self.article.statements[line.statement].section, evidence)

    def purpose(self, rule: PurposeRule, classification: Classification) -> PurposeAdvice:
        verdict, _ = verdict_of(rule, self.seen) if classification.kind else ("not stated", ())
        if verdict == "not stated":
            return PurposeAdvice(rule.purpose, "not stated", ())
        seen = {**self.seen, "verdict": Seen((verdict,))}
        for line in rule.because:
            holds, specs = truth(line.when, seen)
            evidence = evidence_of(seen, specs)
            if holds and evidence and not self._disputed(line):
                return PurposeAdvice(rule.purpose, verdict, (self._advised(line, evidence),))
        return PurposeAdvice(rule.purpose, "not stated", ())

    def not_needed(self, purpose: str | None) -> Iterable[NotNeeded]:
        for feature in self.article.features:
            if purpose not in feature.not_for:
                continue
            holds, specs = truth(feature.when, self.seen)
            evidence = evidence_of(self.seen, specs)
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
        if chosen and self.seen["kind"].values:
            missed += [spec for name in verdict_of(chosen, self.seen)[1] for spec in self._asked(name)]
        return dict.fromkeys(spec for spec in missed if spec not in self.seen or not self.seen[spec].values)

    def _asked(self, name: str) -> Iterable[str]:
        """The facts behind a name a condition asks for."""
        if name in self.article.terms:
            yes = self.article.terms[name].yes
            return truth(yes, self.seen)[1] or [spec for clause in yes.clauses for spec in clause]
        return ("price",) if name == "price_tier" else (name,)


def _written(value: FactValue, wording: Wording) -> str:
    if isinstance(value, Money):
        return f"{value.amount:f} {value.currency or ''}".strip().replace(".", wording.decimal)
    return f"{value:g}".replace(".", wording.decimal) if isinstance(value, int | float) else str(value)
