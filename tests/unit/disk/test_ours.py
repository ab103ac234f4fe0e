"""What is read or kept is known under every name it can have; what is not, is free."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.ours import Ours, left_of
from clustercalls.errors import UsageRefused


@pytest.fixture
def ours(tmp_path: Path) -> Ours:
    for name in ("read", "kept/deep", "free"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("read/calls.toml", "read/calls.toml.lock", "config.toml", "kept/deep/journal.jsonl"):
        (tmp_path / name).write_text("ours")
    return Ours(
        registries=(tmp_path / "read" / "calls.toml", tmp_path / "own.toml"),
        files=(tmp_path / "config.toml", tmp_path / "elsewhere.toml"),
        read=(tmp_path / "read",),
        kept=(tmp_path / "kept", tmp_path / "home" / "not yet"),
    )


BESIDE = (".lock", ".removed")
CLAIMED = [
    "read/calls.toml",
    *(f"read/calls.toml{end}" for end in BESIDE),
    "read/.calls.toml.tmp",
    "read/.calls.toml.old",
    "read/.calls.toml.0123abcd.tmp",
    "read/.calls.toml.0123abcd.old",
    "read/new.toml",
    "read/new.toml.lock",
    "config.toml",
    "config.toml.lock",
    "elsewhere.toml",
    "own.toml",
    "own.toml.removed",
    "kept",
    "kept/new",
    "kept/deep/journal.jsonl",
    "kept/no/such/new",
    "home/not yet",
    "home/not yet/seen.json",
]
FREE = [
    "read/calls.ics",
    "read/calls.toml.ics",
    "read/lock",
    "free/calls.toml",
    "other.toml",
    "home/x",
    "read",
]


@pytest.mark.parametrize("name", CLAIMED)
def test_every_name_of_what_is_ours(ours: Ours, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    link, spelled = tmp_path / "free" / "link", tmp_path / "free" / ".." / name
    link.symlink_to(path)
    every = [path, link, spelled, path.with_name(path.name.upper()), Path(os.path.relpath(path))]
    (tmp_path / "folder link").symlink_to(path.parent)
    every.append(tmp_path / "folder link" / path.name)
    if path.is_file():
        (tmp_path / "free" / "hard.ics").hardlink_to(path)
        every.append(tmp_path / "free" / "hard.ics")
    for each in every:
        if each.name.isupper() and "kept" in name:  # a folder of this name, where case counts, is another
            continue
        with pytest.raises(UsageRefused) as refused:
            ours.sure(each)
        assert (refused.value.problem.code, refused.value.problem.place.file) == (
            "output-is-input",
            str(each),
        )


@pytest.mark.parametrize("name", FREE)
def test_what_is_not_ours(ours: Ours, tmp_path: Path, name: str) -> None:
    assert ours.sure(tmp_path / name) == (tmp_path / name).resolve()
    if not (tmp_path / name).exists():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
        (tmp_path / "another").hardlink_to(tmp_path / name)
        ours.sure(tmp_path / name)


@pytest.mark.parametrize("name", ["read/calls.toml", "read/new.toml", "own.toml", "free/x.toml"])
def test_a_registry_may_be_made_where_registries_are_read(ours: Ours, tmp_path: Path, name: str) -> None:
    ours.sure(tmp_path / name, registry=True)


@pytest.mark.parametrize(
    "name", ["read/calls.toml.lock", "read/new.toml.removed", "config.toml", "kept/x.toml"]
)
def test_no_registry_is_made_where_other_files_are_kept(ours: Ours, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageRefused):
        ours.sure(tmp_path / name, registry=True)


def test_links_in_a_circle_are_nobodys(ours: Ours, tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    ours.sure(tmp_path / "one")


def test_what_a_kill_left_is_known_by_its_exact_form() -> None:
    assert left_of(".a.ics.0123abcd.tmp") == left_of(".a.ics.0123abcd.old") == "a.ics"
    for other in ("a.ics", ".a.ics.tmp", ".a.ics.0123abc.tmp", ".a.ics.0123ABCD.tmp", "a.ics.0123abcd.old"):
        assert left_of(other) == ""
