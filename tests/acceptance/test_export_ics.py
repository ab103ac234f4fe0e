"""`clustercalls export ics`, as it is typed."""

import os
import pty
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from calendars import days, events, key_of, lint, texts
from conftest import BUNDLED, Run

AS_OF = ("--as-of", "2016-12-02")
EVERY = Path(__file__).with_name("every.toml")
THEN = ("--as-of", "2026-11-22")
Write = Callable[[str], Path]

TWO_STAGES = """
schema = 1
[[call]]
id = "a-call"
title = "A call"
checked = 2026-01-15
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-04
[[call.stage]]
id = "second"
kind = "deadline"
when = "2027-09"
"""
MOVED = """
[[call.history]]
stage = "first"
was = 2027-04-04
noticed = 2026-12-01
why = "mail of the agency"
"""
OTHER = """
[[event]]
id = "an-event"
title = "An event"
starts = 2027-05-01
"""


def export(run: Run, registry: Path, *arguments: object) -> str:
    ran = run("export", "ics", "-r", registry, *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert lint(ran.out.encode()) == []
    return ran.out


def written(run: Run, registry: Path, file: Path, *arguments: object) -> bytes:
    ran = run("export", "ics", "-r", registry, "-o", file, *(arguments or THEN))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    data = file.read_bytes()
    assert lint(data) == []
    return data


def test_the_bundled_registry(run: Run) -> None:
    found = events(export(run, BUNDLED, *AS_OF))
    assert days(found["innosup-1-2017/first"]) == (date(2017, 4, 4), date(2017, 4, 5))
    formal = found["escp-s3-formal-2017/published"]
    assert days(formal) == (date(2017, 2, 1), date(2017, 4, 1))
    assert formal["STATUS"] == "TENTATIVE"
    assert "expected Feb–Mar 2017 [2017-02/2017-03]" in formal["SUMMARY"]
    assert [days(each) for uid, each in found.items() if uid.startswith("cluster-conference-2016/")] == [
        (date(2016, 12, 1), date(2016, 12, 3))
    ]


def test_the_lines_that_the_issue_names(run: Run) -> None:
    out = export(run, BUNDLED, *AS_OF)
    for line in (
        "DTSTART;VALUE=DATE:20170404",
        "X-WR-TIMEZONE:Europe/Brussels",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "CALSCALE:GREGORIAN",
        "NAME:Funding calls",
        "X-WR-CALNAME:Funding calls",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "CLASS:PUBLIC",
        "LOCATION:Brussels",
    ):
        assert f"\r\n{line}\r\n" in out, line


def test_undated_ones_are_left_out_in_silence_on_a_pipe(run: Run) -> None:
    assert "innosup-1-2017/second" not in events(export(run, BUNDLED, *AS_OF))


DATES = {
    "every-kind/deadline": (datetime(2027, 4, 4, 15, tzinfo=UTC), datetime(2027, 4, 4, 15, 1, tzinfo=UTC)),
    "every-kind/published": (date(2026, 12, 1), date(2027, 1, 1)),
    "every-kind/interview": (date(2027, 3, 1), date(2027, 6, 1)),
    "zones/newyork": (datetime(2027, 3, 15, 21, tzinfo=UTC), datetime(2027, 3, 15, 21, 1, tzinfo=UTC)),
    "zones/aoe": (datetime(2027, 4, 7, 11, 59, tzinfo=UTC), datetime(2027, 4, 7, 11, 59, 59, tzinfo=UTC)),
    "zones/sydney": (datetime(2027, 4, 7, 7, tzinfo=UTC), datetime(2027, 4, 7, 7, 1, tzinfo=UTC)),
    "zones/fixed": (datetime(2027, 4, 8, 15, tzinfo=UTC), datetime(2027, 4, 8, 15, 1, tzinfo=UTC)),
    "zones/london": (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 0, 31, tzinfo=UTC)),
    "zones/gap": (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 0, 31, tzinfo=UTC)),
    "zones/santiago": (datetime(2027, 9, 9, 20, tzinfo=UTC), datetime(2027, 9, 9, 20, 1, tzinfo=UTC)),
    "dates/open-end": (date(2027, 1, 1), date(2027, 1, 2)),
    "dates/open-start": (date(2027, 5, 1), date(2027, 5, 2)),
    "dates/year": (date(2027, 1, 1), date(2027, 1, 2)),  # longer than 92 days
    "dates/quarter": (date(2027, 7, 1), date(2027, 10, 1)),  # 92 days
    "dates/relative": (date(2027, 11, 1), date(2028, 1, 31)),
    "conference/dates": (date(2027, 12, 1), date(2027, 12, 3)),
    "meeting/dates": (datetime(2027, 12, 1, 8, 30, tzinfo=UTC), datetime(2027, 12, 2, 12, tzinfo=UTC)),
}


@pytest.mark.parametrize("uid", DATES)
def test_where_dates_fall(run: Run, uid: str) -> None:
    event = events(export(run, EVERY, *THEN))[uid]
    assert days(event) == DATES[uid]


def test_exact_ones_have_their_zone_and_fixed_offsets_are_utc(run: Run) -> None:
    out = export(run, EVERY, *THEN)
    assert "DTSTART;TZID=Europe/Brussels:20270404T170000\r\nDTEND;TZID=Europe/Brussels:20270404T170100" in out
    assert "DTSTART;TZID=Etc/GMT+12:20270406T235900" in out
    assert "DTSTART:20270408T150000Z\r\nDTEND:20270408T150100Z" in out
    zones = re.findall(r"BEGIN:VTIMEZONE\r\nTZID:(\S+)", out)
    assert zones == sorted(set(zones))
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in out


def test_windows(run: Run) -> None:
    uid = "every-kind/registration"
    found = {
        how: events(export(run, EVERY, *THEN, "--windows", how)) for how in ("span", "start", "end", "skip")
    }
    assert days(found["span"][uid]) == (date(2027, 1, 1), date(2027, 3, 1))
    assert days(found["start"][uid]) == (date(2027, 1, 1), date(2027, 1, 2))
    assert days(found["end"][uid]) == (date(2027, 2, 28), date(2027, 3, 1))
    assert uid not in found["skip"]
    assert {each["STATUS"] for each in found["skip"].values() if "SUMMARY" in each} <= {
        "CONFIRMED",
        "TENTATIVE",
    }
    assert "every-kind/deadline" in found["skip"]


def test_alarms(run: Run) -> None:
    found = events(export(run, EVERY, *THEN, "--alarms", "7d,1d,1w"))

    def triggers(uid: str) -> list[timedelta]:
        return [each["TRIGGER"].dt for each in found[uid].walk("VALARM")]

    nine = timedelta(hours=9)
    assert triggers("conference/dates") == [nine - timedelta(days=7), nine - timedelta(days=1)]
    eight = timedelta(hours=-8)  # before 17:00
    assert triggers("zones/brussels") == [eight - timedelta(days=7), eight - timedelta(days=1)]
    # its own `warn` wins: 30d, 1w, 0d
    assert triggers("every-kind/deadline") == [eight - timedelta(days=30), eight - timedelta(days=7), eight]
    assert triggers("every-kind/opens") == [nine - timedelta(days=30), nine - timedelta(days=7), nine]
    assert not any(
        each.walk("VALARM") for uid, each in events(export(run, EVERY, *THEN)).items() if "every" not in uid
    )


def test_an_alarm_of_a_doubtful_date_rings_before_its_earliest_day(run: Run) -> None:
    out = export(run, EVERY, *THEN, "--windows", "end", "--alarms", "7d", "-s", "ogni tipo")
    event = events(out)["every-kind/registration"]
    assert days(event)[0] == date(2027, 2, 28)
    month = event.walk("VALARM")[0]["TRIGGER"].dt
    assert datetime(2027, 2, 28) + month == datetime(2026, 12, 2, 9)  # noqa: DTZ001 - 30 days before 1 January
    assert "TRIGGER:-P6DT15H" in export(run, EVERY, *THEN, "--alarms", "7d", "--kind", "event")


def test_one_entry_has_no_name_and_a_name_asked_for_stands(run: Run) -> None:
    one = export(run, BUNDLED, *AS_OF, "-s", "innosup-1-2017")
    assert "NAME" not in one.split("BEGIN:VEVENT")[0]
    named = export(run, BUNDLED, *AS_OF, "-s", "innosup-1-2017", "--name", "Innosup; ours, all")
    assert "\r\nNAME:Innosup\\; ours\\, all\r\nX-WR-CALNAME:Innosup\\; ours\\, all\r\n" in named
    empty = export(run, BUNDLED, "--as-of", "2026-12-02")
    assert "VEVENT" not in empty
    assert "X-WR-CALNAME:Funding calls" in empty


def test_filters_and_the_past(run: Run) -> None:
    assert list(events(export(run, EVERY, *THEN, "--kind", "event", "2027-12"))) == [
        "conference/dates", "meeting/dates",
    ]  # fmt: skip
    later = ("--as-of", "2027-12-02T20:00")
    assert "conference/dates" in events(export(run, EVERY, *later))
    assert "meeting/dates" not in events(export(run, EVERY, *later))
    both = events(export(run, EVERY, *later, "--past"))
    assert {"conference/dates", "meeting/dates", "dates/later"} <= set(both)
    assert "every-kind/internal" in events(export(run, EVERY, *THEN))
    assert "every-kind/internal" not in events(export(run, EVERY, *THEN, "--no-internal"))


def test_in_italian(run: Run) -> None:
    out = export(run, BUNDLED, *AS_OF, "--lang", "it")
    assert "X-WR-CALNAME:Bandi" in out
    assert "previsto feb–mar 2017" in events(out)["escp-s3-formal-2017/published"]["SUMMARY"]


def test_the_description_says_what_to_do(run: Run) -> None:
    said = texts(events(export(run, EVERY, *THEN))["every-kind/deadline"])["DESCRIPTION"]
    for fact in (
        "Call: deadline (5 of 8)",
        "When: Sun 4 Apr 2027 17:00 Brussels",
        "Moved; before: Sun 28 Mar 2027 (noticed Tue 10 Nov 2026, mail of the agency)",
        "Several\nlines; with, commas",
        "Budget: 18.5 M€",
        "Grants: 8 × 350 k€",
        "Funding: 75 % for SMEs, and others; all",
        "Condition: One, two; three",
        "Contact: Ufficio, a@example.org, +39 080 1",
        'Source: Work programme; with, marks\\ and "quotes", about Oct 2026, https://example.org/wp?a=1,2;b=3',
        "Confirmed: Sun 1 Nov 2026",
        "Link: https://example.org/calls/1?x=1,2;y=3",
    ):
        assert fact in said, fact
    assert "opens" not in said


def test_stamps_and_sequence_come_from_the_registry(run: Run, registry: Write) -> None:
    plain = events(export(run, registry(TWO_STAGES), *THEN))["a-call/first"]
    assert (plain["DTSTAMP"].dt, plain["SEQUENCE"]) == (datetime(2026, 1, 15, tzinfo=UTC), 0)
    moved = events(export(run, registry(TWO_STAGES + MOVED), *THEN))
    assert moved["a-call/first"]["DTSTAMP"].dt == datetime(2026, 12, 1, tzinfo=UTC)
    assert moved["a-call/first"]["LAST-MODIFIED"].dt == datetime(2026, 12, 1, tzinfo=UTC)
    assert [moved[uid]["SEQUENCE"] for uid in ("a-call/first", "a-call/second")] == [1, 0]
    bare = export(run, registry(TWO_STAGES.replace("checked = 2026-01-15", "")), *THEN)
    assert "DTSTAMP:19700101T000000Z" in bare
    assert key_of(moved["a-call/first"]["RELATED-TO"]) == "a-call/second"


def test_twice_is_the_same_bytes_and_an_untouched_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    first = written(run, EVERY, file)
    before = file.stat()
    assert written(run, EVERY, file) == first
    after = file.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert export(run, EVERY, *THEN).encode() == first
    assert export(run, EVERY, "--as-of", "2026-11-30").encode() == first
    assert list(tmp_path.glob("*.tmp")) == []


def test_reordering_entries_changes_nothing(run: Run, registry: Write) -> None:
    one = export(run, registry(TWO_STAGES + OTHER), *THEN)
    assert export(run, registry("schema = 1" + OTHER + TWO_STAGES.replace("schema = 1", "")), *THEN) == one


def test_a_date_changed_by_hand_moves_and_does_not_double(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    before = events(written(run, registry(TWO_STAGES), file))
    changed = registry(TWO_STAGES.replace("2027-04-04", "2027-04-06"))
    data = written(run, changed, file)
    after = events(data)
    assert list(before) == list(after)
    first = after["a-call/first"]
    assert days(first) == (date(2027, 4, 6), date(2027, 4, 7))
    assert (before["a-call/first"]["SEQUENCE"], first["SEQUENCE"]) == (0, 1)
    assert first["DTSTAMP"].dt > before["a-call/first"]["DTSTAMP"].dt
    assert after["a-call/second"] == before["a-call/second"]
    assert written(run, changed, file) == data
    back = events(written(run, registry(TWO_STAGES), file))["a-call/first"]
    assert back["SEQUENCE"] == 2


def test_a_move_says_the_old_date(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES), file)
    moved = registry(TWO_STAGES.replace("2027-04-04", "2027-04-06") + MOVED)
    first = events(written(run, moved, file))["a-call/first"]
    assert first["SEQUENCE"] == 1
    assert "before: Sun 4 Apr 2027" in first["DESCRIPTION"]
    assert first["DTSTAMP"].dt == datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "word"),
    [
        pytest.param(TWO_STAGES, "Withdrawn", id="the entry is gone"),
        pytest.param(
            TWO_STAGES
            + OTHER.replace('"An event"', '"An event"\n[[event.stage]]\nid="x"\nkind="dates"').replace(
                "starts = 2027-05-01", ""
            ),
            "Withdrawn",
            id="its stage is gone",
        ),
    ],
)
def test_what_is_gone_is_cancelled_for_sixty_days(
    run: Run, registry: Write, tmp_path: Path, left: str, word: str
) -> None:
    file = tmp_path / "calls.ics"
    before = events(written(run, registry(TWO_STAGES + OTHER), file, "--alarms", "7d", *THEN))[
        "an-event/dates"
    ]
    data = written(run, registry(left), file, "--alarms", "7d", *THEN)
    gone = events(data)["an-event/dates"]
    assert (gone["STATUS"], gone["SEQUENCE"], before["SEQUENCE"]) == ("CANCELLED", 1, 0)
    assert days(gone) == days(before)
    assert gone["SUMMARY"] == f"{word}: An event"
    assert not gone.walk("VALARM")
    assert written(run, registry(left), file, "--alarms", "7d", *THEN) == data
    assert written(run, registry(left), file, "--alarms", "7d", "--as-of", "2027-01-21") == data
    assert "an-event/dates" not in events(written(run, registry(left), file, "--as-of", "2027-01-22"))


@pytest.mark.parametrize("status", ["cancelled", "exhausted"])
def test_a_cancelled_call_is_cancelled_and_may_come_back(
    run: Run, registry: Write, tmp_path: Path, status: str
) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES + OTHER), file)
    ended = TWO_STAGES.replace('title = "A call"', f'title = "A call"\nstatus = "{status}"') + OTHER
    first = events(written(run, registry(ended), file))["a-call/first"]
    assert (first["STATUS"], first["SEQUENCE"]) == ("CANCELLED", 1)
    assert first["SUMMARY"] == f"{status.capitalize()}: A call · first stage"
    again = events(written(run, registry(TWO_STAGES + OTHER), file))["a-call/first"]
    assert (again["STATUS"], again["SEQUENCE"], again["SUMMARY"]) == ("CONFIRMED", 2, "A call · first stage")


def test_a_cancelled_stage_and_a_date_withdrawn(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES), file)
    less = TWO_STAGES.replace('when = "2027-09"', 'when = "2027-09"\ncancelled = true').replace(
        "when = 2027-04-04", ""
    )
    found = events(written(run, registry(less), file))
    assert {uid: (str(each["STATUS"]), str(each["SUMMARY"])[:9]) for uid, each in found.items()} == {
        "a-call/first": ("CANCELLED", "Withdrawn"),
        "a-call/second": ("CANCELLED", "Cancelled"),
    }


def test_past_and_deselected_ones_are_just_left_out(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES + OTHER), file)
    assert list(events(written(run, registry(TWO_STAGES + OTHER), file, *THEN, "--kind", "event"))) == [
        "an-event/dates"
    ]
    later = ("--as-of", "2027-06-01")
    assert list(events(written(run, registry(TWO_STAGES + OTHER), file, *later))) == ["a-call/second"]
    # over, and then gone too
    written(run, registry(TWO_STAGES + OTHER), file, *THEN)
    assert list(events(written(run, registry(TWO_STAGES), file, *later))) == ["a-call/second"]


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(OTHER.replace("2027-05-01", '"2027-13-01"'), id="one entry"),
        pytest.param("[[event]]\nid = ", id="the file"),
        pytest.param(OTHER.replace("[[event]]", "[[evnt]]"), id="its table"),
    ],
)
def test_what_only_failed_to_load_is_not_gone(run: Run, registry: Write, tmp_path: Path, broken: str) -> None:
    file = tmp_path / "calls.ics"
    before = events(written(run, registry(TWO_STAGES + OTHER), file))
    ran = run("export", "ics", "-r", registry(TWO_STAGES + broken), "-o", file, *THEN)
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert lint(file.read_bytes()) == []
    assert events(file.read_bytes())["an-event/dates"] == before["an-event/dates"]


def test_a_missing_registry_cancels_nothing(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    before = written(run, registry(TWO_STAGES), file)
    assert run("export", "ics", "-r", tmp_path / "nowhere.toml", "-o", file, *THEN).code == 3
    assert file.read_bytes() == before
    os.chdir(tmp_path / "home")
    ran = run("export", "ics", "-o", file, *THEN)
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert file.read_bytes() == before


def test_an_entry_that_makes_no_event_is_named_with_its_line(run: Run, registry: Write) -> None:
    path = registry(TWO_STAGES + OTHER.replace('"An event"', '"\\u0001"'))
    ran = run("export", "ics", "-r", path, *THEN)
    assert ran.code == 3
    assert list(events(ran.out)) == ["a-call/first", "a-call/second"]
    line = path.read_text().split("\n").index("[[event]]") + 1
    assert ran.err.startswith(f"{path}:{line}: unfit-event: an-event: dates: ")
    far = registry(TWO_STAGES.replace("checked", 'warn = ["9999y"]\nchecked'))
    assert run("export", "ics", "-r", far, *THEN).code == 3


def test_an_event_that_became_unfit_stays_as_it_was(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    before = written(run, registry(TWO_STAGES + OTHER), file)
    ran = run(
        "export",
        "ics",
        "-r",
        registry(TWO_STAGES + OTHER.replace('"An event"', '"\\u0001"')),
        "-o",
        file,
        *THEN,
    )
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "code"),
    [
        pytest.param(b"my diary\n", "foreign-calendar", id="no calendar"),
        pytest.param(b"\xff\xfe\x00", "foreign-calendar", id="not text"),
        pytest.param(
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR\r\n",
            "foreign-calendar",
            id="foreign",
        ),
        pytest.param("tasks", "foreign-calendar", id="our tasks"),
        pytest.param(b"", "broken-calendar", id="empty"),
        pytest.param("cut", "broken-calendar", id="cut off"),
        pytest.param("middle", "broken-calendar", id="an end lost in the middle"),
        pytest.param("last", "broken-calendar", id="the last end lost"),
        pytest.param("uid", "broken-calendar", id="without UID"),
        pytest.param("twice", "broken-calendar", id="an event twice"),
    ],
)
def test_an_old_file_that_is_not_ours_or_broken_is_refused_unless_forced(
    run: Run, registry: Write, tmp_path: Path, old: bytes | str, code: str
) -> None:
    file, path = tmp_path / "calls.ics", registry(TWO_STAGES)
    good = written(run, path, file)
    event = good[good.index(b"BEGIN:VEVENT") : good.index(b"END:VEVENT") + 12]
    if old == "tasks":
        run("export", "todo", "-r", path, "-o", tmp_path / "tasks.ics", *THEN)
        old = (tmp_path / "tasks.ics").read_bytes()
    made = {
        "cut": good[:-60],
        "middle": good.replace(b"END:VEVENT\r\n", b"", 1),
        "last": good.removesuffix(b"END:VEVENT\r\nEND:VCALENDAR\r\n") + b"END:VCALENDAR\r\n",
        "uid": re.sub(rb"UID:a-call\.first@\w+\r\n", b"", good),
        "twice": good.replace(event, event * 2),
    }
    data = made[old] if isinstance(old, str) else old
    file.write_bytes(data)
    ran = run("export", "ics", "-r", path, "-o", file, *THEN)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert code in ran.err
    assert file.read_bytes() == data
    assert run("export", "ics", "-r", path, "-o", file, "--force", *THEN).code == 0
    assert file.read_bytes() == good


def test_an_old_file_with_other_line_ends_is_the_same_calendar(
    run: Run, registry: Write, tmp_path: Path
) -> None:
    file = tmp_path / "calls.ics"
    good = written(run, registry(TWO_STAGES), file)
    file.write_bytes(good.replace(b"\r\n", b"\n"))
    assert written(run, registry(TWO_STAGES), file) == good


def test_an_unwritable_target_is_one_line_and_exit_4(run: Run, registry: Write, tmp_path: Path) -> None:
    path = registry(TWO_STAGES)
    for target in (tmp_path / "no" / "such.ics", tmp_path):
        ran = run("export", "ics", "-r", path, "-o", target, *THEN)
        assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1), target


def test_a_link_stays_a_link_and_a_pipe_is_written_to(
    run: Run, process: Run, registry: Write, tmp_path: Path
) -> None:
    real, link = tmp_path / "real.ics", tmp_path / "link.ics"
    link.symlink_to(real)
    assert written(run, registry(TWO_STAGES), link) == real.read_bytes()
    assert link.is_symlink()
    ran = process("export", "ics", "-r", registry(TWO_STAGES), "-o", "/dev/stdout", *THEN)
    assert (ran.code, ran.out) == (0, real.read_bytes().decode())


@pytest.mark.parametrize(
    "wrong",
    [
        ("--alarms", "soon"),
        ("--alarms", "7d,-1d"),
        ("--windows", "spam"),
        ("--programme", "X"),
        ("yesterday",),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(run: Run, wrong: tuple[str, ...]) -> None:
    ran = run("export", "ics", "-r", BUNDLED, *AS_OF, *wrong)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_the_examples_of_the_help_run(run: Run, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    for command in ("ics", "todo"):
        said = re.search(r"Example: clustercalls (.*)", run("export", command, "--help").out)
        assert said
        assert run(*said[1].strip(" │").split(), "-r", BUNDLED, *AS_OF).code == 0


def test_a_cancelled_call_asked_for_is_cancelled_and_rings_no_more(run: Run, registry: Write) -> None:
    ended = registry(TWO_STAGES.replace('title = "A call"', 'title = "A call"\nstatus = "cancelled"'))
    assert events(export(run, ended, *THEN)) == {}
    found = events(export(run, ended, *THEN, "--status", "cancelled", "--alarms", "7d"))
    first = found["a-call/first"]
    assert (first["STATUS"], first["SUMMARY"]) == ("CANCELLED", "Cancelled: A call · first stage")
    assert not first.walk("VALARM")
    assert not events(export(run, ended, *THEN, "--status", "cancelled"))["a-call/second"].walk("VALARM")


@pytest.mark.parametrize(
    ("when", "end"),
    [("2027-07-01/2027-09-30", date(2027, 10, 1)), ("2027-07-01/2027-10-01", date(2027, 7, 2))],
    ids=["92 days", "93 days"],
)
def test_the_longest_window(run: Run, registry: Write, when: str, end: date) -> None:
    found = events(export(run, registry(TWO_STAGES.replace("2027-09", when)), *THEN))
    assert days(found["a-call/second"]) == (date(2027, 7, 1), end)


@pytest.mark.parametrize("command", ["ics", "vdir"])
def test_a_full_disk_leaves_the_old_calendar(
    run: Run, process: Run, registry: Write, tmp_path: Path, command: str
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    where = ("-o", folder / "calls.ics") if command == "ics" else (folder,)
    assert run("export", command, *where, "-r", registry(TWO_STAGES), *THEN).code == 0
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    longer = registry(TWO_STAGES.replace("A call", "A call" + " and more" * 200))

    def fills_up() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500, 1_500))

    ran = process("export", command, *where, "-r", longer, *THEN, preexec_fn=fills_up)
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1), ran
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    assert run("export", command, *where, "-r", longer, *THEN).code == 0
    assert all(b"and more" in each.read_bytes() for each in folder.iterdir())


def test_undated_ones_are_told_on_a_terminal_only(registry: Write) -> None:
    undated = registry(TWO_STAGES.replace('when = "2027-09"', ""))
    here, there = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "clustercalls", "export", "ics", "-r", undated, *THEN],
        stdout=subprocess.PIPE, stderr=there, check=True, timeout=60,
    )  # fmt: skip
    os.close(there)
    assert lint(done.stdout) == []
    assert os.read(here, 1000).decode().strip() == "Left out because they have no date: 1"
    os.close(here)


def test_half_a_span_of_hours_is_a_span_of_days(run: Run, registry: Write) -> None:
    mixed = "\n[[event]]\nid = 'mixed'\ntitle = 'Mixed'\nstarts = 2027-05-01T09:00:00\nends = 2027-05-02\n"
    found = events(export(run, registry(TWO_STAGES + mixed), *THEN))
    assert days(found["mixed/dates"]) == (date(2027, 5, 1), date(2027, 5, 3))


PAST = ("--as-of", "2027-05-01")
EXTENDED = TWO_STAGES.replace("2027-04-04", "2027-06-04")


@pytest.mark.parametrize(
    "left_out", [PAST, (*THEN, "--stage", "published")], ids=["over", "not selected"]
)  # fmt: skip
def test_what_comes_back_after_it_was_left_out_has_a_higher_sequence(
    run: Run, registry: Write, tmp_path: Path, left_out: tuple[str, ...]
) -> None:
    file = tmp_path / "calls.ics"
    opens = "checked = 2026-01-15\npublished = 2027-05-20"
    text = TWO_STAGES.replace("checked = 2026-01-15", opens)
    written(run, registry(text), file)
    for title in ("A good call", "A better call"):
        written(run, registry(text.replace("A call", title)), file)
    before = events(file.read_bytes())["a-call/first"]
    assert before["SEQUENCE"] == 2
    without = written(run, registry(text), file, *left_out)
    assert "a-call/first" not in events(without)
    assert written(run, registry(text), file, *left_out) == without
    data = written(run, registry(text.replace("2027-04-04", "2027-06-04")), file, *PAST)
    back = events(data)["a-call/first"]
    assert back["SEQUENCE"] > before["SEQUENCE"]
    assert back["DTSTAMP"].dt > before["DTSTAMP"].dt
    assert back["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert written(run, registry(text.replace("2027-04-04", "2027-06-04")), file, *PAST) == data


def test_what_was_cancelled_long_ago_comes_back_with_a_higher_sequence(
    run: Run, registry: Write, tmp_path: Path
) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES + OTHER), file)
    cancelled = events(written(run, registry(TWO_STAGES), file))["an-event/dates"]
    written(run, registry(TWO_STAGES), file, "--as-of", "2027-01-22")
    later = written(run, registry(TWO_STAGES), file, "--as-of", "2027-02-22")
    assert "an-event/dates" not in events(later)
    back = events(written(run, registry(TWO_STAGES + OTHER), file, "--as-of", "2027-02-22"))["an-event/dates"]
    assert back["SEQUENCE"] > cancelled["SEQUENCE"]
    assert back["DTSTAMP"].dt > cancelled["DTSTAMP"].dt


def test_force_keeps_the_memory_of_a_file_that_is_ours(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES), file)
    written(run, registry(EXTENDED), file)
    data = file.read_bytes()
    assert written(run, registry(EXTENDED), file, "--force", *THEN) == data
    assert events(data)["a-call/first"]["SEQUENCE"] == 1


def test_a_memory_that_makes_no_sense_is_a_broken_calendar(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    written(run, registry(TWO_STAGES), file)
    good = written(run, registry(TWO_STAGES), file, *PAST)
    assert b"\r\nX-CLUSTERCALLS-LEFT:0\r\n" in good
    for bad in (
        good.replace(b"LEFT:0", b"LEFT:many"),
        good.replace(b"DTSTAMP:2026", b"DTSTAMP:9999"),
        good.replace(b"DTSTAMP:20260115", b"DTSTAMP:20269915"),
        good.replace(b"\r\nSEQUENCE", b"\r\nX-CLUSTERCALLS-CANCELLED;VALUE=DATE:20261399\r\nSEQUENCE"),
        good.replace(b"LAST-MODIFIED:2026", b"LAST-MODIFIED:soon", 1),
    ):
        file.write_bytes(bad)
        ran = run("export", "ics", "-r", registry(EXTENDED), "-o", file, *PAST)
        assert (ran.code, ran.err.count("\n"), "broken-calendar" in ran.err) == (3, 1, True), bad[:400]


def before_names_had_a_part(data: bytes) -> bytes:
    """The calendar as it was published before: `ENTRY/STAGE` for a UID."""
    return re.sub(rb"(UID|SIBLING):(a-call|an-event)\.(\w+)@\w+", rb"\1:\2/\3", data)


def test_a_calendar_of_before_gets_names_of_now_and_nothing_is_cancelled(
    run: Run, registry: Write, tmp_path: Path
) -> None:
    file, path = tmp_path / "calls.ics", registry(TWO_STAGES + OTHER)
    now = written(run, path, file)
    file.write_bytes(before_names_had_a_part(now))
    assert b"UID:a-call/first\r\n" in file.read_bytes()
    assert written(run, path, file) == now
    file.write_bytes(before_names_had_a_part(now))
    gone = events(written(run, registry(TWO_STAGES), file))  # withdrawn in the same run
    assert [uid for uid, each in gone.items() if each["STATUS"] == "CANCELLED"] == ["an-event/dates"]


def test_a_calendar_keeps_the_part_it_was_begun_with(run: Run, registry: Write, tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    part = re.search(rb"UID:a-call\.first@([0-9a-f]{8})\r\n", written(run, registry(TWO_STAGES), file))
    assert part
    named = TWO_STAGES.replace("schema = 1", 'schema = 1\nname = "office-puglia"')
    assert f"UID:a-call.first@{part[1].decode()}\r\n".encode() in written(run, registry(named + OTHER), file)
    assert b"office-puglia" not in file.read_bytes()
    assert "UID:a-call.first@office-puglia\r\n" in export(run, registry(named), *THEN)


def test_two_offices_with_equal_ids_have_no_uid_in_common(run: Run, tmp_path: Path) -> None:
    found = []
    for office in ("a", "b"):
        path = tmp_path / office / "calls.toml"
        path.parent.mkdir()
        path.write_text(TWO_STAGES.replace("A call", f"The call of {office}"))
        data = export(run, path, *THEN)
        assert data == export(run, path.parent / ".." / office / "calls.toml", *THEN)
        found.append(set(re.findall(r"^UID:(\S+)", data, re.MULTILINE)))
    one, other = found
    assert (len(one), one & other) == (2, set())


def test_a_zone_without_a_rule_has_its_turns_in_the_years_in_use(run: Run, registry: Write) -> None:
    text = TWO_STAGES.replace(
        "when = 2027-04-04", 'when = 2027-04-04\nat = "17:00"\nzone = "America/Santiago"'
    )
    out = export(run, registry(text), *THEN)
    assert "DTSTART;TZID=America/Santiago:20270404T170000\r\n" in out
    assert "TZID:America/Santiago\r\n" in out
    [(_, first), _] = sorted(events(out).items())
    assert first["DTSTART"].dt.astimezone(UTC) == datetime(2027, 4, 4, 21, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Rome", "Africa/Cairo", "AoE"])
def test_an_empty_calendar_holds_the_zone_of_the_registry(
    run: Run, registry: Write, tmp_path: Path, zone: str
) -> None:
    path = registry(f'schema = 1\n[defaults]\nzone = "{zone}"')
    name = "Etc/GMT+12" if zone == "AoE" else zone
    file = tmp_path / "calls.ics"
    assert export(run, path, *THEN).count(f"\r\nTZID:{name}\r\n") == 1
    assert written(run, path, file).count(f"\r\nTZID:{name}\r\n".encode()) == 1
