"""What happened to one entry: one line each, oldest first, those without a day before all."""

import json

import pytest

from builders import entry, moved, registry_of, stage
from clustercalls.cli.look.entry_changes import tell
from clustercalls.editing.record import Record
from commands import NOBODY, SOMEBODY, Screen

MOVED = entry(
    stage("2017-04-08"),
    history=(
        moved("deadline", "2017-04-06", "2017-02-01", why="late"),
        moved("deadline", "2017-04-04", "2017-01-01"),
        moved("deadline", "2017-04-01"),
    ),
)


def test_oldest_first_and_a_dash_for_a_day_that_nobody_noted(capfd: pytest.CaptureFixture[str]) -> None:
    assert tell(registry_of(MOVED), "a", MOVED, (), "plain", NOBODY) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line[:18].strip() for line in lines] == ["–", "2017-01-01", "2017-02-01"]
    assert lines[-1].endswith("; late")


def test_as_json_they_are_rows_in_the_same_order(capfd: pytest.CaptureFixture[str]) -> None:
    tell(registry_of(MOVED), "a", MOVED, (), "json", NOBODY)
    rows = json.loads(capfd.readouterr().out)
    assert [(row["noticed"], row["told_by"]) for row in rows] == [
        (None, "history"),
        ("2017-01-01", "history"),
        ("2017-02-01", "history"),
    ]


@pytest.mark.parametrize(
    ("form", "shown"), [("plain", "set: a: changed owner."), ("json", "modificati: referente")]
)
def test_people_read_an_act_in_their_language_and_programs_as_it_was(
    capfd: pytest.CaptureFixture[str], form: str, shown: str
) -> None:
    record = Record("0" * 12, "2017-03-01T10:00:00Z", "set", ("a",), "a: modificati: referente.", ())
    tell(registry_of(MOVED), "a", MOVED, (record,), form, NOBODY)
    assert shown in capfd.readouterr().out


def test_of_an_entry_that_is_not_known_any_more_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    tell(registry_of(), "gone", None, (), "plain", SOMEBODY)
    assert (screen.shown, screen.said) == ("", "No changes are known.\n")
