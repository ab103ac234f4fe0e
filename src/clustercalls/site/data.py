"""What of a publication is for machines: `calls.json`, which another office follows, and `calls.csv`."""

from collections.abc import Iterator, Sequence

from msgspec import json

from clustercalls.model import EntryKind
from clustercalls.query.outward import is_internal, knows_of
from clustercalls.query.select import entry_row
from clustercalls.registry.public_tables import UNREAD, Table, public_table
from clustercalls.registry.shape import SCHEMA
from clustercalls.render.columns import ENTRIES, View
from clustercalls.render.text import csv
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication
from clustercalls.site.told_days import days_of


def files(publication: Publication, making: Making) -> Iterator[tuple[str, bytes]]:
    """Both."""
    yield "calls.json", calls_json(publication, making.lost)
    yield "calls.csv", calls_csv(publication)


def calls_json(publication: Publication, lost: Sequence[str] = ()) -> bytes:
    """All that the audience may know, in the shape that `import` and `sync` read.

    `lost` are the ids of calls published before that cannot be read now: who follows one is told so, and not
    that it is gone. `updated` is the newest day on which something in it was told, as in feeds.
    """
    may = knows_of(publication.audience)
    registry = publication.registry
    told: Table = {"schema": SCHEMA, "title": publication.title}
    told |= {"url": publication.address} if publication.address else {}
    newest = max((each.last for each in days_of(publication).values()), default=None)
    told |= {"updated": newest.isoformat()} if newest else {}
    told["zone"] = registry.zone
    told |= {UNREAD: list(lost)} if lost else {}
    for kind in EntryKind:
        tables = [
            public_table(entry, may, publication.own.get(entry.id))
            for entry in registry.entries
            if entry.kind is kind
        ]
        told |= {kind.value: tables} if tables else {}
    return json.format(json.encode(told), indent=1) + b"\n"


def calls_csv(publication: Publication) -> bytes:
    """The columns of `list -f csv` that the audience may know, a line an entry."""
    internal = publication.audience.internal
    names = tuple(name for name in ENTRIES.fields if internal or not is_internal(name))
    rows = [entry_row(each, publication.moment) for each in publication.entries]
    return b"".join(
        chunk if isinstance(chunk, bytes) else chunk.encode()
        for chunk in csv(rows, ENTRIES, View(publication.t, columns=names))
    )
