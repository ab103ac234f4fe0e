"""`clustercalls export todo`, as it is typed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from ical.calendar_stream import IcsCalendarStream

from calendars import events, key_of, lint
from conftest import BUNDLED, Run

EVERY = Path(__file__).with_name("every.toml")
THEN = ("--as-of", "2026-11-22")
Write = Callable[[str], Path]
CALL = """
schema = 1
[[call]]
id = "a-call"
title = "A call"
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-04
"""


def export(run: Run, registry: Path, *arguments: object) -> str:
    ran = run("export", "todo", "-r", registry, *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert lint(ran.out.encode()) == []
    return ran.out


def test_tasks_are_due_on_their_last_day_or_at_their_hour(run: Run) -> None:
    out = export(run, EVERY, *THEN)
    assert "BEGIN:VEVENT" not in out
    assert "TRANSP" not in out
    found = events(out, "VTODO")
    assert found["every-kind/deadline"]["DUE"].dt == datetime(2027, 4, 4, 15, tzinfo=UTC)
    assert found["every-kind/opens"]["DUE"].dt == date(2027, 1, 10)
    assert "DTSTART" not in found["every-kind/opens"]
    doubtful = found["every-kind/registration"]
    assert (doubtful["DTSTART"].dt, doubtful["DUE"].dt) == (date(2027, 1, 1), date(2027, 2, 28))
    lasting = found["conference/dates"]
    assert (lasting["DTSTART"].dt, lasting["DUE"].dt) == (date(2027, 12, 1), date(2027, 12, 2))
    assert {str(each["STATUS"]) for each in found.values()} == {"NEEDS-ACTION"}
    dates = events(run("export", "ics", "-r", EVERY, *THEN).out)
    assert set(found) == set(dates)


def test_an_independent_reader_sees_the_same_tasks(run: Run) -> None:
    out = export(run, EVERY, *THEN, "--alarms", "7d")
    calendar = IcsCalendarStream.calendar_from_ics(out)
    assert {key_of(str(each.uid)): each.due for each in calendar.todos} == {
        uid: each["DUE"].dt for uid, each in events(out, "VTODO").items()
    }


def test_an_alarm_rings_before_the_task_is_due_or_begins(run: Run) -> None:
    found = events(export(run, EVERY, *THEN, "--alarms", "7d"), "VTODO")
    [alarm] = found["dates/maybe"].walk("VALARM")
    assert alarm["TRIGGER"].params["RELATED"] == "END"
    assert alarm["TRIGGER"].dt == timedelta(hours=9) - timedelta(days=7)
    [alarm] = found["conference/dates"].walk("VALARM")
    assert "RELATED" not in alarm["TRIGGER"].params


def test_only_what_we_must_do(run: Run) -> None:
    found = events(export(run, BUNDLED, "--due", "--as-of", "2016-12-02"), "VTODO")
    assert list(found) == ["innosup-1-2017/first"]


def test_a_task_moves_and_is_cancelled(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "tasks.ics"
    for text, due, status, sequence in (
        (CALL, date(2027, 4, 4), "NEEDS-ACTION", 0),
        (CALL.replace("04-04", "04-08"), date(2027, 4, 8), "NEEDS-ACTION", 1),
        ("schema = 1", date(2027, 4, 8), "CANCELLED", 2),
    ):
        ran = run("export", "todo", "-r", registry(text), "-o", file, *THEN)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert lint(file.read_bytes()) == []
        task = events(file.read_bytes(), "VTODO")["a-call/first"]
        assert (task["DUE"].dt, task["STATUS"], task["SEQUENCE"]) == (due, status, sequence)
    assert run("export", "todo", "-r", registry("schema = 1"), "-o", file, "--as-of", "2027-01-22").code == 0
    assert events(file.read_bytes(), "VTODO") == {}


def ticked_by_another_program(data: bytes) -> bytes:
    """The file as a program that keeps tasks writes it once one of them is done."""
    data = data.replace(b"-//clustercalls//tasks//EN", b"-//Tasks//of a phone//EN")
    done = b"STATUS:COMPLETED\r\nCOMPLETED:20261201T100000Z\r\nPERCENT-COMPLETE:100"
    return data.replace(b"STATUS:NEEDS-ACTION", done)


def test_a_task_that_was_ticked_stays_ticked(run: Run, registry: Write, tmp_path: Path) -> None:
    file, folder = tmp_path / "tasks.ics", tmp_path / "tasks"

    def exported(text: str, *arguments: object) -> dict[str, Any]:
        path = registry(text)
        for where in (("todo", "-o", file), ("vdir", folder, "--todo")):
            ran = run("export", *where, "-r", path, *(arguments or THEN))
            assert (ran.code, ran.out, ran.err) == (0, "", "")
        (one,) = folder.iterdir()
        assert one.name.endswith(".ics")
        assert lint(one.read_bytes()) == lint(file.read_bytes()) == []
        alone, whole = (events(each.read_bytes(), "VTODO")["a-call/first"] for each in (one, file))
        assert alone == whole
        return dict(alone)

    assert exported(CALL)["STATUS"] == "NEEDS-ACTION"
    for each in (file, *folder.iterdir()):
        each.write_bytes(ticked_by_another_program(each.read_bytes()))
    moved = exported(CALL.replace("04-04", "04-08"))
    assert (moved["DUE"].dt, moved["STATUS"], moved["PERCENT-COMPLETE"]) == (
        date(2027, 4, 8),
        "COMPLETED",
        100,
    )
    assert moved["COMPLETED"].dt == datetime(2026, 12, 1, 10, tzinfo=UTC)
    assert exported("schema = 1")["STATUS"] == "COMPLETED"


def test_tasks_and_events_of_one_folder_leave_each_other_alone(
    run: Run, registry: Write, tmp_path: Path
) -> None:
    folder, path = tmp_path / "both", registry(CALL)
    for _ in range(2):
        for arguments in ((), ("--todo",)):
            assert run("export", "vdir", folder, *arguments, "-r", path, *THEN) == (0, "", "")
    assert sorted(each.name.partition("@")[0] for each in folder.iterdir()) == [
        "a-call.first",
        "a-call.first.todo",
    ]
