"""What a sync is said to have found; what it finds is tried in `test_sync.py`."""

from pathlib import Path

from clustercalls.catalogue.outcome import Altered, FieldChange, Outcome
from clustercalls.catalogue.sources import SourceState
from clustercalls.cli.fetch.news import News
from clustercalls.cli.fetch.sync_report import as_json, as_text, states_shown
from clustercalls.i18n import language

T = language("en")


def test_changes_are_shown_harmless() -> None:
    altered = Altered("1", "", "A \x1b[31mtitle", (FieldChange("budget", None, "5\u202e"),))
    outcome = Outcome(new=("2",), changed=(altered,), gone=(Altered("3", "", "Old"),))
    assert "".join(as_text(News(), [("eu", outcome)], T)) == (
        "new: eu:2\neu:1  A \\x1b[31mtitle\n  budget: none → 5\\u202e\ngone: eu:3  Old\n"
    )
    assert b'"gone":["3"]' in as_json(News(), [("eu", outcome)])
    assert "".join(as_text(News(), [("eu", Outcome())], T)) == ""


def test_a_source_that_was_never_read() -> None:
    (line,) = states_shown([SourceState("eu")], Path("c"), "plain", T)
    assert line == "eu  eu    never fetched\n"


def test_a_source_of_which_all_never_came() -> None:
    state = SourceState("tab", tried="2026-11-27T09:00:00", outcome="incomplete", records=1)
    (line,) = states_shown([state], Path("c"), "plain", T)
    assert line == "tab  tab    tried 2026-11-27 09:00 (UTC), never whole: not all came, 1 call\n"
