"""Stock Firefox with the extension as a temporary add-on, over WebDriver BiDi: no driver program."""

from __future__ import annotations

import base64
import itertools
import json
import os
import queue
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from .tab import Tab

UUID = "5f0c2f4e-6f0e-4f43-9d5b-0a7f6d3f1e11"
REPLY_SECONDS = 60
KEYS = {"Escape": "\ue00c", "Enter": "\ue007", "Tab": "\ue004"}
PREFS = {
    "remote.active-protocols": 1,
    "browser.shell.checkDefaultBrowser": False,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "extensions.update.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "intl.locale.requested": "en-US",
    "ui.prefersReducedMotion": 1,
    "extensions.webextOptionalPermissionPrompts": False,
}

TOOLBAR_CLICK = f"""(() => {{
  const {{ ExtensionParent }} = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionParent.sys.mjs");
  const {{ extension }} = WebExtensionPolicy.getByHostname("{UUID}");
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}})()"""

RELOAD = f"""(async () => {{
  const {{ AddonManager }} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const {{ id }} = WebExtensionPolicy.getByHostname("{UUID}");
  await (await AddonManager.getAddonByID(id)).reload();
}})()"""


class BiDi:
    """Commands and their replies; requests that are intercepted are answered as they come."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._replies: dict[int, queue.SimpleQueue[dict[str, Any]]] = {}
        self.pages: dict[str, tuple[str, dict[str, str]]] = {}
        threading.Thread(target=self._receive, daemon=True).start()

    def send(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        reply = self._replies[number] = queue.SimpleQueue()
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        message = reply.get(timeout=REPLY_SECONDS)
        if message.get("type") == "error":
            raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
        return message["result"]

    def _receive(self) -> None:
        while True:
            try:
                raw = self._socket.recv()
            except ConnectionClosed:
                return
            message = json.loads(raw)
            if reply := self._replies.pop(message.get("id"), None):
                reply.put(message)
            elif message.get("method") == "network.beforeRequestSent" and message["params"]["isBlocked"]:
                self._answer(message["params"]["request"])

    def _answer(self, request: dict[str, Any]) -> None:
        page = self.pages.get(request["url"].split("#")[0])
        html, headers = page or ("", {})
        params = {
            "request": request["request"],
            "statusCode": 200 if page else 404,
            "reasonPhrase": "OK" if page else "Not Found",
            "headers": [
                {"name": name, "value": {"type": "string", "value": value}}
                for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items()
            ],
            "body": {"type": "base64", "value": base64.b64encode(html.encode()).decode()},
        }
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": "network.provideResponse", "params": params}))


class FirefoxTab(Tab):
    def __init__(self, bidi: BiDi, context: str) -> None:
        self._bidi, self.context = bidi, context

    def js(self, expression: str) -> Any:
        return evaluate(self._bidi, self.context, expression)

    def toolbar(self) -> None:
        self._bidi.send("browsingContext.activate", context=self.context)
        evaluate(self._bidi, window(self._bidi), TOOLBAR_CLICK)

    def click_at(self, x: float, y: float) -> None:
        actions = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def key(self, name: str) -> None:
        value = KEYS[name]
        self._act(
            {
                "type": "key",
                "id": "keys",
                "actions": [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}],
            }
        )

    def _act(self, action: dict[str, Any]) -> None:
        self._bidi.send("input.performActions", context=self.context, actions=[action])

    def picture(self, path: Path, *, whole: bool = False) -> None:
        origin = "document" if whole else "viewport"
        answer = self._bidi.send("browsingContext.captureScreenshot", context=self.context, origin=origin)
        data = answer["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        self._bidi.send("browsingContext.close", context=self.context)


class Firefox:
    name = "firefox"

    def __init__(self, bidi: BiDi) -> None:
        self._bidi = bidi
        self._settings = self.extension_page("ui/options.html")

    def open(self, url: str, html: str, headers: dict[str, str] | None = None) -> FirefoxTab:
        self._bidi.pages[url.split("#")[0]] = (html, headers or {})
        return self.visit(url)

    def keep(self, **settings: Any) -> None:
        self._settings.js(f"browser.storage.local.set({json.dumps(settings)}).then(() => true)")

    def reload(self) -> None:
        """The extension is replaced, as by an update: its own pages close."""
        evaluate(self._bidi, window(self._bidi), RELOAD)

    def extension_page(self, path: str) -> FirefoxTab:
        return self.visit(f"moz-extension://{UUID}/{path}")

    def addresses(self) -> list[str]:
        return [one["url"] for one in self._bidi.send("browsingContext.getTree")["contexts"]]

    def visit(self, url: str) -> FirefoxTab:
        context = self._bidi.send("browsingContext.create", type="tab")["context"]
        self._bidi.send("browsingContext.navigate", context=context, url=url, wait="complete")
        return FirefoxTab(self._bidi, context)


def window(bidi: BiDi) -> str:
    """The browser's own window."""
    tree = bidi.send("browsingContext.getTree", **{"moz:scope": "chrome"})
    return str(tree["contexts"][0]["context"])


def evaluate(bidi: BiDi, context: str, expression: str) -> Any:
    answer = bidi.send(
        "script.evaluate",
        expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
        target={"context": context},
        awaitPromise=True,
        userActivation=True,
    )
    if answer["type"] != "success":
        raise RuntimeError(f"{answer['exceptionDetails']['text']}\n{expression}")
    return json.loads(answer["result"].get("value", "null"))


@contextmanager
def launch(executable: str, extension: Path) -> Iterator[Firefox]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        prefs = {**PREFS, "extensions.webextensions.uuids": json.dumps({addon_id(extension): UUID})}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items())
        Path(folder, "user.js").write_text("".join(lines), encoding="utf-8")
        process = subprocess.Popen(
            [
                *(executable, "--headless", "--no-remote", "--profile", folder),
                *("--remote-debugging-port", "0", "-remote-allow-system-access"),
            ],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "HOME": folder},
        )
        assert process.stderr is not None
        with process, connect(listening(process) + "/session", max_size=None) as socket:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            bidi = BiDi(socket)
            try:
                bidi.send("session.new", capabilities={})
                bidi.send("webExtension.install", extensionData={"type": "path", "path": str(extension)})
                bidi.send("session.subscribe", events=["network.beforeRequestSent"])
                patterns = [{"type": "pattern", "protocol": "https"}]
                bidi.send("network.addIntercept", phases=["beforeRequestSent"], urlPatterns=patterns)
                yield Firefox(bidi)
            finally:
                bidi.send("browser.close")
                process.wait(REPLY_SECONDS)


def addon_id(extension: Path) -> str:
    manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
    return str(manifest["browser_specific_settings"]["gecko"]["id"])


def listening(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1]
    raise RuntimeError("Firefox ended before it listened")
