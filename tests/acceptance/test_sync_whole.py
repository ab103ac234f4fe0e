"""All of a portal of 1,422 calls, as it is: read whole, read again for nothing, and moved by five dates.

What is expected is written from the made-up facts; the catalogue is read with plain SQL.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from conftest import Run
from hostile_dav import World
from made_calls import MadeCall, entry_of, made_calls, records, strays
from portal import Portal

NOW = ("--as-of", "2026-11-27T12:00")
TODAY = date(2026, 11, 27)
# By how many days which calls move; two of them are topics of one call.
MOVES = {50_000_100: 40, 50_000_101: -25, 50_000_307: 14, 14_020: 12, 187_003: -6}
LEFT = date(2025, 11, 27)  # what was over by then is not taken in


@pytest.fixture
def portal(config: Path) -> Iterator[Portal]:
    """The portal in every mood, and the config that names it."""
    with World() as world:
        made = Portal(world)
        config.write_text(
            f'[sources.eu]\nurl = "{made.url}"\nprivate = true\npause = 0\n'
            '[watch.clusters]\ntext = "euroclusters"\n'
        )
        yield made


def test_every_record_then_nothing_then_five_moves(
    run: Run, portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustercalls.fetch.reading.FIRST_WAIT", 0.0)
    path = tmp_path / "home" / ".local" / "share" / "clustercalls" / "catalogue.sqlite3"
    calls = made_calls()
    assert len(calls) == 1_422
    others = strays(records(calls))

    portal.records, portal.slips = [*records(calls), *others], others[::700] + others[-2:]
    portal.swaps, portal.fails = 3, {("1", "7"), ("8", "2")}
    ran = run("sync", *NOW)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("  ")[1] for line in ran.out.splitlines()[1:]] == [
        f"eu:{each.key}" for each in calls if "EUROCLUSTERS" in each.parent
    ]
    assert asked(portal) == {"1": 1 + 2 * 25, "8": 1 + 4, "2": 1}  # the topics twice: rows swapped
    before = held(path)
    assert before == wanted(calls)
    assert sorted(each["id"] for each in found(run)) == sorted(
        f"eu:{each.key}" for each in calls if each.last >= TODAY and not each.off
    )

    portal.records = [*records(calls, again=7), *others]
    rows = changes(path)
    assert run("sync", *NOW) == (0, "", "")
    assert asked(portal) == {"1": 25, "8": 4, "2": 1}  # 30 in all, and 40 would do
    assert run("sync", "--all", *NOW) == (0, "", "")
    assert (held(path), changes(path)) == (before, rows)

    moved, told = moves(calls)
    portal.records = [*records(moved, again=9), *others]
    asked(portal)
    shown = run("sync", "--all", "--dry-run", *NOW)
    assert sum(asked(portal).values()) <= 40
    assert [line.split()[0] for line in shown.out.splitlines() if line.startswith("eu:")] == list(told)
    changed = json.loads(run("sync", "--all", "-f", "json", *NOW).out)["changes"]["eu"]
    assert (changed["new"], changed["gone"]) == ([], [])
    assert {f"eu:{each['key']}": each["changes"] for each in changed["changed"]} == told
    assert held(path) == wanted(moved)
    assert len(changes(path)) == 5


def test_pages_that_come_in_any_order_say_the_same(run: Run, portal: Portal, tmp_path: Path) -> None:
    path = tmp_path / "home" / ".local" / "share" / "clustercalls" / "catalogue.sqlite3"
    calls = made_calls()[:400]
    portal.records = records(calls)
    assert run("sync", *NOW).code == 0
    before = held(path)
    for each in portal.records:
        for values in each["metadata"].values():
            values.reverse()
    portal.records.reverse()
    assert run("sync", "--all", *NOW) == (0, "", "")
    assert held(path) == before == wanted(calls)


def asked(portal: Portal) -> dict[str, int]:
    """How many requests came of each type since this was last asked."""
    count: Counter[str] = Counter()
    for each in portal.world.asked:
        assert int(parse_qs(urlsplit(each.path).query)["pageSize"][0]) == 50
        count[each.body.partition('"type": ["')[2][0]] += 1
    portal.world.asked.clear()
    return dict(count)


def found(run: Run) -> list[dict[str, Any]]:
    """All that `find` shows."""
    ran = run("find", "", "-n", "2000", "-f", "json", *NOW)
    listed: list[dict[str, Any]] = json.loads(ran.out)
    return listed


def read(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of the catalogue."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def changes(path: Path) -> list[tuple[Any, ...]]:
    """The history of every record."""
    return read(path, "SELECT * FROM change ORDER BY record, field")


def held(path: Path) -> dict[str, tuple[Any, ...]]:
    """All that is kept of each record, by its key."""
    stages: dict[int, list[tuple[Any, ...]]] = {}
    for record, *stage in read(path, "SELECT record, name, kind, day, until, at FROM stage ORDER BY day, at"):
        stages.setdefault(record, []).append(tuple(stage))
    rows = read(
        path,
        "SELECT r.id, r.source, r.key, r.ident, r.title, r.programme, r.opens, r.next, r.last, r.missed,"
        " r.gone, w.ident, w.title, w.parent, w.tags, w.text, r.entry"
        " FROM record r JOIN word w ON w.rowid = r.id",
    )
    kept = {}
    for record, source, key, *columns, ident, title, parent, tags, text, entry in rows:
        words = (ident, title, parent, tuple(tags.split("\n")), text)
        kept[f"{source}:{key}"] = (*columns, words, tuple(stages.get(record, ())), json.loads(entry))
    return kept


def wanted(calls: list[MadeCall]) -> dict[str, tuple[Any, ...]]:
    """The same, by the facts."""
    return {f"eu:{each.key}": row(each, calls) for each in calls if each.last >= LEFT}


def row(call: MadeCall, calls: list[MadeCall]) -> tuple[Any, ...]:
    entry = entry_of(call, calls)
    ahead = [f"{day}" for day, _ in call.closes if day >= TODAY]
    own = {call.ident, *call.words} | ({f"{call.number}"} if call.kind == "2" else set())
    words = (call.ident, call.title, call.parent, tuple(sorted(own)), call.text)
    opens = f"{call.opens}" if call.opens else None
    columns = (call.ident, call.title, call.programme[1], opens, next(iter(ahead), None), f"{call.last}")
    stages = sorted((each["when"], each["id"], each["kind"], begins(each)) for each in entry["stage"])
    rows = tuple((name, kind, day, day, at) for day, name, kind, at in stages)
    return (*columns, 0, None, words, rows, entry)


def begins(stage: dict[str, Any]) -> str | None:
    """The moment of a stage in UTC, where its hour in Brussels is known."""
    if "at" not in stage:
        return None
    day = date.fromisoformat(stage["when"])
    back = 2 if is_summer(day) else 1
    hour, rest = int(stage["at"][:2]) - back, stage["at"][2:]
    return f"{day}T{hour:02}{rest}.000000+00:00"


def is_summer(day: date) -> bool:
    """Whether clocks in Brussels are an hour ahead: from the last Sunday of March to that of October."""
    first, last = (
        max(
            date(day.year, month, each)
            for each in range(25, 32)
            if date(day.year, month, each).weekday() == 6
        )
        for month in (3, 10)
    )
    return first <= day < last


def moves(calls: list[MadeCall]) -> tuple[list[MadeCall], dict[str, list[dict[str, str]]]]:
    """The same calls with five of their dates moved, and what is to be told of that, by key."""
    moved, told = list(calls), {}
    for place, call in enumerate(calls):
        if call.number in MOVES:
            (was, hour), *rest = call.closes
            now = was + timedelta(days=MOVES[call.number])
            moved[place] = call._replace(closes=((now, hour), *rest))
            names = {"single-stage": "deadline", "two-stage": "first", "multiple cut-off": "cut-off-1"}
            clock = f"T{hour[:5]} @Europe/Brussels" if hour else ""
            change = {"field": f"stage {names[call.model]}", "was": f"{was}{clock}", "now": f"{now}{clock}"}
            told[f"eu:{call.key}"] = [change]
    return moved, dict(sorted(told.items()))
