"""The JSON Schema of a registry file, made from the Structs that read it."""

from typing import Any

import msgspec
from msgspec import Struct, field

from clustercalls.audiences import Audiences
from clustercalls.entry_tables import Text
from clustercalls.planning.templates import Templates
from clustercalls.registry.build import STATUSES
from clustercalls.registry.meanings import MEANINGS
from clustercalls.registry.shape import SCHEMA, DefaultsTable, EntryTable
from clustercalls.registry.stages import STAGE_KINDS
from clustercalls.registry.track_words import TRACKS

DATE = "A date, a date-time, or an EDTF text such as 2017-02/2017-03, 2017-01/.. or 2017-21."
HOUR = "A wall time such as 17:00."
HOURS = frozenset({"at"})


class FileTable(Struct, forbid_unknown_fields=True):
    """A whole file."""

    schema: int = SCHEMA
    name: Text = ""
    defaults: DefaultsTable = field(default_factory=DefaultsTable)
    days_off: dict[str, str] = field(default_factory=dict)
    template: Templates = field(default_factory=dict)
    audience: Audiences = field(default_factory=dict)
    track: dict[str, str] = field(default_factory=dict)
    call: tuple[EntryTable, ...] = ()
    event: tuple[EntryTable, ...] = ()
    policy: tuple[EntryTable, ...] = ()
    resource: tuple[EntryTable, ...] = ()


def document() -> str:
    """The schema as JSON text, the keys in the order in which they are written in a file.

    https://json-schema.org/draft/2020-12
    """
    (root,), parts = msgspec.json.schema_components((FileTable,), ref_template="#/$defs/{name}")
    for name, part in parts.items():
        _complete(part, MEANINGS[name])
    parts["FileTable"]["properties"]["schema"] |= {"const": SCHEMA}
    parts["FileTable"]["properties"]["track"] |= {"additionalProperties": {"enum": list(TRACKS)}}
    described = "The countries and regions whose public holidays they are, by their code of ISO 3166."
    places = {"type": "object", "description": described, "additionalProperties": {"type": "string"}}
    parts["FileTable"]["properties"]["days_off"] |= {"properties": {"places": places}}
    parts["EntryTable"]["properties"]["status"] |= {"enum": ["", *STATUSES]}
    parts["StageTable"]["properties"]["kind"] |= {"enum": list(STAGE_KINDS)}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "clustercalls registry",
        **root,
        "$defs": parts,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _complete(part: dict[str, Any], meanings: dict[str, str]) -> None:
    """Own keys begin with x-; what msgspec knows as anything is a date or an hour; each has its meaning."""
    part["patternProperties"] = {"^x-": {"description": "A key of your own."}}
    for name, shape in part["properties"].items():
        shape.pop("default", None)
        sentences = [_sentence(meanings[name])]
        if not shape:
            shape["type"] = "string"
            sentences.append(HOUR if name in HOURS else DATE)
        shape["description"] = " ".join(sentences)


def _sentence(meaning: str) -> str:
    plain = meaning.replace("`", "")
    return f"{plain[:1].upper()}{plain[1:]}."
