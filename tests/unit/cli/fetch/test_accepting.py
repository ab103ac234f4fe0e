"""What is accepted is done as `move`, `set` and `follow` do it: one act, its reasons, and undo."""

import json
from datetime import date
from pathlib import Path

import tomli
from icalendar import Calendar

from conftest import Run
from portal import Portal, budget, pot

LATER = ("--as-of", "2026-12-01T09:00")


def test_every_act_is_one_act(run: Run, portal: Portal, followed: Path) -> None:
    before = followed.read_text()
    portal.moved("3TOPICSen", "2027-04-29")
    portal.told(
        "3TOPICSen", budgetOverview=budget(pot("HORIZON-CL3-2027-3 - RIA", "25000000", expectedGrants="4"))
    )
    portal.moved("8000TOPICSen", "2027-03-01", "2027-06-01", "2027-09-01", "2027-12-01")
    news = json.dumps([{"content": "The topic LIFE-2027-SIP-two-stage was cancelled."}])
    portal.told("7000TOPICSen", latestInfos=news)
    run("sync", "-r", followed, *LATER)
    assert run("review", "--accept", "all", "--dry-run", "-r", followed, *LATER).out.count("\n+") > 10
    assert followed.read_text() == before
    assert run("review", "--accept", "all", "-r", followed, *LATER) == (0, "", "")
    one, two, many = tomli.loads(followed.read_text())["call"]
    assert (one["budget"], one["grants"], str(one["checked"])) == (25_000_000, {"number": 4}, "2026-12-01")
    assert str(one["stage"][0]["when"]) == "2027-04-29 17:00:00"
    assert (two["status"], two["history"][0]["why"]) == (
        "cancelled",
        "The topic LIFE-2027-SIP-two-stage was cancelled.",
    )
    assert [each["id"] for each in many["stage"]] == [f"cut-off-{number}" for number in range(1, 5)]
    assert run("check", "-r", followed).code == 0
    run("undo", "-r", followed)
    assert followed.read_text() == before


def test_a_calendar_keeps_its_event(run: Run, portal: Portal, followed: Path, tmp_path: Path) -> None:
    def event() -> dict[str, object]:
        run("export", "ics", "-o", calendar, "-r", followed, *LATER)
        events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
        (mine,) = [each for each in events if "horizon-cl3" in str(each["UID"])]
        names = ("UID", "SEQUENCE")
        return {name: str(mine[name]) for name in names} | {"day": mine.decoded("DTSTART").date()}

    calendar = tmp_path / "calls.ics"
    old = event()
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    run("review", "--accept", "horizon", "-r", followed, *LATER)
    assert event() == {"UID": old["UID"], "SEQUENCE": "1", "day": date(2027, 4, 29)}


def test_at_another_zone_the_hour_is_that_of_the_source(run: Run, portal: Portal, followed: Path) -> None:
    run("set", "horizon/deadline", "when=2027-04-15 12:00", "zone=Europe/Athens", "-r", followed, *LATER)
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    run("review", "--accept", "horizon", "-r", followed, *LATER)
    shown = run("upcoming", "-r", followed, "-f", "json", *LATER).out
    assert "2027-04-29T17:00:00+02:00" in shown
    assert run("review", "-r", followed, *LATER) == (0, "", "")
