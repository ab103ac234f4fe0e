"""A milestone as a component: the same bytes for the same facts, and none that no reader could take."""

from datetime import date
from typing import Any

import pytest

from builders import entry, moved, stage
from calendars import component_of, lint
from clustercalls.calendar import component
from clustercalls.calendar.alarms import Ring
from clustercalls.calendar.component import NEVER, Component, Style, Unfit
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Status
from clustercalls.timeline import milestones


def made(each: Entry, kind: str = EVENT, place: int = 0, **style: Any) -> Component:  # noqa: ANN401 - its fields
    found = component.component(milestones(each)[place], Style(ENGLISH, "here", kind=kind, **style))
    assert found is not None
    return found


def lines(each: Component, *names: str) -> list[str]:
    return [line for line in each.body if line.startswith(names)]


ONE = entry(stage("2027-04-04"))


@pytest.mark.parametrize(("kind", "uid"), [(EVENT, "a.deadline@here"), (TODO, "a.deadline.todo@here")])
def test_its_name(kind: str, uid: str) -> None:
    assert made(ONE, kind).uid == uid


@pytest.mark.parametrize(
    ("each", "stamp"),
    [
        (ONE, NEVER),
        (entry(stage("2027-04-04"), source="2026-12"), "20261201T000000Z"),
        (entry(stage("2027-04-04"), source="../2026-12"), "20261231T000000Z"),
        (entry(stage("2027-04-04"), source="2026-12", checked=date(2027, 1, 2)), "20270102T000000Z"),
        (entry(stage("2027-04-04"), history=(moved("deadline", "2027", "2027-01-03"),)), "20270103T000000Z"),
        (
            entry(stage("2027-04-04"), history=(moved("", "", "2027-01-04"),)),
            "20270104T000000Z",
        ),  # the status
        (entry(stage("2027-04-04"), history=(moved("other", "2027", "2027-01-05"),)), NEVER),
    ],
)
def test_when_it_was_last_revised(each: Entry, stamp: str) -> None:
    assert component.stamp(milestones(each)[0]) == made(each).stamp == stamp


def test_what_we_do_with_it_revises_nothing() -> None:
    row = moved("", was_track="go", noticed="2027-03-01")
    told = made(entry(stage("2027-04-04"), history=(row,), checked=date(2027, 1, 1)))
    assert (told.stamp, told.sequence) == ("20270101T000000Z", 0)


def test_how_often_it_was_revised() -> None:
    rows = (moved("deadline", "2027"), moved("deadline", "2026"), moved("other", "2025"))
    assert made(entry(stage("2027-04-04"), history=rows)).sequence == 2


@pytest.mark.parametrize(
    ("when", "status", "event", "todo"),
    [
        ("2027-04-04", None, "CONFIRMED", "NEEDS-ACTION"),
        ("2027-04", None, "TENTATIVE", "NEEDS-ACTION"),
        ("2027-04-04", Status.SUSPENDED, "TENTATIVE", "NEEDS-ACTION"),
        ("2027-04-04", Status.CANCELLED, "CANCELLED", "CANCELLED"),
        ("2027-04", Status.EXHAUSTED, "CANCELLED", "CANCELLED"),
    ],
)
def test_its_status_and_what_is_off_rings_no_more(
    when: str, status: Status | None, event: str, todo: str
) -> None:
    each = entry(stage(when), status=status)
    for kind, said in ((EVENT, event), (TODO, todo)):
        found = made(each, kind, ring=Ring(("1d",)))
        assert lines(found, "STATUS") == [f"STATUS:{said}"]
        assert bool(lines(found, "TRIGGER")) is (said != "CANCELLED")


@pytest.mark.parametrize(
    ("each", "event", "todo"),
    [
        (
            ONE,
            ["DTSTART;VALUE=DATE:20270404", "DTEND;VALUE=DATE:20270405"],
            ["DUE;VALUE=DATE:20270404"],
        ),
        (
            entry(stage("2027-04-04", "dates", until="2027-04-06"), kind="event"),
            ["DTSTART;VALUE=DATE:20270404", "DTEND;VALUE=DATE:20270407"],
            ["DTSTART;VALUE=DATE:20270404", "DUE;VALUE=DATE:20270406"],
        ),
        (
            entry(stage("2027-04-04", at="17:00")),
            ["DTSTART;TZID=Europe/Brussels:20270404T170000", "DTEND;TZID=Europe/Brussels:20270404T170100"],
            ["DUE;TZID=Europe/Brussels:20270404T170000"],
        ),
    ],
)
def test_an_event_ends_and_a_task_is_due(each: Entry, event: list[str], todo: list[str]) -> None:
    assert lines(made(each), "DT", "DUE") == event
    assert lines(made(each, TODO), "DT", "DUE") == todo
    assert bool(lines(made(each), "TRANSP")) > bool(lines(made(each, TODO), "TRANSP"))


def test_it_points_to_the_dated_stages_near_it() -> None:
    many = entry(
        stage("2027-01-01", name="s0"), stage(name="s1"), stage("2027-01-03", name="s2", cancelled=True),
        *(stage(f"2027-02-0{n}", name=f"s{n}") for n in range(3, 9)),
    )  # fmt: skip
    assert lines(made(many), "RELATED-TO") == [f"RELATED-TO;RELTYPE=SIBLING:a.s{n}@here" for n in (3, 4, 5)]
    assert lines(made(many, TODO), "RELATED-TO")[0].endswith(":a.s3.todo@here")
    assert lines(made(ONE), "RELATED-TO") == []


@pytest.mark.parametrize(
    ("kind", "place", "said"),
    [("event", "Rome, here", ["LOCATION:Rome\\, here"]), ("event", " \n", []), ("call", "Rome", [])],
)
def test_only_an_event_has_a_place(kind: str, place: str, said: list[str]) -> None:
    assert lines(made(entry(stage("2027-04-04"), kind=kind, place=place)), "LOCATION") == said


@pytest.mark.parametrize(
    ("each", "leads"),
    [
        (entry(stage("2027-04-04"), title="\x01 \u2028"), ()),
        (entry(stage("9999-12-31")), ()),
        (entry(stage("0001-01-02")), ("1y",)),
    ],
    ids=["no title", "after the last day", "before the first day"],
)
def test_what_makes_no_component(each: Entry, leads: tuple[str, ...]) -> None:
    with pytest.raises(Unfit):
        made(each, ring=Ring(leads))


def test_what_has_no_date_has_no_component() -> None:
    for each, windows in ((entry(stage()), "span"), (entry(stage("2027-04")), "skip")):
        assert component.component(milestones(each)[0], Style(ENGLISH, "here", windows)) is None


def test_its_bytes_with_this_revision_or_its_own() -> None:
    own, later = component.encoded(made(ONE)), component.encoded(made(ONE), 7, "20270501T000000Z")
    assert own.startswith(b"BEGIN:VEVENT\r\nUID:a.deadline@here\r\nDTSTAMP:19700101T000000Z\r\n")
    assert b"\r\nSEQUENCE:0\r\n" in own
    assert later.split(b"\r\n")[2:5] == [
        b"DTSTAMP:20270501T000000Z", b"LAST-MODIFIED:20270501T000000Z", b"SEQUENCE:7",
    ]  # fmt: skip
    assert own == component.encoded(made(ONE))


def test_no_control_character_is_let_through() -> None:
    bad = Component(EVENT, "a/b", 0, NEVER, (), ["SUMMARY:a\x07b"])
    with pytest.raises(Unfit):
        component.encoded(bad)


def test_a_calendar_of_one_has_its_zones_and_nothing_that_is_not_about_it() -> None:
    each = made(entry(stage("2027-04-04", at="17:00"), source="2026-12"))
    data = component.single(
        EVENT,
        component.encoded(each),
        [(name, 2027) for name in ("Europe/Rome", "Europe/Brussels", "Europe/Rome")],
    )
    assert [line for line in data.decode().split("\r\n") if line.startswith("TZID:")] == [
        "TZID:Europe/Brussels",
        "TZID:Europe/Rome",
    ]
    assert b"NAME" not in data.split(b"BEGIN:VTIMEZONE")[0]
    assert component_of(data) == component.encoded(each)
    assert lint(component.single(EVENT, component.encoded(each), each.zones)) == []


@pytest.mark.parametrize(
    ("name", "left", "said"),
    [
        ("", -1, []),
        ("Ours, all", 0, ["NAME:Ours\\, all", "X-WR-CALNAME:Ours\\, all", "X-CLUSTERCALLS-LEFT:0"]),
    ],
)
def test_the_head_of_a_calendar(name: str, left: int, said: list[str]) -> None:
    data = component.head(EVENT, name, "UTC+2", "20270101T000000Z", left).decode()
    found = [line for line in data.split("\r\n") if line.startswith(("NAME", "X-WR-CAL", "X-CLUSTER"))]
    assert found == said
    assert "\r\nX-WR-TIMEZONE:UTC\r\n" in data
    assert "\r\nLAST-MODIFIED:20270101T000000Z\r\n" in data


def test_the_newest_of_no_stamps_is_never() -> None:
    assert component.newest([]) == NEVER
    assert component.newest(["20270101T000000Z", "20260101T000000Z"]) == "20270101T000000Z"
