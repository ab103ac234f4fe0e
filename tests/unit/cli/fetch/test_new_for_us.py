"""What of the new offers a watch finds; tried with `sync` in `test_sync.py`."""

from conftest import Run
from portal import Portal, record


def test_only_what_came_now_each_once(run: Run, portal: Portal) -> None:
    run("sync", "--as-of", "2026-11-27")
    portal.records.append(record(5_010, "8", callTitle="EUROCLUSTERS of LIFE", frameworkProgramme="43252405"))
    out = run("sync", "--as-of", "2026-11-28").out
    assert out.startswith(
        "New for us (1)\n  eu:5010COMPETITIVE_CALL  EUROCLUSTERS of LIFE · LIFE · watch: clusters, life"
    )
