"""The memory of looks: what it was before it last changed, in few bytes."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec import json
from msgspec.structs import replace

from builders import entry
from clustercalls import looks
from clustercalls.history import compare
from clustercalls.looks import Looks
from clustercalls.model import Entry

NOW = datetime(2027, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def facts(entries: list[Entry]) -> dict[str, dict[str, str]]:
    return {each.id: compare.facts(each) for each in entries}


def many(count: int) -> list[Entry]:
    return [
        replace(entry(name=f"call-{n:05}"), title=f"Call {n}", summary="Long " * 50) for n in range(count)
    ]


def said(after: Looks, entries: list[Entry], known: looks.Known | None = None) -> list[tuple[object, ...]]:
    found = looks.changes(after, after.facts if known is None else known, entries)
    return [(each.id, each.what.value, each.field, each.was, each.now, each.title) for each in found]


def test_what_changed_before_the_last_look_stays_to_be_read() -> None:
    one, two, three = many(3)
    first = looks.look(None, [one, two], NOW)
    assert said(first, [one, two]) == []
    now = [replace(one, title="New"), three]
    changed = [
        (one.id, "changed", "title", "Call 0", "New", "New"),
        (three.id, "came", "", None, None, "Call 2"),
        (two.id, "went", "", None, None, "Call 1"),
    ]
    after = looks.look(first, now, LATER)
    for _ in range(2):
        assert said(after, now) == changed
        assert after.before
        assert (after.last.at, after.before.at) == (LATER, NOW)
        after = looks.look(after, now, LATER + timedelta(days=1))
    assert said(looks.look(after, [three], LATER), [three]) == [(one.id, "went", "", None, None, "New")]


def test_it_takes_40_bytes_an_entry() -> None:
    entries = many(10_000)
    after = looks.look(None, entries, NOW)
    assert len(json.encode(after)) < 40 * len(entries)
    after = looks.look(after, [replace(each, title="New") for each in entries[:500]], NOW)
    assert len(after.facts) <= 2 * looks.FEW


def test_of_a_large_registry_what_changed_first_is_known_only_as_changed() -> None:
    entries = many(2 * looks.FEW)
    first = looks.look(None, entries, NOW)
    now = [replace(entries[0], title="New"), *entries[2:]]
    after = looks.look(first, now, LATER)
    gone = entries[1].id
    assert said(after, now) == [
        (entries[0].id, "changed", "", None, None, "New"), (gone, "went", "", None, None, gone),
    ]  # fmt: skip
    # from then on it is known, and so it is to who looked closely
    assert said(after, now, looks.all_known(first, {}, entries))[0][2:5] == ("title", "Call 0", "New")
    now[0] = replace(now[0], title="Newer")
    assert said(looks.look(after, now, LATER), now)[0][2:5] == ("title", "New", "Newer")


def test_of_more_than_a_few_those_that_changed_last_are_known() -> None:
    entries = many(2 * looks.FEW)
    after = looks.look(None, entries, NOW)
    for number in range(3):
        entries[number] = replace(entries[number], title="New")
        after = looks.look(after, entries, LATER + timedelta(days=number))
    for number in range(2):
        entries[-number - 1] = replace(entries[-number - 1], title="New")
        after = looks.look(after, entries, LATER + timedelta(days=9 + number))
    newest = [digest[: looks.LETTERS] for digest in after.last.digests.values()]
    assert [each in after.facts for each in (*newest[:3], *newest[-2:])] == [True] * 5


def test_what_is_known_of_an_earlier_look_stays_known() -> None:
    entries = many(2 * looks.FEW)
    first = looks.look(None, entries, NOW)
    known = looks.all_known(first, {}, entries)
    now = [replace(entries[0], title="New"), *entries[1:]]
    after = looks.look(first, now, LATER)
    known = looks.all_known(after, known, now)
    assert said(after, now, known)[0][3] == "Call 0"
    assert len(known) == len(entries) + 1


@pytest.mark.parametrize("count", [3, 2 * looks.FEW])
def test_an_older_memory_is_taken_over(count: int) -> None:
    entries = many(count)
    now = [replace(entries[0], title="New"), *entries[1:]]
    earlier, last = looks.OldLook(NOW, facts(entries)), looks.OldLook(LATER, facts(now))
    after = looks.from_older(last, earlier)
    changed = [(entries[0].id, "changed", "title", "Call 0", "New", "New")]
    assert said(after, now) == changed
    assert said(looks.look(after, now, LATER), now) == changed
    assert said(looks.from_older(last, None), now) == []


def test_what_is_no_fact_changes_nothing_and_what_stayed_is_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = many(3)
    first = looks.look(None, entries, NOW)
    confirmed = [replace(entries[0], checked=NOW.date()), *entries[1:]]
    after = looks.look(first, confirmed, LATER)
    assert (said(after, confirmed), after.last.at, after.facts) == ([], NOW, first.facts)
    monkeypatch.setattr(compare, "facts", None)
    assert looks.look(after, confirmed, LATER) == after


def test_of_long_entries_the_longest_are_known_only_as_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "LOOK_BYTES", 3_000)
    entries = many(5)
    entries[1] = replace(entries[1], summary="Long " * 1_000)
    first = looks.look(None, entries, NOW)
    assert len(json.encode(first.facts)) <= 3_000
    now = [replace(each, title="New") for each in entries]
    told = said(looks.look(first, now, LATER), now)
    assert [each[2:4] for each in told] == [
        ("title", f"Call {n}") if n != 1 else ("", None) for n in range(5)
    ]


@pytest.mark.parametrize("most", [0, 1, 399, 400, 10_000])
def test_the_shortest_are_kept_in_their_order(most: int) -> None:
    all_facts = {f"d{n}": {"title": "x" * size} for n, size in enumerate((100, 300, 50, 200, 0))}
    kept = looks.shortest(all_facts, most)
    assert not kept or len(json.encode(kept)) <= most
    assert list(kept) == [each for each in all_facts if each in kept]
    assert max((len(each["title"]) for each in kept.values()), default=0) <= min(
        (len(its["title"]) for key, its in all_facts.items() if key not in kept), default=10_000
    )
    assert (
        list(kept)
        == {0: [], 1: [], 399: ["d0", "d2", "d4"], 400: ["d0", "d2", "d4"], 10_000: [*all_facts]}[most]
    )
