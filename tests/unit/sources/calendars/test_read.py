"""Calendars as candidates: each event by itself, nothing surer than it is."""

from datetime import UTC, datetime

import pytest

from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import InputRefused, Problem, WorldFailed
from clustercalls.limits import OFFERED_BYTES
from clustercalls.sources import offered
from clustercalls.sources.calendars.read import candidates

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\n".join((f"BEGIN:{kind}", *lines, f"END:{kind}"))


def read(*parts: str) -> list[Candidate | Problem]:
    text = "\n".join(("BEGIN:VCALENDAR", *parts, "END:VCALENDAR", ""))
    made = candidates(text.encode(), "cal", NOW, "Europe/Rome", lambda uid: uid.endswith("@ours"))
    return [each for each in made if not isinstance(each, DoneElsewhere)]


def one(*lines: str, kind: str = "VEVENT") -> Candidate:
    (made,) = read(event(*lines, kind=kind))
    assert isinstance(made, Candidate), made
    assert entry_of("cal", made.key, made.entry)[1] == []
    return made


def why(*lines: str, kind: str = "VEVENT") -> str:
    (made,) = read(event(*lines, kind=kind))
    assert isinstance(made, Problem)
    return made.message


def stage(*lines: str, kind: str = "VEVENT") -> dict[str, str]:
    (made,) = one(*lines, kind=kind).entry["stage"]
    return {name: value for name, value in made.items() if name != "id"}


def test_an_event_with_all_it_says() -> None:
    made = one(
        "UID:1@example.org", "SUMMARY:Matchmaking day", "DTSTART;TZID=Europe/Brussels:20270310T090000",
        "DTEND;TZID=Europe/Brussels:20270310T170000", "LOCATION:Gand", "URL:https://example.org/day",
        "DESCRIPTION:<p>Come\\, all</p>", "CATEGORIES:clusters,sme",
    )  # fmt: skip
    assert (made.source, made.key, made.title, made.text) == (
        "cal",
        "1@example.org",
        "Matchmaking day",
        "Come, all",
    )
    assert made.words == ("clusters", "sme")
    assert made.entry == {
        "title": "Matchmaking day", "kind": "event", "summary": "Come, all", "place": "Gand",
        "url": "https://example.org/day",
        "stage": [
            {"id": "dates", "kind": "dates", "when": "2027-03-10", "at": "09:00:00",
             "zone": "Europe/Brussels"},
        ],
        "source": {"url": "https://example.org/day", "key": "cal:1@example.org"},
    }  # fmt: skip


@pytest.mark.parametrize(
    "summary",
    [
        "Deadline: vouchers",
        "Scadenza bando",
        "Clôture de l'appel",
        "Einreichfrist Förderung",
        "Fecha límite",
        "Cut-off 2",
    ],
)
def test_a_word_for_the_deadline_makes_it_a_call(summary: str) -> None:
    made = one(f"SUMMARY:{summary}", "DTSTART;VALUE=DATE:20270501")
    assert made.entry["kind"] == "call"
    assert made.entry["stage"] == [{"id": "deadline", "kind": "deadline", "when": "2027-05-01"}]


@pytest.mark.parametrize("summary", ["Meeting in Fristad", "Determine", "Firsts", "Plazoleta"])
def test_other_words_do_not(summary: str) -> None:
    assert one(f"SUMMARY:{summary}", "DTSTART;VALUE=DATE:20270501").entry["kind"] == "event"


def test_a_task_that_is_due_is_a_call() -> None:
    made = stage("SUMMARY:Send", "DUE;TZID=Europe/Brussels:20270601T170000", kind="VTODO")
    assert made == {"kind": "deadline", "when": "2027-06-01", "at": "17:00:00", "zone": "Europe/Brussels"}
    assert one("SUMMARY:Think", "DTSTART:20270601", kind="VTODO").entry["kind"] == "event"


@pytest.mark.parametrize(
    ("lines", "until"),
    [
        (("DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270311"), None),
        (("DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270313"), "2027-03-12"),
        (("DTSTART;VALUE=DATE:20270310", "DURATION:P2D"), "2027-03-11"),
        (("DTSTART:20270310T090000", "DTEND:20270312T170000"), "2027-03-12"),
        (("DTSTART:20270310T090000", "DTEND:20270311T000000"), None),
        (("DTSTART:20270310T090000", "DURATION:PT30H"), "2027-03-11"),
        (("DTSTART:20270310T090000", "DTEND:20270310T090000"), None),
    ],
)
def test_until_when(lines: tuple[str, ...], until: str | None) -> None:
    assert stage("SUMMARY:Fair", *lines).get("until") == until


def test_a_call_of_several_days_ends_with_its_deadline() -> None:
    made = stage("SUMMARY:Call, deadline", "DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270401")
    assert made == {"kind": "deadline", "when": "2027-03-31"}


def test_a_floating_hour_is_on_the_calendars_clock_else_on_ours() -> None:
    lines = ("SUMMARY:A", "DTSTART:20270310T090000")
    assert stage(*lines)["zone"] == "Europe/Rome"
    (made,) = read("X-WR-TIMEZONE:Europe/Lisbon", event(*lines))
    assert isinstance(made, Candidate)
    assert made.entry["stage"][0]["zone"] == "Europe/Lisbon"


def test_a_zone_that_is_not_known_leaves_the_day() -> None:
    made = one("SUMMARY:A", "DTSTART;TZID=Nowhere:20270310T090000", "DTEND;TZID=Nowhere:20270310T100000")
    assert made.entry["stage"] == [{"id": "dates", "kind": "dates", "when": "2027-03-10"}]
    assert made.entry["note"].startswith("its zone, Nowhere,")


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("SUMMARY:A", "DTSTART:Next Year"), "`Next Year` is no date"),
        (("SUMMARY:A",), "it has no date"),
        (("SUMMARY:A", "DTSTART:20270310", "DURATION:P99999D"), "the year 2300 is no date of a call"),
        (("SUMMARY:A", "DTSTART:20270310", "DURATION:P9999999W"), "`P9999999W` is no length of time"),
        (("SUMMARY:A", "DTSTART:20270310T090000", "DTEND:20270310T080000"), "it ends before it starts"),
        (
            ("SUMMARY:A", "DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270309"),
            "it ends before it starts",
        ),
        (("SUMMARY:A", "DTSTART:20270310T090000", "DURATION:-PT1H"), "it ends before it starts"),
        (
            ("SUMMARY:A", "DTSTART:20270310T090000", "RRULE:FREQ=SECONDLY"),
            "it comes again every moment: FREQ=SECONDLY",
        ),
    ],
)
def test_a_bad_one_is_named_and_lost_alone(lines: tuple[str, ...], reason: str) -> None:
    assert why(*lines) == reason
    good = event("UID:g", "SUMMARY:Good", "DTSTART:20270310")
    first, problem, last = read(good, event(*lines), good.replace("UID:g", "UID:h"))
    assert isinstance(first, Candidate)
    assert isinstance(last, Candidate)
    assert isinstance(problem, Problem)
    assert (problem.place.file, problem.place.line, problem.place.entry) == ("cal", 7, "A")


def test_one_that_is_cut_off_is_lost_and_one_without_its_end_is_not() -> None:
    day = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270310\n"
    (problem,) = candidates(day.encode(), "cal", NOW, "Europe/Rome")
    assert isinstance(problem, Problem)
    assert problem.message == "it is cut off"
    (made,) = candidates(f"{day}END:VEVNT\nEND:VCALENDAR".encode(), "cal", NOW, "Europe/Rome")
    assert isinstance(made, Candidate)


def test_keys() -> None:
    day = ("SUMMARY:A", "DTSTART:20270310")
    assert one("UID:1", "RECURRENCE-ID:20270310", *day).key == "1/20270310"
    assert one(*day).key == one(*day, "DESCRIPTION:more").key
    assert one(*day).key != one("SUMMARY:B", "DTSTART:20270310").key
    assert len(one(f"UID:{'x' * 3_000}", *day).key) == 32
    assert len(one("UID:two words", *day).key) == 32


def test_a_uid_that_several_have_loses_none_and_a_double_is_one() -> None:
    day = event("UID:1", "SUMMARY:A", "DTSTART:20270310")
    made = read(day, event("UID:1", "SUMMARY:B", "DTSTART:20270311"), day)
    assert [each.title for each in made if isinstance(each, Candidate)] == ["A", "B"]
    assert len({each.key for each in made if isinstance(each, Candidate)}) == 2


def test_a_series_is_one_event_however_many_are_moved() -> None:
    begin = "DTSTART;TZID=Europe/Brussels:20270105T100000"
    master = event(
        "UID:1",
        "SUMMARY:A",
        begin,
        "DURATION:PT30H",
        "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Brussels:20270105T100000",
    )
    moved = event(
        "UID:1",
        "SUMMARY:A",
        "RECURRENCE-ID;TZID=Europe/Brussels:20270112T100000",
        begin.replace("0105", "0113"),
    )
    (made,) = read(moved, master)
    assert isinstance(made, Candidate)
    assert (made.key, made.entry["stage"][0]["when"], made.entry["stage"][0]["until"]) == (
        "1",
        "2027-01-13",
        "2027-01-14",
    )


def test_called_off() -> None:
    assert one("UID:1", "SUMMARY:A", "DTSTART:20270310", "STATUS:CANCELLED").entry["status"] == "cancelled"


def test_our_own_exports_are_left_out() -> None:
    assert read(event("UID:a.deadline@ours", "SUMMARY:A", "DTSTART:20270310")) == []


def test_a_zone_with_two_names_hides_no_event() -> None:
    zone = event(
        "TZID:Europe/Berlin",
        "TZID:Europe/Brussels",
        "BEGIN:STANDARD",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        kind="VTIMEZONE",
    )
    (made,) = read(zone, event("SUMMARY:A", "DTSTART;TZID=Europe/Brussels:20270310T090000"))
    assert isinstance(made, Candidate)
    assert made.entry["stage"][0]["at"] == "09:00:00"


def test_an_address_is_one_of_the_web() -> None:
    assert "url" not in one("SUMMARY:A", "DTSTART:20270310", "URL:javascript:alert(1)").entry


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\x00\xff" * 9, b"x" * (OFFERED_BYTES + 1)])
def test_what_is_no_calendar(data: bytes) -> None:
    with pytest.raises(InputRefused) as refused:
        list(candidates(data, "cal", NOW, "Europe/Rome"))
    assert refused.value.problem.message.startswith("this cannot be read as a calendar")


def test_of_very_many_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.sources.calendars.read.RECORDS", 2)
    *_, problem = read(*(event(f"UID:{each}", "SUMMARY:A", "DTSTART:20270310") for each in range(4)))
    assert isinstance(problem, Problem)
    assert problem.message == "more than 2 are not read"


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "find_spec", lambda _: None)
    with pytest.raises(WorldFailed) as failed:
        read()
    assert failed.value.problem.message == "icalendar, which reads this, is missing"
    assert failed.value.problem.hint == "pip install 'clustercalls[import]'"
