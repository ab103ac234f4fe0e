"""Registries and opportunities of others are imported whole: the entry is the same, in our own file."""

import json
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings

from builders import at
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.importing.given_reading import GivenReading
from clustercalls.cli.importing.reading import GivenDocument
from clustercalls.cli.importing.understood import understood
from clustercalls.edtf import parse
from clustercalls.errors import Problem
from clustercalls.model import EntryKind, Source
from clustercalls.registry import notation
from clustercalls.registry.build import Defaults
from clustercalls.registry.public_tables import public_table
from conftest import Run
from hostile_dav import World, whole
from opportunities import of_ours, on, opportunity, page
from random_entries import read, tables
from terminals import Terminal

NOW = ("--as-of", "2026-11-27T09:00")
OURS = Defaults("Europe/Rome", "Europe/Rome", "EUR", Source("Ours", date=parse("2026-01-01")))
THEIRS = """\
schema = 1
[defaults]
zone = "Europe/Athens"
currency = "BGN"

[[call]]
id = "soil"
title = "Soil health"
owner = "taint"
budget = 100_000
deadline = 2027-04-06T17:00:00

[[event]]
id = "day"
title = "Cluster day"
starts = 2027-02-01
ends = 2027-02-02

[[call]]
id = "bad"
title = "Bad"
deadline = "soon"
"""


def drafts(data: bytes) -> list[DraftEntry]:
    told: list[Problem] = []
    made = understood(GivenDocument(data, "a"), GivenReading("", "", told.append), at("2026-11-27T09:00"))
    assert told == []
    return list(made.entries)


@given(tables())
@settings(max_examples=60)
def test_the_table_in_our_file_is_the_entry(made: tuple[EntryKind, dict[str, Any]]) -> None:
    """Under our zone, our currency and our document, none of which may become theirs."""
    kind, table = made
    entry = read(kind, {"currency": "GBP", **table})
    told = public_table(entry)
    for data in (json.dumps({kind.value: [told]}), json.dumps([of_ours(kind.value, told)])):
        (draft,) = drafts(data.encode())
        name = draft.id_for(set())
        block = notation.block(draft.kind, notation.in_order(draft.table(name, OURS, at("2026-11-27T09:00"))))
        (back,) = tomli.loads(block)[kind.value]
        again = public_table(read(kind, back, OURS))
        source, theirs = again.pop("source", {}), told.get("source", {})
        for each in (again, told):
            each["stage"] = sorted(each.get("stage", ()), key=lambda stage: stage["id"])
            each["stage"] = [_spelt(stage) for stage in each["stage"]]
            each["history"] = [_spelt(row) for row in each.get("history", ())]
            each.pop("source", None)
        assert again == told
        told["source"] = theirs
        if theirs.get("title"):
            assert {**source, "key": ""} == {**theirs, "key": ""}
        assert source.get("title") != "Ours"


def _spelt(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its hour in the date, as TOML has it."""
    when, hour = row.get("when", ""), row.get("at", "")
    joins = hour and "until" not in row and len(when) == len("2027-05-05")
    rest = {key: each for key, each in row.items() if key != "at" or not joins}
    return {**rest, "when": f"{when}T{hour}"} if joins else rest


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    return path


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.toml"
    path.write_text(THEIRS)
    return path


def test_on_a_pipe_as_toml_and_as_json(run: Run, theirs: Path, registry: Path) -> None:
    ran = run("import", theirs, "-r", registry, *NOW)
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert ran.err.startswith("theirs.toml:22: bad-date: bad: deadline: ")
    told = tomli.loads(ran.out)
    assert told["call"] == [{
        "id": "soil", "title": "Soil health", "budget": 100_000, "currency": "BGN",
        "source": {"title": "theirs.toml", "key": "registry:soil"},
        "stage": [{
            "id": "deadline", "kind": "deadline", "when": told["call"][0]["stage"][0]["when"],
            "zone": "Europe/Athens",
        }],
    }]  # fmt: skip
    registry.write_text(ran.out)
    assert run("list", "-r", registry, *NOW).code == 0
    told = json.loads(run("import", theirs, "-f", "json", "-r", registry, *NOW).out)
    assert [(each["title"], each["known"]) for each in told["entries"]] == [
        ("Soil health", "soil"), ("Cluster day", "day"),
    ]  # fmt: skip


def test_appended_once_and_taken_back(run: Run, theirs: Path, registry: Path) -> None:
    theirs.write_text(THEIRS.partition('[[call]]\nid = "bad"')[0])
    assert run("import", theirs, "--append", "-r", registry, *NOW).code == 0
    made = registry.read_text()
    assert made.count("[[call]]") == made.count("[[event]]") == 1
    ran = run("import", theirs, "--append", "-r", registry, *NOW)
    assert (ran.code, registry.read_text()) == (0, made)
    assert "1. Soil health: known already, soil\n" in ran.out
    run("undo", "-r", registry)
    assert registry.read_text() == "# ours\n"


def test_at_a_terminal(theirs: Path, registry: Path) -> None:
    terminal = Terminal("import", theirs, "-r", registry, *NOW)
    terminal.answer("accept / edit / skip / quit [skip]: ", "a")
    terminal.answer("accept / edit / skip / quit [skip]: ", "q")
    assert terminal.end() == 3
    assert "when = 2027-04-06T17:00:00\n" in registry.read_text()


def test_a_moved_date_is_proposed(run: Run, theirs: Path, registry: Path) -> None:
    run("import", theirs, "--append", "-r", registry, *NOW)
    theirs.write_text(THEIRS.replace("2027-04-06", "2027-04-20"))
    out = run("import", theirs, "-r", registry, *NOW).out
    assert "# Known already: soil\n" in out
    assert "20 Apr 2027" in out


def test_history_of_theirs_at_a_terminal(tmp_path: Path, registry: Path) -> None:
    path = tmp_path / "theirs.json"
    rows = [{"stage": "deadline", "was": "2027-03-01"}, {"was_status": "open", "noticed": "2026-11-01"}]
    call = {"id": "a", "title": "A", "deadline": "2027-04-06", "history": rows}
    path.write_text(json.dumps({"call": [call]}))
    terminal = Terminal("import", path, "-r", registry, *NOW)
    terminal.waits("was open")
    terminal.answer("accept / edit / skip / quit [skip]: ", "a")
    assert terminal.end() == 0
    assert tomli.loads(registry.read_text())["call"][0]["history"][0]["stage"] == "deadline"


def test_who_follows_the_same_call_at_the_portal_has_it_once(
    run: Run, tmp_path: Path, registry: Path
) -> None:
    registry.write_text(
        '[[call]]\nid = "mine"\ntitle = "Our words"\ndeadline = 2027-04-06\nsource.key = "eu:1TOPICS"\n'
    )
    path = tmp_path / "calls.json"
    call = {"id": "theirs", "title": "Their words", "deadline": "2027-05-06", "source": {"key": "eu:1TOPICS"}}
    path.write_text(json.dumps({"call": [call]}))
    out = run("import", path, "-r", registry, *NOW).out
    assert "# Known already: mine\n" in out
    before = registry.read_text()
    run("import", path, "--append", "-r", registry, *NOW)
    assert registry.read_text() == before


def test_opportunities(run: Run, tmp_path: Path, registry: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(page(opportunity(1, keyDates={"closeDate": on("2027-04-06")}))))
    assert run("import", path, "--append", "-r", registry, *NOW).code == 0
    (call,) = tomli.loads(registry.read_text())["call"]
    assert (call["title"], str(call["deadline"])) == ("Opportunity 1", "2027-04-06")
    assert call["source"]["key"].startswith("commongrants:30a12e5e")
    made = registry.read_text()
    run("import", path, "--append", "-r", registry, *NOW)
    assert registry.read_text() == made


@pytest.mark.parametrize("form", ["registry", "commongrants"])
def test_what_is_none_is_one_line(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "a.html"
    path.write_text("<!doctype html><p>Sign in</p>")
    ran = run("import", path, "--as", form, *NOW)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert "this cannot be read as" in ran.err


class Offices:
    """A server with what two offices and an agency publish."""

    def __init__(self, world: World) -> None:
        self.world, self.same = world, 0
        call = {
            "id": "soil",
            "title": "Soil cluster",
            "zone": "Europe/Athens",
            "deadline": "2027-04-06T17:00",
        }
        steps = {"stage": [{"id": "next", "kind": "decision", "after": {"stage": "deadline", "months": 2}}]}
        portal = {
            "id": "p",
            "title": "Portal cluster",
            "source": {"key": "eu:1TOPICS"},
            "deadline": "2027-05-05",
        }
        self.json: dict[str, Any] = {"schema": 1, "title": "Office A", "call": [call | steps, portal]}
        self.other = {"call": [{**portal, "id": "q"}]}
        self.grants = opportunity(1, title="Grant cluster", keyDates={"closeDate": on("2027-04-06")})
        self.toml = THEIRS.replace("Soil health", "Toml cluster").partition('[[call]]\nid = "bad"')[0]
        world.script = self._answered

    def _answered(self, asked: Any) -> tuple[bytes, bool]:  # noqa: ANN401 - what the server was asked
        made = {
            "/calls.json": json.dumps(self.json), "/grants": json.dumps(page(self.grants)),
            "/r.toml": self.toml, "/c.json": json.dumps(self.other),
        }  # fmt: skip
        mark = f'"{hash(made[asked.path])}"'
        if asked.headers.get("if-none-match") == mark:
            self.same += 1
            return b"HTTP/1.1 304 Not Modified\r\n\r\n", True
        return whole("200 OK", made[asked.path].encode(), f"ETag: {mark}"), True


NAMES = ("a", "b", "grants")


def test_as_sources_they_are_watched_followed_and_reviewed(run: Run, config: Path, registry: Path) -> None:
    with World() as world:
        offices = Offices(world)
        common = "private = true, pause = 0"
        config.write_text(
            "[sources]\n"
            f'a = {{ kind = "registry", url = "{world.url}/calls.json", {common} }}\n'
            f'b = {{ kind = "registry", url = "{world.url}/r.toml", {common} }}\n'
            f'grants = {{ kind = "commongrants", url = "{world.url}/grants", {common} }}\n'
            '[watch]\nclusters = { text = "cluster" }\n'
        )
        registry.write_text(
            '[[call]]\nid = "mine"\ntitle = "Mine"\ndeadline = 2027-05-05\nsource.key = "eu:1TOPICS"\n'
        )
        ran = run("sync", *NAMES, "-r", registry, *NOW)
        assert (ran.code, ran.err) == (0, "")
        new = {line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")}
        key = f"grants:{offices.grants['id']}"
        assert new == {"a:soil", "b:soil", "b:day", key}  # the portal's is ours already
        assert run("sync", *NAMES, "-r", registry, *NOW) == (0, "", "")
        assert offices.same == 3

        refused = run("follow", "a:p", "-r", registry, *NOW)
        assert (refused.code, "already-kept" in refused.err) == (2, True)
        assert run("follow", "a:soil", key, "-r", registry, *NOW).code == 0
        text = registry.read_text()
        assert 'key = "a:soil"' in text
        assert "when = 2027-04-06T17:00" in text
        assert 'zone = "Europe/Athens"' in text
        assert 'after = { stage = "deadline", months = 2 }' in text

        offices.json["call"][0]["deadline"] = "2027-04-20T17:00"
        offices.grants["keyDates"]["closeDate"] = on("2027-04-21")
        ran = run("sync", *NAMES, "-r", registry, *NOW)
        assert "Moved at the source (2)" in ran.out
        assert run("review", "--accept", "all", "-r", registry, *NOW).code == 0
        text = registry.read_text()
        assert "when = 2027-04-20T17:00" in text
        assert "2027-04-21" in text
        assert run("check", "-r", registry).code == 0


def test_a_call_that_two_offices_follow_at_the_portal_is_new_once(
    run: Run, config: Path, registry: Path
) -> None:
    with World() as world:
        Offices(world)
        common = 'kind = "registry", private = true, pause = 0'
        config.write_text(
            f'[sources]\na = {{ url = "{world.url}/calls.json", {common} }}\n'
            f'c = {{ url = "{world.url}/c.json", {common} }}\n[watch]\np = {{ text = "portal" }}\n'
        )
        told = run("sync", "a", "c", "-r", registry, *NOW).out
        assert told.count("Portal cluster") == 1
        assert "Portal cluster" in run("review", "-r", registry, *NOW).out
        name = "a:p" if "a:p" in told else "c:q"
        assert run("follow", name, "-r", registry, *NOW).code == 0
        assert 'key = "eu:1TOPICS"' in registry.read_text()
        assert run("review", "-r", registry, *NOW).out == ""


def test_by_address(run: Run, registry: Path) -> None:
    """Loopback is no public address: what is asked for there is refused in one line, by the same fetch."""
    with World() as world:
        Offices(world)
        ran = run("import", f"{world.url}/calls.json", "-r", registry, *NOW)
        assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
