"""What cannot be believed is kept, under a name of its own."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clustercalls.reminders.aside import last_use, name_beside, put_aside


@pytest.mark.parametrize(
    ("there", "name"), [([], "m.1.bad"), ([1], "m.2.bad"), ([2], "m.1.bad"), ([1, 2], "m.3.bad")]
)
def test_a_free_name(tmp_path: Path, there: list[int], name: str) -> None:
    for number in there:
        (tmp_path / f"m.{number}.bad").touch()
    assert name_beside(tmp_path / "m").name == name


def test_a_name_that_a_link_has_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "m.1.bad").symlink_to("nowhere")
    assert name_beside(tmp_path / "m").name == "m.2.bad"


def test_a_copy_of_what_was_read_and_a_rename_of_what_could_not_be(tmp_path: Path) -> None:
    path, aside = tmp_path / "m", tmp_path / "m.1.bad"
    path.write_bytes(b"now another")
    put_aside(path, aside, b"read")
    assert (path.exists(), aside.read_bytes(), stat.S_IMODE(aside.stat().st_mode)) == (True, b"read", 0o600)
    put_aside(path, tmp_path / "m.2.bad", None)
    assert (path.exists(), (tmp_path / "m.2.bad").read_bytes()) == (False, b"now another")
    with pytest.raises(FileNotFoundError):
        put_aside(path, tmp_path / "m.3.bad", None)


def test_when_it_was_last_used(tmp_path: Path) -> None:
    (tmp_path / "m").touch()
    os.utime(tmp_path / "m", (0, 86_400))
    assert last_use(tmp_path / "m") == datetime(1970, 1, 2, tzinfo=UTC)
    assert last_use(tmp_path / "n") is None
