"""What every test stands on: no network, no settings of the machine, the command as it is typed."""

import compileall
import gc
import os
import pty
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

if TYPE_CHECKING:
    from servers import Inbox

ROOT = Path(__file__).parent.parent
BUNDLED = ROOT / "data" / "calls.toml"


class Ran(NamedTuple):
    """What a command left: its exit code and both streams as text."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def at_a_terminal(*arguments: object) -> str:
    """What a command says on standard error when that is a terminal."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "clustercalls", *map(str, arguments)]
    done = subprocess.run(command, stderr=side, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True)
    assert done.stdout == b""
    os.close(side)
    said = _to_the_end(main)
    return said.decode().replace("\r\n", "\n")


def _to_the_end(main: int) -> bytes:
    """All that a terminal shows: it hands on in pieces, however whole it was written."""
    out = b""
    with suppress(OSError):  # the end of a terminal, on Linux
        while chunk := os.read(main, 65536):
            out += chunk
    os.close(main)
    return out


def on_a_terminal(*arguments: object) -> Ran:
    """The command with a terminal on all its streams; what it shows is in `out`."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "clustercalls", *map(str, arguments)]
    done = subprocess.Popen(command, stdout=side, stderr=side, stdin=side)
    os.close(side)
    out = _to_the_end(main)
    return Ran(done.wait(), out.decode(), "")


def pytest_configure(config: pytest.Config) -> None:
    """What changed since it was compiled is compiled anew, once for all workers: translations and modules.

    The suite starts thousands of processes: where the environment keeps no bytecode, each would compile
    every module it loads, and every run of pytest every assertion. They keep that environment all the same.
    A suite in the background has interrupts ignored, and would hand that down: what a test interrupts would
    be waited for.
    """
    sys.dont_write_bytecode = False  # of this process alone: what pytest makes of the tests
    gc.disable()
    if not hasattr(config, "workerinput"):
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        from hatch_build import compile_texts

        compile_texts(ROOT)
        compileall.compile_dir(ROOT / "src", quiet=2)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: nobody looks through it for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """Five for two processors: more than half of their time tests wait, for disks, servers and processes."""
    return (os.cpu_count() or 1) * 5 // 2


class Folders(NamedTuple):
    """A home and a folder to be in, both empty when made; how they were then tells whether they still are."""

    home: Path
    work: Path
    untouched: tuple[tuple[int, int], ...]

    @staticmethod
    def seen(*folders: Path) -> tuple[tuple[int, int], ...]:
        """The mode and the time of the last change of what each holds."""
        return tuple((held.st_mode, held.st_mtime_ns) for held in map(os.stat, folders))

    @classmethod
    def made(cls, within: Path) -> "Folders":
        """Two new ones there."""
        home, work = within / "home", within / "work"
        home.mkdir()
        work.mkdir()
        return cls(home, work, cls.seen(home, work))


@pytest.fixture(scope="session")
def _untouched(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Folders]:
    """The folders of tests that ask for none: the same ones for as long as no test touches them."""
    kept: list[Folders] = []

    def untouched() -> Folders:
        with suppress(IndexError, OSError):  # none yet, or a test took one away
            if Folders.seen(kept[-1].home, kept[-1].work) == kept[-1].untouched:
                return kept[-1]
        kept.append(Folders.made(tmp_path_factory.mktemp("folders")))
        return kept[-1]

    return untouched


@pytest.fixture(autouse=True)
def _surroundings(
    request: pytest.FixtureRequest, _untouched: Callable[[], Folders], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty home and a plain locale: no test sees this machine's settings."""
    for name in list(os.environ):
        if name.startswith(("XDG_", "LC_", "CLUSTERCALLS_")) or name in {
            "LANG", "LANGUAGE", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM",
        }:  # fmt: skip
            monkeypatch.delenv(name)
    asked = "tmp_path" in request.fixturenames
    folders = Folders.made(request.getfixturevalue("tmp_path")) if asked else _untouched()
    monkeypatch.setenv("HOME", str(folders.home))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(folders.work)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Only loopback and local sockets."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as in socket
        if self.family != socket.AF_UNIX and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"a test reached out to {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line in this process, both streams captured as on a pipe."""
    from clustercalls.cli.app import main

    def run(*arguments: str | Path) -> Ran:
        capfdbinary.readouterr()
        code = main([str(each) for each in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def run_then(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """As `run`, the machine's clock standing at the moment of `--as-of`, for what notes when it was run."""
    from clustercalls.cli.look import last_look
    from clustercalls.cli.tell import remind

    def run_then(*arguments: str | Path) -> Ran:
        words = [str(each) for each in arguments]
        if "--as-of" not in words:
            return run(*arguments)
        moment = datetime.fromisoformat(words[words.index("--as-of") + 1])

        class Clock(datetime):
            @classmethod
            def now(cls, zone: tzinfo | None = None) -> datetime:  # type: ignore[override]  # to be encoded
                there = moment.replace(tzinfo=moment.tzinfo or ZoneInfo("Europe/Brussels"))
                return there.astimezone(zone)

        with monkeypatch.context() as then:
            then.setattr(remind, "datetime", Clock)
            then.setattr(last_look, "datetime", Clock)
            return run(*arguments)

    return run_then


@pytest.fixture
def act_at(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """As `run`, of a command that edits, at this moment of the clock in Brussels."""
    from clustercalls.cli.keep import desk

    def act_at(moment: str, *arguments: str | Path) -> Ran:
        class Clock(datetime):
            @classmethod
            def now(cls, zone: tzinfo | None = None) -> "Clock":
                there = cls.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Brussels"))
                return there.astimezone(zone)

        with monkeypatch.context() as then:
            then.setattr(desk, "datetime", Clock)
            return run(*arguments)

    return act_at


@pytest.fixture
def process() -> Run:
    """The command line as a process of its own, on pipes."""

    def process(*arguments: str | Path, **options: Any) -> Ran:  # noqa: ANN401 - those of subprocess.run
        done = subprocess.run(
            [sys.executable, "-m", "clustercalls", *map(str, arguments)],
            capture_output=True,
            check=False,
            timeout=60,
            **options,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return process


@pytest.fixture
def registry(tmp_path: Path) -> Callable[[str], Path]:
    """A registry file with this text."""

    def write(text: str, name: str = "calls.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def config() -> Path:
    """The person's own config file."""
    path = Path.home() / ".config" / "clustercalls" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def inbox() -> "Inbox":
    from servers import Inbox

    return Inbox()


@pytest.fixture
def mail(inbox: "Inbox", tmp_path: Path) -> Iterator[Path]:
    """A mail server, and the config that names it."""
    from servers import mail_server

    server = mail_server(inbox, "none")
    config = tmp_path / "config.toml"
    config.write_text(
        f'smtp = {{ host = "127.0.0.1", port = {server.port}, security = "none", from = "calls@example.org", '
        'user = "me", password = "hunter2" }\n'
    )
    config.chmod(0o600)
    yield config
    server.stop()
