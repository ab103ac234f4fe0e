"""`move`, `set` and `confirm` of several entries at once: all of it or nothing, and one undo."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from conftest import Run, at_a_terminal
from terminals import Terminal

Write = Callable[..., Path]
AS_OF = ("--as-of", "2027-01-10")


def topic(name: str, more: str = "", day: str = "2027-04-05") -> str:
    """A topic of a call, as a portal lists twenty of them."""
    return f'[[call]]\nid = "{name}"\ntitle = "Topic {name}"\n{more}deadline = {day}  # as published\n\n'


SOIL, SEA = 'tags = ["soil"]\n', 'tags = ["sea"]\n'
TWO_STEPS = (
    '[[call]]\nid = "steps"\ntitle = "Steps"\ntags = ["soil"]\n\n'
    '[[call.stage]]\nid = "first"\nkind = "deadline"\nwhen = 2027-03-01\n\n'
    '[[call.stage]]\nid = "second"\nkind = "deadline"\nfollows = "first"\nwhen = 2027-09-01\n'
)
OVER = topic("over", SOIL, "2026-02-01")
TOPICS = "".join(topic(f"soil-{number:02}", SOIL) for number in range(1, 21))
FILE = 'schema = 1\n\n[defaults]\nzone = "Europe/Brussels"\n\n' + TOPICS + topic("sea", SEA) + OVER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A registry of two files."""
    path = tmp_path / "registry"
    path.mkdir()
    (path / "a.toml").write_text(FILE)
    (path / "b.toml").write_text(topic("b-one", SOIL) + TWO_STEPS)
    return path


def state(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.glob("*.toml")}


def dates(path: Path) -> list[str]:
    return [str(each["deadline"]) for each in tomli.loads(path.read_text())["call"]]


def test_one_corrigendum_moves_twenty_topics(run: Run, registry: Write) -> None:
    path = registry(FILE)
    ran = run("move", "--tag", "soil", "--all-of-these", "--yes", "4 May 2027", "--why", "corrigendum",
              "-r", path, *AS_OF)  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert dates(path) == ["2027-05-04"] * 20 + ["2027-04-05", "2026-02-01"]  # what is over does not move
    assert path.read_text().count("# as published") == 22
    assert path.read_text().count('why = "corrigendum"') == 20
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == FILE


@pytest.mark.parametrize("typed", [
    ("move", "soil-03", "b-one", "steps/second", "4 May 2027"),
    ("set", "soil-03", "owner=anna", "b-one", "steps", "note+=Seen."),
    ("confirm", "soil-03", "b-one", "steps"),
])  # fmt: skip
def test_several_ids_in_several_files_are_one_act(typed: tuple[str, ...], run: Run, folder: Path) -> None:
    before = state(folder)
    assert run(*typed, "-r", folder, *AS_OF) == (0, "", "")
    after = state(folder)
    assert all(after[name] != before[name] for name in before)
    for entry in ("soil-03", "b-one", "steps"):
        assert typed[0] in run("changes", entry, "-r", folder).out
    assert run("undo", "-r", folder).code == 0
    assert state(folder) == before


def test_stages_of_several_entries_move(run: Run, folder: Path) -> None:
    ran = run(
        "move", "steps/first", "soil-01/deadline", "steps/second", "4/5/2027", "--dry-run", "-r", folder
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("ambiguous-date") == 1
    assert (
        run("move", "steps/first", "soil-01/deadline", "steps/second", "4 May 2027", "-r", folder).code == 0
    )
    (call,) = [each for each in tomli.loads((folder / "b.toml").read_text())["call"] if each["id"] == "steps"]
    assert [str(each["when"]) for each in call["stage"]] == ["2027-05-04", "2027-05-04"]
    assert [(each["stage"], str(each["was"])) for each in call["history"]] == [
        ("first", "2027-03-01"), ("second", "2027-09-01"),
    ]  # fmt: skip
    told = run("changes", "steps", "-r", folder).out.splitlines()
    assert len(told) == 1  # one line an act
    assert [each in told[0] for each in ("1 Mar", "1 Sept", "soil")] == [True, True, False]
    ours = json.loads(run("changes", "soil-01", "-r", folder, "-f", "json").out)
    assert [each["said"].partition(":")[0] for each in ours if each["command"]] == ["deadline"]


@pytest.mark.parametrize("typed", [
    ("move", "soil-01", "nobody", "sea", "no-one", "4 May 2027"),
    ("set", "soil-01", "nobody", "sea", "no-one", "owner=anna"),
    ("confirm", "soil-01", "nobody", "sea", "no-one"),
])  # fmt: skip
def test_every_wrong_id_is_named_and_nothing_is_done(
    typed: tuple[str, ...], run: Run, registry: Write
) -> None:
    path = registry(FILE)
    ran = run(*typed, "-r", path, *AS_OF)
    assert (ran.code, ran.out, path.read_text()) == (2, "", FILE)
    assert [line.split("`")[1] for line in ran.err.splitlines()] == ["nobody", "no-one"]


@pytest.mark.parametrize(("typed", "told"), [
    (("move", "soil-01/first", "steps/first", "b-one/first", "4 May 2027"), ["soil-01", "b-one"]),
    (("set", "soil-01/first", "steps/first", "b-one/first", "at=17:00"), ["soil-01", "b-one"]),
    (("move", "soil-01", "steps", "sea", "4 May 2027"), ["steps"]),  # which of its two?
    (("set", "soil-01", "steps", "sea", "deadline=4 May 2027"), ["steps"]),  # one more beside its two
    (("set", "soil-01", "sea", "owner=anna", "--why", "x"), ["soil-01", "sea"]),
])  # fmt: skip
def test_what_fails_for_one_is_done_to_none(
    typed: tuple[str, ...], told: list[str], run: Run, folder: Path
) -> None:
    before = state(folder)
    ran = run(*typed, "-r", folder, *AS_OF)
    assert (ran.code, ran.out, state(folder)) == (2, "", before)
    assert len(ran.err.splitlines()) == len(told)
    for line, entry in zip(ran.err.splitlines(), told, strict=True):
        assert entry in line


def test_what_is_wrong_for_all_is_told_once(run: Run, folder: Path) -> None:
    for typed in (("move", "soil-01", "sea", "b-one", "soonish"), ("set", "soil-01", "sea", "budget=lots")):
        ran = run(*typed, "-r", folder, *AS_OF)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_an_error_that_one_would_have_stops_all(run: Run, registry: Write) -> None:
    path = registry(FILE)
    ran = run("set", "sea", "soil-01", "status=nonsense", "-r", path)
    assert (ran.code, path.read_text()) == (2, FILE)


def test_a_dry_run_shows_every_difference_and_asks_nothing(run: Run, folder: Path) -> None:
    before = state(folder)
    ran = run("set", "--tag", "soil", "--all-of-these", "owner=anna", "--dry-run", "-r", folder, *AS_OF)
    assert (ran.code, ran.err, state(folder)) == (0, "", before)
    assert ran.out.count('+owner = "anna"') == 23  # over or not, for a tag is not over
    assert ran.out.count("+++ ") == 2


@pytest.mark.parametrize(("typed", "code", "said"), [
    (("set", "--tag", "soil", "owner=anna"), 2, "--all-of-these"),
    (("move", "--tag", "soil", "4 May 2027"), 2, "--all-of-these"),
    (("set", "--all-of-these", "owner=anna"), 2, "no-filter"),
    (("move", "--all-of-these", "4 May 2027"), 2, "no-filter"),
    (("confirm", "--all-of-these"), 2, "no-filter"),
    (("set", "sea", "--tag", "soil", "--all-of-these", "owner=anna"), 2, "not-together"),
    (("set", "sea", "--tag", "soil", "owner=anna"), 2, "not-together"),
    (("confirm", "sea", "--all-of-these"), 2, "not-together"),
    (("confirm", "sea", "--tag", "soil"), 2, "not-together"),
    (("set", "--tag", "soil", "--all-of-these", "owner=anna"), 2, "--yes"),
    (("move", "--tag", "soil", "--all-of-these", "4 May 2027"), 2, "--yes"),
    (("confirm", "--tag", "soil", "--all-of-these"), 2, "--yes"),
    (("set", "--tag", "soils", "--all-of-these", "--yes", "owner=anna"), 2, "Did you mean soil"),
    (("set", "--tag", "sea", "--kind", "event", "--all-of-these", "--yes", "owner=anna"), 0, ""),
    (("move", "4 May 2027"), 2, "none-named"),
    (("set", "owner=anna"), 2, "none-named"),
    (("set", "sea"), 2, "FIELD=VALUE"),
    (("set", "sea", "owner"), 2, "`owner` sets nothing"),
])  # fmt: skip
def test_who_is_meant_is_said_beyond_doubt(
    typed: tuple[str, ...], code: int, said: str, run: Run, registry: Write
) -> None:
    path = registry(FILE)
    ran = run(*typed, "-r", path, *AS_OF)
    assert (ran.code, ran.out, path.read_text()) == (code, "", FILE)
    assert said in ran.err
    assert bool(said) is bool(ran.err)


def test_a_filter_that_matches_nothing_is_said_at_a_terminal(registry: Write) -> None:
    path = registry(FILE)
    told = at_a_terminal("set", "--tag", "sea", "--kind", "event", "--all-of-these", "owner=a", "-r", path)
    assert told == "Nothing matches --kind event --tag sea.\n"


@pytest.mark.parametrize(("answer", "done"), [("y", True), ("", False)])
def test_one_question_with_the_count(answer: str, done: bool, registry: Write) -> None:
    path = registry(FILE)
    screen = Terminal("move", "-t", "soil", "--all-of-these", "4/5/2027", "-r", path, *AS_OF)
    screen.answer("Go on? [y/N]: ", answer)
    if done:
        screen.answer("Which day?", "1")
    assert screen.end() == 0
    assert ("2027-04-05" in dates(path)[:20]) is not done
    assert screen.answers == 1 + done  # the day is asked once, for all
    assert ("Told at the next remind" in screen.seen) is done
    assert screen.seen.count("soil-20/deadline: 5 Apr") == done


def test_the_question_names_how_many_and_which(registry: Write) -> None:
    screen = Terminal("set", "-t", "soil", "--all-of-these", "owner=a", "-r", registry(FILE), *AS_OF)
    screen.waits("[y/N]")
    assert "Entries to change: 21 (" in screen.seen
    screen.answer("[y/N]", "n")
    assert (screen.end(), "Nothing was written." in screen.seen) == (0, True)


def test_confirm_by_filters_lists_and_with_all_of_these_confirms_what_it_listed(
    run: Run, registry: Write
) -> None:
    fresh = topic("fresh", SOIL + "checked = 2027-01-09\n")
    path = registry(FILE + fresh)
    how = ("confirm", "--tag", "soil", "-r", path, *AS_OF)
    listed = json.loads(run(*how, "-f", "json").out)
    assert [each["id"] for each in listed] == [f"soil-{number:02}" for number in range(1, 21)]
    assert path.read_text() == FILE + fresh
    assert run(*how, "--all-of-these", "--yes", "-n", "3") == (0, "", "")
    assert path.read_text().count("checked = 2027-01-10") == 3
    assert run(*how, "--all-of-these", "--yes") == (0, "", "")
    assert path.read_text().count("checked = 2027-01-10") == 20
    assert (run(*how).out, "checked = 2027-01-09" in path.read_text()) == ("", True)


def test_a_filter_by_stage_moves_that_stage(run: Run, registry: Write) -> None:
    path = registry(topic("one", SOIL + "registration = 2027-02-01\n") + topic("two", SOIL))
    how = ("--stage", "registration", "--all-of-these", "--yes", "2027-02-15", "-r", path, *AS_OF)
    assert run("move", *how).code == 0
    one, two = tomli.loads(path.read_text())["call"]
    assert [str(one["registration"]), str(one["deadline"]), "registration" in two] == [
        "2027-02-15", "2027-04-05", False,
    ]  # fmt: skip


def test_filters_move_deadlines_and_no_other_date_in_their_place(run: Run, registry: Write) -> None:
    text = topic("one", SOIL) + topic("two", SOIL).replace("deadline", "published")
    path = registry(text)
    ran = run("move", "--tag", "soil", "--all-of-these", "--yes", "4 May 2027", "-r", path, *AS_OF)
    assert (ran.code, path.read_text()) == (2, text)
    assert "`two` has no date to move" in ran.err
    assert (
        run("move", "two", "4 May 2027", "-r", path, *AS_OF).code == 0
    )  # by its id it is the one that can be


def test_a_broken_entry_is_told_and_the_good_ones_are_done(run: Run, registry: Write) -> None:
    path = registry(topic("good", SOIL) + topic("bad", SOIL + 'status = "nonsense"\n'))
    ran = run("set", "--tag", "soil", "--all-of-these", "--yes", "owner=anna", "-r", path)
    assert (ran.code, path.read_text().count('owner = "anna"')) == (3, 1)
    assert "bad" in ran.err


def test_a_file_that_cannot_be_edited_stops_all(run: Run, folder: Path) -> None:
    (folder / "b.toml").write_text(topic("b-one", SOIL) + "[[call]\n")
    before = state(folder)
    ran = run("set", "--tag", "soil", "--all-of-these", "--yes", "owner=anna", "-r", folder)
    assert (ran.code, state(folder)) == (3, before)
    assert "`b-one` cannot be edited" in ran.err
    assert ran.err.count("broken-toml") == 1


def test_several_at_a_terminal_are_told_a_line_each(folder: Path) -> None:
    told = at_a_terminal("move", "soil-01", "b-one", "4 May 2027", "-r", folder, *AS_OF).splitlines()
    assert [line.partition(":")[0] for line in told if "→" in line] == ["soil-01/deadline", "b-one/deadline"]
    assert sum("Told at the next remind" in line for line in told) == 1


def test_a_thousand_are_set_in_a_breath(run: Run, registry: Write) -> None:
    """Each on the file as it is: no entry costs what those before it did."""
    path = registry("".join(topic(f"t{number}", SOIL) for number in range(1000)))
    start = os.times()
    assert run("set", "--tag", "soil", "--all-of-these", "--yes", "owner=anna", "-r", path).code == 0
    assert path.read_text().count('owner = "anna"') == 1000
    assert os.times().user - start.user < 20
