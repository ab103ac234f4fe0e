"""`clustercalls remind`, as cron runs it."""

import fcntl
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.reminders import memory as memories
from conftest import BUNDLED, Run

Registry = Callable[[str], Path]

CALL = """
[[call]]
id = "{id}"
title = "{title}"
deadline = {day}
track = "{track}"
"""

HISTORY = """
[[call.history]]
stage = "deadline"
was = 2027-03-31
why = "mail of the agency"
"""


@pytest.fixture
def innosup(registry: Registry) -> Path:
    text = BUNDLED.read_text(encoding="utf-8")
    return registry(text.replace('id = "innosup-1-2017"\n', 'id = "innosup-1-2017"\nwarn = ["7d", "1d"]\n'))


@pytest.fixture
def two(registry: Registry) -> Path:
    return registry(
        CALL.format(id="one", title="First call", day="2027-03-31", track="applying")
        + CALL.format(id="two", title="Second call", day="2027-04-01", track="watching")
    )


def state() -> Path:
    (found,) = (Path(os.environ["HOME"]) / ".local/state/clustercalls").glob("seen-*.json")
    return found


def test_told_once_a_lead(run: Run, innosup: Path) -> None:
    first = run("remind", "-r", innosup, "--as-of", "2017-03-28")
    assert (first.code, first.err) == (0, "")
    assert "Innosup-1" in first.out
    assert "first stage" in first.out.lower()
    assert "in 7 days" in first.out
    assert first.out.count("Innosup-1") == 1
    assert run("remind", "-r", innosup, "--as-of", "2017-03-28") == (0, "", "")
    assert "tomorrow" in run("remind", "-r", innosup, "--as-of", "2017-04-03").out
    assert run("remind", "-r", innosup, "--as-of", "2017-04-04") == (0, "", "")


def test_a_skipped_day_is_caught_up_and_marked(run: Run, innosup: Path) -> None:
    run("remind", "-r", innosup, "--as-of", "2017-03-28")
    late = run("remind", "-r", innosup, "--as-of", "2017-04-04")
    assert "told late: it was due on 3 Apr" in late.out
    assert late.out.count("Innosup-1") == 1


def test_what_is_past_is_not_told_under_today(run: Run, registry: Registry) -> None:
    path = registry(
        '[[call]]\nid = "one"\ntitle = "First call"\nopens = 2027-03-10\n'
        '[[call]]\nid = "two"\ntitle = "Second call"\ndeadline = 2027-03-12\n'
    )
    run("remind", "-r", path, "--as-of", "2027-01-01")
    told = run("remind", "-r", path, "--as-of", "2027-03-12").out
    assert told.index("Today\n") < told.index("Second call") < told.index("Past\n") < told.index("First call")
    assert "2 days ago · Wed 10 Mar 2027 · told late: it was due on 10 Mar" in told
    passed = run("remind", "-r", path, "--as-of", "2027-03-12", "--all", "--lang", "it").out
    assert "Oggi\n" in passed


def test_what_opened_an_hour_ago_opened_today(run: Run, registry: Registry) -> None:
    path = registry('[[call]]\nid = "one"\ntitle = "First call"\nopens = 2027-03-10T10:00:00\n')
    run("remind", "-r", path, "--as-of", "2027-03-09")
    told = run("remind", "-r", path, "--as-of", "2027-03-10T11:00").out
    assert told.startswith("Today\n-----\n  today · Wed 10 Mar 2027 10:00 Brussels\n")


def test_a_target_that_is_new_is_told_as_at_a_first_run(run: Run, two: Path, tmp_path: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-01-01")
    assert "told late" in run("remind", "-r", two, "--as-of", "2027-03-10").out
    box = tmp_path / "box"
    assert run("remind", "-r", two, "--as-of", "2027-03-11", "--outbox", box) == (0, "", "")
    told = [json.loads(path.read_text()) for path in sorted(box.iterdir())]
    assert [(each["id"], each["lead"], each["late"]) for each in told] == [
        ("one", "30d", False),
        ("two", "30d", False),
    ]


@pytest.mark.parametrize("form", ["plain", "md", "html", "json"])
def test_nothing_due_is_no_byte(run: Run, innosup: Path, form: str) -> None:
    assert run("remind", "-r", innosup, "--as-of", "2017-03-01", "-f", form) == (0, "", "")


def test_doubt_is_said(run: Run, innosup: Path) -> None:
    told = run("remind", "-r", innosup, "--as-of", "2017-02-01").out
    assert "could open any day from 1 Feb 2017" in told


def test_dry_run_and_all_remember_nothing(run: Run, two: Path) -> None:
    for _ in range(2):
        assert "First call" in run("remind", "-r", two, "--as-of", "2027-03-01", "--dry-run").out
        assert "First call" in run("remind", "-r", two, "--as-of", "2027-03-01", "--all").out
    assert not (Path(os.environ["HOME"]) / ".local").exists()
    assert "First call" in run("remind", "-r", two, "--as-of", "2027-03-01").out
    assert run("remind", "-r", two, "--as-of", "2027-03-01", "--dry-run").out == ""
    assert "First call" in run("remind", "-r", two, "--as-of", "2027-03-01", "--all").out


def test_filters(run: Run, two: Path) -> None:
    assert "Second" in run("remind", "-r", two, "--as-of", "2027-03-02", "--track", "watching").out
    told = run("remind", "-r", two, "--as-of", "2027-03-02").out
    assert "First" in told
    assert "Second" not in told
    refused = run("remind", "-r", two, "--as-of", "2027-03-02", "--track", "watchin")
    assert (refused.code, refused.out) == (2, "")
    assert "watching" in refused.err


def test_json_has_why_and_the_row_of_upcoming(run: Run, two: Path) -> None:
    (told,) = json.loads(run("remind", "-r", two, "--as-of", "2027-03-01", "-f", "json").out)
    assert (told["key"], told["reason"], told["lead"], told["late"]) == (
        "one@30d@deadline@2027-03-31",
        "lead",
        "30d",
        False,
    )
    assert (told["uid"], told["days_left"], told["title"]) == ("one/deadline", 30, "First call")


def test_a_moved_date_is_told_with_the_old_one_and_why(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-01-01")
    moved = (
        two.read_text()
        .replace("2027-03-31", "2027-04-02")
        .replace(
            'track = "applying"\n',
            'track = "applying"\n' + HISTORY,
        )
    )
    two.write_text(moved)
    told = run("remind", "-r", two, "--as-of", "2027-01-02").out
    assert "Moved: it was 31 Mar 2027 (+2 days); mail of the agency" in " ".join(told.split())
    assert run("remind", "-r", two, "--as-of", "2027-01-02").out == ""


def test_a_cancelled_call_is_told_once(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-01-01")
    two.write_text(
        two.read_text().replace('title = "First call"', 'title = "First call"\nstatus = "cancelled"')
    )
    told = run("remind", "-r", two, "--as-of", "2027-01-02").out
    assert "Called off" in told
    assert "Cancelled." in told
    assert run("remind", "-r", two, "--as-of", "2027-03-01").out == ""


def test_errors_ride_along_once_a_day(run_then: Run, two: Path) -> None:
    two.write_text(two.read_text() + '[[call]]\nid = "bad"\ntitle = "Bad"\ndeadlin = 2027-03-31\n')
    told = run_then("remind", "-r", two, "--as-of", "2027-03-01")
    assert told.code == 3
    assert "First call" in told.out
    assert f"{two}:" in told.out
    assert "deadlin" in told.out
    assert run_then("remind", "-r", two, "--as-of", "2027-03-01T20:00") == (3, "", "")
    assert "deadlin" in run_then("remind", "-r", two, "--as-of", "2027-03-02").out
    as_json = run_then("remind", "-r", two, "--as-of", "2027-03-03", "-f", "json")
    assert (as_json.code, as_json.out) == (3, "")
    assert "deadlin" in as_json.err


def test_a_registry_that_cannot_be_read_is_loud_on_every_run(run: Run, two: Path) -> None:
    two.write_text("[[call")
    for in_message in (1, 0, 0):  # once a day there, else on standard error; never twice in one mail of cron
        told = run("remind", "-r", two, "--as-of", "2027-03-01")
        assert told.code == 3
        assert (told.out.count("broken-toml"), told.err.count("broken-toml")) == (in_message, 1 - in_message)


def test_no_registry_is_loud(run: Run, tmp_path: Path) -> None:
    none = run("remind")
    assert (none.code, none.out) == (3, "")
    assert "clustercalls init" in none.err
    missing = run("remind", "-r", tmp_path / "missing.toml")
    assert missing.code == 3
    assert "missing.toml" in missing.out
    again = run("remind", "-r", tmp_path / "missing.toml")
    assert (again.code, again.out) == (3, "")
    assert "missing.toml" in again.err


def test_what_cannot_be_read_is_said_once_a_run(run: Run, registry: Registry, tmp_path: Path) -> None:
    path = registry("[[call")
    command = ("remind", "-r", path, "--as-of", "2027-03-01")
    for way, out, err in (
        (("--dry-run",), 1, 0),
        (("--all",), 1, 0),
        ((), 1, 0),  # in the message, which is silent for the rest of the day
        ((), 0, 1),
        (("-f", "json", "--dry-run"), 0, 1),
        (("--outbox", tmp_path / "box"), 0, 1),
        (("--outbox", tmp_path / "box", "--all"), 0, 1),
        (("--owner", "anna"), 0, 1),
        (("--as-of", "never"), 0, 1),
    ):
        told = run(*command, *way)
        assert (told.out.count("broken-toml"), told.err.count("broken-toml")) == (out, err), way
        assert told.code in {2, 3}


def test_the_example_is_never_watched(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BUNDLED.parent.parent)
    assert run("remind", "--as-of", "2017-03-28").code == 3


def test_the_second_of_two_runs_says_so(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-01-01")
    with state().with_name(state().name + ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = run("remind", "-r", two, "--as-of", "2027-03-01")
    assert (second.code, second.out) == (0, "")
    assert second.err == (
        "other-run: another run is at work, and this one told nothing. "
        "What is still due is told at the next run.\n"
    )
    assert "First call" in run("remind", "-r", two, "--as-of", "2027-03-01").out


def test_a_damaged_memory_is_said_and_set_aside(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-01-01")
    state().write_text("{")
    told = run("remind", "-r", two, "--as-of", "2027-03-02")
    assert told.code == 3
    assert "lost-memory" in told.err
    assert "Second call" in told.out  # due today
    assert "First call" in told.out  # due yesterday: told then, or not, nobody knows
    assert state().with_name(f"{state().name}.1.bad").read_text() == "{"
    assert run("remind", "-r", two, "--as-of", "2027-03-03") == (0, "", "")


def test_the_memory_is_private(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-03-01")
    assert stat.S_IMODE(state().stat().st_mode) == 0o600


def test_output_that_fails_is_not_remembered(two: Path) -> None:
    command = [sys.executable, "-m", "clustercalls", "remind", "-r", str(two), "--as-of", "2027-03-01"]
    with Path("/dev/full").open("w") as full:
        failed = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert failed.returncode == 4
    again = subprocess.run(command, capture_output=True, check=False, text=True)
    assert "First call" in again.stdout


def test_a_memory_that_cannot_be_kept_stops_the_run(run: Run, two: Path) -> None:
    Path(os.environ["HOME"], ".local").touch()
    told = run("remind", "-r", two, "--as-of", "2027-03-01")
    assert (told.code, told.out) == (4, "")
    assert "cannot-remember" in told.err
    assert "if this run told anything, it is told again" in told.err


def test_what_is_told_and_cannot_be_remembered_is_said_once(
    run: Run, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _memory: memories.Memory) -> None:
        raise WorldFailed(problem("cannot-remember", Place(str(path)), reason="the disk is full"))

    monkeypatch.setattr(memories, "save", refused)
    for way in ((), ("--outbox", tmp_path / "box"), ("--exec", "true")):
        told = run("remind", "-r", two, "--as-of", "2027-03-01", *way)
        assert (told.code, told.err.count("\n"), told.err.count("cannot-remember")) == (4, 1, 1)
    assert [*(tmp_path / "box").iterdir()]


def test_the_poorest_surroundings(two: Path) -> None:
    def bare(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "clustercalls", "remind", "-r", str(two), "--as-of", "2027-03-01"]
        return subprocess.run(
            [*command, *map(str, arguments)],
            env={"LANG": "C"} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    told = bare()
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (3, "", 1)
    assert "XDG_STATE_HOME" in told.stderr
    assert "First call" in bare("--dry-run").stdout
    kept = bare(XDG_STATE_HOME=str(two.parent / "state"))
    assert (kept.returncode, kept.stderr) == (0, "")
    assert "First call" in kept.stdout
    assert bare(XDG_STATE_HOME=str(two.parent / "state")).stdout == ""


def test_leads_and_skips_of_the_config(run: Run, two: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('leads = { deadline = ["60d"] }\nremind = { skip = ["two"] }\n')
    told = run("remind", "-r", two, "-c", config, "--as-of", "2027-01-31").out
    assert "First call" in told
    assert run("remind", "-r", two, "-c", config, "--as-of", "2027-02-02").out == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('leads = { deadline = ["soon"] }', "periods such as"),
        ('leads = { deadlines = ["7d"] }', "kinds"),
        ("leads = 7", "leads"),
        ("remind = { skipped = [] }", "skipped"),
        ('smtp = { host = "mail.example.org" }', "from"),
        ('smtp = { host = "h", from = "a@b", security = "maybe" }', "maybe"),
    ],
)
def test_settings_that_cannot_be(run: Run, two: Path, tmp_path: Path, text: str, said: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(text + "\n")
    told = run("remind", "-r", two, "-c", config)
    assert (told.code, told.out) == (3, "")
    assert said in told.err


def test_a_config_with_a_secret_that_others_can_read_is_refused(run: Run, two: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('smtp = { host = "h", from = "a@b.example", user = "me", password = "hunter2" }\n')
    config.chmod(0o644)
    told = run("remind", "-r", two, "-c", config, "--as-of", "2027-03-01")
    assert (told.code, told.out) == (3, "")
    assert "chmod 600" in told.err
    assert "hunter2" not in told.err
    config.chmod(0o600)
    assert run("remind", "-r", two, "-c", config, "--as-of", "2027-03-01").code == 0


def test_the_example_in_the_help_works(run: Run, innosup: Path) -> None:
    assert "clustercalls remind --as-of 2017-03-28 --dry-run" in run("remind", "--help").out
    assert run("remind", "--as-of", "2017-03-28", "--dry-run", "-r", innosup).code == 0


def test_hostile_titles_do_nothing(run: Run, registry: Registry) -> None:
    text = CALL.format(id="one", title="\\u001b[31m\\u202eRed\\n<script>", day="2027-03-31", track="a")
    path = registry(text)
    plain, html = (
        run("remind", "-r", path, "--as-of", "2027-03-01", "--all", "-f", f).out for f in ("plain", "html")
    )
    assert "\x1b" not in plain + html
    assert "\u202e" not in plain + html
    assert "<script>" not in html


def test_nothing_due_imports_nothing_heavy(registry: Registry, tmp_path: Path) -> None:
    path = registry(
        "".join(CALL.format(id=f"c{n}", title="T", day="2028-01-01", track="") for n in range(1000))
    )
    code = (
        "import sys; from clustercalls.cli.app import main; "
        f"code = main(['remind', '-r', {str(path)!r}, '--as-of', '2027-01-01']); "
        "heavy = {'apprise', 'rich', 'httpx', 'jinja2', 'smtplib'} & set(sys.modules); "
        "sys.exit(code or str(heavy or ''))"
    )
    environment = os.environ | {"XDG_STATE_HOME": str(tmp_path / "state")}
    for _ in range(2):  # the first run, and one that finds a memory
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
        assert (done.stdout, done.stderr.strip()) == (b"", b"")


THREE = "".join(
    CALL.format(id=name, title=f"Call {name}", day=day, track=track)
    for name, day, track in (
        ("one", "2027-03-31", "applying"),
        ("two", "2027-04-01", "watching"),
        ("three", "2027-12-01", "watching"),
    )
)


@pytest.fixture
def told(run: Run, registry: Registry) -> Path:
    """A registry of three calls, of two of which its reader has been told."""
    path = registry(THREE)
    assert run("remind", "-r", path, "--as-of", "2027-03-05").out.count("Call ") == 2
    return path


def without(path: Path, name: str) -> None:
    blocks = path.read_text().split("\n[[call]]")
    path.write_text("\n[[call]]".join(each for each in blocks if f'"{name}"' not in each))


def test_an_entry_that_is_gone_is_told_once_to_who_was_told_of_it(run: Run, told: Path) -> None:
    without(told, "one")
    gone = run("remind", "-r", told, "--as-of", "2027-03-06")
    assert (gone.code, gone.err) == (0, "")
    assert gone.out == (
        "Changed\n-------\n  was Wed 31 Mar 2027\n    Call one · deadline\n    No longer in the registry.\n"
    )
    assert run("remind", "-r", told, "--as-of", "2027-03-06") == (0, "", "")
    assert "Call one" not in run("remind", "-r", told, "--as-of", "2027-03-24").out
    without(told, "three")  # of which nobody was told
    assert "three" not in run("remind", "-r", told, "--as-of", "2027-03-24").out


def test_one_that_comes_back_is_told_again(run: Run, told: Path) -> None:
    assert run("remove", "one", "--yes", "-r", told).code == 0
    assert "No longer" in run("remind", "-r", told, "--as-of", "2027-03-06").out
    assert run("undo", "-r", told).code == 0
    back = run("remind", "-r", told, "--as-of", "2027-03-07").out
    assert "in 24 days" in back
    assert "late" not in back


def test_one_whose_date_is_past_is_not_missed(run: Run, told: Path) -> None:
    without(told, "one")
    assert "No longer" not in run("remind", "-r", told, "--as-of", "2027-04-01").out


def test_one_that_was_called_off_before_is_not_told_again(run: Run, told: Path) -> None:
    told.write_text(
        told.read_text().replace('title = "Call one"', 'title = "Call one"\nstatus = "cancelled"')
    )
    assert "Cancelled." in run("remind", "-r", told, "--as-of", "2027-03-06").out
    without(told, "one")
    assert run("remind", "-r", told, "--as-of", "2027-03-07") == (0, "", "")


def test_of_several_stages_the_next_one_is_named(run: Run, registry: Registry) -> None:
    other = CALL.format(id="two", title="Call two", day="2027-12-01", track="")
    path = registry(
        CALL.format(id="one", title="Call one", day="2027-03-31", track="") + "opens = 2027-03-04\n"
    )
    path.write_text(path.read_text() + "internal = 2027-03-10\n" + other)
    assert run("remind", "-r", path, "--as-of", "2027-03-04").out.count("Call one") == 3
    without(path, "one")
    gone = run("remind", "-r", path, "--as-of", "2027-03-05").out
    assert gone.count("Call one") == 1
    assert "was Wed 10 Mar 2027" in gone


def test_what_is_gone_stands_in_the_order_of_its_dates(run: Run, registry: Registry) -> None:
    def write(days: str) -> Path:
        pairs = zip("abcdef", days.split(), strict=True)
        return registry(
            "".join(CALL.format(id=n, title=n, day=f"2027-03-{day}", track="") for n, day in pairs)
        )

    path = write("29 30 31 24 25 26")
    run("remind", "-r", path, "--as-of", "2027-03-05")
    write("31 30 29 24 25 26")  # a memory holds them in the order in which they were told first
    run("remind", "-r", path, "--as-of", "2027-03-05")
    for name in "abc":
        without(path, name)
    gone = run("remind", "-r", path, "--as-of", "2027-03-06", "-f", "json").out
    assert [each["id"] for each in json.loads(gone)] == ["c", "b", "a"]


def test_gone_is_told_in_every_form(run: Run, told: Path, tmp_path: Path) -> None:
    run("remind", "-r", told, "--as-of", "2027-03-05", "--outbox", tmp_path / "box")
    for path in (tmp_path / "box").iterdir():
        path.unlink()
    without(told, "one")
    (row,) = json.loads(run("remind", "-r", told, "--as-of", "2027-03-06", "--dry-run", "-f", "json").out)
    assert (row["key"], row["reason"], row["lead"]) == ("one@gone@deadline@2027-03-31", "gone", "gone")
    assert (row["uid"], row["title"], row["status"], row["track"]) == (
        "one/deadline", "Call one", None, "applying",
    )  # fmt: skip
    html = run("remind", "-r", told, "--as-of", "2027-03-06", "--dry-run", "-f", "html", "--lang", "it").out
    assert "Non è più nel registro" in html
    assert run("remind", "-r", told, "--as-of", "2027-03-06", "--outbox", tmp_path / "box") == (0, "", "")
    assert [path.name for path in (tmp_path / "box").iterdir()] == ["one@gone@deadline@2027-03-31.json"]


def test_filters_and_skips_hold_for_what_is_gone(run: Run, told: Path, tmp_path: Path) -> None:
    without(told, "one")
    (tmp_path / "config.toml").write_text('remind = { skip = ["one"] }\n')
    as_of = ("--as-of", "2027-03-06")
    assert run("remind", "-r", told, *as_of, "--track", "watching") == (0, "", "")
    assert run("remind", "-r", told, *as_of, "-c", tmp_path / "config.toml") == (0, "", "")
    assert run("remind", "-r", told, *as_of, "--stage", "opens") == (0, "", "")
    assert "No longer" in run("remind", "-r", told, *as_of, "--due").out


def test_what_cannot_be_read_is_not_gone(run: Run, told: Path) -> None:
    whole = told.read_text()
    for text in (
        "",
        "[[call",
        whole.replace('title = "Call one"', 'titel = "Call one"'),
        whole[whole.rindex("[[call]]") :],  # two of three missing: it is suddenly short
    ):
        told.write_text(text)
        assert "No longer" not in run("remind", "-r", told, "--as-of", "2027-03-06").out
    told.write_text(whole)
    assert run("remind", "-r", told, "--as-of", "2027-03-06") == (0, "", "")
    told.unlink()
    assert run("remind", "-r", told, "--as-of", "2027-03-06").code == 3
    told.write_text(whole)
    assert run("remind", "-r", told, "--as-of", "2027-03-06") == (0, "", "")


def test_a_file_that_is_missing_from_a_folder_takes_nothing_with_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.toml").write_text(CALL.format(id=name, title=name, day="2027-03-31", track=""))
    assert run("remind", "-r", folder, "--as-of", "2027-03-05").out.count("deadline") == 3
    (folder / "one.toml").rename(tmp_path / "elsewhere")
    for _ in range(2):
        assert run("remind", "-r", folder, "--as-of", "2027-03-06") == (0, "", "")
    (tmp_path / "elsewhere").rename(folder / "renamed.toml")
    assert run("remind", "-r", folder, "--as-of", "2027-03-06") == (0, "", "")
    (folder / "renamed.toml").write_text("")
    assert "No longer in the registry" in run("remind", "-r", folder, "--as-of", "2027-03-07").out


def test_gone_that_was_not_delivered_is_told_at_the_next_run(run: Run, told: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ncat > {tmp_path}/said\n")
    program.chmod(0o755)
    assert run("remind", "-r", told, "--as-of", "2027-03-05", "--exec", program).code == 0
    without(told, "one")
    program.write_text("#!/bin/sh\ncat > /dev/null\nexit 1\n")
    assert run("remind", "-r", told, "--as-of", "2027-03-06", "--exec", program).code == 4
    program.write_text(f"#!/bin/sh\ncat > {tmp_path}/said\n")
    assert run("remind", "-r", told, "--as-of", "2027-03-06", "--exec", program).code == 0
    assert json.loads((tmp_path / "said").read_text())["subject"] == "Call one: no longer in the registry"
    (tmp_path / "said").unlink()
    assert run("remind", "-r", told, "--as-of", "2027-03-06", "--exec", program).code == 0
    assert not (tmp_path / "said").exists()


def test_a_filter_goes_on_when_the_last_entry_it_chose_is_another_or_gone(run: Run, two: Path) -> None:
    arguments = ("remind", "-r", two, "--track", "watching", "--as-of")
    assert "Second call" in run(*arguments, "2027-03-30").out
    assert run("set", "two", "track=submitted", "-r", two).code == 0
    assert run(*arguments, "2027-03-31") == (0, "", "")
    assert run("set", "two", "track=watching", "-r", two).code == 0
    assert run("remove", "two", "--yes", "-r", two).code == 0
    assert "No longer in the registry" in run(*arguments, "2027-03-31").out
    assert run("remind", "-r", two, "--track", "wacthing", "--as-of", "2027-03-31").code == 2


def test_a_filter_does_not_hide_that_the_entry_it_may_choose_is_broken(run: Run, two: Path) -> None:
    two.write_text(two.read_text().replace("deadline = 2027-04-01", "deadlin = 2027-04-01"))
    ran = run("remind", "-r", two, "--track", "watching", "--as-of", "2027-03-30")
    assert ran.code == 3
    assert "unknown-key" in ran.out
    assert "unknown-value" not in ran.err


def test_a_filter_does_not_hide_that_no_file_could_be_read(run: Run, two: Path) -> None:
    two.write_text("x = [")
    ran = run("remind", "-r", two, "--track", "watching", "--as-of", "2027-03-30")
    assert ran.code == 3
    assert "broken-toml" in ran.out + ran.err
    assert "unknown-value" not in ran.err


MOVES = """
[[call]]
id = "alpha"
title = "Alpha"
[[call.stage]]
id = "dl"
kind = "deadline"
when = 2026-04-10T17:00
"""


def test_a_reason_is_told_of_its_own_move_only(run: Run, registry: Registry) -> None:
    path = registry(MOVES)
    why = ("--why", "corrigendum", "--source", "OJ C 12")
    assert run("remind", "-r", path, "--as-of", "2026-04-01").code == 0
    assert run("move", "alpha/dl", "2026-04-20T17:00", *why, "-r", path, "--as-of", "2026-04-02").code == 0
    told = " ".join(run("remind", "-r", path, "--as-of", "2026-04-03").out.split())
    assert "Moved: it was Fri 10 Apr 2026 17:00 (+10 days); corrigendum; OJ C 12" in told
    path.write_text(path.read_text().replace("2026-04-20T17:00", "2026-04-15T17:00"))  # by hand
    told = " ".join(run("remind", "-r", path, "--as-of", "2026-04-04").out.split())
    assert "Moved: it was Mon 20 Apr 2026 17:00 (-5 days)" in told
    assert "corrigendum" not in told
    assert "OJ C 12" not in told


def test_what_is_off_could_not_happen_any_day(run: Run, registry: Registry) -> None:
    call = '[[call]]\nid = "a"\ntitle = "A"\ndeadline = "2027-03/2027-04"\n'
    path = registry(call)
    assert "could close any day" in run("remind", "-r", path, "--as-of", "2027-02-20").out
    path.write_text(call + 'status = "cancelled"\n')
    told = run("remind", "-r", path, "--as-of", "2027-03-05").out
    assert "Cancelled." in told
    assert "any day" not in told
    assert "window open" not in told
