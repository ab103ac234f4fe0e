"""`clustercalls confirm`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

from conftest import Run
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
