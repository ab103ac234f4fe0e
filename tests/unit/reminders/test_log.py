"""The log holds the last messages in their order, each once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clustercalls.limits import SENT_MESSAGES
from clustercalls.reminders import log
from clustercalls.reminders.log import Sent, with_sent

AT = datetime(2027, 3, 1, 7, 30, tzinfo=UTC)
DAY = date(2027, 3, 1)
LATER = AT + timedelta(days=6)


def test_the_parts_of_one_message_are_one() -> None:
    log = with_sent((), Sent(AT, "", {"one": DAY}))
    log = with_sent(log, Sent(AT, "", {"two": None}))
    assert log == (Sent(AT, "", {"one": DAY, "two": None}),)
    assert len(with_sent(log, Sent(AT, "<other>", {"three": None}))) == 2
    assert len(with_sent(log, Sent(LATER, "", {"three": None}))) == 2


def test_the_oldest_goes_first() -> None:
    log: tuple[Sent, ...] = ()
    for number in range(SENT_MESSAGES + 5):
        log = with_sent(log, Sent(AT + timedelta(days=number), "", {}))
    assert (len(log), log[0].at) == (SENT_MESSAGES, AT + timedelta(days=5))


def test_of_many_leads_the_oldest_messages_go_and_the_last_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "SENT_LEADS", 5)
    kept: tuple[Sent, ...] = ()
    for number in range(4):
        leads: dict[str, date | None] = {f"{number}-one": DAY, f"{number}-two": None}
        kept = with_sent(kept, Sent(AT + timedelta(days=number), "", leads))
    assert [each.at.day for each in kept] == [3, 4]
    whole = Sent(LATER, "", dict.fromkeys(map(str, range(9)), DAY))
    assert with_sent(kept, whole) == (whole,)
    assert with_sent((whole,), Sent(LATER, "", {"more": DAY}))[0].leads.keys() == {*whole.leads, "more"}
