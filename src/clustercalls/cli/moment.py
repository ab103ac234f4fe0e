"""Now, or the moment that was asked for."""

import os

from clustercalls.zones import UTC, Moment, zone_of

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from datetime import datetime

    from clustercalls.config import Config
    from clustercalls.errors import UsageRefused
    from clustercalls.model import Registry
else:
    from _datetime import datetime

YEARS = range(1900, 2200)  # those of registries: from within them no window leaves the calendar


def _asked_for(as_of: str) -> str:
    return as_of or os.environ.get("CLUSTERCALLS_AS_OF", "")


def played_on(as_of: str, zone: str) -> str:
    """Which moment is played, and on which day of the clock in this zone; empty when none is."""
    text = _asked_for(as_of)
    return f"{text} {Moment(datetime.now(UTC), zone).today()}" if text else ""


def moment_of(as_of: str, registry: "Registry", settings: "Config", now: "datetime | None" = None) -> Moment:
    """Now, or the moment asked for on the clock of the registry's zone; a day alone means its first instant.

    The clock is read unless `now` is given, by who has read it already.

    Raises:
        UsageRefused: for a text that is no moment.
    """
    text = _asked_for(as_of)
    now = now or datetime.now(UTC)
    if text:
        try:
            asked = _asked(text.strip(), Moment(now, registry.zone))
        except ValueError:
            raise _refused(text, as_of) from None
        if asked.year not in YEARS:
            raise _refused(text, as_of)
        now = asked.replace(tzinfo=asked.tzinfo or zone_of(registry.zone)).astimezone(UTC)
    return Moment(now, registry.zone, settings.forget_months)


def _asked(text: str, moment: Moment) -> "datetime":
    """A moment in ISO, or a day in people's words, perhaps with its hour; of a month or week the first day.

    Raises:
        ValueError: when it is none.
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        from clustercalls.phrase import dates, windows

        if text.isdecimal():  # a year, an hour?
            raise
        try:
            return datetime.fromisoformat(windows.first_day(text, moment.today()).isoformat())
        except windows.NotAWindow:
            return datetime.fromisoformat(dates.read(text, moment.today()))


def _refused(text: str, as_of: str) -> "UsageRefused":
    from clustercalls.errors import Place, UsageRefused, problem

    return UsageRefused(problem("bad-moment", Place("" if as_of else "CLUSTERCALLS_AS_OF"), value=text))
