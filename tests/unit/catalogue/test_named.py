"""Which record somebody means."""

from pathlib import Path

import pytest

from builders import at
from clustercalls.catalogue.named import by_key, exact, programmes
from clustercalls.catalogue.opening import to_read
from clustercalls.errors import UsageRefused
from offers import LATER, candidate, catalogue, sync

CALLS = (
    candidate("50130830TOPICS", "2026-09-15", ident="HORIZON-CL5-2026-09-D4-03"),
    candidate("50130831TOPICS", "2026-09-15", ident="HORIZON-CL5-2026-09-D4-04", programme="I3"),
    candidate("14801COMPETITIVE_CALL", "2026-09-30", programme=""),
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("eu:50130830TOPICS", 0),
        ("50130830topics", 0),
        ("eu:5013083", None),
        ("HORIZON-CL5-2026-09-D4-03", 0),
        ("d4-04", 1),
        ("eu:d4-04", 1),
        ("compet", 2),
        (" 14801 ", 2),
        ("TOPICS", None),
    ],
)
def test_any_part_that_no_other_has_will_do(tmp_path: Path, text: str, number: int | None) -> None:
    with catalogue(tmp_path / "c", *CALLS) as connection:
        if number is not None:
            assert by_key(connection, text).candidate == CALLS[number]
            return
        with pytest.raises(UsageRefused) as refused:
            by_key(connection, text)
        assert refused.value.problem.code == "ambiguous-candidate"
        assert "eu:50130830TOPICS, eu:50130831TOPICS" in refused.value.problem.message


@pytest.mark.parametrize(
    "text", ["nothing", "", "eu:", "news:50130830TOPICS", "%", "_x_", "\0", "\udcff", "'"]
)
def test_what_names_nothing_is_told(tmp_path: Path, text: str) -> None:
    with catalogue(tmp_path / "c", *CALLS) as connection:
        with pytest.raises(UsageRefused) as refused:
            by_key(connection, text)
        assert refused.value.problem.code == "unknown-candidate"


def test_many_are_not_all_listed(tmp_path: Path) -> None:
    calls = [candidate(f"{number:03}TOPICS") for number in range(30)]
    with catalogue(tmp_path / "c", *calls) as connection:
        with pytest.raises(UsageRefused) as refused:
            by_key(connection, "topics")
        assert refused.value.problem.message.count("eu:") == 12
        assert "eu:011TOPICS, …" in refused.value.problem.message


def test_two_sources_may_have_one_key(tmp_path: Path) -> None:
    path = tmp_path / "c"
    sync(path, candidate("1", title="ours"))
    sync(path, candidate("1", title="theirs", source="news"), source="news")
    with to_read(path) as connection:
        assert by_key(connection, "news:1").candidate.title == "theirs"
        assert by_key(connection, "eu:1").name == "eu:1"
        with pytest.raises(UsageRefused) as refused:
            by_key(connection, "1")
        assert "eu:1, news:1" in refused.value.problem.message


def test_of_one_that_is_gone_and_one_that_is_not_that_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "c"
    others = [candidate(f"x{number}", "2026-10-01") for number in range(8)]
    sync(path, candidate("1", "2026-09-15", ident="SAME"), *others)
    for _ in range(2):
        sync(path, candidate("2", "2026-09-15", ident="SAME"), *others)
    with to_read(path) as connection:
        assert by_key(connection, "same").name == "eu:2"
        assert by_key(connection, "eu:1").gone is not None


def test_all_that_is_kept_of_it(tmp_path: Path) -> None:
    path = tmp_path / "c"
    old = candidate(
        "1", "2026-09-15", ident="I", parent="P", words=("a", "b"), text="T", budget=5, currency="EUR"
    )
    new = candidate(
        "1", "2026-09-20", ident="I", parent="P", words=("a", "b"), text="T", budget=6, currency="EUR"
    )
    sync(path, old)
    sync(path, new, moment=LATER)
    sync(path, old, moment=at("2026-08-03T12:00"))
    with to_read(path) as connection:
        held = exact(connection, "eu", "1")
        assert exact(connection, "eu", "2") is None
    assert held is not None
    assert held.candidate == old
    assert held.entry.budget == 5
    assert (held.first_seen[:10], (held.changed or "")[:10], held.missed, held.gone) == (
        "2026-08-01",
        "2026-08-03",
        0,
        None,
    )
    days = ("2026-09-15T17:00 @Europe/Brussels", "2026-09-20T17:00 @Europe/Brussels")
    told = [(each.noticed[:10], each.field, each.was, each.now) for each in held.changes]
    assert told == [
        ("2026-08-02", "budget", "5", "6"),
        ("2026-08-02", "stage deadline", *days),
        ("2026-08-03", "budget", "6", "5"),
        ("2026-08-03", "stage deadline", *reversed(days)),
    ]


def test_the_programmes_that_there_are(tmp_path: Path) -> None:
    with catalogue(tmp_path / "c", *CALLS) as connection:
        assert programmes(connection) == ("HORIZON", "I3")


@pytest.mark.parametrize(("count", "more"), [(12, False), (13, True)])
def test_that_there_are_more_is_said_where_there_are(tmp_path: Path, count: int, more: bool) -> None:
    calls = [candidate(f"{number:03}TOPICS") for number in range(count)]
    with catalogue(tmp_path / "c", *calls) as connection:
        with pytest.raises(UsageRefused) as refused:
            by_key(connection, "topics")
        assert ("…" in refused.value.problem.message) is more
