"""A folder that a person named: what is ours in it is seen and swept, what is read or kept stays."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import Outgoing
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
