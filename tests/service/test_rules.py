"""The running service takes changed rules, refuses bad ones, and loses nothing that it had."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from earmark.service.app import adopt, create_app
from earmark.service.rules import Rules
from earmark.service.workers import SNAPSHOT_ANNOTATOR, WorkerPool

from .test_server import running

RULE = """format = 1
[site]
name = "Shop"
hosts = ["shop.test"]
[[fact]]
name = "sku"
select = '{selector}'
"""
PAGE = b"""<title>Aria 2 headphones</title><h1>Aria 2 headphones</h1><p>99,00 EUR</p>
<button>Add to cart</button><b class=first>A-1</b> <b class=second>B-2</b>"""
HEADERS = {"Content-Type": "text/html", "Content-Location": "https://shop.test/p"}


@pytest.fixture
def rule(tmp_path: Path) -> Callable[[str], Path]:
    """Write the shop's rule with this selector, or this text; returns the folder of rules."""

    def write(selector: str = "", text: str | bytes = "") -> Path:
        path = tmp_path / "sites" / "shop.test" / "site.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text or RULE.format(selector=selector)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return tmp_path

    return write


class Service:
    """The service and its pool in this process."""

    def __init__(self, folder: Path) -> None:
        self.rules = Rules([str(folder)])
        self.pool = WorkerPool(1, job=SNAPSHOT_ANNOTATOR, arguments=[self.rules.snapshot])
        self.app = create_app(pool=self.pool, rulebook=self.rules.book, rules=self.rules)
        transport = httpx2.ASGITransport(app=self.app)
        self.client = httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765")

    async def renew(self) -> None:
        await self.rules.renew(self.pool, lambda book: adopt(self.app, book))

    async def sku(self) -> str | None:
        answer = await self.client.post("/v1/annotate", content=PAGE, headers=HEADERS)
        sku: str | None = answer.json()["product"]["sku"]
        return sku

    async def listed(self) -> dict[str, Any]:
        listed: dict[str, Any] = (await self.client.get("/v1/rules")).json()
        return listed


@pytest.fixture
async def service(rule: Callable[..., Path]) -> AsyncIterator[Service]:
    service = Service(rule(".first"))
    async with service.pool, service.client:
        yield service
    service.rules.close()


async def test_a_changed_rule_is_taken(service: Service, rule: Callable[..., Path]) -> None:
    assert await service.sku() == "A-1"
    before = await service.listed()
    assert {"hosts": ["shop.test"], "file": "rules/sites/shop.test/site.toml"} in before["sites"]
    rule(".second")
    await service.renew()
    assert await service.sku() == "B-2"
    after = await service.listed()
    assert after["digest"] != before["digest"]
    assert after["refused"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "R001"),
        (b"# " + b"x" * 10_000_000, "R001"),
        (RULE.format(selector=".größe").encode("utf-16"), "R001"),
        ("format = 1\nformat = 1\n", "R001"),
        (RULE.format(selector="[a"), "R010"),
        (RULE.format(selector=":has(:has(:has(:has(a))))"), "R011"),
        (RULE.format(selector=".a") + "steps = [{ match = '(a{1,9}){1,99}b' }]\n", "R024"),
    ],
    ids=["binary", "10 MB", "UTF-16", "duplicate keys", "unclosed", "hostile selector", "hostile pattern"],
)
async def test_a_bad_file_never_replaces_a_good_book(
    service: Service, rule: Callable[..., Path], text: str | bytes, code: str
) -> None:
    good = (await service.listed())["digest"]
    rule(text=text)
    await service.renew()
    listed = await service.listed()
    assert listed["digest"] == good
    assert [problem["code"] for problem in listed["refused"]] == [code]
    assert listed["refused"][0]["file"] == "rules/sites/shop.test/site.toml"
    assert await service.sku() == "A-1"
    for pid in service.pool.pids:
        os.kill(pid, signal.SIGKILL)  # workers that start now read the copy of the good book
    assert await service.sku() == "A-1"
    rule(".second")
    await service.renew()
    assert (await service.listed())["refused"] == []
    assert await service.sku() == "B-2"


async def test_the_pool_keeps_its_size(service: Service, rule: Callable[..., Path]) -> None:
    for selector in (".second", ".first", ".second"):
        rule(selector)
        await service.renew()
        await service.sku()
    deadline = time.monotonic() + 10
    while len(service.pool.pids) != 2 and time.monotonic() < deadline:
        await service.sku()
    assert len(service.pool.pids) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
@pytest.mark.parametrize("options", [(), ("--watch",)])
def test_the_program_takes_them_by_signal_or_by_itself(
    rule: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.setenv("EARMARK_RULES", str(rule(".first")))
    with running(*options) as (process, address), httpx2.Client(base_url=address, timeout=30) as client:

        def sku() -> object:
            return client.post("/v1/annotate", content=PAGE, headers=HEADERS).json()["product"]["sku"]

        assert sku() == "A-1"
        time.sleep(1.5 if options else 0)  # the watcher's first look
        rule(".second")
        if not options:
            process.send_signal(signal.SIGHUP)
        deadline = time.monotonic() + 20
        while sku() != "B-2" and time.monotonic() < deadline:
            time.sleep(0.1)
        assert sku() == "B-2"
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_later_folders_lie_on_top(
    tmp_path: Path, rule: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from earmark import load_rulebook

    first = rule(".first")
    second = tmp_path / "second"
    shutil.copytree(first / "sites", second / "sites")
    path = second / "sites" / "shop.test" / "site.toml"
    path.write_text(RULE.format(selector=".second"))
    monkeypatch.setenv("EARMARK_RULES", os.pathsep.join([str(first), str(second)]))
    (scope,) = load_rulebook().sites.matching("https://shop.test/")
    assert scope.site.facts[0].select == (".second",)
