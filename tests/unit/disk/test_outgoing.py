"""A folder that a person named: what is ours in it is seen and swept, what is read or kept stays."""

import errno
import os
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import AT_A_TIME, Outgoing, Unsettled
from clustercalls.errors import UsageRefused

NEW = b"new\n"


def is_page(name: str) -> bool:
    return name.endswith(".html")


def test_a_folder_that_is_a_link_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "link").symlink_to("out")
    with pytest.raises(OSError, match="irectory"):
        Outgoing(tmp_path / "link", is_page, Ours())


def test_what_is_ours_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "calls.toml"
    file.write_bytes(b"ours")
    folder = Outgoing(tmp_path, is_page, Ours(registries=(file,)))
    with pytest.raises(UsageRefused):
        folder.write("calls.toml", NEW)
    assert folder.write("page.html", NEW)
    assert not folder.write("page.html", iter([NEW]))
    assert (file.read_bytes(), (tmp_path / "page.html").read_bytes()) == (b"ours", NEW)


def test_what_is_there_of_us_is_seen_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.html", "c.txt", "d.html"):
        (tmp_path / name).symlink_to("nowhere")
    folder = Outgoing(tmp_path, is_page, Ours())
    assert folder.written() == ["a.html", "b.html", "d.html"]


def test_what_kills_left_of_any_file_of_ours_goes_with_the_first_write(tmp_path: Path) -> None:
    left, foreign = tmp_path / ".gone.html.0123abcd.tmp", tmp_path / ".gone.txt.0123abcd.tmp"
    folder = Outgoing(tmp_path, is_page, Ours())
    for each in (left, foreign):
        each.touch()
        os.utime(each, (0, 0))
    folder.write("page.html", NEW)
    assert (left.exists(), foreign.exists()) == (False, True)
    left.touch()
    os.utime(left, (0, 0))
    folder.write("other.html", NEW)
    assert left.exists()  # a folder of thousands is looked through once


def there(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name not in {"home", "work"})


def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the disk is asked for, in its order."""
    done: list[str] = []
    for name in ("fsync", "rename", "unlink"):
        real = getattr(os, name)

        def spied(*given: object, its: str = name, call: Any = real, **more: object) -> object:  # noqa: ANN401
            done.append(its)
            return call(*given, **more)

        monkeypatch.setattr(os, name, spied)
    return done


def test_what_is_laid_is_on_the_disk_before_any_of_it_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.html").write_bytes(NEW)
    (tmp_path / "4.html").write_bytes(b"old")
    done = calls(monkeypatch)
    with Outgoing(tmp_path, is_page, Ours()) as folder:
        for name in ("1", "2", "3", "4"):
            folder.lay(f"{name}.html", NEW)
        folder.lay_off("1.html")
        assert folder.written() == ["1.html", "4.html"]
        assert (tmp_path / "4.html").read_bytes() == b"old"
        done.clear()
        folder.settle()
        assert done[:8] == [*["fsync"] * 3, *["rename"] * 3, "unlink", "fsync"]
        assert there(tmp_path) == ["2.html", "3.html", "4.html"]
        assert (tmp_path / "4.html").read_bytes() == NEW
        done.clear()
        folder.settle()
    assert done == []


@pytest.mark.parametrize(("call", "which"), [("fsync", 1), ("fsync", 3), ("rename", 2), ("fsync", 4)])
def test_what_the_disk_refuses_is_told_by_its_name_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, which: int
) -> None:
    asked, real = iter(range(1, 99)), getattr(os, call)

    def failing(*args: object, **more: object) -> object:
        if next(asked) == which:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **more)

    names = ["1.html", "2.html", "3.html"]
    with Outgoing(tmp_path, is_page, Ours()) as folder:
        for each in names:
            folder.lay(each, NEW)
        monkeypatch.setattr(os, call, failing)
        with pytest.raises(Unsettled, match="No space left") as refused:
            folder.settle()
    assert refused.value.name in names
    left = there(tmp_path)
    assert left == {("rename", 2): names[:1], ("fsync", 4): names}.get((call, which), [])


def test_what_was_laid_and_not_settled_goes_with_the_folder(tmp_path: Path) -> None:
    with Outgoing(tmp_path, is_page, Ours()) as folder:
        folder.lay("page.html", NEW)
        assert there(tmp_path)
    assert there(tmp_path) == []


def test_a_folder_is_looked_through_once_whatever_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    real = os.scandir

    def counted(path: int) -> object:
        nonlocal looked
        looked += 1
        return real(path)

    monkeypatch.setattr(os, "scandir", counted)
    with Outgoing(tmp_path, is_page, Ours()) as folder:
        for number in range(9):
            folder.write(f"{number}.html", NEW)
            folder.lay(f"other-{number}.html", NEW)
            folder.settle()
    assert looked == 1


def test_what_is_in_its_place_is_not_taken_away_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(Outgoing, "unlink", lambda _, name: gone.append(name))
    (tmp_path / "out").mkdir()
    folder = Outgoing(tmp_path / "out", is_page, Ours())
    for name in ("a.html", "b.html"):
        folder.lay(name, NEW)
    folder.settle()
    assert gone == []
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["a.html", "b.html"]


def test_a_second_name_of_what_is_kept_is_not_read_back(tmp_path: Path) -> None:
    calls, folder = tmp_path / "calls.toml", tmp_path / "pages"
    calls.write_bytes(b"ours")
    folder.mkdir()
    (folder / "a.html").hardlink_to(calls)
    (folder / "b.html").write_bytes(b"theirs")
    with closing(Outgoing(folder, is_page, Ours((calls,)))) as it:
        with pytest.raises(UsageRefused):
            it.read_back("a.html")
        with it.read_back("b.html") as file:
            assert file.read() == b"theirs"
        with pytest.raises(FileNotFoundError):
            it.read_back("c.html")


def test_the_disk_is_waited_for_by_the_same_few_until_the_folder_is_closed(tmp_path: Path) -> None:
    before, pages = set(threading.enumerate()), tmp_path / "pages"  # those of servers may yet end
    pages.mkdir()
    with closing(Outgoing(pages, is_page, Ours())) as it:
        for number in range(60):
            it.lay(f"{number}.html", b"text")
            if number % 20 == 19:
                it.settle()
                assert len(set(threading.enumerate()) - before) <= AT_A_TIME
    assert set(threading.enumerate()) <= before
    assert len(there(pages)) == 60
