"""What leads a date, and what says it again before its hour."""

import pytest

from clustercalls.phrase.clocks import kinds_of
from clustercalls.phrase.leads import hour_led, once_before_hours, squeezed
from clustercalls.phrase.vocabulary import Word, words


def said(text: str) -> list[Word]:
    """Its words, each in its first meaning that is one."""
    telling = [[word for word in each if word.kind] for each in words(text)]
    return [each[0] for each in telling if each]


@pytest.mark.parametrize(("text", "kinds"), [
    ("until 15 March until 17:00", "Unmn:n"),
    ("by 15 March, until 17:00 CET", "Bnmn:nN"),
    ("from 15 March from 8:00", "Fnmn:n"),
    ("from 15 March until 17:00", "FnmUn:n"),  # from that day, to that hour: of two things
    ("15 March from 8:00", "nmFn:n"),
    ("15 March from 8:00 to 17:00", "nmFn:nTn:n"),  # two hours of one day
    ("15 March from 8:00 to 18 March until 17:00", "nmn:nTnmn:n"),
    ("from 15 March from 8:00 to 18 March until 17:00", "Fnmn:nTnmn:n"),
    ("from 15 to 18 March until 17:00", "FnTnmn:n"),
    ("from 15 to 18 March from 8:00", "FnTnmFn:n"),
    ("", ""),
])  # fmt: skip
def test_what_leads_a_date_is_said_once(text: str, kinds: str) -> None:
    assert kinds_of(once_before_hours(said(text))) == kinds


@pytest.mark.parametrize(("text", "kinds"), [
    ("15 March until 17:00", "Unmn:n"),
    ("15 March by 17:00 CET", "Bnmn:nN"),
    ("from 15 March until 17:00", "FnmUn:n"),
    ("15 March until May", "nmUm"),
])  # fmt: skip
def test_what_leads_an_hour_leads_its_date(text: str, kinds: str) -> None:
    assert kinds_of(hour_led(said(text))) == kinds


def test_several_that_say_one_thing() -> None:
    assert kinds_of(squeezed(said("no later than by 15 March"))) == "Bnm"
    assert kinds_of(squeezed(said("from 15 March"))) == "Fnm"
