"""A regular file is opened at once; whatever else stands there is named, untouched."""

import os
import socket
import stat
from pathlib import Path

import pytest

from clustercalls.disk.opening import NotRegular, open_regular

WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def others(folder: Path) -> dict[str, Path]:
    """What is no regular file, by a part of what is said of it."""
    (folder / "file").write_bytes(b"kept")
    (folder / "folder").mkdir()
    (folder / "link").symlink_to("file")
    (folder / "dangling").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as at:
        at.bind(str(folder / "socket"))
    found = {"folder": folder / "folder", "a link": folder / "link", "pipe": folder / "pipe"}
    found |= {"link,": folder / "dangling", "socket": folder / "socket"}
    if os.geteuid() == 0:
        os.mknod(folder / "device", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
        found["device"] = folder / "device"
    return found


@pytest.mark.parametrize("flags", [os.O_RDONLY, WRITING, os.O_RDWR, os.O_WRONLY | os.O_APPEND])
def test_what_is_no_regular_file_is_named_at_once(flags: int, tmp_path: Path) -> None:
    for word, path in others(tmp_path).items():
        before = path.lstat()
        with pytest.raises(NotRegular) as refused:
            os.close(open_regular(path, flags, follow=False))
        assert word in str(refused.value)
        assert (path.lstat().st_mode, path.lstat().st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert (tmp_path / "file").read_bytes() == b"kept"
    assert not (tmp_path / "nowhere").exists()


def test_a_link_that_may_be_followed_leads_to_its_file(tmp_path: Path) -> None:
    others(tmp_path)
    descriptor = open_regular(tmp_path / "link", follow=True)
    assert os.read(descriptor, 9) == b"kept"
    os.close(descriptor)


LOST = [
    ("dangling", "it is a link that leads nowhere"),
    ("away/file", "a link above it leads nowhere"),
    ("away/deeper/file", "a link above it leads nowhere"),
    ("circle", "its links go in a circle"),
    ("circle/file", "its links go in a circle"),
]


@pytest.mark.parametrize(("name", "reason"), LOST)
def test_what_a_link_does_not_lead_to_is_told_as_that(name: str, reason: str, tmp_path: Path) -> None:
    for link, leads in (("dangling", "nowhere"), ("away", "unmounted"), ("circle", "circle")):
        (tmp_path / link).symlink_to(leads)
    with pytest.raises(NotRegular) as refused:
        open_regular(tmp_path / name, follow=True)
    assert refused.value.strerror == reason


def test_a_terminal_does_not_become_ours() -> None:
    """A device is not opened at all, so a session without a terminal does not get one."""
    main, side = os.openpty()
    with pytest.raises(NotRegular):
        open_regular(os.ttyname(side), follow=True)
    os.close(main)
    os.close(side)


def test_it_starts_from_the_open_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    folder = os.open(tmp_path / "in", os.O_RDONLY | os.O_DIRECTORY)
    (tmp_path / "in").rename(tmp_path / "moved")
    os.close(open_regular("new", WRITING | os.O_EXCL, 0o640, follow=False, folder=folder))
    os.close(folder)
    assert stat.S_IMODE((tmp_path / "moved" / "new").stat().st_mode) == 0o640 & ~_umask()


def test_a_regular_file_is_cut_off_when_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    os.close(open_regular(tmp_path / "file", WRITING, follow=False))
    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.parametrize("path", ["none", "file/below"])
def test_what_the_system_refuses_is_said_by_it(path: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"No such file|Not a directory") as refused:
        open_regular(tmp_path / path, follow=False)
    assert not isinstance(refused.value, NotRegular)


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value
