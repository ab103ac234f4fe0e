"""Files read whole, never beyond the limit."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused
from clustercalls.limits import FILE_BYTES
from odd import ODD


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that is one byte over the limit, with nothing in it on the disk."""
    path = tmp_path / "large.toml"
    path.touch()
    os.truncate(path, FILE_BYTES + 1)
    return path


@pytest.mark.parametrize("data", [b"", b"a", b"\x00\xff\r\n"])
def test_a_file_is_read_to_its_last_byte(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert read(path) == data


def test_a_pipe_has_no_size_and_is_read_whole() -> None:
    out, into = os.pipe()
    with os.fdopen(into, "wb") as file:
        file.write(b"schema = 1\n" * 1000)
    assert read(Path(f"/dev/fd/{out}"), piped=True) == b"schema = 1\n" * 1000
    os.close(out)


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_regular_file_is_named_at_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    ODD[kind](path)
    with pytest.raises(InputRefused) as refused:
        read(path)
    assert (refused.value.problem.code, refused.value.problem.place.file) == ("unreadable", str(path))


@pytest.mark.skipif("a device" not in ODD, reason="only the superuser makes a device")
def test_a_device_that_a_person_named_is_read(tmp_path: Path) -> None:
    ODD["a device"](tmp_path / "calls.toml")
    assert read(tmp_path / "calls.toml", piped=True) == b""


def test_a_pipe_without_end_is_read_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.disk.read.FILE_BYTES", 1_000)
    out, into = os.pipe()
    os.write(into, b"#" * 2_001)
    with pytest.raises(InputRefused) as refused:
        read(Path(f"/dev/fd/{out}"), piped=True)
    assert refused.value.problem.code == "too-large"
    os.close(out)
    os.close(into)


def test_the_limit_itself_is_read_and_a_byte_more_is_refused(large: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read(large)
    assert refused.value.problem.code == "too-large"
    assert refused.value.problem.place.file == str(large)
    os.truncate(large, FILE_BYTES)
    assert len(read(large)) == FILE_BYTES


REFUSED = [
    ("nothing", "no-registry", "there is no such file or folder"),
    ("folder", "unreadable", "it is a folder"),
    ("file/below", "unreadable", "Not a directory"),
    ("a\0b", "unreadable", "there can be no such path"),
]


@pytest.mark.parametrize(("name", "code", "reason"), REFUSED)
def test_what_cannot_be_read_says_why(name: str, code: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(InputRefused) as refused:
        read(tmp_path / name)
    assert refused.value.problem.code == code
    assert reason in refused.value.problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.touch(0)
    with pytest.raises(InputRefused) as refused:
        read(path)
    assert "Permission denied" in refused.value.problem.message
