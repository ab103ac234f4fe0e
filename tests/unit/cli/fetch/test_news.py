"""What of the new offers a watch finds; tried with `sync` in `test_sync.py`."""

from pathlib import Path

import pytest

from conftest import Run
from portal import Portal, record


def test_only_what_came_now_each_once(run: Run, portal: Portal) -> None:
    run("sync", "--as-of", "2026-11-27")
    portal.records.append(record(5_010, "8", callTitle="EUROCLUSTERS of LIFE", frameworkProgramme="43252405"))
    out = run("sync", "--as-of", "2026-11-28").out
    assert out.splitlines() == [
        "New for us (1)                                              clustercalls review",
        "  eu:5010COMPETITIVE_CALL  EUROCLUSTERS of LIFE · LIFE · watch: clusters, life",
    ]


@pytest.mark.usefixtures("portal")
def test_what_was_not_told_is_told_the_next_time(run: Run, tmp_path: Path) -> None:
    """As after a kill between the catalogue and the telling of it."""
    registry = tmp_path / "calls.toml"
    registry.write_text("")
    run("sync", "--as-of", "2026-11-27")
    assert "New for us (4)" in run("sync", "-r", registry, "--as-of", "2026-11-28").out
    assert run("sync", "-r", registry, "--as-of", "2026-11-29") == (0, "", "")


@pytest.mark.usefixtures("portal")
def test_a_watch_that_is_wrong_hides_no_other(run: Run, config: Path) -> None:
    config.write_text(config.read_text() + 'typo = { programme = ["SPM"] }\ni3 = { programme = ["I3"] }\n')
    ran = run("sync", "--as-of", "2026-11-27")
    assert (ran.code, "New for us (4)" in ran.out, "unknown-choice: watch.typo" in ran.err) == (3, True, True)
    assert len(ran.err.splitlines()) == 1
