"""When a target's run was last, and the days without one. No clock, no disk.

A day is enough: who runs more often than once a day misses nothing by it, and a run of the same day has
nothing new to remember.
"""

from datetime import date, timedelta

from msgspec import Struct

from clustercalls.phrase.periods import Period

DAY = timedelta(days=1)


class Gap(Struct, frozen=True, array_like=True):
    """The first and the last day without a run."""

    first: date
    last: date

    @property
    def edtf(self) -> str:
        """As an interval of EDTF."""
        return f"{self.first}/{self.last}"


class Runs(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The day of the last run for a target, and the gaps before it that this target was not told of yet."""

    last: date
    gaps: tuple[Gap, ...] = ()


def after_run(before: Runs | None, today: date, every: Period | None) -> Runs:
    """What to remember of a run of today, for a line that runs so often; None when nobody said how often.

    There is a gap when the last run is longer ago than twice that. A run that lies ahead was of a clock gone
    wrong, and tells nothing.
    """
    if before is None:
        return Runs(today)
    if every and _is_over(before.last, today, every):
        return Runs(today, (*before.gaps, Gap(before.last + DAY, today - DAY)))
    return Runs(today, before.gaps)


def _is_over(last: date, today: date, every: Period) -> bool:
    try:
        return every.before(every.before(today)) > last
    except OverflowError:
        return False
