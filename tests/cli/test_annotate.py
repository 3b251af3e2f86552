import subprocess
import sys
from pathlib import Path

import httpx2
import msgspec
import pytest

from earmark.card import Card
from earmark.demo import shop
from earmark.rulebook import load_rulebook
from earmark.service.app import create_app
from earmark.service.workers import WorkerPool

HEADSET = shop.PAGES["bazaar/grimlark-bastion-x.html"]
KETTLE = shop.PAGES["everyday/tarn-kettle.html"]


def earmark(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", "from earmark.cli import main; main()", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument 'FILE...'"),
        (["no-such-page.html"], "earmark: no-such-page.html: No such file or directory"),
        (["."], "earmark: .: Is a directory"),
        (["-", "--purpose", "cooking"], "'cooking' is not one of"),
        (["a.html", "b.html", "--url", "https://shop.example/a"], "--url is the address of one page"),
    ],
)
def test_wrong_use_is_exit_code_2_and_named(arguments: list[str], words: str) -> None:
    done = earmark("annotate", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_too_many_bytes_are_refused_and_named(tmp_path: Path) -> None:
    page = tmp_path / "huge.html"
    page.write_bytes(b"a" * 13_000_000)
    done = earmark("annotate", page)
    assert done.returncode == 2
    assert f"{page}: the page has more than 12,582,912 bytes" in done.stderr
    assert earmark("annotate", "-", stdin=page.read_bytes()).stderr.startswith("earmark: standard input: ")


def test_a_card_is_exit_code_0_and_plain_text_when_piped() -> None:
    done = earmark("annotate", HEADSET)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Grimlark Bastion X Wireless Gaming Headset")
    assert "In the page's own words" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_no_card_is_exit_code_1_and_says_why() -> None:
    done = earmark("annotate", "-", stdin=KETTLE.read_bytes())
    assert done.returncode == 1
    assert "\nNo card: " in done.stdout


def test_of_several_pages_each_is_named_and_the_highest_code_counts() -> None:
    done = earmark("annotate", HEADSET, KETTLE, "no-such-page.html")
    assert done.returncode == 2
    assert f"── {HEADSET}\n" in done.stdout
    assert f"── {KETTLE}\n" in done.stdout


def test_a_line_of_json_for_each_page() -> None:
    lines = earmark("annotate", "--json", HEADSET, KETTLE).stdout.splitlines()
    cards = [msgspec.json.decode(line, type=Card) for line in lines]
    assert [card.page.reason is None for card in cards] == [True, False]


async def test_the_service_gives_the_same_bytes() -> None:
    url = "https://shop.example/headset"
    async with WorkerPool(1, spares=0) as pool:
        app = create_app(pool=pool, rulebook=load_rulebook())
        transport = httpx2.ASGITransport(app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
            answer = await client.post(
                "/v1/annotate",
                params={"purpose": "gaming"},
                content=HEADSET.read_bytes(),
                headers={"Content-Type": "text/html; charset=utf-8", "Content-Location": url},
            )
    done = earmark("annotate", HEADSET, "--json", "--purpose", "gaming", "--url", url + "#reviews")
    assert done.stdout == answer.text + "\n"
