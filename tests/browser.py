"""A real browser over pages that a server on loopback hands out.

It is Debian's Chromium (`apt-get install chromium`), or the one that `CHROMIUM` names; Playwright steers it,
and brings none of its own. Where there is none, its tests are skipped and say so; with `CI=true` they fail.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

MISSING = "no Chromium: apt-get install chromium (as root), or name one in CHROMIUM"
FLAGS = (
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
IN_CI = os.environ.get("CI") == "true"


def program() -> str:
    """The browser to start; nothing where there is none."""
    named = os.environ.get("CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), "")


@contextmanager
def started() -> Iterator[Browser]:
    """The browser, headless, with a folder of its own for what it keeps.

    Raises:
        pytest.skip.Exception: when there is none; `pytest.fail.Exception` in CI.
    """
    chromium = program()
    if not chromium:
        (pytest.fail if IN_CI else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, without a word on them."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


class Seen:
    """What a page did that a reader would not want: whom it asked, what it said, which errors it met."""

    def __init__(self, page: Page, address: str) -> None:
        self.requests: list[str] = []
        self.trouble: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url.removeprefix(address)))
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("console", lambda message: self.trouble.append(f"console: {message.text} {message.location}"))
        page.on("popup", lambda _: self.trouble.append("popup"))

    def _dialog(self, dialog: Any) -> None:  # noqa: ANN401 - of playwright
        self.trouble.append(f"dialog: {dialog.message}")
        with suppress(Exception):
            dialog.dismiss()


@cache
def axe() -> str:
    """The script of axe-core, as the package for Playwright brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and good practice, or some rules: which, and what it is about.

    Its rule on the size of targets is off by default, being of 2.2.
    """
    page.evaluate(axe())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    options |= {"runOnly": list(rules)} if rules else {"rules": {"target-size": {"enabled": True}}}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
