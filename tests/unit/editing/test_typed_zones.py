"""The zone typed beside one hour of an entry: it concerns that hour, and no other is moved by it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clustercalls.editing.document import as_document
from clustercalls.editing.typed_zones import Spoken, hours, in_force, zone_ops
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Said
from conftest import Run

BRUSSELS, HELSINKI = "Europe/Brussels", "Europe/Helsinki"
NOON = Said("2027-04-09T12:00", zone=HELSINKI)
Write = Callable[..., Path]


def table_of(text: str) -> dict[str, Any]:
    found = as_document(Path("calls.toml"), f'[[call]]\nid = "one"\ntitle = "T"\n{text}'.encode())
    table: dict[str, Any] = found.raw["call"][0]
    return table


# what stands in the entry, the path of the stage that is asked about, where its hours are
HOURS: list[tuple[str, tuple[str | int, ...], list[tuple[str | int, ...]]]] = [
    ("deadline = 2027-04-09", (), []),
    ("deadline = 2027-04-09T12:00:00", (), [("deadline",)]),
    ("deadline = '2027-04-09 12:00'", (), [("deadline",)]),
    ("deadline = '2027-04-09 25:00'", (), []),
    ("deadline = 2027-04-09T12:00:00Z", (), []),
    ("deadline = 2027-04-09\nat = 17:00", (), [("at",)]),
    ("starts = 2027-04-09\nends = 2027-04-10T13:00:00", (), [("ends",)]),
    ("stage = [{ kind = 'interview', at = '17:00' }]", (), [("stage", 0, "at")]),
    ("stage = [{ kind = 'interview', at = '17:00', zone = 'AoE' }]", (), []),
    ("at = 17:00\nstage = [{ kind = 'dates', when = 2027-04-09, until = 2027-04-10T13:00:00 }]",
     ("stage", 0), [("stage", 0, "until")]),
    ("stage = 5", (), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "base", "found"), HOURS)
def test_where_the_hours_of_one_zone_are(
    text: str, base: tuple[str | int, ...], found: list[tuple[str | int, ...]]
) -> None:
    assert list(hours(table_of(text), base)) == found


def test_the_zone_in_force_is_the_nearest_that_is_stated() -> None:
    table = {"zone": "CET", "stage": [{"kind": "interview", "zone": "AoE"}, {"kind": "interview"}]}
    assert in_force(table, ("stage", 0), HELSINKI) == "AoE"
    assert in_force(table, ("stage", 1), HELSINKI) == in_force(table, (), HELSINKI) == BRUSSELS
    assert in_force({"zone": ""}, (), HELSINKI) == HELSINKI
    assert in_force({"zone": "Mars"}, (), HELSINKI) == ""


def test_what_can_be_typed_instead_is_named() -> None:
    table = table_of("deadline = 2027-04-09T12:00:00\nopens = 2027-03-09T09:00:00")
    spoken = Spoken(NOON, ("deadline",), ("at",))
    with pytest.raises(UsageRefused) as refused:
        zone_ops(table, (), BRUSSELS, [spoken])
    said = refused.value.problem
    assert said.message == "the zone Europe/Helsinki would be that of opens too"
    assert said.hint == (
        "Write 2027-04-09T11:00, which is the same on the clock of Europe/Brussels; "
        "or, if all are of Europe/Helsinki, first: clustercalls set one zone=Europe/Helsinki"
    )
    with pytest.raises(UsageRefused) as refused:  # no clock is known
        zone_ops(table, (), "?", [spoken])
    assert refused.value.problem.hint.startswith("If all are of Europe/Helsinki, first: ")


CALL = '[[call]]\nid = "one"\ntitle = "T"\nchecked = 2027-01-01\n'
EVENT = CALL.replace("call", "event")
NOON_THERE = "9 apr 2027 noon Finnish time"
FAIR = EVENT + "starts = 2027-04-08T09:00:00\nends = 2027-04-09T13:00:00\n"
FIVE = CALL + "deadline = 2027-04-08T17:00:00\n"
STAGE = '[[{}.stage]]\nid = "{}"\nkind = "{}"\n'
LASTS = EVENT + STAGE.format("event", "fair", "dates")
LASTS += "when = 2027-04-08T09:00:00\nuntil = 2027-04-09T13:00:00\n"
# an entry, what is typed, and the stages whose hours were typed; then what is written where it is not refused
TYPED: list[tuple[str, tuple[str, ...], set[str], str]] = [
    (FAIR, ("move", "one", NOON_THERE),
     {"dates.when"}, ""),
    (EVENT + "starts = 2027-04-08\nends = 2027-04-09T13:00:00\n", ("move", "one", NOON_THERE),
     {"dates.when"}, ""),
    (EVENT + "starts = 2027-04-08T09:00:00\nends = 2027-04-09\n", ("move", "one", NOON_THERE),
     {"dates.when"}, 'zone = "Europe/Helsinki"'),
    (FAIR,
     ("set", "one", f"starts={NOON_THERE}"), {"dates.when"}, ""),
    (FAIR,
     ("set", "one", f"ends={NOON_THERE}"), {"dates.until"}, ""),
    (FAIR,
     ("set", "one", f"starts={NOON_THERE}", "ends=10 apr 2027 13:00 Finnish time"),
     {"dates.when", "dates.until"}, 'zone = "Europe/Helsinki"'),
    (FAIR,
     ("set", "one", f"starts={NOON_THERE}", "ends=10 apr 2027 13:00 CET"), {"dates.when", "dates.until"}, ""),
    (FAIR,
     ("set", "one", f"starts={NOON_THERE}", "ends=10 apr 2027 13:00"), {"dates.when", "dates.until"}, ""),
    (FAIR,
     ("move", "one", "9 apr 2027 12:00 to 10 apr 2027 13:00 Finnish time"), {"dates.when", "dates.until"},
     'zone = "Europe/Helsinki"'),
    (LASTS,
     ("move", "one", NOON_THERE), {"fair.when"}, ""),
    (LASTS,
     ("set", "one/fair", f"when={NOON_THERE}"), {"fair.when"}, ""),
    (LASTS,
     ("set", "one/fair", f"until={NOON_THERE}"), {"fair.until"}, ""),
    (CALL + "deadline = 2027-04-08T17:00:00\nopens = 2027-02-08T09:00:00\n",
     ("move", "one", NOON_THERE), {"deadline.when"}, ""),
    (CALL + 'deadline = 2027-04-08\nat = "17:00"\n' + STAGE.format("call", "talk", "interview")
     + "when = 2027-06-08T09:00:00\n", ("move", "one/deadline", NOON_THERE), {"deadline.when"}, ""),
    (CALL + 'deadline = 2027-04-08\nat = "17:00"\n' + STAGE.format("call", "talk", "interview")
     + "when = 2027-06-08T09:00:00\n", ("move", "one/talk", NOON_THERE), {"talk.when"},
     'zone = "Europe/Helsinki"'),
    (CALL + 'deadline = 2027-04-08\nat = "17:00"\n' + STAGE.format("call", "talk", "interview")
     + "when = 2027-06-08T09:00:00\nzone = 'AoE'\n", ("move", "one/deadline", NOON_THERE), {"deadline.when"},
     'zone = "Europe/Helsinki"'),
    # the day alone: the hour that it keeps was not typed
    (FIVE, ("move", "one", "9 apr 2027 Finnish time"), set(), ""),
    (CALL + 'deadline = 2027-04-08\nat = "17:00"\n',
     ("set", "one", "deadline=9 apr 2027 Finnish time"), set(), ""),
    (CALL + "deadline = 2027-04-08\n", ("move", "one", "9 apr 2027 Finnish time"), set(),
     'zone = "Europe/Helsinki"'),
    # a stage without a date, and one that is not there yet
    (CALL + "opens = 2027-02-08T09:00:00\n", ("set", "one", f"deadline={NOON_THERE}"), {"deadline.when"}, ""),
    (CALL + "opens = 2027-02-08\n", ("set", "one", f"deadline={NOON_THERE}"), {"deadline.when"},
     'zone = "Europe/Helsinki"'),
    (CALL + "opens = 2027-02-08T09:00:00\n" + STAGE.format("call", "first", "deadline"),
     ("move", "one/first", NOON_THERE), {"first.when"}, 'zone = "Europe/Helsinki"'),
    (FIVE, ("set", "one", f"deadline={NOON_THERE}", "zone=AoE"),
     {"deadline.when"}, ""),
    (FIVE, ("set", "one", "zone=Europe/Helsinki", f"deadline={NOON_THERE}"),
     {"deadline.when"}, 'zone = "Europe/Helsinki"'),
    # a date that is no stage's has no hour
    (FIVE, ("set", "one", "checked=5 feb 2027 Finnish time"), set(), "2027-02-05"),
]  # fmt: skip


def instants(path: Path) -> dict[str, str]:
    """Every hour of the entry: its stage and end, and its moment in UTC."""
    from clustercalls.history.rows import milestone
    from clustercalls.registry.read import load

    (entry,) = load((path,)).entries
    found: dict[str, str] = {}
    for stage in entry.stages:
        its = milestone(entry, stage)
        found |= {
            f"{stage.id}.{end}": f"{moment.timestamp()}"
            for end, moment in (("when", its.instant), ("until", its.end))
            if moment is not None and (stage.at if end == "when" else stage.until_at)
        }
    return found


@pytest.mark.parametrize(("text", "typed", "own", "written"), TYPED)
def test_no_other_hour_is_moved(
    text: str, typed: tuple[str, ...], own: set[str], written: str, run: Run, registry: Write
) -> None:
    path = registry(text)
    before = instants(path)
    done = run(*typed, "-r", path, "--as-of", "2027-02-06")
    if written:
        assert (done.code, done.err) == (0, "")
        assert written in path.read_text()
        after = instants(path)
        assert {key: after[key] for key in before if key not in own} == {
            key: value for key, value in before.items() if key not in own
        }
        if "noon" in f"{typed}":
            noon = "1807261200.0"  # 9 April 2027, 09:00 UTC
            assert noon in after.values()
    else:
        assert (done.code, path.read_text()) == (2, text)
        assert "zone" in done.err


# what is typed to `add` beside `--deadline "9 apr 2027 noon Finnish time"`, and the other hour of it, in UTC
ADDED = [
    (("--stage", "second=9 sep 2027 17:00"), "second.when", "2027-09-09T15:00"),
    (("--stage", "second=9 sep 2027 17:00 Rome time"), "second.when", "2027-09-09T15:00"),
    (("--stage", "second=9 sep 2027 17:00 Finnish time"), "second.when", "2027-09-09T14:00"),
    (("--stage", "second=9 sep 2027 17:00", "--zone", "Europe/Helsinki"), "second.when", "2027-09-09T14:00"),
    (("--registration", "9 mar 2027 17:00"), "", ""),
    (("--registration", "9 mar 2027 17:00", "--zone", "Europe/Rome"), "", ""),
    (("--starts", "9 sep 2027 9:00", "--ends", "10 sep 2027 17:00"), "", ""),
    (("--starts", "9 sep 2027 to 10 sep 2027 17:00"), "", ""),
    (("--at", "17:00"), "", ""),
    (("--zone", "Mars"), "", ""),
    (("--source-date", "9 jan 2027 Rome time"), "deadline.when", "2027-04-09T09:00"),
]


@pytest.mark.parametrize(("typed", "stage", "moment"), ADDED)
def test_add_moves_none_either(
    typed: tuple[str, ...], stage: str, moment: str, run: Run, registry: Write
) -> None:
    from datetime import datetime

    path = registry("schema = 1\n")
    options = ("--deadline", NOON_THERE) if "--starts" not in typed else ("--registration", NOON_THERE)
    done = run("add", "--title", "T", *options, *typed, "-r", path, "--as-of", "2027-02-06")
    if moment:
        assert (done.code, done.err) == (0, "")
        assert instants(path)[stage] == f"{datetime.fromisoformat(moment + '+00:00').timestamp()}"
    else:
        assert (done.code, path.read_text()) == (2, "schema = 1\n")


def test_an_opening_named_beside_a_stage_in_a_zone_of_its_own(run: Run, registry: Write) -> None:
    path = registry("schema = 1\n")
    typed = "first=from 8 feb 2027 9:00 to 9 apr 2027 noon Finnish time"
    assert run("add", "--title", "T", "--stage", typed, "-r", path, "--as-of", "2027-02-06").code == 2
    assert path.read_text() == "schema = 1\n"
