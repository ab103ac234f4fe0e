"""Some hundred random merges of two sides, judged by a model; `make random-merges` tries 100,000."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "reliability"))
from merges import random_merges


def test_nothing_is_lost_unreadable_or_chosen_in_silence() -> None:
    assert random_merges(300, seed=int(time.time())).broken == []
