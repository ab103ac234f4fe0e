"""The stable rows that machines read: the fields of two Structs, in their order.

Dates are ISO 8601, `when` and `until` EDTF as written, amounts numbers, what is not known null. Fields are
only ever added, at the end.
"""

from datetime import date, datetime
from typing import Any

from msgspec import Struct

from clustercalls.entry_tables import Grants
from clustercalls.model import Entry, EntryKind, Milestone, Moved, Source, StageKind, Status
from clustercalls.query.select import EntryRow, Row
from clustercalls.zones import UNKNOWN, zone_of

NO_SOURCE = Source()
NO_GRANTS = Grants()


class MilestoneRow(Struct, frozen=True, gc=False):
    """A row of `upcoming`. `days_left` counts to `max(earliest, today)`; back, or late, to `latest`."""

    uid: str
    id: str
    kind: EntryKind
    title: str
    programme: str | None
    stage: str
    stage_kind: StageKind
    stage_title: str | None
    when: str | None
    until: str | None
    earliest: date | None
    latest: date | None
    instant: datetime | None
    zone: str | None
    days_left: int | None
    status: Status | None
    unconfirmed: bool
    moved_from: str | None
    track: str | None
    owner: str | None
    place: str | None
    budget: float | int | None
    currency: str | None
    grants_number: int | None
    grant_each: float | int | None
    funding_rate: float | int | None
    url: str | None
    source_title: str | None
    source_url: str | None
    checked: date | None
    tags: tuple[str, ...]
    done: date | None
    late_days: int | None


class ListRow(Struct, frozen=True, gc=False):
    """A row of `list`; the `next_` fields are those of the milestone that comes next, if any."""

    id: str
    kind: EntryKind
    title: str
    programme: str | None
    status: Status | None
    unconfirmed: bool
    track: str | None
    owner: str | None
    place: str | None
    next_stage: str | None
    next_when: str | None
    next_earliest: date | None
    next_latest: date | None
    days_left: int | None
    budget: float | int | None
    currency: str | None
    url: str | None
    source_title: str | None
    source_url: str | None
    checked: date | None
    tags: tuple[str, ...]


def milestone_row(row: Row, zone: str = "") -> MilestoneRow:
    """What machines read of a milestone; `zone` puts the instant on another clock."""
    milestone = row.milestone
    entry, stage, when, until = milestone.entry, milestone.stage, milestone.when, milestone.until
    moved = _newest(entry, stage.id) if entry.history else None
    last = until or when
    return MilestoneRow(
        f"{entry.id}/{stage.id}",
        entry.id,
        entry.kind,
        entry.title,
        entry.programme or None,
        stage.id,
        stage.kind,
        stage.title or None,
        when.text if when else None,
        until.text if until else None,
        when.earliest if when else None,
        last.latest if last else None,
        _instant(milestone, zone),
        stage.zone if stage.zone != UNKNOWN else None,
        row.days_left,
        row.status,
        row.unconfirmed,
        moved.was.text if moved and moved.was else None,
        *_rest(row),
    )


def _late_days(row: Row) -> int | None:
    return -row.days_left if row.late and row.days_left is not None else None


def _rest(row: Row) -> tuple[Any, ...]:
    """What a row of a milestone says from `track` on."""
    milestone, entry = row.milestone, row.milestone.entry
    owner = milestone.owner
    source, grants = entry.source or NO_SOURCE, entry.grants or NO_GRANTS
    return (
        entry.track or None,
        owner or None,
        entry.place or None,
        entry.budget,
        entry.currency or None,
        grants.number,
        grants.each,
        entry.funding[0].rate if entry.funding else None,
        entry.url or None,
        source.title or None,
        source.url or None,
        entry.checked,
        entry.tags,
        milestone.stage.done,
        _late_days(row),
    )


def _instant(milestone: Milestone, zone: str) -> datetime | None:
    instant = milestone.instant if milestone.stage.at else None
    return instant.astimezone(zone_of(zone)) if instant and zone else instant


def _newest(entry: Entry, stage: str) -> Moved | None:
    from clustercalls.history.rows import newest

    return newest(entry, stage)


def list_row(row: EntryRow) -> ListRow:
    """What machines read of an entry."""
    entry, following = row.entry, row.next
    milestone = following.milestone if following else None
    source = entry.source or NO_SOURCE
    return ListRow(
        id=entry.id,
        kind=entry.kind,
        title=entry.title,
        programme=entry.programme or None,
        status=row.status,
        unconfirmed=row.unconfirmed,
        track=entry.track or None,
        owner=entry.owner or None,
        place=entry.place or None,
        next_stage=milestone.stage.id if milestone else None,
        next_when=milestone.when.text if milestone and milestone.when else None,
        next_earliest=milestone.earliest if milestone else None,
        next_latest=milestone.latest if milestone else None,
        days_left=following.days_left if following else None,
        budget=entry.budget,
        currency=entry.currency or None,
        url=entry.url or None,
        source_title=source.title or None,
        source_url=source.url or None,
        checked=entry.checked,
        tags=entry.tags,
    )
