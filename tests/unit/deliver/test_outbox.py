"""An outbox holds a file a key, whole or not at all; each is told as soon as it has arrived."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.deliver.outbox import Outbox
from clustercalls.deliver.target import Failed
from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import Outgoing
from clustercalls.limits import LEFT_SECONDS, TOGETHER
from messages import Arrivals, message


def test_a_file_a_key_and_one_for_the_errors_of_the_day(tmp_path: Path) -> None:
    folder, arrived = tmp_path / "deep" / "out", Arrivals()
    Outbox(folder, Ours()).deliver(message("a@7d", "b@1d", problems=("broken",), whole=b"all"), arrived, 1)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {
        "errors@2017-03-01.json": b"all",
        "a@7d.json": b'{"key":"a@7d"}\n',
        "b@1d.json": b'{"key":"b@1d"}\n',
    }
    assert arrived.keys == [(), ("a@7d",), ("b@1d",)]


def test_written_again_it_is_the_same_file_and_what_a_kill_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".gone@7d.json.0123abcd.tmp"
    left.write_text("of a run that was killed")
    long_ago = left.stat().st_mtime - LEFT_SECONDS - 60
    os.utime(left, (long_ago, long_ago))
    (tmp_path / "mine.json").write_text("not ours")
    for _ in range(2):
        Outbox(tmp_path, Ours()).deliver(message("a@7d"), Arrivals(), 1)
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {"a@7d.json", "mine.json"}


def test_each_is_told_once_it_is_in_its_place_for_good_and_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [f"a{number}@7d" for number in range(TOGETHER + 1)]
    durable: set[str] = set()
    monkeypatch.setattr(Outgoing, "sync", lambda folder: durable.update(folder.written()))
    told: list[str] = []

    def arrived(names: tuple[str, ...]) -> None:
        told.extend(names)
        assert durable == {f"{key}.json" for key in told}

    Outbox(tmp_path, Ours()).deliver(message(*keys), arrived, 1)
    assert told == keys


def test_a_file_that_the_disk_refuses_holds_up_none_of_those_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, rename = tuple(f"a{number}@7d" for number in range(5)), Outgoing.rename

    def refused(folder: Outgoing, name: str, other: str) -> None:
        if other == "a2@7d.json":
            raise OSError(errno.EDQUOT, "Disk quota exceeded")
        rename(folder, name, other)

    monkeypatch.setattr(Outgoing, "rename", refused)
    arrived = Arrivals()
    with pytest.raises(Failed) as failed:
        Outbox(tmp_path, Ours()).deliver(message(*keys), arrived, 1)
    assert failed.value.values["file"] == "a2@7d.json"
    there = [key for key in keys if key != "a2@7d"]
    assert arrived.keys == [(key,) for key in there]
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {f"{key}.json" for key in there}


def test_a_box_that_nothing_came_into_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = set(tmp_path.rglob("*"))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Failed):
        Outbox(tmp_path / "deep" / "out", Ours()).deliver(message("a@7d", "b@1d"), Arrivals(), 1)
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("in_the_way", ["folder", "pipe", "link", "dangling", "another name of ours"])
def test_what_is_in_the_way_is_named_and_the_rest_arrives(in_the_way: str, tmp_path: Path) -> None:
    box, ours = tmp_path / "box", tmp_path / "calls.toml"
    box.mkdir()
    ours.write_text("ours")
    way = box / "b@1d.json"
    put: dict[str, Callable[[], None]] = {
        "folder": way.mkdir,
        "pipe": lambda: os.mkfifo(way),
        "link": lambda: way.symlink_to(ours),
        "dangling": lambda: way.symlink_to(tmp_path / "nowhere"),
        "another name of ours": lambda: way.hardlink_to(ours),
    }
    put[in_the_way]()
    arrived, before = Arrivals(), way.lstat()
    with pytest.raises(Failed) as failed:
        Outbox(box, Ours((ours,))).deliver(message("a@7d", "b@1d", "c@1d"), arrived, 1)
    assert arrived.keys == [("a@7d",), ("c@1d",)]
    assert failed.value.values["file"] == "b@1d.json"
    assert failed.value.values["what"]
    assert (way.lstat().st_ino, ours.read_text()) == (before.st_ino, "ours")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(Failed) as failed:
        Outbox(tmp_path / "out", Ours()).deliver(message(), Arrivals(), 1)
    assert failed.value.values["reason"] == "File exists"


def test_a_folder_of_ours_is_refused_by_whoever_opens_it(tmp_path: Path) -> None:
    with pytest.raises(Failed) as failed:
        Outbox(tmp_path, Ours(kept=(tmp_path,))).deliver(message("a@7d"), Arrivals(), 1)
    assert "clustercalls keeps" in str(failed.value.values["reason"])
    assert not list(tmp_path.glob("*.json"))


def test_its_name_is_its_whole_path() -> None:
    assert Outbox(Path("out"), Ours()).name == f"outbox:{Path.cwd() / 'out'}"
