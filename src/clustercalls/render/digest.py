"""The digest in words: what opens, closes, takes place, moved, is new, is to be confirmed; or a few calls."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from clustercalls.history import compare
from clustercalls.i18n import Language
from clustercalls.model import DUE, OFF, OPENING, Entry, EntryKind, Registry, StageKind, Status
from clustercalls.query import select
from clustercalls.query.select import EntryRow, Row
from clustercalls.query.wanted import Query
from clustercalls.render import amounts, grouping, words
from clustercalls.render.changes import fact
from clustercalls.render.dates import say, say_day, say_milestone
from clustercalls.render.grouping import By
from clustercalls.render.letter import Item, Letter
from clustercalls.zones import Moment

HEADINGS = ("Late", "Opens", "Closes", "Takes place", "Moved", "New", "To be confirmed")


def page(
    registry: Registry,
    wanted: Query,
    since: date,
    added: frozenset[str],
    moment: Moment,
    t: Language,
    by: By | None = None,
) -> Letter:
    """What lies in the window, and what happened since a day; `added` are the ids known to be new."""
    rows = select.upcoming(registry, wanted, moment)
    entries = select.selected(registry, replace(wanted, window=None), moment)
    told = (
        [_item(row, t) for row in rows if row.late],
        [_item(row, t) for row in rows if row.milestone.stage.kind in OPENING],
        [_item(row, t) for row in rows if row.milestone.stage.kind in DUE and not row.late],
        [_item(row, t) for row in rows if row.milestone.stage.kind not in OPENING | DUE],
        [(entry, item) for entry in entries for item in _moves(entry, since, moment, t)],
        [
            _new(select.entry_row(entry, moment), t)
            for entry in entries
            if _is_new(entry, since, added, moment) and not _is_over(entry, moment)
        ],
        [
            _entry(row, t)
            for row in select.entries(registry, replace(wanted, window=None), moment, unconfirmed=True)
        ],
    )
    sections = grouping.sections(zip(map(t, HEADINGS), told, strict=True), by, t)
    title = t("Calls for proposals, {date}", date=say_day(moment.today(), t.code))
    return Letter(title, sections, (), _footer(moment, t), "", t.code)


def picked(
    rows: Sequence[tuple[EntryRow, Sequence[Row]]], today: date, t: Language, by: By | None = None
) -> Letter:
    """A newsletter: the four facts of each entry and where to read on."""
    told = [(row.entry, _facts(row, stages, t)) for row, stages in rows]
    sections = grouping.sections([(t("Our choice") if by is None else "", told)], by, t, in_order=True)
    title = t("Calls for proposals, {date}", date=say_day(today, t.code))
    return Letter(title, sections, (), "", "", t.code)


def _facts(row: EntryRow, stages: Sequence[Row], t: Language) -> Item:
    entry = row.entry
    not_said = t("the source does not say")
    financed = tuple(t("the money is for {whom}", whom=each.whom) for each in entry.funding if each.whom)
    who = "; ".join(entry.eligibility or (not_said, *financed))
    facts = (
        (t("What"), entry.summary or entry.about or entry.title),
        (t("Who may"), who),
        (t("How much"), amounts.money_in_full(entry, t) or not_said),
        (t("Until when"), "; ".join(_deadlines(stages, t)) or not_said),
    )
    head = tuple(
        each for each in (entry.programme, words.status(row.status, t) if row.status else "") if each
    )
    return Item(
        entry.title, head, tuple(t("{label}: {text}", label=a, text=b) for a, b in facts), words.link(entry)
    )


def _deadlines(stages: Sequence[Row], t: Language) -> Iterator[str]:
    """The deadlines, those that are over only when no other can be met; what else is dated without any.

    A registration that is over says nothing of until when: it is passed over.
    """
    stages = [
        row for row in stages if not row.over or _is_deadline(row) or row.milestone.stage.kind not in DUE
    ]
    due = [row for row in stages if row.milestone.stage.kind in DUE]
    if any(_is_deadline(row) and not row.over and not row.milestone.stage.follows for row in due):
        due = [row for row in due if not (row.over and _is_deadline(row))]
    for row in due or stages:
        label = words.stage_label(row.milestone.stage, t)
        said = ", ".join(each for each in (say_milestone(row.milestone, t), words.left(row, t)) if each)
        yield t("{label}: {text}", label=label, text=said) if label else said
    if stages and not due and stages[0].milestone.entry.kind is EntryKind.CALL:
        yield t("no deadline is announced")


def _is_deadline(row: Row) -> bool:
    return row.milestone.stage.kind is StageKind.DEADLINE


def _item(row: Row, t: Language) -> tuple[Entry, Item]:
    """One milestone."""
    entry = row.milestone.entry
    facts = " · ".join(
        each for each in (entry.programme, amounts.money(entry, t), entry.place, row.milestone.owner) if each
    )
    when = (_state(row.status, t), words.left(row, t), say_milestone(row.milestone, t))
    item = Item(words.what(row, t), _without_gaps(*when), (facts,) if facts else (), words.link(entry))
    return entry, item


def _entry(row: EntryRow, t: Language) -> tuple[Entry, Item]:
    entry = row.entry
    told = entry.source.date if entry.source else None
    if entry.checked:
        said = t("last confirmed {date}", date=say_day(entry.checked, t.code))
    else:
        said = t("as the source said, {date}", date=say(told.text, t.code)) if told else ""
    item = Item(entry.title, _without_gaps(_state(row.status, t), said), (entry.id,), words.link(entry))
    return entry, item


def _new(row: EntryRow, t: Language) -> tuple[Entry, Item]:
    entry, following = row.entry, row.next
    when = (say_milestone(following.milestone, t), words.left(following, t)) if following else ()
    facts = " · ".join(each for each in (entry.programme, amounts.money(entry, t)) if each)
    lines = _without_gaps(entry.summary, facts)
    return entry, Item(entry.title, _without_gaps(_state(row.status, t), *when), lines, words.link(entry))


def _state(status: Status | None, t: Language) -> str:
    """What nobody who reads of a call may miss: that it is off, or waits."""
    return words.status(status, t) if status in OFF or status is Status.SUSPENDED else ""


def _without_gaps(*said: str) -> tuple[str, ...]:
    return tuple(each for each in said if each)


def _is_new(entry: Entry, since: date, added: frozenset[str], moment: Moment) -> bool:
    """Whether it was added since that day, or the document that told of it is no older."""
    if entry.kind is EntryKind.RESOURCE:
        return False
    told = entry.source.date if entry.source else None
    if entry.id in added or told is None or told.latest is None or told.earliest is None:
        return entry.id in added
    return told.latest >= since and told.earliest <= moment.today()


def _is_over(entry: Entry, moment: Moment) -> bool:
    """Whether nobody can do anything about it any more: it was so when it was added, or has become so."""
    rows = select.rows_of(entry, moment)
    return any(row.status is Status.CLOSED for row in rows) or bool(rows and all(row.over for row in rows))


def _moves(entry: Entry, since: date, moment: Moment, t: Language) -> Iterator[Item]:
    off = {compare.STAGE + each.id for each in entry.stages if each.cancelled}
    of_entry, url = _state(entry.status, t), words.link(entry)
    for change in compare.from_history(entry, since, moment.today()):
        if change.field == compare.TRACK:  # nothing of the call moved
            continue
        reasons = "; ".join(each for each in (change.why, change.source) if each)
        when = say_day(change.noticed, t.code) if change.noticed else ""
        lines = _without_gaps(fact(change, entry, t), reasons)
        state = t("cancelled") if change.field in off else of_entry
        yield Item(entry.title, _without_gaps(state, when), lines, url)


def _footer(moment: Moment, t: Language) -> str:
    return t(
        "As of {date}. Uncertain dates are marked: check them with the source.",
        date=say_day(moment.today(), t.code),
    )
