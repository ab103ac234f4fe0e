"""Whatever stands where a file is meant is named, at once, and stays: never a hang, never silence."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.table import COMMANDS, EXPORT
from clustercalls.reminders.memory import facts_path, path_of
from conftest import BUNDLED, Ran, Run
from odd import LINKS, ODD, put, state

READING = [
    "upcoming",
    "list --all",
    "show innosup",
    "changes",
    "remind",
    "digest",
    "publish out",
    "export ics",
    "check",
]
WRITING = {
    "add": "add --title New",
    "move": "move innosup-1-2017/first 2017-05-05",
    "set": "set innosup owner=anna",
    "track": "track innosup go",
    "done": "done innosup-1-2017/first",
    "days-off": "days-off BE --years 2027",
    "plan": "plan innosup-1-2017/first --write --as-of 2016-12-15",
    "confirm": "confirm innosup",
    "edit": "edit innosup",
    "remove": "remove innosup --yes",
    "undo": "undo",
}
CONFIG, OWN = ".config/clustercalls/config.toml", ".local/share/clustercalls/calls.toml"
STATE = ".local/state/clustercalls"

Command = Callable[[str], Ran]


@pytest.fixture
def typed(request: pytest.FixtureRequest, run: Run, process: Run, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command line; where it could hang, as a process that is given a minute."""
    monkeypatch.setenv("EDITOR", "sed -i s/title/title/")
    if "named pipe" in request.node.name:
        return lambda line: process(*line.split(), stdin=subprocess.DEVNULL)
    return lambda line: run(*line.split())


def at_home(name: str) -> Path:
    path = Path.home() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def own() -> Path:
    path = at_home(OWN)
    path.write_bytes(BUNDLED.read_bytes())
    return path


def test_every_command_is_tried_here() -> None:
    """Those that neither read a registry nor write one are tried below, by name."""
    tried = {each.split()[0] for each in (*READING, *WRITING)} - {"export"}
    assert set(COMMANDS) - tried == {
        "init",
        "merge",
        "schema",
        "where",
        "sync",
        "find",
        "follow",
        "review",
        "import",
    }
    assert set(EXPORT) == {"ics", "todo", "vdir", "caldav", "svg"} & set(EXPORT)


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_config_is_named_by_every_command(kind: str, run: Run) -> None:
    own()
    config = at_home(CONFIG)
    ODD[kind](config)
    before = state(config)
    for line in (*READING, *WRITING.values(), "where"):
        ran = run(*line.split())
        assert (ran.code, ran.out) == (3, ""), line
        assert ran.err.startswith(f"{config}: unreadable: "), line
        assert ran.err.count("\n") == 1
    assert state(config) == before


NO_FOLDER = {"a file": Path.touch} | {kind: make for kind, make in ODD.items() if kind != "a folder"}


@pytest.mark.parametrize("kind", NO_FOLDER)
@pytest.mark.parametrize("place", [".config/clustercalls", ".config", "named"])
def test_a_config_folder_that_is_none_is_no_config_that_is_missing(
    place: str, kind: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    own()
    if place == "named":
        monkeypatch.setenv("XDG_CONFIG_HOME", str(Path.home() / place))
    folder = at_home(place)
    NO_FOLDER[kind](folder)
    config = Path.home() / (CONFIG if place != "named" else "named/clustercalls/config.toml")
    for line in (*READING, "where"):
        ran = run(*line.split())
        assert (ran.code, ran.out) == (3, ""), line
        assert ran.err.startswith(f"{config}: unreadable: "), line


@pytest.mark.parametrize("kind", NO_FOLDER)
@pytest.mark.parametrize("place", [".local/share/clustercalls", ".local/share"])
def test_a_registry_folder_that_is_none_is_no_registry_that_is_missing(
    place: str, kind: str, run: Run
) -> None:
    NO_FOLDER[kind](at_home(place))
    ran = run("list", "--all")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{Path.home() / OWN}: unreadable: ")
    told = run("where")
    assert (told.code, str(Path.home() / OWN) in told.out.splitlines()[0]) == (0, True)
    assert ("a link that leads nowhere" in told.out) == (kind in LINKS)
    assert ("part of its path is not a folder" in told.out) == (kind not in LINKS)


@pytest.mark.parametrize("home", ["/dev/null", "/proc/nonexistent"])
def test_who_has_no_home_has_no_config(home: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    ran = run("list", "--all")
    assert (ran.code, "innosup" in ran.out, "unreadable" in ran.err) == (0, True, False)


@pytest.mark.parametrize("kind", [each for each in ODD if each != "a folder"])
@pytest.mark.parametrize("place", ["calls.toml", "data/calls.toml", OWN])
def test_what_stands_under_the_name_of_a_registry_is_meant(place: str, kind: str, run: Run) -> None:
    path = at_home(place) if place == OWN else Path(place)
    path.parent.mkdir(parents=True, exist_ok=True)
    ODD[kind](path)
    before = state(path)
    for line in (*READING, *WRITING.values()):
        ran = run(*line.split())
        said = ran.out if line == "check" or (line == "remind" and ran.out) else ran.err
        assert ran.code == 3, line
        assert f"{path}: unreadable: " in said, (line, said)
        assert "innosup" not in ran.out
    assert state(path) == before
    ran = run("where")
    assert (ran.code, str(path.absolute()) in ran.out.splitlines()[0]) == (0, True)
    assert ("a link that leads nowhere" in ran.out) == (kind in LINKS)


def test_a_folder_under_the_name_of_a_registry_is_one(run: Run) -> None:
    Path("calls.toml").mkdir()
    ran = run("list", "--all")
    assert (ran.code, ran.err.split(": ")[:2]) == (3, ["calls.toml", "empty-folder"])
    Path("calls.toml/one.toml").write_bytes(BUNDLED.read_bytes())
    assert "innosup" in run("list", "--all").out


def test_a_folder_of_the_name_data_is_not_ours(run: Run) -> None:
    own()
    Path("data").symlink_to("not mounted")
    assert "innosup" in run("list", "--all").out


def test_what_is_no_file_in_a_folder_hides_no_other(run: Run) -> None:
    folder = Path("calls")
    folder.mkdir()
    (folder / "good.toml").write_bytes(BUNDLED.read_bytes())
    for number, make in enumerate(ODD.values()):
        make(folder / f"{number}.toml")
    ran = run("list", "--all", "-r", "calls")
    assert (ran.code, ran.err.count("unreadable"), "innosup" in ran.out) == (3, len(ODD), True)
    ran = run("set", "-r", "calls", "innosup", "owner=anna")
    assert ran.code == 3
    assert ran.err.count("unreadable") == len(ODD)


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_file_is_edited_by_no_command(kind: str, typed: Command, tmp_path: Path) -> None:
    path = tmp_path / "named.toml"
    ODD[kind](path)
    before, there = state(path), sorted(each.name for each in tmp_path.iterdir())
    for line in WRITING.values():
        ran = typed(f"{line} -r {path}")
        assert (ran.code, ran.out) == (3, ""), line
        assert ran.err.startswith(f"{path}: "), line
        assert ran.err.count("\n") == 1
    assert state(path) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == there


def test_a_pipe_that_a_person_named_is_read(process: Run) -> None:
    text = BUNDLED.read_bytes()
    for line in ("list --all", "check", "digest", "changes --since 7d", "remind --all", "export ics"):
        ran = process(*line.split(), "-r", "/dev/stdin", input=text)
        assert ran.code in {0, 1}, (line, ran)
    ran = process("list", "--all", input=text, env={**os.environ, "CLUSTERCALLS_REGISTRY": "/dev/stdin"})
    assert "innosup" in ran.out
    at_home(CONFIG).write_text('registry = "/dev/stdin"\n')
    ran = process("list", "--all", input=text)
    assert (ran.code, "named pipe" in ran.err) == (3, True)


def test_a_config_that_a_person_named_may_be_a_pipe(process: Run) -> None:
    ran = process("list", "--all", "-c", "/dev/stdin", input=f'registry = "{BUNDLED}"\n'.encode())
    assert "innosup" in ran.out


def test_nothing_is_waited_for_while_a_line_is_completed(process: Run) -> None:
    os.mkfifo("pipe")
    for option in ("-r", "-c"):
        line = f"clustercalls show {option} pipe inno"
        environment = {**os.environ, "_CLUSTERCALLS_COMPLETE": "complete_bash", "COMP_WORDS": line}
        ran = process(env={**environment, "COMP_CWORD": "4"})
        assert (ran.code, ran.out.strip(), ran.err) == (0, "", "")


@pytest.mark.parametrize("kind", [*ODD, "a link"])
@pytest.mark.parametrize("which", ["memory", "lock", "facts"])
def test_what_is_no_memory_is_named_and_nothing_is_waited_for(
    which: str, kind: str, typed: Command, tmp_path: Path
) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_bytes(BUNDLED.read_bytes() * 1)
    memory = path_of((registry,))
    path = {"memory": memory, "lock": Path(f"{memory}.lock"), "facts": facts_path(memory)}[which]
    path.parent.mkdir(parents=True)
    (tmp_path / "secret").write_text("kept")
    put(kind, path, tmp_path / "secret")
    before = state(path)
    for line in ("remind", "changes"):
        ran = typed(f"{line} -r {registry} --as-of 2017-03-28")
        if which != "facts":
            assert ran.code == (4 if line == "remind" else ran.code or 3), (line, ran)
            assert path.name in ran.err, (line, ran)
        assert ran.code in {0, 3, 4}
        assert "Traceback" not in ran.err
    assert typed(f"upcoming -r {registry}").code == 0
    assert (state(path), (tmp_path / "secret").read_text()) == (before, "kept")


def test_an_old_memory_that_is_none_is_left_where_it_is(typed: Command, tmp_path: Path) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_bytes(BUNDLED.read_bytes())
    folder = at_home(f"{STATE}/x").parent
    for number, make in enumerate(ODD.values()):
        make(folder / f"seen-{number:016x}.json")
        os.utime(folder / f"seen-{number:016x}.json", (0, 0), follow_symlinks=False)
    there = {each.name: state(each) for each in folder.iterdir()}
    assert typed(f"remind -r {registry} --as-of 2017-03-28").code == 0
    assert {name: state(folder / name) for name in there} == there


@pytest.mark.parametrize("kind", [*ODD, "a link"])
def test_what_is_no_journal_is_named_and_nothing_is_written(
    kind: str, typed: Command, tmp_path: Path
) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_bytes(BUNDLED.read_bytes())
    (tmp_path / "secret").write_text("kept")
    journal = at_home(f"{STATE}/journal.jsonl")
    put(kind, journal, tmp_path / "secret")
    before = state(journal)
    ran = typed(f"set -r {registry} innosup owner=anna")
    assert ran.code == 4
    assert ran.err.startswith(str(journal)), ran.err
    assert registry.read_bytes() == BUNDLED.read_bytes()
    assert (state(journal), (tmp_path / "secret").read_text()) == (before, "kept")


def test_a_protected_registry_is_named_before_anybody_writes_a_text(typed: Command, tmp_path: Path) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_bytes(BUNDLED.read_bytes())
    registry.chmod(0o444)
    os.environ["EDITOR"] = "touch started"
    for line in (*WRITING.values(), "add --edit"):
        if line != "undo":
            ran = typed(f"{line} -r {registry}")
            assert (ran.code, ran.out) == (4, ""), line
            assert ran.err.startswith(f"{registry}: protected: "), ran.err
            assert ran.err.endswith(f"chmod u+w {registry}\n")
    assert typed(f"set -r {registry} innosup owner=anna --dry-run").code == 0
    assert typed(f"show -r {registry} innosup").code == 0
    assert not Path("started").exists()
    assert registry.read_bytes() == BUNDLED.read_bytes()
    assert stat.S_IMODE(registry.stat().st_mode) == 0o444
    assert {each.name for each in tmp_path.iterdir()} == {"home", "work", "calls.toml"}
