"""What `merge` writes where git cannot be asked; all else in tests/acceptance/test_merge.py."""

from pathlib import Path

import pytest

from conftest import Run


@pytest.mark.parametrize(("ours", "wanted"), [
    (b"[[a", b"<<<<<<< ours\n[[a\n=======\nb = \n>>>>>>> theirs\n"),
    (b"", b"<<<<<<< ours\n=======\nb = \n>>>>>>> theirs\n"),
])  # fmt: skip
def test_both_are_kept_whole(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ours: bytes, wanted: bytes
) -> None:
    monkeypatch.setenv("PATH", "")
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, data in zip(paths, (b"", ours, b"b = \n"), strict=True):
        path.write_bytes(data)
    ran = run("merge", *paths)
    assert (ran.code, "not-merged" in ran.err) == (3, True)
    assert paths[1].read_bytes() == wanted


def test_a_file_that_says_so_already_is_not_touched(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(b"schema = 1\n")
    before = path.stat()
    assert run("merge", path, path, path).code == 0
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
