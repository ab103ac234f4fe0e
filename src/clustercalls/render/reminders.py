"""Reminders in words: pages grouped by how soon, and the stable JSON that programs read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from clustercalls.i18n import Language
from clustercalls.model import DUE, OPENING, EntryKind, Milestone, Status
from clustercalls.query.select import Row
from clustercalls.reminders.decide import Reason, Reminder
from clustercalls.reminders.gaps import Gap
from clustercalls.reminders.remembered import Remembered, as_it_was
from clustercalls.render import amounts, words
from clustercalls.render.dates import say_day, say_from_to, say_milestone, say_short, say_stretch
from clustercalls.render.letter import Item, Letter, LetterSection
from clustercalls.render.rows import milestone_row
from clustercalls.render.safe import safe_text
from clustercalls.zones import UNKNOWN

# Headings by how many days are left at most.
SOON = ((0, "Today"), (1, "Tomorrow"), (7, "Within a week"), (31, "Within a month"))
LATE, LATER, PAST, CHANGED, CALLED_OFF = "Late", "Later", "Past", "Changed", "Called off"
_HOW = {Reason.CANCELLED: "called off", Reason.GONE: "no longer in the registry"}
HEADINGS = (LATE, *(heading for _, heading in SOON), LATER, PAST, CHANGED, CALLED_OFF)


def page(reminders: Sequence[Reminder], problems: Iterable[str], t: Language, remark: str = "") -> Letter:
    """The page that tells these reminders, in their order within each group."""
    groups: dict[str, list[Item]] = {heading: [] for heading in HEADINGS}
    for each in reminders:
        groups[_group(each)].append(item(each, t))
    sections = tuple(LetterSection(t(heading), tuple(items)) for heading, items in groups.items() if items)
    problems = tuple(problems)
    heading = t("What could not be read in the registry") if problems else ""
    return Letter("", sections, problems, "", heading, t.code, remark)


def no_run(gaps: Sequence[Gap], reminders: Sequence[Reminder], today: date, t: Language) -> str:
    """`no run from 3 to 9 December; 2 told late`; nothing where there is no gap."""
    if not gaps:
        return ""
    days, late = _days(gaps, today, t), sum(each.late for each in reminders)
    if late:
        return t("no run {days}; {late} told late", days=days, late=late)
    return t("no run {days}; nothing told late", days=days)


def _days(gaps: Sequence[Gap], today: date, t: Language) -> str:
    return ", ".join(say_from_to(each.first, each.last, t, today.year) for each in gaps)


def item(reminder: Reminder, t: Language) -> Item:
    """One reminder."""
    milestone = reminder.milestone
    entry = milestone.entry
    if reminder.reason is Reason.OLD:
        return Item(_old(reminder, t), (), (f"clustercalls done --before {reminder.today}",), "")
    label = words.stage_label(milestone.stage, t)
    facts = (
        entry.programme,
        amounts.money(entry, t),
        entry.place,
        _state(reminder, t),
        reminder.milestone.owner,
    )
    doubt = "" if reminder.reason in _HOW else _doubt(milestone, t)
    news = (_news(reminder, t), doubt, milestone.stage.note if reminder.was else "")
    return Item(
        f"{entry.title} · {label}" if label else entry.title,
        tuple(each for each in _when(reminder, t) if each),
        tuple(each for each in (*news, " · ".join(fact for fact in facts if fact)) if each),
        words.link(entry),
    )


def _old(reminder: Reminder, t: Language) -> str:
    count = len(reminder.every)
    return t("1 old step") if count == 1 else t("{count} old steps", count=count)


def _when(reminder: Reminder, t: Language) -> tuple[str, ...]:
    day = say_milestone(reminder.milestone, t)
    if reminder.reason is Reason.GONE:
        return (t("was {date}", date=day),)
    if reminder.reason is Reason.CANCELLED:  # nothing is "in 3 days", nor any day
        return (day,)
    return left(reminder, t), day, _late(reminder, t)


def left(reminder: Reminder, t: Language) -> str:
    """How long: `in 7 days`, `in 29+ days`, `today`, `2 days ago`; nothing for what has no date."""
    latest = reminder.milestone.latest
    if reminder.reason is Reason.LATE:
        return words.left(_row(reminder), t)
    if not reminder.over or latest is None:
        return words.left(_row(reminder), t)
    if reminder.reason is not Reason.LEAD:
        return t("over")
    return words.left(replace(_row(reminder), days_left=(latest - reminder.today).days), t)


def subject(
    reminders: Sequence[Reminder], t: Language, gaps: Sequence[Gap] = (), today: date = date.min
) -> str:
    """The subject of a mail: the nearest one, and how many more; else that there was no run, or errors."""
    if not reminders and gaps:
        return t("There was no run {days}", days=_days(gaps, today, t))
    if not reminders:
        return t("The registry of calls has errors")
    first = reminders[0]
    if first.reason is Reason.OLD:
        return _old(first, t)
    how = _how(first, t)
    said = ": ".join(each for each in (first.milestone.entry.title, how) if each)
    if len(said) > 90:  # noqa: PLR2004 - what mail programs show of a subject
        said = f"{first.milestone.entry.title[: 88 - len(how)]}…: {how}"
    more = len(reminders) - 1
    said = f"{said} " + t("(and {more} more)", more=more) if more else said
    return safe_text(said)


def _how(reminder: Reminder, t: Language) -> str:
    """What has become of it, and how long is left."""
    if reminder.reason in _HOW:
        return t(_HOW[reminder.reason])
    news = {Reason.MOVED: "moved", Reason.BACK: "no longer cancelled"}.get(reminder.reason)
    if reminder.was and not reminder.was.when:
        news = "date announced"
    return ", ".join(each for each in (t(news) if news else "", left(reminder, t)) if each)


def record(reminder: Reminder, language: Language, gaps: Sequence[Gap] = ()) -> dict[str, Any]:
    """What programs read: the fields of `upcoming`, and why and how late this is told; after which gaps."""
    row = milestone_row(_row(reminder))
    fields = {name: getattr(row, name) for name in row.__struct_fields__}
    return {
        "key": reminder.key,
        "reason": reminder.reason,
        "lead": reminder.lead,
        "lead_day": reminder.day,
        "late": reminder.late,
        "was": reminder.was.when or None if reminder.was else None,
        "text": ", ".join((*item(reminder, language).when, item(reminder, language).title)),
        **fields,
        "no_run": [each.edtf for each in gaps] or None,
    }


def _row(reminder: Reminder) -> Row:
    return Row(
        reminder.milestone,
        reminder.status,
        False,
        reminder.days_left,
        reminder.today,
        reminder.over,
        reminder.reason is Reason.LATE,
    )


def _group(reminder: Reminder) -> str:
    if reminder.reason is Reason.CANCELLED:
        return CALLED_OFF
    if reminder.reason in {Reason.LATE, Reason.OLD}:
        return LATE
    if reminder.reason is not Reason.LEAD:
        return CHANGED
    if reminder.over and reminder.milestone.latest != reminder.today:  # an hour ago is today
        return PAST
    if reminder.milestone.zone == UNKNOWN:
        return LATER
    days = reminder.days_left or 0
    return next((heading for most, heading in SOON if days <= most), LATER)


def _state(reminder: Reminder, t: Language) -> str:
    return t("suspended") if reminder.status is Status.SUSPENDED else ""


def _late(reminder: Reminder, t: Language) -> str:
    if not reminder.late or reminder.day is None:
        return ""
    return t("told late: it was due on {date}", date=say_short(reminder.day, t.code, reminder.today.year))


def _news(reminder: Reminder, t: Language) -> str:
    if reminder.reason is Reason.CANCELLED:
        status = reminder.milestone.entry.status
        return t("The money is exhausted.") if status is Status.EXHAUSTED else t("Cancelled.")
    if reminder.reason is Reason.BACK:
        return t("No longer cancelled.")
    if reminder.reason is Reason.GONE:
        return t("No longer in the registry.")
    return _moved(reminder, reminder.was, t) if reminder.was else ""


def _moved(reminder: Reminder, was: Remembered, t: Language) -> str:
    then = as_it_was(was, reminder.milestone)
    if then.when is None:
        return t("The date is announced.")
    old, at = say_stretch(then.when, then.until, t), then.stage.at
    if at and then.when.is_exact and then.when.earliest:
        old = f"{say_day(then.when.earliest, t.code)} {at:%H:%M}"
    said = t("Moved: it was {date}", date=old) + words.by(then, reminder.milestone, t)
    return "; ".join(each for each in (said, *_reasons(then)) if each)


def _reasons(then: Milestone) -> tuple[str, ...]:
    """Why it moved and who says so, where the newest row of history tells of a move away from that date."""
    from clustercalls.history.rows import before, newest

    row = newest(then.entry, then.stage.id)
    if row is None:
        return ()
    told = before(then.entry, row)
    if then.instant and told.instant:
        same = then.instant == told.instant
    else:
        same = (then.earliest, then.latest) == (told.earliest, told.latest)
    return (row.why, row.source) if same else ()


def _doubt(milestone: Milestone, t: Language) -> str:
    """Said of a date that could be any of several days."""
    when = milestone.when
    if when is None or when.is_exact:
        return ""
    verb = _verb(milestone, t)
    if when.earliest:
        return t("{could} any day from {date}", could=verb, date=_day(when.earliest, t))
    return t("{could} any day until {date}", could=verb, date=_day(when.latest, t)) if when.latest else ""


def _verb(milestone: Milestone, t: Language) -> str:
    kind = milestone.stage.kind
    if kind in OPENING:
        return t("could open")
    if kind in DUE:
        return t("could close")
    return t("could take place") if milestone.entry.kind is EntryKind.EVENT else t("could come")


def _day(day: date, t: Language) -> str:
    return say_short(day, t.code, 0)
