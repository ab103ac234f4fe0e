"""`clustercalls add` at a terminal: from nothing to a checked entry in a few answers."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from conftest import Run
from hand_written import HAND_WRITTEN
from terminals import Terminal, unwrapped

Write = Callable[..., Path]


def test_from_nothing_to_a_checked_entry(registry: Write, run: Run) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal("add", "-r", path, "--as-of", "2027-01-10")
    terminal.answer("What is it", "")
    terminal.answer("Title", "Cluster mobility")
    terminal.answer("Programme", "H2\t")
    terminal.answer("Deadline", "6 apr")
    terminal.answer("Web address", "")
    terminal.answer("Who says so", "")
    terminal.answer("Id [cluster-mobility]", "")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0
    assert terminal.answers < 10
    assert "Added cluster-mobility" in terminal.seen
    entry = tomli.loads(path.read_text())["call"][-1]
    assert entry["id"] == "cluster-mobility"
    assert str(entry["deadline"]) == "2027-04-06"
    assert str(entry["checked"]) == "2027-01-10"
    assert path.read_text().startswith(HAND_WRITTEN)
    assert run("check", "-r", path).code == 0


def test_a_date_is_shown_as_understood_and_asked_about_when_it_could_be_two(registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal("add", "call", "-r", path, "--as-of", "2027-01-10")
    terminal.answer("Title", "")
    terminal.answer("Title", "T")
    terminal.answer("Programme", "")
    terminal.answer("Deadline", "soon")
    terminal.answer("Deadline", "01/02/2027")
    terminal.answer("Which day?", "1")
    terminal.answer("→ Mon 1 Feb 2027", "")
    terminal.answer("Who says so", "")
    terminal.answer("Id [t]", "Small Grants")
    terminal.answer("bad-id", "small-grants")
    terminal.answer("taken-id", "other")
    terminal.answer("Write this?", "n")
    assert terminal.end() == 130
    assert path.read_text() == HAND_WRITTEN


OF_NOTES = '[defaults]\nsource = { title = "Notes of the conference", date = 2026-12-01 }\n'
CREDITED = "source: Notes of the conference, the default of this file; another: set t source.title=…"


@pytest.mark.parametrize(("arguments", "credited"), [
    (("--title", "T"), True),
    (("--title", "T", "--quote", "q"), True),
    (("--title", "T", "--source-title", "A mail"), False),
    (("--title", "T", "--source-url", "https://a.example"), False),
])  # fmt: skip
def test_the_answer_names_a_source_that_nobody_typed(
    registry: Write, arguments: tuple[str, ...], *, credited: bool
) -> None:
    terminal = Terminal("add", *arguments, "-r", registry(OF_NOTES))
    assert terminal.end() == 0
    assert (CREDITED in unwrapped(terminal.seen)) is credited
    assert "Added t: T" in terminal.seen


def test_the_answer_shows_dates_and_amounts_as_understood(registry: Write) -> None:
    terminal = Terminal(
        "add", "--title", "T", "--deadline", "6 apr", "--at", "17:00", "--stage", "second=", "--opens",
        "feb 2027", "--budget", "€ 350.000", "--rate", "75 SMEs",
        "-r", registry('[defaults]\ncurrency = "EUR"\n'), "--as-of", "2027-01-10",
    )  # fmt: skip
    assert terminal.end() == 0
    assert (
        "Added t: T (opening Feb 2027; deadline Tue 6 Apr 2027 17:00 Brussels; "
        "second stage date not announced; 350 k€; 75 % for SMEs)"
    ) in unwrapped(terminal.seen)


def test_the_answer_says_that_a_stretch_is_doubt(registry: Write) -> None:
    path = registry("")
    for arguments, said in (
        (("event", "--title", "A", "--starts", "4-6 apr 2027"), "4–6 Apr 2027"),
        (
            ("call", "--title", "B", "--deadline", "4-6 apr 2027"),
            "opening Sun 4 Apr 2027; deadline Tue 6 Apr 2027",
        ),
        (("call", "--title", "E", "--deadline", "mid-april 2027"), "deadline one day of 11–20 Apr 2027"),
        (("call", "--title", "C", "--deadline", "feb-mar 2027"), "deadline one day of Feb–Mar 2027"),
        (("call", "--title", "D", "--deadline", "apr 2027"), "deadline Apr 2027"),
    ):
        terminal = Terminal("add", *arguments, "-r", path, "--as-of", "2027-01-10")
        assert terminal.end() == 0
        assert f"({said})" in terminal.seen


def test_both_ends_of_an_event_in_one_answer(registry: Write) -> None:
    path = registry("")
    terminal = Terminal("add", "event", "-r", path, "--as-of", "2027-01-10")
    terminal.answer("Title", "Fair")
    terminal.answer("First day", "4-6 apr")
    terminal.answer("→ 4–6 Apr 2027\r\nWeb address", "")
    terminal.answer("Who says so", "")
    terminal.answer("Id", "")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0
    assert "starts = 2027-04-04\nends = 2027-04-06\n" in path.read_text()


def test_a_part_of_a_month_is_no_length(registry: Write) -> None:
    path = registry("")
    terminal = Terminal("add", "event", "-r", path, "--as-of", "2027-01-10")
    terminal.answer("Title", "Fair")
    terminal.answer("First day", "metà aprile")
    terminal.answer("→ one day of 11–20 Apr 2027\r\nLast day", "")
    terminal.answer("Web address", "")
    terminal.answer("Who says so", "")
    terminal.answer("Id", "")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0
    assert 'starts = "2027-04-11/2027-04-20"\nchecked' in path.read_text()


def test_each_answer_is_checked_when_it_is_given(registry: Write) -> None:
    path = registry("")
    terminal = Terminal("add", "-r", path, "--as-of", "2027-01-10")
    terminal.answer("What is it", "evento")
    terminal.answer("Title", "")
    terminal.answer("An entry needs a title.", "Fair")
    terminal.answer("First day", "4 apr 2027")
    terminal.answer("Last day", "2 apr 2027")
    terminal.answer("end-before-start", "6 apr 2027")
    terminal.answer("Web address", "foo")
    terminal.answer("bad-address", "www.x.example")
    terminal.answer("https://www.x.example", "https://www.x.example")
    terminal.answer("Who says so", "")
    terminal.answer("Id", "")
    terminal.answer("Write this? [Y/n]", "perhaps")
    terminal.answer("Write this? [Y/n]", "yes")
    assert terminal.end() == 0
    assert "starts = 2027-04-04\nends = 2027-04-06\nurl" in path.read_text()


def test_no_last_day_is_asked_for_without_a_first(registry: Write) -> None:
    terminal = Terminal("add", "event", "-r", registry(""))
    terminal.answer("Title", "Fair")
    terminal.answer("First day", "")
    terminal.answer("Web address", "")
    assert "Last day" not in terminal.seen
    terminal.answer("Who says so", "\x04")
    assert terminal.end() == 130


def test_a_deadline_that_is_not_announced_is_a_stage(registry: Write) -> None:
    path = registry("")
    terminal = Terminal("add", "call", "-r", path, "--lang", "it", "--as-of", "2027-01-10")
    terminal.answer("Titolo", "Bando")
    terminal.answer("Programma", "")
    terminal.answer("Scadenza", "01/02/2027")
    terminal.answer("Quale giorno? ", "x")
    terminal.answer("Quale giorno? ", "1")
    terminal.answer("Indirizzo web", "\x04")
    assert terminal.end() == 130
    terminal = Terminal("add", "call", "-r", path, "--lang", "it", "--as-of", "2027-01-10")
    terminal.answer("Titolo", "Bando")
    terminal.answer("Programma", "")
    terminal.answer("Scadenza", "")
    terminal.answer("Indirizzo web", "")
    terminal.answer("Fonte", "")
    terminal.answer("Id", "")
    terminal.answer('[[call.stage]]\r\nkind = "deadline"\r\nLo scrivo? [S/n]', "si")
    assert terminal.end() == 0
    assert path.read_text().endswith('\n[[call.stage]]\nkind = "deadline"\n')


def test_the_default_source_is_offered_and_can_be_replaced(registry: Write, run: Run) -> None:
    path = registry(OF_NOTES)
    for answer, title in (("", "Notes of the conference"), ("A mail", "A mail")):
        terminal = Terminal("add", "resource", "-r", path, "--as-of", "2027-01-10")
        terminal.answer("Title", title)
        terminal.answer("Web address", "")
        terminal.answer("Who says so (a document) [Notes of the conference]: ", answer)
        terminal.answer("Id", "")
        terminal.answer("Write this?", "")
        assert terminal.end() == 0
        assert ("source: Notes of the conference, the default" in terminal.seen) is (answer == "")
    first, second = tomli.loads(path.read_text())["resource"]
    assert "source" not in first
    assert second["source"] == {"title": "A mail"}
    shown = json.loads(run("list", "-r", path, "-f", "json").out)
    assert [each["source_title"] for each in shown] == ["A mail", "Notes of the conference"]


def test_the_end_of_the_input_is_the_end(registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal("add", "-r", path)
    terminal.answer("What is it", "event")
    terminal.answer("Title", "\x04")
    assert terminal.end() == 130
    assert path.read_text() == HAND_WRITTEN


def test_remove_asks(registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal("remove", "innosup", "-r", path)
    terminal.answer("Remove innosup-1-2017", "")
    assert terminal.end() == 0
    assert path.read_text() == HAND_WRITTEN
    terminal = Terminal("remove", "innosup", "-r", path)
    terminal.answer("Remove innosup-1-2017", "y")
    assert terminal.end() == 0
    assert "innosup" not in path.read_text()


def test_an_edit_says_in_one_line_what_it_did(registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal("move", "innosup", "6 apr 2017", "-r", path, "--as-of", "2016-12-02")
    assert terminal.end() == 0
    assert unwrapped(terminal.seen) == (
        "first stage: 4 Apr → Thu 6 Apr 2017 (+2 days). "
        "Told at the next remind; calendars move at the next export.\r\n"
    )


def test_back_to_the_editor_until_it_is_right(registry: Write, tmp_path: Path) -> None:
    path = registry(HAND_WRITTEN)
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\n"
        "if grep -q 'programm=' \"$1\"; then sed -i 's/programm=/programme=/' \"$1\"\n"
        'else sed -i \'s/programme= "H2020"/programm= "HE"/\' "$1"; fi\n'
    )
    editor.chmod(0o755)
    os.environ["VISUAL"] = str(editor)
    try:
        terminal = Terminal("edit", "innosup", "-r", path)
        terminal.answer("Back to the editor?", "")
        assert terminal.end() == 0
    finally:
        del os.environ["VISUAL"]
    assert path.read_text() == HAND_WRITTEN.replace('programme= "H2020"', 'programme= "HE"')


@pytest.mark.parametrize("again", [True, False])
def test_answers_are_not_lost_on_what_is_there_already(registry: Write, *, again: bool) -> None:
    text = '[[resource]]\nid = "list"\ntitle = "The list"\nurl = "https://a.example/list"\n'
    path = registry(text)
    terminal = Terminal("add", "resource", "-r", path)
    terminal.answer("Title", "The List")
    terminal.answer("Web address", "https://a.example/list")
    terminal.answer("Who says so", "")
    terminal.answer("Id [the-list]", "")
    terminal.answer("Write this?", "")
    terminal.answer("list has the same title and address. Add it all the same?", "y" if again else "")
    assert terminal.end() == (0 if again else 130)
    assert ('"the-list"' in path.read_text()) is again
    assert ("Nothing was written." in terminal.seen) is not again
