"""Words that are part of no id mean the entry whose title has them: one resolver for every command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

Registry = Callable[[str], Path]
CALLS = """
[[call]]
id = "hor-1"
title = "Ökologie der Böden: living labs"
deadline = 2027-04-04

[[call]]
id = "hor-2"
title = "Living labs for œnology"
deadline = 2027-05-04

[[call]]
id = "labs"
title = "Another"
deadline = 2027-06-04
"""
AS_OF = ("--as-of", "2027-03-01")
COMMANDS = {
    "show": ("show", "{}"),
    "changes": ("changes", "{}"),
    "move": ("move", "{}", "2027-04-09"),
    "move a stage": ("move", "{}/deadline", "2027-04-09"),
    "set": ("set", "{}", "budget=1M"),
    "confirm": ("confirm", "{}"),
    "digest": ("digest", "--pick", "{}"),
    "remove": ("remove", "{}", "--dry-run", "--yes"),
}
every = pytest.mark.parametrize("command", COMMANDS)


def typed(command: str, words: str) -> list[str]:
    return [each.format(words) for each in COMMANDS[command]]


@every
@pytest.mark.parametrize("words", ["boden", "BÖDEN LIVING", "labs ökol"])
def test_one_match_is_meant(run: Run, registry: Registry, command: str, words: str) -> None:
    path = registry(CALLS)
    done = run(*typed(command, words), "-r", path, *AS_OF)
    assert (done.code, done.err) == (0, "")
    if command in {"move", "move a stage", "set", "confirm"}:
        before, after = (text.split("[[call]]") for text in (CALLS, path.read_text()))
        assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True, True]


@every
def test_several_are_listed_with_their_ids(run: Run, registry: Registry, command: str) -> None:
    path = registry(CALLS)
    refused = run(*typed(command, "living lab"), "-r", path, *AS_OF)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "ambiguous-words: `living lab` is in several titles: hor-1 (Ökologie der Böden: living labs), "
        "hor-2 (Living labs for œnology). Write one of these ids.\n"
    )
    assert path.read_text() == CALLS


@every
def test_a_part_of_an_id_is_no_word(run: Run, registry: Registry, command: str) -> None:
    path = registry(CALLS)
    assert run(*typed(command, "labs"), "-r", path, *AS_OF).code == 0  # two titles have it
    assert run(*typed(command, "hor"), "-r", path, *AS_OF).err.startswith(
        "ambiguous-id: `hor` could be hor-1, hor-2. Write a longer part of the id."
    )


@every
def test_no_title_has_them_all(run: Run, registry: Registry, command: str) -> None:
    path = registry(CALLS)
    refused = run(*typed(command, "living nothing"), "-r", path, *AS_OF)
    assert refused.code == 2
    assert refused.err.startswith("unknown-id: ")
