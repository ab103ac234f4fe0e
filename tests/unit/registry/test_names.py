"""The name of a registry: one file of a folder states it, and it is safe in a path."""

from pathlib import Path
from typing import Any

import pytest

from clustercalls.registry.names import stated_in
from clustercalls.registry.read import load
from clustercalls.tables.findings import Finding


def told(document: dict[str, Any]) -> tuple[str, list[Finding]]:
    found: list[Finding] = []
    return stated_in(document, found.append), found


@pytest.mark.parametrize("name", ["office-puglia", "0", "a_b", "x" * 64])
def test_what_can_be_a_name(name: str) -> None:
    assert told({"name": name}) == (name, [])


@pytest.mark.parametrize("name", ["Office", "a b", "a/b", "../a", "a@b", "a.b", "-a", "x" * 65, "è"])
def test_what_cannot(name: str) -> None:
    said, (found,) = told({"name": name})
    assert (said, found.code, found.path) == ("", "bad-name", ("name",))


@pytest.mark.parametrize("document", [{}, {"name": ""}, {"name": 3}])
def test_where_none_is_stated(document: dict[str, object]) -> None:
    assert told(document) == ("", [])


def files(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    made = []
    for number, name in enumerate(names):
        path = folder / f"{number}.toml"
        path.write_text("schema = 1\n" + f'name = "{name}"\n' * bool(name))
        made.append(path)
    return made


def test_one_file_of_a_folder_states_it(tmp_path: Path) -> None:
    files(tmp_path / "calls", "", "north", "")
    registry = load((tmp_path / "calls",))
    assert (registry.name, registry.problems) == ("north", ())


def test_two_in_a_folder_are_an_error_that_names_both(tmp_path: Path) -> None:
    _, one, two, three = files(tmp_path / "calls", "", "north", "south", "north")
    registry = load((tmp_path / "calls",))
    assert registry.name == "north"
    assert [(each.code, each.place.file, each.place.line) for each in registry.problems] == [
        ("second-name", str(two), 2),
        ("second-name", str(three), 2),
    ]
    assert registry.problems[0].values == (("first", f"{one}:2"),)


def test_registries_named_apart_have_their_own(tmp_path: Path) -> None:
    one, two = files(tmp_path, "north", "south")
    registry = load((two, one))
    assert (registry.name, registry.problems) == ("south", ())


def test_a_large_file_has_its_name_too(tmp_path: Path) -> None:
    (path,) = files(tmp_path, "north")
    entries = (f'[[event]]\nid = "e{number}"\ntitle = "{"x" * 100}"\n' for number in range(1000))
    path.write_text(path.read_text() + "".join(entries))
    registry = load((path,))
    assert (registry.name, len(registry.entries)) == ("north", 1000)
