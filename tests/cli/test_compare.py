import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from earmark.casefile import CaseFile, CasePage, Wrong, write_case
from earmark.cli import earmark
from earmark.demo import shop

HEADSET = str(shop.PAGES["bazaar/grimlark-bastion-x.html"])
HEADPHONES = str(shop.PAGES["hifi/orrery-halden-7.html"])
KETTLE = str(shop.PAGES["everyday/tarn-kettle.html"])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    page = CasePage("https://shop.example/bastion", Path(HEADSET).read_text("utf-8"))
    made = CaseFile(
        made="2026-11-23T12:00:00Z",
        by="test",
        wrong=Wrong("form", None, "on-ear"),
        note="I have it.",
        page=page,
    )
    path = tmp_path / "case.json"
    path.write_bytes(write_case(made))
    return path


def test_products_stand_side_by_side(case: Path) -> None:
    done = CliRunner().invoke(earmark, ["compare", HEADPHONES, str(case), "--purpose", "gaming"])
    assert done.exit_code == 0, done.output
    assert "268 g (lightest" in done.stdout
    assert "✗ not up to the job" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_the_exit_code_is_the_worst_and_the_others_are_shown() -> None:
    run = CliRunner().invoke
    assert run(earmark, ["compare", HEADPHONES, KETTLE]).exit_code == 1
    done = run(earmark, ["compare", HEADPHONES, "no-such.html", KETTLE])
    assert done.exit_code == 2
    assert done.stderr == "earmark: no-such.html: No such file or directory\n"
    assert "Orrery Halden 7" in done.stdout
    assert run(earmark, ["compare", HEADPHONES]).exit_code == 2


def test_json_holds_cards_and_rows() -> None:
    answer = json.loads(
        CliRunner().invoke(earmark, ["compare", HEADPHONES, KETTLE, HEADSET, "--json"]).stdout
    )
    assert [one["file"] for one in answer["products"]] == [HEADPHONES, KETTLE, HEADSET]
    assert all(len(row["cells"]) == 2 for row in answer["rows"])
    [weight] = [row for row in answer["rows"] if row["key"] == "weight_g"]
    assert [cell["better"] for cell in weight["cells"]] == ["lightest stated", None]


@pytest.mark.parametrize("command", ["annotate", "explain"])
def test_a_case_file_stands_where_a_page_may(case: Path, command: str) -> None:
    done = CliRunner().invoke(earmark, [command, str(case)])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Reported as wrong: form; right would be: on-ear\n")


def test_a_case_files_address_and_characters_are_taken(case: Path) -> None:
    answer = json.loads(CliRunner().invoke(earmark, ["annotate", str(case), "--json"]).stdout)
    assert answer["page"]["url"] == "https://shop.example/bastion"
    assert answer["product"]["name"].startswith("Grimlark Bastion X")


@pytest.mark.parametrize("command", ["annotate", "explain"])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"format": 1}', "no case file of Earmark"),
        (b'{"type": "earmark-case", "format": 9}', "has format 9"),
        (b'{"type": "earmark-case", "format": 1}', "is broken"),
        (b'{"type":' + b" " * 50_000_000, "more than 33,554,432 bytes"),
    ],
    ids=["foreign", "newer", "broken", "50 MB"],
)
def test_a_wrong_case_file_is_a_sentence(tmp_path: Path, command: str, data: bytes, words: str) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(data)
    done = CliRunner().invoke(earmark, [command, str(path)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
