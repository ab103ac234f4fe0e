"""When the index answers, and when the files are read."""

import os
import zoneinfo
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from clustercalls.disk import stamps
from clustercalls.index import facts
from clustercalls.index.load import load
from clustercalls.model import Registry
from clustercalls.registry import read
from clustercalls.stored import Stored

CALL = '[[call]]\nid = "{}"\ntitle = "T"\ndeadline = {}\n'
ONE = CALL.format("one", "2017-04-04T17:00:00") + CALL.format("old", "2001-01-01")


def plain(registry: Registry) -> Registry:
    return replace(registry, entries=tuple(registry.entries))


def is_hot(*paths: Path) -> bool:
    """Whether the index answers, and then with what reading gives."""
    found = load(paths)
    assert plain(found) == read.load(paths)
    return isinstance(found.entries, Stored)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(ONE)
    return path


def kept() -> list[Path]:
    return sorted(Path(os.environ["HOME"], ".cache/clustercalls/index").glob("*"))


def test_the_second_time(path: Path) -> None:
    assert [is_hot(path), is_hot(path)] == [False, True]
    (file,) = kept()
    assert file.stat().st_mode & 0o777 == 0o600


def test_another_byte(path: Path) -> None:
    is_hot(path)
    path.write_text(ONE.replace('"T"', '"U"', 1))
    assert [is_hot(path), is_hot(path), len(kept())] == [False, True, 1]


def test_bytes_of_one_file_are_not_those_of_the_next(path: Path) -> None:
    is_hot(path.parent)
    other = path.with_name("more.toml")
    other.write_text("\n\n")
    is_hot(path.parent)
    other.write_text("\n")
    path.write_text(ONE + "\n")
    assert not is_hot(path.parent)


def test_another_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_hot(path)
    monkeypatch.setattr(stamps, "__version__", "other")
    assert [is_hot(path), is_hot(path), len(kept())] == [False, True, 1]


def test_another_file_in_the_folder(path: Path) -> None:
    is_hot(path.parent)
    (path.parent / "more.toml").write_text(CALL.format("two", "2017-05-05"))
    assert [is_hot(path.parent), is_hot(path.parent)] == [False, True]


def test_another_name_of_the_same_file(path: Path) -> None:
    is_hot(path)
    other = path.with_name("other.toml")
    path.rename(other)
    assert not is_hot(other)
    path.symlink_to(other)
    assert is_hot(path)


def test_other_rules_of_a_zone(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_hot(path)
    (folder,) = [each for each in zoneinfo.TZPATH if Path(each, "Europe/Brussels").exists()][:1]
    copy = tmp_path / "zones/Europe/Brussels"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(Path(folder, "Europe/Brussels").read_bytes())
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path / "zones"), *zoneinfo.TZPATH))
    assert [is_hot(path), is_hot(path)] == [False, True]
    copy.touch()
    os.utime(copy, (1, 1))
    assert not is_hot(path)


@pytest.mark.parametrize(
    "text",
    [
        ONE + CALL.format("bad", "2017-02-30"),
        ONE + CALL.format("fold", "2017-10-29T02:30:00+01:00"),
    ],
    ids=["a problem", "a fold"],
)
def test_what_is_not_kept(path: Path, text: str) -> None:
    path.write_text(text)
    assert [is_hot(path), is_hot(path)] == [False, False]
    assert kept() == []


def test_a_pipe_is_read_once() -> None:
    main, side = os.pipe()
    os.write(side, ONE.encode())
    os.close(side)
    assert len(load((Path(f"/dev/fd/{main}"),), piped=True).entries) == 2
    os.close(main)
    assert kept() == []


def test_a_name_that_is_no_text(path: Path) -> None:
    other = Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff.toml"))
    path.rename(other)
    assert [is_hot(other), is_hot(other)] == [False, False]


@pytest.mark.parametrize("place", ["cut", "empty", "longer"])
def test_an_index_of_another_length(path: Path, place: str) -> None:
    is_hot(path)
    (file,) = kept()
    data = file.read_bytes()
    file.write_bytes({"cut": data[: len(data) // 2], "empty": b"", "longer": data + b"x"}[place])
    is_hot(path)
    assert is_hot(path)


def test_every_flipped_byte_of_the_index_changes_no_answer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "hours_of", cache(facts.hours_of))  # most of what an index costs to make
    is_hot(path)
    (file,) = kept()
    data, expected = file.read_bytes(), read.load((path,))
    for place in range(len(data)):
        file.write_bytes(data[:place] + bytes([data[place] ^ 0x11]) + data[place + 1 :])
        assert plain(load((path,))) == expected, place
