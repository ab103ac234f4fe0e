"""A look is compared with the last one that was another; one in passing costs as little as it can."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from clustercalls.cli.look.last_look import SinceLastLook, look, remark
from clustercalls.disk.private import write_own
from clustercalls.registry.read import load
from clustercalls.reminders import memory as memories
from commands import ITALIAN, NOBODY
from samples import SAMPLE

MARCH = datetime(2017, 3, 1, 12, tzinfo=UTC)
OTHER = SAMPLE.replace('title = "Value chains"', 'title = "Value webs"')
Write = Callable[[str], Path]


def passing(path: Path, days: int = 0, clock: datetime | None = None) -> SinceLastLook:
    return look((path,), load((path,)), MARCH + timedelta(days), clock, in_passing=True)


def test_a_change_is_new_once_and_stays_known(registry: Write) -> None:
    assert passing(registry(SAMPLE)) == SinceLastLook()
    second, third = passing(registry(OTHER), 1), passing(registry(OTHER), 2)
    assert [(each.field, each.now) for each in second.changes] == [("title", "Value webs")]
    assert (second.since, second.is_new) == (MARCH.date(), True)
    assert (third.since, third.is_new, third.changes) == (MARCH.date(), False, second.changes)


def test_in_passing_files_that_hold_what_they_held_are_not_compared(registry: Write) -> None:
    clock = datetime.now(UTC) + timedelta(minutes=1)  # by then nobody is writing them any more
    long_ago = clock.timestamp() - 10_000
    passing(registry(SAMPLE), 0, clock)
    path = registry(OTHER)
    assert passing(path, 1, clock).changes
    memory = memories.path_of((path,))
    os.utime(memory, (long_ago, long_ago))
    assert passing(path, 2, clock) == SinceLastLook()
    assert memory.stat().st_mtime > long_ago  # it was used all the same
    assert look((path,), load((path,)), MARCH, clock).changes  # whoever asks is told
    assert passing(path, 2).changes  # a file that has just been written may be another by now


def test_where_nothing_can_be_noted_the_rest_can_still_be_told(registry: Write) -> None:
    (Path.home() / ".local").write_text("a file in the way")
    found = passing(registry(SAMPLE))
    assert found.trouble is not None
    assert (found.trouble.code, found.code, found.changes) == ("not-looked", 4, ())


def test_a_look_that_could_not_be_read_back_is_not_noted_and_said(
    registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(SAMPLE)
    passing(path)
    memory = memories.path_of((path,))
    before = memory.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(memories, "write_own", partial(write_own, most=len(before)))
        found = look((registry(OTHER),), load((path,)), MARCH)
    assert found.trouble is not None
    assert (found.trouble.code, found.code, found.changes) == ("not-looked", 4, ())
    assert "over the limit of" in found.trouble.message
    assert memory.read_bytes() == before
    assert look((path,), load((path,)), MARCH).changes  # it was not forgotten


def test_a_memory_that_cannot_be_read_is_said_and_begun_anew(registry: Write) -> None:
    path = registry(SAMPLE)
    passing(path)
    memories.path_of((path,)).write_text("{")
    first, second = (look((path,), load((path,)), MARCH) for _ in range(2))
    assert first.trouble is not None
    assert (first.code, second.code, second.trouble) == (3, 0, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SAMPLE, ""),
        (OTHER, "1 change since Wed 1 Mar 2017: clustercalls changes"),
        (OTHER.replace("Fair", "Trade"), "2 changes since Wed 1 Mar 2017: clustercalls changes"),
        (SAMPLE.replace('title = "Fair"', 'titel = "Fair"'), ""),  # what cannot be read now is not gone
    ],
)
def test_the_remark_at_the_end_of_upcoming(registry: Write, text: str, said: str) -> None:
    passing(registry(SAMPLE))
    path = registry(text)
    found = load((path,))
    assert remark((path,), found, NOBODY, MARCH + timedelta(1)) == said
    assert remark((path,), found, NOBODY, MARCH + timedelta(1)) == ""  # it is said once


def test_the_remark_in_italian(registry: Write) -> None:
    passing(registry(SAMPLE))
    path = registry(OTHER)
    said = remark((path,), load((path,)), replace(NOBODY, t=ITALIAN), MARCH)
    assert "1 mar 2017" in said


def test_in_passing_a_damaged_memory_is_left_to_who_says_it(registry: Write) -> None:
    path = registry(SAMPLE)
    passing(path)
    memory = memories.path_of((path,))
    memory.write_bytes(memory.read_bytes()[:-5])
    before = {each: each.read_bytes() for each in memory.parent.iterdir()}
    seen = passing(registry(OTHER), 1)
    assert (seen.changes, seen.trouble and seen.trouble.code, seen.code) == ((), "lost-memory", 3)
    assert {each: each.read_bytes() for each in memory.parent.iterdir()} == before
