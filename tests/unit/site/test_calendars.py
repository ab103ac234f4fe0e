"""The calendars of a publication: those of `export ics`, with what was published as their memory."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from audiences import CALLS, edition, making
from clustercalls.errors import Problem
from clustercalls.site.calendars import calendars, ids, path_of
from clustercalls.site.making import Gone
from clustercalls.zones import Moment

LATER = Moment(datetime(2027, 2, 10, tzinfo=UTC), "Europe/Brussels")
LONG_AFTER = Moment(datetime(2027, 6, 10, tzinfo=UTC), "Europe/Brussels")


def made(
    path: Path,
    text: str = CALLS,
    old: dict[str, bytes] | None = None,
    gone: tuple[Gone, ...] = (),
    moment: Moment | None = None,
    name: str = "members",
    *,
    is_narrower: bool = False,
) -> dict[str, bytes]:
    of = edition(path, name, text, *([moment] if moment else []))
    around = making(of.registry, (old or {}).get, gone, is_narrower=is_narrower)
    return dict(calendars(of.publications[0], around))


def events(data: bytes) -> dict[str, tuple[str, str]]:
    """SEQUENCE and STATUS of each event, by its UID."""
    text = data.replace(b"\r\n ", b"").decode()
    found = re.findall(r"UID:(.+?)\r\n.*?SEQUENCE:(\d+)\r\n.*?\r\nSTATUS:(\w+)", text, re.DOTALL)
    return {uid: (sequence, status) for uid, sequence, status in found}


def test_the_calendar_of_all_and_one_of_each_call(tmp_path: Path) -> None:
    files = made(tmp_path / "calls.toml")
    assert list(files) == ["calls.ics", "calls/soil.ics", "calls/fair.ics"]
    assert events(files["calls.ics"]) == {
        "fair.dates@ours": ("0", "CONFIRMED"),
        "soil.answer@ours": ("0", "CONFIRMED"),
        "soil.deadline@ours": ("1", "CONFIRMED"),
    }
    assert {**events(files["calls/soil.ics"]), **events(files["calls/fair.ics"])} == events(
        files["calls.ics"]
    )


def test_what_moves_keeps_its_name_with_a_higher_sequence(tmp_path: Path) -> None:
    old = made(tmp_path / "calls.toml")
    new = made(tmp_path / "calls.toml", CALLS.replace("2027-04-06", "2027-04-13"), old, moment=LATER)
    assert events(new["calls.ics"])["soil.deadline@ours"] == ("2", "CONFIRMED")
    assert events(new["calls/soil.ics"])["soil.deadline@ours"] == ("2", "CONFIRMED")
    assert new["calls/fair.ics"] == old["calls/fair.ics"]


def test_what_is_gone_is_cancelled_and_goes_in_the_end(tmp_path: Path) -> None:
    old = made(tmp_path / "calls.toml")
    without = re.sub(r"\[\[event\]\].*?(?=\[\[call\]\])", "", CALLS, flags=re.DOTALL)
    gone = (Gone("fair", "Fair", date(2027, 2, 10)),)
    new = made(tmp_path / "calls.toml", without, old, gone, LATER)
    assert events(new["calls.ics"])["fair.dates@ours"] == ("1", "CANCELLED")
    assert events(new["calls/fair.ics"]) == {"fair.dates@ours": ("1", "CANCELLED")}
    assert "fair.dates@ours" not in events(
        made(tmp_path / "calls.toml", without, new, (), LONG_AFTER)["calls.ics"]
    )


def test_what_only_left_by_a_filter_goes_without_a_word(tmp_path: Path) -> None:
    old = made(tmp_path / "calls.toml")
    put_away = CALLS.replace('title = "Fair"\n', 'title = "Fair"\ntrack = "no"\n')
    gone = (Gone("fair", "Fair", date(2027, 2, 10)),)
    new = made(tmp_path / "calls.toml", put_away, old, gone, LATER)
    assert "fair.dates@ours" not in events(new["calls.ics"])
    assert events(new["calls/fair.ics"]) == {}
    assert b"CANCELLED" not in new["calls/fair.ics"]


def test_what_an_office_was_told_is_forgotten_for_others(tmp_path: Path) -> None:
    office = made(tmp_path / "calls.toml", name="office")
    assert b"taint-step" in office["calls.ics"]
    without = re.sub(r"\[\[event\]\].*?(?=\[\[call\]\])", "", CALLS, flags=re.DOTALL)
    members = made(tmp_path / "calls.toml", without, office, is_narrower=True)
    assert not any(b"taint" in data.replace(b"\r\n ", b"") for data in members.values())
    assert set(events(members["calls.ics"])) == {"soil.answer@ours", "soil.deadline@ours"}


def test_kinds_of_stages_that_are_wanted(tmp_path: Path) -> None:
    text = CALLS.replace('tag = ["smes"]', 'stage = ["decision"]')
    assert set(events(made(tmp_path / "calls.toml", text)["calls.ics"])) == {"soil.answer@ours"}


def test_an_entry_that_no_event_can_be_made_of_is_told_once(tmp_path: Path) -> None:
    told: list[Problem] = []
    of = edition(tmp_path / "calls.toml", text=CALLS.replace('"Fair"', '"\\u200b"'))
    around = making(of.registry, told=told)
    for publication in of.publications:
        dict(calendars(publication, around))
    assert [(each.code, each.place.entry) for each in told] == [("unfit-event", "fair")]


def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    broken = {"calls.ics": b"BEGIN:VCALENDAR\r\nPRODID:-//clustercalls//calendar//EN\r\nBEGIN:VEVENT\r\n"}
    assert (
        made(tmp_path / "calls.toml", old=broken)["calls.ics"] == made(tmp_path / "calls.toml")["calls.ics"]
    )


def test_who_has_a_calendar_is_who_has_a_file_of_it(tmp_path: Path) -> None:
    undated = CALLS.replace("deadline = 2027-04-06\n", "").replace("when = 2027-09-01\n", "")
    for text, expected in ((CALLS, {"soil", "fair"}), (undated, {"fair"})):
        of = edition(tmp_path / "calls.toml", text=text)
        around = making(of.registry)
        there = {path for path, _ in calendars(of.publications[0], around)} - {"calls.ics"}
        assert ids(of.publications[0], around) == expected
        assert there == {path_of(each) for each in expected}
    kept = making(of.registry, {"calls/soil.ics": made(tmp_path / "a.toml")["calls/soil.ics"]}.get)
    assert ids(of.publications[0], kept) == {"soil", "fair"}
