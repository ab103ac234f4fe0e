"""The JSON Schema of a registry file, made from the Structs that read it."""

from typing import Any

import msgspec
from msgspec import Struct, field

from clustercalls.model import Text
from clustercalls.registry.build import STATUSES
from clustercalls.registry.shape import SCHEMA, DefaultsTable, EntryTable
from clustercalls.registry.stages import STAGE_KINDS

DATE = {
    "description": "A date, a date-time, or an EDTF text such as 2017-02/2017-03, 2017-01/.. or 2017-21.",
    "type": "string",
}
HOUR = {"description": "A wall time such as 17:00.", "type": "string"}
HOURS = frozenset({"at"})


class FileTable(Struct, forbid_unknown_fields=True):
    """A whole file."""

    schema: int = SCHEMA
    name: Text = ""
    defaults: DefaultsTable = field(default_factory=DefaultsTable)
    call: tuple[EntryTable, ...] = ()
    event: tuple[EntryTable, ...] = ()
    policy: tuple[EntryTable, ...] = ()
    resource: tuple[EntryTable, ...] = ()


def document() -> str:
    """The schema as JSON text, the keys in the order in which they are written in a file.

    https://json-schema.org/draft/2020-12
    """
    (root,), parts = msgspec.json.schema_components((FileTable,), ref_template="#/$defs/{name}")
    for part in parts.values():
        _complete(part)
    parts["EntryTable"]["properties"]["status"] |= {"enum": ["", *STATUSES]}
    parts["StageTable"]["properties"]["kind"] |= {"enum": list(STAGE_KINDS)}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "clustercalls registry",
        **root,
        "$defs": parts,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _complete(part: dict[str, Any]) -> None:
    """Own keys begin with x-; what msgspec knows as anything is a date or an hour."""
    part["patternProperties"] = {"^x-": {}}
    for name, shape in part["properties"].items():
        shape.pop("default", None)
        if not shape:
            shape.update(HOUR if name in HOURS else DATE)
