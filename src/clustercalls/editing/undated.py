"""A stage of which it is only known that its date is to come: a table without a date."""

from clustercalls.editing.document import Table
from clustercalls.editing.ops import Op, value_at
from clustercalls.registry.stages import hour_home_in
from clustercalls.tables.findings import KeyPath

WHEN = ("when", "after", "days", "rolling")  # what says when a stage is


def is_undated(table: Table, kind: str) -> bool:
    """Whether the stage of a kind says already that its date is to come."""
    tables = table.get("stage", [])
    found = [each for each in tables if isinstance(each, dict)] if isinstance(tables, list) else []
    return any(each.keys() & {"kind", "id", *WHEN} == {"kind"} and each["kind"] == kind for each in found)


def undated(table: Table, kind: str) -> list[Op]:
    """The edits that make a short key a stage without a date."""
    goes: list[KeyPath] = [(kind,), *([("at",)] if hour_home_in(table) == kind else [])]
    gone = [Op(path) for path in goes if value_at(table, path) is not None]
    return [*gone, Op(("stage",), {"kind": kind}, more=True)]
