"""The log of what was sent: when, under which Message-ID, and which leads. No clock, no disk."""

from datetime import date, datetime

from msgspec import Struct

from clustercalls.limits import SENT_LEADS, SENT_MESSAGES


class Sent(Struct, frozen=True, array_like=True):
    """One message: the moment, its Message-ID if it had one, the day of its lead per key of a reminder."""

    at: datetime
    id: str
    leads: dict[str, date | None]


def with_sent(log: tuple[Sent, ...], sent: Sent) -> tuple[Sent, ...]:
    """The log with one more message, whole; the parts of one make one. The oldest go when there are many."""
    last = log[-1] if log else None
    if last and (last.at, last.id) == (sent.at, sent.id):
        log, sent = log[:-1], Sent(last.at, last.id, last.leads | sent.leads)
    left, kept = SENT_LEADS - len(sent.leads), 0
    for each in reversed(log[-SENT_MESSAGES + 1 :]):
        left -= len(each.leads)
        if left < 0:
            break
        kept += 1
    return (*log[len(log) - kept :], sent)
