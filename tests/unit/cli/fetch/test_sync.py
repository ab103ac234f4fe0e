"""`sync` says what is new for us and else nothing; where a source fails the catalogue is as it was."""

import json
import stat
from pathlib import Path

import pytest

from clustercalls.catalogue.place import path as catalogue_path
from conftest import Run
from hostile_dav import whole
from portal import Portal, record

NOW = ("--as-of", "2026-11-27")


def test_what_is_new_for_us_once(run: Run, portal: Portal) -> None:
    ran = run("sync", *NOW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "New for us (4)                                              clustercalls review",
        *(
            f"  eu:500{each}COMPETITIVE_CALL  Open call {each} · {day} 2027 · SMP · watch: clusters"
            for each, day in enumerate(("Mon 1 Mar", "Tue 2 Mar", "Wed 3 Mar"))
        ),
        "  eu:7000TOPICS  LIFE two stage · Thu 4 Mar 2027 17:00 Brussels · LIFE · watch: life",
    ]
    asked = len(portal.world.asked)
    assert asked <= 40
    for each in portal.records:
        each["metadata"]["esDA_IngestDate"] = ["2026-12-01"]
    assert run("sync", *NOW) == (0, "", "")
    assert stat.S_IMODE(catalogue_path().stat().st_mode) == 0o600


def test_every_change_field_by_field(run: Run, portal: Portal) -> None:
    run("sync", *NOW)
    portal.records[3]["metadata"]["deadlineDate"] = ["2027-12-24T00:00:00.000+0000"]
    portal.records.append(record(9_000, title="Another"))
    out = run("sync", "--all", *NOW).out
    assert "new: eu:9000TOPICS\n" in out
    (line,) = [each for each in out.splitlines() if each.startswith("eu:")]
    assert line == "eu:3TOPICS  Soil topic 3"
    moved = "  deadline: 15 Apr 17:00 → Fri 24 Dec 2027 17:00 Brussels (+8 months)"
    assert [each for each in out.splitlines() if "→" in each] == [moved]
    told = json.loads(run("sync", "--all", "-f", "json", *NOW).out)
    assert told == {
        "new_for_us": [],
        "proposals": [],
        "changes": {"eu": {"new": [], "changed": [], "gone": []}},
    }


def test_gone_is_said_after_two_complete_ones(run: Run, portal: Portal) -> None:
    run("sync", *NOW)
    portal.records.pop(0)
    assert "gone" not in run("sync", "--all", *NOW).out
    assert run("sync", "--all", *NOW).out == "gone: eu:0TOPICS  Soil topic 0\n"


@pytest.mark.usefixtures("portal")
def test_what_is_the_same_is_not_missed(run: Run) -> None:
    for _ in range(4):
        assert run("sync", *NOW).code == 0
    assert run("sync", "--all", *NOW) == (0, "", "")
    assert len(json.loads(run("find", "", "-n", "50", "-f", "json", *NOW).out)) == 34


@pytest.mark.usefixtures("portal")
def test_nothing_is_written_by_a_dry_run(run: Run) -> None:
    ran = run("sync", "--dry-run", "--all", *NOW)
    assert ran.code == 0
    assert ran.out.startswith("New for us (4) ")
    assert ran.out.count("new: eu:") == 34
    assert not catalogue_path().exists()


@pytest.mark.parametrize("answer", [
    whole("200 OK", b""), whole("200 OK", b"<html>Sign in</html>"), whole("404 No"), whole("200 OK", b"{}"),
    whole("302 There", b"", "Location: file:///etc/passwd"), whole("200 OK", b"x" * 100)[:-1], b"",
    whole("302 There", b"", "Location: http://169.254.169.254/"),
])  # fmt: skip
def test_a_source_that_fails_is_one_line(
    run: Run, portal: Portal, answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustercalls.fetch.reading.FIRST_WAIT", 0.0)
    run("sync", *NOW)
    before = run("find", "", "-n", "50", "-f", "json", *NOW).out
    portal.world.script = lambda _: (answer, False)
    ran = run("sync", *NOW)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (4, "", 1)
    assert ran.err.startswith("eu: source-failed: ")
    assert run("find", "", "-n", "50", "-f", "json", *NOW).out == before
    assert "source-failed" in run("sync", "--status").out


def test_a_list_that_is_suddenly_short_is_not_believed(run: Run, portal: Portal) -> None:
    run("sync", *NOW)
    portal.records = portal.records[:5]
    ran = run("sync", *NOW)
    assert (ran.code, ran.out, "too-short: " in ran.err) == (4, "", True)
    assert run("sync", "--force", *NOW).code == 0


def test_how_the_last_ones_went(run: Run, portal: Portal) -> None:
    assert run("sync", "--status") == (0, f"eu  portal  {portal.url}  never fetched\n", "")
    run("sync", *NOW)
    assert run("sync", "--status").out.startswith(f"eu  portal  {portal.url}  tried 2026-11-26 23:00, ")
    told = json.loads(run("sync", "--status", "-f", "json").out)
    assert told["catalogue"] == str(catalogue_path())
    assert (told["sources"][0]["name"], told["sources"][0]["records"]) == ("eu", 34)


@pytest.mark.usefixtures("portal")
def test_what_is_no_source_or_no_watch(run: Run, config: Path) -> None:
    assert "unknown-choice: " in run("sync", "ue").err
    config.write_text(config.read_text().replace('["life"]', '["lief"]'))
    ran = run("sync", *NOW)
    assert (ran.code, "unknown-choice: watch.life: --programme lief" in ran.err) == (3, True)
