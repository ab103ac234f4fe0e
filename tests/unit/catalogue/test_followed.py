"""What any registry follows is kept and asked for; what no source ever had is counted."""

from pathlib import Path

from builders import at
from clustercalls.catalogue.followed import followed_elsewhere, missed
from clustercalls.catalogue.opening import to_read
from offers import candidate, sync

LATER = [at(f"2026-08-{day:02}T12:00") for day in range(1, 9)]


def test_every_registry_counts(tmp_path: Path) -> None:
    path = tmp_path / "c"
    sync(path, candidate("1", "2026-09-01"), keep=["1", "7"])
    with to_read(path) as connection:
        assert followed_elsewhere(connection, "eu", "another") == {"1", "7"}
        assert followed_elsewhere(connection, "eu", "r") == frozenset()
        assert followed_elsewhere(connection, "other", "another") == frozenset()
    sync(path, candidate("1", "2026-09-01"), keep=["1"], moment=LATER[1])
    with to_read(path) as connection:
        assert followed_elsewhere(connection, "eu", "another") == {"1"}


def test_what_never_came_is_counted_by_whole_syncs(tmp_path: Path) -> None:
    path = tmp_path / "c"
    counts = []
    for moment, complete in zip(LATER, (True, False, True), strict=False):
        sync(path, candidate("1", "2026-09-01"), keep=["1", "7"], moment=moment, complete=complete)
        with to_read(path) as connection:
            counts.append((missed(connection, "eu", "7"), missed(connection, "eu", "1")))
    assert counts == [(1, 0), (1, 0), (2, 0)]


def test_a_registry_that_nobody_syncs_any_more_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "c"
    sync(path, candidate("1", "2028-09-01"), keep=["1"], moment=at("2026-08-01T12:00"))
    sync(path, candidate("1", "2028-09-01"), keep=["2"], moment=at("2027-09-06T12:00"))
    with to_read(path) as connection:
        assert followed_elsewhere(connection, "eu", "another") == {"2"}
