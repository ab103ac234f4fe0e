"""From a registry and a query to the rows that are shown: selecting, counting and ordering, no words."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import standing, timeline
from clustercalls.model import DUE, OFF, Entry, Milestone, Registry, Status
from clustercalls.query.ours import begins_now, lacks_step, late_of, next_step
from clustercalls.query.search import scoring
from clustercalls.query.wanted import Query, has_selected, has_status, is_due, is_hidden, is_selected, matches
from clustercalls.query.within import is_within
from clustercalls.zones import Moment


class Row(Struct, frozen=True, gc=False):
    """One milestone as selected at a moment.

    `over` is decided here, once; `days_left` is negative then, as of what is `late`. With `lacks_step` it
    stands for an entry we go for that has nothing ahead.
    """

    milestone: Milestone
    status: Status | None
    unconfirmed: bool
    days_left: int | None
    today: date
    over: bool
    late: bool = False
    lacks_step: bool = False


class EntryRow(Struct, frozen=True, gc=False):
    """One entry as selected at a moment.

    `next` is the milestone that comes next, else the one that might, had anybody confirmed it; None if none.
    `deadline` is the one by which anybody can apply, if any is ahead. With `no_deadline` one can apply and no
    date is to come.
    """

    entry: Entry
    status: Status | None
    unconfirmed: bool
    next: Row | None
    deadline: Row | None = None
    no_deadline: bool = False


class Behind(Struct, frozen=True):
    """What a selection that came out empty passed over."""

    past: int
    unconfirmed: int
    last_deadline: Milestone | None
    put_away: int = 0


def upcoming(
    registry: Registry, query: Query, moment: Moment, *, standing_too: bool = False
) -> tuple[Row, ...]:
    """The milestones ahead (or, with `query.past`, over) that the query selects, in their order.

    With `standing_too`, also the calls that are open without a deadline and have no stage that says so.
    """
    rows: list[Row] = []
    from_now = begins_now(query, moment)
    # What a long-kept registry is full of is passed over before anything of it is computed.
    looked_at = registry.entries if query.past else timeline.lately(registry.entries, moment.horizon)
    every = query.is_of_every_entry
    score = scoring(query.text)
    for entry in looked_at:
        if is_hidden(entry, query) if every else not (matches(entry, query) and score(entry)):
            continue
        told = _told(entry, query)
        milestones = timeline.milestones(told, called_off=Status.CANCELLED in query.statuses)
        if standing_too and not query.past:
            milestones = timeline.with_standing(told, milestones, moment.zone)
        kept = _kept(milestones, query, moment, entry)
        late = late_of(told, milestones, query, moment) if from_now else []
        is_idle = standing_too and from_now and lacks_step(told, milestones, query, moment)
        if kept or late or is_idle:
            status = timeline.status_of(told, tuple(m for m in milestones if not m.stage.cancelled), moment)
            stands = [(m, _status_of(m, status)) for m in kept]
            rows += [
                _row(m, stage_status, moment, over=query.past)
                for m, stage_status in stands
                if has_status(stage_status, query) and (query.statuses or not standing.is_off(told))
            ]
            if has_status(status, query):
                rows += [late_row(m, status, moment) for m in late]
                rows += [_idle_row(told, status, moment)] * is_idle
    if query.past:
        rows.sort(key=lambda row: timeline.order_past(row.milestone))
    else:
        rows.sort(key=lambda row: _order(row, moment))
    return tuple(rows)


def _order(row: Row, moment: Moment) -> tuple[bool, timeline.OrderKey]:
    key = standing.order_late(row.milestone) if row.late else timeline.order(row.milestone, moment)
    return (row.lacks_step, key)


def _idle_row(entry: Entry, status: Status | None, moment: Moment) -> Row:
    return replace(_row(next_step(entry, moment), status, moment), lacks_step=True)


def late_row(milestone: Milestone, status: Status | None, moment: Moment) -> Row:
    """The row of what is late."""
    return replace(_row(milestone, status, moment, over=True), over=False, late=True)


def entries(
    registry: Registry, query: Query, moment: Moment, *, everything: bool = False, unconfirmed: bool = False
) -> tuple[EntryRow, ...]:
    """The entries the query selects, best match first when it has a text, else soonest first.

    Without `everything`, those that are over, cancelled, unconfirmed or put away are left out; `unconfirmed`
    gives only those that nobody has confirmed lately.
    """
    rows = []
    query = replace(query, put_away=True) if everything else query
    score = scoring(query.text)
    for entry in registry.entries:
        if not matches(entry, query) or not (rank := score(entry)):
            continue
        told = _told(entry, query)
        milestones = timeline.milestones(told)
        row = _entry_row(told, milestones, moment, due=query.due)
        if not has_selected(milestones, query):
            continue
        if not has_status(row.status, query):
            continue
        late = standing.late(told, milestones, moment) if query.due else []
        if late:  # it comes before all that is ahead
            row = replace(row, next=late_row(min(late, key=standing.order_late), row.status, moment))
        # A status that is asked for is shown, current or not: `list --status closed`.
        current = everything or query.statuses or late or is_current(row, milestones)
        if row.unconfirmed if unconfirmed else current:
            rows.append((rank, row))
    rows.sort(key=lambda each: (-each[0], _entry_order(each[1], moment)))
    return tuple(row for _, row in rows)


def selected(registry: Registry, query: Query, moment: Moment) -> tuple[Entry, ...]:
    """The entries the query selects, over or not, in file order."""
    score = scoring(query.text)
    return tuple(
        _told(entry, query)
        for entry in registry.entries
        if matches(entry, query)
        and score(entry)
        and (
            not (query.statuses or query.but.statuses)
            or has_status(timeline.status_of(entry, timeline.milestones(entry), moment), query)
        )
    )


def entry_row(entry: Entry, moment: Moment) -> EntryRow:
    """An entry as it stands at a moment."""
    return _entry_row(entry, timeline.milestones(entry), moment)


def _entry_row(
    entry: Entry, milestones: tuple[Milestone, ...], moment: Moment, *, due: bool = False
) -> EntryRow:
    """With `due`, what comes next is the next that we must do."""
    status = timeline.status_of(entry, milestones, moment)
    ahead = [m for m in milestones if timeline.is_ahead(m, moment) and not standing.is_done_step(m)]
    ahead = [m for m in ahead if is_due(m)] or ahead if due else ahead
    waiting = ahead or [m for m in milestones if timeline.is_unconfirmed(m, moment)]
    following = standing.comes_next(waiting, moment) if waiting else None
    deadline = standing.next_deadline(ahead, moment)
    return EntryRow(
        entry,
        status,
        timeline.is_entry_unconfirmed(entry, milestones, moment),
        _row(following, status, moment) if following and status not in OFF else None,
        _row(deadline, status, moment) if deadline else None,
        standing.is_without_deadline(status, milestones, moment),
    )


def is_current(row: EntryRow, milestones: tuple[Milestone, ...]) -> bool:
    """Whether a list that is asked for nothing shows an entry: not over, not off, confirmed."""
    if row.status in OFF:
        return False
    if row.next is not None:
        return not row.next.unconfirmed
    # A call that was published, its deadline not announced, is what people wait for.
    return (not milestones or row.status in {Status.UNKNOWN, Status.OPEN}) and not row.unconfirmed


def rows_of(entry: Entry, moment: Moment, *, called_off: bool = False) -> tuple[Row, ...]:
    """Every milestone of one entry, over or not, in file order; those called off only when asked for."""
    milestones = timeline.milestones(entry, called_off=called_off)
    status = timeline.status_of(entry, timeline.milestones(entry), moment)
    late = standing.late(entry, [m for m in milestones if not m.stage.cancelled], moment)
    return tuple(
        replace(_row(m, _status_of(m, status), moment, over=timeline.is_over(m, moment)), late=m in late)
        for m in milestones
    )


def _status_of(milestone: Milestone, status: Status | None) -> Status | None:
    """That of its entry, unless the stage alone is called off."""
    return Status.CANCELLED if milestone.stage.cancelled else status


def behind(registry: Registry, query: Query, moment: Moment) -> Behind:
    """Why nothing is ahead: how many entries are past, unconfirmed or put away, and the last deadline."""
    past = unconfirmed = put_away = 0
    deadlines = []
    score = scoring(query.text)
    for entry in registry.entries:
        if not (matches(entry, replace(query, put_away=True)) and score(entry)):
            continue
        if is_hidden(entry, query):
            put_away += 1
            continue
        milestones = timeline.milestones(entry)
        if timeline.is_entry_unconfirmed(entry, milestones, moment):
            unconfirmed += 1
        elif milestones and all(timeline.is_over(m, moment) for m in milestones):
            past += 1
        deadlines += [m for m in milestones if m.stage.kind in DUE and timeline.is_over(m, moment)]
    return Behind(past, unconfirmed, min(deadlines, key=timeline.order_past, default=None), put_away)


def _row(milestone: Milestone, status: Status | None, moment: Moment, *, over: bool = False) -> Row:
    return Row(milestone, status, *standing.seen(milestone, moment, past=over), over)


def _told(entry: Entry, query: Query) -> Entry:
    """The entry as who asks may know it."""
    if not query.for_others:
        return entry
    from clustercalls.query.outward import OTHERS, outward

    return outward(entry, query.may or OTHERS)


def _kept(milestones: Iterable[Milestone], query: Query, moment: Moment, entry: Entry) -> list[Milestone]:
    """Those that are selected of what is told of an entry."""
    kept = [m for m in milestones if is_selected(m, query, entry)]
    if query.past:
        kept = [m for m in kept if timeline.is_over(m, moment)]
    else:
        kept = [m for m in kept if timeline.is_ahead(m, moment) and not standing.is_done_step(m)]
    window = query.window
    return [m for m in kept if is_within(m, window, moment)] if window else kept


def _entry_order(row: EntryRow, moment: Moment) -> timeline.OrderKey:
    if row.next is None:
        return (timeline.LATER_THAN_ANY_DAY, 1, 0, row.entry.id)
    return _order(row.next, moment)[1]
