"""`earmark rules show`: what a fact, a step or a code means."""

from __future__ import annotations

import click
import msgspec

from earmark.rulebook import load_rulebook
from earmark.rulefile import suggest
from earmark.sites.codes import CODES
from earmark.sites.schema import schema
from earmark.sites.steps import STEPS
from earmark.vocabulary import Vocabulary

MOST_LABELS = 12  # of a fact; the rest says the same in other languages


@click.command()
@click.argument("word", required=False)
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON.")
def show(word: str | None, as_json: bool) -> None:
    """Tell what a fact, a step or an error code is; without a WORD list them all.

    `earmark rules show schema` prints the JSON Schema of a site rule.
    """
    vocabulary = load_rulebook().vocabulary
    if word == "schema":
        click.echo(msgspec.json.format(msgspec.json.encode(schema(vocabulary.specs))))
        return
    known = {"facts": list(vocabulary.specs), "steps": list(STEPS), "codes": list(CODES)}
    if word is None:
        lines = [f"{group}: {', '.join(names)}" for group, names in known.items()]
        click.echo(msgspec.json.encode(known) if as_json else "\n".join(lines))
        return
    meaning = _meaning(word, vocabulary)
    if meaning is None:
        everything = [name for names in known.values() for name in names]
        raise click.UsageError(
            f"unknown word {word!r}; {suggest(word, everything) or 'leave it out for a list'}"
        )
    if as_json:
        click.echo(msgspec.json.encode({"word": word, **meaning}))
    else:
        click.echo("\n".join([word, *(f"  {key:<8}{text}" for key, text in meaning.items())]))


def _meaning(word: str, vocabulary: Vocabulary) -> dict[str, str] | None:
    if word in CODES:
        return {"meaning": CODES[word]}
    if word in STEPS:
        step = STEPS[word]
        return {"meaning": step.meaning, "takes": step.takes, "gives": step.gives, "example": step.example}
    spec = vocabulary.specs.get(word)
    if spec is None:
        return None
    labels = [label for label, specs in vocabulary.labels.items() if word in specs]
    more = len(labels) - MOST_LABELS
    told = {
        "meaning": spec.label(),
        "kind": spec.kind,
        "unit": spec.unit or "",
        "bounds": f"{spec.bounds[0]:g} to {spec.bounds[1]:g}" if spec.bounds else "",
        "choices": ", ".join(spec.choices),
        "labels": ", ".join(labels[:MOST_LABELS]) + (f" and {more} more" if more > 0 else ""),
    }
    return {key: text for key, text in told.items() if text}
