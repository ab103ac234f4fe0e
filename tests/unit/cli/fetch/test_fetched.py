"""A source read: what we follow and is not among it is asked for by its name, fifty at once."""

import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from clustercalls.catalogue.place import path as catalogue_path
from conftest import Run
from hostile_dav import Asked, whole
from portal import CLOSED, Portal, record

Answer = tuple[bytes | Iterable[bytes], bool]
LATER = ("--as-of", "2026-12-01T09:00")


def asked_for(portal: Portal) -> list[str]:
    """What was asked for by name, in the last walk."""
    bodies = [each.body for each in portal.world.asked if '"identifier": [' in each.body]
    return [json.dumps(body[body.index('"identifier": [') :].partition("]")[0]) for body in bodies]


def test_what_left_the_walk_is_asked_for(run: Run, portal: Portal, followed: Path) -> None:
    portal.world.asked.clear()
    run("sync", "-r", followed, *LATER)
    assert asked_for(portal) == []
    portal.told("3TOPICSen", status=CLOSED)
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    (asked,) = asked_for(portal)
    assert "HORIZON-CL3-2027-3" in asked
    out = run("review", "-r", followed, *LATER).out
    assert ("29 Apr 2027" in out, "closed, says the source" in out) == (True, True)


def test_without_a_catalogue_the_address_of_ours_names_it(run: Run, portal: Portal, followed: Path) -> None:
    portal.told("3TOPICSen", status=CLOSED)
    catalogue_path().unlink()
    assert run("sync", "-r", followed, *LATER).code == 0
    assert "closed, says the source" in run("review", "-r", followed, *LATER).out


def test_fifty_at_once(run: Run, portal: Portal, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    keys = [f"eu:{number}TOPICS" for number in range(30)]
    path.write_text("")
    run("sync", "-r", path, *LATER)
    run("follow", *keys, "-r", path, *LATER)
    portal.records = [
        *(each | {"metadata": each["metadata"] | {"status": [CLOSED]}} for each in portal.records),
        *(record(number, title="Another") for number in range(100, 160)),
    ]
    portal.world.asked.clear()
    assert run("sync", "--force", "-r", path, *LATER).code == 0
    assert len(asked_for(portal)) == 1
    assert run("review", "-r", path, *LATER).out.count("closed, says the source") == 30


def test_when_nobody_answers_that_nothing_is_gone(run: Run, portal: Portal, followed: Path) -> None:
    portal.records = [each for each in portal.records if each["reference"] != "3TOPICSen"]
    good = portal.world.script
    assert good is not None

    def answered(asked: Asked) -> Answer:
        if "HORIZON-CL3-2027-3" in asked.body:
            return whole("400 No"), False
        return good(asked)

    portal.world.script = answered
    for _ in range(3):
        ran = run("sync", "-r", followed, *LATER)
        assert (ran.code, ran.out, "followed-unanswered: " in ran.err) == (4, "", True)
    portal.world.script = good
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    assert "does not have it any more" in run("sync", "-r", followed, *LATER).out
    assert parse_qs(urlsplit(portal.world.asked[-1].path).query)["pageNumber"] == ["1"]


def test_a_key_that_the_source_never_had_is_told(run: Run, followed: Path) -> None:
    run("set", "horizon", "source.key=eu:99TOPICS", "-r", followed, *LATER)
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    assert "horizon-cl3-2027-3   the source does not have it" in run("sync", "-r", followed, *LATER).out
    assert "horizon-cl3-2027-3   the source does not have it" in run("review", "-r", followed, *LATER).out


def test_what_another_registry_follows_is_asked_for_too(
    run: Run, portal: Portal, followed: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text("")
    run("sync", "-r", followed, *LATER)
    portal.told("3TOPICSen", status=CLOSED)
    for _ in range(3):
        run("sync", "-r", other, *LATER)
    out = run("review", "-r", followed, *LATER).out
    assert ("closed, says the source" in out, "does not have it" in out) == (True, False)


def test_what_is_said_on_standard_error_is_in_the_exit_code(run: Run, followed: Path) -> None:
    catalogue_path().write_bytes(b"no catalogue")
    ran = run("sync", "-r", followed, *LATER)
    assert (ran.code, "catalogue-aside" in ran.err) == (3, True)
