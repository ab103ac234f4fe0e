"""From a registry and a query to the rows that are shown: selecting, counting and ordering, no words."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from clustercalls import standing, timeline
from clustercalls.model import DUE, OFF, Entry, EntryKind, Milestone, Registry, StageKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query.search import scoring
from clustercalls.query.within import is_within
from clustercalls.zones import Moment


class Query(Struct, frozen=True):
    """What to select: within a field any value will do, between fields all must hold.

    `for_others` shows what is selected without anything internal.
    """

    kinds: frozenset[EntryKind] = frozenset()
    stage_kinds: frozenset[StageKind] = frozenset()
    programmes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    text: str = ""
    window: Window | None = None
    past: bool = False
    due: bool = False
    for_others: bool = False


class Row(Struct, frozen=True, gc=False):
    """One milestone as selected at a moment. `over` is decided here, once; `days_left` is negative then."""

    milestone: Milestone
    status: Status | None
    unconfirmed: bool
    days_left: int | None
    today: date
    over: bool


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


def upcoming(
    registry: Registry, query: Query, moment: Moment, *, standing_too: bool = False
) -> tuple[Row, ...]:
    """The milestones ahead (or, with `query.past`, over) that the query selects, in their order.

    With `standing_too`, also the calls that are open without a deadline and have no stage that says so.
    """
    rows = []
    # What a long-kept registry is full of is passed over before anything of it is computed.
    looked_at = registry.entries if query.past else timeline.lately(registry.entries, moment.horizon)
    every = query == Query(window=query.window, past=query.past, for_others=query.for_others)
    score = scoring(query.text)
    for entry in looked_at:
        if not every and not (_matches(entry, query) and score(entry)):
            continue
        told = _told(entry, query)
        milestones = timeline.milestones(told, called_off=Status.CANCELLED in query.statuses)
        if standing_too and not query.past:
            milestones = timeline.with_standing(told, milestones, moment.zone)
        kept = _kept(milestones, query, moment)
        if kept:
            status = timeline.status_of(told, tuple(m for m in milestones if not m.stage.cancelled), moment)
            stands = [(m, _status_of(m, status)) for m in kept]
            rows += [
                _row(m, stage_status, moment, over=query.past)
                for m, stage_status in stands
                if (stage_status in query.statuses if query.statuses else not standing.is_off(told))
            ]
    if query.past:
        rows.sort(key=lambda row: timeline.order_past(row.milestone))
    else:
        rows.sort(key=lambda row: timeline.order(row.milestone, moment))
    return tuple(rows)


def entries(
    registry: Registry, query: Query, moment: Moment, *, everything: bool = False, unconfirmed: bool = False
) -> tuple[EntryRow, ...]:
    """The entries the query selects, best match first when it has a text, else soonest first.

    Without `everything`, those that are over, cancelled or unconfirmed are left out; `unconfirmed` gives
    only those that nobody has confirmed lately.
    """
    rows = []
    score = scoring(query.text)
    for entry in registry.entries:
        if not _matches(entry, query) or not (rank := score(entry)):
            continue
        told = _told(entry, query)
        milestones = timeline.milestones(told)
        row = _entry_row(told, milestones, moment)
        if query.stage_kinds and not any(m.stage.kind in query.stage_kinds for m in milestones):
            continue
        if query.due and not any(m.stage.kind in DUE for m in milestones):
            continue
        if query.statuses and row.status not in query.statuses:
            continue
        # A status that is asked for is shown, current or not: `list --status closed`.
        if row.unconfirmed if unconfirmed else everything or query.statuses or _is_current(row, milestones):
            rows.append((rank, row))
    rows.sort(key=lambda each: (-each[0], _entry_order(each[1], moment)))
    return tuple(row for _, row in rows)


def selected(registry: Registry, query: Query, moment: Moment) -> tuple[Entry, ...]:
    """The entries the query selects, over or not, in file order."""
    score = scoring(query.text)
    return tuple(
        _told(entry, query)
        for entry in registry.entries
        if _matches(entry, query)
        and score(entry)
        and (
            not query.statuses
            or timeline.status_of(entry, timeline.milestones(entry), moment) in query.statuses
        )
    )


def is_selected(milestone: Milestone, query: Query) -> bool:
    """Whether the query wants this kind of stage."""
    kind = milestone.stage.kind
    return (not query.stage_kinds or kind in query.stage_kinds) and (not query.due or kind in DUE)


def entry_row(entry: Entry, moment: Moment) -> EntryRow:
    """An entry as it stands at a moment."""
    return _entry_row(entry, timeline.milestones(entry), moment)


def _entry_row(entry: Entry, milestones: tuple[Milestone, ...], moment: Moment) -> EntryRow:
    status = timeline.status_of(entry, milestones, moment)
    ahead = [m for m in milestones if timeline.is_ahead(m, moment)]
    waiting = ahead or [m for m in milestones if timeline.is_unconfirmed(m, moment)]
    following = standing.comes_next(waiting, moment) if waiting else None
    applying = [m for m in ahead if m.when and standing.is_for_all(m)]
    return EntryRow(
        entry,
        status,
        timeline.is_entry_unconfirmed(entry, milestones, moment),
        _row(following, status, moment) if following and status not in OFF else None,
        _row(standing.comes_next(applying, moment), status, moment) if applying else None,
        standing.is_without_deadline(status, milestones, moment),
    )


def rows_of(entry: Entry, moment: Moment, *, called_off: bool = False) -> tuple[Row, ...]:
    """Every milestone of one entry, over or not, in file order; those called off only when asked for."""
    milestones = timeline.milestones(entry, called_off=called_off)
    status = timeline.status_of(entry, timeline.milestones(entry), moment)
    return tuple(_row(m, _status_of(m, status), moment, over=timeline.is_over(m, moment)) for m in milestones)


def _status_of(milestone: Milestone, status: Status | None) -> Status | None:
    """That of its entry, unless the stage alone is called off."""
    return Status.CANCELLED if milestone.stage.cancelled else status


def behind(registry: Registry, query: Query, moment: Moment) -> Behind:
    """Why nothing is ahead: how many selected entries are past or unconfirmed, and the last deadline."""
    past = unconfirmed = 0
    deadlines = []
    score = scoring(query.text)
    for entry in registry.entries:
        if not (_matches(entry, query) and score(entry)):
            continue
        milestones = timeline.milestones(entry)
        if timeline.is_entry_unconfirmed(entry, milestones, moment):
            unconfirmed += 1
        elif milestones and all(timeline.is_over(m, moment) for m in milestones):
            past += 1
        deadlines += [m for m in milestones if m.stage.kind in DUE and timeline.is_over(m, moment)]
    return Behind(past, unconfirmed, min(deadlines, key=timeline.order_past, default=None))


def _row(milestone: Milestone, status: Status | None, moment: Moment, *, over: bool = False) -> Row:
    return Row(milestone, status, *standing.seen(milestone, moment, past=over), over)


def _matches(entry: Entry, query: Query) -> bool:
    """Whether it has what the query asks for; whether it has the words of a text, `scoring` tells."""
    return (
        (not query.kinds or entry.kind in query.kinds)
        and (not query.programmes or entry.programme in query.programmes)
        and (not query.tags or not query.tags.isdisjoint(entry.tags))
        and (not query.tracks or entry.track in query.tracks)
        and (not query.owners or entry.owner in query.owners)
    )


def _told(entry: Entry, query: Query) -> Entry:
    """The entry as who asks may know it."""
    if not query.for_others:
        return entry
    from clustercalls.query.outward import outward

    return outward(entry)


def _kept(milestones: Iterable[Milestone], query: Query, moment: Moment) -> list[Milestone]:
    kept = [m for m in milestones if is_selected(m, query)]
    if query.past:
        kept = [m for m in kept if timeline.is_over(m, moment)]
    else:
        kept = [m for m in kept if timeline.is_ahead(m, moment)]
    window = query.window
    return [m for m in kept if is_within(m, window, moment)] if window else kept


def _is_current(row: EntryRow, milestones: tuple[Milestone, ...]) -> bool:
    if row.status in OFF:
        return False
    if row.next is not None:
        return not row.next.unconfirmed
    # A call that was published, its deadline not announced, is what people wait for.
    waiting = not milestones or row.status in {Status.UNKNOWN, Status.OPEN}
    return waiting and not row.unconfirmed


def _entry_order(row: EntryRow, moment: Moment) -> timeline.OrderKey:
    if row.next is None:
        return (timeline.LATER_THAN_ANY_DAY, 1, 0, row.entry.id)
    return timeline.order(row.next.milestone, moment)
