"""A sample of every trial, as part of the suite; CI runs their short form, `make reliability` all in full."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import damages
import killed_outputs
import kills
import model
import places
import strangers
import texts
import undoes
import writers
from harness import Figures
from strings import STRINGS

QUICK: dict[str, Callable[[Path], Figures]] = {
    "kill at random": lambda folder: kills.kill_at_random(folder, 3, 2),
    "random edits": lambda folder: model.random_edits(folder, 200, seed=int(time.time())),
    "writers at once": lambda folder: writers.writers_at_once(folder, 4, 2, 1),
    "damaged state": lambda _: damages.state_damaged(2, 211, int(time.time()) % 211, (6,)),
    "full disk": lambda folder: places.full_disk(folder, 2),
    "read-only disk": places.read_only_disk,
    "other lines stay": lambda folder: texts.other_lines_stay(folder, 2),
    "hostile text": lambda folder: texts.hostile_text(folder, STRINGS[::12], 2),
}
TRACED: dict[str, Callable[[Path], Figures]] = {
    "order of calls": kills.order_of_calls,
    "hand edits meanwhile": lambda folder: writers.hand_edits(folder, 1),
    "kill at every call": lambda folder: kills.kill_at_every_call(folder, 2),
    "kill, then undo": lambda folder: undoes.undo_after_kills(folder, 3),
    "failing calls": lambda folder: kills.failing_calls(folder, ("EIO",), 2),
    "kill an output": lambda folder: killed_outputs.kill_an_output(folder, 2, ("ics", "outbox")),
    "an output fails": lambda folder: killed_outputs.fail_an_output(folder, ("EIO",), 2, ("vdir", "init")),
}


def test_strangers_are_never_in_each_others_way(tmp_path: Path) -> None:
    figures = strangers.strangers(tmp_path, 60)
    if not figures.tried:
        pytest.skip("only the superuser can be two users")
    assert figures.broken == []


@pytest.mark.parametrize("trial", QUICK.values(), ids=QUICK)
def test_nothing_breaks(trial: Callable[[Path], Figures], tmp_path: Path) -> None:
    assert trial(tmp_path / "trial").broken == []


@pytest.mark.skipif(not kills.HAS_STRACE, reason="strace is not here")
@pytest.mark.parametrize("trial", TRACED.values(), ids=TRACED)
def test_nothing_breaks_at_a_system_call(trial: Callable[[Path], Figures], tmp_path: Path) -> None:
    figures = trial(tmp_path / "trial")
    assert figures.broken == []
    assert figures.tried
