"""What commands that edit share: whose file, which entry, who is there to be asked or told."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clustercalls.cli.keep.desk import Desk, Editing, entry_at, open_desk, split_id, sure_text
from clustercalls.cli.keep.known import Known, address_in, known_to
from clustercalls.cli.options import Common
from clustercalls.cli.registry_in_use import bundled
from clustercalls.editing.edits import without
from clustercalls.errors import InputRefused, UsageRefused, WorldFailed
from commands import Screen, stream
from samples import BAD, SAMPLE

Write = Callable[..., Path]
FAR = '[defaults]\nzone = "Pacific/Auckland"\n'


def desk_of(*paths: Path, as_of: str = "2017-03-01", **editing: bool) -> Desk:
    return open_desk("set", Common(registry=list(paths)), as_of, Editing(**editing))


def test_the_example_is_passed_over_beside_ones_own(registry: Write) -> None:
    own = registry(SAMPLE)
    assert desk_of(own, *bundled().paths).paths == (own,)
    with pytest.raises(InputRefused):
        desk_of(*bundled().paths)
    with pytest.raises(InputRefused, match="folder"):
        desk_of(Path())  # a folder without any
    beside = desk_of(own, Path())
    assert (beside.paths, [each.code for each in beside.lost]) == ((own,), ["empty-folder"])


def test_today_is_that_of_the_files_own_zone(registry: Write) -> None:
    desk = desk_of(registry(SAMPLE), registry(FAR + SAMPLE, "far.toml"), as_of="2017-03-01T13:00Z")
    near, far = (desk.moment(each).today().day for each in known_to(desk).documents)
    assert (near, far) == (1, 2)


def test_an_entry_with_errors_has_none_to_read_and_says_the_first(registry: Write) -> None:
    document, where = address_in(known_to(desk_of(registry(BAD))), "bad")
    with pytest.raises(InputRefused) as refused:
        entry_at(document, where)
    assert refused.value.problem.code == "unknown-key"
    assert entry_at(*address_in(Known((document,)), "fair")).title == "Fair"


@pytest.mark.parametrize(
    ("editing", "written", "shown", "said"),
    [
        ({}, True, "", "Gone.\n"),
        ({"dry_run": True}, False, '-title = "Fair"\n', ""),
    ],
)
def test_what_was_done_is_said_and_what_would_be_is_shown(
    registry: Write,
    monkeypatch: pytest.MonkeyPatch,
    editing: dict[str, Any],
    written: bool,
    shown: str,
    said: str,
) -> None:
    path = registry(SAMPLE)
    screen = Screen(monkeypatch)
    desk = desk_of(path, **editing)
    opened, where = address_in(known_to(desk), "fair")
    with desk.transaction(opened) as held:
        held.make(without(opened, where)[0], ("fair",), "Gone.")
    assert ("Fair" not in path.read_text()) is written
    assert shown in screen.shown
    assert screen.said == said


def test_nothing_to_change_is_said_at_a_terminal_alone(
    registry: Write, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = registry(SAMPLE)
    desk = desk_of(path)
    with desk.transaction(known_to(desk).documents[0]):
        pass
    assert capfd.readouterr() == ("", "")
    screen = Screen(monkeypatch)
    desk = desk_of(path)
    with desk.transaction(known_to(desk).documents[0]):
        pass
    assert screen.said == "Nothing to change: it says so already.\n"
    assert desk.answers


@pytest.mark.parametrize(
    ("text", "parts"),
    [("a", ("a", "")), ("a/first", ("a", "first")), ("a/b/c", ("a", "b/c")), ("/b", ("", "b"))],
)
def test_an_id_and_its_stage(text: str, parts: tuple[str, str]) -> None:
    assert split_id(text) == parts


def test_bytes_that_are_no_text_are_refused() -> None:
    assert sure_text("ID", "è") == "è"
    with pytest.raises(UsageRefused, match="--note"):
        sure_text("--note", "caf\udce9")


def test_of_several_files_each_that_could_not_be_held_is_named(
    registry: Write, capfd: pytest.CaptureFixture[str]
) -> None:
    one, two = registry(SAMPLE), registry(FAR + SAMPLE, "two.toml")
    two.with_name("two.toml.lock").mkdir()
    desk = desk_of(one, two)

    def act() -> None:
        with desk.act(known_to(desk).documents) as (first, _):
            edit, taken = without(first.document, address_in(Known((first.document,)), "fair")[1])
            first.make(edit, ("fair",), "said", taken)

    with pytest.raises(WorldFailed) as refused:
        act()
    assert capfd.readouterr().err.startswith(str(two))
    found = refused.value.problem
    assert (found.code, found.message) == ("none-done", f"not changed: {one}, {two}")
    assert (one.read_text(), two.read_text()) == (SAMPLE, FAR + SAMPLE)


@pytest.mark.parametrize("at_a_terminal", [True, False])
def test_the_difference_shows_what_is_not_seen_in_the_lines_around(
    registry: Write, monkeypatch: pytest.MonkeyPatch, at_a_terminal: bool
) -> None:
    around = 'note = "a\x9b31m\u202e\u200b\U000e0041è"\n'
    path = registry(SAMPLE.replace('title = "Fair"\n', f'title = "Fair"\n{around}'))
    screen = Screen(monkeypatch)
    out, taken = stream()
    if not at_a_terminal:
        monkeypatch.setattr(sys, "stdout", out)
    desk = desk_of(path, dry_run=True)
    opened, where = address_in(known_to(desk), "fair")
    with desk.transaction(opened) as held:
        held.make(without(opened, where)[0], ("fair",), "Gone.")
    shown = screen.shown if at_a_terminal else taken.getvalue().decode()
    assert '-note = "a\\u009b31m\\u202e\\u200b\\udb40\\udc41è"\n' in shown
