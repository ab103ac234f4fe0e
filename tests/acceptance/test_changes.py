"""`clustercalls changes ID`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

from conftest import Run
from hand_written import HAND_WRITTEN

Write = Callable[..., Path]


def test_history_and_journal_in_their_order(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    for day, command in (
        ("2017-01-01", ("move", "innosup/first", "6 apr 2017", "--why", "extended", "--source",
        "https://a.example")),
        ("2017-02-01", ("set", "innosup", "status=suspended")),
        ("2017-03-01", ("move", "innosup/first", "8 apr 2017")),
        ("2017-04-01", ("confirm", "small")),
    ):  # fmt: skip
        assert run(*command, "-r", path, "--as-of", day).code == 0
    ran = run("changes", "innosup", "-r", path)
    assert (ran.code, ran.err) == (0, "")
    told = ran.out.splitlines()
    assert [line[:10] for line in told] == ["2017-01-01"] * 2 + ["2017-02-01"] * 2 + ["2017-03-01"] * 2
    assert told[0].endswith("first stage: 4 Apr → 6 Apr 2017 (+2 days); extended; https://a.example")
    assert told[2].endswith("status: open → suspended")
    assert told[4].endswith("first stage: 6 Apr → 8 Apr 2017 (+2 days)")
    assert "move: first: 4 Apr → Thu 6 Apr 2017 (+2 days)." in told[1]
    rows = json.loads(run("changes", "innosup", "-r", path, "-f", "json").out)
    assert [row["told_by"] for row in rows] == ["history", "journal"] * 3
    assert (rows[0]["was"], rows[0]["now"], rows[0]["why"]) == ("2017-04-04", "2017-04-06", "extended")


def test_nothing_happened(run: Run, registry: Write) -> None:
    ran = run("changes", "small", "-r", registry(HAND_WRITTEN))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert run("changes", "nobody", "-r", registry(HAND_WRITTEN)).code == 2


def test_of_a_removed_entry_all_that_is_known(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    for day, command in (
        ("2017-01-01", ("move", "innosup/first", "6 apr 2017", "--why", "extended")),
        ("2017-02-01", ("remove", "innosup", "--yes")),
    ):
        assert run(*command, "-r", path, "--as-of", f"{day}T12:00").code == 0
    for name in ("innosup-1-2017", "innosup"):
        ran = run("changes", name, "-r", path)
        assert (ran.code, ran.err) == (0, "")
        history, moved, removed = ran.out.splitlines()
        assert history.endswith("first stage: 4 Apr → 6 Apr 2017 (+2 days); extended")
        assert "move: first: 4 Apr → Thu 6 Apr 2017" in moved
        assert removed.startswith("2017-02-01 12:00  remove: ")
        assert "calls.toml.removed" in removed
    rows = json.loads(run("changes", "innosup", "-r", path, "-f", "json").out)
    assert [row["command"] for row in rows] == [None, "move", "remove"]
    assert run("undo", "-r", path, "--as-of", "2017-02-02T12:00").code == 0
    told = run("changes", "innosup", "-r", path).out.splitlines()
    assert [line[18:24] for line in told[2:]] == ["remove", "undo: "]


def test_an_entry_that_is_there_comes_before_one_that_is_gone(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN + '\n[[call]]\nid = "small"\ntitle = "Gone"\n')
    assert run("remove", "small", "--yes", "-r", path).code == 0
    assert "remove" in run("changes", "small", "-r", path).out  # its whole id
    assert run("changes", "smal", "-r", path).out == ""  # small-grants, to which nothing happened
    assert run("remove", "small-grants", "--yes", "-r", path).code == 0
    refused = run("changes", "smal", "-r", path)
    assert refused.code == 2
    assert "small, small-grants" in refused.err


def test_what_is_removed_from_another_registry_is_unknown_here(run: Run, registry: Write) -> None:
    here, there = registry(HAND_WRITTEN), registry(HAND_WRITTEN, "there.toml")
    assert run("remove", "innosup", "--yes", "-r", there).code == 0
    assert run("changes", "innosup", "-r", here) == (0, "", "")
    assert run("remove", "small", "--yes", "-r", here).code == 0
    assert run("changes", "small", "-r", there) == (0, "", "")


def test_a_removed_entry_with_errors_is_known_too(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN + '\n[[call]]\nid = "broken"\ndeadlin = 2017-01-01\n')
    assert run("remove", "broken", "--yes", "-r", path).code == 0
    ran = run("changes", "broken", "-r", path)
    assert (ran.code, "Removed broken" in ran.out) == (0, True)
