"""`publish --serve`: shown on this machine alone while one edits, published anew when one saves."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from audiences import CALLS, DAY
from conftest import Run
from servers import free_port
from terminals import Terminal

# On a pipe too: who reads a log is to know for whom it is; once, however often it is published.
WHOM = "For this machine alone, not for the world. What you save is published anew; Ctrl-C ends it.\n"


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return path


class Served:
    """The command as a process, and what it shows."""

    def __init__(self, *arguments: str | Path) -> None:
        command = [sys.executable, "-m", "clustercalls", "publish", *map(str, arguments), *DAY, "--serve"]
        self.process = subprocess.Popen(
            [*command, str(free_port())], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        said = iter(self.process.stdout.readline, "")
        self.address = next((line.strip() for line in said if line.startswith("http")), "")

    def says(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()

    def complains(self) -> str:
        assert self.process.stderr
        return self.process.stderr.readline()

    def get(self, path: str = "") -> str:
        where = urlsplit(self.address)
        connection = HTTPConnection(where.hostname or "", where.port, timeout=20)
        connection.request("GET", urljoin(where.path, path))
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def waits(self, is_so: Callable[[], bool]) -> None:
        until = time.monotonic() + 30
        while not is_so():
            assert time.monotonic() < until, self.get("calls.csv")
            time.sleep(0.1)

    def ends(self, how: int = signal.SIGINT) -> tuple[int, str, str]:
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    begun: list[Served] = []

    def serve(*arguments: str | Path) -> Served:
        begun.append(Served(*arguments))
        return begun[-1]

    yield serve
    for each in begun:
        if each.process.poll() is None:
            each.process.kill()
            each.process.communicate()


def test_what_one_saves_is_shown(serve: Callable[..., Served], calls: Path, tmp_path: Path) -> None:
    served = serve(tmp_path / "out", "-r", calls)
    assert served.address.endswith("/members/")
    assert "Soil mission" in served.get("calls/soil.html")
    assert "2027-04-06" in served.get("calls.csv")
    calls.write_text(CALLS.replace("2027-04-06", "2027-04-13"))
    assert served.says() == "members  2 of 4  1 moved\n"
    assert served.says().startswith("Kept from members: ")
    assert "2027-04-13" in served.get("calls.csv")
    assert served.ends() == (130, "", WHOM)
    assert "2027-04-13" in (tmp_path / "out" / "members" / "calls.csv").read_text()


def test_a_slip_is_told_and_what_stood_is_shown_on(
    serve: Callable[..., Served], calls: Path, tmp_path: Path
) -> None:
    served = serve(tmp_path / "out", "-r", calls)
    calls.write_text(CALLS.replace('tag = ["smes"]', 'tag = ["nobody"]', 1))
    assert served.complains() == WHOM
    assert "unknown-value" in served.complains()
    assert "2027-04-06" in served.get("calls.csv")
    calls.unlink()
    assert "calls.toml" in served.complains()
    assert "2027-04-06" in served.get("calls.csv")
    calls.write_text(CALLS.replace("2027-04-06", "2027-04-13"))
    served.waits(lambda: "2027-04-13" in served.get("calls.csv"))
    assert served.ends()[0] == 130


def test_a_new_file_and_a_new_audience_count(serve: Callable[..., Served], tmp_path: Path) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "a.toml").write_text(CALLS)
    served = serve(tmp_path / "out", "-r", folder)
    (folder / "b.toml").write_text(
        '[[call]]\nid = "new"\ntitle = "New one"\ndeadline = 2027-05-05\ntags = ["smes"]\n'
    )
    served.waits(lambda: "New one" in served.get("calls.csv"))
    (folder / "c.toml").write_text('[audience.all]\ntitle = "All"\n')
    served.waits(lambda: "New one" in served.get("/all/"))
    templates = tmp_path / "out" / "_templates"
    templates.mkdir()
    (templates / "style.css").write_text("body { color: teal }")
    served.waits(lambda: "teal" in served.get("style.css"))


def test_only_audiences_are_there(serve: Callable[..., Served], calls: Path, tmp_path: Path) -> None:
    served = serve(tmp_path, "-r", calls)  # beside the registry itself
    for path in ("/calls.toml", "/.members.clustercalls.json", "/home/", "%2e%2e/calls.toml"):
        assert served.get(path) == "404 Not Found\n", path


WRONG: dict[str, tuple[tuple[str, ...], int, str]] = {
    "with a trial": (("--dry-run",), 2, "not-together: --serve goes with no --dry-run."),
    "internal": (("office",), 2, "internal-served: `office` is internal, and everybody on this machine can"),
    "no port": (("99999",), 2, "bad-port: `99999` is no port. Write a number from 1 to 65535 behind --serve"),
    "no such audience": (("membres",), 2, "unknown-audience: there is no audience `membres`"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_shown(run: Run, calls: Path, tmp_path: Path, name: str) -> None:
    words, code, said = WRONG[name]
    ran = run("publish", tmp_path / "out", "--serve", *words, "-r", calls, *DAY)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert ran.err.startswith(said)
    assert not (tmp_path / "out").exists()


def test_a_port_that_is_taken_is_told(
    run: Run, serve: Callable[..., Served], calls: Path, tmp_path: Path
) -> None:
    port = str(urlsplit(serve(tmp_path / "out", "-r", calls).address).port)
    ran = run("publish", tmp_path / "out", "-r", calls, *DAY, "--serve", port)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f"cannot-serve: nothing can be shown on port {port}: ")


def test_at_a_terminal_the_browser_opens_and_it_says_for_whom(
    calls: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.new && mv {opened}.new {opened}\nexec sleep 60\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    port = str(free_port())
    terminal = Terminal("publish", tmp_path / "out", "--serve", port, "-r", calls, *DAY)
    terminal.waits("For this machine alone, not for the world.")
    until = time.monotonic() + 30
    while not opened.exists():
        assert time.monotonic() < until
        time.sleep(0.05)
    assert opened.read_text() == f"http://127.0.0.1:{port}/members/\n"
    os.kill(terminal._process.pid, signal.SIGINT)  # noqa: SLF001 - as Ctrl-C does
    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
