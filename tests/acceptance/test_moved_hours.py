"""A deadline whose hour moves tells old and new, whole, in every command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, at_a_terminal
from terminals import unwrapped

Write = Callable[..., Path]
HEAD = '[[call]]\nid = "one"\ntitle = "First call"\nchecked = 2017-03-01\n'
ROW = '\n[[call.history]]\nstage = "deadline"\nwas = {was}\nnoticed = 2017-03-20\n'
AS_OF = ("--as-of", "2017-03-21")

# the date, what it was, and both as they are told in English and in Italian
MOVES = [
    ("deadline = 2017-04-04T12:00:00", "2017-04-04T17:00:00", "4 Apr 17:00 → Tue 4 Apr 2017 12:00 Brussels",
     "4 apr 17:00 → mar 4 apr 2017 12:00 (ora di Bruxelles)"),
    ('deadline = 2017-04-04\nat = "12:00"', "2017-04-04T17:00:00",
     "4 Apr 17:00 → Tue 4 Apr 2017 12:00 Brussels", "4 apr 17:00 → mar 4 apr 2017 12:00 (ora di Bruxelles)"),
    ('deadline = "2017-04-04 12:00"', '"2017-04-04 17:00"', "4 Apr 17:00 → Tue 4 Apr 2017 12:00 Brussels",
     "4 apr 17:00 → mar 4 apr 2017 12:00 (ora di Bruxelles)"),
    ("deadline = 2017-04-06T12:00:00", "2017-04-04T17:00:00",
     "4 Apr 17:00 → Thu 6 Apr 2017 12:00 Brussels (+2 days)",
     "4 apr 17:00 → gio 6 apr 2017 12:00 (ora di Bruxelles) (+2 giorni)"),
    ("deadline = 2017-04-05T12:00:00", "2017-04-04", "4 Apr → Wed 5 Apr 2017 12:00 Brussels (+1 day)",
     "4 apr → mer 5 apr 2017 12:00 (ora di Bruxelles) (+1 giorno)"),
    ("deadline = 2017-04-04", "2017-04-04T17:00:00", "4 Apr 17:00 → 4 Apr 2017", "4 apr 17:00 → 4 apr 2017"),
    ("deadline = 2017-04-04", "2016-12-31T23:59:59", "31 Dec 2016 23:59:59 → 4 Apr 2017 (+3 months)",
     "31 dic 2016 23:59:59 → 4 apr 2017 (+3 mesi)"),
    # on the calendar of the deadline: in Brussels it was the day after
    ('zone = "AoE"\ndeadline = 2017-04-04T12:00:00', "2017-04-05T05:00:00Z",
     "4 Apr 17:00 → Tue 4 Apr 2017 12:00 AoE", "4 apr 17:00 → mar 4 apr 2017 12:00 AoE"),
    # narrowed, not put off
    ("deadline = 2017-03-28", '"2017-02/2017-03"', "Feb–Mar 2017 → 28 Mar 2017",
     "feb–mar 2017 → 28 mar 2017"),
    ('deadline = "2017-04"', "2017-03-28", "28 Mar 2017 → Apr 2017", "28 mar 2017 → apr 2017"),
    ("deadline = 2017-04-04", '"2017-04-03?"', "3 Apr 2017? → 4 Apr 2017 (+1 day)",
     "3 apr 2017? → 4 apr 2017 (+1 giorno)"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "was", "english", "italian"), MOVES)
def test_digest_and_changes_tell_both(
    date: str, was: str, english: str, italian: str, run: Run, registry: Write
) -> None:
    path = registry(HEAD + date + "\n" + ROW.format(was=was))
    for lang, told, label in (("en", english, "deadline"), ("it", italian, "scadenza")):
        look = ("-r", path, "--lang", lang)
        page = " ".join(run("digest", *look, *AS_OF).out.split())  # a long line is broken
        assert f" {label}: {told} " in f"{page} "
        said = run("changes", *look, *AS_OF, "--since", "7d").out
        assert said.rstrip().endswith(f"  one  {label}: {told}")
        assert run("changes", "one", *look).out.rstrip().endswith(f"  {label}: {told}")


def test_calendars_tell_the_hour_it_had(run: Run, registry: Write) -> None:
    path = registry(HEAD + "deadline = 2017-04-04T12:00:00\n" + ROW.format(was="2017-04-04T17:00:00"))
    out = run("export", "ics", "-r", path, *AS_OF).out.replace("\r\n ", "")
    assert "Moved\\; before: Tue 4 Apr 2017 17:00 Brussels (noticed Mon 20 Mar 2017)" in out
    out = run("export", "ics", "-r", path, *AS_OF, "--lang", "it").out.replace("\r\n ", "")
    assert "mar 4 apr 2017 17:00 (ora di Bruxelles)" in out


def test_show_tells_the_hour_it_had_on_its_own_calendar(run: Run, registry: Write) -> None:
    path = registry(HEAD + 'zone = "AoE"\ndeadline = 2017-04-04\n' + ROW.format(was="2017-04-05T05:00:00Z"))
    assert "deadline: was 4 Apr 2017 17:00, noticed Mon 20 Mar 2017\n" in run("show", "one", "-r", path).out
    assert "(was 4 Apr 17:00)" in run("upcoming", "-r", path, *AS_OF).out


def test_a_stretch_tells_its_hours(run: Run, registry: Write) -> None:
    path = registry(
        '[[event]]\nid = "fair"\ntitle = "Fair"\nstarts = 2017-04-04T10:00:00\nends = 2017-04-04T12:00:00\n'
        '\n[[event.history]]\nstage = "dates"\nwas = "2017-04-03T09:00/2017-04-04T18:30"\n'
        "noticed = 2017-03-20\n"
    )
    assert run("check", "-r", path, "--strict").out.count("unsourced") == 1
    told = run("changes", "-r", path, *AS_OF, "--since", "7d").out
    assert told.endswith("3–4 Apr 2017, 09:00–18:30 → 4 Apr 2017, 10:00–12:00 Brussels\n")
    assert "was 3–4 Apr 2017, 09:00–18:30," in run("show", "fair", "-r", path).out
    assert "(was 3–4 Apr 2017, 09:00–18:30)" in run("upcoming", "-r", path, *AS_OF).out


def test_what_was_seen_and_what_history_tells_is_told_once(run: Run, registry: Write) -> None:
    path = registry(HEAD + "deadline = 2017-04-04T17:00:00\n")
    assert run("changes", "-r", path, "--since", "last").out == ""
    assert run("move", "one", "2017-04-04 12:00", "-r", path, *AS_OF).code == 0
    told = run("changes", "-r", path, "--since", "last").out
    assert told == "Tue 21 Mar 2017  one  deadline: 4 Apr 17:00 → Tue 4 Apr 2017 12:00 Brussels\n"
    assert run("changes", "-r", path, "--as-of", "2037-01-01", "--since", "2017-01-01").out == told


@pytest.mark.parametrize(("lang", "to", "said"), [
    ("en", "2017-04-04 12:00", "deadline: 4 Apr 17:00 → Tue 4 Apr 2017 12:00 Brussels. Told at"),
    ("it", "2017-04-04 12:00", "scadenza: 4 apr 17:00 → mar 4 apr 2017 12:00 (ora di Bruxelles). Verrà"),
    ("en", "5 apr 2017", "deadline: 4 Apr 17:00 → Wed 5 Apr 2017 17:00 Brussels (+1 day). Told at"),
    ("it", "3 apr 2017", "scadenza: 4 apr 17:00 → lun 3 apr 2017 17:00 (ora di Bruxelles) (-1 giorno)."),
    ("en", "apr 2017", "deadline: 4 Apr 2017 17:00 → Apr 2017, 17:00. Told at"),
])  # fmt: skip
def test_the_answer_of_move(lang: str, to: str, said: str, registry: Write) -> None:
    path = registry(HEAD + "deadline = 2017-04-04T17:00:00\n")
    assert at_a_terminal("move", "one", to, "-r", path, "--lang", lang, *AS_OF).startswith(said)


def test_a_reminder_of_a_window_that_narrowed_tells_no_days(run: Run, registry: Write) -> None:
    path = registry(HEAD + 'deadline = "2017-02/2017-03"\n')
    assert run("remind", "-r", path, "--as-of", "2017-01-20").code == 0
    assert run("move", "one", "20 mar 2017", "-r", path, "--as-of", "2017-01-21").code == 0
    told = run("remind", "-r", path, "--as-of", "2017-01-22").out
    assert "Moved: it was Feb–Mar 2017\n" in told


ORDERED = (
    HEAD
    + """
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-05
[[call.stage]]
id = "second"
kind = "deadline"
follows = "first"
when = 2027-09-06
"""
)


@pytest.mark.parametrize("command", [
    ("move", "one/second", "2027-03-01"), ("set", "one/second", "when=2027-03-01"),
    ("move", "one/first", "2027-10-04"),
])  # fmt: skip
def test_a_warning_that_is_new_is_said_at_a_terminal(
    command: tuple[str, ...], run: Run, registry: Write
) -> None:
    path = registry(ORDERED)
    first, second = unwrapped(at_a_terminal(*command, "-r", path, *AS_OF)).splitlines()
    assert "stage-order" not in first
    assert "calls.toml: stage-order: one: stage.2.when: `second` (" in second
    again = at_a_terminal("set", "one", "owner=anna", "-r", path, *AS_OF)
    assert "stage-order" not in again
    path = registry(ORDERED)
    assert run(*command, "-r", path, *AS_OF) == (0, "", "")


KEPT = """
[[call.history]]
stage = "deadline"
was = 2027-04-07T17:00:00  # as it was
noticed = 2027-01-07
"""
LASTS = """
[[event]]
id = "an-event"
title = "T"
starts = 2027-04-08T09:00:00
ends = 2027-04-09T13:00:00
history = [{ stage = "dates", was = "2027-03-08T09:00:00/2027-03-09T13:00:00", noticed = 2027-01-07 }]
"""


@pytest.mark.parametrize(
    "typed", [("move", "a-call", "9 apr 2027 noon Finnish time"), ("set", "a-call", "zone=AoE")]
)
def test_what_a_date_was_keeps_its_hour_when_the_zone_becomes_another(
    run: Run, registry: Write, typed: tuple[str, ...]
) -> None:
    call = '[[call]]\nid = "a-call"\ntitle = "T"\ndeadline = 2027-04-08T17:00:00\n'
    path = registry(f"schema = 1\n{call}{KEPT}")
    assert run(*typed, "-r", path, "--as-of", "2027-02-05") == (0, "", "")
    assert "was = 2027-04-07T17:00:00+02:00  # as it was" in path.read_text()
    assert "was = 2027-04-08T17:00:00+02:00" in path.read_text()
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == f"schema = 1\n{call}{KEPT}"


def test_both_ends_of_a_stretch_keep_theirs(run: Run, registry: Write) -> None:
    path = registry(f"schema = 1\n{LASTS}")
    assert run("set", "an-event", "zone=Europe/Helsinki", "-r", path, "--as-of", "2027-02-05") == (0, "", "")
    text = path.read_text()
    assert 'was = "2027-03-08T09:00:00+01:00/2027-03-09T13:00:00+01:00"' in text
    assert 'was = "2027-04-08T09:00:00+02:00/2027-04-09T13:00:00+02:00"' in text


DOUBTS = [
    "15 May tbc",
    "metà maggio 2017",
    "mai 2017",
    "zweite Maihälfte 2017",
    "2017-05-15~",
    "verano de 2017",
]


@pytest.mark.parametrize("doubt", DOUBTS)
@pytest.mark.parametrize("command", ["move", "set"])
@pytest.mark.parametrize("written", ["2017-04-04T17:00:00", '2017-04-04\nat = "17:00"', '"2017-04-04 17:00"'])
def test_the_hour_comes_back_with_the_day(
    command: str, doubt: str, written: str, run: Run, registry: Write
) -> None:
    path = registry(f"{HEAD}deadline = {written}\n")
    for date in (doubt, "15 May 2017"):
        words = (date,) if command == "move" else (f"deadline={date}",)
        assert run(command, "one", *words, "-r", path, *AS_OF).code == 0
        assert "17:00" in run("show", "one", "-r", path, *AS_OF).out
    assert 'deadline = 2017-05-15\nat = "17:00"' in path.read_text("utf-8")
