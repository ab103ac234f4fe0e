"""A folder of many hands: one file for what holds for all, and one for each entry."""

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from clustercalls.editing.splice import statements
from clustercalls.registry.layout import Layout
from conftest import BUNDLED, Run

SHARED = """schema = 1
name = "office-1"
[defaults]
zone = "Europe/Rome"
currency = "CHF"
source = { title = "Notes", date = 2027-01-05 }
[days_off]
2027-03-29 = "Easter Monday"
[track]
carina = "go"
"""
SOIL = """[[call]]
id = "soil"
title = "Soil"
budget = 3_000_000
track = "carina"
deadline = 2027-04-06T17:00:00

[[call.stage]]
id = "draft"
kind = "internal"
after = { stage = "deadline", working_days = -5 }
"""
OWN = '[defaults]\nzone = "Asia/Tokyo"\n\n[days_off]\n2027-03-30 = "own"\n\n'
DAY = ("--as-of", "2027-01-11")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "registry.toml").write_text(SHARED)
    (folder / "a-soil.toml").write_text(SOIL)
    return folder


def rows(run: Run, folder: Path) -> dict[str, dict[str, object]]:
    every = [json.loads(run("upcoming", "-r", folder, *DAY, "-f", "json").out) for _ in range(2)]
    assert every[0] == every[1]  # the second is answered by the index
    return {each["uid"]: each for each in every[0]}


def test_what_it_says_holds_for_all_files(run: Run, folder: Path) -> None:
    its = rows(run, folder)
    deadline, draft = its["soil/deadline"], its["soil/draft"]
    assert (deadline["zone"], deadline["currency"], deadline["source_title"]) == (
        "Europe/Rome",
        "CHF",
        "Notes",
    )
    assert draft["when"] == "2027-03-30"
    assert [
        each["id"] for each in json.loads(run("list", "-r", folder, *DAY, "--track", "go", "-f", "json").out)
    ]
    assert run("check", "-r", folder).code == 0


def test_a_files_own_win_and_its_days_off_are_beside(run: Run, folder: Path) -> None:
    (folder / "a-soil.toml").write_text(OWN + SOIL)
    its = rows(run, folder)
    assert its["soil/deadline"]["zone"] == "Asia/Tokyo"
    assert its["soil/deadline"]["currency"] == "CHF"
    assert its["soil/draft"]["when"] == "2027-03-26"


def test_what_changes_in_it_changes_all(run: Run, folder: Path) -> None:
    assert rows(run, folder)["soil/draft"]["when"] == "2027-03-30"
    (folder / "registry.toml").write_text(
        SHARED.replace("2027-03-29", "2027-04-01").replace("Rome", "Madrid")
    )
    its = rows(run, folder)
    assert its["soil/draft"]["when"] == "2027-03-29"
    assert its["soil/deadline"]["zone"] == "Europe/Madrid"


def test_where_it_cannot_be_read_no_hour_is_made_up(run: Run, folder: Path) -> None:
    (folder / "registry.toml").write_text("= broken\n")
    ran = run("upcoming", "-r", folder, *DAY, "-f", "json")
    assert ran.code == 3
    assert "registry.toml:1: broken-toml" in ran.err
    (row,) = (each for each in json.loads(ran.out) if each["stage"] == "deadline")
    assert (row["zone"], row["instant"]) == (None, None)


def test_each_new_entry_is_a_file_of_its_own(run: Run, folder: Path) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert run("add", "--title", "New call", "--deadline", "6 april 2027 17:00", "-r", folder, *DAY).code == 0
    assert (folder / "new-call.toml").read_text().startswith('[[call]]\nid = "new-call"\n')
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert rows(run, folder)["new-call/deadline"]["zone"] == "Europe/Rome"
    run("move", "new-call", "2027-04-08", "-r", folder, *DAY)
    run("undo", "-r", folder)
    run("undo", "-r", folder)
    assert not (folder / "new-call.toml").exists()
    assert {each.name: each.read_bytes() for each in folder.glob("*.toml")} == before


@pytest.mark.parametrize(("title", "name"), [("Registry", "registry-entry.toml"), ("Soil", "soil-2.toml")])
def test_no_file_is_taken(run: Run, folder: Path, title: str, name: str) -> None:
    run("add", "--title", title, "--url", "https://example.org/x", "-r", folder, *DAY)
    assert f'title = "{title}"' in (folder / name).read_text()
    assert (folder / "registry.toml").read_text() == SHARED


def test_in_the_editor_too(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text(
        '#!/bin/sh\nprintf \'[[call]]\\ntitle = "By hand"\\ndeadline = 2027-05-05\\n\' > "$1"\n'
    )
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert run("add", "--edit", "-r", folder, *DAY).code == 0
    assert 'title = "By hand"' in (folder / "by-hand.toml").read_text()


def test_several_written_at_once_are_a_file_each(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = {each.name: each.read_bytes() for each in folder.glob("*.toml")}
    editor = tmp_path / "editor.sh"
    two = "".join(f'[[call]]\\ntitle = "{title}"\\n\\n' for title in ("One", "Two"))
    editor.write_text(f"#!/bin/sh\nprintf '{two}' > \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert run("add", "--edit", "-r", folder, *DAY).code == 0
    assert 'title = "One"' in (folder / "one.toml").read_text()
    assert 'title = "Two"' in (folder / "two.toml").read_text()
    run("undo", "-r", folder)
    assert {each.name: each.read_bytes() for each in folder.glob("*.toml")} == before


def test_other_folders_work_as_before(run: Run, folder: Path) -> None:
    (folder / "registry.toml").unlink()
    run("add", "--title", "New call", "-r", folder, *DAY)
    assert not (folder / "new-call.toml").exists()
    assert "New call" in (folder / "a-soil.toml").read_text()


def test_two_who_add_at_once_lose_nothing(process: Run, run: Run, folder: Path) -> None:
    def add(number: int) -> None:
        process(
            "add",
            "--title",
            f"Call {number % 4}",
            "--deadline",
            f"{number + 1} may 2027",
            "--again",
            "-r",
            folder,
        )

    hands = [Thread(target=add, args=(number,)) for number in range(8)]
    for each in hands:
        each.start()
    for each in hands:
        each.join()
    added = [each for each in rows(run, folder).values() if str(each["title"]).startswith("Call ")]
    files = [each for each in folder.glob("call-*.toml") if each.stat().st_size]
    assert len(added) == len(files) >= 4
    assert run("check", "-r", folder).code == 0


def test_every_edit_is_taken_back_down_to_the_first(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    run("init", folder)

    def files() -> dict[str, bytes]:
        every = {each.name: each.read_bytes() for each in folder.glob("*.toml")}
        return {name: data for name, data in every.items() if data}

    states = [files()]
    for words in (
        ("add", "--title", "Soil call", "--deadline", "2027-03-30"),
        ("set", "soil-call", "note=ours"),
        ("remove", "soil-call", "--yes"),
        ("add", "--title", "Water call"),
        ("add", "--title", "Soil call", "--deadline", "2027-05-30"),
        ("remove", "soil-call", "--yes"),
        ("add", "--title", "Soil call"),
        ("remove", "water-call", "--yes"),
    ):
        assert run(*words, "-r", folder, *DAY).code == 0
        states.append(files())
    for before in states[-2::-1]:
        assert (run("undo", "-r", folder).code, files()) == (0, before)
    assert run("undo", "-r", folder).code == 2
    assert {each.name for each in folder.glob("*.toml")} == {"registry.toml"}


def test_what_was_left_empty_and_taken_away_by_hand_comes_back(run: Run, folder: Path) -> None:
    run("add", "--title", "New call", "-r", folder, *DAY)
    text = (folder / "new-call.toml").read_text()
    run("remove", "new-call", "--yes", "-r", folder, *DAY)
    (folder / "new-call.toml").unlink()
    assert run("undo", "--dry-run", "-r", folder).code == 0
    assert not (folder / "new-call.toml").exists()
    assert run("undo", "-r", folder).code == 0
    assert (folder / "new-call.toml").read_text() == text
    (folder / "new-call.toml").unlink()  # what was not empty is the hand's own doing
    assert run("undo", "-r", folder).code == 2
    assert not (folder / "new-call.toml").exists()


def test_a_new_entry_is_alone_in_its_file(run: Run, folder: Path) -> None:
    (folder / "new.toml").write_text("broken =")
    (folder / "new-call.toml").write_text('[[call]]\nid = "other"\ntitle = "Other"\n')
    assert run("add", "--title", "New call", "-r", folder, *DAY).code == 3  # for the broken one
    assert '"New call"' in (folder / "new-call-2.toml").read_text()
    assert (folder / "new-call.toml").read_text().count("[[call]]") == 1


def test_the_folder_one_is_in_is_not_taken_away(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    ran = run("init", ".", "--from", BUNDLED)
    assert (ran.code, "already-there: " in ran.err, list(here.iterdir())) == (2, True, [])


def test_one_offices_word_is_not_anothers(run: Run, tmp_path: Path) -> None:
    call = '[[call]]\nid = "{}"\ntitle = "T"\ntrack = "archiviato"\ndeadline = 2027-04-06\n'
    for office, table in (("pu", '[track]\narchiviato = "no"\n'), ("br", "")):
        (tmp_path / office).mkdir()
        (tmp_path / office / "registry.toml").write_text(table)
        (tmp_path / office / f"{office}.toml").write_text(call.format(office))
    both = ("-r", tmp_path / "pu", "-r", tmp_path / "br")
    alone = json.loads(run("upcoming", "-r", tmp_path / "br", *DAY, "-f", "json").out)
    assert json.loads(run("upcoming", *both, *DAY, "-f", "json").out) == alone


def test_an_id_in_two_files_is_told_with_both(run: Run, folder: Path) -> None:
    (folder / "twin.toml").write_text(SOIL)
    ran = run("set", "soil", "note=x", "-r", folder)
    assert (ran.code, ran.err.count("soil.toml"), "twin.toml" in ran.err) == (2, 1, True)
    assert ran.err.startswith("id-in-files: ")


def test_of_an_entry_that_one_removed_and_the_other_changed(run: Run, folder: Path) -> None:
    git("init", "-q", at=folder)
    run("add", "--title", "New call", "-r", folder, *DAY)
    git("add", "-A", at=folder)
    git("commit", "-qm", "begin", at=folder)
    git("checkout", "-qb", "other", at=folder)
    assert run("remove", "new-call", "--yes", "-r", folder, *DAY).code == 0
    git("commit", "-qam", "remove", at=folder)
    git("checkout", "-q", "-", at=folder)
    assert run("set", "new-call", "note=ours", "-r", folder, *DAY).code == 0
    git("commit", "-qam", "set", at=folder)
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "other", at=folder)
    told = run("check", "-r", folder)
    assert "new-call.toml:1: contested-entry: new-call: " in told.out
    assert {"soil/deadline"} <= rows(run, folder).keys()


def git(*words: str | Path, at: Path) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *map(str, words)], cwd=at, check=True, capture_output=True)


def test_two_clones_that_add_merge_without_a_driver(run: Run, folder: Path, tmp_path: Path) -> None:
    git("init", "-q", at=folder)
    git("add", "-A", at=folder)
    git("commit", "-qm", "begin", at=folder)
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for clone, title in ((ours, "Our call"), (theirs, "Their call")):
        git("clone", "-q", folder, clone, at=tmp_path)
        assert run("add", "--title", title, "--deadline", "1 may 2027", "-r", clone, *DAY).code == 0
        git("add", "*.toml", at=clone)
        git("commit", "-qm", title, at=clone)
    git("pull", "-q", "--no-rebase", "--no-edit", theirs, "main", at=ours)
    assert {"our-call/deadline", "their-call/deadline", "soil/deadline"} <= rows(run, ours).keys()


def test_git_is_told_of_every_file_of_the_folder(run: Run, folder: Path) -> None:
    git("init", "-q", at=folder)
    ran = run("init", folder, "--git")
    assert ran.code == 0
    assert "/*.toml merge=clustercalls" in (folder / ".gitattributes").read_text()
    assert "git config merge.clustercalls.driver" in ran.out
    assert (folder / "registry.toml").read_text() == SHARED
    told = subprocess.run(
        ["git", "check-attr", "merge", "a-soil.toml"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert told.stdout == "a-soil.toml: merge: clustercalls\n"


def test_one_registry_is_told_to_git_at_a_time(run: Run, folder: Path, tmp_path: Path) -> None:
    git("init", "-q", at=folder)
    ran = run("init", "--git", "-r", folder, "-r", tmp_path / "other")
    assert (ran.code, "not-together: " in ran.err) == (2, True)
    assert not (folder / ".gitattributes").exists()
    assert run("init", "--git", folder).code == 0
    assert (folder / ".gitignore").read_text() == "*.toml.lock\n*.toml.removed\n"
    assert "Git leaves" not in run("init", "--git", folder).out


def test_a_file_cut_into_a_folder_says_the_same(run: Run, tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    ran = run("init", cut, "--from", BUNDLED)
    assert (ran.code, ran.err) == (0, "")

    def told(path: Path) -> set[str]:
        return {each.partition(": ")[2] for each in run("check", "-r", path).out.splitlines()}

    assert told(cut) == told(BUNDLED)
    for command in (("upcoming", "--as-of", "2016-12-15"), ("upcoming", "--as-of", "2017-03-28", "--due")):
        assert run(*command, "-r", cut, "-f", "json").out == run(*command, "-r", BUNDLED, "-f", "json").out
    text = BUNDLED.read_text()
    parts = [each.read_text() for each in cut.glob("*.toml")]
    assert sum(map(len, parts)) == len(text)
    assert all(each in text for each in parts if "[defaults]" not in each)


@pytest.mark.parametrize(
    "text", ["= broken", '[[call]]\nid = "a"\ntitle = "A"\n[[call]]\nid = "a"\ntitle = "B"\n']
)
def test_what_cannot_be_cut_makes_nothing(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "calls.toml"
    file.write_text(text)
    ran = run("init", tmp_path / "cut", "--from", file)
    assert ran.code == 3
    assert sorted({each.name for each in tmp_path.iterdir()} - {"home", "work"}) == ["calls.toml"]


def test_nothing_that_is_there_is_touched(run: Run, folder: Path, tmp_path: Path) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert run("init", folder, "--from", BUNDLED).code == 2
    assert run("init", folder).code == 2
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    assert run("init", tmp_path / "new", "--from", tmp_path / "none.toml").code == 3


def test_init_of_a_folder_begins_one(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "new").code == 0
    assert run("check", "-r", tmp_path / "new").code == 0
    assert run("add", "--title", "A call", "-r", tmp_path / "new").code == 0
    assert (tmp_path / "new" / "a-call.toml").exists()


CONTESTED = """[[call]]
id = "a"
title = "A"
checked = 2027-01-01
<<<<<<< ours
{ours}=======
{theirs}>>>>>>> theirs
{below}
[[call]]
id = "b"
title = "B"
checked = 2027-01-01
"""
SIDES = {
    "grants": ("grants = { number = 8, each = 350_000 }\n", "grants = { number = 9 }\n"),
    "funding": ('funding = [{ rate = 75, for = "SMEs" }]\n', "funding = [{ rate = 100 }]\n"),
    "x-own": ("x-own = 2\n", "x-own = 1\n"),
    "owner": ('owner = "a b"\n', ""),
    "note": ("", 'note = "$(x)"\n'),
    "tags": ('tags = ["a", "b"]\n', 'tags = ["c"]\n'),
    "deadline": ("deadline = 2027-04-06\n", "deadline = 2027-05-05\n"),
    "opens": ("", 'opens = "2027-01"\n'),
    "track": ('track = "go"\n', 'track = "no"\n'),
    "budget": ("budget = 1_000\n", "budget = 2.5\n"),
    "unknown": ('unknwon = "a"\n', 'unknwon = "b"\n'),
    "url": ('url = "https://a.example/?a=1"\n', 'url = "https://b.example"\n'),
}


@pytest.mark.parametrize("name", SIDES)
def test_the_command_that_is_named_decides(process: Run, tmp_path: Path, name: str) -> None:
    ours, theirs = SIDES[name]
    path = tmp_path / "calls.toml"
    path.write_text(CONTESTED.format(ours=ours, theirs=theirs, below=""))
    told = process("check", "-r", path).out.splitlines()
    (line,) = (each for each in told if ": contested-field: " in each)
    command = line.partition("Keep one: clustercalls ")[2]
    ran = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m clustercalls {command} -r {path}"],
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert path.read_text() == CONTESTED.format(ours=ours, theirs=theirs, below="").replace(
        f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n", ours or theirs
    )


def assignments(text: str) -> Iterator[tuple[int, int]]:
    """Where each assignment of an entry, and of a stage of it, begins and ends."""
    for section in Layout(text).sections:
        if section.path[:1] in {("call",), ("event",), ("policy",)} and section.path[1:] in {(), ("stage",)}:
            yield from ((start, end) for key, start, end in statements(text, section) if key != ("id",))


EVERY = (Path(__file__).parent / "every.toml").read_text(encoding="utf-8")
MORE = (
    EVERY
    + """
[[call]]
id = "more"
title = "More"
track = "go"
owner = '''

a "b"
'c' '''
links = [
  { url = "https://a.example", title = "A" },  # one
  { url = "https://b.example" },
]
source.title = "Programme"
x-own.deep = [1, 2.5, true, { a = "b, c" }]
[[call.stage]]
kind = "deadline"
when = 2027-04-06
at = 17:00:00
zone = "Europe/Rome"
note = """
    + '"""\nBy mail;\\\n twice\n"""'
    + """
done = 2027-04-01
[[call.stage]]
id = "step"
kind = "internal"
title = "A step"
after = { stage = "deadline", working_days = -5 }
"""
)


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_of_every_field_that_one_side_has_the_command_is_named(run: Run, tmp_path: Path, side: str) -> None:
    path = tmp_path / "calls.toml"
    count = 0
    for start, end in assignments(MORE):
        ours, theirs = (MORE[start:end], "") if side == "ours" else ("", MORE[start:end])
        between = f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"
        path.write_text(MORE[:start] + between + MORE[end:], encoding="utf-8")
        lines = [each for each in run("check", "-r", path).out.splitlines() if ": contested-field: " in each]
        assert len(lines) == 1, between
        command = shlex.split(lines[0].partition("Keep one: clustercalls ")[2])
        decided = run(*command, "-r", path)
        assert (decided.code, path.read_text(encoding="utf-8")) == (0, MORE), (command, decided.err)
        count += 1
    assert count > 90


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "b"),
        ("remove", "b", "--yes"),
        ("confirm", "b"),
        ("add", "--title", "C"),
        ("track", "b", "go"),
        ("done", "b/deadline"),
        ("plan", "b"),
        ("set", "b", "owner=x"),
        ("move", "b", "2027-05-05"),
        ("days-off", "BE"),
    ],
)
def test_what_changes_a_file_with_conflicts_says_how_they_are_decided(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(text := CONTESTED.format(ours=SIDES["url"][0], theirs=SIDES["url"][1], below=""))
    ran = run(*words, "-r", path)
    assert ran.code == 3
    assert f"{path}:5: undecided-file: " in ran.err
    assert path.read_text() == text


def test_a_reason_is_not_dropped_where_a_conflict_is_decided(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(
        text := CONTESTED.format(ours=SIDES["deadline"][0], theirs=SIDES["deadline"][1], below="")
    )
    refused = run("move", "a/deadline", "2027-04-06", "--why", "by phone", "-r", path)
    assert (refused.code, "idle-why" in refused.err, path.read_text()) == (2, True, text)
    assert run("track", "a", "go", "-r", path).code == 3
