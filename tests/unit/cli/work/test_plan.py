"""`plan` shows the steps back from a deadline, asks, and writes them in one edit."""

import re
from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

CALLS = """schema = 1

[days_off]
places = { BE = "Belgium", IT-BA = "Bari" }
"2027-03-29" = "Easter Monday"

[template]
short = [
  { id = "go", title = "go or no-go", working_days = -45 },
  { id = "draft", title = "full draft", working_days = -5, owner = "carla" },
  { id = "late", title = "too late", working_days = 0 },
]

# the bid
[[call]]
id = "innosup"
title = "Innosup-1"
owner = "anna"
checked = 2027-01-05
deadline = 2027-04-06T17:00:00

[[call]]
id = "vague"
title = "Vague"
checked = 2027-01-05
"""
DAY = ("--as-of", "2027-01-11")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return path


def steps(path: Path) -> dict[str, dict[str, object]]:
    call = tomli.loads(path.read_text())["call"][0]
    return {each["id"]: each for each in call.get("stage", [])}


def test_what_it_shows(run: Run, path: Path) -> None:
    assert run("plan", "innosup", "--template", "short", "-r", path, *DAY).out == (
        "Innosup-1\n"
        "Tue 6 Apr 2027 17:00 Brussels · working days of Belgium and Bari\n"
        "  -45  Mon 1 Feb 2027   go or no-go  anna\n"
        "   -5  Tue 30 Mar 2027  full draft   carla\n"
        "    0  Tue 6 Apr 2027   too late     anna\n"
        "Left out: weekends, Mon 29 Mar 2027 (Easter Monday)\n"
    )
    assert path.read_text() == CALLS


def test_what_it_writes_moves_is_told_is_late_and_is_taken_back(run: Run, path: Path) -> None:
    assert run("plan", "innosup", "--template", "short", "--write", "-r", path, *DAY) == (0, "", "")
    assert steps(path)["draft"] == {
        "id": "draft", "kind": "internal", "title": "full draft", "owner": "carla",
        "after": {"stage": "deadline", "working_days": -5},
    }  # fmt: skip
    assert run("check", "-r", path).code == 0
    assert run("plan", "innosup", "--template", "short", "--write", "-r", path, *DAY).code == 0
    assert len(steps(path)) == 3  # never twice
    run("move", "innosup", "2027-04-08T17:00", "-r", path, *DAY)
    assert "Thu 1 Apr 2027" in run("upcoming", "-r", path, *DAY, "--owner", "carla").out
    run("move", "innosup", "2027-03-30T17:00", "-r", path, *DAY)
    shown = run("upcoming", "-r", path, *DAY, "--owner", "carla").out
    assert "Mon 22 Mar 2027" in shown  # over Easter Monday
    assert "full draft" in run("remind", "--as-of", "2027-03-19", "-r", path).out
    assert "full draft" in run("upcoming", "--as-of", "2027-03-24", "-r", path).out.splitlines()[2]
    run("done", "innosup/draft", "--as-of", "2027-03-24", "-r", path)
    calendar = run("export", "ics", "-r", path, *DAY).out
    assert "RELATED-TO;RELTYPE=SIBLING:innosup.deadline@" in calendar.replace("\r\n ", "")
    for _ in range(4):
        run("undo", "-r", path)
    assert path.read_text() == CALLS


def test_a_dry_run_shows_the_difference(run: Run, path: Path) -> None:
    out = run("plan", "innosup", "--dry-run", "-r", path, *DAY).out
    assert out.count('+kind = "internal"') == 8
    assert path.read_text() == CALLS


@pytest.mark.parametrize(("answers", "written"), [
    (["y", "y"], {"go", "draft", "late"}), (["y", "n"], {"draft", "late"}), (["n"], set()), ([""], set()),
])  # fmt: skip
def test_it_asks_and_about_what_is_past_too(path: Path, answers: list[str], written: set[str]) -> None:
    terminal = Terminal("plan", "innosup", "--template", "short", "-r", path, "--as-of", "2027-02-15")
    for question, answer in zip(
        ("Moves with the deadline.", "Steps before today: 1."), answers, strict=False
    ):
        terminal.answer(question, answer)
    assert terminal.end() == 0
    assert set(steps(path)) == written


def test_without_a_terminal_what_is_past_is_not_written(run: Run, path: Path) -> None:
    words = ("plan", "innosup", "--template", "short", "-r", path, "--as-of", "2027-02-15")
    assert "before today" in run(*words).out
    ran = run(*words, "--write")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("steps-left-out: innosup: steps before today were left out: go.")
    assert set(steps(path)) == {"draft", "late"}
    ran = run(*words, "--write", "--past")
    assert (ran.code, ran.err, set(steps(path))) == (0, "", {"go", "draft", "late"})


def test_where_all_is_past_it_is_said(run: Run, path: Path) -> None:
    words = ("plan", "innosup", "--template", "short", "-r", path, "--as-of", "2027-04-06", "--write")
    path.write_text(CALLS.replace("working_days = 0", "working_days = -1"))
    ran = run(*words)
    assert (ran.code, steps(path)) == (0, {})
    assert "were left out: go, draft, late. Write them too with --past." in ran.err


def test_days_off_that_cannot_be_read_are_told(run: Run, path: Path) -> None:
    path.write_text(CALLS.replace('"2027-03-29"', '"25 dec"'))
    for words in (("plan", "innosup"), ("plan", "innosup", "--write"), ("days-off",)):
        ran = run(*words, "-r", path, *DAY)
        assert (ran.code, "calls.toml:5: bad-date: " in ran.err) == (3, True), words


def test_a_template_that_is_wrong_is_told_and_no_other_suffers(run: Run, path: Path) -> None:
    path.write_text(CALLS.replace("[template]\n", '[template]\nodd = [{ id = "late", working_days = 3 }]\n'))
    ran = run("plan", "innosup", "--template", "short", "-r", path, *DAY)
    assert (ran.code, "calls.toml:7: bad-type: " in ran.err, "go or no-go" in ran.out) == (3, True, True)
    assert "0 or below" in ran.err


def test_a_step_of_no_working_days_is_on_one(run: Run, path: Path) -> None:
    path.write_text(CALLS.replace("2027-04-06T17:00:00", "2027-03-28T17:00:00"))
    assert "    0  Fri 26 Mar 2027" in run("plan", "innosup", "--template", "short", "-r", path, *DAY).out
    run("plan", "innosup", "--template", "short", "--write", "-r", path, *DAY)
    assert "Fri 26 Mar 2027" in run("upcoming", "-r", path, *DAY, "--stage", "internal").out


def test_a_step_that_is_there_is_shown_on_its_own_day(run: Run, path: Path) -> None:
    run("plan", "innosup", "--template", "short", "--write", "-r", path, *DAY)
    path.write_text(path.read_text().replace("working_days = -5 }", "working_days = -8 }"))
    assert "Wed 24 Mar 2027" in run("plan", "innosup", "--template", "short", "-r", path, *DAY).out


def test_a_stretch_is_left_out_as_one(run: Run, path: Path) -> None:
    path.write_text(CALLS.replace('"2027-03-29" = "Easter Monday"', '"2027-03-22/2027-04-02" = "shut"'))
    out = run("plan", "innosup", "--template", "short", "-r", path, *DAY).out
    assert out.endswith("Left out: weekends, Mon 22 Mar 2027 – Fri 2 Apr 2027 (shut)\n")


@pytest.mark.parametrize(("words", "code"), [
    (("innosup", "--template", "shirt"), "unknown-template"), (("vague",), "no-deadline-ahead"),
    (("innosup/nowhere",), "unknown-stage"), (("innosup", "--as-of", "2027-05-01"), "no-deadline-ahead"),
    (("innosup/deadline", "--as-of", "2027-05-01"), "no-deadline-ahead"),
    (("nobody",), "unknown-id"),
])  # fmt: skip
def test_what_cannot_be_planned(run: Run, path: Path, words: tuple[str, ...], code: str) -> None:
    ran = run("plan", *words, "-r", path)
    assert (ran.code, f"{code}:" in ran.err) == (2, True)
    assert path.read_text() == CALLS


def test_a_circle_of_steps_is_refused(run: Run, path: Path) -> None:
    circle = "deadline = 2027-04-06T17:00:00\n"
    text = CALLS.replace(circle, "", 1) + (
        '[[call]]\nid = "round"\ntitle = "Round"\nchecked = 2027-01-05\n'
        '[[call.stage]]\nkind = "deadline"\nafter = { stage = "draft", months = 1 }\n'
        '[[call.stage]]\nid = "draft"\nkind = "internal"\nafter = { stage = "deadline", working_days = -5 }\n'
    )
    path.write_text(text)
    ran = run("plan", "round", "-r", path, *DAY, "--write")
    assert ran.code == 3
    assert "stage-circle" in run("check", "-r", path).out
    assert path.read_text() == text


def test_templates_of_the_config_and_of_ours(run: Run, path: Path) -> None:
    config = Path.home() / ".config/clustercalls/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('template.mine = [{ id = "read", title = "read it", working_days = -2 }]\n')
    assert "read it" in run("plan", "innosup", "--template", "mine", "-r", path, *DAY).out
    assert "PIC" in run("plan", "innosup", "--template", "join", "-r", path, *DAY).out
    assert "lettere di sostegno" in run("plan", "innosup", "-r", path, *DAY, "--lang", "it").out
    config.write_text('template.mine = [{ id = "read", working_days = 2 }]\n')
    assert re.search("config.toml: .*working_days", run("plan", "innosup", "-r", path, *DAY).err)
