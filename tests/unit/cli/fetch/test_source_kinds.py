"""Each kind of source is a row, with how it is read."""

from datetime import UTC, datetime

import pytest

from clustercalls.candidate import Candidate
from clustercalls.cli.fetch.source_kinds import KINDS, SourceDocument
from clustercalls.config_tables import SourceSettings

ICS = (
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:%s\nSUMMARY:A\nDTSTART:20270310T090000\nEND:VEVENT\nEND:VCALENDAR\n"
)
SAMPLES = {
    "ics": ICS % b"1",
    "feed": b"<rss version='2.0'><channel><item><title>A</title></item></channel></rss>",
    "table": b"Nome,Fine\nA,01/02/2027",
    "registry": b'[[call]]\nid = "a"\ntitle = "A"\n',
    "commongrants": b'[{"id": "1", "title": "A", "status": {"value": "open"}}]',
}
TABLE = SourceSettings(columns={"deadline": "Fine"}, dayfirst=True)


def read(kind: str, data: bytes) -> list[Candidate]:
    now = datetime(2026, 11, 27, tzinfo=UTC)
    document = SourceDocument("s", data, now, "Europe/Lisbon", TABLE, lambda uid: uid == "ours")
    return [each for each in KINDS[kind].candidates(document) if isinstance(each, Candidate)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_reads_its_own(kind: str) -> None:
    (made,) = read(kind, SAMPLES[kind])
    assert (made.source, made.title) == ("s", "A")


def test_settings_zone_and_what_is_ours_are_handed_on() -> None:
    assert read("table", SAMPLES["table"])[0].entry["stage"][0]["when"] == "2027-02-01"
    assert read("ics", SAMPLES["ics"])[0].entry["stage"][0]["zone"] == "Europe/Lisbon"
    assert read("ics", ICS % b"ours") == []


def test_only_a_feed_drops_what_is_old_and_only_a_calendar_is_of_its_day() -> None:
    assert {name for name, kind in KINDS.items() if kind.drops} == {"feed"}
    assert {name for name, kind in KINDS.items() if kind.is_of_its_day} == {"ics"}
