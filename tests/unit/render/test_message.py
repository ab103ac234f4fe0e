"""A message wrapped at words: what one copies out of it stays in one piece, at every width."""

import re

import pytest

from clustercalls.cli.output import line_of, where
from clustercalls.errors import Place, problem
from clustercalls.i18n import LANGUAGES, language
from clustercalls.render.message import wrapped
from clustercalls.render.width import width

WIDTHS = pytest.mark.parametrize("wide", [40, 60, 80, 140])
WHOLE = [
    "clustercalls list --all",
    "clustercalls digest -f html",
    "clustercalls export ics -o '/srv/my calendars/soil.ics'",
    "clustercalls set innosup-1 url=https://example.org/a/b",
    "clustercalls init my/calls.toml",
    "`a title of many words that was typed`",
    "'two words'",
    "chgrp office /srv/office/calls.toml",
    'source = { title = "Work programme", url = "https://example.org/wp", date = 2026-12-01 }',
    "innosup-cluster-facilitated-projects-for-new-value-chains-2027",
    "/srv/office/calls/2027/innosup/consortium-agreement-final.docx",
    "https://example.org/opportunities/portal/screen/topic-details/horizon-2027-cl5-d3",
]

AFTER = ", and a good many words behind it, as there are in messages."


@WIDTHS
@pytest.mark.parametrize("whole", WHOLE)
def test_what_one_copies_is_in_one_piece(whole: str, wide: int) -> None:
    for before in ("", "a few words ahead of it which take most of a line: ", "so: "):
        said = wrapped(f"{before}{whole}{AFTER}", wide)
        assert whole in said
        assert said.split() == f"{before}{whole}{AFTER}".split()
        for line in said.splitlines():
            assert width(line) <= wide or whole in line


@pytest.mark.parametrize("code", LANGUAGES)
@WIDTHS
def test_a_problem_begins_with_its_place_in_one_piece(code: str, wide: int) -> None:
    found = problem("weekend-deadline", Place("my office/the calls.toml", 12, "soil"), when="x", weekday="y")
    line = line_of(found, language(code))
    said = wrapped(line, wide, where(found))
    assert said.startswith("my office/the calls.toml:12:")
    assert re.sub(r"\n +", " ", said) == line


def test_what_fits_and_what_is_set_in_stay_so() -> None:
    assert wrapped("short", 60) == "short"
    assert wrapped("  1. one two three", 12) == "  1. one two\n    three"
    assert wrapped("one\n\ntwo  three", 60) == "one\n\ntwo  three"
    assert wrapped("漢字 漢字 漢字", 10) == "漢字 漢字\n  漢字"
    assert wrapped("x" * 70, 60) == "x" * 70


def test_apostrophes_within_words_hold_nothing_together() -> None:
    text = "l'innovazione dei porti e delle reti porta all'attività di tutti i soci"
    assert max(map(len, wrapped(text, 30).split("\n"))) <= 30
    assert "'a b c d e f g h'" in wrapped("x " * 10 + "'a b c d e f g h'", 24)
