import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from earmark.demo import shop
from earmark.resources import extension_folder

client = TestClient(Starlette(routes=shop.ROUTES))


def test_the_index_leads_to_every_page_and_to_no_other() -> None:
    links = re.findall(r'href="/demo/([^"]+)"', client.get("/demo/").text)
    assert sorted(links) == sorted(shop.PAGES)


@pytest.mark.parametrize("name", sorted(shop.PAGES))
def test_a_page_is_its_file_and_a_script(name: str) -> None:
    file = shop.PAGES[name].read_bytes()
    assert client.get(f"/demo/{name}?plain").content == file
    served = client.get(f"/demo/{name}").content
    head, tail = file.rsplit(b"</body>", 1)
    assert served.startswith(head)
    assert served.endswith(b"</body>" + tail)
    assert b"/demo/overlay.js" in served
    assert b"/demo/overlay.js" not in file


@pytest.mark.parametrize("name", sorted(shop.PAGES))
def test_a_page_loads_nothing_from_elsewhere(name: str) -> None:
    text = shop.PAGES[name].read_text("utf-8")
    assert not re.search(
        r"""\b(?:src|srcset|action)\s*=|<link(?! rel="canonical")|url\((?!#)|@import""", text
    )
    assert 'content="width=device-width' in text


@pytest.mark.parametrize("name", ["nothing.html", "../shop.py", "%2e%2e/shop.py", "bazaar/", "/etc/passwd"])
def test_what_is_no_page_is_not_served(name: str) -> None:
    assert client.get(f"/demo/{name}").status_code == 404


def test_pages_may_not_run_or_load_what_is_not_the_shops_own() -> None:
    policy = client.get("/demo/brand/tamsin-pebble.html").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")


def test_the_overlay_is_the_extension_s_own() -> None:
    assert client.get("/demo/overlay.js").headers["content-type"].startswith("text/javascript")
    for path in ("shared/client.js", "content/card.js", "content/page.css", "_locales/en/messages.json"):
        assert client.get(f"/demo/extension/{path}").content == (extension_folder() / path).read_bytes()


@pytest.mark.parametrize("path", ["../pyproject.toml", "%2e%2e/README.md", "nothing.js"])
def test_what_is_no_file_of_the_extension_is_not_served(path: str) -> None:
    assert client.get(f"/demo/extension/{path}").status_code == 404
