"""The index in the cache: hot bytes equal cold bytes, whatever is asked, and whatever became of it."""

import io
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.cli.app import main
from conftest import BUNDLED, Run
from drawn import MOMENTS, registries

COMMANDS = (
    ("upcoming",), ("upcoming",), ("upcoming", "-n", "2", "--no-header"),
    ("upcoming", "--past"), ("upcoming", "90d"), ("upcoming", "--due", "-n", "3"),
    ("upcoming", "--zone", "Asia/Tokyo"), ("upcoming", "-p", "COSME"), ("upcoming", "-s", "a"),
    ("upcoming", "--status", "open", "--lang", "it"), ("list",), ("list", "--all"), ("list", "m"),
    ("list", "--unconfirmed"), ("show", "e0"), ("show", "m1"), ("show", "e"),
    ("remind", "--dry-run", "--all"), ("digest",), ("export", "ics", "--past"),
)  # fmt: skip
FORMS = ((), ("-f", "table"), ("-f", "json"), ("-f", "csv"), ("-f", "md"))


@contextmanager
def cached_in(folder: str) -> Iterator[None]:
    """With this folder for the cache."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = folder
    try:
        yield
    finally:
        del os.environ["XDG_CACHE_HOME"]
        if before is not None:
            os.environ["XDG_CACHE_HOME"] = before


def answer(*arguments: str) -> tuple[int, bytes, bytes]:
    """The exit code and both streams of a run."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    return code, out.detach().getvalue(), err.detach().getvalue()


def typed(path: str, command: tuple[str, ...], form: tuple[str, ...], now: str) -> list[str]:
    shaped = command[0] in {"upcoming", "list"}
    return [*command, "-r", path, "--as-of", now, *(form if shaped else ())]


@settings(deadline=None, max_examples=60)
@given(
    registries(),
    st.lists(st.tuples(st.sampled_from(COMMANDS), st.sampled_from(FORMS)), min_size=1, max_size=6),
    st.lists(MOMENTS, min_size=1, max_size=2),
)
def test_hot_bytes_equal_cold_bytes(
    text: str, asked: list[tuple[tuple[str, ...], tuple[str, ...]]], moments: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "calls.toml")
        path.write_text(text)
        runs = [typed(str(path), command, form, now) for now in moments for command, form in asked]
        with cached_in(f"{path}/none"):
            cold = [answer(*each) for each in runs]
        with cached_in(f"{folder}/cache"):
            assert [answer(*each) for each in runs] == cold
            assert [answer(*each) for each in runs] == cold


@settings(deadline=None, max_examples=60)
@given(registries(), st.data())
def test_a_flipped_byte_changes_no_answer(text: str, data: st.DataObject) -> None:
    now = data.draw(MOMENTS)
    with TemporaryDirectory() as folder:
        path = Path(folder, "calls.toml")
        path.write_text(text)
        run = typed(str(path), data.draw(st.sampled_from(COMMANDS)), ("-f", "json"), now)
        with cached_in(f"{folder}/cache"):
            answer(*run)
            flipped = data.draw(st.sampled_from([path, *Path(folder, "cache").rglob("index/*")]))
            before = flipped.read_bytes()
            place = data.draw(st.integers(0, len(before) - 1))
            after = before[place] ^ data.draw(st.integers(1, 255))
            flipped.write_bytes(before[:place] + bytes([after]) + before[place + 1 :])
            hot = answer(*run)
        with cached_in(f"{path}/none"):
            assert hot == answer(*run)


def index_files() -> list[Path]:
    return sorted(Path(os.environ["HOME"], ".cache/clustercalls").rglob("index/*"))


@pytest.mark.parametrize(("command", "parses"), [("upcoming", 0), ("list", 0), ("check", 1)])
def test_the_second_run_parses_nothing(process: Run, command: str, parses: int) -> None:
    process("upcoming", "-r", BUNDLED)
    (before,) = index_files()
    body = "import sys; from clustercalls.cli.app import main; main(sys.argv[1:])"
    body += "; sys.exit('tomli' in sys.modules)"
    own = ["-r", BUNDLED] if command != "check" else [BUNDLED]
    done = subprocess.run([sys.executable, "-c", body, command, *own], capture_output=True, check=False)
    assert (done.returncode, done.stderr, index_files()) == (parses, b"", [before])


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        (["upcoming", "--as-of", "2016-12-02T23:30"], ""),
        (["upcoming", "-fjson", "--as-of", "2016-12-02"], ""),
        (["upcoming", "-n", "2", "-f", "table", "--as-of", "2016-12-02"], ""),
        ([], "complete_bash"),
    ],
)  # fmt: skip
def test_the_usual_second_run_imports_next_to_nothing(process: Run, typed: list[str], form: str) -> None:
    process("upcoming", "-r", BUNDLED)
    heavy = "msgspec enum typing re functools pathlib zoneinfo datetime contextlib"
    body = "import sys; from clustercalls.cli.app import main; code = main(sys.argv[1:])"
    body += f"; print(*sorted({{*sys.modules}} & {{*{heavy!r}.split()}}), file=sys.stderr); sys.exit(code)"
    environment = {key: value for key, value in os.environ.items() if key[:2] not in {"LC", "LA"}}
    environment |= {"CLUSTERCALLS_REGISTRY": str(BUNDLED), "PYTHONPATH": str(BUNDLED.parents[1] / "src")}
    if form:
        asked = {"COMP_WORDS": "clustercalls show ", "COMP_CWORD": "2", "_CLUSTERCALLS_COMPLETE": form}
        environment |= asked
    done = subprocess.run(
        [sys.executable, "-S", "-c", body, *typed], capture_output=True, check=False, env=environment
    )
    assert (done.returncode, done.stderr) == (0, b"\n")
    assert done.stdout


@pytest.mark.parametrize("where", ["/proc/nonexistent/cache", "/proc/cache", "relative", ""])
def test_without_a_folder_for_it_nothing_is_said(
    run: Run, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("upcoming", "-r", BUNDLED, "--as-of", "2016-12-02")
    monkeypatch.setenv("XDG_CACHE_HOME", where)
    monkeypatch.setenv("HOME", "/proc/nonexistent/home")
    if where.startswith("/proc/nonexistent"):
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert run("upcoming", "-r", BUNDLED, "--as-of", "2016-12-02") == expected


def test_a_full_disk(run: Run) -> None:
    asked = ("upcoming", "-r", BUNDLED, "--as-of", "2016-12-02")
    expected = run(*asked)
    (file,) = index_files()
    file.unlink()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:  # the streams of a test are files, and as short
        assert main([*map(str, asked), "-o", "/dev/null"]) == 0
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(file.parent.iterdir()) == []
    assert run(*asked) == expected


def test_many_runs_at_once(process: Run) -> None:
    def once(_: int) -> object:
        return process("upcoming", "-r", BUNDLED, "--as-of", "2016-12-02")

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(once, range(8)))
    assert all(each == answers[0] for each in answers)
    assert len(index_files()) == 1
