"""`earmark card`: the card of facts given by hand, for people who edit `rules/article`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import get_args

import click

from earmark.article import advise
from earmark.assemble import card_of
from earmark.card import AUDIO_KINDS, PURPOSES, Kind, PageInfo, Quote, to_json
from earmark.cli.annotate import show
from earmark.facts import Classification, Evidence, Fact, FactValue, Money
from earmark.rulebook import load_rulebook
from earmark.rulefile import suggest
from earmark.vocabulary import Spec, Vocabulary

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_JUDGED = ("kind", "form", "back", "microphone")  # what a classification says, beside what the facts say


@click.command()
@click.argument("given", metavar="FACT=VALUE...", nargs=-1, required=True)
@click.option("--purpose", type=click.Choice(PURPOSES), help="What the buyer wants it for.")
@click.option("--language", "languages", multiple=True, help="Language of the card, best first; repeatable.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON instead of text.")
def card(given: tuple[str, ...], purpose: str | None, languages: tuple[str, ...], as_json: bool) -> None:
    """Print the card of an item without a page: `kind=headset form=over-ear price=49.99 currency=USD`.

    A fact is a spec of rules/vocabulary/specs.toml, kind, name, brand, model, price or currency.
    """
    book = load_rulebook()
    languages = languages or ("en",)
    values = parse(given, book.vocabulary)
    kind = values.get("kind")
    if kind is not None and kind not in AUDIO_KINDS:
        raise click.UsageError(
            f"The article has no card for kind={kind}; known: {', '.join(sorted(AUDIO_KINDS))}"
        )
    written = dict(pair.split("=", 1) for pair in given)
    evidence = {spec: (_evidence(spec, written[spec]),) for spec in values}
    judged = {spec: values[spec] for spec in _JUDGED if spec in values}
    found = Classification(
        **judged,  # type: ignore[arg-type]
        confidence=1.0,
        evidence={spec: evidence[spec] for spec in judged},
    )
    facts = {
        spec: Fact(spec, value, written[spec], evidence[spec])
        for spec, value in values.items()
        if spec != "kind"
    }
    made = card_of(
        PageInfo(url=None, language=None, kind="product", reason=None),
        facts,
        found,
        advise(book.article, found, facts, purpose, languages),
        vocabulary=book.vocabulary,
        rulebook=book.digest,
        language=languages[0],
    )
    if as_json:
        click.echo(to_json(made))
    else:
        show(made, languages)


def parse(given: Iterable[str], vocabulary: Vocabulary) -> dict[str, FactValue]:
    """`spec=value` words -> typed values. Raises click.UsageError with what was meant."""
    words: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not value:
            raise click.UsageError(f"`{pair}` is no FACT=VALUE")
        if name in words:
            raise click.UsageError(f"`{name}` is given twice")
        words[name] = value
    currency = words.pop("currency", None)
    if currency is not None and "price" not in words:
        raise click.UsageError("a currency needs a price")
    return {name: _value(name, text, currency, vocabulary.specs) for name, text in words.items()}


def _value(name: str, text: str, currency: str | None, specs: Mapping[str, Spec]) -> FactValue:
    if name == "kind":
        return _one_of(name, text, get_args(Kind))
    spec = specs.get(name)
    if spec is None:
        raise click.UsageError(f"unknown fact `{name}`; {suggest(name, [*specs, 'kind', 'currency'])}")
    if spec.kind == "money":
        return Money(_number(name, text), currency.upper() if currency else None)
    if spec.kind == "quantity":
        return float(_number(name, text))
    if spec.kind == "flag":
        return _YES_NO[_one_of(name, text.lower(), tuple(_YES_NO))]
    if spec.kind == "choice":
        return _one_of(name, text, spec.choices)
    if spec.kind == "range":
        low, _, high = text.partition("-")
        return float(_number(name, low)), float(_number(name, high))
    return tuple(text.split(",")) if spec.kind == "texts" else text


def _one_of(name: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise click.UsageError(
            f"`{name}` is never `{text}`; {suggest(text, known) or 'see rules/vocabulary'}"
        )
    return text


def _number(name: str, text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0:
        raise click.UsageError(f"`{name}` is a number, not `{text}`")
    return value


def _evidence(spec: str, text: str) -> Evidence:
    return Evidence("state", Quote(f"{spec}={text}"), visible=False)
