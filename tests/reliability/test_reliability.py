"""The quick form of every trial, as part of the suite; `make reliability` runs them in full."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import trials
from strings import STRINGS
from trials import Figures

QUICK: dict[str, Callable[[Path], Figures]] = {
    "kill at random": lambda folder: trials.kill_at_random(folder, 3, 6),
    "writers at once": lambda folder: trials.writers_at_once(folder, 4, 2, 1),
    "full disk": lambda folder: trials.full_disk(folder, 2),
    "read-only disk": trials.read_only_disk,
    "hostile text": lambda folder: trials.hostile_text(folder, STRINGS[::12], 6),
}
TRACED: dict[str, Callable[[Path], Figures]] = {
    "order of calls": trials.order_of_calls,
    "kill at every call": lambda folder: trials.kill_at_every_call(folder, 6),
    "failing calls": lambda folder: trials.failing_calls(folder, ("EIO",), 6),
}


@pytest.mark.parametrize("trial", QUICK.values(), ids=QUICK)
def test_nothing_breaks(trial: Callable[[Path], Figures], tmp_path: Path) -> None:
    assert trial(tmp_path / "trial").broken == []


@pytest.mark.skipif(not trials.HAS_STRACE, reason="strace is not here")
@pytest.mark.parametrize("trial", TRACED.values(), ids=TRACED)
def test_nothing_breaks_at_a_system_call(trial: Callable[[Path], Figures], tmp_path: Path) -> None:
    figures = trial(tmp_path / "trial")
    assert figures.broken == []
    assert figures.tried
