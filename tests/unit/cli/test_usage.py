"""What the parser says, in words of the catalogue; what it says otherwise, as it is."""

import pytest

from clustercalls.cli.usage import MEANINGS, misused
from clustercalls.i18n import ENGLISH

SAID = {
    "No such option: --fromat (Possible options: '--format', '--from')": "there is no option --fromat",
    "No such option: -x": "there is no option -x",
    "No such command 'upcomming'. Did you mean 'upcoming'?": "there is no command upcomming",
    "Missing argument 'ID'.": "ID is missing",
    "Missing command.": "a command is missing",
    "": "a command is missing",
    "Option '--kind' requires an argument.": "--kind wants a value",
    "Got unexpected extra argument(s) ()": "too many arguments: ",
    "Invalid value for '--output' / '-o': ": "--output wants a value",
    "Invalid value for 'DIR': ": "DIR wants a value",
    "Option '--due' does not take a value.": "--due takes no value",
    "Got unexpected extra argument(s) (a b)": "too many arguments: a b",
    "Invalid value for '--limit' / '-n': 'x' is not a valid int.": "--limit x: not a whole number",
    "Invalid value for '--limit' / '-n': 'x' is not a valid integer range.": "--limit x: not a whole number",
    "Invalid value for '--limit' / '-n': 0 is not in the range x>=1.": "--limit 0: not 1 or more",
    "A new thing, {command} it.": "A new thing, {command} it",
}


@pytest.mark.parametrize(("message", "meaning"), SAID.items())
def test_each_form_has_its_meaning(message: str, meaning: str) -> None:
    found = misused(message, "clustercalls list")
    said, advice = found.worded(ENGLISH)
    assert said.endswith(meaning)
    assert advice.endswith("See clustercalls list --help")


def test_the_nearest_is_named_without_its_quotes() -> None:
    _, advice = misused(next(iter(SAID)), "clustercalls").worded(ENGLISH)
    assert advice == "Did you mean --format, --from? See clustercalls --help"


def test_every_form_is_met_here() -> None:
    met = {misused(each, "").values[0][1] for each in SAID}
    assert set(MEANINGS.values()) <= met
