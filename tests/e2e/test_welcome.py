"""The first-run page: three pictures, where the service runs, the purpose, the consent."""

from __future__ import annotations

from .tab import Browser

PAGE = "ui/welcome.html"


def test_the_pictures_are_there_and_the_purpose_is_kept(browser: Browser) -> None:
    tab = browser.extension_page(PAGE)
    tab.wait("document.querySelector('#purpose').value === 'casual'")
    tab.wait("[...document.images].length === 3 && [...document.images].every((one) => one.naturalWidth)")
    assert "earmark serve" in tab.js("document.body.innerText")
    tab.js(
        "(() => { const one = document.querySelector('#purpose'); one.value = 'gaming';"
        " one.dispatchEvent(new Event('change')); return 1; })()"
    )
    kept = "(globalThis.browser ?? chrome).storage.local.get('purpose')"
    tab.wait(f"{kept}.then((kept) => kept.purpose === 'gaming')")
    tab.close()
