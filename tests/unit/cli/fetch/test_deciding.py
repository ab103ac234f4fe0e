"""At a terminal what is open is asked one by one, and done at once."""

from pathlib import Path

from conftest import Run
from portal import Portal, record
from terminals import Terminal

LATER = ("--as-of", "2026-12-01T09:00")


def test_one_by_one(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    portal.moved("7000TOPICSen", "2027-03-11", "2027-09-03")
    portal.moved("8000TOPICSen", "2027-03-01", "2027-09-01")
    portal.records.append(
        record(6_000, "8", callTitle="EUROCLUSTERS", deadlineDate="2027-05-01T00:00:00.000+0000")
    )
    run("sync", "-r", followed, *LATER)
    terminal = Terminal("review", "-r", followed, *LATER)
    terminal.waits("1/4  Soil topic 3")
    terminal.answer("accept / ignore / later / quit [later]: ", "what?")
    terminal.answer("accept / ignore / later / quit [later]: ", "A")
    terminal.waits("29 Apr 2027")
    terminal.waits("2/4  LIFE two stage")
    terminal.answer("accept / ignore / later / quit [later]: ", "")
    terminal.waits("the source has no such date any more")
    terminal.answer("ignore / later / quit [later]: ", "i")
    terminal.waits("4/4  eu:6000COMPETITIVE_CALL")
    terminal.answer("accept / ignore / later / quit [later]: ", "quit")
    assert terminal.end() == 0
    left = run("review", "-r", followed, *LATER).out
    assert ("life" in left, "i3-2027" in left, "horizon" in left, "eu:6000" in left) == (
        True,
        False,
        False,
        True,
    )
    assert "when = 2027-04-29T17:00:00" in followed.read_text()


def test_in_italian(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    terminal = Terminal("review", "-r", followed, "--lang", "it", *LATER)
    terminal.answer("accetta / ignora / dopo / esci [dopo]: ", "accetta")
    assert terminal.end() == 0
    assert "when = 2027-04-29T17:00:00" in followed.read_text()


def test_what_cannot_be_done_is_said_and_the_next_is_asked(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    portal.moved("7000TOPICSen", "2027-03-11", "2027-09-03")
    run("sync", "-r", followed, *LATER)
    terminal = Terminal("review", "-r", followed, *LATER)
    terminal.waits("1/2")
    followed.rename(followed.with_suffix(".away"))
    terminal.answer("[later]: ", "a")
    terminal.waits("2/2")
    followed.with_suffix(".away").rename(followed)
    terminal.answer("[later]: ", "a")
    assert terminal.end() != 0
    assert "2027-03-11T17:00:00" in followed.read_text()


def test_what_a_colleague_wrote_is_not_overwritten(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    terminal = Terminal("review", "-r", followed, *LATER)
    terminal.waits("1/1")
    run("move", "horizon-cl3-2027-3", "2027-04-20", "-r", followed, *LATER)
    terminal.answer("[later]: ", "a")
    assert terminal.end() == 2
    assert "changed-meanwhile" in terminal.seen
    assert "2027-04-20T17:00:00" in followed.read_text()
