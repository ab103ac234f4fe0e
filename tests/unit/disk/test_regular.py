"""The bytes of a regular file or nothing, at once."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.regular import regular


def test_a_regular_file_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    (tmp_path / "link").symlink_to(path)
    assert [regular(str(path), 5), regular(str(tmp_path / "link"), 9)] == [b"12345", b"12345"]
    assert regular(str(path), 4) is None


def test_what_is_no_regular_file_is_nothing_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [regular(str(tmp_path / "pipe"), 9), regular(str(tmp_path), 1 << 20)] == [None, None]
    with pytest.raises(FileNotFoundError):
        regular(str(tmp_path / "none"), 9)
