"""The calendars of a publication: all of it in one, and each call in its own.

They are those of `export ics`, by the same writer: what was published is their memory.
"""

from collections.abc import Container, Iterator
from io import BytesIO

from msgspec.structs import replace

from clustercalls.calendar import component, publish
from clustercalls.calendar.alarms import Ring
from clustercalls.calendar.lines import BrokenCalendar
from clustercalls.calendar.naming import EVENT
from clustercalls.calendar.published import NotOurs, Published, read
from clustercalls.calendar.selection import Selection
from clustercalls.model import Milestone, StageKind
from clustercalls.query.select import upcoming
from clustercalls.query.wanted import Query
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication

WHOLE = "calls.ics"


def path_of(entry_id: str) -> str:
    """Where the calendar of one call is."""
    return f"calls/{entry_id}.ics"


def calendars(publication: Publication, making: Making) -> Iterator[tuple[str, bytes]]:
    """`calls.ics`, and one `calls/ID.ics` a call that has a date or had one; those of calls gone too."""
    every = _milestones(publication)
    yield WHOLE, _calendar(publication, making, every, WHOLE, publication.title)
    by_entry: dict[str, dict[str, Milestone]] = {}
    for key, each in every.items():
        by_entry.setdefault(each.entry.id, {})[key] = each
    titles = {each.id: each.title for each in making.gone}
    titles |= {each.id: each.title for each in publication.entries}
    for entry_id, title in titles.items():
        milestones = by_entry.get(entry_id, {})
        if milestones or _was_published(entry_id, publication, making):
            path = path_of(entry_id)
            yield path, _calendar(publication, making, milestones, path, title)


def ids(publication: Publication, making: Making) -> frozenset[str]:
    """Those of the entries of a publication that have a calendar of their own, as `calendars` makes it."""
    dated = {each.entry.id for each in _milestones(publication).values()}
    return frozenset(
        entry.id
        for entry in publication.entries
        if entry.id in dated or _was_published(entry.id, publication, making)
    )


def _was_published(entry_id: str, publication: Publication, making: Making) -> bool:
    return making.before(f"{publication.folder}{path_of(entry_id)}") is not None


def _milestones(publication: Publication) -> dict[str, Milestone]:
    """The dated milestones ahead, as `export ics` has them, of the kinds that the audience wants."""
    kinds = frozenset(map(StageKind, publication.audience.stage))
    query = Query(stage_kinds=kinds, put_away=True)
    rows = upcoming(publication.registry, query, publication.moment)
    return {row.milestone.uid: row.milestone for row in rows if row.milestone.when and not row.late}


def _calendar(
    publication: Publication, making: Making, milestones: dict[str, Milestone], path: str, name: str
) -> bytes:
    registry = making.whole
    internal = publication.audience.internal
    selection = Selection(
        milestones,
        0,
        registry,
        publication.moment,
        component.Style(publication.t, making.parts[0], ring=Ring(zone=registry.zone), kind=EVENT),
        making.tell,
        making.unfit,
        making.parts,
        for_others=not internal,
    )
    old = _published(making.before(f"{publication.folder}{path}"), making)
    if making.is_narrower:
        old = _only(old, milestones)
    return b"".join(publish.renewed(selection, name, old))


def _published(data: bytes | None, making: Making) -> Published:
    """What a calendar of ours said; nothing where it cannot be read back."""
    if data is None:
        return Published()
    try:
        return read(BytesIO(data), EVENT, making.parts)
    except (NotOurs, BrokenCalendar):
        return Published()


def _only(old: Published, keys: Container[str]) -> Published:
    """What it said of these: what it kept of others may say more than the audience may know by now."""
    kept = {key: each for key, each in old.components.items() if key in keys}
    left = (each.sequence for key, each in old.components.items() if key not in keys)
    return replace(old, components=kept, left=max((old.left, *left)))
