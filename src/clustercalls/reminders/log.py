"""The log of what was sent: when, under which Message-ID, and which leads. No clock, no disk."""

from datetime import date, datetime

from msgspec import Struct

from clustercalls.limits import SENT_MESSAGES


class Sent(Struct, frozen=True, array_like=True):
    """One message: the moment, its Message-ID if it had one, the day of its lead per key of a reminder."""

    at: datetime
    id: str
    leads: dict[str, date | None]


def with_sent(log: tuple[Sent, ...], sent: Sent) -> tuple[Sent, ...]:
    """The log with one more message; the parts of one make one."""
    last = log[-1] if log else None
    if last and (last.at, last.id) == (sent.at, sent.id):
        return (*log[:-1], Sent(last.at, last.id, last.leads | sent.leads))
    return (*log, sent)[-SENT_MESSAGES:]
