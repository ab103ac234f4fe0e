"""What cannot be opened is named, with its path; where the answer does not need it, it does not stop it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from closed import stopped
from clustercalls.cli.table import COMMANDS, EXPORT
from conftest import BUNDLED, Run
from every_line import BESIDE, LINES, NETWORK, NEVER_ROOT, READS_NONE, SAYS_IT_ITSELF, typed
from odd import ODD

TAKES_SETTINGS = (
    "remind",
    "remind --dry-run",
    "digest --notify team",
    "digest --mail-to a@example.org",
    "publish out",
)


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EDITOR", "true")
    path = tmp_path / "calls.toml"
    path.write_bytes(BUNDLED.read_bytes())
    return path


def config_that_is(kind: str) -> Path:
    config = Path.home() / ".config/clustercalls/config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    ODD[kind](config)
    return config


def test_every_command_is_tried_here() -> None:
    assert {*COMMANDS, *EXPORT} - NETWORK <= {*LINES}


# The one reads none; audiences may stand in it, and who may see what.
@pytest.mark.parametrize("name", sorted({*LINES} - {"merge", "publish"}))
def test_a_config_that_is_not_needed_stops_no_command(name: str, registry: Path, run: Run) -> None:
    if name == "undo":
        run(*typed("set", registry))
    old = registry.read_bytes()
    wanted = run(*typed(name, registry))
    after = registry.read_bytes()
    assert wanted.code in {0, 1}, wanted
    registry.write_bytes(old)
    for each in (Path("new.toml"), Path("calls.schema.json"), Path.home() / ".local"):
        shutil.rmtree(each) if each.is_dir() else each.unlink(missing_ok=True)
    if name == "undo":
        registry.write_bytes(BUNDLED.read_bytes())
        run(*typed("set", registry))
    config = config_that_is("a folder")
    ran = run(*typed(name, registry))
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert ran.err.startswith(
        f"{config}: config-ignored: this config cannot be read: it is a folder. The def"
    )
    assert ran.out == wanted.out.replace(f"{config}  (not there)", str(config))  # which `where` says
    assert registry.read_bytes() == after


@pytest.mark.parametrize("kind", ODD)
def test_whatever_stands_in_its_place_it_is_said_once(kind: str, registry: Path, run: Run) -> None:
    config = config_that_is(kind)
    ran = run("list", "--all", "-r", registry)
    assert (ran.code, "innosup" in ran.out, ran.err.count("\n")) == (3, True, 1)
    assert ran.err.startswith(f"{config}: config-ignored: ")
    if kind not in {"a named pipe", "a device"}:  # which a person may name, and which are read then
        named = run("list", "--all", "-r", registry, "-c", config)
        assert (named.code, "innosup" in named.out, named.err.count("config-ignored")) == (3, True, 1)


@pytest.mark.parametrize("kind", ODD)
def test_nor_does_an_index_answer_past_it(kind: str, registry: Path, run: Run) -> None:
    line = ("upcoming", "-r", registry, "--as-of", "2016-12-15")
    assert run(*line).out == run(*line).out  # the second of them is answered by the index
    config = config_that_is(kind)
    ran = run(*line)
    assert (ran.code, ran.err.startswith(f"{config}: config-ignored: ")) == (3, True)


def test_a_config_that_was_named_and_is_missing_is_refused(registry: Path, run: Run) -> None:
    ran = run("list", "--all", "-r", registry, "-c", "none.toml")
    assert (ran.code, ran.out, ran.err.split(": ")[:2]) == (3, "", ["none.toml", "no-registry"])


def test_a_config_that_may_name_the_registry_is_needed(
    registry: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = config_that_is("a folder")
    Path("calls.toml").write_bytes(BUNDLED.read_bytes())
    for line in LINES.values():
        ran = run(*line.split())
        if line.split()[0] in {"init", "schema"}:  # they read no registry
            assert (ran.code, bool(ran.out)) == (3, True)
        elif line.split()[0] == "merge":  # nor a config; it is asked for files that are not there
            assert (ran.code, ran.out, "config" in ran.err) == (3, "", False)
        else:
            assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1), line
            assert ran.err.startswith(f"{config}: unreadable: "), line
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(registry))
    assert "innosup" in run("list", "--all").out
    assert Path("calls.toml").read_bytes() == BUNDLED.read_bytes()


@pytest.mark.parametrize("line", TAKES_SETTINGS)
def test_what_takes_settings_from_the_config_does_nothing_without_them(
    line: str, registry: Path, run: Run
) -> None:
    config = config_that_is("a link that leads nowhere")
    ran = run(*line.split(), "-r", registry, "--as-of", "2017-03-28")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert ran.err.startswith(f"{config}: unreadable: ")
    assert not (Path.home() / ".local").exists()
    elsewhere = run("digest", "--outbox", "box", "-r", registry, "--as-of", "2016-12-15")
    assert (elsewhere.code, len(list(Path("box").iterdir()))) == (3, 1)


def test_it_is_said_in_italian(registry: Path, run: Run) -> None:
    config_that_is("a folder")
    ran = run("list", "--all", "-r", registry, "--lang", "it")
    assert (ran.code, "questa configurazione non si può leggere: è una cartella" in ran.err) == (3, True)


def test_a_home_of_nobody_in_the_config_is_a_registry_that_is_not_there(run: Run) -> None:
    config = Path.home() / ".config/clustercalls/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('registry = "~nobody-of-this-name/calls.toml"\n')
    ran = run("list")
    assert (ran.code, "~nobody-of-this-name/calls.toml: no-registry: " in ran.err) == (3, True)


def closed(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0)
    return path


BROKEN: dict[str, Callable[[Path], object]] = {
    **{name: ODD[name] for name in ("a folder", "a link that leads nowhere", "a named pipe")},
    "no text": lambda path: path.write_bytes(b'title = "caf\xe9"\n'),
}


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("kind", BROKEN)
def test_one_file_of_a_folder_that_cannot_be_read_stops_no_command_and_is_named(
    kind: str, name: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    folder, bad = tmp_path / "calls", tmp_path / "calls" / "b.toml"

    def afresh() -> None:
        for each in (folder, Path("calendar"), Path("out"), Path.home() / ".local", Path.home() / ".cache"):
            shutil.rmtree(each, ignore_errors=True)
        Path("new.toml").unlink(missing_ok=True)
        folder.mkdir()
        folder.joinpath("a.toml").write_bytes(BUNDLED.read_bytes())
        folder.joinpath("c.toml").write_text('[[call]]\nid = "c"\ntitle = "C"\n')
        if name == "undo":
            assert run(*typed("set", folder)).code == 0

    afresh()
    wanted, after = run(*typed(name, folder)), states(folder)
    afresh()
    BROKEN[kind](bad)
    ran = run(*typed(name, folder))
    assert states(folder) == after
    if name in READS_NONE or (name, kind) == ("undo", "no text"):  # which needs its bytes alone
        assert (ran.code, ran.err) == (wanted.code, wanted.err)
        return
    right = 1 if (name, kind) == ("check", "no text") else 3
    assert (ran.code, str(bad) in ran.err + ran.out, "Traceback" in ran.err) == (right, True, False), ran
    assert ran.err.count(str(bad)) <= 1
    if name not in SAYS_IT_ITSELF:
        assert ran.out == wanted.out


def states(folder: Path) -> dict[str, bytes]:
    return {each: folder.joinpath(each).read_bytes() for each in ("a.toml", "c.toml")}


@pytest.mark.parametrize("line", ["show", "confirm", "set", "move", "edit", "remove"])
def test_an_entry_that_may_be_in_it_is_not_called_unknown_for_sure(
    line: str, tmp_path: Path, run: Run
) -> None:
    tmp_path.joinpath("b.toml").mkdir()
    tmp_path.joinpath("a.toml").write_bytes(BUNDLED.read_bytes())
    rest = {"set": ["owner=anna"], "move": ["2017-05-05"]}.get(line, [])
    ran = run(line, "nobody-has-this", *rest, "-r", tmp_path)
    assert (ran.code, "unknown-id" in ran.err, f"{tmp_path / 'b.toml'}: " in ran.err) == (3, True, True)


@pytest.mark.parametrize("closed_one", ["a.toml", "c.toml"])
def test_what_is_to_be_taken_back_in_it_is_not_passed_over(closed_one: str, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    for each in ("a", "c"):
        folder.joinpath(f"{each}.toml").write_text(f'[[call]]\nid = "{each * 2}"\ntitle = "T"\n')
    assert run("set", "aa", "owner=anna", "-r", folder).code == 0
    assert run("set", "cc", "owner=anna", "-r", folder).code == 0
    bad, old = folder / closed_one, folder.joinpath(closed_one).read_bytes()
    other = folder / ("c.toml" if closed_one == "a.toml" else "a.toml")
    as_it_was = other.read_bytes()
    bad.unlink()
    bad.mkdir()
    ran = run("undo", "-r", folder)
    assert (ran.code, ran.err.count(str(bad))) == (3, 1)
    assert (other.read_bytes() != as_it_was) is (closed_one == "a.toml")  # the last act was on the other
    bad.rmdir()
    bad.write_bytes(old)
    assert run("undo", "-r", folder).code == 0
    assert b"owner" not in folder.joinpath("c.toml").read_bytes()


# What is closed, and which of it a message has to name. It is opened again at the end, to be cleared away.
CLOSED: dict[str, Callable[[], Path]] = {
    "home": lambda: closed(Path.home()),
    "config": lambda: closed(Path.home() / ".config/clustercalls"),
    "state": lambda: closed(Path.home() / ".local/state/clustercalls"),
    "data": lambda: closed(Path.home() / ".local/share/clustercalls"),
    "current": lambda: closed(Path.cwd()),
    "data of the current folder": lambda: closed(Path("data").absolute()),
}
NEEDS: dict[str, dict[str, set[int]]] = {  # the exit codes that are right
    "list --all": {"home": {3}, "config": {3}, "state": {0}, "data": {0}, "current": {0}},
    "changes": {"home": {3, 4}, "config": {3}, "state": {3, 4}, "data": {0}, "current": {0}},
    "digest": {"home": {3}, "config": {3}, "state": {3}, "data": {0}, "current": {0}},
    "undo": {"home": {3}, "config": {2, 3}, "state": {3}, "data": {2}, "current": {2}},
    "remind": {"home": {3}, "config": {3}, "state": {4}, "data": {0}, "current": {0}},
    "where": {"home": {3}, "config": {3}, "state": {0}, "data": {0}, "current": {0}},
}


@pytest.mark.skipif(os.geteuid() == 0 and sys.platform != "linux", reason="root may read all")
@pytest.mark.parametrize("what", CLOSED)
@pytest.mark.parametrize("line", NEEDS)
def test_a_closed_folder_is_named_and_stops_only_what_needs_it(
    line: str, what: str, registry: Path, run: Run
) -> None:
    folder = CLOSED[what]()
    try:
        with stopped():
            known, unknown = run(*line.split(), "-r", registry), run(*line.split())
    finally:
        folder.chmod(0o700)
    right = NEEDS[line].get(what, {0, 2})
    assert known.code in right, known
    for ran in (known, unknown):
        assert "output-failed" not in ran.err
        assert ran.code in {0, 2, 3, 4}
        if ran.code in {3, 4}:
            if ran.err.startswith("wants-registry: "):
                continue
            assert "Permission denied" in ran.err or "may not read it" in ran.err, ran
            assert ran.err.startswith((f"{folder}", "calls.toml", "data/calls.toml")), ran


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may read all")
@pytest.mark.parametrize("what", ["home", "current"])
def test_a_process_of_its_own_begins_beside_it(what: str, registry: Path) -> None:
    """Python itself looks into both: for what it is to load, and for settings."""
    folder = CLOSED[what]()
    prefix = NEVER_ROOT if os.geteuid() == 0 else ()
    command = [*prefix, sys.executable, "-m", "clustercalls", "list", "--all", "-r", str(registry)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        folder.chmod(0o700)
    assert (done.returncode, "innosup" in done.stdout) == (3 if what == "home" else 0, True)
    assert done.stderr.count("\n") == (what == "home")
