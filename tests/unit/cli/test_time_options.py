"""The window that is typed, else that of the config; the day of a `--since`, none of those to come."""

from datetime import date
from pathlib import Path

import pytest

from builders import at
from clustercalls.cli.time_options import since_of, window_of
from clustercalls.config import Config
from clustercalls.errors import InputRefused, Refusal, UsageRefused
from clustercalls.query.wanted import Query

NOW = at("2017-03-01T12:00")
CONFIG = Config(path=Path("config.toml"), window="30d")


@pytest.mark.parametrize(
    ("text", "settings", "past", "last"),
    [
        ("2w", CONFIG, False, date(2017, 3, 15)),
        ("", CONFIG, False, date(2017, 3, 31)),
        ("2w", CONFIG, True, date(2017, 3, 1)),
    ],
)
def test_the_one_typed_wins(text: str, settings: Config, past: bool, last: date) -> None:
    found = window_of(Query(text="smes"), text, settings, NOW, past=past)
    assert found.window is not None
    assert (found.window.last, found.past, found.text) == (last, past, "smes")


def test_without_any_everything_is_meant() -> None:
    assert window_of(Query(), "", Config(), NOW, past=True) == Query(past=True)


@pytest.mark.parametrize(
    ("text", "settings", "ahead_only", "refusal", "said"),
    [
        ("soon", CONFIG, False, UsageRefused, "soon"),
        ("2016", Config(), False, UsageRefused, "--past"),
        ("2016", Config(), True, UsageRefused, "this command looks ahead"),
        ("", Config(path=Path("config.toml"), window="soon"), False, InputRefused, "soon"),
    ],
)
def test_what_is_no_window(
    text: str, settings: Config, ahead_only: bool, refusal: type[Refusal], said: str
) -> None:
    with pytest.raises(refusal, match=said) as refused:
        window_of(Query(), text, settings, NOW, past=False, ahead_only=ahead_only)
    place = refused.value.problem.place
    assert (place.file, place.field) == (("", "") if text else ("config.toml", "window"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7d", date(2017, 2, 22)),
        ("2w", date(2017, 2, 15)),
        ("yesterday", date(2017, 2, 28)),
        ("today", date(2017, 3, 1)),
        ("monday", date(2017, 2, 27)),
        ("2017-02-03", date(2017, 2, 3)),
        ("2017-02", date(2017, 2, 1)),
        ("3 weeks ago", date(2017, 2, 8)),
        ("tre mesi", date(2016, 12, 1)),
        ("la segunda pasada", date(2017, 2, 27)),
        ("letzten Mittwoch", date(2017, 2, 22)),
    ],
)
def test_a_since_is_seen_from_today(text: str, day: date) -> None:
    assert since_of(text, NOW) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not understood"),
        ("..2017-02-01", "it has no first day"),
        ("lately", "not understood"),
        ("tomorrow", "it has not come yet"),
        ("2017-03-02", "it has not come yet"),
        ("in 3 weeks", "it has not come yet"),
        ("next friday", "this one or the one after? Write its date"),
        ("300y", "it is longer than 200 years"),
    ],
)
def test_what_names_no_day_before_tomorrow(text: str, reason: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        since_of(text, NOW)
    assert refused.value.problem.code == "bad-since"
    assert refused.value.problem.message.endswith(f": {reason}")
