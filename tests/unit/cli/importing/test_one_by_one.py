"""At a terminal each is asked about; what is not sure is asked, and known ones are proposals."""

from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

NOW = ("--as-of", "2027-01-12")
TWO = """\
# Soil health living labs

Call for proposals. The deadline of the call is 4 April 2027.

# Water reuse pilots

Call for proposals. The deadline of the call is 5 May 2027.
"""
ASKED = "accept / edit / skip / quit [skip]: "


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    return path


def ids(path: Path) -> list[str]:
    return [each["id"] for each in tomli.loads(path.read_text()).get("call", [])]


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        (("a", "a"), ["soil-health-living-labs", "water-reuse-pilots"]),
        (("", "accept"), ["water-reuse-pilots"]),
        (("a", "q"), ["soil-health-living-labs"]),
        (("q",), []),
    ],
)
def test_one_after_the_other(
    tmp_path: Path, registry: Path, answers: tuple[str, ...], kept: list[str]
) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    terminal = Terminal("import", report, "-r", registry, *NOW)
    for answer in answers:
        terminal.answer(ASKED, answer)
    assert terminal.end() == 0
    assert ids(registry) == kept


def test_one_undo_takes_back_all_that_was_accepted(run: Run, tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    terminal = Terminal("import", report, "-r", registry, *NOW)
    for _ in range(2):
        terminal.answer(ASKED, "a")
    assert terminal.end() == 0
    undo = Terminal("undo", "-r", registry)
    undo.waits("Taken back: import soil-health-living-labs, water-reuse-pilots.")
    assert undo.end() == 0
    assert registry.read_text() == "# ours\n"
    assert run("undo", "-r", registry).code == 2


def test_what_is_known_says_what_differs(run: Run, tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    run("import", report, "--append", "-r", registry, *NOW)
    report.write_text(TWO.replace("# Soil", "# SOIL").replace("4 April", "18 April"))
    known = registry.read_text().replace('title = "Soil', 'ref = ["S"]\ntitle = "Soil')
    registry.write_text(known)
    terminal = Terminal("import", report, "--only", "2", "-r", registry, *NOW)
    terminal.waits("Known already: water-reuse-pilots")
    terminal.waits("Nothing in it is different: there is nothing to change.")
    assert terminal.end() == 0
    assert "skip" not in terminal.seen  # nothing is asked
    assert registry.read_text() == known


def test_what_the_answers_do_is_said_when_somebody_asks(tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    terminal = Terminal("import", report, "--only", "1", "-r", registry, *NOW)
    terminal.answer(ASKED, "?")
    terminal.waits("accept: add it to your registry")
    terminal.waits("quit: leave it and all others; what was accepted stays")
    terminal.answer(ASKED, "")
    assert terminal.end() == 0
    assert "Entries read: 1; left as they are: 1." in terminal.seen


@pytest.mark.parametrize("more", [(), ("--append",), ("-f", "toml")])
def test_that_nothing_was_found_is_said(tmp_path: Path, registry: Path, more: tuple[str, ...]) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Hello.\n")
    terminal = Terminal("import", report, "-r", registry, *NOW, *more)
    terminal.waits("Nothing was found in it")
    assert terminal.end() == 0


def test_in_the_editor(tmp_path: Path, registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    monkeypatch.setenv("VISUAL", "sed -i s/Soil.health/Sol/")
    terminal = Terminal("import", report, "--only", "1", "-r", registry, *NOW)
    terminal.answer(ASKED, "e")
    assert terminal.end() == 0
    assert tomli.loads(registry.read_text())["call"][0]["title"] == "Sol living labs"


def test_what_was_left_is_said(tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    terminal = Terminal("import", report, "--append", "-r", registry, *NOW)
    assert terminal.end() == 0
    again = Terminal("import", report, "--append", "-r", registry, *NOW)
    again.waits("1. Soil health living labs: known already, soil-health-living-labs")
    assert again.end() == 0


def test_what_is_not_sure_is_asked(tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(
        "# Soil health living labs\n\nCall for proposals. The deadline of the call is 2 February.\n"
    )
    terminal = Terminal("import", report, "-r", registry, *NOW)
    terminal.answer(ASKED, "a")
    terminal.answer("Which day? (empty: none)", "soon")
    terminal.answer("Which day? (empty: none)", "2 Feb 2028")
    assert terminal.end() == 0
    assert str(tomli.loads(registry.read_text())["call"][0]["deadline"]) == "2028-02-02"


PERHAPS = "accept / new / skip / quit [skip]: "


def test_the_same_title_on_other_days_is_asked_as_a_change_or_as_new(tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(TWO)
    Terminal("import", report, "--only", "1", "--append", "-r", registry, *NOW).end()
    report.write_text(TWO.replace("4 April 2027", "18 April 2028"))
    before = registry.read_text()
    left = Terminal("import", report, "--only", "1", "--append", "-r", registry, *NOW)
    left.waits("1. Soil health living labs: needs an answer, perhaps it is soil-health-living-labs")
    assert left.end() == 0
    assert registry.read_text() == before
    moved = Terminal("import", report, "--only", "1", "-r", registry, *NOW)
    moved.waits("Perhaps soil-health-living-labs: its title or its address is the same")
    moved.answer(PERHAPS, "accept")
    assert moved.end() == 0
    (call,) = tomli.loads(registry.read_text())["call"]
    assert (str(call["deadline"]), len(call["history"])) == ("2028-04-18", 1)
    registry.write_text(before)
    new = Terminal("import", report, "--only", "1", "-r", registry, *NOW)
    new.answer(PERHAPS, "new")
    assert new.end() == 0
    assert len(tomli.loads(registry.read_text())["call"]) == 2
