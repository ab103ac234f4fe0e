"""Warnings about an entry in which something else is wrong: both are told at once.

What is wrong is taken for not there, so a warning is not told that could come of just that.
"""

from clustercalls.model import Entry
from clustercalls.registry import checks, stage_links
from clustercalls.registry.losing import LOSABLE, Left
from clustercalls.registry.shape import EntryTable
from clustercalls.registry.stages import places
from clustercalls.tables.findings import Finding, Findings, KeyPath

# Of these, something else is missing; it may be what is wrong.
OF_ABSENCE = frozenset({"unsourced", "undated-source", "lost-history", "unlinked-step", "idle-history"})
OF_A_CLOCK = frozenset({"doubled-hour", "skipped-hour", "zone-season"})


def warnings(entry: Entry, table: EntryTable, wrong: Findings, left: Left | None = None) -> list[Finding]:
    """The warnings about an entry and the table it was made of, beside the errors found in it.

    `left` is given where that table is what is left of the file's, and says where the rest stands.
    """
    findings = Findings()
    stands = places(table)
    if not _is_tangled(entry, stands):
        checks.warn(entry, stands, findings)
    checks.warn_written(table, findings)
    told = [each._replace(path=left.path_in_file(each.path)) for each in findings] if left else findings
    return [each for each in told if not _may_come_of(each, wrong)]


def _is_tangled(entry: Entry, stands: list[KeyPath]) -> bool:
    """Whether its stages point nowhere or in circles, so that no dates can be told of them."""
    names = {stage.id for stage in entry.stages}
    if any(stage.after and stage.after.stage not in names for stage in entry.stages):
        return True
    findings = Findings()
    stage_links.check(entry, stands, findings)
    return bool(findings)


def _may_come_of(warning: Finding, wrong: Findings) -> bool:
    """Whether a warning is about one of these values, or about what one of them would be."""
    unknown = any(each.code == "unknown-key" for each in wrong)
    missed = unknown or any(not each.path or each.path[0] not in LOSABLE for each in wrong)
    if warning.code in OF_ABSENCE and missed:
        return True
    if warning.code in OF_A_CLOCK and (unknown or any("zone" in each.path for each in wrong)):
        return True
    return any(warning.path[: len(each.path)] == each.path for each in wrong)
