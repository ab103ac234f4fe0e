"""A system that is not supported: one line and exit 3, in a process that believes it is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# What a Python on Windows has not; and the name of the system, once the interpreter itself has started.
PRETENDED = """
import sys
sys.platform = {system!r}
for name in ("fcntl", "pwd", "grp", "termios", "pty", "resource", "syslog"):
    sys.modules[name] = None
"""


def elsewhere(folder: Path, system: str, **variables: str) -> tuple[int, str, str]:
    (folder / "sitecustomize.py").write_text(PRETENDED.format(system=system))
    done = subprocess.run(
        [sys.executable, "-m", "clustercalls", "upcoming", "--as-of", "2016-12-02"],
        env=os.environ | {"PYTHONPATH": str(folder)} | variables,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("system", ["win32", "cygwin", "freebsd15"])
def test_elsewhere_it_says_where_it_runs(tmp_path: Path, system: str) -> None:
    said = (
        f"unsupported: clustercalls runs on Linux and macOS, not on {system}. On Windows, run it inside WSL."
    )
    assert elsewhere(tmp_path, system) == (3, "", f"{said}\n")


def test_in_the_language_of_the_reader(tmp_path: Path) -> None:
    said = "unsupported: clustercalls funziona su Linux e macOS, non su win32. Su Windows, avvialo in WSL.\n"
    assert elsewhere(tmp_path, "win32", LC_ALL="it_IT.UTF-8") == (3, "", said)


def test_where_it_is_supported_nothing_is_loaded_for_it(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "clustercalls", "where"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path, timeout=60)
    assert b" clustercalls.cli\n" in done.stderr
    assert b"clustercalls.cli.elsewhere" not in done.stderr
