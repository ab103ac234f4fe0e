"""That reminders are told is proven: days without a run are said, and what was told can be looked up."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from conftest import Run, on_a_terminal
from servers import Inbox, mail_server

Registry = Callable[[str], Path]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of aiosmtpd
CALL = '[[call]]\nid = "{id}"\ntitle = "Call {id}"\ndeadline = {day}\n'
MAILS = ("--mail-to", "a@example.org")


@pytest.fixture
def two(registry: Registry) -> Path:
    return registry(CALL.format(id="one", day="2027-01-05") + CALL.format(id="two", day="2027-01-06"))


@pytest.fixture
def mail(inbox: Inbox, tmp_path: Path) -> Iterator[Path]:
    server = mail_server(inbox, "none")
    config = tmp_path / "config.toml"
    config.write_text(
        f'smtp = {{ host = "127.0.0.1", port = {server.port}, security = "none", from = "c@example.org" }}\n'
    )
    yield config
    server.stop()


def memory() -> Path:
    (found,) = (Path(os.environ["HOME"]) / ".local/state/clustercalls").glob("seen-*.json")
    return found


GAP = "no run from 3 to 9 December; 2 told late"


def test_days_without_a_run_are_said(run_then: Run, two: Path) -> None:
    run_then("remind", "-r", two, "--as-of", "2026-12-02", "--every", "1d")
    command = ("remind", "-r", two, "--as-of", "2026-12-10", "--every", "1d")
    looked = run_then(*command, "--dry-run")
    told = run_then(*command)
    assert looked == told
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{GAP}\n\nWithin a month\n")
    assert run_then(*command) == (0, "", "")
    assert run_then("remind", "-r", two, "--as-of", "2026-12-11", "--every", "1d") == (0, "", "")


@pytest.mark.parametrize(
    ("every", "last", "today", "said"),
    [
        ("1d", "2026-12-02", "2026-12-04", ""),
        ("1d", "2026-12-02", "2026-12-05", "no run from 3 to 4 December; nothing told late\n"),
        ("", "2026-12-02", "2027-01-02", ""),
        ("1w", "2026-11-01", "2026-11-15", ""),
        ("1w", "2026-11-01", "2026-11-16", "no run from 2 to 15 November; nothing told late\n"),
        ("1m", "2026-09-16", "2026-11-16", ""),
        ("1m", "2026-09-15", "2026-11-16", "no run from 16 September to 15 November; nothing told late\n"),
        (
            "1d",
            "2025-12-28",
            "2026-01-03",
            "no run from 29 December 2025 to 2 January 2026; nothing told late\n",
        ),
        ("1d", "2026-12-05", "2026-12-01", ""),  # a clock that was ahead
        ("9999y", "2026-12-02", "2026-12-05", ""),
    ],
)
def test_twice_the_period(
    run_then: Run, registry: Registry, every: str, last: str, today: str, said: str
) -> None:
    path = registry(CALL.format(id="one", day="2030-01-05"))
    option = ("--every", every) if every else ()
    run_then("remind", "-r", path, "--as-of", last)  # whether or not it said how often
    assert run_then("remind", "-r", path, "--as-of", today, *option) == (0, said, "")


def test_in_italian_and_in_every_form(run_then: Run, two: Path) -> None:
    run_then("remind", "-r", two, "--as-of", "2026-12-02")
    command = ("remind", "-r", two, "--every", "1d", "--dry-run", "--as-of")
    italian = run_then(*command, "2026-12-12", "--lang", "it").out
    assert italian.startswith("nessuna esecuzione dal 3 all'11 dicembre; promemoria in ritardo: 2\n")
    assert run_then(*command, "2026-12-10", "-f", "md").out.startswith(f"{GAP}\n\n## Within a month")
    assert f">{GAP}</p>" in run_then(*command, "2026-12-10", "-f", "html").out
    for each in json.loads(run_then(*command, "2026-12-10", "-f", "json").out):
        assert each["no_run"] == ["2026-12-03/2026-12-09"]
    assert json.loads(run_then(*command, "2026-12-03", "-f", "json").out or "[]") == []


def test_json_says_it_with_what_is_told_next(run_then: Run, two: Path) -> None:
    def records(today: str) -> object:
        told = run_then("remind", "-r", two, "--as-of", today, "--every", "1d", "-f", "json")
        return [(each["id"], each["no_run"]) for each in json.loads(told.out)] if told.out else told

    assert records("2026-11-20") == (0, "", "")
    assert records("2026-11-25") == (0, "", "")  # nothing is due, and nowhere to say it
    assert records("2026-11-26") == (0, "", "")
    assert records("2026-12-07") == [
        (id_, ["2026-11-21/2026-11-24", "2026-11-27/2026-12-06"]) for id_ in ("one", "two")
    ]
    two.write_text(two.read_text().replace("01-05", "01-07"))
    assert records("2026-12-08") == [("one", None)]


def test_each_target_is_told_of_its_own_gap_until_it_was(
    run_then: Run, two: Path, mail: Path, inbox: Inbox
) -> None:
    command = ("remind", "-r", two, "-c", mail, "--every", "1d", "--as-of")
    run_then(*command, "2026-11-20", *MAILS)
    for day in range(20, 26):  # another line, to another target, ran every day
        assert run_then(*command, f"2026-11-{day}", "--outbox", "box") == (0, "", "")
    inbox.refusing = "a@"
    assert run_then(*command, "2026-11-25", *MAILS).code == 4
    inbox.refusing = ""
    assert run_then(*command, "2026-11-26", *MAILS) == (0, "", "")
    assert run_then(*command, "2026-11-27", *MAILS) == (0, "", "")
    (letter,) = inbox.parsed
    assert letter["Subject"] == "There was no run from 21 to 24 November"
    body = letter.get_body(("plain",))
    assert body
    text = body.get_content().replace("\r\n", "\n")
    assert text.startswith("no run from 21 to 24 November; nothing told late\n")


def test_programs_and_folders_are_told_of_a_gap(run_then: Run, two: Path) -> None:
    command = ("remind", "-r", two, "--every", "1d", "--outbox", "box", "--exec", "sh -c 'cat >told.json'")
    run_then(*command, "--as-of", "2026-11-20")
    assert run_then(*command, "--as-of", "2026-11-25") == (0, "", "")
    said = ["no run from 21 to 24 November; nothing told late"]
    assert json.loads(Path("told.json").read_text())["problems"] == said
    assert json.loads(Path("box/errors@2026-11-25.json").read_text())["problems"] == said
    assert run_then(*command, "--as-of", "2026-12-10") == (0, "", "")
    told = json.loads(Path("told.json").read_text())
    assert told["problems"] == ["no run from 26 November to 9 December; 2 told late"]
    assert len([*Path("box").iterdir()]) == 4
    Path("told.json").unlink()
    assert run_then(*command, "--as-of", "2026-12-11") == (0, "", "")
    assert not Path("told.json").exists()


def test_a_run_with_nothing_due_is_remembered_once_a_day(run_then: Run, two: Path) -> None:
    written = []
    for moment in ("2026-11-20T07:30", "2026-11-20T19:30", "2026-11-21T07:30"):
        assert run_then("remind", "-r", two, "--as-of", moment) == (0, "", "")
        written.append(memory().stat().st_ino)
    assert (written[0] == written[1], written[1] == written[2]) == (True, False)


@pytest.mark.parametrize("every", ["0d", "6h", "day", "1", "-1d", "1d 2d"])
def test_what_is_no_period(run_then: Run, two: Path, every: str) -> None:
    for way in ((), ("--schedule", "cron")):
        refused = run_then("remind", "-r", two, f"--every={every}", *way)
        assert (refused.code, refused.out, refused.err.partition(":")[0]) == (2, "", "bad-every")


@pytest.mark.parametrize("scheduler", ["cron", "systemd"])
def test_the_schedule_says_how_often(run_then: Run, two: Path, scheduler: str) -> None:
    assert " remind --every 1d --registry " in run_then("remind", "-r", two, "--schedule", scheduler).out
    weekly = run_then("remind", "-r", two, "--schedule", scheduler, "--every", "1w")
    assert " remind --every 1w --registry " in weekly.out


def test_the_log_tells_when_to_whom_and_as_what(run_then: Run, two: Path, mail: Path, inbox: Inbox) -> None:
    command = ("remind", "-r", two, "-c", mail)
    run_then(*command, "--as-of", "2026-12-06T07:30", *MAILS)
    run_then(*command, "--as-of", "2026-12-07T07:31")
    two.write_text(two.read_text().replace("2027-01-05", "2027-01-08"))
    run_then(*command, "--as-of", "2026-12-08T07:30", *MAILS, "--outbox", "box")
    first, second = (letter["Message-ID"] for letter in inbox.parsed)
    box = f"outbox:{Path('box').absolute()}"
    log = (
        f"Sun 6 Dec 2026 07:30 Brussels  one/deadline  30d, 5 Jan 2027  mail:a@example.org  {first}\n"
        "Mon 7 Dec 2026 07:31 Brussels  one/deadline  30d, 5 Jan 2027  standard output\n"
        "Mon 7 Dec 2026 07:31 Brussels  two/deadline  30d, 6 Jan 2027  standard output\n"
        f"Tue 8 Dec 2026 07:30 Brussels  one/deadline  moved, 8 Jan 2027  mail:a@example.org  {second}\n"
        f"Tue 8 Dec 2026 07:30 Brussels  two/deadline  30d, 6 Jan 2027  mail:a@example.org  {second}\n"
        f"Tue 8 Dec 2026 07:30 Brussels  two/deadline  30d, 6 Jan 2027  {box}\n"
    )
    assert run_then(*command, "--log") == (0, log, "")
    two.write_text(CALL.format(id="other", day="2030-01-01"))  # what is gone can be asked for
    assert run_then(*command, "--log", "tw").out.count("two/deadline") == 3
    assert run_then(*command, "--log", "other") == (0, "", "")
    assert "Apri" not in run_then(*command, "--log", "one", "--lang", "it").out
    (row,) = json.loads(run_then(*command, "--log", "one", "-f", "json").out)[:1]
    assert row == {
        "uid": "one/deadline", "id": "one", "stage": "deadline", "lead": "30d", "lead_day": "2026-12-06",
        "when": "2027-01-05", "at": "2026-12-06T06:30:00Z", "target": "mail:a@example.org",
        "message_id": first, "key": "one@30d@deadline@2027-01-05",
    }  # fmt: skip


def test_what_an_older_memory_does_not_know_is_unknown(run_then: Run, two: Path, mail: Path) -> None:
    command = ("remind", "-r", two, "-c", mail, *MAILS)
    run_then(*command, "--as-of", "2026-12-06")
    run_then(*command, "--as-of", "2026-12-29")
    older = json.loads(memory().read_text()) | {"format": "clustercalls seen 1"}
    for each in ("check", "runs", "log"):
        del older[each]
    memory().write_text(json.dumps(older))
    assert run_then("remind", "-r", two, "--log", "two").out == (
        "Tue 29 Dec 2026  two/deadline  lead of Mon 7 Dec 2026, 6 Jan 2027  mail:a@example.org  unknown\n"
    )
    run_then(*command, "--as-of", "2027-01-04")
    log = run_then("remind", "-r", two, "--log", "one").out.splitlines()
    assert log[:2] == [
        "unknown  one/deadline  lead of Sun 6 Dec 2026, 5 Jan 2027  mail:a@example.org  unknown",
        "unknown  one/deadline  lead of Tue 29 Dec 2026, 5 Jan 2027  mail:a@example.org  unknown",
    ]
    assert log[2].startswith(
        "Mon 4 Jan 2027 00:00 Brussels  one/deadline  1d, 5 Jan 2027  mail:a@example.org  <"
    )


def test_a_log_without_a_line(run_then: Run, two: Path) -> None:
    assert run_then("remind", "-r", two, "--log") == (0, "", "")
    assert run_then("remind", "-r", two, "--log", "-f", "json") == (0, "[]\n", "")
    assert "Nothing was told yet." in on_a_terminal("remind", "-r", two, "--log").out
    assert not (Path(os.environ["HOME"]) / ".local").exists()


def test_a_log_that_is_damaged_is_said(run_then: Run, two: Path) -> None:
    run_then("remind", "-r", two, "--as-of", "2026-12-06")
    memory().write_bytes(b"{")
    for _ in range(2):
        looked = run_then("remind", "-r", two, "--log")
        assert (looked.code, looked.out, looked.err.count("lost-memory")) == (3, "", 1)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("one",), "wants-log"),
        (("--log", "--dry-run"), "not-together"),
        (("--log", "--owner", "anna"), "not-together"),
        (("--log", "--exec", "true"), "not-together"),
        (("--log", "nobody"), "unknown-id"),
        (("--log", "-f", "html"), "unknown-choice"),
    ],
)
def test_what_the_log_is_not_asked(run_then: Run, two: Path, asked: tuple[str, ...], code: str) -> None:
    refused = run_then("remind", "-r", two, *asked)
    assert (refused.code, refused.out, refused.err.partition(":")[0]) == (2, "", code)


@pytest.mark.parametrize("played", ["2016-12-07", "2026-12-07", "2031-12-07"])
def test_the_log_and_the_looks_have_the_time_of_the_clock_whatever_day_is_played(
    run: Run, two: Path, played: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = datetime.now(UTC)
    run("remind", "-r", two, "--as-of", "2026-12-07")
    (row, *_) = json.loads(run("remind", "-r", two, "--log", "-f", "json").out)
    assert begun - timedelta(seconds=1) <= datetime.fromisoformat(row["at"]) <= datetime.now(UTC)
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", played)
    assert run("changes", "-r", two).code == 0
    kept = json.loads(memory().read_text())
    assert datetime.fromisoformat(kept["looks"]["last"]["at"]) >= begun


def test_a_day_that_is_played_makes_no_gap(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--every", "1d")
    run("remind", "-r", two, "--every", "1d", "--as-of", "2016-12-07")
    assert "no run from" not in run("remind", "-r", two, "--every", "1d").out
