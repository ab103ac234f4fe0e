"""What a source offers now, put into the catalogue."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import at
from clustercalls.candidate import Candidate
from clustercalls.catalogue.apply import TOGETHER, apply
from clustercalls.catalogue.gather import Gathered
from clustercalls.catalogue.named import OnOffer, exact
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.sources import state_of
from clustercalls.errors import WorldFailed
from offers import LATER, NOON, candidate, dated, dump, looked, peak, sync

OTHERS = [candidate(f"x{number}", "2026-10-01") for number in range(20)]


def held(path: Path, key: str) -> OnOffer | None:
    with to_read(path) as connection:
        return exact(connection, "eu", key)


def told(path: Path, old: Candidate, new: Candidate) -> list[tuple[str, str | None, str | None]]:
    """What a second sync says has changed of one candidate."""
    sync(path, old, *OTHERS)
    outcome = sync(path, new, *OTHERS, moment=LATER)
    assert (outcome.new, outcome.gone) == ((), ())
    return [(each.field, each.was, each.now) for altered in outcome.changed for each in altered.changes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.sqlite3"


def test_what_is_new_is_named_by_its_key(path: Path) -> None:
    outcome = sync(path, candidate("b", "2026-09-15"), candidate("a", "2026-09-15"))
    assert (outcome.new, outcome.changed, outcome.gone, outcome.records) == (("a", "b"), (), (), 2)


def test_the_same_print_is_nothing_done(path: Path) -> None:
    sync(path, candidate("a", "2026-09-15", digest="1"))
    before = dump(path)
    outcome = sync(path, candidate("a", "2026-12-15", digest="1"), moment=LATER)
    assert (outcome.new, outcome.changed, outcome.records) == ((), (), 1)
    assert dump(path) == before


BASE: dict[str, Any] = {"budget": 1_000_000, "currency": "EUR", "grants": {"number": 3, "each": 5}}


def due(when: str) -> str:
    """A deadline as changes tell it."""
    return f"{when} @Europe/Brussels"


WAS = "2026-09-15T17:00"
CHANGES = [
    (candidate("a", "2026-09-29", **BASE), [("stage deadline", due(WAS), due("2026-09-29T17:00"))]),
    (
        candidate("a", dated("2026-09-15", at="12:00"), **BASE),
        [("stage deadline", due(WAS), due("2026-09-15T12:00"))],
    ),
    (candidate("a", "2026-09-15", title="New title", **BASE), [("title", "Call a", "New title")]),
    (candidate("a", "2026-09-15", **{**BASE, "budget": 2_000_000}), [("budget", "1000000", "2000000")]),
    (candidate("a", "2026-09-15", **{**BASE, "grants": {"number": 4}}), [("grants", "3 × 5", "4 × ")]),
    (candidate("a", "2026-09-15", status="cancelled", **BASE), [("status", None, "cancelled")]),
    (
        candidate("a", dated("2026-09-15", name="first"), **BASE),
        [("stage deadline", due(WAS), None), ("stage first", None, due(WAS))],
    ),
    (candidate("a", "2026-09-15", text="other", **BASE), []),
    (candidate("a", "2026-09-15", summary="other", url="https://b.eu", **BASE), []),
    (candidate("a", "2026-09-15", digest="parser 2", **BASE), []),
]


@pytest.mark.parametrize(("new", "changes"), CHANGES)
def test_changes_are_told_field_by_field_and_no_text(
    path: Path, new: Candidate, changes: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(path, candidate("a", "2026-09-15", **BASE), new) == changes
    known = held(path, "a")
    assert known is not None
    assert known.candidate == new
    assert [(each.field, each.was, each.now) for each in known.changes] == changes
    assert (known.changed is not None) == bool(changes)


def test_a_new_text_is_found_and_the_old_one_is_not(path: Path) -> None:
    told(path, candidate("a", "2026-09-15", text="drones"), candidate("a", "2026-09-20", text="robots"))
    assert (looked(path, "drones"), looked(path, "robots")) == ([], ["a"])


def test_gone_only_after_two_complete_syncs_without_it(path: Path) -> None:
    sync(path, candidate("a", "2026-09-15", ident="I", title="T"), *OTHERS)
    assert sync(path, *OTHERS, moment=LATER).gone == ()
    assert sync(path, *OTHERS, moment=LATER, complete=False).gone == ()
    known = held(path, "a")
    assert known is not None
    assert (known.missed, known.gone) == (1, None)
    (gone,) = sync(path, *OTHERS, moment=at("2026-08-03T12:00")).gone
    assert (gone.key, gone.ident, gone.title, gone.changes) == ("a", "I", "T", ())
    outcome = sync(path, *OTHERS, moment=at("2026-08-04T12:00"))
    assert (outcome.gone, outcome.records) == ((), len(OTHERS))
    known = held(path, "a")
    assert known is not None
    assert [(each.field, each.was, (each.now or "")[:10]) for each in known.changes] == [
        ("gone", None, "2026-08-03")
    ]


def test_seen_again_it_counts_from_the_beginning(path: Path) -> None:
    call = candidate("a", "2026-09-15")
    sync(path, call, *OTHERS)
    for _ in range(3):
        assert sync(path, *OTHERS).gone == ()
        assert sync(path, call, *OTHERS).changed == ()


def test_what_was_gone_and_is_there_again_is_told(path: Path) -> None:
    call = candidate("a", "2026-09-15")
    sync(path, call, *OTHERS)
    sync(path, *OTHERS)
    sync(path, *OTHERS)
    outcome = sync(path, call, *OTHERS, moment=LATER)
    assert outcome.new == ()
    assert [(each.key, each.changes[0].field, each.changes[0].now) for each in outcome.changed] == [
        ("a", "gone", None)
    ]
    assert "a" in looked(path, limit=99)


def test_what_is_over_is_not_missed(path: Path) -> None:
    sync(path, candidate("a", "2026-07-15"), candidate("b", "2026-07-20"), *OTHERS[:1])
    for _ in range(3):
        assert sync(path, *OTHERS[:1]).gone == ()
    known = held(path, "a")
    assert known is not None
    assert (known.missed, known.gone) == (0, None)


@pytest.mark.parametrize(("listed", "is_short"), [(20, False), (15, False), (14, True), (0, True)])
def test_a_list_without_more_than_a_quarter_is_refused(path: Path, listed: int, is_short: bool) -> None:
    sync(path, *OTHERS, candidate("over", "2026-07-01"))
    before = dump(path)
    new = candidate("new", "2026-12-01")
    if not is_short:
        assert sync(path, *OTHERS[:listed], new).new == ("new",)
        return
    with pytest.raises(WorldFailed) as failed:
        sync(path, *OTHERS[:listed], new)
    assert failed.value.problem.code == "too-short"
    assert f"of 20 that are ahead, {20 - listed} are missing" in failed.value.problem.message
    assert dump(path) == before
    assert sync(path, *OTHERS[:listed], new, dry=True, force=True).new == ("new",)
    assert sync(path, *OTHERS[:listed], new, complete=False).new == ("new",)


def test_what_was_taken_once_by_force_is_not_too_short_again(path: Path) -> None:
    sync(path, *OTHERS)
    assert sync(path, *OTHERS[:10], force=True).gone == ()
    assert len(sync(path, *OTHERS[:10]).gone) == 10


def test_another_source_is_not_missed(path: Path) -> None:
    sync(path, *OTHERS)
    for _ in range(3):
        assert sync(path, candidate("a", "2026-10-01"), source="news").gone == ()
    assert sync(path, *OTHERS).records == len(OTHERS)


def test_what_is_over_for_a_year_and_not_followed_leaves(path: Path) -> None:
    calls = [candidate("a", "2026-09-15"), candidate("b", "2026-09-15"), candidate("c", "2026-12-15")]
    sync(path, *calls)
    year = at("2027-09-15T12:00")
    assert sync(path, calls[2], moment=year, keep={"b"}).records == 3
    outcome = sync(path, calls[2], moment=at("2027-09-16T12:00"), keep={"b"})
    assert (outcome.records, outcome.new, outcome.gone) == (2, (), ())
    assert held(path, "a") is None
    assert held(path, "b") is not None


def test_what_is_listed_though_it_is_over_for_a_year_is_not_new_each_time(path: Path) -> None:
    old = candidate("a", "2025-07-15")
    for _ in range(2):
        assert sync(path, old, *OTHERS[:1], keep=()).new in {("x0",), ()}
    assert held(path, "a") is None
    assert sync(path, old, keep={"a"}, complete=False).new == ("a",)


def test_gone_for_a_year_leaves_too(path: Path) -> None:
    sync(path, candidate("a"), *OTHERS[:8])
    for _ in range(2):
        sync(path, *OTHERS[:8])
    sync(path, complete=False, moment=at("2027-08-01T12:00"))
    assert held(path, "a") is not None
    sync(path, complete=False, moment=at("2027-08-03T12:00"))
    assert held(path, "a") is None


def test_what_cannot_be_read_is_told_and_harms_no_other(path: Path) -> None:
    sync(path, candidate("a", "2026-09-15"), *OTHERS)
    outcome = sync(
        path,
        candidate("a", "2026-02-31"),
        candidate("b", "2026-02-31"),
        candidate("c", "2026-09-15"),
        *OTHERS,
    )
    assert [(key, [each.code for each in problems]) for key, problems in outcome.unread] == [
        ("a", ["bad-date"]), ("b", ["bad-date"]),
    ]  # fmt: skip
    assert (outcome.new, outcome.changed) == (("c",), ())
    known = held(path, "a")
    assert known is not None
    assert (known.entry.stages[0].when and known.entry.stages[0].when.text, known.missed) == ("2026-09-15", 0)


DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1)).map(lambda day: day.isoformat())
TEXTS = st.text(max_size=20)
CANDIDATES = st.builds(
    candidate,
    st.text("abc", min_size=1, max_size=2),
    st.one_of(DAYS, DAYS.map(lambda day: dated(day, "opens"))),
    title=st.text(min_size=1, max_size=20).filter(str.strip).map("T".__add__),
    text=TEXTS,
    words=st.lists(st.text("ab é", max_size=5), max_size=3).map(tuple),
)
LISTS = st.lists(CANDIDATES, max_size=12, unique_by=lambda made: made.key)


@given(st.lists(LISTS, min_size=1, max_size=4), st.randoms())
@settings(deadline=None, max_examples=40)
def test_applied_twice_it_changes_nothing_and_no_order_matters(
    tmp_path_factory: pytest.TempPathFactory, lists: list[list[Candidate]], dice: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("c")
    once, twice = folder / "once", folder / "twice"
    for number, offered in enumerate(lists):
        moment = at(f"2026-08-0{number + 1}T12:00")
        shuffled = dice.sample(offered, len(offered))
        first = sync(once, *offered, moment=moment, force=True, complete=False)
        assert sync(twice, *shuffled, moment=moment, force=True, complete=False) == first
        again = sync(twice, *offered, moment=moment, force=True, complete=False)
        assert (again.new, again.changed, again.gone) == ((), (), ())
        assert dump(once) == dump(twice)
    with to_read(once) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    every = {each.key for offered in lists for each in offered}
    with to_read(once) as connection:
        kept = {key for (key,) in connection.execute("SELECT key FROM record")}
    assert kept <= every


KILLED = """
import sys
from pathlib import Path
from offers import candidate, sync, LATER
calls = [candidate(f"{n:03}", "2026-10-15", text=f"robots {n} " * 60) for n in range(20, 200)]
print("go", flush=True)
sync(Path(sys.argv[1]), *calls, moment=LATER, force=True)
print("done", flush=True)
"""
KILLS = int(os.environ.get("CLUSTERCALLS_KILLS", "0")) or 12


def test_killed_at_any_moment_it_is_the_old_or_the_new_one(path: Path) -> None:
    calls = [candidate(f"{n:03}", "2026-09-15", text=f"drones {n} " * 60) for n in range(160)]
    sync(path, *calls)
    old_bytes, old = path.read_bytes(), dump(path)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", KILLED, str(path)]
    begun = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as whole:
        assert whole.stdout is not None
        whole.stdout.readline()
        begun = time.monotonic()
        whole.stdout.readline()
        lasts = time.monotonic() - begun
    new = dump(path)
    assert new != old
    ends = set()
    for number in range(KILLS):
        path.write_bytes(old_bytes)
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as killed:
            assert killed.stdout is not None
            killed.stdout.readline()
            time.sleep(lasts * number / KILLS)
            killed.send_signal(signal.SIGKILL)
        is_new = dump(path) == new
        assert is_new or dump(path) == old
        ends.add(is_new)
        connection = connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO word(word) VALUES('integrity-check')")
        connection.close()
    assert False in ends


def test_two_syncs_at_once_both_land(path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom offers import candidate, sync\n"
        "name = sys.argv[2]\n"
        "calls = [candidate(f'{name}{n}', '2026-09-15', text='word ' * 100) for n in range(100)]\n"
        "sync(Path(sys.argv[1]), *calls, source=name)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    both = [
        subprocess.Popen([sys.executable, "-c", code, path, name], env=environment) for name in ("a", "b")
    ]
    assert [each.wait() for each in both] == [0, 0]
    assert len(looked(path, limit=999)) == 200


def test_memory_does_not_grow_with_the_list(path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom offers import candidate, NOON\n"
        "from clustercalls.catalogue.apply import apply\nfrom clustercalls.catalogue.gather import Gathered\n"
        "with Gathered() as gathered:\n"
        "    for n in range(int(sys.argv[2])):\n"
        "        gathered.add(candidate(f'{n}', '2026-09-15', text='some words of it ' * 100))\n"
        "    apply(Path(sys.argv[1]), gathered, 'eu', NOON, complete=True)\n"
    )
    few, many = (peak(code, f"{path}{count}", count) for count in (500, 4000))
    assert many <= few + 5
    assert many <= 45


def test_the_day_is_that_of_the_registry(path: Path) -> None:
    """At 23:30 in UTC it is the next day in Brussels: what was due the day before is over, and not missed."""
    sync(path, candidate("a", dated("2026-08-01", at="")), *OTHERS, moment=NOON)
    for _ in range(2):
        assert sync(path, *OTHERS, moment=at("2026-08-01T23:30+00:00")).gone == ()


def test_unless_told_otherwise_it_is_written_and_a_short_list_refused(path: Path) -> None:
    sync(path, *OTHERS)
    with Gathered() as gathered:
        with pytest.raises(WorldFailed):
            apply(path, gathered, "eu", NOON, complete=True)
        gathered.add(candidate("a", "2026-09-15"))
        apply(path, gathered, "eu", NOON, complete=False)
    assert held(path, "a") is not None


def test_a_year_is_365_days(path: Path) -> None:
    sync(path, candidate("a", "2025-08-01"), candidate("b", "2025-07-31"))
    assert (held(path, "a") is None, held(path, "b") is None) == (False, True)


def test_of_more_than_are_put_in_at_once_each_is_there(tmp_path: Path) -> None:
    many = [candidate(f"{number:03}", "2026-09-15", text=f"w{number}") for number in range(2 * TOGETHER + 3)]
    outcome = sync(tmp_path / "c", *many)
    assert outcome.new == tuple(each.key for each in many)
    assert outcome.records == len(many)
    assert looked(tmp_path / "c", "w102") == ["102"]


def test_what_a_source_that_drops_the_old_lists_no_more_is_never_gone(path: Path) -> None:
    """And however short its list is, it is believed; it counts as read whole all the same."""
    sync(path, *OTHERS, candidate("a", "2026-09-15"), drops=True)
    for _ in range(3):
        outcome = sync(path, candidate("b", "2026-09-15"), drops=True, moment=LATER)
        assert (outcome.gone, outcome.records) == ((), 22)
    with to_read(path) as connection:
        state = state_of(connection, "eu")
    assert (state.outcome, state.good) == ("ok", state.tried)
