"""One act on thousands of entries costs what the entries cost, and never the whole file for each."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

MANY = 2_000
ACTS = {
    "set": ("set", "--kind", "call", "--all-of-these", "owner=anna", "--yes"),
    "set note": ("set", "--kind", "call", "--all-of-these", "note+=Rang.", "title=Same", "--yes"),
    "move": ("move", "--kind", "call", "--all-of-these", "6 apr 2028", "--yes"),
    "confirm": ("confirm", "--kind", "call", "--all-of-these", "--yes", "--as-of", "2026-12-01"),
}
CHANGED = {"set": "owner = ", "set note": "note = ", "move": "2028-04-06", "confirm": "checked = 2026-12-01"}


def within() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))


@pytest.mark.parametrize("act", ACTS)
def test_thousands_of_entries_are_one_act(act: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    entry = '[[call]]\nid = "e{0}"\ntitle = "Call {0}"\ndeadline = 2028-03-01\nchecked = 2025-01-01\n\n'
    path.write_text("".join(entry.format(number) for number in range(MANY)))
    command = [sys.executable, "-m", "clustercalls", *ACTS[act], "-r", str(path)]
    done = subprocess.run(command, preexec_fn=within, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_text().count(CHANGED[act]) == MANY
