"""The zone typed beside one hour of an entry: it concerns that hour, and no other is moved by it."""

import re
import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from clustercalls.editing.document import as_document
from clustercalls.editing.fields import DATED
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
    ("deadline = 2027-04-09", ("deadline",), []),
    ("deadline = 2027-04-09T12:00:00", ("deadline",), [("deadline",)]),
    ("deadline = '2027-04-09 12:00'", ("deadline",), [("deadline",)]),
    ("deadline = '2027-04-09 25:00'", ("deadline",), []),
    ("deadline = 2027-04-09T12:00:00Z", ("deadline",), []),
    ("deadline = 2027-04-09\nat = 17:00", ("deadline",), [("at",)]),
    ("deadline = 2027-04-09\nopens = 2027-03-09\nat = 17:00", ("opens",), []),
    ("starts = 2027-04-09\nends = 2027-04-10T13:00:00", ("starts",), [("ends",)]),
    ("stage = [{ kind = 'interview', at = '17:00' }]", ("stage", 0), [("stage", 0, "at")]),
    ("stage = [{ kind = 'interview', at = '17:00' }]", ("deadline",), []),
    ("at = 17:00\nstage = [{ kind = 'dates', when = 2027-04-09, until = 2027-04-10T13:00:00 }]",
     ("stage", 0), [("stage", 0, "until")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stage", "found"), HOURS)
def test_where_the_hours_of_a_stage_are(
    text: str, stage: tuple[str | int, ...], found: list[tuple[str | int, ...]]
) -> None:
    assert hours(table_of(text), stage) == found


def test_the_zone_in_force_is_the_nearest_that_is_stated() -> None:
    table = {"zone": "CET", "stage": [{"kind": "interview", "zone": "AoE"}, {"kind": "interview"}]}
    assert in_force(table, ("stage", 0), HELSINKI) == "AoE"
    assert in_force(table, ("stage", 1), HELSINKI) == in_force(table, (), HELSINKI) == BRUSSELS
    assert in_force({"zone": ""}, (), HELSINKI) == HELSINKI
    assert in_force({"zone": "Mars"}, (), HELSINKI) == ""


def test_what_can_be_typed_instead_is_named() -> None:
    table = table_of("starts = 2027-04-09T12:00:00\nends = 2027-04-10T09:00:00")
    spoken = Spoken(NOON, ("starts",), ("at",))
    with pytest.raises(UsageRefused) as refused:
        zone_ops(table, (), BRUSSELS, [spoken])
    said = refused.value.problem
    assert said.message == "the zone Europe/Helsinki would be that of ends too"
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
     ("move", "one", NOON_THERE), {"deadline.when"}, 'zone = "Europe/Helsinki"'),
    (CALL + 'deadline = 2027-04-08\nat = "17:00"\n' + STAGE.format("call", "talk", "interview")
     + "when = 2027-06-08T09:00:00\n", ("move", "one/deadline", NOON_THERE),
     {"deadline.when"}, 'zone = "Europe/Helsinki"'),
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
    (CALL + "opens = 2027-02-08T09:00:00\n", ("set", "one", f"deadline={NOON_THERE}"), {"deadline.when"},
     'zone = "Europe/Helsinki"'),
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
    (("--registration", "9 mar 2027 17:00"), "registration.when", "2027-03-09T16:00"),
    (("--registration", "9 mar 2027 17:00", "--zone", "Europe/Rome"), "", ""),
    (("--starts", "9 sep 2027 9:00", "--ends", "10 sep 2027 17:00"), "dates.when", "2027-09-09T07:00"),
    (("--starts", "9 sep 2027 to 10 sep 2027 17:00"), "", ""),
    (("--opens", "9 feb 2027 9:00 Rome time"), "opens.when", "2027-02-09T08:00"),
    (("--at", "17:00"), "", ""),
    (("--zone", "Mars"), "", ""),
    (("--source-date", "9 jan 2027 Rome time"), "deadline.when", "2027-04-09T09:00"),
]


@pytest.mark.parametrize(("typed", "stage", "moment"), ADDED)
def test_add_moves_none_either(
    typed: tuple[str, ...], stage: str, moment: str, run: Run, registry: Write
) -> None:
    path = registry("schema = 1\n")
    options = ("--deadline", NOON_THERE) if "--starts" not in typed else ("--registration", NOON_THERE)
    done = run("add", "--title", "T", *options, *typed, "-r", path, "--as-of", "2027-02-06")
    if moment:
        assert (done.code, done.err) == (0, "")
        assert instants(path)[stage] == f"{datetime.fromisoformat(moment + '+00:00').timestamp()}"
    else:
        assert (done.code, path.read_text()) == (2, "schema = 1\n")


# what the zone is laid on if it is the entry's: every other date, a day, a doubt, an hour, a date to come
OTHERS = [
    "opens = 2027-03-01",
    "registration = 2027-03-05",
    'decision = "2027-06"',
    "published = 2027-01-04",
    "starts = 2027-05-11\nends = 2027-05-12",
    'starts = "2027-05-11/2027-05-14"',
    "info_day = 2027-03-01T09:30:00",
    STAGE.format("call", "final", "deadline") + "when = 2027-09-09\n",
    STAGE.format("call", "final", "deadline") + 'when = 2027-09-09\nat = "10:30"\n',
    STAGE.format("call", "ours", "internal") + "days = 14\n",
    STAGE.format("call", "news", "decision") + 'after = { stage = "deadline", months = 3 }\n',
]


def moments(path: Path) -> dict[str, object]:
    """What each stage comes to: its instants, and the zone by which its days are read."""
    from clustercalls.history.rows import milestone
    from clustercalls.registry.read import load

    (entry,) = load((path,)).entries
    found = [(stage, milestone(entry, stage)) for stage in entry.stages]
    return {stage.id: (stage.zone, str(its.when), its.instant, its.end) for stage, its in found}


@pytest.mark.parametrize("zone", ["AoE", "London time", "17:00 ora di Helsinki", "heure de New York"])
@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("command", ["move", "set", "at"])
def test_no_date_without_a_zone_takes_that_of_another_hour(
    command: str, other: str, zone: str, run: Run, registry: Write
) -> None:
    path = registry(CALL + "deadline = 2027-04-08\n" + other)
    hour = zone if zone.startswith("17") else f"17:00 {zone}"
    typed = {
        "move": ("move", "one/deadline", f"8 apr 2027 {hour}"),
        "set": ("set", "one", f"deadline=8 apr 2027 {hour}"),
        "at": ("set", "one", f"at={hour}"),
    }[command]
    if command != "move":  # in a file that has a zone of its own already
        path = registry(path.read_text().replace("title =", 'zone = "Europe/Athens"\ntitle ='))
    before = moments(path)
    assert run(*typed, "-r", path, "--as-of", "2027-02-06").code == 0
    after = moments(path)
    counted = {"ours", "news"}  # from the deadline, in a zone of their own
    assert after["deadline"] != before["deadline"]
    for stage in before.keys() - {"deadline"} - counted:
        assert after[stage] == before[stage]
    for stage in before.keys() & counted:
        assert after[stage][:2] == before[stage][:2]  # type: ignore[index]


@pytest.mark.parametrize("zone", ["AoE", "London time", "Europe/Helsinki", "UTC-3"])
@pytest.mark.parametrize(
    ("stage", "typed"),
    [
        ("opens", ("--opens", "1 mar 2027")),
        ("registration", ("--registration", "5 mar 2027")),
        ("info_day", ("--info-day", "1 mar 2027 9:30")),
        ("decision", ("--decision", "june 2027")),
        ("interview", ("--interview", "mid-june 2027")),
        ("second", ("--stage", "second=9 sep 2027")),
        ("final", ("--stage", "final=9 sep 2027 10:30")),
        ("opens", ("--stage", "final=from 1 mar to 9 sep 2027")),
    ],
)
def test_add_lays_the_zone_of_an_hour_on_no_other_date(
    stage: str, typed: tuple[str, str], zone: str, run: Run, registry: Write
) -> None:
    path = registry("schema = 1\n")
    alone = ("add", "--title", "T", *typed, "-r", path, "--as-of", "2027-02-06")
    assert run(*alone).code == 0
    before = moments(path)[stage]
    path = registry("schema = 1\n")
    assert run(*alone, "--deadline", f"8 apr 2027 17:00 {zone}").code == 0
    after = moments(path)
    assert after[stage] == before
    assert after["deadline"][0] != "Europe/Brussels"  # type: ignore[index]


def test_a_deadline_that_is_the_only_date_gives_its_zone_to_the_entry(run: Run, registry: Write) -> None:
    path = registry("schema = 1\n")
    typed = ("--deadline", "8 apr 2027 17:00 AoE", "-r", path, "--as-of", "2027-02-06")
    assert run("add", "--title", "T", *typed).code == 0
    (table,) = tomllib.loads(path.read_text())["call"]
    assert (table["zone"], "stage" in table) == ("AoE", False)


def test_an_hour_that_is_typed_in_one_zone_with_another_shares_it(run: Run, registry: Write) -> None:
    path = registry("schema = 1\n")
    typed = ("--deadline", "from 1 mar 2027 9:00 to 8 apr 2027 17:00 AoE")
    also = ("--stage", "second=8 sep 2027 17:00 AoE")
    assert run("add", "--title", "T", *typed, *also, "-r", path, "--as-of", "2027-02-06").code == 0
    (table,) = tomllib.loads(path.read_text())["call"]
    assert table["zone"] == "AoE"
    assert [each.get("zone") for each in table["stage"]] == [None]


@pytest.mark.parametrize("other", ["", "opens = 2027-03-01\n"])
def test_an_end_without_its_beginning(other: str, run: Run, registry: Write) -> None:
    path = registry(CALL + other)
    done = run("set", "one", "ends=8 apr 2027 17:00 Rome time", "-r", path, "--as-of", "2027-02-06")
    assert (done.code, path.read_text()) == (2, CALL + other)


ALONE = [kind for kind in DATED if kind != "deadline"]


@pytest.mark.parametrize("kind", ALONE)
@pytest.mark.parametrize("command", ["set", "move"])
def test_a_zone_of_another_stage_than_the_deadline_is_that_ones_alone(
    command: str, kind: str, run: Run, registry: Write
) -> None:
    path = registry(CALL + f"{kind} = 2027-04-08\ndeadline = 2027-05-08\n")
    typed = (f"one/{kind}", NOON_THERE) if command == "move" else ("one", f"{kind}={NOON_THERE}")
    assert run(command, *typed, "-r", path, "--as-of", "2027-02-06").code == 0
    assert instants(path)[f"{kind}.when"] == "1807261200.0"
    assert run("set", "one", "deadline=8 may 2027 17:00", "-r", path, "--as-of", "2027-02-06").code == 0
    (there,) = re.findall("zone = .*", path.read_text())
    assert path.read_text().index(there) > path.read_text().index(f'kind = "{kind}"')
    assert instants(path)["deadline.when"] == "1809788400.0"  # 15:00 UTC, 17:00 in Brussels


@pytest.mark.parametrize("kind", [each for each in ALONE if each not in {"dates", "internal"}])
@pytest.mark.parametrize("beside", [("--deadline", "8 may 2027"), ()])
def test_add_gives_it_to_that_stage_alone_too(
    beside: tuple[str, ...], kind: str, run: Run, registry: Write
) -> None:
    path = registry("schema = 1\n")
    option = f"--{kind.replace('_', '-')}"
    assert (
        run("add", "--title", "T", *beside, option, NOON_THERE, "-r", path, "--as-of", "2027-02-06").code == 0
    )
    table = tomllib.loads(path.read_text())["call"][0]
    assert "zone" not in table
    assert table["stage"] == [{"kind": kind, "when": datetime(2027, 4, 9, 12), "zone": HELSINKI}]  # noqa: DTZ001


def test_an_opening_named_beside_a_stage_in_a_zone_of_its_own(run: Run, registry: Write) -> None:
    path = registry("schema = 1\n")
    typed = "first=from 8 feb 2027 9:00 to 9 apr 2027 noon Finnish time"
    assert run("add", "--title", "T", "--stage", typed, "-r", path, "--as-of", "2027-02-06").code == 2
    assert path.read_text() == "schema = 1\n"
