"""`clustercalls move`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BUNDLED, Run
from hand_written import HAND_WRITTEN, changed

Write = Callable[[str], Path]
AS_OF = ("--as-of", "2016-12-02")
STAGES = """\
[[call]]
id = "one"
title = "T"
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-06-01T17:00:00
[[call.stage]]
id = "talk"
kind = "interview"
after = { stage = "first", months = 1 }  # the agency said
"""


def test_only_the_lines_meant(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("move", "innosup", "6 apr 2017", "--why", "extended", "-r", path, *AS_OF)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert changed(HAND_WRITTEN, path.read_text()) == [
        "-  when = 2017-04-04   # planned",
        "+  when = 2017-04-06   # planned",
        "+",
        "+  [[call.history]]",
        '+  stage = "first"',
        "+  was = 2017-04-04",
        "+  noticed = 2016-12-02",
        '+  why = "extended"',
    ]


def test_a_copy_of_the_example_tells_old_and_new(run: Run, registry: Write) -> None:
    path = registry(BUNDLED.read_text())
    assert run("move", "innosup", "6 apr 2017", "--why", "extended", "-r", path).code == 0
    rows = json.loads(run("upcoming", "-r", path, "-f", "json", *AS_OF).out)
    [row] = [row for row in rows if row["uid"] == "innosup-1-2017/first"]
    assert (row["when"], row["moved_from"]) == ("2017-04-06", "2017-04-04")
    shown = run("show", "innosup", "-r", path, *AS_OF).out
    assert "6 Apr 2017" in shown
    assert "4 Apr 2017" in shown
    told = run("changes", "innosup", "-r", path).out
    assert "first stage: 4 Apr → 6 Apr 2017 (+2 days); extended" in told


@pytest.mark.parametrize(("typed", "when"), [
    ("2017-04-06", "2017-04-06"), ("6.4.2017", "2017-04-06"), ("6 aprile 2017", "2017-04-06"),
    ("6 apr", "2017-04-06"), ("feb-mar 2017", '"2017-02/2017-03"'), ("spring 2027", '"2027-21"'),
    ("2017-01/..", '"2017-01/.."'), ("6 apr 2017 17:00", "2017-04-06T17:00:00"),
])  # fmt: skip
def test_dates_as_people_type_them(typed: str, when: str, run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "innosup/first", typed, "-r", path, *AS_OF).code == 0
    assert f"  when = {when}   # planned\n" in path.read_text()


def test_a_date_that_could_be_two_is_refused(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("move", "innosup/first", "01/02/2027", "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert "2027-02-01" in ran.err
    assert "2027-01-02" in ran.err


def test_what_is_no_date_is_refused(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "innosup/first", "soon", "-r", path).code == 2
    assert path.read_text() == HAND_WRITTEN


def test_the_hour_beside_a_date_stays(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "small", "27 may 2027", "-r", path, "--as-of", "2027-01-01").code == 0
    assert 'deadline = 2027-05-27  # no hour\nat = "17:00"   # Brussels time\n' in path.read_text()
    assert "was = 2027-05-20T17:00:00\n" in path.read_text()


def test_an_hour_beside_a_date_moves_with_it(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "small", "2027-05-27T12:00", "-r", path).code == 0
    assert 'deadline = 2027-05-27  # no hour\nat = "12:00"   # Brussels time\n' in path.read_text()


def test_the_hour_in_a_date_time_stays(run: Run, registry: Write) -> None:
    path = registry(STAGES)
    assert run("move", "one/first", "2027-12-01", "-r", path).code == 0
    assert "when = 2027-12-01T17:00:00\n" in path.read_text()


def test_an_event_moves_with_both_its_ends(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "conference", "2016-12-08", "-r", path).code == 0
    assert "starts = 2016-12-08  # Thursday\nends = 2016-12-09    # Friday\n" in path.read_text()
    assert 'was = "2016-12-01/2016-12-02"\n' in path.read_text()
    assert run("move", "conference", "5-7 dec 2016", "-r", path).code == 0
    assert "starts = 2016-12-05  # Thursday\nends = 2016-12-07    # Friday\n" in path.read_text()


def test_an_event_keeps_its_hours(run: Run, registry: Write) -> None:
    text = HAND_WRITTEN.replace("2016-12-01  #", "2016-12-01T09:00:00  #").replace(
        "2016-12-02    #", "2016-12-02T18:30:00    #"
    )
    for typed, starts, ends in (
        ("2016-12-08", "2016-12-08T09:00:00", "2016-12-09T18:30:00"),
        ("5-7 dec 2016", "2016-12-05T09:00:00", "2016-12-07T18:30:00"),
        ("2016-12-08 10:00", "2016-12-08T10:00:00", "2016-12-09T18:30:00"),
    ):
        path = registry(text)
        assert run("move", "conference", typed, "-r", path).code == 0
        assert f"starts = {starts}  # Thursday\nends = {ends}    # Friday\n" in path.read_text()
        assert 'was = "2016-12-01T09:00:00/2016-12-02T18:30:00"\n' in path.read_text()


def test_an_hour_with_an_offset_is_put_on_the_clock_of_the_deadline(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "small", "2027-05-27T23:30:00Z", "-r", path).code == 0
    assert 'deadline = 2027-05-28  # no hour\nat = "01:30"   # Brussels time\n' in path.read_text()


@pytest.mark.parametrize("at", ['"17:00"', "17:00:00", '"17:00:00"'])
def test_the_same_hour_stays_as_it_is_written(at: str, run: Run, registry: Write) -> None:
    text = HAND_WRITTEN.replace('at = "17:00"', f"at = {at}")
    path = registry(text)
    assert run("move", "small", "2027-05-20 17:00", "-r", path).code == 0
    assert path.read_text() == text
    assert run("move", "small", "2027-05-27 17:00", "-r", path).code == 0
    assert f"at = {at}   # Brussels time\n" in path.read_text()


def test_seconds_are_kept(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "small", "2027-05-27T23:59:59", "-r", path).code == 0
    assert 'at = "23:59:59"   # Brussels time\n' in path.read_text()


def test_a_computed_date_gets_one_of_its_own(run: Run, registry: Write) -> None:
    path = registry(STAGES)
    assert run("move", "one/talk", "2027-07-20", "-r", path).code == 0
    assert changed(STAGES, path.read_text())[:4] == [
        '-after = { stage = "first", months = 1 }  # the agency said',
        "+when = 2027-07-20",
        "+",
        "+[[call.history]]",
    ]
    assert "was = 2027-07-01\n" in path.read_text()


def test_a_date_announced_at_last_has_no_old_one(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "innosup/second", "2017-09-15", "-r", path).code == 0
    assert '  follows = "first"\n' in path.read_text()
    assert "  when = 2017-09-15\n" in path.read_text()
    assert "was" not in path.read_text()


def test_the_same_date_is_nothing_to_do(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("move", "innosup/first", "4 April 2017", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


def test_two_deadlines_ahead_must_be_told_apart(run: Run, registry: Write) -> None:
    path = registry(STAGES.replace("interview", "deadline"))
    ran = run("move", "one", "2027-07-20", "-r", path, "--as-of", "2027-01-01")
    assert ran.code == 2
    assert "one/first, one/talk" in ran.err


def test_an_unknown_stage_names_those_there(run: Run, registry: Write) -> None:
    ran = run("move", "innosup/third", "2017-07-20", "-r", registry(HAND_WRITTEN))
    assert ran.code == 2
    assert "first, second" in ran.err


@pytest.mark.parametrize(
    "doubt",
    [
        "mid June 2027",
        "inizio maggio 2027",
        "seconde quinzaine de mai 2027",
        "KW 23 2027",
        "between 3 and 9 June 2027",
        "otoño de 2027",
        "czerwiec 2027",
        "2027-05-10/2027-05-12",
        "10-11 June 2027 tbc",
    ],
)
def test_a_doubt_is_no_length_of_an_event(doubt: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    fair = '[[event]]\nid = "fair"\ntitle = "Fair"\nchecked = 2027-01-04\nstarts = 2027-05-10\n'
    path.write_text(f"{fair}ends = 2027-05-11\n", "utf-8")
    before = path.read_text("utf-8")
    for words in (("move", "fair", doubt), ("set", "fair", f"starts={doubt}")):
        refused = run(*words, "-r", path, "--as-of", "2027-01-04")
        assert refused.code == 2
        assert "not-this-field" in refused.err
        assert "ends" in refused.err
    assert path.read_text("utf-8") == before
