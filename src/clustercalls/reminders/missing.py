"""What `remind` has told of and is no longer in the registry; never what merely could not be read."""

from collections.abc import Container, Mapping

from msgspec.structs import replace

from clustercalls import timeline
from clustercalls.model import Milestone, Registry, Track
from clustercalls.query import select
from clustercalls.query.wanted import Query, is_selected
from clustercalls.reminders.decide import Reason, Reminder
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.place import real
from clustercalls.reminders.remembered import Remembered, milestone_of
from clustercalls.zones import Moment


def gone(
    registry: Registry, memory: Memory, told: Mapping[str, Remembered], moment: Moment, leads: Leads,
    wanted: Query,
) -> tuple[Reminder, ...]:  # fmt: skip
    """What to tell of it to a target that was told this.

    Nothing, unless every file that held what was told is there and all of it is sound, nor when more is
    missing than is left: a registry that is suddenly short is not one that somebody tidied.
    """
    milestones = missing(told, _ids(registry), moment, leads)
    if not milestones or not registry.sound or len(milestones) > len(registry.entries):
        return ()
    if not set(memory.files) <= set(real(registry.files)):
        return ()
    whole = replace(registry, entries=tuple(each.entry for each in milestones))
    asked = _answerable(wanted)
    chosen = _ids(replace(whole, entries=select.selected(whole, asked, moment)))
    still_wanted = (each for each in milestones if each.entry.id in chosen)
    return tuple(_gone(each, moment) for each in still_wanted if is_selected(each, wanted))


def missing(
    told: Mapping[str, Remembered], there: Container[str], moment: Moment, leads: Leads
) -> tuple[Milestone, ...]:
    """What was told of and is still to come, of entries that are not `there`: of each what comes next."""
    by_entry: dict[str, Milestone] = {}
    for uid, before in told.items():
        if before.kept is None or before.off or uid.partition("/")[0] in there:
            continue
        milestone = milestone_of(uid, before)
        if milestone is None or not timeline.is_ahead(milestone, moment) or not leads.of(milestone):
            continue
        other = by_entry.get(milestone.entry.id, milestone)
        by_entry[milestone.entry.id] = min(milestone, other, key=lambda one: timeline.order(one, moment))
    return tuple(sorted(by_entry.values(), key=lambda one: timeline.order(one, moment)))


def note_files(registry: Registry, memory: Memory, moment: Moment) -> bool:
    """Notes the files that what was told may stand in; says whether they are others than before."""
    there = _ids(registry)
    now = real(registry.files)
    if not registry.sound or any(missing(told, there, moment, Leads()) for told in memory.told()):
        now = tuple(sorted({*memory.files, *now}))
    before, memory.files = memory.files, now
    return before != now


def put_away(registry: Registry, told: Mapping[str, Remembered]) -> dict[str, Remembered]:
    """What is to be remembered of entries that were put away since they were told of, or taken up again.

    One that is gone then was no news to us any more.
    """
    entries = {each.id: each for each in registry.entries}
    noted = {}
    for uid, before in told.items():
        kept, entry = before.kept, entries.get(uid.partition("/")[0])
        if kept and entry and entry.is_put_away is not (kept.meaning is Track.NO):
            noted[uid] = replace(before, kept=replace(kept, meaning=entry.meaning))
    return noted


def forget(told: dict[str, Remembered], id_: str) -> None:
    """Forgets an entry of which it was told that it is gone: should it come back, it is new."""
    for uid in [each for each in told if each.partition("/")[0] == id_]:
        del told[uid]


def _gone(milestone: Milestone, moment: Moment) -> Reminder:
    left, today = timeline.days_left(milestone, moment), moment.today(milestone.zone)
    return Reminder(milestone, Reason.GONE, Reason.GONE.value, False, left, None, today)


def _answerable(wanted: Query) -> Query:
    """The query without what is not remembered of an entry: that a text matched, or which status it had.

    What cannot be asked any more must not silence that a call is gone.
    """
    return Query(
        kinds=wanted.kinds,
        programmes=wanted.programmes,
        tags=wanted.tags,
        tracks=wanted.tracks,
        owners=wanted.owners,
        but=replace(wanted.but, statuses=frozenset()),
    )


def _ids(registry: Registry) -> frozenset[str]:
    return frozenset(each.id for each in registry.entries)
