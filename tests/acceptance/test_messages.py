"""Messages and tables at terminals of several widths, and through a pipe."""

import subprocess
import sys
from pathlib import Path

import pytest

from terminals import here

ID = "innosup-cluster-facilitated-projects-for-new-value-chains-2027"
ADDRESS = "https://example.org/opportunities/portal/screen/topic-details/horizon-2027-cl5"
NOTE = "/srv/office/calls/2027/innosup/consortium-agreement-that-is-final.docx"
FILE = f"""\
schema = 1
[[call]]
id = "{ID}"
title = "Cluster facilitated projects for new industrial value chains in every region of it"
deadline = 2027-04-06T17:00:00
owner = "Annamaria"
programme = "Horizon Europe"
url = "{ADDRESS}"
note = "Ask about the agreement, {NOTE}, and write"
source = {{ title = "Work programme", date = 2026-11-30 }}
deadlin = 1
"""
WIDTHS = pytest.mark.parametrize("wide", [60, 80, 140])


@pytest.fixture(autouse=True)
def _a_usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")


def at_terminal(wide: int, *arguments: str | Path) -> list[str]:
    """The lines that a command shows at a real terminal of this width."""
    return here(*arguments, columns=wide)[1].splitlines()


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A registry of one long entry with one mistyped key, and one without."""
    path = tmp_path / "calls.toml"
    path.write_text(FILE.replace("deadlin = 1\n", ""))
    return path


@WIDTHS
@pytest.mark.parametrize(
    "typed",
    [
        ["show", "zzz"],
        ["list", "-f", "html"],
        ["list", "--columns", "titel"],
        ["upcoming", "--tag", "a tag that nobody has given to any entry of the registry so far"],
        ["upcoming", "today"],
        ["list", "words that are nowhere in it"],
        ["--tag", "soil", "upcoming"],
        ["move", ID, "the third of never"],
    ],
)
@pytest.mark.parametrize("language", ["en", "it"])
def test_no_message_is_wider_than_the_terminal(
    calls: Path, wide: int, typed: list[str], language: str
) -> None:
    more = [] if typed[0] == "--tag" else ["-r", str(calls), "--lang", language]
    for line in at_terminal(wide, *typed, *more):
        assert len(line) <= wide or len(line.split()) == 1, line


@WIDTHS
def test_what_check_finds_is_wrapped_on_a_terminal_and_never_in_a_pipe(tmp_path: Path, wide: int) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(FILE)
    said = at_terminal(wide, "check", path)
    assert len(said) > 1
    assert said[0].startswith(f"{path}:11:")
    piped = subprocess.run(
        [sys.executable, "-m", "clustercalls", "check", path], check=False, capture_output=True, text=True
    ).stdout.splitlines()
    assert len(piped) == 1
    assert " ".join(" ".join(said).split()) == piped[0]


@WIDTHS
@pytest.mark.parametrize("command", ["list", "show"])
def test_an_id_is_never_broken(calls: Path, wide: int, command: str) -> None:
    more = [ID] if command == "show" else []
    assert any(ID in line for line in at_terminal(wide, command, *more, "-r", calls))


def test_addresses_and_paths_of_a_page_are_never_broken(calls: Path) -> None:
    said = at_terminal(60, "show", ID, "-r", calls)
    assert any(ADDRESS in line for line in said)
    assert any(NOTE in line for line in said)


def test_columns_that_were_asked_for_stay_with_what_one_copies_whole(calls: Path) -> None:
    said = at_terminal(60, "upcoming", "--columns", "id,date,owner,title,url,programme", "-r", calls)
    assert all(any(each in line for line in said) for each in (ID, ADDRESS, "Annamaria", "Programme"))
    assert "columns of the terminal" in said[0]
