import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from earmark.cli import earmark


def test_the_shipped_rules_are_sound() -> None:
    done = CliRunner().invoke(earmark, ["rules", "check"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("ok: ")
    assert "sha256:" in done.output


def test_a_problem_is_printed_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "broken.toml").write_text("a = 1\nb = = 2\n")
    done = CliRunner().invoke(earmark, ["rules", "check", str(tmp_path)])
    assert done.exit_code == 1
    assert "--> rules/kinds/broken.toml:2:5" in done.output
    assert "1 problem found" in done.output


def test_a_folder_that_is_not_there_is_named() -> None:
    done = CliRunner().invoke(earmark, ["rules", "check", "no-such-folder"])
    assert done.exit_code == 1
    assert "no-such-folder" in done.output


def test_what_a_language_lacks_is_named_in_full_where_it_is_asked_for() -> None:
    some = rules("check")[1]
    code, all_of_it = rules("check", "--language", "lt")
    assert code == 0
    (short,) = [line for line in some.splitlines() if line.startswith("pages in lt: ")]
    (long,) = [line for line in all_of_it.splitlines() if line.startswith("pages in ")]
    assert " more" in short
    assert " more" not in long
    assert long.startswith(short.rsplit(" and ", 1)[0])


def test_a_language_without_a_file_is_refused() -> None:
    code, output = rules("check", "--language", "xx")
    assert code == 2
    assert "no file is in xx" in output
    assert " pl, " in output


@pytest.mark.parametrize("command", ["annotate", "card", "demo", "evaluate", "rules", "serve"])
def test_every_command_helps(command: str) -> None:
    assert CliRunner().invoke(earmark, [command, "--help"]).exit_code == 0
    assert command in CliRunner().invoke(earmark, ["--help"]).output


RULE = """format = 1
[site]
name    = "Shop"
hosts   = ["shop.test"]
checked = 2020-01-01
[[fact]]
name   = "sku"
select = '.number'
"""
PAGE = """<title>Aria 2 over-ear headphones</title><h1>Aria 2 over-ear headphones</h1><p>99,00 EUR</p>
<button>Add to cart</button><b class=number>A-2</b><i>Order with K-7</i>"""
URL = "https://shop.test/p/1"


def rules(*words: str) -> tuple[int, str]:
    """`earmark rules WORDS`: exit code and output."""
    done = CliRunner().invoke(earmark, ["rules", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The folder of shop.test, in a rules folder of its own: a rule and a green case."""
    folder = tmp_path / "mine" / "sites" / "shop.test"
    folder.mkdir(parents=True)
    (folder / "site.toml").write_text(RULE)
    (folder / "aria.html").write_text(PAGE)
    (folder / "aria.toml").write_text(
        f'url = "{URL}"\nabsent = ["gtin"]\n[expect]\nsku = "A-2"\nform = "over-ear"\nprice = "99.00 EUR"\n'
    )
    return folder


@pytest.mark.parametrize("name", [".", "site.toml", "../.."])
def test_cases_are_run_for_a_folder_a_shop_or_a_file(shop: Path, name: str) -> None:
    code, output = rules("test", str(shop / name))
    assert code == 0, output
    for test in ("sku", "form", "price", "no gtin", "nothing extra"):
        assert f"ok    shop.test/aria: {test}\n" in output
    assert "shop.test: silent on zara.com" in output


def test_a_failing_case_names_the_fact_and_the_difference(shop: Path) -> None:
    case = shop / "aria.toml"
    case.write_text(case.read_text().replace('"A-2"', '"A-3"').replace('form = "over-ear"\n', ""))
    code, output = rules("test", str(shop))
    assert code == 1
    assert "FAIL  shop.test/aria: sku\n        - A-3\n        + A-2\n" in output
    assert "FAIL  shop.test/aria: nothing extra\n        + form = over-ear\n" in output
    failed = [one for one in json.loads(rules("test", str(shop), "--json")[1]) if not one["right"]]
    assert [one["test"] for one in failed] == ["sku", "nothing extra"]


def test_a_rule_that_reads_other_shops_pages_is_told(shop: Path) -> None:
    (shop / "site.toml").write_text(RULE.replace(".number", "h1"))
    code, output = rules("test", str(shop))
    assert code == 1
    assert "FAIL  shop.test: silent on zara.com/linen-shirt\n        + sku = Loose linen shirt" in output


def test_advice_is_no_error(shop: Path) -> None:
    assert rules("check", str(shop))[0] == 0
    code, output = rules("check", str(shop), "--stale", "30")
    assert code == 0
    assert "warning[W103]" in output
    code, output = rules("check", str(shop), "--stale", "30", "--json")
    assert [problem["code"] for problem in json.loads(output)] == ["W103"]
    (shop / "site.toml").write_text(RULE.replace("'.number'", "'.none'"))
    assert "warning[W104]" in rules("check", str(shop), "--redundant")[1]


def test_all_problems_at_once(shop: Path) -> None:
    (shop / "site.toml").write_text(RULE.replace("format = 1", "format = 9").replace("select", "selct"))
    code, output = rules("check", str(shop))
    assert code == 1
    assert [f"error[{code}]" in output for code in ("R002", "R006", "R013")] == [True] * 3
    assert "3 problems found" in output


@pytest.mark.parametrize(
    ("wanted", "says", "written"),
    [
        ([], "found   form = over-ear", False),
        (["form=over-ear"], "no rule is needed", False),
        (["sku=Z-9"], "“Z-9” does not stand on the page in these words", False),
        (["driver_mm=A-2"], "“A-2” is no value of driver_mm, which is a quantity", False),
        (["sku=K-7", "form=over-ear"], "new     sku:", True),
    ],
)
def test_a_rule_is_written_only_for_what_is_missing(
    tmp_path: Path, wanted: list[str], says: str, written: bool
) -> None:
    page = tmp_path / "aria.html"
    page.write_text(PAGE)
    folder = tmp_path / "mine"
    code, output = rules("new", str(page), *wanted, "--url", URL, "--to", str(folder))
    assert says in output
    assert (code == 0) is written
    assert (folder / "sites" / "shop.test" / "site.toml").exists() is written
    if written:
        assert rules("test", str(folder / "sites" / "shop.test"))[0] == 0


def test_a_second_page_adds_to_the_rule(shop: Path, tmp_path: Path) -> None:
    page = tmp_path / "second.html"
    page.write_text(PAGE)
    assert rules("new", str(page), "model=K-7", "--url", URL, "--to", str(shop.parent.parent))[0] == 0
    assert (shop / "site.toml").read_text().startswith(RULE.rstrip())
    assert {path.name for path in shop.iterdir()} >= {"aria.toml", "second.toml", "second.html"}


def test_a_case_file_tells_the_address(tmp_path: Path) -> None:
    case = {
        "type": "earmark-case", "format": 1, "made": "2026-11-20T10:00:00Z", "by": "test",
        "wrong": {"about": "fact", "which": "sku"}, "page": {"url": URL, "html": PAGE},
    }  # fmt: skip
    page = tmp_path / "wrong.json"
    page.write_text(json.dumps(case))
    assert "found   form = over-ear" in rules("new", str(page), "--to", str(tmp_path / "mine"))[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["new", "PAGE", "--to", "TO"], "--url is missing"),
        (["new", "PAGE", "--url", "file:///x", "--to", "TO"], "no shop's host"),
        (["new", "PAGE", "skuu=1", "--url", URL, "--to", "TO"], "did you mean `sku`?"),
        (["new", "PAGE", "sku", "--url", URL, "--to", "TO"], "write FACT=VALUE"),
        (["check", "PAGE"], "stands in sites/HOST/site.toml"),
        (["show", "aftr"], "did you mean `after`?"),
    ],
)
def test_wrong_use_is_said_in_words(tmp_path: Path, words: list[str], says: str) -> None:
    page = tmp_path / "aria.html"
    page.write_text(PAGE)
    code, output = rules(*(word.replace("PAGE", str(page)).replace("TO", str(tmp_path)) for word in words))
    assert code == 2
    assert says in output


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("driver_mm", "3 to 120"),
        ("back", "open, closed, semi-open"),
        ("match", "(\\d{1,3}) mm"),
        ("R030", "Two rules"),
    ],
)
def test_show_tells_what_a_word_means(word: str, says: str) -> None:
    assert says in rules("show", word)[1]
    assert json.loads(rules("show", word, "--json")[1])["word"] == word


def test_explain_tells_which_rule_was_used_and_how(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EARMARK_RULES", str(shop.parent.parent))
    (shop / "site.toml").write_text(RULE.replace("'.number'", "['.none', 'p, b', '.number']"))
    done = CliRunner().invoke(earmark, ["explain", str(shop / "aria.html"), "sku", "--url", URL])
    assert "rule   rules/sites/shop.test/site.toml  used: host shop.test, path *" in done.output
    assert "'.none' no match; 'p, b' 2 matches: ambiguous; '.number' 1 match" in done.output
    assert "(rules/sites/shop.test/site.toml:6)" in done.output
    done = CliRunner().invoke(earmark, ["explain", str(shop / "aria.html"), "--url", "https://other.test/"])
    assert "rule   " not in done.output
