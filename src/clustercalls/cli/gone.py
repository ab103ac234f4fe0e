"""What `remind` has told of and is no longer in the registry; never what merely could not be read."""

from collections.abc import Mapping

from msgspec.structs import replace

from clustercalls import remind as rules
from clustercalls.leads import Leads
from clustercalls.model import Registry
from clustercalls.query import select
from clustercalls.query.select import Query
from clustercalls.seen import Memory, real
from clustercalls.told import Told
from clustercalls.zones import Moment


def gone(
    registry: Registry, memory: Memory, told: Mapping[str, Told], moment: Moment, leads: Leads,
    wanted: Query,
) -> tuple[rules.Reminder, ...]:  # fmt: skip
    """What to tell of it to a target that was told this.

    Nothing, unless every file that held what was told is there and all of it is sound, nor when more is
    missing than is left: a registry that is suddenly short is not one that somebody tidied.
    """
    missing = rules.missing(told, _ids(registry), moment, leads)
    if not missing or not registry.sound or len(missing) > len(registry.entries):
        return ()
    if not set(memory.files) <= set(real(registry.files)):
        return ()
    whole = replace(registry, entries=tuple(each.entry for each in missing))
    chosen = _ids(replace(whole, entries=select.selected(whole, wanted, moment)))
    return tuple(
        rules.gone(each, moment)
        for each in missing
        if each.entry.id in chosen and select.is_selected(each, wanted)
    )


def note_files(registry: Registry, memory: Memory, moment: Moment) -> bool:
    """Notes the files that what was told may stand in; says whether they are others than before."""
    there = _ids(registry)
    now = real(registry.files)
    if not registry.sound or any(
        rules.missing(told, there, moment, Leads()) for told in memory.targets.values()
    ):
        now = tuple(sorted({*memory.files, *now}))
    before, memory.files = memory.files, now
    return before != now


def forget(told: dict[str, Told], id_: str) -> None:
    """Forgets an entry of which it was told that it is gone: should it come back, it is new."""
    for uid in [each for each in told if each.partition("/")[0] == id_]:
        del told[uid]


def _ids(registry: Registry) -> frozenset[str]:
    return frozenset(each.id for each in registry.entries)
