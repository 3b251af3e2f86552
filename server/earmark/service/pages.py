"""The pages of the service that people read."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from earmark.article import article_html
from earmark.rulebook import Rulebook
from earmark.service import asked

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_HOME = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Earmark</title>
<style>
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
  pre { padding: .75rem 1rem; overflow-x: auto; border: 1px solid; border-radius: .375rem }
</style>
<h1>Earmark is running</h1>
<p>Earmark reads a shop's product page and says whether it sells a headset or which type of headphone, what
it is good for, and which words of the page say so.</p>
<h2>In the browser</h2>
<p>Load the extension, open a product page and click its button. The extension looks for the service at this
address.</p>
<h2>From a program</h2>
<pre>curl --data-binary @page.html -H 'Content-Type: text/html' \\
     -H 'Content-Location: https://shop.example/item' ADDRESS/v1/annotate</pre>
<ul>
  <li><a href="/article">The article</a>: what every line of a card rests on</li>
  <li><a href="/openapi.json">The description of the service</a> for programs</li>
  <li><a href="/v1/schema/card">The schema of the card</a></li>
</ul>
"""


async def home(request: Request) -> Response:
    """What this is and what to do next."""
    address = f"{request.url.scheme}://{request.headers['host']}"
    return HTMLResponse(_HOME.replace("ADDRESS", address), headers=_HEADERS)


async def article(request: Request) -> Response:
    """What the lines of a card rest on; each statement's id is its place on the page."""
    rulebook: Rulebook = request.app.state.rulebook
    page = article_html(rulebook.article, asked.languages(request))
    return HTMLResponse(page, headers={**_HEADERS, "Vary": "Accept-Language"})
