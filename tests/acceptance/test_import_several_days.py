"""An event of several days is shown and kept with both its ends, and is the same when it comes again."""

from pathlib import Path

import pytest

from conftest import Run
from terminals import Terminal

NOW = ("--as-of", "2027-01-12")
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:ecc@example.org
SUMMARY:ECC 2027
DTSTART{first}
DTEND{last}
END:VEVENT
END:VCALENDAR
"""
FORMS = {
    "days.ics": CALENDAR.format(first=";VALUE=DATE:20270606", last=";VALUE=DATE:20270609"),
    "hours.ics": CALENDAR.format(
        first=";TZID=Europe/Brussels:20270606T100000", last=";TZID=Europe/Brussels:20270608T160000"
    ),
    "office.toml": 'schema = 1\n[[event]]\nid = "ecc"\ntitle = "ECC 2027"\n'
    "starts = 2027-06-06\nends = 2027-06-08\n",
    "report.md": "# European Cluster Conference\n\n"
    "The European Cluster Conference takes place on 6-8 June 2027 in Lyon.\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_the_same_again_differs_in_nothing(run: Run, tmp_path: Path, name: str) -> None:
    document, registry = tmp_path / name, tmp_path / "calls.toml"
    document.write_text(FORMS[name])
    registry.write_text("")
    assert run("import", document, "--append", "-r", registry, *NOW).code == 0
    assert "2027-06-08" in registry.read_text()
    again = run("import", document, "-r", registry, *NOW)
    assert "# Known already: " in again.out
    assert "the source says" not in again.out
    assert "[[" not in again.out


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("days.ics", "dates: 6–8 June 2027"),
        ("hours.ics", "dates: 6 June 2027 10:00:00 – 8 June 2027"),
    ],
)
def test_both_ends_are_shown(tmp_path: Path, name: str, shown: str) -> None:
    document, registry = tmp_path / name, tmp_path / "calls.toml"
    document.write_text(FORMS[name])
    registry.write_text("")
    terminal = Terminal("import", document, "-r", registry, *NOW)
    terminal.waits(shown)
    terminal.answer("accept / edit / skip / quit [skip]: ", "q")
    assert terminal.end() == 0
