"""What of a registry others may have, in JSON: the shape of `calls.json`, for who reads it and who writes it.

    {"schema": 1, "title": "…", "zone": "Europe/Rome", "currency": "EUR", "call": [{…}], "event": [{…}]}

The tables of entries have the keys that they have in TOML (docs/registry.md); a date is a text, in EDTF or as
ISO 8601 has a day and an hour. `zone`, `currency`, `language` and `source` are what
`[defaults]` says in TOML.
"""

from typing import Any

from msgspec import to_builtins

from clustercalls import edtf, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import After, Entry, Moved, Source, Stage
from clustercalls.query.outward import OTHERS, Knows, outward
from clustercalls.registry.own_keys import with_own
from clustercalls.registry.pieces import without_own_keys

Table = dict[str, Any]

DEFAULTS = (
    "zone",
    "currency",
    "language",
    "source",
)  # that are a table of their own in TOML
UNREAD = "x-unread"  # the ids of what its office had there and could not read itself when it wrote this
ABOUT = ("title", "url", "updated")  # what it says of itself: for people


def document_of(decoded: Table) -> Table:
    """The document of a registry that such a file is, without keys of their own (`x-`)."""
    document: Table = without_own_keys({key: each for key, each in decoded.items() if key not in ABOUT})
    stated = {key: document.pop(key) for key in DEFAULTS if key in document}
    if stated and isinstance(document.setdefault("defaults", {}), dict):
        document["defaults"] = {**stated, **document["defaults"]}
    return document


def public_table(entry: Entry, may: Knows = OTHERS, own: Table | None = None) -> Table:
    """The table of an entry as they may know it, its zones and its currency said.

    It can be had as JSON, and means the same in whatever file it stands. Days off are of its registry alone:
    of a stage that leaves some out its date is told. `warn` is no fact of an entry, but when its office is
    told of it: it is left out. `own` are the keys of one's own, which only who knows all is told.

    Raises:
        StageCircle, OverflowError, KeyError: as `outward`.
    """
    told = outward(entry, may)
    table: Table = {
        "id": told.id,
        "title": told.title,
        "programme": told.programme,
        "summary": told.summary,
        "about": told.about,
        "status": told.status.value if told.status else "",
        "budget": told.budget,
        "currency": told.currency,
        "grants": _of(told.grants),
        "funding": [_of(each) for each in told.funding],
        "eligibility": [*told.eligibility],
        "place": told.place,
        "contact": _of(told.contact),
        "ref": [*told.ref],
        "language": told.language,
        "url": told.url,
        "links": [_of(each) for each in told.links],
        "tags": [*told.tags],
        "track": told.track,
        "owner": told.owner,
        "note": told.note,
        "checked": told.checked.isoformat() if told.checked else "",
        "source": _source(told.source),
        "stage": [_stage(told, each) for each in told.stages],
        "history": [_row(each) for each in told.history],
    }
    said = _said(table)
    return with_own(said, own) if own and may.internal else said


def _said(table: Table) -> Table:
    """A table without what says nothing; an amount of 0 says something."""
    return {key: each for key, each in table.items() if each not in ("", None, [], {}) and each is not False}


def _of(part: object) -> Table:
    """A part of an entry that is in the file as in the model."""
    built = to_builtins(part) if part is not None else {}
    return _said({key: [*each] if isinstance(each, tuple) else each for key, each in built.items()})


def _source(source: Source | None) -> Table:
    if source is None:
        return {}
    date = source.date.text if source.date else ""
    return _said(
        {"title": source.title, "url": source.url, "date": date, "quote": source.quote, "key": source.key}
    )


def _stage(entry: Entry, stage: Stage) -> Table:
    when, after = stage.when, stage.after
    if after is not None and after.off:
        when, after = timeline.resolved(entry, stage), None
    table = {
        "id": stage.id,
        "kind": stage.kind.value,
        "title": stage.title,
        "when": _text(when),
        "until": _text(stage.until),
        "after": _after(after),
        "at": "" if stage.at is None or _has_hour(when) else f"{stage.at:%H:%M:%S}",
        "zone": stage.written_zone or stage.zone,
        "follows": stage.follows,
        "cancelled": stage.cancelled,
        "rolling": stage.rolling,
        "owner": stage.owner,
        "done": stage.done.isoformat() if stage.done else "",
        "note": stage.note,
    }
    return _said(table)


def _text(when: FuzzyDate | None) -> str:
    return when.text if when else ""


def _has_hour(when: FuzzyDate | None) -> bool:
    """Whether the text of a date says its hour."""
    return when is not None and edtf.date_time(when.text) is not None


def _after(after: After | None) -> Table:
    if after is None:
        return {}
    table: Table = {"stage": after.stage}
    table |= {key: getattr(after, key) for key in ("months", "days") if getattr(after, key)}
    return table | ({} if after.working_days is None else {"working_days": after.working_days})


def _row(row: Moved) -> Table:
    noticed = row.noticed.isoformat() if row.noticed else ""
    return _said({
        "stage": row.stage, "was": _text(row.was), "was_status": row.was_status,
        "was_track": row.was_track, "noticed": noticed,
        "why": row.why, "source": row.source,
    })  # fmt: skip
