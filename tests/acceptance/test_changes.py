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
