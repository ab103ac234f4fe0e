"""A portal on loopback that the config names, for the commands that fetch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Run
from hostile_dav import World
from portal import Portal, budget, pot, record

DAY = "T00:00:00.000+0000"
NOW = ("--as-of", "2026-11-27T09:00")


@pytest.fixture
def portal(config: Path) -> Iterator[Portal]:
    """The portal, with thirty topics and some calls of two projects for clusters."""
    with World() as world:
        made = Portal(world)
        made.records = [
            record(
                number,
                title=f"Soil topic {number}",
                callTitle="Soil mission",
                deadlineDate=f"2027-{number % 12 + 1:02}-15{DAY}",
                deadlineModel="single-stage",
                budgetOverview=budget(pot(f"HORIZON-CL{number % 6}-2027-{number} - RIA", "24000000")),
            )
            for number in range(30)
        ]
        made.records += [
            record(
                5_000 + number,
                "8",
                title="Joint Cluster Initiatives (EUROCLUSTERS)",
                callTitle=f"Open call {number}",
                frameworkProgramme="43252476",
                deadlineDate=f"2027-03-0{number + 1}{DAY}",
            )
            for number in range(3)
        ]
        made.records.append(
            record(
                7_000,
                identifier="LIFE-2027-SIP-two-stage",
                title="LIFE two stage",
                deadlineModel="two-stage",
                frameworkProgramme="43252405",
                deadlineDate=[f"2027-03-04{DAY}", f"2027-09-03{DAY}"],
            )
        )
        config.write_text(
            f'[sources.eu]\nurl = "{made.url}"\nprivate = true\npause = 0\n'
            '[watch]\nclusters = { text = "euroclusters" }\nlife = { programme = ["life"] }\n'
        )
        yield made


@pytest.fixture
def followed(run: Run, portal: Portal, tmp_path: Path) -> Path:
    """A registry that follows a call of one stage, one of two, and one with cut-offs; all else is ignored."""
    portal.records.append(
        record(
            8_000,
            identifier="I3-2027-CUT",
            title="Cut-offs",
            deadlineModel="multiple cut-off",
            deadlineDate=[f"2027-{month:02}-01{DAY}" for month in (3, 6, 9)],
        )
    )
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    assert "New for us (4)" in run("sync", "-r", path, *NOW).out
    run("review", "--ignore", "all", "-r", path, *NOW)
    assert run("follow", "eu:3TOPICS", "eu:7000TOPICS", "eu:8000TOPICS", "-r", path, *NOW).code == 0
    return path
