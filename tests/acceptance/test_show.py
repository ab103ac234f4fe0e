"""`clustercalls show`, as it is typed; its first line answers "can we still apply?"."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BUNDLED, Run
from samples import BAD, BAD_LINE

ANSWERS = [
    ("innosup", "2016-12-02", "Open. First stage closes Tue 4 Apr 2017, in 123 days."),
    ("innosup", "2017-03-28", "Closing. First stage closes Tue 4 Apr 2017, in 7 days."),
    ("innosup", "2017-04-03", "Closing. First stage closes Tue 4 Apr 2017, tomorrow."),
    ("innosup", "2017-04-04", "Closing. First stage closes Tue 4 Apr 2017, today."),
    ("innosup", "2017-04-05", "Closed. First stage: Tue 4 Apr 2017, yesterday."),
    ("escp-s3-formal", "2016-12-02", "Not open yet. Publication: Feb–Mar 2017, in 61+ days."),
    ("escp-s3-informal", "2016-12-02", "Open. No deadline is given."),
    ("labels-call", "2016-12-02", "Not known."),
    ("eccp-portal", "2016-12-02", "To consult: nothing to apply for."),
]


@pytest.mark.parametrize(("name", "now", "expected"), ANSWERS)
def test_the_first_line_is_the_answer(run: Run, name: str, now: str, expected: str) -> None:
    ran = run("show", name, "-r", BUNDLED, "--as-of", now)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith(expected)


def test_everything_about_one(run: Run) -> None:
    out = run("show", "innosup", "-r", BUNDLED, "--as-of", "2016-12-02").out
    for said in ("innosup-1-2017", "H2020", "18.5 M€", "75 % for SMEs", "Nov 2016", "4 Apr 2017",
                 "date not announced", "prevista per il 4.4. 2017"):  # fmt: skip
        assert said in " ".join(out.split()), said


def test_in_italian(run: Run) -> None:
    out = run("show", "innosup", "-r", BUNDLED, "--as-of", "2017-03-28", "--lang", "it").out
    assert out.startswith("In chiusura. ")
    assert "mar 4 apr 2017, fra 7 giorni." in out.splitlines()[0]


def test_json_has_the_stages_and_the_source(run: Run) -> None:
    found = json.loads(run("show", "innosup", "-r", BUNDLED, "--as-of", "2016-12-02", "-f", "json").out)
    assert (found["id"], found["status"], found["budget"]) == ("innosup-1-2017", "open", 18_500_000)
    assert [stage["uid"] for stage in found["stages"]] == [
        "innosup-1-2017/published",
        "innosup-1-2017/first",
        "innosup-1-2017/second",
    ]
    assert "4.4. 2017" in found["source"]["quote"]


def test_several_matches_are_listed(run: Run) -> None:
    ran = run("show", "escp-s3", "-r", BUNDLED)
    assert (ran.code, ran.out) == (2, "")
    assert "escp-s3-formal-2017" in ran.err
    assert "escp-s3-informal-2016" in ran.err


@pytest.mark.parametrize(("typed", "near"), [("inosup-1-2017", "innosup-1-2017"), ("zzzzzz", "list --all")])
def test_an_unknown_id_names_the_nearest(run: Run, typed: str, near: str) -> None:
    ran = run("show", typed, "-r", BUNDLED)
    assert (ran.code, ran.out) == (2, "")
    assert near in ran.err


def test_a_whole_id_in_any_case(run: Run) -> None:
    assert run("show", "INNOSUP-1-2017", "-r", BUNDLED).code == 0


def test_without_an_id(run: Run) -> None:
    assert run("show", "-r", BUNDLED).code == 2


def test_a_good_entry_beside_a_bad_one(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(BAD)
    ran = run("show", "chains", "-r", path, "--as-of", "2017-03-01")
    assert ran.code == 3
    assert ran.out.startswith("Open. Closes Tue 4 Apr 2017 17:00 Brussels, in 34 days.")
    assert ran.err.startswith(f"{path}:{BAD_LINE}: ")


@pytest.mark.parametrize("command", ["show", "changes"])
def test_an_id_sought_where_nothing_can_be_read_is_not_wrong(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, "innosup", "-r", tmp_path / "calls.toml")
    assert (ran.code, ran.out) == (3, "")
    assert "no-registry: " in ran.err
