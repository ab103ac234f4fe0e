"""What was said of a field: its days as one text, and as what says them again."""

import subprocess
import sys

import pytest

from clustercalls.phrase.said import Said


@pytest.mark.parametrize(("said", "text", "typed"), [
    (Said(), "", ""), (Said("2027-04"), "2027-04", "2027-04"),
    (Said("2027-04-05T17:00", zone="CET"), "2027-04-05T17:00", "2027-04-05 17:00 CET"),
    (Said("2027-04-05", until="2027-04-06"), "2027-04-05/2027-04-06", "from 2027-04-05 to 2027-04-06"),
    (
        Said("2027-04-05T17:00", opens="2027-03-01"), "2027-03-01/2027-04-05",
        "from 2027-03-01 to 2027-04-05 17:00",
    ),
])  # fmt: skip
def test_its_days_as_one_text(said: Said, text: str, typed: str) -> None:
    assert (said.text, said.typed) == (text, typed)


def test_who_only_names_it_need_not_know_the_words_of_dates() -> None:
    script = (
        "import sys, clustercalls.phrase.said; print(*(each for each in sys.modules if '.phrase.' in each))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["clustercalls.phrase.said"]
