"""The demo shop: pages of invented products as they stand in `pages/`, served with their cards beside."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from earmark.resources import extension_folder

_FOLDER = Path(__file__).parent
PAGES = {path.relative_to(_FOLDER / "pages").as_posix(): path for path in _FOLDER.glob("pages/*/*.html")}
SAMPLE = PAGES["bazaar/grimlark-bastion-x.html"]

_TAIL = b'<script src="/demo/overlay.js" type="module"></script>\n</body>'
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def dressed(page: bytes) -> bytes:
    """The page with the overlay that shows its card, just before the end of its body."""
    return page.replace(b"</body>", _TAIL, 1)


async def index(_: Request) -> Response:
    return FileResponse(_FOLDER / "index.html", headers=_HEADERS)


async def product(request: Request) -> Response:
    """A page of a shop; with `?plain` the bytes of its file, which is what gets annotated."""
    path = PAGES.get(request.path_params["page"])
    if path is None:
        raise HTTPException(404, "The demo shop has no such page. Open /demo/ for the list.")
    page = path.read_bytes()
    return HTMLResponse(page if "plain" in request.query_params else dressed(page), headers=_HEADERS)


async def overlay(_: Request) -> Response:
    return FileResponse(_FOLDER / "overlay.js", media_type="text/javascript", headers=_HEADERS)


async def to_index(_: Request) -> Response:
    return RedirectResponse("/demo/")


ROUTES: list[BaseRoute] = [
    Route("/demo", to_index),
    Route("/demo/", index),
    Route("/demo/overlay.js", overlay),
    Mount("/demo/extension", StaticFiles(directory=extension_folder())),
    Route("/demo/{page:path}", product),
]
