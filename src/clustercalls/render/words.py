"""Codes of the domain as words of the reader: stages, statuses, how long."""

from clustercalls.once import once
from clustercalls.render.dates import in_zone, say_milestone, say_plain

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from clustercalls.i18n import Language
    from clustercalls.model import Entry, EntryKind, Milestone, Stage, StageKind, Status
    from clustercalls.query.select import Row
else:
    from clustercalls.codes import EntryKind, StageKind, Status

MOVED_LATELY = 31  # days
DAYS_COUNTED, MONTHS_COUNTED = 90, 24  # beyond, how long is said in months, then in years

STATUS = {
    Status.FORECAST: "forecast",
    Status.OPEN: "open",
    Status.CLOSING: "closing",
    Status.CLOSED: "closed",
    Status.UNKNOWN: "unknown",
    Status.SUSPENDED: "suspended",
    Status.CANCELLED: "cancelled",
    Status.EXHAUSTED: "exhausted",
}
STAGE = {  # by the kinds of `model`
    "published": "publication",
    "opens": "opening",
    "info_day": "info day",
    "registration": "registration",
    "deadline": "deadline",
    "interview": "interview",
    "decision": "decision",
    "dates": "dates",
    "internal": "internal deadline",
}
KIND = {
    EntryKind.CALL: "call",
    EntryKind.EVENT: "event",
    EntryKind.POLICY: "policy",
    EntryKind.RESOURCE: "resource",
}
ORDINALS = {
    "first": "first stage",
    "second": "second stage",
    "third": "third stage",
    "fourth": "fourth stage",
    "final": "final stage",
    "single": "deadline",
}

# What can be set beside the fields of an entry: keys of a stage, and what stands for several.
OTHER_FIELDS = ("status", "cancelled", "rolling", "when", "until", "at", "rate", "follows", "done")


def all_of(names: "Sequence[str]", t: "Language") -> str:
    """Names in one phrase: `A, B and C`."""
    *others, last = names
    return t("{others} and {last}", others=", ".join(others), last=last) if others else last


def stage_label(stage: "Stage", t: "Language") -> str:
    """What a stage is called: its title, else what its id or its kind says; empty for plain dates."""
    if stage.title:
        return stage.title
    if stage.id in ORDINALS:
        return t(ORDINALS[stage.id])
    if stage.id == stage.kind:
        return "" if stage.kind == StageKind.DATES else t(STAGE[stage.kind])
    return f"{t(STAGE[stage.kind])} ({stage.id})"


def stage_name(entry: "Entry", stage_id: str, t: "Language") -> str:
    """What a stage is called where it has to have a name; one that is no longer there keeps its id."""
    stage = next((each for each in entry.stages if each.id == stage_id), None)
    return stage_id if stage is None else stage_label(stage, t) or t(STAGE[stage.kind])


def field_name(key: str, t: "Language") -> str:
    """What a field of an entry is called; what has no word for people keeps its key."""
    return t(next((name for kind, name in STAGE.items() if f"{kind}" == key), key))


@once
def status(stands: "Status", t: "Language") -> str:
    """What a status is called."""
    return t(STATUS[stands])


def link(entry: "Entry") -> str:
    """Where to read on: its own page, else where its facts were read, else what it links to first."""
    source = entry.source.url if entry.source else ""
    return entry.url or source or (entry.links[0].url if entry.links else "")


def label_by_date(milestone: "Milestone", t: "Language") -> str:
    """What a stage is called beside its date; nothing where that says "no deadline", which tells it."""
    stage = milestone.stage
    label = stage_label(stage, t)
    return "" if milestone.when is None and stage.rolling and label == t(STAGE[stage.kind]) else label


def what(row: "Row", t: "Language") -> str:
    """Title and stage, and for a month after it moved, the date it had."""
    milestone = row.milestone
    label = "" if row.lacks_step else label_by_date(milestone, t)
    said = f"{milestone.entry.title} · {label}" if label else milestone.entry.title
    was = lately_moved(row, t)
    return f"{said} ({t('was {date}', date=was)})" if was else said


def lately_moved(row: "Row", t: "Language") -> str:
    """The date before, when it moved within the last month; else empty."""
    milestone = row.milestone
    if not milestone.entry.history:
        return ""
    from clustercalls.history.rows import before, last_noticed, of_stage

    noticed = last_noticed(milestone.entry, milestone.stage.id)
    if noticed is None or not is_lately(noticed, row.today):
        return ""
    newest = of_stage(milestone.entry, milestone.stage.id)[-1]
    return say_plain(before(milestone.entry, newest), t, (milestone.earliest or row.today).year)


def is_lately(noticed: "date", today: "date") -> bool:
    """Whether a move that was noticed on a day is still told."""
    return 0 <= (today - noticed).days <= MOVED_LATELY


def moved(old: "Milestone", new: "Milestone", t: "Language") -> str:
    """`4 Apr → 6 Apr 2017 (+2 days)`; with hours, `4 Apr 17:00 → Tue 4 Apr 2017 12:00 Brussels`."""
    timed = new.when and (new.stage.at or (new.until and new.stage.until_at))
    return f"{was(old, new, t)} → {(say_milestone if timed else say_plain)(new, t)}{by(old, new, t)}"


def was(old: "Milestone", new: "Milestone", t: "Language") -> str:
    """The date before a move, a shared year left to the new one."""
    year = new.when.earliest.year if new.when and new.when.is_exact and new.when.earliest else 0
    said = say_plain(old, t, year)
    timed = old.instant or old.end
    return in_zone(said, old.zone, t) if timed and old.zone != new.zone else said


def by(old: "Milestone", new: "Milestone", t: "Language") -> str:
    """How far a date moved, as `shift` says it."""
    from clustercalls.history.rows import days_moved

    return shift(days_moved(old, new) or 0, t)


def left(row: "Row", t: "Language", counted: int = DAYS_COUNTED) -> str:
    """How long: `in 3 days`, `in 5 months`, `today`, `any day`; looking back, `3 days ago`; `3 days late`.

    Up to so many `counted` days they are said as days.
    """
    milestone, days = row.milestone, row.days_left
    if row.lacks_step:
        return t("no next step")
    if row.late:
        return _late(-(days or 0), t)
    if row.unconfirmed:
        return t("to be confirmed")
    if days is None:
        return ""
    if days < 0:
        return _ago(-days, t, counted)
    if days == 0:
        return _now(row, t)
    doubtful = milestone.when is not None and not milestone.when.is_exact
    return _ahead_at_least(days, t, counted) if doubtful else _ahead(days, t, counted)


def _late(days: int, t: "Language") -> str:
    if not days:
        return t("late, since today")
    return t("1 day late") if days == 1 else t("{days} days late", days=days)


def _ago(days: int, t: "Language", counted: int) -> str:
    months, years = _whole(days, counted)
    if years:
        return t("{years} years ago", years=years)
    if months:
        return t("{months} months ago", months=months)
    return t("yesterday") if days == 1 else t("{days} days ago", days=days)


@once
def _ahead(days: int, t: "Language", counted: int) -> str:
    months, years = _whole(days, counted)
    if years:
        return t("in {years} years", years=years)
    if months:
        return t("in {months} months", months=months)
    return t("tomorrow") if days == 1 else t("in {days} days", days=days)


@once
def _ahead_at_least(days: int, t: "Language", counted: int) -> str:
    months, years = _whole(days, counted)
    if years:
        return t("in {years}+ years", years=years)
    if months:
        return t("in {months}+ months", months=months)
    return t("in 1+ days") if days == 1 else t("in {days}+ days", days=days)


def _whole(days: int, counted: int = DAYS_COUNTED) -> tuple[int, int]:
    """The whole months, and from two on the whole years, as which people speak of so many days; else 0."""
    if days <= counted:
        return 0, 0
    months = days * 12 * 100 // 36525
    return max(months, 3), (months // 12 if months >= MONTHS_COUNTED else 0)


def _now(row: "Row", t: "Language") -> str:
    milestone = row.milestone
    if milestone.when is not None and not milestone.when.is_exact:
        return t("any day")
    if milestone.until is not None and milestone.earliest != milestone.latest:
        return t("under way") if milestone.earliest and milestone.earliest < row.today else t("starts today")
    return t("today")


def shift(days: int, t: "Language") -> str:
    """` (+2 days)`, ` (-4 months)`; nothing for no shift."""
    if not days:
        return ""
    months, years = _whole(abs(days))
    sign = "+" if days > 0 else "-"
    if years:
        text = t("{years} years", years=f"{sign}{years}")
    elif months:
        text = t("{months} months", months=f"{sign}{months}")
    else:
        text = t("{days} day", days=f"{days:+}") if abs(days) == 1 else t("{days} days", days=f"{days:+}")
    return f" ({text})"
