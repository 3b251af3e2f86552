import subprocess
import sys
from pathlib import Path

import pytest


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
