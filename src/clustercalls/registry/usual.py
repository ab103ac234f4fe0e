"""An entry as most are, of which no warning can be: seen at a glance, and spared the rules one by one.

No rule stands here: what is not as usual is left to `checks` and `order`. A new rule of theirs that could
speak of a usual entry makes fewer usual (`tests/unit/registry/test_usual.py`).
"""

from datetime import date, timedelta

from clustercalls.model import Entry, Stage, StageKind, Status
from clustercalls.registry.checks import is_due_at_midnight, is_even, is_weekend, warn, warn_written
from clustercalls.registry.order import FAR
from clustercalls.registry.shape import EntryTable
from clustercalls.registry.stages import places
from clustercalls.tables.findings import Findings

KINDS = tuple(StageKind)  # in the order of a call's life
NEAR = timedelta(FAR)


def warn_of(entry: Entry, table: EntryTable, findings: Findings) -> None:
    """Adds every warning about a sound entry and the table it was read from."""
    if not is_usual(entry):
        warn(entry, places(table), findings)
    warn_written(table, findings)


def is_usual(entry: Entry) -> bool:
    """Whether it is confirmed, is not stated to be open, never moved, and its dates follow each other.

    They are one of a kind, in the order of the kinds, none open or far from the first or the source.
    """
    if entry.status is Status.OPEN or entry.history or entry.confirmed is None:
        return False
    source = entry.source.date if entry.source else None
    near = (source.latest or source.earliest) if source else None
    last, kinds = date.min, iter(KINDS)
    for stage in entry.stages:
        # The kinds are used up to the one that is found.
        if stage.kind not in kinds or not _is_plain(stage):
            return False
        when = stage.when
        if when is None:
            continue
        earliest, latest = when.earliest, when.latest
        if earliest is None or latest is None or latest < last:
            return False
        near, last = near or earliest, latest
        if not -NEAR <= earliest - near <= NEAR:
            return False
        if earliest == latest and stage.kind is StageKind.DEADLINE and is_weekend(earliest):
            return False
        if stage.at is not None and (is_due_at_midnight(stage) or not is_even(stage, earliest, stage.at)):
            return False
    return True


def _is_plain(stage: Stage) -> bool:
    """Whether it stands by itself: it lasts not, hangs on no other stage, and is not called off."""
    return not (stage.until or stage.after or stage.follows or stage.cancelled)
