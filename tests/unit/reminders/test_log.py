"""The log holds the last messages in their order, each once."""

from datetime import UTC, date, datetime, timedelta

from clustercalls.limits import SENT_MESSAGES
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
