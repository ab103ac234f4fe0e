"""A refusal names the file in the way, and says what the system says."""

import errno
from pathlib import Path

import pytest

from clustercalls.disk.opening import NotRegular
from clustercalls.disk.refused import cannot_write, not_opened, protected


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.touch()
    return path


def test_the_words_of_the_system_are_not_filled_in() -> None:
    failed = cannot_write(Path("page.html"), OSError(errno.EIO, "{path} {reason}"))
    assert failed.problem.message.endswith("{path} {reason}")


def test_what_is_no_file_is_in_the_way() -> None:
    assert cannot_write(Path("a"), NotRegular("a", "it is a folder")).problem.code == "in-the-way"


def test_a_mode_is_told_with_what_would_change_it(file: Path) -> None:
    found = protected(file, 0o100444, "u+w").problem
    assert found.message == "its mode, 0444, keeps it from being written"
    assert found.hint.endswith(f"chmod u+w {file}")


DENIED = PermissionError(errno.EACCES, "Permission denied")
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("there", "error", "code", "named"),
    [
        (True, DENIED, "protected", "calls.toml"),
        (True, FULL, "cannot-write", "calls.toml"),
        (False, DENIED, "cannot-write", ""),
        (False, FULL, "cannot-write", ""),
    ],
)
def test_what_is_in_the_way_is_named(there: bool, error: OSError, code: str, named: str, file: Path) -> None:
    if not there:
        file.unlink()
    found = not_opened(file, error).problem
    assert (found.code, found.place.file) == (code, str(file.parent / named))
    if code == "protected":
        assert found.hint.endswith(f"chmod g+rw {file}")
