"""`import` reads what arrived: as TOML to append on a pipe, one by one at a terminal, and never twice."""

import json
from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

REPORT = """\
Soil health living labs

Call for proposals under Horizon Europe, published on 10 January 2027.
The first stage closes on 4 April 2027 at 17:00 Brussels time, the second stage on 9 September 2027.
The total budget of the call is 18.5 million euro. Co-financing rate: 70 %.
See https://example.org/calls/soil
"""
NOW = ("--as-of", "2027-01-12")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    return path


def test_a_report_on_a_pipe(run: Run, report: Path, registry: Path) -> None:
    ran = run("import", report, "-r", registry, *NOW)
    assert (ran.code, ran.err) == (0, "")
    (call,) = tomli.loads(ran.out)["call"]
    assert [(each["id"], str(each["when"])) for each in call["stage"]] == [
        ("first", "2027-04-04 17:00:00"),
        ("second", "2027-09-09"),
    ]
    assert (call["budget"], call["programme"]) == (18_500_000, "Horizon Europe")
    assert "4 April 2027" in call["source"]["quote"]
    registry.write_text(ran.out)
    assert run("check", "-r", registry).code == 0


def test_each_fact_with_its_sentence(run: Run, report: Path) -> None:
    told = json.loads(run("import", report, "-f", "json", *NOW).out)
    facts = told["entries"][0]["facts"]
    stage = next(each for each in facts if each["key"] == "stage")
    assert "first stage closes on 4 April 2027" in stage["quote"]
    page = run("import", report, "-f", "html", *NOW).out
    assert "<mark" in page
    assert page.count("<p>") + page.count("<h2>") >= 3
    assert str(report.parent) not in page  # where it lies is nobody's business


def test_nothing_of_a_table_is_dropped_in_silence(run: Run, tmp_path: Path, registry: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Title,Deadline,Budget\nSoil,31.02.2027,\nWater,2027-04-04,some\n")
    out = run("import", table, *NOW).out
    assert "# Not understood (2):" in out
    assert "#    “Soil – deadline: 31.02.2027”" in out
    assert len(json.loads(run("import", table, "-f", "json", *NOW).out)["not_understood"]) == 2
    assert "Not understood: 2." in run("import", table, "--append", "-r", registry, *NOW).out


def test_appended_once_and_taken_back(run: Run, report: Path, registry: Path) -> None:
    assert run("import", report, "--append", "-r", registry, *NOW).code == 0
    made = registry.read_text()
    assert "Soil health" in made
    assert run("import", report, "--append", "-r", registry, *NOW).code == 0
    assert registry.read_text() == made
    run("undo", "-r", registry)
    assert registry.read_text() == "# ours\n"


def test_what_is_known_is_proposed(run: Run, report: Path, registry: Path) -> None:
    run("import", report, "--append", "-r", registry, *NOW)
    report.write_text(REPORT.replace("4 April 2027", "18 April 2027"))
    out = run("import", report, "-r", registry, *NOW).out
    assert "# Known already: soil-health-living-labs" in out
    assert "18 Apr 2027" in out
    assert "[[call]]" not in out


def test_at_a_terminal(report: Path, registry: Path) -> None:
    terminal = Terminal("import", report, "-r", registry, *NOW)
    terminal.waits("1/1  Soil health living labs")
    terminal.answer("accept / edit / skip / quit [skip]: ", "a")
    assert terminal.end() == 0
    assert "2027-04-04T17:00:00" in registry.read_text()


def test_a_calendar_a_feed_and_a_table(run: Run, tmp_path: Path) -> None:
    calendar = tmp_path / "a.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1@x\nSUMMARY:Deadline soil\n"
        "DTSTART;VALUE=DATE:20270404\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert tomli.loads(run("import", calendar, *NOW).out)["call"][0]["title"] == "Deadline soil"
    table = tmp_path / "a.csv"
    table.write_text("Title,Deadline\nSoil,2027-04-04\n")
    assert str(tomli.loads(run("import", table, *NOW).out)["call"][0]["deadline"]) == "2027-04-04"
    feed = tmp_path / "a.xml"
    feed.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>Soil</title>'
        "<guid>1</guid></item></channel></rss>"
    )
    assert tomli.loads(run("import", feed, *NOW).out)["call"][0]["title"] == "Soil"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.txt",), 3, "none.txt: "),
        (("report.txt", "--only", "7"), 2, "no-such-number: "),
        (("report.txt", "--as", "letter"), 2, "unknown-choice: "),
        (("http://127.0.0.1:9/x",), 4, "address-failed: "),
    ],
)
@pytest.mark.usefixtures("report")
def test_what_cannot_be(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    name, *rest = arguments
    place = tmp_path / name if name.endswith("report.txt") else name
    ran = run("import", place, *rest, *NOW)
    assert (ran.code, ran.out, said in ran.err, ran.err.count("\n")) == (code, "", True, 1)


def test_what_is_read_is_not_written_over(run: Run, report: Path) -> None:
    ran = run("import", report, "-f", "html", "-o", report, *NOW)
    assert (ran.code, "output-is-input: " in ran.err) == (2, True)
    assert report.read_text() == REPORT


def test_a_day_of_no_century(run: Run, report: Path) -> None:
    ran = run("import", report, "--dated", "0001-01-01", *NOW)
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_what_append_left_is_said_on_a_pipe(run: Run, report: Path, registry: Path) -> None:
    run("import", report, "--append", "-r", registry, *NOW)
    out = run("import", report, "--append", "-r", registry, *NOW).out
    assert out == "1. Soil health living labs: known already, soil-health-living-labs\n"


def test_a_table_without_a_currency_is_the_same_again(run: Run, tmp_path: Path, registry: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Title,Deadline,Budget\nSoil,2027-04-04,100000\n")
    registry.write_text('[defaults]\ncurrency = "EUR"\n')
    run("import", table, "--append", "-r", registry, *NOW)
    out = run("import", table, "-r", registry, *NOW).out
    assert out.splitlines()[-2:] == ["# Known already: soil", ""]


def test_letters_that_were_guessed_are_told(run: Run, tmp_path: Path, registry: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(
        "Appel à projets\n\nLa clôture de l'appel est le 4 avril 2027, à minuit.\n".encode("cp1252")
    )
    ran = run("import", path, "-r", registry, *NOW)
    assert ran.out.startswith("# It is no UTF-8: its letters were taken for cp1252.\n")
    assert json.loads(run("import", path, "-r", registry, "-f", "json", *NOW).out)["encoding"] == "cp1252"


def test_append_leaves_what_has_no_sure_name_and_says_what_was_not_understood(
    run: Run, tmp_path: Path, registry: Path
) -> None:
    path = tmp_path / "note.md"
    path.write_text("It will take place in Vienna on 6-8 June 2027.\n\nThe fee of 5,000 euro was paid.\n")
    ran = run("import", path, "--append", "-r", registry, *NOW)
    assert ran.out.splitlines()[0].endswith("needs an answer")
    assert ran.out.splitlines()[-1] == "Not understood: 1. See them with -f json."
    assert registry.read_text() == "# ours\n"


def test_the_export_of_another_office_is_on_offer(run: Run, tmp_path: Path, registry: Path) -> None:
    theirs = tmp_path / "theirs.toml"
    theirs.write_text('[[call]]\nid = "soil"\ntitle = "Soil health"\ndeadline = 2027-05-04\n')
    calendar = tmp_path / "theirs.ics"
    assert run("export", "ics", "-r", theirs, "-o", calendar, *NOW).code == 0
    assert "Soil health" in run("import", calendar, "-r", registry, *NOW).out
    assert run("import", calendar, "-r", theirs, *NOW).out == ""
