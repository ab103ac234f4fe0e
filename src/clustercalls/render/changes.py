"""Changes in words, `first stage: 4 Apr → 6 Apr 2017 (+2 days); why; source`, and as machines read them."""

from datetime import date
from functools import lru_cache

from msgspec import Struct

from clustercalls.entry_tables import Grants
from clustercalls.history.compare import CANCELLED, STAGE, Change, What, at_stage
from clustercalls.history.rows import stage_of
from clustercalls.history.text import UNDATED
from clustercalls.i18n import Language
from clustercalls.model import Entry, EntryKind, Stage, StageKind
from clustercalls.render import amounts, words
from clustercalls.render.dates import say_day, say_plain
from clustercalls.render.safe import safe_text

LONGEST = 60  # characters of a value; the rest is for `show`


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A row of `changes`, of one entry or of all; what is not known, and what does not apply, is null.

    `noticed` is the day of `at`, which has an hour where the journal tells; `told_by` is `history`,
    `journal`, or null when two looks were compared. A record of the journal says in words what its `command`
    did, and so has no `what`. Fields are only ever added, at the end.
    """

    id: str
    title: str | None
    what: What | None = None
    field: str | None = None
    was: str | None = None
    now: str | None = None
    days: int | None = None
    noticed: date | None = None
    why: str | None = None
    source: str | None = None
    stage: str | None = None
    at: str | None = None
    told_by: str | None = None
    command: str | None = None
    said: str | None = None


def change_row(change: Change) -> ChangeRow:
    """What machines read of a change."""
    return ChangeRow(
        id=change.id,
        title=change.title or None,
        what=change.what,
        field=change.field or None,
        was=None if change.was == UNDATED else change.was,
        now=None if change.now == UNDATED else change.now,
        days=change.days,
        noticed=change.noticed,
        why=change.why or None,
        source=change.source or None,
        stage=change.field.removeprefix(STAGE) if change.field.startswith(STAGE) else None,
        at=change.noticed.isoformat() if change.noticed else None,
        told_by=change.told_by or None,
    )


def line(change: Change, entry: Entry | None, t: Language) -> str:
    """One change on one line; `entry` as it is now."""
    noticed = f"{say_day(change.noticed, t.code)}  " if change.noticed else ""
    return safe_text(f"{noticed}{change.id}  {said(change, entry, t)}") + "\n"


def said(change: Change, entry: Entry | None, t: Language) -> str:
    """What changed and why, without saying of what."""
    return "; ".join(each for each in (fact(change, entry, t), change.why, change.source) if each)


def fact(change: Change, entry: Entry | None, t: Language) -> str:
    """What changed: `first stage: 4 Apr → 6 Apr 2017 (+2 days)`."""
    if change.what is What.MOVED:
        name = change.field.removeprefix(STAGE)
        return _move(name, stage_of(entry, name) if entry else None, change.was, change.now, t)
    if change.what in {What.CAME, What.WENT}:
        return f"{t('new') if change.what is What.CAME else t('gone')}: {change.title}"
    if change.field == "status":
        was, now = (t(stated) if stated else t("as its dates say") for stated in (change.was, change.now))
        return t("{label}: {text}", label=t("status"), text=f"{was} → {now}")
    if not change.field:
        return t("changed")
    label = t(change.field)
    both = " → ".join(_value(each, change.field, entry, t) for each in (change.was, change.now))
    return t("{label}: {text}", label=label, text=both)


@lru_cache(4096)  # many rows tell the same few days
def _move(name: str, stage: Stage | None, was: str | None, now: str | None, t: Language) -> str:
    """A move of a stage, as it is now, between two dates as looks compare them."""
    label = words.stage_label(stage, t) if stage else name
    both = _dates(stage or Stage(name, StageKind.DATES, ""), was, now, t)
    return t("{label}: {text}", label=label, text=both) if label else both


def _dates(stage: Stage, was: str | None, now: str | None, t: Language) -> str:
    old, new = (at_stage(each, stage) if each else None for each in (was, now))
    if CANCELLED in {was, now}:
        texts = (
            t("cancelled") if text == CANCELLED else say_plain(milestone, t) if milestone else t("none")
            for text, milestone in ((was, old), (now, new))
        )
        return " → ".join(texts)
    if old and new:
        return words.moved(old, new, t)
    return " → ".join(say_plain(each, t) if each else t("none") for each in (old, new))


def _value(text: str | None, field: str, entry: Entry | None, t: Language) -> str:
    """A value as people write it."""
    if text and field == "kind":
        return t(words.KIND[EntryKind(text)])
    if text and entry and field in {"budget", "grants"}:
        try:
            return money_text(text, field, entry.currency, t)
        except ValueError:  # it says itself in which currency it is
            return text
    return _short(text, t)


def money_text(text: str, field: str, currency: str, t: Language) -> str:
    """A budget or grants, as two looks compare them, as people write them.

    Raises:
        ValueError: when it says itself in which currency it is.
    """
    if field == "budget":
        return amounts.amount(float(text), currency, t.code)
    said, _, span = text.partition("|")
    number, *figures = (
        each.strip() for part in (said.partition("×"), span.partition("–")) for each in part[::2]
    )
    return amounts.grants(
        Grants(int(number) if number else None, *(float(each) if each else None for each in figures)),
        currency,
        t,
    )


def _short(text: str | None, t: Language) -> str:
    if not text:
        return t("none")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
