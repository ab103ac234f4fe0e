"""`follow` makes an entry of an offer, and says so as `add` does."""

from pathlib import Path
from typing import Any

import pytest
import tomli

from conftest import Run
from portal import Portal

NOW = ("--as-of", "2026-11-27")
OWN = '[[call]]\nid = "own"\ntitle = "LIFE, as we call it"\nchecked = 2026-11-01\ndeadline = 2027-03-04\n'


@pytest.fixture
def registry(run: Run, portal: Portal, tmp_path: Path) -> Path:
    assert len(portal.records) == 34
    run("sync", *NOW)
    path = tmp_path / "calls.toml"
    path.write_text(OWN)
    return path


def entry(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = tomli.loads(path.read_text())["call"][-1]
    return made


def test_two_stages(run: Run, registry: Path) -> None:
    assert run("follow", "7000", "-r", registry, *NOW) == (0, "", "")
    assert registry.read_text().startswith(OWN)
    made = entry(registry)
    assert (made["id"], made["programme"], str(made["checked"])) == (
        "life-2027-sip-two-stage",
        "LIFE",
        "2026-11-27",
    )
    assert made["source"]["key"] == "eu:7000TOPICS"
    assert [(each["id"], str(each["when"]), each.get("follows")) for each in made["stage"]] == [
        ("first", "2027-03-04 17:00:00", None),
        ("second", "2027-09-03 17:00:00", "first"),
    ]
    assert run("check", "-r", registry).code == 0
    assert "Fri 3 Sept 2027 17:00" in run("upcoming", "-r", registry, *NOW).out
    run("undo", "-r", registry)
    assert registry.read_text() == OWN


def test_what_is_over_is_left_out(run: Run, registry: Path) -> None:
    assert run("follow", "7000", "-r", registry, "--as-of", "2027-05-01").code == 0
    assert [each["id"] for each in entry(registry)["stage"]] == ["second"]
    assert run("check", "-r", registry).code == 0


def test_a_cascade_call_is_named_by_its_title(run: Run, registry: Path) -> None:
    assert run("follow", "5001", "-r", registry, *NOW).code == 0
    assert entry(registry)["id"] == "open-call-1"


def test_never_twice_unless_it_is_said(run: Run, registry: Path) -> None:
    run("follow", "7000", "-r", registry, *NOW)
    before = registry.read_text()
    ran = run("follow", "eu:7000TOPICS", "-r", registry, *NOW)
    assert (ran.code, registry.read_text()) == (2, before)
    assert run("follow", "eu:7000TOPICS", "--again", "-r", registry, *NOW).code == 0


def test_an_entry_of_ours_is_linked(run: Run, registry: Path) -> None:
    assert run("follow", "7000", "--to", "own", "-r", registry, *NOW).code == 0
    assert entry(registry)["source"] == {"key": "eu:7000TOPICS"}
    assert run("follow", "7000", "5001", "--to", "own", "-r", registry, *NOW).code == 2


def test_nothing_is_written_by_a_dry_run(run: Run, registry: Path) -> None:
    ran = run("follow", "7000", "--dry-run", "-r", registry, *NOW)
    assert (ran.code, registry.read_text()) == (0, OWN)
    assert '+id = "life-2027-sip-two-stage"' in ran.out


@pytest.mark.parametrize(("key", "code"), [("nope", "unknown-candidate"), ("TOPICS", "ambiguous-candidate")])
def test_a_key_that_names_none_or_several(run: Run, registry: Path, key: str, code: str) -> None:
    ran = run("follow", key, "-r", registry, *NOW)
    assert (ran.code, f"{code}: " in ran.err, registry.read_text()) == (2, True, OWN)


@pytest.mark.usefixtures("registry")
def test_each_into_a_file_of_its_own(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    run("init", folder)
    assert run("follow", "7000", "5001", "-r", folder, *NOW).code == 0
    assert {each.name for each in folder.glob("*.toml")} == {
        "registry.toml", "life-2027-sip-two-stage.toml", "open-call-1.toml",
    }  # fmt: skip


@pytest.mark.usefixtures("registry")
def test_offers_and_sources_are_proposed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = {f"500{each}COMPETITIVE_CALL" for each in range(3)}  # bash takes a colon for the end of a word
    for typed, wanted in (("clustercalls follow eu:500", calls), ("clustercalls sync ", {"eu"})):
        monkeypatch.setenv("_CLUSTERCALLS_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", "2")
        assert set(run().out.split()) == wanted


def test_an_offer_is_shown_like_an_entry(run: Run, registry: Path) -> None:
    ran = run("show", "eu:7000TOPICS", "-r", registry, *NOW)
    assert ran.out.startswith(
        "Open. First stage closes Thu 4 Mar 2027 17:00 Brussels, in 3 months.\n\nLIFE two stage\n"
    )
    assert ran.out.endswith("EU Funding & Tenders Portal, © European Union, CC BY 4.0\n")
    assert run("show", "life-2027-sip", "-r", registry, *NOW).out == ran.out
    assert '"credit":' in run("show", "eu:7000TOPICS", "-f", "json", "-r", registry, *NOW).out
    assert "unknown-id: " in run("show", "nothing-of-it", "-r", registry, *NOW).err


def test_a_call_is_linked_to_one_entry(run: Run, registry: Path) -> None:
    run("follow", "7000", "-r", registry, *NOW)
    ran = run("follow", "7000", "--to", "own", "-r", registry, *NOW)
    assert (ran.code, "already-kept: " in ran.err) == (2, True)
    run("track", "life-2027-sip-two-stage", "no", "-r", registry, *NOW)
    ran = run("follow", "7000", "--to", "own", "-r", registry, *NOW)
    assert (ran.code, "put-away: " in ran.err) == (2, True)
    assert run("follow", "7000", "--to", "own", "--again", "-r", registry, *NOW).code == 0


def test_several_are_one_act(run: Run, registry: Path) -> None:
    before = registry.read_text()
    run("follow", "7000", "5001", "eu:3TOPICS", "-r", registry, *NOW)
    assert registry.read_text().count("[[call]]") == 4
    run("undo", "-r", registry)
    assert registry.read_text() == before
