"""Expected facts: right, wrong, missing, extra; mistakes in the file are told with their place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from earmark.card import AUDIO_KINDS, Card, Contradiction
from earmark.corpus.expected import fact_answers, load_expected
from earmark.errors import CorpusError
from earmark.rulebook import load_rulebook

SPECS = frozenset({"driver_mm", "frequency_hz", "wireless", "platforms", "colour", "weight_g"})


def card(**facts: Any) -> Card:
    rows = [
        {"spec": spec, "label": spec, "value": value, "unit": None, "text": "", "evidence": [at]}
        for at, (spec, value) in enumerate(facts.items())
    ]
    evidence = [
        {"id": at, "source": "table", "visible": True, "quote": {"exact": spec}}
        for at, spec in enumerate(facts)
    ]
    page = {"url": None, "language": None, "kind": "product", "reason": None}
    rule = {"site": None, "rulebook": ""}
    return msgspec.convert(
        {
            "page": page,
            "product": {},
            "classification": None,
            "facts": rows,
            "evidence": evidence,
            "rule": rule,
        },
        Card,
    )


def load(tmp_path: Path, text: str) -> Any:
    (tmp_path / "facts.toml").write_text(text, "utf-8")
    return load_expected(tmp_path / "facts.toml", SPECS)


@pytest.mark.parametrize(
    ("expected", "got", "verdict"),
    [
        ("driver_mm = 40", {"driver_mm": 40.0}, "right"),
        ("driver_mm = 40", {"driver_mm": 41}, "wrong"),
        ("driver_mm = 40", {}, "missing"),
        ("", {"driver_mm": 40}, "extra"),
        ("driver_mm = { any = [40, 42] }", {"driver_mm": 42}, "right"),
        ("driver_mm = { any = [40], optional = true }", {}, "silent"),
        ("driver_mm = { any = [40], optional = true }", {"driver_mm": 42}, "wrong"),
        ("driver_mm = 1", {"driver_mm": True}, "wrong"),
        ("frequency_hz = [20, 20000]", {"frequency_hz": [20.0, 20000.0]}, "right"),
        ("frequency_hz = [20, 20000]", {"frequency_hz": [20.0, 40000.0]}, "wrong"),
        ("wireless = true", {"wireless": True}, "right"),
        ("wireless = true", {"wireless": False}, "wrong"),
        ("colour = 'Black'", {"colour": "black"}, "right"),
        ("platforms = ['PC', 'PS5']", {"platforms": ["PS5", "PC"]}, "right"),
        ("platforms = ['PC', 'PS5']", {"platforms": ["PC"]}, "wrong"),
    ],
)  # fmt: skip
def test_verdicts(tmp_path: Path, expected: str, got: dict[str, Any], verdict: str) -> None:
    pages = load(tmp_path, f'["a.html"]\n{expected}\n')
    answers = dict(fact_answers(pages.get("a.html", {}), card(**got)))
    assert [answer.verdict for answer in answers.values()] == [verdict]


def test_a_miss_has_its_words(tmp_path: Path) -> None:
    pages = load(tmp_path, '["a.html"]\nweight_g = 310\n')
    (answer,) = dict(fact_answers(pages["a.html"], card(weight_g=130.5))).values()
    assert (answer.want, answer.got, answer.words) == (("310",), "130.5", ("weight_g",))


def test_a_contradiction_that_the_page_does_not_say_is_extra(tmp_path: Path) -> None:
    pages = load(tmp_path, '["a.html"]\nweight_g = { any = [310, 320] }\n')
    got = card(weight_g=310)
    for value, verdict in ((320, "silent"), (130, "extra")):
        fact = msgspec.structs.replace(got.facts[0], contradicts=[Contradiction(value, "", [0])])
        answers = dict(fact_answers(pages["a.html"], msgspec.structs.replace(got, facts=[fact])))
        assert answers["fact weight_g"].verdict == "right"
        assert answers["against weight_g"].verdict == verdict


def test_mistakes_are_told_with_their_place(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as error:
        load(tmp_path, '["a.html"]\ndriver_nm = 40\n')
    assert "facts.toml:2:1" in str(error.value)
    assert "did you mean `driver_mm`?" in str(error.value)
    for wrong in ("{ any = 3 }", "{ any = [3], optionl = true }", "{}"):
        with pytest.raises(CorpusError, match="without a list `any`, or with other keys"):
            load(tmp_path, f'["a.html"]\ndriver_mm = {wrong}\n')
    with pytest.raises(CorpusError, match="not a table of facts"):
        load(tmp_path, "page = 3\n")
    with pytest.raises(CorpusError, match="not TOML"):
        load(tmp_path, "page =\n")


def test_the_projects_own_cases_are_sound(shared: Path) -> None:
    cases = load_expected(
        Path(__file__).parent / "expected-facts.toml", frozenset(load_rulebook().vocabulary.specs)
    )
    rows = map(json.loads, (shared / "pages" / "labels.jsonl").read_text("utf-8").splitlines())
    audio = {row["file"] for row in rows if row["page_kind"] == "product" and row["kind"] in AUDIO_KINDS}
    assert cases.keys() == audio
