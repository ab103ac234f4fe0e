"""A file that is not to be written is refused, with what would allow it."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.protection import refuse_protected
from clustercalls.errors import WorldFailed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.touch()
    return path


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555, 0o000])
def test_what_nobody_is_to_write_is_refused_to_everybody(mode: int, file: Path) -> None:
    file.chmod(mode)
    with pytest.raises(WorldFailed) as refused:
        refuse_protected(file)
    found = refused.value.problem
    assert (found.code, found.place.file) == ("protected", str(file))
    assert found.message == f"its mode, {mode:04o}, keeps it from being written"
    assert found.hint.endswith(f"chmod u+w {file}")
    link = file.with_name("link")
    link.symlink_to(file)
    with pytest.raises(WorldFailed):
        refuse_protected(link)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o666, 0o200])
def test_what_one_may_write_passes(mode: int, file: Path) -> None:
    file.chmod(mode)
    refuse_protected(file)


def test_what_is_not_there_is_said_elsewhere(tmp_path: Path) -> None:
    refuse_protected(tmp_path / "none")


@pytest.mark.parametrize("allowed", [True, False])
def test_a_file_of_another_is_asked_for_and_its_owner_can_open_it(
    allowed: bool, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two real users are in the trial of strangers; here the system's answer alone is another."""
    file.chmod(0o644)
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    monkeypatch.setattr(os, "access", lambda *_, **__: allowed)
    if allowed:
        refuse_protected(file)
        return
    with pytest.raises(WorldFailed) as refused:
        refuse_protected(file)
    assert refused.value.problem.hint.endswith(f"chmod g+w {file}")


def test_a_disk_that_is_read_only_says_so_itself(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(os, "geteuid", lambda: 61_002)
    flags = os.ST_RDONLY
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result((*(0,) * 8, flags, 0)))
    refuse_protected(file)
    flags = 0
    with pytest.raises(WorldFailed):
        refuse_protected(file)
