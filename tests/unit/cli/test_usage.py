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
    found = misused(message, ["list", "x"])
    said, advice = found.worded(ENGLISH)
    assert said.endswith(meaning)
    assert advice.endswith("See clustercalls list --help")


ICS = "One of ics, todo, vdir, caldav, svg follows. See clustercalls export --help"
ADVISED = [
    ("No such option: --fromat", "list --fromat csv", "Did you mean --format? See clustercalls list --help"),
    ("No such option: --tga", "upcoming --tga", "Did you mean --tag? See clustercalls upcoming --help"),
    ("No such option: --tagg", "list --tagg", "Did you mean --tag? See clustercalls list --help"),
    ("No such option: --verison", "--verison", "Did you mean --version? See clustercalls --help"),
    ("No such option: --colour", "list --colour", "Did you mean --color? See clustercalls list --help"),
    ("No such option: --xyz (Possible options: --tag)", "list --xyz", "See clustercalls list --help"),
    ("No such option: --location", "add --location", "Did you mean --place? See clustercalls add --help"),
    ("No such option: --abstract", "add --abstract", "Did you mean --summary? See clustercalls add --help"),
    ("No such option: -x", "list -x", "See clustercalls list --help"),
    ("No such command 'upcomming'.", "upcomming", "Did you mean upcoming? See clustercalls --help"),
    ("No such command 'rm'.", "rm x", "Did you mean remove? See clustercalls --help"),
    ("No such command 'frobnicate'.", "frobnicate", "See clustercalls --help"),
    ("No such command 'isc'.", "export isc", "Did you mean ics? See clustercalls export --help"),
    ("No such command 'pdf'.", "export pdf", ICS),
    ("Missing command.", "export", ICS),
    ("No such option: --tag", "--tag x upcoming", "Write it behind: clustercalls upcoming --tag"),
    ("No such option: --tag", "--tag list upcoming", "Write it behind: clustercalls upcoming --tag"),
    ("No such option: -r", "-r a.toml list", "Write it behind: clustercalls list -r"),
    ("No such option: --due", "--due --lang it list", "Write it behind: clustercalls list --due"),
    ("No such option: -r", "export -ra.toml ics", "Write it behind: clustercalls export ics -r"),
    ("No such option: --tgg", "--tgg x", "See clustercalls --help"),
]


@pytest.mark.parametrize(("message", "typed", "advice"), ADVISED)
def test_what_may_be_meant_is_named_and_where_it_belongs(message: str, typed: str, advice: str) -> None:
    assert misused(message, typed.split()).worded(ENGLISH)[1] == advice


def test_every_form_is_met_here() -> None:
    met = {misused(each, []).values[0][1] for each in SAID}
    assert set(MEANINGS.values()) <= met
