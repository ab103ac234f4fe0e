"""What is asked for: the query, and whether an entry or a milestone is what it wants."""

from collections.abc import Iterable

from msgspec import Struct

from clustercalls.model import DUE, Entry, EntryKind, Milestone, StageKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query.answered import is_met

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from clustercalls.query.outward import Knows


class Values(Struct, frozen=True):
    """Values of fields: kinds of entries and stages, what entries say, and how calls stand."""

    kinds: frozenset[EntryKind] = frozenset()
    stage_kinds: frozenset[StageKind] = frozenset()
    programmes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()


NONE = Values()


class Query(Values, frozen=True):
    """What to select: within a field any value will do, between fields all must hold.

    What has any value of `but` is left out. What we put away is selected where `tracks` ask for it, or with
    `put_away`. `for_others` shows what is selected without anything internal; `may`, if it is said, is how
    much more of it they are told.
    """

    text: str = ""
    window: Window | None = None
    past: bool = False
    due: bool = False
    for_others: bool = False
    put_away: bool = False
    but: Values = NONE
    may: "Knows | None" = None

    @property
    def is_of_every_entry(self) -> bool:
        """Whether it asks nothing of entries, nor of their stages but when they are."""
        return self == Query(
            window=self.window,
            past=self.past,
            for_others=self.for_others,
            put_away=self.put_away,
            may=self.may,
        )


def is_hidden(entry: Entry, query: Query) -> bool:
    """Whether it is put away, and nobody asked for such ones."""
    return entry.is_put_away and not (query.put_away or query.tracks)


def matches(entry: Entry, query: Query) -> bool:
    """Whether it has what the query asks for; whether it has the words of a text, `scoring` tells."""
    return (
        not is_hidden(entry, query)
        and (not query.kinds or entry.kind in query.kinds)
        and (not query.programmes or entry.programme in query.programmes)
        and (not query.tags or not query.tags.isdisjoint(entry.tags))
        and (not query.tracks or _has_track(entry, query.tracks))
        and (not query.owners or not query.owners.isdisjoint(owners_of(entry)))
        and (query.but is NONE or not _has_any(entry, query.but))
    )


def _has_track(entry: Entry, tracks: frozenset[str]) -> bool:
    """Whether its word, or what that means, is one of these."""
    return entry.track in tracks or entry.meaning in tracks


def owners_of(entry: Entry) -> frozenset[str]:
    """Who of us looks after it, and after stages of it."""
    return frozenset({entry.owner, *(each.owner for each in entry.stages)}) - {""}


def _has_any(entry: Entry, values: Values) -> bool:
    """Whether it has one of these; of owners, whether it has no other."""
    return (
        entry.kind in values.kinds
        or entry.programme in values.programmes
        or not values.tags.isdisjoint(entry.tags)
        or _has_track(entry, values.tracks)
        or (entry.owner in values.owners and owners_of(entry) <= values.owners)
    )


def has_status(status: Status | None, query: Query) -> bool:
    """Whether the query wants what stands like this."""
    return (not query.statuses or status in query.statuses) and status not in query.but.statuses


def is_selected(milestone: Milestone, query: Query, entry: Entry | None = None) -> bool:
    """Whether the query wants this kind of stage, of this owner.

    `entry` is that of the milestone where this one has lost what is internal.
    """
    kind = milestone.stage.kind
    wants = (not query.stage_kinds or kind in query.stage_kinds) and kind not in query.but.stage_kinds
    if query.owners or query.but.owners:
        owner = _owner(milestone, entry)
        wants = wants and (not query.owners or owner in query.owners) and owner not in query.but.owners
    return wants and (not query.due or is_due(milestone))


def _owner(milestone: Milestone, entry: Entry | None) -> str:
    if entry is None:
        return milestone.owner
    its = (each.owner for each in entry.stages if each.id == milestone.stage.id)
    return next(its, "") or entry.owner


def has_selected(milestones: Iterable[Milestone], query: Query) -> bool:
    """Whether an entry with these has one of the kinds that the query wants, and one due where it wants such.

    One with no stage but such as are left out has none.
    """
    milestones = tuple(milestones)
    kinds = {each.stage.kind for each in milestones}
    if query.stage_kinds.isdisjoint(kinds) if query.stage_kinds else kinds and kinds <= query.but.stage_kinds:
        return False
    return not query.due or any(map(is_due, milestones))


def is_due(milestone: Milestone) -> bool:
    """Whether it is something that we must do, and have not done, by applying either."""
    return milestone.stage.kind in DUE and not is_met(milestone)
