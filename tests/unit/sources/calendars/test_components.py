"""A calendar is cut into its events and tasks, each by itself."""

from clustercalls.limits import COMPONENT_LINES
from clustercalls.sources.calendars.components import CutCalendar, cut, text_of, unescaped


def made(*lines: str) -> CutCalendar:
    calendar = cut("\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR")))
    assert calendar is not None
    return calendar


def test_each_has_its_properties_and_its_first_line() -> None:
    first, second = made(
        "BEGIN:VEVENT", "UID:1", "SUMMARY:A\\, B\\nC", "END:VEVENT", "BEGIN:VTODO", "UID:2", "END:VTODO"
    ).parts
    assert (first.kind, first.line, first.text("SUMMARY"), first.is_whole) == ("VEVENT", 2, "A, B\nC", True)
    assert (second.kind, second.line, second.text("UID"), second.text("SUMMARY")) == ("VTODO", 6, "2", "")


def test_folded_lines_are_one() -> None:
    (part,) = made("BEGIN:VEVENT", "SUMMARY:An ", " info", "\t day", "END:VEVENT").parts
    assert part.text("SUMMARY") == "An info day"


def test_a_colon_or_semicolon_between_quotes_parts_nothing() -> None:
    (part,) = made(
        "BEGIN:VEVENT", 'DTSTART;TZID="(UTC+01:00) A; B";VALUE=DATE-TIME:20270310T090000', "END:VEVENT"
    ).parts
    line = part.first("DTSTART")
    assert line is not None
    assert line.params == {"TZID": "(UTC+01:00) A; B", "VALUE": "DATE-TIME"}
    assert line.value == "20270310T090000"


def test_what_stands_in_an_alarm_is_not_of_the_event() -> None:
    (part,) = made(
        "BEGIN:VEVENT",
        "SUMMARY:Event",
        "BEGIN:VALARM",
        "DESCRIPTION:Ring",
        "END:VALARM",
        "URL:x",
        "END:VEVENT",
    ).parts
    assert (part.text("SUMMARY"), part.text("DESCRIPTION"), part.text("URL")) == ("Event", "", "x")


def test_one_without_its_end_does_not_take_the_next_along() -> None:
    first, second = made("BEGIN:VEVENT", "UID:1", "BEGIN:VEVENT", "UID:2", "END:VEVENT").parts
    assert [(each.text("UID"), each.is_whole) for each in (first, second)] == [("1", True), ("2", True)]
    cut_off = cut("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:3")
    assert cut_off
    assert [each.is_whole for each in cut_off.parts] == [False]


def test_zones_by_every_name_they_have_and_what_it_says_of_itself() -> None:
    calendar = made(
        "X-WR-CALNAME:Ours", "BEGIN:VTIMEZONE", "TZID:A", "TZID:B", "END:VTIMEZONE", "BEGIN:VFREEBUSY",
        "UID:9", "END:VFREEBUSY",
    )  # fmt: skip
    assert calendar.zones.keys() == {"A", "B"}
    assert calendar.parts == []
    assert calendar.about.text("X-WR-CALNAME") == "Ours"


def test_lines_that_are_none_are_passed_over() -> None:
    (part,) = made("BEGIN:VEVENT", "no line", "SUMMARY", 'DTSTART;TZID="x', "item1.URL:y", "end:vevent").parts
    assert part.properties.keys() == {"URL"}


def test_what_is_no_calendar() -> None:
    assert cut("") is None
    assert cut("<html>") is None
    assert cut("BEGIN:VALARM\nEND:VALARM") is None


def test_a_component_alone_and_a_property_that_says_nothing() -> None:
    alone = cut("BEGIN:VEVENT\nRRULE:\nUID: \nURL:x\nEND:VEVENT")
    assert alone is not None
    assert [each.properties.keys() for each in alone.parts] == [{"URL"}]


def test_of_a_very_long_one_the_beginning() -> None:
    (part,) = made("BEGIN:VEVENT", *["X-A:1"] * (COMPONENT_LINES + 5), "URL:x", "END:VEVENT").parts
    assert part.text("URL") == ""
    assert part.is_whole


def test_letters() -> None:
    assert text_of("é".encode()) == text_of("é".encode("cp1252")) == text_of(b"\xef\xbb\xbf\xc3\xa9") == "é"
    assert unescaped(r"a\;b\\nc\Nd\x") == "a;b\\nc\nd\\x"
