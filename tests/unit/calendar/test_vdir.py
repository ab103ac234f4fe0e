"""A folder of files by name: those of others are not seen, and what the disk refuses is said of it."""

import errno
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from clustercalls.calendar.component import single
from clustercalls.calendar.vdir import Vdir
from clustercalls.disk.ours import Ours
from clustercalls.errors import Problem, Refusal
from clustercalls.limits import FILE_BYTES


def test_what_is_put_is_there_until_it_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "calls"
    store = Vdir(folder, Ours())
    assert list(store.items()) == []
    store.remove("a.first.ics")
    assert not folder.exists()
    store.put("b.first.ics", b"1")
    store.put("a.first.ics", b"2")
    store.put("b.first.ics", b"3")
    assert list(store.items()) == []
    store.settle()
    assert list(store.items()) == [("a.first.ics", b"2"), ("b.first.ics", b"3")]
    store.remove("a.first.ics")
    store.remove("a.first.ics")
    store.settle()
    assert [name for name, _ in store.items()] == ["b.first.ics"]
    assert store.place == str(folder)


def test_a_folder_that_nothing_came_into_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = set(tmp_path.rglob("*"))
    with closing(Vdir(tmp_path / "deep" / "calls", Ours())) as store, monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        store.put("a.first.ics", b"1")
        with pytest.raises(Refusal) as refused:
            store.settle()
        assert refused.value.problem.place.entry == "a.first.ics"
    assert set(tmp_path.rglob("*")) == before
    with closing(Vdir(tmp_path / "deep" / "calls", Ours())) as store:
        store.put("a.first.ics", b"1")
        store.settle()
    assert (tmp_path / "deep" / "calls" / "a.first.ics").read_bytes() == b"1"


def test_what_is_put_is_read_back_however_much_is_there(tmp_path: Path) -> None:
    store = Vdir(tmp_path, Ours())
    whole = single("VEVENT", b"x" * store.most, [("Europe/Brussels", 2027), ("America/Sao_Paulo", 2027)])
    assert store.no_room("a.first.ics", whole) is None
    store.put("a.first.ics", whole)
    store.settle()
    assert list(store.items()) == [("a.first.ics", whole)]


def test_files_of_others_are_not_seen(tmp_path: Path) -> None:
    for name in ("mine.ics", "notes.txt", ".a.first.ics.tmp"):
        (tmp_path / name).touch()
    (tmp_path / "folder.ics").mkdir()
    assert list(Vdir(tmp_path, Ours()).items()) == []


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder, ours = tmp_path / "vdir", tmp_path / "calls.toml"
    folder.mkdir()
    ours.write_bytes(b"ours")
    (folder / "a.folder.ics").mkdir()
    (folder / "a.link.ics").symlink_to(ours)
    (folder / "a.dangling.ics").symlink_to("nowhere")
    os.mkfifo(folder / "a.pipe.ics")
    (folder / "a.hard.ics").hardlink_to(ours)
    (folder / "a.large.ics").touch()
    os.truncate(folder / "a.large.ics", FILE_BYTES + 1)
    (folder / "z.good.ics").write_bytes(b"good")
    words = {"folder": "a folder", "link": "a link", "dangling": "a link", "pipe": "a named pipe"}
    words |= {"hard": "clustercalls keeps", "large": "over the limit"}
    if os.geteuid() == 0:
        os.mknod(folder / "a.device.ics", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
        words |= {"device": "a device"}
    found = dict(Vdir(folder, Ours((ours,))).items())
    assert found.pop("z.good.ics") == b"good"
    assert set(found) == {f"a.{name}.ics" for name in words}
    for name, word in words.items():
        problem = found[f"a.{name}.ics"]
        assert isinstance(problem, Problem)
        assert word in problem.message
        assert (problem.place.file, problem.place.entry) == (str(folder), f"a.{name}.ics")


def test_what_the_disk_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "a.folder.ics").mkdir()
    (tmp_path / "a.link.ics").symlink_to("file")
    store, blocked = Vdir(tmp_path, Ours()), Vdir(tmp_path / "file", Ours())
    for act in (
        lambda: list(blocked.items()),
        lambda: blocked.put("a.b.ics", b""),
        lambda: blocked.remove("a.b.ics"),
        lambda: _settled_without(store, "a.folder.ics"),
        lambda: store.put("a.folder.ics", b""),
        lambda: store.put("a.link.ics", b"through"),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.problem.code == "cannot-write"
        assert refused.value.problem.place.file in {store.place, blocked.place}
    assert (tmp_path / "file").read_bytes() == b""


def test_a_folder_that_is_exchanged_meanwhile_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "vdir", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    store = Vdir(folder, Ours())
    assert list(store.items()) == []
    folder.rename(tmp_path / "aside")
    folder.symlink_to(elsewhere)
    store.put("a.first.ics", b"1")
    store.settle()
    assert list(elsewhere.iterdir()) == []
    assert (tmp_path / "aside" / "a.first.ics").read_bytes() == b"1"


def _settled_without(store: Vdir, name: str) -> None:
    store.remove(name)
    store.settle()
