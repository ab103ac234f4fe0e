"""The short keys of an entry's dates, and the table that a stage written so becomes."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from clustercalls.editing.ops import Op
from clustercalls.editing.short_keys import (
    as_long,
    as_starts,
    keys_in,
    paths,
    stage_key,
    with_an_end,
    written_long,
)
from conftest import Run

SHORT = {"id": "one", "opens": 1, "deadline": 2, "at": 3}
FAIR = {"starts": 1, "ends": 2, "at": 3, "registration": 4}


def test_which_keys_begin_a_stage() -> None:
    assert sorted(keys_in(SHORT)) == ["deadline", "opens"]
    assert sorted(keys_in(FAIR)) == ["registration", "starts"]
    assert [stage_key(key) for key in ("starts", "ends", "opens")] == ["starts", "starts", "opens"]


@pytest.mark.parametrize(
    ("table", "key", "found"),
    [
        (SHORT, "deadline", {"kind": "deadline", "when": 2, "at": 3}),
        (SHORT, "opens", {"kind": "opens", "when": 1}),
        (FAIR, "starts", {"kind": "dates", "when": 1, "until": 2, "at": 3}),
        (FAIR, "registration", {"kind": "registration", "when": 4}),
    ],
)
def test_the_table_of_a_short_key(table: dict[str, Any], key: str, found: dict[str, Any]) -> None:
    assert written_long(table, key) == found
    assert as_long(table, key, zone="AoE") == [
        *(Op(path) for path in paths(table, key).values()),
        Op(("stage",), found | {"zone": "AoE"}, more=True),
    ]


def test_a_stage_with_an_end_stands_behind_the_others() -> None:
    assert with_an_end({"info_day": 1}, "info_day") == (as_long({"info_day": 1}, "info_day"), ("stage", 0))
    assert with_an_end({"stage": [{}, {}]}, "opens") == (as_long({}, "opens"), ("stage", 2))


CALL = '[[call]]\nid = "one"\ntitle = "T"\nchecked = 2027-01-01\ndeadline = 2027-05-08\n'
TWO_DAYS = {"kind": "info_day", "when": date(2027, 4, 9), "until": date(2027, 4, 10)}
HOURS = {"when": datetime(2027, 4, 9, 9), "until": datetime(2027, 4, 10, 17)}  # noqa: DTZ001 - as files have it
LATER = "9-10 April 2027"
# what stands in the file, what is typed, the stage that comes of it
LASTING: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    ("", ("set", "one", f"info_day={LATER}"), TWO_DAYS),
    ("info_day = 2027-04-02\n", ("set", "one", f"info_day={LATER}"), TWO_DAYS),
    ("info_day = 2027-04-02\n", ("move", "one/info_day", LATER), TWO_DAYS),
    ("info_day = 2027-04-02T09:00:00\n", ("move", "one/info_day", f"{LATER}, 9:00-17:00"), TWO_DAYS | HOURS),
    ("info_day = 2027-04-02\n", ("move", "one/info_day", f"{LATER}, 9:00-17:00 Finnish time"),
     TWO_DAYS | HOURS | {"zone": "Europe/Helsinki"}),
    ("", ("set", "one", f"info_day={LATER}, 9:00-17:00 Finnish time"),
     TWO_DAYS | HOURS | {"zone": "Europe/Helsinki"}),
    ('[[call.stage]]\nkind = "info_day"\nwhen = 2027-04-02\nuntil = 2027-04-03\n',
     ("move", "one/info_day", LATER), TWO_DAYS),
    ('[[call.stage]]\nkind = "info_day"\nwhen = 2027-04-02\nuntil = 2027-04-03\n',
     ("set", "one/info_day", f"when={LATER}"), TWO_DAYS),
]  # fmt: skip


@pytest.mark.parametrize(("text", "typed", "stage"), LASTING)
def test_an_info_day_over_several_days(
    text: str, typed: tuple[str, ...], stage: dict[str, Any], run: Run, registry: Callable[..., Path]
) -> None:
    path = registry(CALL + text)
    assert run(*typed, "-r", path, "--as-of", "2027-02-06").code == 0
    (entry,) = tomllib.loads(path.read_text())["call"]
    assert entry["stage"] == [stage]
    assert "info_day" not in entry


def test_a_new_one_over_several_days(run: Run, registry: Callable[..., Path]) -> None:
    path = registry("schema = 1\n")
    for typed in (("--info-day", LATER), ("--stage", f"info day={LATER}")):
        assert run("add", "--title", "T", *typed, "-r", path, "--as-of", "2027-02-06", "--again").code == 0
    for entry in tomllib.loads(path.read_text())["call"]:
        assert entry["stage"] == [TWO_DAYS]


@pytest.mark.parametrize("command", ["set", "move"])
@pytest.mark.parametrize("days", ["17 and 18 June 2027", "17-18 June 2027", "il 17 e 18 giugno 2027"])
def test_days_for_the_one_date_of_an_event(
    command: str, days: str, run: Run, registry: Callable[[str], Path]
) -> None:
    path = registry('[[event]]\nid = "fair"\ntitle = "F"\ndates = 2027-06-10\n')
    typed = [f"dates={days}"] if command == "set" else [days]
    assert run(command, "fair", *typed, "-r", path, "--as-of", "2027-02-06").code == 0
    (fair,) = tomllib.loads(path.read_text())["event"]
    assert (fair["starts"], fair["ends"], "dates" in fair) == (date(2027, 6, 17), date(2027, 6, 18), False)


def test_a_beginning_in_place_of_one_date() -> None:
    assert as_starts({"dates": 1}) == ([Op(("dates",)), Op(("starts",), 1)], ("starts",))
    assert as_starts({"starts": 1}) == ([], ("starts",))
