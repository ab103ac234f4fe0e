"""Only a file that nothing is in goes, and only when nobody holds it."""

from pathlib import Path

from clustercalls.disk.emptied import drop_if_empty
from clustercalls.disk.lock import locked


def test_what_is_empty_goes(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"")
    drop_if_empty(tmp_path / "a.toml")
    assert not (tmp_path / "a.toml").exists()


def test_what_is_not_or_is_held_stays(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"# mine")
    (tmp_path / "b.toml").write_bytes(b"")
    drop_if_empty(tmp_path / "a.toml")
    with locked(tmp_path / "b.toml"):
        drop_if_empty(tmp_path / "b.toml")
    drop_if_empty(tmp_path / "none.toml")
    assert (tmp_path / "a.toml").exists()
    assert (tmp_path / "b.toml").exists()
