"""What was told, in words and as machines read it."""

from datetime import date, datetime

from msgspec import Struct

from clustercalls.i18n import Language
from clustercalls.reminders.run_terms import STDOUT
from clustercalls.reminders.whole_log import Told
from clustercalls.render.dates import clock, in_zone, say, say_day
from clustercalls.render.safe import safe_text
from clustercalls.zones import zone_of


class LogRow(Struct, frozen=True):
    """A row of `remind --log`; what nobody wrote down, and what does not apply, is null.

    `lead` is as written (`7d`), or why it was told (`moved`); `when` the date as it was then; `at` a
    moment, or a day. Fields are only ever added, at the end.
    """

    uid: str
    id: str
    stage: str
    lead: str | None
    lead_day: date | None
    when: str | None
    at: datetime | date | None
    target: str
    message_id: str | None
    key: str | None


def row(told: Told) -> LogRow:
    """What machines read of it."""
    return LogRow(
        told.uid, told.entry, told.uid.partition("/")[2], told.lead, told.day, told.when, told.at,
        told.target, told.id or None, told.key,
    )  # fmt: skip


def line(told: Told, zone: str, t: Language) -> str:
    """One line: `Mon 1 Mar 2027 07:30 Brussels  one/deadline  30d, 31 Mar 2027  mail:me@example.org  <…>`."""
    unknown = t("unknown")
    lead = told.lead or (t("lead of {date}", date=say_day(told.day, t.code)) if told.day else unknown)
    parts = (
        _at(told.at, zone, t) if told.at else unknown,
        told.uid,
        ", ".join(each for each in (lead, say(told.when, t.code) if told.when else "") if each),
        t("standard output") if told.target == STDOUT else told.target,
        unknown if told.id is None and told.target.startswith("mail:") else told.id or "",
    )
    return safe_text("  ".join(each for each in parts if each)) + "\n"


def _at(at: datetime | date, zone: str, t: Language) -> str:
    """A moment on the registry's clock, or a day."""
    if not isinstance(at, datetime):
        return say_day(at, t.code)
    there = at.astimezone(zone_of(zone))
    return in_zone(f"{say_day(there.date(), t.code)} {clock(there.time().replace(microsecond=0))}", zone, t)
