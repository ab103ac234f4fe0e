"""What a person names is written to: a file whole, a pipe or device as standard output is, ours never."""

import errno
import os
import pty
import stat
import threading
import time
from pathlib import Path

import pytest

from clustercalls.disk import outputs
from clustercalls.disk.beside import Folder
from clustercalls.disk.ours import Ours
from clustercalls.disk.outputs import MOMENT_SECONDS, create, folder_of, output, write
from clustercalls.errors import InputRefused, ReaderLeft, UsageRefused, WorldFailed
from clustercalls.limits import CALENDAR_BYTES, MIB

NEW = b"new\n"


def as_device(path: Path, minor: int) -> Path:
    """A node of the test's own: 3 takes all, 7 is always full."""
    if os.geteuid():
        pytest.skip("only the superuser makes devices")
    os.mknod(path, 0o640 | stat.S_IFCHR, os.makedev(1, minor))
    try:
        os.close(os.open(path, os.O_RDONLY))
    except PermissionError:
        pytest.skip("no devices in this folder")
    return path


def test_a_file_is_put_there_whole_and_a_link_that_was_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")
    assert write(tmp_path / "link", [b"ne", b"w\n"], Ours())
    assert not write(tmp_path / "link", [NEW], Ours())
    assert ((tmp_path / "file").read_bytes(), (tmp_path / "link").is_symlink()) == (NEW, True)


def test_what_is_ours_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "calls.toml"
    file.write_bytes(b"ours")
    with pytest.raises(UsageRefused), output(file, Ours((file,))):
        pytest.fail("it was opened")
    assert file.read_bytes() == b"ours"


def test_what_became_another_name_of_ours_meanwhile_is_refused(tmp_path: Path) -> None:
    file, calls = tmp_path / "calls.ics", tmp_path / "calls.toml"
    calls.write_bytes(b"ours")
    with output(file, Ours((calls,))) as out:
        file.hardlink_to(calls)
        with pytest.raises(UsageRefused):
            out.put(NEW)
    assert calls.read_bytes() == b"ours"


@pytest.mark.parametrize("name", ["no/such", "folder", "file/below", "circle", "socket"])
def test_what_cannot_be_an_output_is_named_at_once(name: str, tmp_path: Path) -> None:
    import socket

    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to("circle")
    with socket.socket(socket.AF_UNIX) as at:
        at.bind(str(tmp_path / "socket"))
    with pytest.raises(WorldFailed) as failed:
        write(tmp_path / name, [NEW], Ours())
    assert (failed.value.problem.code, failed.value.problem.place.file) == (
        "cannot-write",
        str(tmp_path / name),
    )


def test_a_pipe_is_waited_for_and_written_to(tmp_path: Path) -> None:
    pipe, taken = tmp_path / "pipe", []
    os.mkfifo(pipe, 0o640)
    before = pipe.stat()

    def reader() -> None:
        time.sleep(0.2)
        taken.append(pipe.read_bytes())

    thread = threading.Thread(target=reader)
    thread.start()
    large = NEW * 100_000  # more than a pipe takes at once
    with output(pipe, Ours()) as out, out.old() as old:
        assert old is None
        assert out.put([large, NEW])
    thread.join()
    assert taken == [large + NEW]
    after = pipe.stat()
    assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []


def test_an_open_pipe_is_written_to_by_its_descriptor() -> None:
    out, into = os.pipe()
    assert write(Path(f"/dev/fd/{into}"), [NEW], Ours())
    os.close(into)
    with os.fdopen(out, "rb") as file:
        assert file.read() == NEW


def test_a_pipe_that_nobody_reads_is_named_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "READER_SECONDS", 0.2)
    os.mkfifo(tmp_path / "pipe")
    begun = time.monotonic()
    with pytest.raises(WorldFailed) as failed:
        write(tmp_path / "pipe", [NEW], Ours())
    assert 0.2 <= time.monotonic() - begun < 5
    assert "nobody opened this pipe to read it within 0.2 seconds" in failed.value.problem.message


def test_who_waits_is_told_so_once_and_not_for_a_reader_that_comes_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for delay, times in ((0.2, 0), (MOMENT_SECONDS + 0.5, 1)):
        told: list[Path] = []
        taken: list[bytes] = []
        reader = threading.Timer(delay, lambda taken=taken: taken.append(pipe.read_bytes()))
        reader.start()
        assert write(pipe, [NEW], Ours(), told.append)
        reader.join(10)
        assert (taken, told) == ([NEW], [pipe] * times)


def test_a_reader_that_goes_away_is_no_failure_of_the_disk(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with output(pipe, Ours()) as out:
        os.close(reader)
        with pytest.raises(ReaderLeft):
            out.put([NEW])


def test_a_device_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    device = as_device(tmp_path / "device", 3)
    before = device.stat()
    (tmp_path / "link").symlink_to(device)
    assert write(tmp_path / "link", [NEW], Ours())
    assert (device.stat().st_mode, device.stat().st_ino) == (before.st_mode, before.st_ino)


def test_a_device_that_takes_nothing_is_an_output_that_failed(tmp_path: Path) -> None:
    with pytest.raises(WorldFailed) as failed:
        write(as_device(tmp_path / "full", 7), [NEW], Ours())
    assert (failed.value.problem.code, failed.value.problem.place.file) == (
        "output-failed", str(tmp_path / "full"),
    )  # fmt: skip


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser makes devices")
def test_a_disk_is_never_written_to(tmp_path: Path) -> None:
    os.mknod(tmp_path / "disk", 0o640 | stat.S_IFBLK, os.makedev(7, 250))
    with pytest.raises(WorldFailed, match="a device"):
        write(tmp_path / "disk", [NEW], Ours())


def test_the_old_file_is_read_within_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "calls.ics"
    with output(file, Ours()) as out, out.old() as old:
        assert old is None
    file.write_bytes(b"old")
    with output(file, Ours()) as out, out.old() as old:
        assert old is not None
        assert old.read() == b"old"
    os.truncate(file, CALENDAR_BYTES + 1)
    with output(file, Ours()) as out, pytest.raises(InputRefused) as refused, out.old():
        pass
    assert (refused.value.problem.code, refused.value.problem.place.file) == ("too-large", str(file))


@pytest.mark.parametrize("size", [MIB - 1, MIB, MIB + 1])
def test_nothing_is_put_there_that_could_not_be_read_back(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "CALENDAR_BYTES", MIB)
    file = tmp_path / "calls.ics"
    file.write_bytes(b"old")
    pieces = [b"x" * (size // 2), b"y" * (size - size // 2)]
    with output(file, Ours()) as out, out.old() as old:
        if size <= MIB:
            assert out.put(iter(pieces))
        else:
            with pytest.raises(InputRefused) as refused:
                out.put(iter(pieces))
            assert dict(refused.value.problem.values)["most"] == "1"
    assert file.read_bytes() == (b"".join(pieces) if size <= MIB else b"old")
    assert not list(tmp_path.glob(".*"))
    with output(file, Ours()) as out, out.old() as old:
        assert old is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_an_old_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "calls.ics").touch(0)
    with output(tmp_path / "calls.ics", Ours()) as out, pytest.raises(InputRefused), out.old():
        pass


def test_a_folder_is_made_when_it_is_to_be_and_none_of_ours_is_opened(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        folder_of(tmp_path / "a" / "b", Ours(), bool)
    folder_of(tmp_path / "a" / "b", Ours(), bool, make=True).write("c", NEW)
    assert (tmp_path / "a" / "b" / "c").read_bytes() == NEW
    for each in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "new"):
        with pytest.raises(UsageRefused):
            folder_of(each, Ours(kept=(tmp_path / "a",)), bool, make=True)
    assert not (tmp_path / "a" / "new").exists()


def test_a_new_registry_comes_with_its_folders_and_touches_none_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "calls.toml"
    create(path, NEW, Ours())
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for each in (path, tmp_path / "dangling"):
        with pytest.raises(UsageRefused) as refused:
            create(each, b"other", Ours())
        assert refused.value.problem.code == "already-there"
    assert path.read_bytes() == NEW
    assert not (tmp_path / "nowhere").exists()
    assert [each.name for each in path.parent.iterdir()] == ["calls.toml"]


def test_a_new_registry_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    (tmp_path / "there").mkdir()
    before = set(tmp_path.rglob("*"))
    for folder in ("new", "new/below", "there", "there/below"):
        with pytest.raises(WorldFailed):
            create(tmp_path / folder / "calls.toml", NEW, Ours())
        assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("folder", ["new", "new/below", "there", "there/below", "there/full/below"])
def test_a_folder_that_nothing_came_into_goes_with_those_made_for_it(folder: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "full").mkdir()
    (tmp_path / "there" / "full" / "x").touch()
    before = set(tmp_path.rglob("*"))
    with folder_of(tmp_path / folder, Ours(), bool, make=True):
        assert (tmp_path / folder).is_dir()
    assert set(tmp_path.rglob("*")) == before
    with folder_of(tmp_path / folder, Ours(), bool, make=True) as made:
        with pytest.raises(OSError, match="long"):
            made.write("x" * 300, NEW)
        made.write("y", NEW)  # what follows a failure finds the folder
    assert (tmp_path / folder / "y").read_bytes() == NEW


def test_folders_made_on_the_way_to_one_that_cannot_be_go_again(tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    with pytest.raises(OSError, match="long"):
        folder_of(tmp_path / "new" / ("x" * 300), Ours(), bool, make=True)
    assert set(tmp_path.rglob("*")) == before


def test_a_file_where_a_folder_is_meant_is_not_the_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorldFailed) as failed:
        create(tmp_path / "file" / "calls.toml", NEW, Ours())
    assert failed.value.problem.message.endswith("Not a directory")


@pytest.mark.parametrize("name", ["file", "folder", "pipe", "nowhere", "null"])
def test_what_nobody_looks_at_is_no_terminal(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "null":
        as_device(path, 3)
    elif name == "pipe":
        os.mkfifo(path)
    elif name != "nowhere":
        path.touch() if name == "file" else path.mkdir()
    assert not outputs.is_terminal(path)


def test_a_terminal_is_one_by_its_name_and_by_a_link() -> None:
    main, side = pty.openpty()
    link = Path("link")
    link.symlink_to(os.ttyname(side))
    assert outputs.is_terminal(Path(os.ttyname(side)))
    assert outputs.is_terminal(link)
    os.close(side)
    os.close(main)


def test_what_stands_beside_a_new_registry_is_made_first_and_goes_when_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of_both = tmp_path / "calls"
    folder_of_both.mkdir()
    path, beside = folder_of_both / "calls.toml", folder_of_both / "calls.schema.json"
    made: list[str] = []
    real = Folder.make

    def make(folder: Folder, name: str, data: bytes) -> float:
        made.append(name)
        if name == "calls.toml" and len(made) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(folder, name, data)

    monkeypatch.setattr(Folder, "make", make)
    with pytest.raises(WorldFailed):
        create(path, NEW, Ours(), beside, b"{}")
    assert (made, list(folder_of_both.iterdir())) == ([beside.name, path.name], [])
    create(path, NEW, Ours(), beside, b"{}")
    assert (path.read_bytes(), beside.read_bytes()) == (NEW, b"{}")


def test_what_stands_there_already_stays_and_is_swept_around(tmp_path: Path) -> None:
    folder_of_both = tmp_path / "calls"
    folder_of_both.mkdir()
    path, beside = folder_of_both / "calls.toml", folder_of_both / "calls.schema.json"
    beside.write_bytes(b"theirs")
    os.link(beside, folder_of_both / ".calls.schema.json.0123abcd.tmp")
    create(path, NEW, Ours(), beside, b"{}")
    assert sorted(each.name for each in folder_of_both.iterdir()) == [beside.name, path.name]
    assert beside.read_bytes() == b"theirs"
    with pytest.raises(UsageRefused):
        create(path, NEW, Ours(), folder_of_both / "other.json", b"{}")
    assert not (folder_of_both / "other.json").exists()
