"""Dates as sources write them, typed for a field: what is stored, refused, and said at a terminal."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from terminals import Terminal, unwrapped

Write = Callable[[str], Path]
HEAD = '[[call]]\nid = "one"\ntitle = "One"\n'
STAGE = '[[call.stage]]\nid = "first"\nkind = "deadline"\n'
AS_OF = ("--as-of", "2027-01-20")


def entry(path: Path, number: int = -1, kind: str = "call") -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(path.read_text())[kind][number]
    return found


def test_by_a_day_is_that_day_for_the_status_and_the_calendar(run: Run, registry: Write) -> None:
    path = registry("")
    typed = ("add", "--title", "T x", "--deadline", "entro il 15 marzo 2027", "--opens", "dal 4 gennaio 2027")
    assert run(*typed, "-r", path, *AS_OF).code == 0
    assert str(entry(path)["deadline"]) == "2027-03-15"
    assert json.loads(run("show", "t-x", "-f", "json", "-r", path, *AS_OF).out)["status"] == "open"
    assert "STATUS:CONFIRMED" in run("export", "ics", "-r", path, *AS_OF).out


ADDED = [
    (("--deadline", "from 1 February to 15 March 2027"), {"opens": "2027-02-01", "deadline": "2027-03-15"}),
    (
        ("--deadline", "15 marzo 2027 ore 17 (ora di Roma)"),
        {"deadline": "2027-03-15 17:00:00", "zone": "Europe/Rome"},
    ),
    (("--deadline", "15 March 2027, 17:00 CET"), {"deadline": "2027-03-15 17:00:00"}),
    (("--deadline", "14 June 2027, 17:00 CET"), {"deadline": "2027-06-14 17:00:00", "zone": "CET"}),
    (("--deadline", "midnight, 15 March"), {"deadline": "2027-03-15"}),
    (("--deadline", "../2027-03-15"), {"deadline": "../2027-03-15"}),
    (("--deadline", "feb-mar 2027"), {"deadline": "2027-02/2027-03"}),
    (("--deadline", "tbc"), {"stage": "[{'kind': 'deadline'}]"}),
    (
        ("--stage", "first=do 15 marca 2027"),
        {"stage": "[{'id': 'first', 'kind': 'deadline', 'when': 2027-03-15}]"},
    ),
    (("--published", "15 marzo"), {"published": "2026-03-15"}),
]


@pytest.mark.parametrize(("typed", "facts"), ADDED)
def test_what_add_stores(typed: tuple[str, ...], facts: dict[str, str], run: Run, registry: Write) -> None:
    path = registry("")
    ran = run("add", "--title", "T", *typed, "-r", path, *AS_OF)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    found = {key: value for key, value in entry(path).items() if key not in {"id", "title", "checked"}}
    assert {key: _plain(value) for key, value in found.items()} == facts


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_plain(each) for each in value) + "]"
    if isinstance(value, dict):
        inner = (
            f"'{key}': {each if not isinstance(each, str) else repr(each)}" for key, each in value.items()
        )
        return "{" + ", ".join(inner) + "}"
    return str(value)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--deadline", "from 15 March 2027"), "that is when it opens. Give it to `opens`"),
        (("--opens", "by 15 March 2027"), "or write ../2027-03-15 for some day until then"),
        (("--deadline", "15 March 2027 00:00"), "Write 2027-03-14 if the end of the day before is meant"),
        (("--deadline", "15 March 2027 17:00 local time"), "or by --zone"),
        (("--deadline", "10 and 11 March 2027"), "--stage NAME=2027-03-10 --stage NAME=2027-03-11"),
        (("--deadline", "rolling"), "--stage deadline="),
        (("--deadline", "10, 11 and 12 March 2027"), "these are several days"),
        (("--deadline", "15 March 2027, 10:00–12:00"), "Write the day with one of them"),
        (("--deadline", "prorogata dal 15 marzo 2027"), "write the new one"),
        (("--deadline", "scadenza del bando 4/2027"), "4/2027 may be the number of the call"),
        (("--deadline", "June or October 2027"), "it names two, and not which of them"),
        (("--rate", "up to 65 %"), "Write 65 if that is meant"),
        (("--source-date", "tba"), "it says that there is no date yet"),
        (("--opens", "2 feb 2027", "--deadline", "from 1 feb to 15 march 2027"), "`opens` is 2027-02-02"),
    ],
)
def test_what_is_not_sure_is_refused_with_what_to_type(
    typed: tuple[str, ...], said: str, run: Run, registry: Write
) -> None:
    path = registry("")
    ran = run("add", "--title", "T", *typed, "-r", path, *AS_OF)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


HOURS = [
    # how the file writes it, what it is when only the day is typed
    ("deadline = 2027-04-04T17:00:00", {"deadline": "2027-04-06 17:00:00"}),
    ("deadline = 2027-04-04T17:00:00+02:00", {"deadline": "2027-04-06 17:00:00"}),
    ('deadline = "2027-04-04T17:00"', {"deadline": "2027-04-06 17:00:00"}),
    ('deadline = 2027-04-04\nat = "17:00"', {"deadline": "2027-04-06", "at": "17:00"}),
    ("deadline = 2027-04-04\nat = 17:00:00", {"deadline": "2027-04-06", "at": "17:00:00"}),
    ("deadline = 2027-04-04", {"deadline": "2027-04-06"}),
]


@pytest.mark.parametrize(("written", "after"), HOURS)
@pytest.mark.parametrize("command", [("set", "one", "deadline=6 april"), ("move", "one", "6 april")])
def test_the_hour_stays_when_a_day_is_typed(
    command: tuple[str, ...], written: str, after: dict[str, str], run: Run, registry: Write
) -> None:
    path = registry(f"{HEAD}{written}\n")
    assert run(*command, "-r", path, *AS_OF).code == 0
    found = {key: str(value) for key, value in entry(path).items() if key in {"deadline", "at"}}
    assert found == after


@pytest.mark.parametrize(("written", "after"), HOURS)
def test_the_hour_of_a_stage_stays_as_well(
    written: str, after: dict[str, str], run: Run, registry: Write
) -> None:
    path = registry(HEAD + STAGE + written.replace("deadline", "when") + "\n")
    assert run("set", "one/first", "when=by 6 april", "-r", path, *AS_OF).code == 0
    (stage,) = entry(path)["stage"]
    wanted = {key.replace("deadline", "when"): value for key, value in after.items()}
    assert {key: str(value) for key, value in stage.items() if key in {"when", "at"}} == wanted


@pytest.mark.parametrize(("written", "after"), HOURS)
@pytest.mark.parametrize(
    "command", [("set", "one", "deadline=midnight 6 april"), ("move", "one", "6 april 24:00")]
)
def test_a_midnight_takes_the_hour_out(
    command: tuple[str, ...], written: str, after: dict[str, str], run: Run, registry: Write
) -> None:
    assert after
    path = registry(f"{HEAD}{written}\n")
    assert run(*command, "-r", path, *AS_OF).code == 0
    assert str(entry(path)["deadline"]) == "2027-04-06"
    assert "at" not in entry(path)


SAID = [
    (("set", "one", "deadline=6 april 17:00"), "changed deadline. deadline Tue 6 Apr 2027 17:00 Brussels."),
    (("set", "one", "checked=yesterday"), "one: changed checked. checked Tue 19 Jan 2027."),
    (("set", "one", "opens=from 1 march", "owner=anna"), "changed opening, owner. opening Mon 1 Mar 2027."),
    (("set", "one", "deadline=17:00 6 april Helsinki time"), "deadline Tue 6 Apr 2027 17:00 Helsinki."),
    (("set", "one", "deadline=midnight 6 april"), "Tue 6 Apr 2027; midnight is the end of the day named"),
    (("move", "one", "midnight 6 april"), "Midnight is the end of the day named, and no hour is written."),
    (("move", "one", "6 april 17:00"), "→ Tue 6 Apr 2027 17:00 Brussels"),
    (("add", "--title", "B", "--deadline", "by 6 april", "--source-title", "S", "--source-date", "3 dec"),
     "deadline Tue 6 Apr 2027; source of Thu 3 Dec 2026"),
    (("add", "--title", "B", "--deadline", "1 march to 6 april 17:00"),
     "opening Mon 1 Mar 2027; deadline Tue 6 Apr 2027 17:00 Brussels"),
    (("add", "--title", "B", "--deadline", "14 June 2027, 17:00 CET"), "Brussels is on CEST then"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "said"), SAID)
def test_what_was_understood_is_said_at_a_terminal(
    command: tuple[str, ...], said: str, registry: Write
) -> None:
    path = registry(f"{HEAD}deadline = 2027-04-04\nchecked = 2027-01-01\n")
    terminal = Terminal(*command, "-r", path, *AS_OF)
    assert terminal.end() == 0
    assert said in unwrapped(terminal.seen)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("move", "one", "1 to 6 april"), "set one opens=2027-04-01, then move one/deadline 2027-04-06"),
        (("set", "one", "deadline=1 to 6 april"), "opens=2027-04-01, then deadline=2027-04-06"),
        (("move", "one", "tbc"), "clustercalls set one deadline="),
    ],
)
def test_move_and_set_take_one_date(command: tuple[str, ...], said: str, run: Run, registry: Write) -> None:
    path = registry(f"{HEAD}deadline = 2027-04-04\n")
    ran = run(*command, "-r", path, *AS_OF)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_event_is_set_and_moved_with_both_its_days(run: Run, registry: Write) -> None:
    event = '[[event]]\nid = "e"\ntitle = "E"\nstarts = 2027-05-01\n'
    for command in (("set", "e", "starts=10 and 11 May"), ("move", "e", "10-11 May 2027")):
        path = registry(event)
        assert run(*command, "-r", path, *AS_OF).code == 0
        found = entry(path, kind="event")
        assert (str(found["starts"]), str(found["ends"])) == ("2027-05-10", "2027-05-11")


@pytest.mark.parametrize(
    "typed",
    ["11 May 2027, 9:30–13:00", "11 maggio 2027 dalle 9:30 alle 13:00", "11. Mai 2027, 9.30 bis 13.00 Uhr"],
)
def test_an_event_lasts_from_one_hour_to_another(typed: str, run: Run, registry: Write) -> None:
    path = registry('[[event]]\nid = "e"\ntitle = "E"\nstarts = 2027-05-01\n')
    assert run("add", "event", "--title", "New", "--starts", typed, "-r", path, *AS_OF).code == 0
    assert run("set", "e", f"starts={typed}", "-r", path, *AS_OF).code == 0
    for number in (0, 1):
        found = entry(path, number, kind="event")
        assert (str(found["starts"]), str(found["ends"])) == ("2027-05-11 09:30:00", "2027-05-11 13:00:00")
    shown = run("show", "e", "-r", path, *AS_OF).out
    assert "09:30–13:00" in shown
    calendar = run("export", "ics", "-r", path, *AS_OF).out
    assert "DTSTART;TZID=Europe/Brussels:20270511T093000" in calendar
    assert "DTEND;TZID=Europe/Brussels:20270511T130000" in calendar


def test_a_zone_that_other_hours_share_is_not_moved_with_one(run: Run, registry: Write) -> None:
    text = f"{HEAD}starts = 2027-04-03T09:00:00\nends = 2027-04-04T17:00:00\n"
    path = registry(text)
    ran = run("set", "one", "ends=4 april 17:00 Helsinki time", "-r", path, *AS_OF)
    assert ran.code == 2
    assert "would be that of starts too" in ran.err
    assert path.read_text().endswith(text)
    assert run("set", "one", "ends=4 april 18:00 Brussels time", "-r", path, *AS_OF).code == 0


WINDOWS = [
    (("upcoming", "march"), ["one"]),
    (("upcoming", "next week"), []),
    (("upcoming", "60 days"), ["one"]),
    (("upcoming", "30 d"), []),
    (("upcoming", "april 2027"), ["two"]),
    (("upcoming", "--as-of", "1 april 2027"), ["two"]),
    (("upcoming", "by 31 march"), ["one"]),
    (("upcoming", "entro il 31 marzo"), ["one"]),
    (("upcoming", "from april"), ["two"]),
    (("upcoming", "ab 1. April"), ["two"]),
    (("upcoming", "--as-of", "from april 2027"), ["two"]),
]


@pytest.mark.parametrize(("command", "ids"), WINDOWS)
def test_windows_and_moments_take_the_same_words(
    command: tuple[str, ...], ids: list[str], run: Run, registry: Write
) -> None:
    two = HEAD.replace("one", "two")
    path = registry(f"{HEAD}deadline = 2027-03-10\n\n{two}deadline = 2027-04-10\n")
    as_of = () if "--as-of" in command else AS_OF
    ran = run(*command, "-f", "json", "-r", path, *as_of)
    assert [each["id"] for each in json.loads(ran.out or "[]")] == ids


@pytest.mark.parametrize(
    "since", ["30 days", "last month", "december", "1 december 2026", "since december", "from december"]
)
def test_since_takes_them_too(since: str, run: Run, registry: Write) -> None:
    path = registry(f"{HEAD}deadline = 2027-03-10\nchecked = 2027-01-10\n")
    assert run("digest", "--since", since, "-r", path, *AS_OF).code == 0


NO_DATE = ["tbc", "TBA", "n/a", "to be announced", "da definire", "noch offen", "por confirmar", "à préciser"]
ONE = '[[call]]\nid = "one"\ntitle = "T"\nchecked = 2027-01-01\n'


@pytest.mark.parametrize("words", NO_DATE)
def test_no_date_yet_is_a_stage_without_a_date_wherever_it_is_typed(
    words: str, run: Run, registry: Write
) -> None:
    dated = ONE + 'deadline = 2027-04-05\nat = "17:00"\n'
    path = registry(dated)
    assert run("set", "one", f"deadline={words}", "-r", path, *AS_OF) == (0, "", "")
    found = entry(path)
    assert found["stage"] == [{"kind": "deadline"}]
    assert [str(each["was"]) for each in found["history"]] == ["2027-04-05 17:00:00"]
    assert found.keys() & {"deadline", "at"} == set()
    text = path.read_text()
    assert run("set", "one", f"deadline={words}", "-r", path, *AS_OF).code == 0
    assert path.read_text() == text  # it says so already
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == dated
    assert run("set", "one", f"opens={words}", "-r", path, *AS_OF).code == 0
    assert entry(path)["stage"] == [{"kind": "opens"}]


@pytest.mark.parametrize("words", NO_DATE)
@pytest.mark.parametrize(
    "typed", [("add", "--title", "T", "--deadline", "{}"), ("set", "one", "deadline={}")]
)
def test_a_look_at_it_says_what_becomes_of_words_that_are_no_date(
    typed: tuple[str, ...], words: str, run: Run, registry: Write
) -> None:
    ran = run(*(each.format(words) for each in typed), "--dry-run", "-r", registry(ONE), *AS_OF)
    assert ran.code == 0
    assert '+kind = "deadline"\n' in ran.out
    assert ran.err == "No date is named: this is a stage without a date, to be announced.\n"


def test_a_source_without_a_date_is_no_stage(run: Run, registry: Write) -> None:
    path = registry(ONE + 'source = { title = "S", date = 2027-01-01 }\n')
    ran = run("set", "one", "source.date=tbc", "--dry-run", "-r", path, *AS_OF)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("words", ["rolling", "varies", "ongoing", "a sportello", "laufend"])
def test_what_has_no_deadline_is_told_how_to_say_so(words: str, run: Run, registry: Write) -> None:
    ran = run("add", "--title", "T", "--deadline", words, "-r", registry(ONE), *AS_OF)
    assert (ran.code, ran.out) == (2, "")
    assert "--rolling" in ran.err
    assert "--stage deadline=" in ran.err


@pytest.mark.parametrize(
    ("option", "own", "alien", "field"),
    [
        (
            "--deadline",
            "termine perentorio: 4 maggio 2027",
            "iscrizioni entro il 4 maggio 2027",
            "registration",
        ),
        ("--registration", "registration deadline: 4 May 2027", "apertura: 4 maggio 2027", "opens"),
        ("--opens", "Call opens: 4 May 2027", "scadenza 4 maggio 2027", "deadline"),
        ("--info-day", "webinar: 4 May 2027", "Anmeldeschluss 4. Mai 2027", "registration"),
        ("--interview", "colloquio: 4 maggio 2027", "closes on 4 May 2027", "deadline"),
        ("--decision", "results: 4 May 2027", "info day 4 May 2027", "info_day"),
        ("--starts", "starts 4 May 2027", "esiti 4 maggio 2027", "decision"),
        ("--ends", "ends 4 May 2027", "deadline 4 May 2027", "deadline"),
    ],
)
def test_a_cue_is_set_aside_in_its_own_field_and_refused_in_another(
    run: Run, registry: Write, option: str, own: str, alien: str, field: str
) -> None:
    path = registry("")
    rest = ("--starts", "2027-05-01") if option == "--ends" else ()
    key = option.removeprefix("--").replace("-", "_")
    kind = ("event",) if option in {"--starts", "--ends"} else ()
    add = ("add", *kind, "--title", "T", *rest)
    refused = run(*add, option, alien, "-r", path, *AS_OF)
    assert refused.code == 2
    assert f"`{field}`" in refused.err
    assert path.read_text() == ""
    assert run(*add, option, own, "-r", path, *AS_OF).code == 0
    assert str(entry(path, kind=kind[0] if kind else "call")[key]) == "2027-05-04"
    before = path.read_text()
    for typed in (
        ("set", "t", f"{key}={alien}"),
        ("set", "t", f"source.date={alien}"),
        ("set", "t", f"checked={alien}"),
    ):
        assert run(*typed, "-r", path, *AS_OF).code == 2
    assert path.read_text() == before


def test_two_days_of_a_kind_are_two_stages_of_it(run: Run, registry: Write) -> None:
    path = registry("")
    refused = run("add", "--title", "T", "--interview", "4 and 5 June 2027", "-r", path, *AS_OF)
    typed = re.findall(r'--stage "([^"]+)"', refused.err)
    assert (refused.code, len(typed)) == (2, 2)
    assert run("add", "--title", "T", "--stage", typed[0], "--stage", typed[1], "-r", path, *AS_OF).code == 0
    stages = [(each["kind"], str(each["when"])) for each in entry(path)["stage"]]
    assert stages == [("interview", "2027-06-04"), ("interview", "2027-06-05")]
    assert run("check", "-r", path).code == 0
