"""What tells whether a file, or this program, was changed."""

import os
from pathlib import Path

import pytest

from clustercalls.disk import stamps
from clustercalls.once import known_to


def test_a_file_that_changed_in_size_or_time_or_went(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert stamps.stamp(str(path)) == (str(path), -1, -1)
    path.write_text("x")
    first = stamps.stamp(str(path))
    os.utime(path, (1, 1))
    second = stamps.stamp(str(path))
    path.write_text("xy")
    os.utime(path, (1, 1))
    assert len({first, second, stamps.stamp(str(path))}) == 3


def started_anew() -> None:
    """As another process, which has looked at none of its files."""
    known_to(stamps._written).clear()  # noqa: SLF001 - what a process begins without


@pytest.mark.parametrize("where", ["site-packages", "src"])
def test_another_program(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / where / "clustercalls"
    (package / "disk").mkdir(parents=True)
    inner = package / "disk" / "other.py"
    for each in (package / "__init__.py", inner):
        each.touch()
    monkeypatch.setattr(stamps, "__file__", str(package / "disk" / "stamps.py"))
    before = stamps.program(["disk"])
    inner.write_text("x = 1")
    assert stamps.program(["disk"]) == before  # this process goes on with what it has read
    started_anew()
    assert (stamps.program(["disk"]) == before) == (where == "site-packages")  # installed all at once
    (package / "__init__.py").write_text("x = 1")
    started_anew()
    others = {before, stamps.program(["disk"])}
    monkeypatch.setattr(stamps, "__version__", "other")
    others.add(stamps.program(["disk"]))
    monkeypatch.setenv("PYTHONTZPATH", "/other")
    assert len(others | {stamps.program(["disk"])}) == 4
