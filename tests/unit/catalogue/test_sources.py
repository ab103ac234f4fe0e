"""What is known of each source."""

from pathlib import Path

import pytest

from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.sources import SourceState, note_asked, state_of, states
from clustercalls.errors import WorldFailed
from offers import LATER, NOON, candidate, sync

NOON_TEXT, LATER_TEXT = "2026-08-01T10:00:00.000000+00:00", "2026-08-02T10:00:00.000000+00:00"


def state(path: Path, name: str = "eu") -> SourceState:
    with to_read(path) as connection:
        return state_of(connection, name)


def test_a_source_that_was_asked_and_did_not_answer(tmp_path: Path) -> None:
    path = tmp_path / "c"
    asked = SourceState("eu", "portal", "https://a.eu", "tag", "yesterday")
    assert note_asked(path, asked, NOON, "no-answer") == ""
    assert state(path) == SourceState(
        "eu", "portal", "https://a.eu", "tag", "yesterday", NOON_TEXT, None, None, "no-answer", 0
    )
    note_asked(path, SourceState("eu", "portal", "https://b.eu"), LATER)
    assert state(path) == SourceState(
        "eu", "portal", "https://b.eu", "", "", LATER_TEXT, None, None, "no-answer", 0
    )


def test_a_sync_says_when_it_went_well_and_when_the_one_before_did(tmp_path: Path) -> None:
    path = tmp_path / "c"
    note_asked(path, SourceState("eu", "portal", "https://a.eu"), NOON)
    sync(path, candidate("1", "2026-09-15"))
    sync(path, candidate("1", "2026-09-15"), candidate("2", "2026-09-15"), moment=LATER)
    known = state(path)
    assert (known.url, known.tried, known.good, known.before) == (
        "https://a.eu",
        LATER_TEXT,
        LATER_TEXT,
        NOON_TEXT,
    )
    assert (known.outcome, known.records) == ("ok", 2)


def test_an_incomplete_one_is_tried_and_not_good(tmp_path: Path) -> None:
    path = tmp_path / "c"
    sync(path, candidate("1", "2026-09-15"))
    sync(path, candidate("1", "2026-09-15"), moment=LATER, complete=False)
    known = state(path)
    assert (known.tried, known.good, known.outcome) == (LATER_TEXT, NOON_TEXT, "incomplete")


def test_sources_are_told_by_name_and_a_strange_one_as_never_asked(tmp_path: Path) -> None:
    path = tmp_path / "c"
    for name in ("news", "eu"):
        note_asked(path, SourceState(name), NOON)
    with to_read(path) as connection:
        assert [each.name for each in states(connection)] == ["eu", "news"]
    assert state(path, "other") == SourceState("other")


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    with pytest.raises(WorldFailed) as failed:
        note_asked(tmp_path / "c", SourceState("eu"), NOON)
    assert failed.value.problem.code == "in-the-way"
