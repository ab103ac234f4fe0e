"""`clustercalls confirm`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, at_a_terminal
from hand_written import HAND_WRITTEN, changed

Write = Callable[..., Path]
AS_OF = ("--as-of", "2027-02-03")


def test_only_the_lines_meant(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("confirm", "innosup", "conference", "small", "-r", path, *AS_OF)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert changed(HAND_WRITTEN, path.read_text()) == [
        "+checked = 2027-02-03", "+checked = 2027-02-03", "-checked = 2026-10-01", "+checked = 2027-02-03",
    ]  # fmt: skip
    assert run("confirm", "innosup", "-r", path, *AS_OF).code == 0


def test_one_unknown_id_and_nothing_is_written(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("confirm", "innosup", "inosup", "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert "innosup-1-2017" in ran.err


def test_each_file_gets_its_own(run: Run, registry: Write) -> None:
    one = registry(HAND_WRITTEN)
    two = registry('[[call]]\nid = "two"\ntitle = "T"\n', "two.toml")
    assert run("confirm", "two", "small", "-r", one, "-r", two, *AS_OF).code == 0
    assert two.read_text() == '[[call]]\nid = "two"\ntitle = "T"\nchecked = 2027-02-03\n'
    assert one.read_text().count("checked = 2027-02-03") == 1


def test_without_id_the_list_of_what_to_look_at(run: Run, registry: Write) -> None:
    late = '\n[[call]]\nid = "late"\ntitle = "L"\ndeadline = 2027-03-01\nchecked = 2026-12-01\n'
    fresh = '\n[[call]]\nid = "fresh"\ntitle = "F"\ndeadline = 2027-03-01\nchecked = 2027-02-01\n'
    ran = run("confirm", "-r", registry(HAND_WRITTEN + late + fresh), "-f", "json", *AS_OF)
    assert ran.code == 0
    assert [row["id"] for row in json.loads(ran.out)] == ["late", "small-grants", "innosup-1-2017"]


def test_an_earlier_day_never_moves_the_last_one_back(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("confirm", "small", "innosup", "-r", path, "--as-of", "2026-09-01")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert changed(HAND_WRITTEN, path.read_text()) == ["+checked = 2026-09-01"]
    assert "checked = 2026-10-01\n" in path.read_text()


@pytest.mark.parametrize(("lang", "said"), [
    ("en", ["small-grants was confirmed later, Thu 1 Oct 2026: left as it is.",
            "Confirmed on Tue 1 Sept 2026: innosup-1-2017."]),
    ("it", ["small-grants è stato confermato dopo, gio 1 ott 2026: resta com'è.",
            "Confermati mar 1 set 2026: innosup-1-2017."]),
])  # fmt: skip
def test_the_answer_names_the_day(lang: str, said: list[str], registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    told = at_a_terminal("confirm", "small", "innosup", "-r", path, "--as-of", "2026-09-01", "--lang", lang)
    assert told.splitlines() == said


def test_nothing_to_look_at_is_an_answer_too(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    look = ("confirm", "-r", path, "--exit-code")
    assert run(*look, *AS_OF).code == 0
    assert run("confirm", "innosup", "conference", "small", "-r", path, *AS_OF).code == 0
    assert run(*look, *AS_OF) == (1, "", "")
    assert run("confirm", "-r", path, *AS_OF) == (0, "", "")
