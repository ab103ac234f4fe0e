"""Every option by which a person names what is written: ours is never overwritten, links are not followed."""

import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from closed import stopped
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.cli import table
from clustercalls.limits import LEFT_SECONDS, READER_SECONDS
from conftest import ROOT, Run
from offers import candidate, sync
from terminals import Terminal, unwrapped

CALLS = """schema = 1
name = "here"
[[call]]
id = "a-call"
title = "A call"
checked = 2027-03-01
source = { title = "Notes", date = "2016-12" }
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-04
[[call]]
id = "other"
title = "Another"
deadline = 2027-05-05
checked = 2027-03-01
source = { title = "Notes", date = "2016-12" }
[[call]]
id = "stale"
title = "Not confirmed for long"
source = { title = "Notes", date = "2015-12" }
"""
AS_OF = ("--as-of", "2027-03-28")
EVENT = "a-call.first@here.ics"

REPORT = ROOT / "tests" / "registry" / "good" / "windows.toml"  # any short text will do

# Options whose paths are read, and nothing more; `ours` of a merge is a registry that is edited.
READ = {"registry", "config", "file", "intro", "cut_from", "paths", "base", "ours", "theirs"}
# All the others, with the words that make each write.
FILES: dict[tuple[str, str], tuple[str, ...]] = {
    ("upcoming", "output"): ("upcoming", *AS_OF, "-o"),
    ("list", "output"): ("list", *AS_OF, "-o"),
    ("confirm", "output"): ("confirm", *AS_OF, "-o"),
    ("find", "output"): ("find", "", *AS_OF, "-o"),
    ("import", "target"): ("import", str(REPORT), "--as", "report", *AS_OF, "-o"),
    ("digest", "target"): ("digest", *AS_OF, "-o"),
    ("export ics", "output"): ("export", "ics", *AS_OF, "--force", "-o"),
    ("export todo", "output"): ("export", "todo", *AS_OF, "--force", "-o"),
    ("export svg", "target"): ("export", "svg", *AS_OF, "-o"),
}
FOLDERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("export vdir", "folder"): ("export", "vdir", *AS_OF, "--force"),
    ("remind", "outbox"): ("remind", *AS_OF, "--outbox"),
    ("digest", "outbox"): ("digest", *AS_OF, "--outbox"),
}
TREES = {("publish", "folder")}  # tests/acceptance/test_publish.py
NEW: dict[tuple[str, str], tuple[str, ...]] = {("init", "path"): ("init",)}


def named(way: object) -> str:
    return " ".join(way) if isinstance(way, tuple) else str(way)


def declared() -> set[tuple[str, str]]:
    """Every option and argument that is a path, but those that are only read."""
    found = set()
    for above, commands in (("", table.COMMANDS), ("export ", table.EXPORT)):
        for name, (_, _, _, groups, own) in commands.items():
            rows = [*own, *(row for _, group in groups for row in table.GROUPS[group])]
            found |= {(above + name, row[0]) for row in rows if row[1].startswith("path")}
    return {(command, field) for command, field in found if field not in READ}


def test_no_option_that_writes_is_left_out() -> None:
    assert declared() == FILES.keys() | FOLDERS.keys() | TREES | NEW.keys()


Place = tuple[Path, Path]  # the folder of the registry and the registry


@pytest.fixture
def place(run: Run, tmp_path: Path) -> Place:
    """A registry with all that stands beside it, its config, and everything that is kept of it."""
    folder = tmp_path / "calls"
    folder.mkdir()
    path = folder / "calls.toml"
    path.write_text(CALLS)
    settings = tmp_path / "home" / ".config" / "clustercalls" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('lang = "it"\n')
    sync(catalogue_path(), candidate("1TOPICS", "2027-09-15"))
    run("remove", "other", "--yes", "-r", path)
    run("remind", "-r", path, *AS_OF)
    run("changes", "-r", path, *AS_OF)
    cache = tmp_path / "home" / ".cache" / "clustercalls"
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "of another run").write_text("index")
    for name in ("other.toml", ".calls.toml.0123abcd.old"):
        (folder / name).write_text("schema = 1\n")
    return folder, path


def kept(place: Place, home: Path) -> list[Path]:
    """What no output may take the place of, there or not."""
    folder, _ = place
    state, cache = home / ".local/state/clustercalls", home / ".cache/clustercalls"
    its = [each for each in (*folder.iterdir(), *state.rglob("*"), *cache.rglob("*")) if each.is_file()]
    assert {"journal.jsonl", "calls.toml.removed", "calls.toml.lock"} <= {each.name for each in its}
    assert any(each.name.startswith("seen-") for each in its)
    assert any(each.parent == cache for each in its)
    absent = [folder / "new.toml", folder / "new.toml.lock", folder / ".calls.toml.tmp", state / "new"]
    absent += [cache / "new", home / ".local/share/clustercalls/calls.toml"]
    return [*its, home / ".config/clustercalls/config.toml", *absent]


def forms(path: Path, free: Path) -> dict[str, Path]:
    """All the ways of naming one file, as far as there are."""
    link, hard = free / "link.ics", free / "hard.ics"
    for each in (link, hard):
        each.unlink(missing_ok=True)
    link.symlink_to(path)
    found = {"itself": path, "link": link, "relative": Path(os.path.relpath(path))}
    found["spelled"] = path.parent / "." / ".." / path.parent.name / path.name
    found["case"] = path.with_name(path.name.swapcase())
    if path.is_file():
        hard.hardlink_to(path)
        found["hard link"] = hard
    return found


def everything(*folders: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for folder in folders for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("way", FILES, ids=named)
def test_no_output_takes_the_place_of_what_is_read_or_kept(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str]
) -> None:
    folder, path = place
    home, free = tmp_path / "home", tmp_path / "free"
    free.mkdir()
    before = everything(folder, home)
    for each in kept(place, home):
        for form, target in forms(each, free).items():
            ran = run(*FILES[way], target, "-r", path)
            assert (ran.code, ran.out) == (2, ""), (form, each, ran)
            assert "output-is-input" in ran.err, (form, each)
            assert everything(folder, home) == before, (form, each)
    assert run(*FILES[way], free / "calls.ics", "-r", path).code == 0
    assert (free / "calls.ics").stat().st_size


@pytest.mark.parametrize("named_by", ["option", "variable", "config", "this folder", "a folder"])
def test_a_registry_is_ours_however_it_was_found(
    run: Run, tmp_path: Path, place: Place, named_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, path = place
    words: tuple[object, ...] = ()
    match named_by:
        case "option":
            words = ("-r", path)
        case "a folder":
            words = ("-r", folder)
        case "variable":
            monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(path))
        case "config":
            settings = tmp_path / "home/.config/clustercalls/config.toml"
            settings.write_text(f'registry = "{path}"\n')
        case _:
            monkeypatch.chdir(folder)
    before = everything(folder)
    for name in ("calls.toml", "calls.toml.lock", "calls.toml.removed", "new.toml"):
        for command in (("export", "ics", "--force"), ("upcoming",)):
            ran = run(*command, *AS_OF, *words, "-o", folder / name)
            assert (ran.code, "output-is-input" in ran.err) == (2, True), name
    assert everything(folder) == before


@pytest.mark.parametrize("way", FILES, ids=named)
@pytest.mark.parametrize("named_by", ["variable", "config", "this folder"])
def test_no_registry_is_made_where_a_run_without_options_reads_one(
    run: Run, tmp_path: Path, way: tuple[str, str], named_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    team, own = tmp_path / "team", tmp_path / "own.toml"
    team.mkdir()
    sync(catalogue_path(), candidate("1TOPICS", "2027-09-15"))
    for each in (team / "calls.toml", own):
        each.write_text(CALLS)
    match named_by:
        case "variable":
            monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(team))
        case "config":
            settings = tmp_path / "home/.config/clustercalls/config.toml"
            settings.parent.mkdir(parents=True)
            settings.write_text(f'registry = ["{team}"]\n')
        case _:
            monkeypatch.chdir(team)
    ran = run(*FILES[way], team / "new.toml", "-r", own)
    assert (ran.code, "output-is-input" in ran.err) == (2, True), ran
    assert run(*FILES[way], team / "new.ics", "-r", own).code == 0
    assert {each.name for each in team.iterdir() if each.suffix == ".toml"} == {"calls.toml"}
    assert run("list").code == 0


@pytest.mark.parametrize("way", FOLDERS, ids=named)
def test_no_folder_of_ours_takes_files(run: Run, tmp_path: Path, place: Place, way: tuple[str, str]) -> None:
    folder, path = place
    home, free = tmp_path / "home", tmp_path / "free"
    free.mkdir()
    before = everything(folder, home)
    for name in (".local/state/clustercalls", ".cache/clustercalls", ".local/state/clustercalls/bugs"):
        for form, target in forms(home / name, free).items():
            if form != "case":  # a folder of another name, where case counts
                ran = run(*FOLDERS[way], target, "-r", path)
                assert (ran.code, "output-is-input" in ran.err) == (2, True), (form, name, ran)
                assert everything(folder, home) == before, (form, name)


@pytest.mark.parametrize("way", FOLDERS, ids=named)
@pytest.mark.parametrize(("language", "why"), [("en", "Permission denied"), ("it", "permesso negato")])
def test_a_folder_that_is_closed_is_named_and_no_mistake_in_typing(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str], language: str, why: str
) -> None:
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("the superuser reads everything")
    _, path = place
    closed = tmp_path / "closed"
    closed.mkdir(0)
    words = (*FOLDERS[way], str(closed), "-r", str(path), "--lang", language)
    with stopped():
        done = run(*words)
    assert (done.code, str(closed) in done.err, why in done.err) == (4, True, True), done


@pytest.mark.parametrize("way", FOLDERS, ids=named)
def test_no_file_in_a_folder_is_another_name_of_ours(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str]
) -> None:
    _, path = place
    home, free = tmp_path / "home", tmp_path / "free"
    assert run(*FOLDERS[way], free, "-r", path).code == 0
    (made, *_) = free.iterdir()
    shut = [each for each in kept(place, home) if each.is_file() and "seen-" not in each.name]
    for each in shut:
        made.unlink()
        made.hardlink_to(each)
        for memory in (home / ".local/state/clustercalls").glob("seen-*"):
            memory.unlink()
        before = each.read_bytes()
        ran = run(*FOLDERS[way], free, "-r", path)
        assert ran.code in {3, 4}, (each, ran)
        assert made.name in ran.err
        assert each.read_bytes() == before
        assert made.samefile(each)


def test_a_new_registry_stands_in_the_place_of_nothing(run: Run, tmp_path: Path, place: Place) -> None:
    folder, path = place
    home, free = tmp_path / "home", tmp_path / "free"
    free.mkdir()
    before = everything(folder, home)
    for each in kept(place, home):
        for form, target in forms(each, free).items():
            if each.name in {"new.toml", "calls.toml", "other.toml"} and not target.exists():
                continue  # a new registry beside the others is what is wanted
            ran = run("init", target, "-r", path)
            assert ran.code == 2, (form, each, ran)
            assert everything(folder, home) == before, (form, each)
    assert run("init", folder / "new.toml").code == 0


OUT = {**FILES}


@pytest.mark.parametrize("way", OUT, ids=named)
def test_a_pipe_gets_what_standard_output_gets_and_remembers_nothing(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str]
) -> None:
    _, path = place
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe, 0o600)
    before = pipe.stat()
    shown = run(*OUT[way], "-", "-r", path)
    assert (shown.code, bool(shown.out)) == (0, True)
    for _ in range(2):
        taken: list[bytes] = []
        reader = threading.Thread(target=lambda taken=taken: taken.append(pipe.read_bytes()), daemon=True)
        reader.start()
        ran = run(*OUT[way], pipe, "-r", path)
        reader.join(10)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert taken == [shown.out.encode()]
    assert (pipe.stat().st_ino, pipe.stat().st_mode) == (before.st_ino, before.st_mode)
    assert not (tmp_path / "work" / "-").exists()


@pytest.mark.parametrize("way", OUT, ids=named)
def test_a_pipe_that_nobody_reads_is_named_and_never_hangs(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustercalls.disk.outputs.READER_SECONDS", 0.1)
    os.mkfifo(tmp_path / "pipe")
    ran = run(*OUT[way], tmp_path / "pipe", "-r", place[1])
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert str(tmp_path / "pipe") in ran.err


@pytest.mark.parametrize("way", OUT, ids=named)
def test_a_person_is_told_what_is_waited_for(tmp_path: Path, place: Place, way: tuple[str, str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    terminal = Terminal(*OUT[way], pipe, "-r", place[1], "--lang", "en")
    terminal.waits(f"Waiting {READER_SECONDS} seconds for a reader of")
    taken = pipe.read_bytes()
    assert (terminal.end(), bool(taken)) == (0, True)
    assert unwrapped(terminal.seen).count("Waiting") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser makes devices")
@pytest.mark.parametrize("way", OUT, ids=named)
def test_a_device_is_written_to_and_stays_what_it_is(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str]
) -> None:
    takes, full = tmp_path / "takes", tmp_path / "full"
    for device, minor in ((takes, 3), (full, 7)):
        os.mknod(device, 0o640 | stat.S_IFCHR, os.makedev(1, minor))
    try:
        takes.read_bytes()
    except PermissionError:
        pytest.skip("no devices in this folder")
    before = [(each.stat().st_ino, each.stat().st_mode) for each in (takes, full)]
    for _ in range(2):
        ran = run(*OUT[way], takes, "-r", place[1])
        assert (ran.code, ran.out, ran.err) == (0, "", "")
    ran = run(*OUT[way], full, "-r", place[1])
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert str(full) in ran.err
    assert [(each.stat().st_ino, each.stat().st_mode) for each in (takes, full)] == before


def test_a_shell_can_put_a_program_behind_an_output(place: Place) -> None:
    command = f"{sys.executable} -m clustercalls export ics -r {place[1]} {' '.join(AS_OF)}"
    script = f"{command} -o >(cat > taken); {command} > shown; wait; sleep 0.2; cmp taken shown"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_reader_that_leaves_is_told_as_that_of_standard_output(
    run: Run, tmp_path: Path, place: Place
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(pipe, os.O_WRONLY)
    os.set_blocking(writer, False)
    with suppress(BlockingIOError):
        while os.write(writer, b"x" * 65536):
            pass
    ended = threading.Timer(0.5, os.close, (reader,))
    ended.start()
    ran = run("export", "ics", *AS_OF, "-o", pipe, "-r", place[1])
    os.close(writer)
    assert (ran.code, ran.out, ran.err) == (141, "", "")


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(path.parents[1] / target)


def device(path: Path) -> None:
    if os.geteuid():
        pytest.skip("only the superuser makes devices")
    os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 3))


IN_THE_WAY: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "device": device,
    "folder": Path.mkdir,
    "dangling link": link_to("nowhere"),
    "link": link_to("theirs"),
    "circle": lambda path: path.symlink_to(path.name),
}


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
@pytest.mark.parametrize("kind", IN_THE_WAY)
def test_a_vdir_names_what_is_no_file_and_does_the_rest(
    run: Run, tmp_path: Path, registry: Callable[[str], Path], kind: str, force: tuple[str, ...]
) -> None:
    path, folder = registry(CALLS), tmp_path / "vdir"
    folder.mkdir()
    (tmp_path / "theirs").write_text("theirs")
    for name in (EVENT, "not.selected@here.ics"):
        IN_THE_WAY[kind](folder / name)
    before = {name: (folder / name).lstat() for name in (EVENT, "not.selected@here.ics")}
    begun = time.monotonic()
    ran = run("export", "vdir", folder, "-r", path, *AS_OF, *force)
    assert time.monotonic() - begun < 5
    assert (ran.code, ran.out) == (3, "")
    assert [name for name in before if f"unreadable: {name}: " not in ran.err] == []
    assert ran.err.count("\n") == 2
    for name, its in before.items():
        assert (folder / name).lstat().st_mode == its.st_mode
        assert (folder / name).lstat().st_ino == its.st_ino
    assert (folder / "other.deadline@here.ics").is_file()
    assert (tmp_path / "theirs").read_text() == "theirs"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("kind", IN_THE_WAY)
def test_an_outbox_names_what_is_no_file_and_delivers_the_rest(
    run: Run, tmp_path: Path, registry: Callable[[str], Path], kind: str
) -> None:
    path, box = registry(CALLS.replace("2027-05-05", "2027-04-05")), tmp_path / "box"
    (tmp_path / "theirs").write_text("theirs")
    assert run("remind", "-r", path, *AS_OF, "--all", "--outbox", box).code == 0
    first, second = sorted(box.iterdir())
    first.unlink()
    second.unlink()
    IN_THE_WAY[kind](first)
    ran = run("remind", "-r", path, *AS_OF, "--outbox", box)
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert first.name in ran.err
    assert second.is_file()
    assert (tmp_path / "theirs").read_text() == "theirs"
    assert not (tmp_path / "nowhere").exists()
    first.rmdir() if kind == "folder" else first.unlink()
    second.unlink()
    assert run("remind", "-r", path, *AS_OF, "--outbox", box) == (0, "", "")
    assert ([*box.iterdir()], first.is_file()) == ([first], True)  # the other one was remembered


@pytest.mark.parametrize("way", [*FILES, *FOLDERS], ids=named)
def test_what_kills_left_goes_with_the_next_write(
    run: Run, tmp_path: Path, place: Place, way: tuple[str, str]
) -> None:
    folder = tmp_path / "out"
    target = folder / "calls.ics" if way in FILES else folder
    folder.mkdir()
    words = (*(FILES | FOLDERS)[way], target, "-r", place[1])
    assert run(*words).code == 0
    (made, *_) = folder.iterdir()
    left, young = folder / f".{made.name}.0123abcd.tmp", folder / f".{made.name}.01234567.tmp"
    foreign = folder / ".mine.txt.0123abcd.tmp"
    for each in (left, young, foreign):
        each.write_text("half")
    old = time.time() - LEFT_SECONDS - 60
    for each in (left, foreign):
        os.utime(each, (old, old))
    for memory in (tmp_path / "home/.local/state/clustercalls").glob("seen-*"):
        memory.unlink()
    made.unlink()
    run(*words)
    assert set(folder.iterdir()) == {made, young, foreign}
