"""From a registry and a query to the rows that are shown: selecting, counting and ordering, no words."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from clustercalls import timeline
from clustercalls.model import DUE, OFF, Entry, EntryKind, Milestone, Registry, StageKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query.search import scoring
from clustercalls.query.standing import is_without_deadline, status_of, with_standing
from clustercalls.zones import Moment


class Query(Struct, frozen=True):
    """What to select: within a field any value will do, between fields all must hold."""

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
    With `no_deadline` one can apply and no date is to come.
    """

    entry: Entry
    status: Status | None
    unconfirmed: bool
    next: Row | None
    no_deadline: bool = False


class Behind(Struct, frozen=True):
    """What a selection that came out empty passed over."""

    past: int
    unconfirmed: int
    last_deadline: Milestone | None


def upcoming(registry: Registry, query: Query, moment: Moment, *, standing: bool = False) -> tuple[Row, ...]:
    """The milestones ahead (or, with `query.past`, over) that the query selects, in their order.

    With `standing`, also the calls that are open without a deadline and have no stage that says so.
    """
    rows = []
    # What a long-kept registry is full of is passed over before anything of it is computed.
    looked_at = registry.entries if query.past else timeline.lately(registry.entries, moment.horizon)
    every = query == Query(window=query.window, past=query.past)
    score = scoring(query.text)
    for entry in looked_at:
        if not every and not (_matches(entry, query) and score(entry)):
            continue
        its = timeline.milestones(entry, called_off=Status.CANCELLED in query.statuses)
        if standing and entry.status is Status.OPEN and not query.past:
            its = with_standing(entry, its, moment)
        kept = _kept(its, query, moment)
        if kept:
            status = status_of(entry, tuple(m for m in its if not m.stage.cancelled), moment)
            stands = [(m, _status_of(m, status)) for m in kept]
            rows += [
                _row(m, each, moment, over=query.past)
                for m, each in stands
                if (each in query.statuses if query.statuses else entry.status not in OFF)
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
        its = timeline.milestones(entry)
        row = _entry_row(entry, its, moment)
        if query.stage_kinds and not any(m.stage.kind in query.stage_kinds for m in its):
            continue
        if query.due and not any(m.stage.kind in DUE for m in its):
            continue
        if query.statuses and row.status not in query.statuses:
            continue
        # A status that is asked for is shown, current or not: `list --status closed`.
        if row.unconfirmed if unconfirmed else everything or query.statuses or _is_current(row, its):
            rows.append((rank, row))
    rows.sort(key=lambda each: (-each[0], _entry_order(each[1], moment)))
    return tuple(row for _, row in rows)


def selected(registry: Registry, query: Query, moment: Moment) -> tuple[Entry, ...]:
    """The entries the query selects, over or not, in file order."""
    score = scoring(query.text)
    return tuple(
        entry
        for entry in registry.entries
        if _matches(entry, query)
        and score(entry)
        and (not query.statuses or status_of(entry, timeline.milestones(entry), moment) in query.statuses)
    )


def is_selected(milestone: Milestone, query: Query) -> bool:
    """Whether the query wants this kind of stage."""
    kind = milestone.stage.kind
    return (not query.stage_kinds or kind in query.stage_kinds) and (not query.due or kind in DUE)


def entry_row(entry: Entry, moment: Moment) -> EntryRow:
    """An entry as it stands at a moment."""
    return _entry_row(entry, timeline.milestones(entry), moment)


def _entry_row(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> EntryRow:
    status = status_of(entry, its, moment)
    ahead = [m for m in its if timeline.is_ahead(m, moment)]
    waiting = ahead or [m for m in its if timeline.is_unconfirmed(m, moment)]
    following = min(waiting, key=lambda m: timeline.order(m, moment), default=None)
    return EntryRow(
        entry,
        status,
        timeline.is_entry_unconfirmed(entry, its, moment),
        _row(following, status, moment) if following and status not in OFF else None,
        is_without_deadline(status, its, moment),
    )


def rows_of(entry: Entry, moment: Moment, *, called_off: bool = False) -> tuple[Row, ...]:
    """Every milestone of one entry, over or not, in file order; those called off only when asked for."""
    its = timeline.milestones(entry, called_off=called_off)
    status = status_of(entry, timeline.milestones(entry), moment)
    return tuple(_row(m, _status_of(m, status), moment, over=timeline.is_over(m, moment)) for m in its)


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
        its = timeline.milestones(entry)
        if timeline.is_entry_unconfirmed(entry, its, moment):
            unconfirmed += 1
        elif its and all(timeline.is_over(m, moment) for m in its):
            past += 1
        deadlines += [m for m in its if m.stage.kind in DUE and timeline.is_over(m, moment)]
    return Behind(past, unconfirmed, min(deadlines, key=timeline.order_past, default=None))


def _row(milestone: Milestone, status: Status | None, moment: Moment, *, over: bool = False) -> Row:
    return Row(
        milestone,
        status,
        timeline.is_unconfirmed(milestone, moment),
        timeline.days_left(milestone, moment, past=over),
        moment.today(milestone.zone),
        over,
    )


def _matches(entry: Entry, query: Query) -> bool:
    """Whether it has what the query asks for; whether it has the words of a text, `scoring` tells."""
    return (
        (not query.kinds or entry.kind in query.kinds)
        and (not query.programmes or entry.programme in query.programmes)
        and (not query.tags or not query.tags.isdisjoint(entry.tags))
        and (not query.tracks or entry.track in query.tracks)
        and (not query.owners or entry.owner in query.owners)
    )


def _kept(its: Iterable[Milestone], query: Query, moment: Moment) -> list[Milestone]:
    kept = [m for m in its if is_selected(m, query)]
    if query.past:
        kept = [m for m in kept if timeline.is_over(m, moment)]
    else:
        kept = [m for m in kept if timeline.is_ahead(m, moment)]
    window = query.window
    return [m for m in kept if _in_window(m, window, moment)] if window else kept


def _in_window(milestone: Milestone, window: Window, moment: Moment) -> bool:
    """Whether some day it could fall on is in the window; what has no date is in none.

    An end of the window that is today is now, whatever day it is on the milestone's own calendar.
    """
    if milestone.when is None:
        return False
    today, its_today = moment.today(), moment.today(milestone.zone)
    first = min(today, its_today) if window.first == today else window.first
    last = max(today, its_today) if window.last == today else window.last
    earliest, latest = milestone.earliest, milestone.latest
    starts_in_time = last is None or earliest is None or earliest <= last
    ends_in_time = first is None or latest is None or latest >= first
    return starts_in_time and ends_in_time


def _is_current(row: EntryRow, its: tuple[Milestone, ...]) -> bool:
    if row.status in OFF:
        return False
    if row.next is not None:
        return not row.next.unconfirmed
    # A call that was published, its deadline not announced, is what people wait for.
    waiting = not its or row.status in {Status.UNKNOWN, Status.OPEN}
    return waiting and not row.unconfirmed


def _entry_order(row: EntryRow, moment: Moment) -> timeline.OrderKey:
    if row.next is None:
        return (timeline.LATER_THAN_ANY_DAY, 1, 0, row.entry.id)
    return timeline.order(row.next.milestone, moment)
