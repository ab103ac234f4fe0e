"""`clustercalls export vdir`, as it is typed, and as khal and vdirsyncer read it."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from calendars import days, events, key_of, lint
from conftest import BUNDLED, Run

AS_OF = ("--as-of", "2016-12-02")
EVERY = Path(__file__).with_name("every.toml")
THEN = ("--as-of", "2026-11-22")
CALL = """
schema = 1
name = "here"
[[call]]
id = "a-call"
title = "A call"
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-04
"""
EVENT = """
[[event]]
id = "an-event"
title = "An event"
starts = 2027-05-01
"""
Write = Callable[[str], Path]
BIN = Path(sys.executable).parent
ZONE = ZoneInfo("Europe/Brussels")


def publish(run: Run, registry: Path, folder: Path, *arguments: object) -> dict[str, bytes]:
    ran = run("export", "vdir", folder, "-r", registry, *(arguments or THEN))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    return {each.name: (each.stat().st_ino, each.stat().st_mtime_ns) for each in folder.iterdir()}


def test_a_file_an_event_and_a_repeat_touches_nothing(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calendars" / "calls"
    found = publish(run, EVERY, folder, "--alarms", "7d", *THEN)
    assert [name for name, data in found.items() if lint(data)] == []
    published = events(run("export", "ics", "-r", EVERY, "--alarms", "7d", *THEN).out)
    assert set(found) == {f"{key.replace('/', '.')}@every.ics" for key in published}
    for name, data in found.items():
        assert b"X-WR-CALNAME" not in data
        [(uid, event)] = events(data).items()
        assert name == f"{event['UID']}.ics" == f"{uid.replace('/', '.')}@every.ics"
        assert event == published[uid]
    before = marks(folder)
    assert publish(run, EVERY, folder, "--alarms", "7d", *THEN) == found
    assert marks(folder) == before


def test_only_what_changed_is_written(run: Run, registry: Write, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    publish(run, registry(CALL + EVENT), folder)
    before = marks(folder)
    moved = registry((CALL + EVENT).replace("05-01", "05-08"))
    assert run("export", "vdir", folder, "-r", moved, *THEN, "--dry-run") == (
        0, "changed\tan-event.dates@here.ics\n", "",
    )  # fmt: skip
    assert marks(folder) == before
    found = publish(run, moved, folder)
    event = events(found["an-event.dates@here.ics"])["an-event/dates"]
    assert (days(event)[0], event["SEQUENCE"]) == (date(2027, 5, 8), 1)
    after = marks(folder)
    assert after["a-call.first@here.ics"] == before["a-call.first@here.ics"]
    assert set(after) == set(before)


def test_ours_are_cancelled_and_go_and_foreign_files_stay(run: Run, registry: Write, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    publish(run, registry(CALL + EVENT), folder)
    foreign = {
        "mine.ics": b"BEGIN:VCALENDAR\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR\r\n",
        "other.thing.ics": b"not a calendar",
        "color": b"#ff0000",
        # ours, copied by hand under another name
        "a-copy.first@here.ics": (folder / "a-call.first@here.ics").read_bytes(),
    }
    for name, data in foreign.items():
        (folder / name).write_bytes(data)
    found = publish(run, registry(CALL), folder)
    assert events(found["an-event.dates@here.ics"])["an-event/dates"]["STATUS"] == "CANCELLED"
    found = publish(run, registry(CALL), folder, "--as-of", "2027-01-22")
    assert found.keys() == foreign.keys() | {"a-call.first@here.ics"}
    publish(run, registry('schema = 1\nname = "here"'), folder, "--as-of", "2027-01-22")
    found = publish(run, registry('schema = 1\nname = "here"'), folder, "--as-of", "2027-05-22")
    assert found == foreign


def test_a_foreign_file_in_the_way_is_named_and_left(run: Run, registry: Write, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    (folder / "an-event.dates@here.ics").write_bytes(b"mine")
    ran = run("export", "vdir", folder, "-r", registry(CALL + EVENT), *THEN)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert "foreign-calendar: an-event.dates@here.ics" in ran.err
    assert (folder / "an-event.dates@here.ics").read_bytes() == b"mine"
    assert (folder / "a-call.first@here.ics").exists()
    assert set(publish(run, registry(CALL + EVENT), folder, "--force", *THEN)) == {
        "a-call.first@here.ics", "an-event.dates@here.ics",
    }  # fmt: skip


def test_a_file_of_ours_that_is_cut_off_is_named_and_left(run: Run, registry: Write, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    publish(run, registry(CALL), folder)
    file = folder / "a-call.first@here.ics"
    file.write_bytes(file.read_bytes()[:-40])
    cut = file.read_bytes()
    ran = run("export", "vdir", folder, "-r", registry(CALL), *THEN)
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert "broken-calendar" in ran.err
    assert file.read_bytes() == cut


def test_what_only_failed_to_load_is_not_gone(run: Run, registry: Write, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    before = publish(run, registry(CALL + EVENT), folder)
    broken = registry(CALL + EVENT.replace("2027-05-01", '"soon"'))
    assert run("export", "vdir", folder, "-r", broken, *THEN).code == 3
    assert contents(folder) == before
    os.chdir(tmp_path / "home")
    assert run("export", "vdir", folder, *THEN).code == 3
    assert contents(folder) == before


def test_a_folder_that_cannot_be(run: Run, registry: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "vdir"):
        ran = run("export", "vdir", folder, "-r", registry(CALL), *THEN)
        assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)


def khal(tmp_path: Path, folder: Path, first: str, days: int) -> str:
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[calls]]\npath = {folder}\n[locale]\nlocal_timezone = Europe/Brussels\n"
        "default_timezone = Europe/Brussels\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
    )
    done = subprocess.run(
        [
            BIN / "khal", "-c", config, "list", "--format", "{start-date} {start-time}|{end-date}|{uid}",
            "--day-format", "", "--once", first, f"{days}d",
        ],
        capture_output=True, check=True, timeout=60, text=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("registry", "when", "first"), [(EVERY, THEN, "2026-11-22"), (BUNDLED, AS_OF, "2016-12-01")]
)
def test_khal_shows_the_same_events_on_the_same_days(
    run: Run, tmp_path: Path, registry: Path, when: tuple[str, ...], first: str
) -> None:
    folder = tmp_path / "vdir"
    publish(run, registry, folder, *when)
    shown = {}
    for line in khal(tmp_path, folder, first, 900).splitlines():
        if line.strip():
            begins, ends, uid = line.split("|")
            shown[key_of(uid)] = (begins.strip(), ends)
    published = events(run("export", "ics", "-r", registry, *when).out)
    published.pop("dates/later", None)  # beyond the days listed
    assert set(shown) == set(published)
    for uid, event in published.items():
        start, end = days(event)
        if isinstance(start, datetime):
            assert shown[uid][0] == f"{start.astimezone(ZONE):%Y-%m-%d %H:%M}", uid
        else:
            assert shown[uid] == (str(start), str(date.fromordinal(end.toordinal() - 1))), uid


def test_vdirsyncer_reads_every_item(run: Run, tmp_path: Path) -> None:
    from vdirsyncer.vobject import Item, split_collection

    folder = tmp_path / "vdir"
    found = publish(run, EVERY, folder)
    for name, data in found.items():
        item = Item(data.decode())
        assert item.parsed is not None
        assert f"{item.uid}.ics" == name
    whole = run("export", "ics", "-r", EVERY, *THEN).out
    assert {key_of(Item(each).uid) for each in split_collection(whole)} == set(events(whole))


OWN_ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:mine\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\n"


def test_a_persons_own_alarm_and_tick_stay_there(run: Run, registry: Write, tmp_path: Path) -> None:
    folder = tmp_path / "both"

    def published(text: str, lead: str) -> dict[str, bytes]:
        for todo in ((), ("--todo",)):
            publish(run, registry(text), folder, *THEN, "--alarms", lead, *todo)
        return contents(folder)

    for name, data in published(CALL, "7d").items():
        kind = b"VTODO" if ".todo@" in name else b"VEVENT"
        theirs = data.replace(b"END:%s\r" % kind, b"%sEND:%s\r" % (OWN_ALARM, kind))
        (folder / name).write_bytes(theirs.replace(b"NEEDS-ACTION", b"COMPLETED"))
    before = marks(folder)
    published(CALL, "7d")
    assert marks(folder) == before
    moved = published(CALL.replace("04-04", "04-08"), "3d")
    assert set(moved) == {"a-call.first@here.ics", "a-call.first.todo@here.ics"}
    for name, data in moved.items():
        assert b"20270408" in data, name
        assert (data.count(b"BEGIN:VALARM"), data.count(b"DESCRIPTION:mine")) == (2, 1)
        assert (data.count(b"TRIGGER:-P2DT15H") + data.count(b"RELATED=END:-P2DT15H"), lint(data)) == (1, [])
    assert b"STATUS:COMPLETED" in moved["a-call.first.todo@here.ics"]
