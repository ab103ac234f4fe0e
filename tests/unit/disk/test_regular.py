"""The bytes of a regular file or nothing, at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.disk.regular import PIECE, handed, regular


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


class Taker:
    """Takes what it is handed, and notes how much was announced; `meanwhile` is done at the first piece."""

    def __init__(self, meanwhile: Callable[[], object] = bool) -> None:
        self.announced, self.meanwhile = -1, meanwhile
        self.pieces: list[bytes] = []

    def begin(self, size: int) -> Callable[[bytes], None]:
        self.announced = size
        return self.take

    def take(self, data: bytes) -> None:
        if not self.pieces:
            self.meanwhile()
        self.pieces.append(data)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_the_bytes_of_a_file_are_handed_on_piece_by_piece(tmp_path: Path, size: int) -> None:
    path, taker = tmp_path / "file", Taker()
    path.write_bytes(os.urandom(size))
    assert handed(str(path), size, taker.begin)
    assert (taker.announced, b"".join(taker.pieces)) == (size, path.read_bytes())
    assert max(map(len, taker.pieces)) <= PIECE


def test_what_is_not_all_of_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(2 * PIECE))
    os.mkfifo(tmp_path / "pipe")
    assert not handed(str(path), 2 * PIECE - 1, Taker().begin)
    assert not handed(str(tmp_path), 1 << 20, Taker().begin)
    assert not handed(str(tmp_path / "pipe"), 9, Taker().begin)
    assert not handed(str(path), 9 * PIECE, Taker(lambda: os.truncate(path, PIECE + 9)).begin)
    with path.open("ab") as file:
        assert not handed(str(path), 9 * PIECE, Taker(lambda: os.write(file.fileno(), b"more")).begin)
