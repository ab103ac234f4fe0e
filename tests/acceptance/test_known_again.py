"""What was found before is found again in the cache, and no answer is another by it."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.cli import moment
from clustercalls.cli.app import main
from clustercalls.cli.look import last_look
from clustercalls.cli.tell import remind
from conftest import Run, on_a_terminal
from drawn import registries
from terminals import here

HOURS = st.datetimes(datetime(2015, 1, 1), datetime(2019, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - its bounds
STEPS = st.sampled_from([*map(timedelta, (0, 0, 1, 7)), *(timedelta(hours=each) for each in (1, 5, -2))])
CONFIGS = st.sampled_from(
    [
        "", "", 'lang = "it"', 'zone = "Asia/Tokyo"', 'zone = "Pacific/Apia"\nlang = "en"', 'window = "90d"',
        'forget_after = "1m"', 'registry = "calls.toml"',
        'leads = { deadline = ["300d"], tags = { s3 = [] } }',
        'remind = { skip = ["e0"] }', 'zone = "Europe/Nowhere"', "nonsense = 1",
    ]
)  # fmt: skip
REMIND = st.sampled_from(
    [
        (), (), (), ("--every", "1d"), ("--due",), ("--status", "open"), ("-p", "cosme"), ("-t", "s3"),
        ("-f", "json"), ("--as-of", "2017-03-28"), ("--as-of", "friday"), ("--dry-run",), ("--kind", "grant"),
    ]
)  # fmt: skip
UPCOMING = st.sampled_from(
    [
        (), (), ("-f", "json"), ("-f", "table"), ("-n", "2"), ("--color", "always"), ("--lang", "it"),
        ("30d",), ("--as-of", "2017-03-28"), ("--as-of", ""),
    ]
)  # fmt: skip


class Terminal(io.TextIOWrapper):
    """A stream that somebody sees."""

    def isatty(self) -> bool:
        return True


def answer(at: datetime, *arguments: str, kind: type[io.TextIOWrapper] = io.TextIOWrapper) -> object:
    """The exit code and both streams of a run by this clock."""

    class Clock(datetime):
        @classmethod
        def now(cls, _: object = None) -> datetime:  # type: ignore[override]  # of one zone alone
            return at

    out, err = (kind(io.BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err), ExitStack() as clocks:
        for each in (moment, last_look, remind):
            clocks.enter_context(mock.patch.object(each, "datetime", Clock))
        code = main(list(arguments))
    return code, out.detach().getvalue(), err.detach().getvalue()  # type: ignore[attr-defined]  # of BytesIO


class World:
    """A folder with a registry and a config, and what one user keeps with a cache and another without one."""

    def __init__(self, folder: str, text: str, config: str) -> None:
        self.folder = Path(folder)
        self.path, self.config = self.folder / "calls.toml", self.folder / "settings/clustercalls/config.toml"
        self.path.write_text(text)
        if config:
            self.config.parent.mkdir(parents=True)
            self.config.write_text(config)

    @contextmanager
    def of(self, user: str) -> Iterator[None]:
        """With the folders of this user."""
        own = {
            "XDG_CONFIG_HOME": "settings",
            "XDG_STATE_HOME": f"{user}/state",
            "XDG_CACHE_HOME": "warm/cache",
        }
        own |= {"XDG_CACHE_HOME": "calls.toml/none"} if user == "cold" else {}
        with mock.patch.dict(os.environ, {name: f"{self.folder}/{each}" for name, each in own.items()}):
            yield

    def sure_same(self, at: datetime, *words: str, kind: type[io.TextIOWrapper] = io.TextIOWrapper) -> None:
        """Both are answered the same, and remember the same."""
        told, kept = [], []
        for user in ("cold", "warm"):
            with self.of(user):
                told.append(answer(at, *words, "-r", str(self.path), kind=kind))
            found = sorted((self.folder / user / "state").rglob("*.json"))
            kept.append([(each.name, each.read_bytes()) for each in found])
        assert (
            told[0] == told[1]
            or [str(each).replace("/warm/", "/cold/") for each in told] == [str(told[0])] * 2
        )
        assert kept[0] == kept[1]


@settings(deadline=None, max_examples=60)
@given(registries(), CONFIGS, HOURS, st.lists(st.tuples(STEPS, REMIND), min_size=1, max_size=4), st.data())
def test_remind_tells_and_remembers_the_same(
    text: str, config: str, at: datetime, runs: list[tuple[timedelta, tuple[str, ...]]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        world = World(folder, text, config)
        for step, options in runs:
            at += step
            for _ in range(3):
                world.sure_same(at, "remind", *options)
            if data.draw(st.sampled_from([False, False, True])):
                world.path.write_text(data.draw(st.sampled_from([text.replace("2017", "2018"), text + "\n"])))


@settings(deadline=None, max_examples=60)
@given(registries(), CONFIGS, HOURS, st.lists(UPCOMING, min_size=1, max_size=3), st.booleans())
def test_upcoming_with_a_config_and_on_a_terminal_shows_the_same(
    text: str, config: str, at: datetime, runs: list[tuple[str, ...]], terminal: bool
) -> None:
    kind = Terminal if terminal else io.TextIOWrapper
    with TemporaryDirectory() as folder, mock.patch("clustercalls.disk.settled.SETTLED", -9):
        world = World(folder, text, config)
        for options in runs:
            for _ in range(3):
                world.sure_same(at, "upcoming", *options, kind=kind)


@settings(deadline=None, max_examples=80)
@given(registries(), CONFIGS.filter(bool), HOURS, st.booleans(), st.data())
def test_a_flipped_byte_of_anything_changes_no_answer(
    text: str, config: str, at: datetime, terminal: bool, data: st.DataObject
) -> None:
    kind, command = (
        Terminal if terminal else io.TextIOWrapper,
        data.draw(st.sampled_from(["upcoming", "remind"])),
    )
    with TemporaryDirectory() as folder, mock.patch("clustercalls.disk.settled.SETTLED", -9):
        world = World(folder, text, config)
        for _ in range(3):
            world.sure_same(at, command, kind=kind)
        found = sorted(world.folder.joinpath("warm").rglob("*"))
        kept = [each for each in found if each.is_file() and each.stat().st_size]
        path = data.draw(st.sampled_from([world.path, world.config, *kept]))
        before = path.read_bytes()
        place = data.draw(st.integers(0, len(before) - 1))
        after = before[:place] + bytes([before[place] ^ data.draw(st.integers(1, 255))]) + before[place + 1 :]
        path.write_bytes(after)
        if "state" in path.parts:  # the same memory for both
            (world.folder / "cold" / path.relative_to(world.folder / "warm")).write_bytes(after)
        world.sure_same(at, command, kind=kind)


LATER = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2099-04-04\n'


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(LATER)
    return path


@pytest.mark.parametrize("config", ["", 'lang = "en"\nzone = "Europe/Rome"\nforget_after = "2y"\n'])
@pytest.mark.parametrize("command", ["upcoming", "remind"])
def test_what_is_known_imports_next_to_nothing(process: Run, calls: Path, command: str, config: str) -> None:
    calls.write_text(f'[defaults]\nzone = "Europe/Rome"\n\n{LATER}')
    own = Path(os.environ["HOME"], ".config/clustercalls/config.toml")
    if config:
        own.parent.mkdir(parents=True)
        own.write_text(config)
    for _ in range(3):
        process(command, "-r", calls)
    heavy = "msgspec enum typing re functools pathlib datetime contextlib"
    body = "import sys; from clustercalls.cli.app import main; code = main(sys.argv[1:])"
    body += f"; print(*sorted({{*sys.modules}} & {{*{heavy!r}.split()}}), file=sys.stderr); sys.exit(code)"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src"), "LANG": "C"}
    command_line = [sys.executable, "-S", "-c", body, command, "-r", str(calls)]
    done = subprocess.run(command_line, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, b"\n")
    assert bool(done.stdout) == (command == "upcoming")


@pytest.mark.parametrize("command", ["upcoming", "remind"])
@pytest.mark.parametrize("where", ["gone", "read-only", "nowhere"])
def test_the_cache_may_go_at_any_time(
    run: Run, calls: Path, command: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [run(command, "-r", calls) for _ in range(3)]
    cache = Path(os.environ["HOME"], ".cache")
    files = [each for each in cache.rglob("*") if each.is_file()]
    match where:
        case "gone":
            for each in files:
                each.unlink()
        case "read-only":
            for each in (*files, *cache.rglob("*")):
                each.chmod(0o500 if each.is_dir() else 0o400)
        case "nowhere":
            monkeypatch.setenv("XDG_CACHE_HOME", "/nonexistent/cache")
    assert [run(command, "-r", calls) for _ in range(2)] == answers[1:]


@pytest.mark.parametrize("form", ["table", "json", "plain"])
@pytest.mark.parametrize("config", ["", 'lang = "it"'])
@pytest.mark.parametrize("as_of", [(), ("--as-of", "2038-05-01")])
def test_that_nothing_is_ahead_is_said_each_time(
    calls: Path, form: str, config: str, as_of: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", "2038-05-01")
    if config:
        Path("config.toml").write_text(config)
    asked: tuple[str | Path, ...] = (
        "upcoming",
        "-r",
        calls,
        "-f",
        form,
        *as_of,
        *(("-c", "config.toml") if config else ()),
    )
    calls.write_text(LATER.replace("2099", "2038"))
    first, *others = [here(*asked) for _ in range(3)]
    assert others == [first] * 2
    assert ("Nulla in arrivo." if config else "Nothing ahead.") in first[1]


def test_a_change_is_told_though_nothing_was_new_before(
    calls: Path,
) -> None:
    for _ in range(4):
        assert "change" not in on_a_terminal("upcoming", "-r", calls).out
    calls.write_text(LATER.replace("04-04", "05-05"))
    assert "1 change since" in on_a_terminal("upcoming", "-r", calls).out
