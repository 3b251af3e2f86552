"""`earmark rules new`: a rule and its case from a page and the values that the readers miss."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import msgspec

from earmark.cli.given import read
from earmark.cli.rules.draft import Draft, drafted, literal
from earmark.cli.text import clean
from earmark.corpus.cases import answers
from earmark.decoding import to_utf8
from earmark.page import Page
from earmark.pipeline import annotate_page
from earmark.resources import PACKAGED, extra_folders, rules_folder
from earmark.rulebook import Rulebook, read_rulebook
from earmark.rulefile import suggest
from earmark.sites import FILE
from earmark.sites.candidates import parse, slim
from earmark.sites.scope import HOST


@click.command()
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("wanted", metavar="[FACT=VALUE]...", nargs=-1)
@click.option("--url", help="The page's address, where PAGE does not tell it.")
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), help="The rules folder.")
@click.option("--keeper", help="Who is asked when the rule breaks.")
@click.option("--json", "as_json", is_flag=True, help="What was found and written, as one line of JSON.")
def new(
    page: Path,
    wanted: tuple[str, ...],
    url: str | None,
    folder: Path | None,
    keeper: str | None,
    as_json: bool,
) -> None:
    """Write a rule that finds each FACT's VALUE, as PAGE writes it, and its case. PAGE may be a case file.

    Without values it tells what the general readers find already. Where they find all of it, no rule is
    written. The exit code is 1 where nothing is written.
    """
    given = read(str(page))
    url = url or given.url or ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if not HOST.fullmatch(host):
        raise click.UsageError(f"--url {url or 'is missing'}: there is no shop's host in it.")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    book = read_rulebook(*([folder] if folder else []))
    asked = _asked(wanted, tuple(book.vocabulary.specs))
    html = slim(parse(to_utf8(given.html, given.charset)[0].decode("utf-8", "replace")))
    found = _found(html, url, book)
    if not asked:
        lines = [f"found   {name} = {clean(str(value))}" for name, value in found.items()]
        lines.append("Name what is missing or wrong, as the page writes it: FACT=VALUE")
        _answer(as_json, lines, found, [])
        sys.exit(1)
    soup = parse(html)
    drafts = [drafted(Page.read(html, url), soup, name, text, book) for name, text in asked.items()]
    missing = [draft for draft in drafts if not draft.known(found)]
    lines = [_line(draft, found) for draft in drafts]
    if not missing or any(draft.fact is None for draft in missing):
        lines.append("no rule is needed" if not missing else "nothing is written")
        _answer(as_json, lines, found, [])
        sys.exit(1)
    target = _folder(folder) / "sites" / host
    written = _write(target, host, keeper, missing)
    book = read_rulebook(target.parent.parent)
    written += _write_case(target, page.stem, url, html, _found(html, url, book))
    lines += [f"wrote   {path}" for path in written]
    lines.append(f"next    read [expect] in {written[-1].name}, then: earmark rules test {target}")
    _answer(as_json, lines, found, written)


def _folder(given: Path | None) -> Path:
    """Where rules are written: the folder given, else the topmost of EARMARK_RULES, else the checkout's."""
    folder = given or (extra_folders() or (rules_folder(),))[-1]
    if folder.name == PACKAGED:
        raise click.UsageError("Name a folder for your rules: --to FOLDER, or EARMARK_RULES.")
    return folder


def _asked(wanted: Sequence[str], specs: Sequence[str]) -> dict[str, str]:
    asked: dict[str, str] = {}
    for one in wanted:
        name, _, text = one.partition("=")
        if not text.strip():
            raise click.UsageError(f"{one!r}: write FACT=VALUE, like sku=4711.")
        if name not in specs:
            raise click.UsageError(
                f"unknown fact {name!r}; {suggest(name, specs) or 'see `earmark rules show`'}"
            )
        asked[name] = " ".join(text.split())
    return asked


def _found(html: str, url: str, book: Rulebook) -> dict[str, Any]:
    return dict(answers(annotate_page(Page.read(html, url), book, None, ("en",))))


def _line(draft: Draft, found: Mapping[str, Any]) -> str:
    if draft.known(found):
        return f"found   {draft.name}: the general readers have it"
    if draft.fact is None:
        return f"lost    {draft.name}: {clean(draft.why)}"
    line = f"new     {draft.name}: {'; '.join(draft.fact.splitlines()[2:])}"
    if draft.label:
        line += (
            f"\n        the label “{clean(draft.label)}” is unknown: if it means this, a word under"
            f" [labels] {draft.name} in rules/vocabulary helps every shop, and no rule is needed"
        )
    return line


def _write(target: Path, host: str, keeper: str | None, drafts: Sequence[Draft]) -> list[Path]:
    """Begin the shop's rule, or add the facts to the one that is there."""
    target.mkdir(parents=True, exist_ok=True)
    path = target / FILE
    text = path.read_text("utf-8").rstrip() + "\n" if path.exists() else _head(host, keeper)
    path.write_text(text + "".join(f"\n{draft.fact}" for draft in drafts), "utf-8")
    return [path]


def _head(host: str, keeper: str | None) -> str:
    kept = f"keeper  = {literal(keeper)}\n" if keeper else ""
    return (
        f"#:schema ../../schema/site.schema.json\nformat = 1\n\n[site]\nname    = {literal(host)}\n"
        f"hosts   = [{literal(host)}]\n{kept}checked = {date.today().isoformat()}\n"
    )


def _write_case(target: Path, stem: str, url: str, html: str, found: Mapping[str, Any]) -> list[Path]:
    page, case = target / f"{stem}.html", target / f"{stem}.toml"
    page.write_text(html, "utf-8")
    expect = "".join(f"{name} = {literal(value)}\n" for name, value in found.items())
    head = f"url      = {literal(url)}\ncaptured = {date.today().isoformat()}\n"
    case.write_text(f"{head}\n[expect]\n{expect}", "utf-8")
    return [page, case]


def _answer(as_json: bool, lines: Sequence[str], found: Mapping[str, Any], written: Sequence[Path]) -> None:
    if as_json:
        click.echo(msgspec.json.encode({"found": found, "written": [str(path) for path in written]}))
    else:
        click.echo("\n".join(lines))
