"""Mentions and facts -> Classification: log-odds that add up, and silence where they do not suffice."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from earmark.card import AUDIO_KINDS, Kind
from earmark.facts import OUTSIDE_MICROPHONE, Classification, Evidence, Facts, Ground, Mention, Said
from earmark.kinds.model import KINDS, KindRules
from earmark.kinds.nouns import STRANGERS
from earmark.kinds.traits import back_of, form_of, is_buds, is_neckband, is_open_ear, microphone_of
from earmark.kinds.votes import Vote, votes_of
from earmark.vocabulary import Vocabulary

_INSIDE = frozenset({"form.in-ear", "form.earbud"})
_OUTSIDE = frozenset({"form.over-ear", "form.on-ear"})
_AROUND = ("other.device", "other.socket", "other.earmuffs")  # what prose of headphones speaks of as well
MOST_FORMS = 2  # that a careless seller's rows give
MOST_GROUNDS = 6  # reasons shown for and against; the trace has them all


def classify(
    name: Said | None,
    mentions: Sequence[Mention],
    facts: Facts,
    rules: KindRules,
    vocabulary: Vocabulary,
    language: str = "en",
) -> Classification:
    """Add up what speaks for each kind; the leader is the answer where it leads by the margin.

    Between a headphone and something else the answer is something else: silence before a guess.
    """
    votes, known, unnamed = votes_of(name, mentions, facts, rules, vocabulary, language)
    sums = {kind: sum(vote.weights.get(kind, 0.0) for vote in votes) for kind in KINDS}
    kind, confidence = _decide(sums, rules)
    if kind is None and unnamed and known is None:
        kind = "accessory"
    if kind == "accessory" and not _of_headphones(name, mentions, rules):
        kind = "other"
    if known is not None and kind in AUDIO_KINDS and known.line.kind != kind:
        kind = None  # the words and the known line disagree
    if kind in AUDIO_KINDS and _stuffed(mentions):
        kind = None
    if kind in AUDIO_KINDS and is_open_ear(facts, mentions):
        kind = None
    form = form_of(facts, kind, mentions)
    back = back_of(facts) if form != "open-ear" else None  # «open» says that it leaves the ear free
    alike = known.line if known is not None and known.line.kind == kind else None
    if alike is not None:
        form = form or (alike.form if "form" not in facts else None)  # type: ignore[assignment]
        back = back or alike.back  # type: ignore[assignment]
    microphone = microphone_of(facts, kind, form, mentions, alike)
    grounds = sorted(
        {v.text: v for v in reversed(votes)}.values(), key=lambda v: -abs(v.weights.get(kind or "", 0.0))
    )
    speaks_for = tuple(Ground(v.text, v.evidence) for v in grounds if kind and v.weights.get(kind, 0) > 0)
    against = tuple(Ground(v.text, v.evidence) for v in grounds if kind and v.weights.get(kind, 0) < 0)
    if kind is None:
        speaks_for = tuple(Ground(v.text, v.evidence) for v in grounds if v.evidence)
    deciding = _told(votes, kind)
    evidence: dict[str, tuple[Evidence, ...]] = {"kind": deciding} if kind and deciding else {}
    for spec, value in (("form", form), ("back", back), ("microphone", microphone)):
        if value:
            evidence[spec] = _evidence_for(spec, value, facts) or (
                (known.evidence,) if known is not None else evidence.get("kind", ())
            )
    return Classification(
        kind,
        form,
        back,
        microphone,
        round(confidence, 3),
        speaks_for[:MOST_GROUNDS],
        against[:MOST_GROUNDS],
        evidence,
        known=known is not None and known.line.kind in AUDIO_KINDS,
    )


def is_audio(
    mentions: Sequence[Mention], facts: Facts, classification: Classification, vocabulary: Vocabulary
) -> bool:
    """The page sells a headphone of some kind, even where it does not tell which."""
    if classification.kind not in (*AUDIO_KINDS, None):
        return False
    named = is_buds(mentions) or is_neckband(mentions)
    if classification.known or (classification.kind == "earphones" and named):
        return True
    if classification.kind is not None and _described(mentions):
        return True
    places = {m.place for m in mentions if m.concept.startswith(("kind.", "form."))}
    measured = not vocabulary.telling.isdisjoint(facts)
    return bool(places & {"title", "row"}) or (bool(places) and measured)


def _described(mentions: Sequence[Mention]) -> bool:
    """Prose alone suffices where it calls the thing a kind and describes it in two ways, and neither says
    anything else: «Halden 5», an «open-back headphone» that «rests around the ear»."""
    told = {m.concept for m in mentions if m.place in ("bullets", "description")}
    called_headset = any(concept.startswith("kind.headset") for concept in told)
    around = (*_AROUND, "other.microphone") if called_headset else _AROUND
    if any(
        m.concept.startswith(STRANGERS if m.place == "title" else "other.") and m.concept not in around
        for m in mentions
    ):
        return False
    families = {c.split(".")[0] for c in told if c.startswith(("form.", "back.", "shape."))}
    outside = not told.isdisjoint(OUTSIDE_MICROPHONE)
    called = any(c.startswith("kind.") or c == "form.earbud" for c in told) or (outside and bool(families))
    return called and not _torn(told) and ((outside and called_headset) or len(families) + outside >= 2)


def _decide(sums: dict[str, float], rules: KindRules) -> tuple[Kind | None, float]:
    ordered = sorted(sums.items(), key=lambda item: -item[1])
    (best, top), (runner_up, second) = ordered[0], ordered[1]
    total = sum(math.exp((value - top) / rules.thresholds["temperature"]) for value in sums.values())
    confidence = 1 / total
    if top < rules.thresholds["audio"]:
        return None, 1 - confidence
    if top - second < rules.thresholds["margin"]:
        stranger = next((kind for kind in (best, runner_up) if kind not in AUDIO_KINDS), None)
        return stranger, 0.5 if stranger else 1 - confidence  # type: ignore[return-value]
    return best, confidence  # type: ignore[return-value]


def _of_headphones(name: Said | None, mentions: Sequence[Mention], rules: KindRules) -> bool:
    """An accessory is one of headphones where its own word says so («earpads»), or the page names them:
    cables and cases are sold for all things."""
    return any(
        m.concept.startswith(("kind.", "form.", "accessory.")) and m.concept != "accessory.any"
        for m in mentions
    ) or (name is not None and rules.models.find(name.text) is not None)


def _stuffed(mentions: Sequence[Mention]) -> bool:
    """A name that calls the thing everything at once, in the ear and around it, tells nothing; nor do rows
    that give every form there is: they are a list's filters."""
    said = {mention.concept for mention in mentions if mention.place == "title"}
    rows = {mention.concept for mention in mentions if mention.place == "row"}
    kinds = {"kind.headphones", "kind.earphones"} <= said and any(c.startswith("kind.headset") for c in said)
    filters = sum(concept.startswith("form.") for concept in rows) > MOST_FORMS
    return (kinds and _torn(said)) or (filters and _torn(rows))


def _torn(said: Collection[str]) -> bool:
    return not _INSIDE.isdisjoint(said) and not _OUTSIDE.isdisjoint(said)


def _told(votes: Sequence[Vote], kind: Kind | None) -> tuple[Evidence, ...]:
    strong = sorted(
        (v for v in votes if kind and v.weights.get(kind, 0) > 0), key=lambda v: -v.weights[kind or ""]
    )
    return tuple(dict.fromkeys(evidence for vote in strong[:3] for evidence in vote.evidence))[:3]


def _evidence_for(spec: str, value: str, facts: Facts) -> tuple[Evidence, ...]:
    fact = facts.get(spec) or (facts.get("mic_noise_cancelling") if spec == "microphone" else None)
    if fact is None:
        return ()
    return next((other.evidence for other in fact.contradicts if other.value == value), fact.evidence)
