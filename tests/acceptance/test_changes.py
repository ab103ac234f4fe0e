"""`clustercalls changes ID`, as it is typed."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from hand_written import HAND_WRITTEN

Write = Callable[..., Path]


def test_history_and_journal_in_their_order(run: Run, act_at: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    for day, command in (
        ("2017-01-01", ("move", "innosup/first", "6 apr 2017", "--why", "extended", "--source",
        "https://a.example")),
        ("2017-02-01", ("set", "innosup", "status=suspended", "--why", "late")),
        ("2017-03-01", ("move", "innosup/first", "8 apr 2017", "--lang", "it")),
        ("2017-04-01", ("confirm", "small")),
    ):  # fmt: skip
        assert act_at(day, *command, "-r", path).code == 0
    ran = run("changes", "innosup", "-r", path)
    assert (ran.code, ran.err) == (0, "")
    told = ran.out.splitlines()
    assert told == [  # a line an act
        "2017-01-01 00:00  move: first stage: 4 Apr → 6 Apr 2017 (+2 days); extended; https://a.example",
        "2017-02-01 00:00  set: status: as its dates say → suspended; late; innosup-1-2017: changed status.",
        "2017-03-01 00:00  move: first stage: 6 Apr → 8 Apr 2017 (+2 days)",
    ]
    italian = run("changes", "innosup", "-r", path, "--lang", "it").out.splitlines()
    assert italian[2] == "2017-03-01 00:00  move: prima fase: 6 apr → 8 apr 2017 (+2 giorni)"
    rows = json.loads(run("changes", "innosup", "-r", path, "-f", "json").out)
    assert [row["told_by"] for row in rows] == ["history", "journal"] * 3
    assert (rows[0]["was"], rows[0]["now"], rows[0]["why"]) == ("2017-04-04", "2017-04-06", "extended")


def test_what_was_set_of_a_stage_calls_it_and_its_field_by_their_names(
    run: Run, act_at: Run, registry: Write
) -> None:
    path = registry(HAND_WRITTEN)
    assert act_at("2017-01-01", "set", "innosup/first", "note=x", "zone=Europe/Rome", "-r", path).code == 0
    assert run("changes", "innosup", "-r", path).out == (
        "2017-01-01 00:00  set: first stage: changed note, zone.\n"
    )
    assert run("changes", "innosup", "-r", path, "--lang", "it").out == (
        "2017-01-01 00:00  set: prima fase: modificati: nota, fuso orario.\n"
    )


def test_rows_of_history_that_no_command_left_and_acts_of_one_day(
    run: Run, act_at: Run, registry: Write
) -> None:
    path = registry(HAND_WRITTEN)
    for hour, command in (
        ("09:00", ("move", "innosup/first", "6 apr 2017")),
        ("10:00", ("move", "innosup/first", "8 apr 2017")),
        ("11:00", ("set", "innosup", "note=x")),
        ("12:00", ("move", "innosup/first", "9 apr 2017")),
        ("13:00", ("undo",)),
    ):
        assert act_at(f"2017-01-01T{hour}", *command, "-r", path).code == 0
    with path.open("a") as file:
        file.write('[[call.history]]\nstage = "second"\nwas = 2017-09-01\nnoticed = 2016-05-05\n')
    lines = run("changes", "innosup", "-r", path).out.splitlines()
    assert [line for line in lines if "second" not in line] == [
        "2017-01-01 09:00  move: first stage: 4 Apr → 6 Apr 2017 (+2 days)",
        "2017-01-01 10:00  move: first stage: 6 Apr → 8 Apr 2017 (+2 days)",
        "2017-01-01 11:00  set: innosup-1-2017: changed note.",
    ]


def test_a_row_of_history_goes_to_the_act_of_its_day_that_names_it(
    run: Run, act_at: Run, registry: Write
) -> None:
    path = registry(
        HAND_WRITTEN + '\n[[call]]\nid = "z"\ntitle = "Z"\ndeadline = 2017-04-04\nopens = 2017-03-03\n'
        '[[event]]\nid = "e"\ntitle = "E"\nstarts = 2017-05-05\n'
    )
    for hour, command in (
        ("09:00", ("set", "z", "owner=anna")),
        ("10:00", ("set", "z", "deadline=5 apr 2017", "--lang", "it")),
        ("11:00", ("set", "z", "opens=6 mar 2017")),
        ("12:00", ("set", "z", "status=suspended", "--why", "late")),
        ("13:00", ("set", "z", "deadline=7 apr 2017")),
        ("14:00", ("move", "z/opens", "7 mar 2017")),
        ("15:00", ("set", "e", "owner=anna")),
        ("16:00", ("set", "e", "starts=8 may 2017", "--lang", "it")),
    ):
        assert act_at(f"2017-01-01T{hour}", *command, "-r", path).code == 0
    ran = run("changes", "z", "-r", path)
    assert [line[11:16] + line[16:].partition(";")[0] for line in ran.out.splitlines()] == [
        "09:00  set: z: changed owner.",
        "10:00  set: deadline: 4 Apr → 5 Apr 2017 (+1 day)",
        "11:00  set: opening: 3 Mar → 6 Mar 2017 (+3 days)",
        "12:00  set: status: as its dates say → suspended",
        "13:00  set: deadline: 5 Apr → 7 Apr 2017 (+2 days)",
        "14:00  move: opening: 6 Mar → 7 Mar 2017 (+1 day)",
    ]
    first, second = run("changes", "e", "-r", path).out.splitlines()
    assert ("→" in first, "5 May → 8 May 2017" in second) == (False, True)


def test_nothing_happened(run: Run, registry: Write) -> None:
    ran = run("changes", "small", "-r", registry(HAND_WRITTEN))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert run("changes", "nobody", "-r", registry(HAND_WRITTEN)).code == 2


def test_of_a_removed_entry_all_that_is_known(run: Run, act_at: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    for day, command in (
        ("2017-01-01", ("move", "innosup/first", "6 apr 2017", "--why", "extended")),
        ("2017-02-01", ("remove", "innosup", "--yes")),
    ):
        assert act_at(f"{day}T12:00", *command, "-r", path).code == 0
    for name in ("innosup-1-2017", "innosup"):
        ran = run("changes", name, "-r", path)
        assert (ran.code, ran.err) == (0, "")
        moved, removed = ran.out.splitlines()
        assert moved == "2017-01-01 12:00  move: first stage: 4 Apr → 6 Apr 2017 (+2 days); extended"
        assert removed.startswith("2017-02-01 12:00  remove: ")
        assert "calls.toml.removed" in removed
    rows = json.loads(run("changes", "innosup", "-r", path, "-f", "json").out)
    assert [row["command"] for row in rows] == [None, "move", "remove"]
    assert act_at("2017-02-02T12:00", "undo", "-r", path).code == 0
    assert run("changes", "innosup", "-r", path).out.splitlines() == [moved]  # what was undone is not there
    assert '"undo"' not in run("changes", "innosup", "-r", path, "-f", "json").out


def test_an_entry_that_is_there_comes_before_one_that_is_gone(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN + '\n[[call]]\nid = "small"\ntitle = "Gone"\n')
    assert run("remove", "small", "--yes", "-r", path).code == 0
    assert "remove" in run("changes", "small", "-r", path).out  # its whole id
    assert run("changes", "smal", "-r", path).out == ""  # small-grants, to which nothing happened
    assert run("remove", "small-grants", "--yes", "-r", path).code == 0
    refused = run("changes", "smal", "-r", path)
    assert refused.code == 2
    assert "small, small-grants" in refused.err


def test_what_is_removed_from_another_registry_is_unknown_here(run: Run, registry: Write) -> None:
    here, there = registry(HAND_WRITTEN), registry(HAND_WRITTEN, "there.toml")
    assert run("remove", "innosup", "--yes", "-r", there).code == 0
    assert run("changes", "innosup", "-r", here) == (0, "", "")
    assert run("remove", "small", "--yes", "-r", here).code == 0
    assert run("changes", "small", "-r", there) == (0, "", "")


def test_a_removed_entry_with_errors_is_known_too(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN + '\n[[call]]\nid = "broken"\ndeadlin = 2017-01-01\n')
    assert run("remove", "broken", "--yes", "-r", path).code == 0
    ran = run("changes", "broken", "-r", path)
    assert (ran.code, "Removed broken" in ran.out) == (0, True)


FIELDS = [
    "id", "title", "what", "field", "was", "now", "days", "noticed", "why", "source",
    "stage", "at", "told_by", "command", "said",
]  # fmt: skip


def test_one_shape_of_json_for_one_entry_and_for_all(run: Run, act_at: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    move = ("move", "innosup/first", "6 apr 2017", "--why", "extended")
    assert act_at("2017-01-01T12:00", *move, "-r", path).code == 0
    assert act_at("2017-01-01T13:00", "remove", "small-grants", "--yes", "-r", path).code == 0
    year = ("--since", "2017-01-01", "--as-of", "2017-02-01")
    moved, record = told = _lines(run("changes", "innosup", "-r", path, "-f", "json").out)
    since = _lines(run("changes", "-r", path, *year, "-f", "json").out)
    assert all(list(row) == FIELDS for row in (*told, *since))
    assert since[0] == moved
    assert moved == dict.fromkeys(FIELDS) | {
        "id": "innosup-1-2017", "title": record["title"], "what": "moved", "field": "stage first",
        "was": "2017-04-04", "now": "2017-04-06", "days": 2, "noticed": "2017-01-01", "why": "extended",
        "stage": "first", "at": "2017-01-01", "told_by": "history",
    }  # fmt: skip
    assert record == dict.fromkeys(FIELDS) | {
        "id": "innosup-1-2017", "title": record["title"], "noticed": "2017-01-01",
        "at": "2017-01-01T12:00:00+01:00", "told_by": "journal", "command": "move", "said": record["said"],
    }  # fmt: skip
    assert (since[-1]["id"], since[-1]["what"], since[-1]["told_by"]) == ("small-grants", "went", "journal")
    old = path.with_name("old.toml")
    old.write_text(HAND_WRITTEN)
    against = _lines(run("changes", "-r", path, "--against", old, "-f", "json").out)
    assert {row["told_by"] for row in against} == {None}


def test_json_of_nothing_is_an_empty_list(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("changes", "small", "-r", path, "-f", "json").out == "[]\n"
    assert run("changes", "-r", path, "--against", path, "-f", "json").out == "[]\n"


def _lines(out: str) -> list[dict[str, object]]:
    """The objects of an array that has one on each line."""
    rows: list[dict[str, object]] = json.loads(out)
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    assert out == "[" + ",\n".join(lines) + "]\n"
    return rows


@pytest.mark.parametrize("how", ["--as-of", "CLUSTERCALLS_AS_OF"])
@pytest.mark.parametrize("day", ["1990-01-01", "2190-01-01"])
@pytest.mark.parametrize("edit", [
    ("confirm", "conference"), ("set", "small", "owner=anna"), ("move", "innosup/first", "6 apr 2017"),
    ("add", "--title", "New"), ("remove", "small", "--yes"),
])  # fmt: skip
def test_an_act_has_the_time_of_the_clock_whatever_day_is_played(
    edit: tuple[str, ...], day: str, how: str, run: Run, act_at: Run, registry: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = registry(HAND_WRITTEN)
    played = ("--as-of", day) if how == "--as-of" else ()
    if not played:
        monkeypatch.setenv(how, day)
    assert act_at("2026-05-06T12:00", *edit, "-r", path, *played).code == 0
    name = "new" if edit[0] == "add" else edit[1].partition("/")[0]
    told = run("changes", name, "-r", path, "-f", "json", *played).out
    assert [row["at"] for row in _lines(told) if row["told_by"] == "journal"] == ["2026-05-06T12:00:00+02:00"]
    assert act_at("2026-05-07T12:00", "undo", "-r", path, *played).code == 0
    refused = run("undo", "-r", path, *played)
    assert (refused.code, "2026-05-06T10:00" in refused.err, day in refused.err) == (2, True, False)


def test_in_english_no_other_language_is_loaded_to_tell_it(act_at: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    for day, command in (
        ("2017-01-01", ("move", "innosup/first", "6 apr 2017")),
        ("2017-02-01", ("set", "innosup", "status=suspended")),
    ):
        assert act_at(day, *command, "-r", path).code == 0
    words = ["changes", "innosup", "-r", str(path)]
    script = f"import sys; from clustercalls.cli.app import main; main({words!r})"
    script += "; sys.exit('gettext' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 2)
