"""`clustercalls changes`, and the line at the end of `upcoming`."""

import fcntl
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, on_a_terminal

Registry = Callable[..., Path]

ONE = """
[[call]]
id = "one"
title = "First call"
budget = 1_000_000
deadline = 2027-04-04
source = { title = "Old", date = 2027-01-01 }
"""
TWO = ONE.replace("one", "two").replace("First", "Second")
MOVED = (
    ONE.replace("04-04", "04-06").replace("1_000_000", "2_000_000")
    + """
[[call.history]]
stage = "deadline"
was = 2027-04-04
noticed = 2027-02-20
why = "mail of the agency"
source = "https://example.org"
"""
)
AS_OF = ("--as-of", "2027-03-01")
MOVE = "deadline: 4 Apr → 6 Apr 2027 (+2 days); mail of the agency; https://example.org"


@pytest.fixture
def moved(registry: Registry) -> Path:
    return registry(MOVED + TWO)


def test_what_history_tells_since_a_day(run: Run, moved: Path) -> None:
    for since in ("30d", "2027-02-20", "2w"):
        told = run("changes", "-r", moved, *AS_OF, "--since", since)
        assert (told.code, told.out, told.err) == (0, f"Sat 20 Feb 2027  one  {MOVE}\n", "")
    assert run("changes", "-r", moved, *AS_OF, "--since", "2027-02-21").out == ""
    assert run("changes", "-r", moved, *AS_OF, "--since", "2027-04-01").code == 2


def test_of_one_entry_all_of_it(run: Run, moved: Path) -> None:
    told = run("changes", "one", "-r", moved, "--as-of", "2037-01-01").out
    assert told == f"2027-02-20        {MOVE}\n"
    assert MOVE in run("changes", "one", "-r", moved, *AS_OF, "--since", "30d").out
    assert run("changes", "two", "-r", moved, *AS_OF, "--since", "30d").out == ""
    assert run("changes", "three", "-r", moved, *AS_OF).code == 2


def test_against_another_file_field_by_field(run: Run, moved: Path, registry: Registry) -> None:
    old = registry(ONE + ONE.replace("one", "gone").replace("First", "Lost"), "old.toml")
    told = run("changes", "-r", moved, "--against", old)
    assert told.out.splitlines() == [
        "one  budget: 1 M → 2 M",
        f"Sat 20 Feb 2027  one  {MOVE}",
        "two  new: Second call",
        "gone  gone: Lost call",
    ]
    rows = json.loads(run("changes", "one", "-r", moved, "--against", old, "-f", "json").out)
    assert [(row["what"], row["field"], row["was"], row["now"], row["days"]) for row in rows] == [
        ("changed", "budget", "1000000", "2000000", None),
        ("moved", "stage deadline", "2027-04-04", "2027-04-06", 2),
    ]
    assert run("changes", "-r", moved, "--against", moved).out == ""
    assert run("changes", "-r", moved, "--against", moved.parent / "missing.toml").code == 3


def test_against_a_revision(run: Run, moved: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", moved.parent, *identity, *arguments], check=True, capture_output=True)

    assert run("changes", "-r", moved, "--against", "git:HEAD").code == 2
    git("init")
    now = moved.read_text()
    moved.write_text(ONE)
    git("add", moved.name)
    git("commit", "-m", "one")
    moved.write_text(now)
    told = run("changes", "-r", moved, "--against", "git:HEAD")
    assert MOVE in told.out
    assert "two  new: Second call" in told.out
    for revision in ("git:HEAD~7", "git:--output=x", "git:"):
        refused = run("changes", "-r", moved, "--against", revision)
        assert refused.code == 2 or revision == "git:"
        assert not Path("x").exists()


def test_a_folder_against_a_revision(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    git = (
        "git",
        "-C",
        tmp_path,
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    for name, text in (("one", ONE), ("two", TWO), (".hidden", "[[")):
        (folder / f"{name}.toml").write_text(text)
    (folder / "notes.txt").write_text("none of it")
    for arguments in (("init",), ("add", "."), ("commit", "-m", "one")):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    against = ("changes", "-r", folder, "--against", "git:HEAD")
    assert run(*against) == (0, "", "")
    (folder / "two.toml").unlink()
    (folder / "three.toml").write_text(ONE.replace("one", "three").replace("First", "Third"))
    assert run(*against).out.splitlines() == ["three  new: Third call", "two  gone: Second call"]
    assert run("changes", "two", *against[1:]).out == "two  gone: Second call\n"
    assert run("changes", "four", *against[1:]).code == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("changes", "-r", empty, "--against", "git:HEAD").code == 2


def test_since_the_last_look(run: Run, registry: Registry) -> None:
    path = registry(ONE)
    look = ("changes", "-r", path, "--since", "last")
    assert run(*look).out == ""
    registry(MOVED + TWO)
    for _ in range(2):  # what changed before the last look stays to be read
        told = run(*look).out
        assert MOVE in told
        assert "one  budget: 1 M → 2 M" in told
        assert "two  new: Second call" in told
    registry(TWO)
    assert run(*look).out == "one  gone: First call\n"


def test_in_italian(run: Run, moved: Path) -> None:
    told = run("changes", "-r", moved, *AS_OF, "--since", "30d", "--lang", "it").out
    assert "scadenza: 4 apr → 6 apr 2027 (+2 giorni)" in told


def test_upcoming_on_a_terminal_ends_with_one_line(registry: Registry) -> None:
    text = ONE.replace("2027-04-04", '"2027/.."').replace("2027-01-01", "2026-01-01")
    path = registry(text)
    assert "since" not in on_a_terminal("upcoming", "-r", path).out
    path.write_text(text + TWO)
    last = on_a_terminal("upcoming", "-r", path).out.rstrip().splitlines()[-1]
    assert "1 change since" in last
    assert "clustercalls changes" in last
    assert "since" not in on_a_terminal("upcoming", "-r", path).out
    assert "two  new: Second call" in on_a_terminal("changes", "-r", path).out


def test_off_a_terminal_upcoming_looks_at_nothing(run: Run, moved: Path) -> None:
    run("upcoming", "-r", moved)
    assert not (Path(os.environ["HOME"]) / ".local").exists()


def test_without_a_home_it_says_that_it_could_not_look(
    run: Run, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")
    told = run("changes", "-r", moved, *AS_OF, "--since", "last")
    assert (told.code, told.out) == (3, "")
    assert "the last look is not known: no home is known" in told.err
    told = run("changes", "-r", moved, *AS_OF)
    assert (told.code, told.out) == (3, f"Sat 20 Feb 2027  one  {MOVE}\n")
    assert run("changes", "one", "-r", moved, *AS_OF).code == 0  # this needs no memory
    assert run("changes", "-r", moved, "--against", moved).code == 0


def test_while_another_run_holds_the_memory_nothing_is_called_unchanged(run: Run, moved: Path) -> None:
    run("changes", "-r", moved, *AS_OF)
    (memory,) = (Path(os.environ["HOME"]) / ".local/state/clustercalls").glob("seen-*.json")
    with memory.with_name(f"{memory.name}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = run("changes", "-r", moved, *AS_OF, "--since", "last", "--lang", "it")
        assert (told.code, told.out) == (4, "")
        assert "not-looked: non si sa che cosa è cambiato dall'ultima volta: " in told.err
        said = on_a_terminal("changes", "-r", moved, "--since", "last")
        assert (said.code, "Nothing changed" in said.out) == (4, False)
        assert "not-looked" in said.out
    assert "Nothing changed." in on_a_terminal("changes", "-r", moved, "--since", "last").out


def test_a_damaged_memory_is_said(run: Run, moved: Path) -> None:
    run("changes", "-r", moved, *AS_OF)
    (memory,) = (Path(os.environ["HOME"]) / ".local/state/clustercalls").glob("seen-*.json")
    memory.write_text("{")
    told = run("changes", "-r", moved, *AS_OF, "--since", "last")
    assert (told.code, "lost-memory" in told.err) == (3, True)
    assert run("changes", "-r", moved, *AS_OF, "--since", "last") == (0, "", "")


def test_the_example_in_the_help_works(run: Run, moved: Path) -> None:
    assert "clustercalls changes --since 30d" in run("changes", "--help").out
    assert run("changes", "--since", "30d", "-r", moved).code == 0


@pytest.mark.parametrize(
    "text",
    [
        ONE + TWO,
        ONE + TWO.replace("call]]", "event]]").replace("deadline", "starts"),
        (ONE + TWO).replace("\n", "\r\n"),
        TWO + ONE,
        ONE + TWO.rstrip(),
    ],
)
def test_what_a_command_took_out_is_told_though_nobody_had_looked(
    run_then: Run, act_at: Run, registry: Registry, text: str
) -> None:
    path = registry("")
    path.write_bytes(text.encode())
    assert act_at("2027-02-10T12:00", "remove", "one", "--yes", "-r", path).code == 0
    gone = "Wed 10 Feb 2027  one  gone: First call\n"
    assert run_then("changes", "-r", path, *AS_OF).out == gone
    assert run_then("changes", "-r", path, *AS_OF, "--since", "30d").out == gone
    assert run_then("changes", "one", "-r", path, *AS_OF, "--since", "30d").out == gone
    assert run_then("changes", "two", "-r", path, *AS_OF, "--since", "30d").out == ""
    assert run_then("changes", "-r", path, *AS_OF, "--since", "7d").out == ""
    (row,) = json.loads(run_then("changes", "-r", path, *AS_OF, "-f", "json").out)
    assert (row["id"], row["what"], row["title"], row["noticed"]) == (
        "one", "went", "First call", "2027-02-10",
    )  # fmt: skip
    assert act_at("2027-02-11T12:00", "undo", "-r", path).code == 0
    assert run_then("changes", "-r", path, *AS_OF, "--since", "30d").out == "one  new: First call\n"


def test_what_was_taken_back_does_not_count(run: Run, registry: Registry) -> None:
    path = registry(ONE + TWO)
    assert run("remove", "one", "--yes", "-r", path, "--as-of", "2027-02-10T12:00").code == 0
    assert run("undo", "-r", path).code == 0
    assert run("add", "--title", "Three", "-r", path, "--as-of", "2027-02-10T12:00").code == 0
    assert run("undo", "-r", path).code == 0
    path.write_text(TWO + ONE.replace("one", "three"))  # by hand
    assert run("changes", "-r", path, *AS_OF, "--since", "30d").out == ""


def test_what_went_is_told_once(run_then: Run, registry: Registry) -> None:
    path = registry(ONE + TWO)
    assert run_then("changes", "-r", path, "--as-of", "2027-02-01").out == ""
    assert run_then("remove", "one", "--yes", "-r", path, "--as-of", "2027-02-10T12:00").code == 0
    for since in ((), ("--since", "60d"), ("--since", "last")):
        assert run_then("changes", "-r", path, *AS_OF, *since).out.endswith("one  gone: First call\n")
        assert run_then("changes", "-r", path, *AS_OF, *since).out.count("\n") == 1
    assert run_then("changes", "one", "-r", path, "--since", "last").out == "one  gone: First call\n"


def test_what_cannot_be_read_is_not_gone(run: Run, registry: Registry) -> None:
    old = registry(ONE + TWO, "old.toml")
    broken = registry(ONE.replace("deadline", "deadlin") + TWO)
    told = run("changes", "-r", broken, "--against", old)
    assert (told.code, told.out) == (3, "")
    nothing = registry("[[call", "nothing.toml")
    told = run("changes", "-r", nothing, "--against", old)
    assert (told.code, told.out) == (3, "")
    assert run("changes", "-r", old, "--against", nothing).code == 3
    assert run("changes", "-r", old, "--against", broken).out == ""  # nor new, when it was there already


def test_what_a_command_added_is_told_though_nobody_had_looked(
    run: Run, act_at: Run, registry: Registry
) -> None:
    path = registry(ONE)
    for title, day in (
        ("Second call", "2027-02-10"),
        ("Third call", "2027-02-12"),
        ("Fourth call", "2027-02-14"),
    ):
        assert act_at(f"{day}T12:00", "add", "--title", title, "-r", path).code == 0
    assert run("undo", "-r", path).code == 0
    assert act_at("2027-02-20T12:00", "remove", "third-call", "--yes", "-r", path).code == 0
    assert run("changes", "-r", path, *AS_OF, "--since", "30d").out.splitlines() == [
        "Wed 10 Feb 2027  second-call  new: Second call",
        "Sat 20 Feb 2027  third-call  gone: Third call",
    ]
    assert run("changes", "-r", path, *AS_OF, "--since", "15d").out.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("--since", "last"), ("innosup",)])
def test_the_example_is_never_watched(run: Run, arguments: tuple[str, ...]) -> None:
    refused = run("changes", *arguments)
    assert (refused.code, refused.out) == (3, "")
    assert "wants-registry" in refused.err
    assert not (Path(os.environ["HOME"]) / ".local").exists()


def compared(run: Run, registry: Registry, old: str, new: str, *more: str) -> list[str]:
    before, now = registry(old, "before.toml"), registry(new, "now.toml")
    return run("changes", "-r", now, "--against", before, *AS_OF, *more).out.splitlines()


def test_fields_are_said_as_people_say_them(run: Run, registry: Registry) -> None:
    old = ONE.replace("budget = 1_000_000", 'currency = "EUR"\nowner = "Ada"')
    new = old.replace("Ada", "Bea").replace("First", "Best") + (
        "budget = 5_000\n[call.grants]\nnumber = 8\neach = 350_000\n"
    )
    assert compared(run, registry, old, new.replace("source =", "url = 'https://e.org'\nsource =")) == [
        "one  title: First call → Best call",
        "one  owner: Ada → Bea",
        "one  url: none → https://e.org",
        "one  budget: none → 5 k€",
        "one  grants: none → 8 × 350 k€",
    ]
    assert compared(run, registry, old, new, "--lang", "it") == [
        "one  titolo: First call → Best call",
        "one  referente: Ada → Bea",
        "one  dotazione: nessuno → 5 k€",
        "one  contributi: nessuno → 8 × 350 k€",
    ]


def test_an_amount_is_told_in_its_own_currency(run: Run, registry: Registry) -> None:
    old = ONE.replace("budget", 'currency = "CHF"\nbudget')
    new = old.replace("CHF", "EUR").replace("1_000_000", "2_000_000")
    assert compared(run, registry, old, new) == [
        "one  currency: CHF → EUR",
        "one  budget: 1000000 CHF → 2000000 EUR",
    ]


STAGED = """
[[call]]
id = "one"
title = "First call"
[[call.stage]]
id = "dl"
kind = "deadline"
when = 2027-04-10T17:00
zone = "Europe/Rome"
"""


def test_a_stage_that_is_called_off_is_told_as_that(run: Run, registry: Registry) -> None:
    off = STAGED + "cancelled = true\n"
    assert compared(run, registry, STAGED, off) == ["one  deadline (dl): 10 Apr 2027 17:00 → cancelled"]
    assert compared(run, registry, off, STAGED) == ["one  deadline (dl): cancelled → 10 Apr 2027 17:00"]
    assert compared(run, registry, STAGED, off, "--lang", "it")[0].endswith("17:00 → annullato")


def test_another_zone_is_another_moment(run: Run, registry: Registry) -> None:
    other = STAGED.replace("Rome", "Lisbon")
    assert compared(run, registry, STAGED, other) == [
        "one  deadline (dl): 10 Apr 17:00 Rome → Sat 10 Apr 2027 17:00 Lisbon"
    ]
    path = registry(STAGED)
    look = ("changes", "-r", path, "--since", "last")
    run(*look)
    assert run("set", "one/dl", "zone=Europe/Lisbon", "-r", path, "--as-of", "2027-02-20").code == 0
    told = run("changes", "-r", path, *AS_OF).out
    assert told.count("\n") == 1  # by history and by the last look, yet once
    assert "16:00 → Sat 10 Apr 2027 17:00 Lisbon" in told


def test_what_an_older_version_remembered_is_no_change(run: Run, registry: Registry) -> None:
    path = registry(STAGED)
    look = ("changes", "-r", path, "--since", "last")
    run(*look)
    (memory,) = (Path(os.environ["HOME"]) / ".local/state/clustercalls").glob("seen-*.json")
    kept = json.loads(memory.read_text().replace(" @Europe/Rome", "")) | {"format": "clustercalls seen 1"}
    del kept["check"]  # an older one had no checksum
    memory.write_text(json.dumps(kept))
    assert run(*look) == (0, "", "")
    path.write_text(STAGED.replace("17:00", "18:00"))
    assert run(*look).out == "one  deadline (dl): 10 Apr 17:00 → Sat 10 Apr 2027 18:00 Rome\n"


def test_one_that_was_deleted_by_hand_is_told_by_its_name(run: Run, registry: Registry) -> None:
    path, old = registry(ONE + TWO), registry(ONE + TWO, "old.toml")
    run("changes", "-r", path, *AS_OF)
    path.write_text(TWO)
    for ask in (("--since", "last"), ("--against", old)):
        for name in ("one", "on"):
            assert run("changes", name, *ask, "-r", path, *AS_OF) == (0, "one  gone: First call\n", "")
        assert run("changes", "two", *ask, "-r", path, *AS_OF).out == ""
        assert run("changes", "nobody", *ask, "-r", path, *AS_OF).code == 2


def test_since_and_against_are_two_questions(run: Run, moved: Path) -> None:
    refused = run("changes", "-r", moved, "--since", "last", "--against", moved)
    assert (refused.code, refused.out) == (2, "")
    assert "--since goes with no --against" in refused.err
