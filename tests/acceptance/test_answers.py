"""What comes next, what is sure, on whose calendar: said alike by every command, hot or cold."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

Registry = Callable[[str], Path]


def call(fields: str, top: str = "") -> str:
    return f'{top}[[call]]\nid = "one"\ntitle = "One"\nsource = {{ date = 2027-01-01 }}\n{fields}\n'


OPEN_ENDED = call(
    "published = 2026-12-01\n"
    '[[call.stage]]\nid = "rolling"\nkind = "deadline"\nwhen = "2027-01/.."\n'
    '[[call.stage]]\nid = "cut-off"\nkind = "deadline"\nwhen = {when}\n'
)


@pytest.mark.parametrize(
    ("when", "status", "answer"),
    [
        ("2027-03-10", "closing", "Closing. Deadline (cut-off) closes Wed 10 Mar 2027, in 9 days."),
        ("2027-06-10", "open", "Open. Deadline (cut-off) closes Thu 10 June 2027, in 3 months."),
        ('"2027-03/2027-04"', "closing", "Closing. Deadline (cut-off) closes Mar–Apr 2027, any day."),
        ("2027-02-10", "open", "Open. Deadline (rolling) closes from Jan 2027, any day."),
    ],
)
def test_an_open_ended_deadline_is_not_next_while_a_dated_one_is_ahead(
    run: Run, registry: Registry, when: str, status: str, answer: str
) -> None:
    path = registry(OPEN_ENDED.replace("{when}", when))
    asked = ("-r", path, "--as-of", "2027-03-01")
    assert run("show", "one", *asked).out.splitlines()[0] == answer
    for _ in range(2):
        (row,) = json.loads(run("list", "-f", "json", *asked).out)
        assert (row["status"], row["next_stage"]) == (status, "rolling" if "rolling" in answer else "cut-off")
        rows = json.loads(run("upcoming", "-f", "json", *asked).out)
        assert {each["status"] for each in rows} == {status}
    assert [each["stage"] for each in rows][:1] == [
        "cut-off" if "Apr" in answer else "rolling"
    ]  # its order stays


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_a_marked_day_is_doubt_of_one_day(run: Run, registry: Registry, mark: str) -> None:
    path = registry(call(f'deadline = "2027-04-04{mark}"\nat = "10:00"\npublished = 2027-01-01'))
    asked = ("-r", path, "--as-of", "2027-04-04T18:00")
    for _ in range(2):
        (row,) = json.loads(run("upcoming", "-f", "json", *asked).out)
        assert (row["instant"], row["status"], row["days_left"]) == (None, "closing", 0)
    shown = run("show", "one", *asked).out.splitlines()[0]
    assert "4 Apr 2027" in shown
    assert ", 10:00, today." in shown
    calendar = run("export", "ics", *asked).out
    assert "DTSTART;VALUE=DATE:20270404" in calendar
    assert "STATUS:TENTATIVE" in calendar


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ("opens = 2027-03-01\ndeadline = 2027-04-04", "Opens today. Closes Sun 4 Apr 2027, in 34 days."),
        ("opens = 2027-03-01", "Opens today."),
        (
            "opens = 2027-03-01T10:00:00\ndeadline = 2027-04-04",
            "Opens today. Opening: Mon 1 Mar 2027 10:00 Brussels, today.",
        ),
        (
            'opens = "2027-03-01~"\ndeadline = 2027-04-04',
            "Not open yet. Opening: about Mon 1 Mar 2027, today.",
        ),
        ('opens = "2027-03"\ndeadline = 2027-04-04', "Not open yet. Opening: Mar 2027, any day."),
        ("opens = 2027-03-02\ndeadline = 2027-04-04", "Not open yet. Opening: Tue 2 Mar 2027, tomorrow."),
    ],
)
def test_the_opening_day(run: Run, registry: Registry, fields: str, answer: str) -> None:
    path = registry(call(fields))
    assert run("show", "one", "-r", path, "--as-of", "2027-03-01T09:00").out.splitlines()[0] == answer


ABROAD = [
    ('zone = "Pacific/Auckland"\ndeadline = 2027-07-05',
     "Mon 5 July 2027 Auckland", "lun 5 lug 2027 (ora di Auckland)"),
    ('zone = "Europe/Rome"\ndeadline = 2027-07-05', "Mon 5 July 2027 Rome", "lun 5 lug 2027 (ora di Roma)"),
    ('zone = "AoE"\ndeadline = 2027-07-05', "Mon 5 July 2027 AoE", "lun 5 lug 2027 AoE"),
    ('[[call.stage]]\nid = "x"\nkind = "deadline"\nwhen = 2027-07-05\nzone = "Asia/Tokyo"',
     "Mon 5 July 2027 Tokyo", "lun 5 lug 2027 (ora di Tokyo)"),
    ('[[call.stage]]\nid = "x"\nkind = "dates"\nwhen = 2027-07-05\nuntil = 2027-07-06\nzone = "Asia/Tokyo"',
     "5–6 July 2027 Tokyo", "5–6 lug 2027 (ora di Tokyo)"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "english", "italian"), ABROAD)
def test_a_day_of_another_zone_than_the_registrys_says_so(
    run: Run, registry: Registry, fields: str, english: str, italian: str
) -> None:
    path = registry(call(fields))
    asked = ("-r", path, "--as-of", "2027-07-01")
    for lang, said in (("en", english), ("it", italian)):
        assert said.rstrip(",") in run("show", "one", *asked, "--lang", lang).out
        for _ in range(2):
            assert said.rstrip(",") in run("upcoming", *asked, "--lang", lang).out
    assert english.rstrip(",") in run("digest", *asked).out
    assert english.rstrip(",") in run("export", "ics", *asked).out.replace("\\", "")


@pytest.mark.parametrize("fields", ["", 'zone = "Europe/Brussels"\n'])
def test_a_day_of_the_registrys_own_zone_does_not(run: Run, registry: Registry, fields: str) -> None:
    path = registry(call(f"{fields}deadline = 2027-07-05"))
    for command in (("show", "one"), ("upcoming",), ("digest",), ("export", "ics")):
        out = run(*command, "-r", path, "--as-of", "2027-07-01").out
        assert "5 July 2027" in out
        assert "2027 Brussels" not in out


def test_in_a_folder_the_first_file_says_whose_zone_is_meant(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    (folder / "a.toml").write_text(call("deadline = 2027-07-05"))
    (folder / "b.toml").write_text(
        call("deadline = 2027-07-06", '[defaults]\nzone = "Europe/Rome"\n').replace('"one"', '"two"')
    )
    for _ in range(2):
        out = run("upcoming", "-r", folder, "--as-of", "2027-07-01").out
        assert "Mon 5 July 2027  " in out
        assert "Tue 6 July 2027 Rome" in out
