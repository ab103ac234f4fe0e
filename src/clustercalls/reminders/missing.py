"""What `remind` has told of and is no longer in the registry; never what merely could not be read."""

from collections.abc import Mapping

from msgspec.structs import replace

from clustercalls import query
from clustercalls.model import Moment, Query, Registry
from clustercalls.reminders import decide as rules
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import Memory, real
from clustercalls.reminders.remembered import Remembered


def gone(
    registry: Registry, memory: Memory, told: Mapping[str, Remembered], moment: Moment, leads: Leads,
    wanted: Query,
) -> tuple[rules.Reminder, ...]:  # fmt: skip
    """What to tell of it to a target that was told this.

    Nothing, unless every file that held what was told is there and all of it is sound, nor when more is
    missing than is left: a registry that is suddenly short is not one that somebody tidied.
    """
    missing = rules.missing(told, _ids(registry), moment, leads)
    if not missing or registry.problems or len(missing) > len(registry.entries):
        return ()
    if not set(memory.files) <= set(real(registry.files)):
        return ()
    whole = replace(registry, entries=tuple(each.entry for each in missing))
    chosen = _ids(replace(whole, entries=query.selected(whole, wanted, moment)))
    return tuple(
        rules.gone(each, moment)
        for each in missing
        if each.entry.id in chosen and query.is_selected(each, wanted)
    )


def note_files(registry: Registry, memory: Memory, moment: Moment) -> bool:
    """Notes the files that what was told may stand in; says whether they are others than before."""
    there = _ids(registry)
    now = real(registry.files)
    if registry.problems or any(
        rules.missing(told, there, moment, Leads()) for told in memory.targets.values()
    ):
        now = tuple(sorted({*memory.files, *now}))
    before, memory.files = memory.files, now
    return before != now


def forget(told: dict[str, Remembered], id_: str) -> None:
    """Forgets an entry of which it was told that it is gone: should it come back, it is new."""
    for uid in [each for each in told if each.partition("/")[0] == id_]:
        del told[uid]


def _ids(registry: Registry) -> frozenset[str]:
    return frozenset(each.id for each in registry.entries)
