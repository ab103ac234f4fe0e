"""One sentence on an entry: can we still apply, and until when."""

from collections.abc import Sequence

from clustercalls.i18n import Language
from clustercalls.model import OPENING, EntryKind, Milestone, StageKind, Status
from clustercalls.query.select import EntryRow, Row
from clustercalls.render import words
from clustercalls.render.dates import say, say_day, say_milestone


def answer(row: EntryRow, stages: Sequence[Row], t: Language, zone: str = "") -> str:
    """Such as "Closing. First stage closes Tue 4 Apr 2017, in 7 days."."""
    stages = [each for each in stages if not each.milestone.stage.cancelled]
    if row.entry.kind is EntryKind.RESOURCE and not stages:
        return t("To consult: nothing to apply for.")
    if row.status is None:
        return _happening(row, stages, t, zone)
    if row.no_deadline:
        return t("Open, no deadline.") + _told(row, t)
    opening = t(STATUS_SENTENCES[row.status])
    today = _opens_today(stages) if row.status is Status.FORECAST else None
    if today is not None:
        return f"{t('Opens today.')} {_from_today(row, today, t, zone)}".strip()
    if row.status is Status.FORECAST and not any(each.milestone.stage.kind in OPENING for each in stages):
        opening = t("Not announced yet, as far as is known.")
    rest = _reason(row, stages, t, zone)
    return f"{opening} {rest}".strip()


STATUS_SENTENCES = {
    Status.FORECAST: "Not open yet.",
    Status.OPEN: "Open.",
    Status.CLOSING: "Closing.",
    Status.CLOSED: "Closed.",
    Status.UNKNOWN: "Not known.",
    Status.SUSPENDED: "Suspended.",
    Status.CANCELLED: "Cancelled.",
    Status.EXHAUSTED: "Closed: the money is spent.",
}


def _reason(row: EntryRow, stages: Sequence[Row], t: Language, zone: str) -> str:
    deadlines = [each for each in stages if each.milestone.stage.kind is StageKind.DEADLINE]
    applying = [each for each in deadlines if not each.milestone.stage.follows]
    if row.status in {Status.OPEN, Status.CLOSING} and row.deadline:
        return _closes(row.deadline, t, zone)
    if row.status is Status.OPEN:
        return t("No deadline is given.") + _told(row, t)
    if row.status is Status.CLOSED and applying:
        last = max(applying, key=lambda each: each.milestone.latest or each.today)
        return _closed(last, t, zone)
    if row.status is Status.FORECAST and row.next and not row.next.unconfirmed:
        return _expected(_announced(stages) or row.next, t, zone)
    if row.status is Status.UNKNOWN and row.unconfirmed:
        return t("Nobody has confirmed it lately.") + _told(row, t)
    come = [each for each in stages if each.milestone.stage.kind in OPENING and each.over]
    if row.status is Status.UNKNOWN and come:
        return f"{_expected(come[-1], t, zone)} {t('No deadline is announced.')}"
    if row.status is Status.UNKNOWN:
        return t("No date is announced.") + _told(row, t)
    return ""


def _opens_today(stages: Sequence[Row]) -> Row | None:
    """The opening, where it is surely that of today."""
    for row in stages:
        when = row.milestone.when
        sure = when is not None and when.is_exact and not (when.uncertain or when.approximate)
        if row.milestone.stage.kind is StageKind.OPENS and sure and row.days_left == 0 and not row.over:
            return row
    return None


def _from_today(row: EntryRow, opening: Row, t: Language, zone: str) -> str:
    """At what hour it opens, else until when."""
    if opening.milestone.instant is not None:
        return _expected(opening, t, zone)
    return _closes(row.deadline, t, zone) if row.deadline else ""


def _announced(stages: Sequence[Row]) -> Row | None:
    """What comes first of what the funder announced, not of what the office set itself."""
    ahead = [
        row for row in stages if row.milestone.when and not row.over and not row.milestone.stage.is_internal
    ]
    return min(ahead, key=lambda row: row.days_left or 0, default=None)


def _closes(row: Row, t: Language, zone: str) -> str:
    label, milestone = _subject(row, t), row.milestone
    if milestone.when and milestone.when.earliest is None:
        return _closes_by(milestone, label, t)
    when, left = say_milestone(milestone, t, zone), words.left(row, t)
    if not left:
        said = t("{stage} closes {date}.", stage=label, date=when)
        return said if label else t("Closes {date}.", date=when)
    if not label:
        return t("Closes {date}, {left}.", date=when, left=left)
    return t("{stage} closes {date}, {left}.", stage=label, date=when, left=left)


def _closes_by(milestone: Milestone, label: str, t: Language) -> str:
    """Of a deadline that is known by its last day alone."""
    last = say_day(milestone.latest, t.code) if milestone.latest else ""
    if label:
        return t("{stage} closes by {date}.", stage=label, date=last)
    return t("Closes by {date}.", date=last)


def _closed(row: Row, t: Language, zone: str) -> str:
    when, left = say_milestone(row.milestone, t, zone), words.left(row, t)
    label = _subject(row, t) or t("deadline").capitalize()
    if not left:
        return t("{stage}: {date}.", stage=label, date=when)
    return t("{stage}: {date}, {left}.", stage=label, date=when, left=left)


def _expected(row: Row, t: Language, zone: str) -> str:
    label = words.stage_label(row.milestone.stage, t)
    when, left = say_milestone(row.milestone, t, zone), words.left(row, t)
    said = ", ".join(each for each in (when, left) if each)
    said = f"{label}: {said}" if label else said
    return f"{said[:1].upper()}{said[1:]}."


def _subject(row: Row, t: Language) -> str:
    """The stage as the subject of a sentence; empty for the one plain deadline."""
    stage = row.milestone.stage
    if stage.id == StageKind.DEADLINE.value and not stage.title:
        return ""
    label = words.stage_label(stage, t)
    return label[:1].upper() + label[1:]


def _happening(row: EntryRow, stages: Sequence[Row], t: Language, zone: str) -> str:
    if row.next and not row.next.unconfirmed:
        return _expected(row.next, t, zone)
    if row.unconfirmed:
        return t("Nobody has confirmed it lately.") + _told(row, t)
    if stages:
        last = max(stages, key=lambda each: each.milestone.latest or each.today)
        said = (say_milestone(last.milestone, t, zone), words.left(last, t))
        return t("Over: {date}.", date=", ".join(each for each in said if each))
    return t("No date is given.")


def _told(row: EntryRow, t: Language) -> str:
    source = row.entry.source
    if row.entry.checked or not source or not source.date:
        return ""
    return " " + t("The source dates from {date}.", date=say(source.date.text, t.code))
