"""From the tables of a file to frozen entries, with a finding for every value that cannot be."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter, itemgetter
from typing import NamedTuple

from msgspec.structs import astuple, replace

from clustercalls.model import STATED, Entry, EntryKind, Moved, Source, Stage, StageKind, Status
from clustercalls.registry import dates, stage_links, track_words, values
from clustercalls.registry.days_off import NONE as NO_DAYS_OFF
from clustercalls.registry.days_off import DaysOff, days_off
from clustercalls.registry.shape import DefaultsTable, EntryTable, HistoryTable, SharedSourceTable
from clustercalls.registry.stages import places, seen_from, stages_from
from clustercalls.tables.findings import Findings
from clustercalls.zones import UNKNOWN

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from clustercalls.audiences import Audience

STATUSES = {status.value: status for status in Status if status in STATED}  # a set has no order
STATUSES_OF = {
    EntryKind.CALL: frozenset(STATUSES),
    EntryKind.EVENT: frozenset({Status.CANCELLED.value}),
    EntryKind.POLICY: frozenset({Status.CANCELLED.value}),
    EntryKind.RESOURCE: frozenset[str](),
}
NOWHERE = Source()
NO_AUDIENCES: "Mapping[str, Audience]" = {}
# The fields of an entry in their order, each as the table has it: most need no more than that. Where the
# table has none of that name, or it is to be read first, its place is filled after.
_as_written = itemgetter(
    *(
        EntryTable.__struct_fields__.index(name if name in EntryTable.__struct_fields__ else "id")
        for name in Entry.__struct_fields__
    )
)
_zone_written = attrgetter("zone")
_KIND, _TITLE, _STAGES, _CURRENCY, _STATUS, _CHECKED, _SOURCE, _HISTORY, _FILE, _MEANING, _LANGUAGE = map(
    Entry.__struct_fields__.index,
    (
        "kind", "title", "stages", "currency", "status", "checked", "source", "history", "file", "meaning",
        "language",
    ),
)  # fmt: skip
STATUS_ADVICE = "Write cancelled, suspended, exhausted or open; the rest follows from the dates."
A = {
    EntryKind.CALL: "a call",
    EntryKind.EVENT: "an event",
    EntryKind.POLICY: "a policy",
    EntryKind.RESOURCE: "a resource",
}


class Defaults(NamedTuple):
    """What an entry has unless it says otherwise."""

    zone: str = "Europe/Brussels"
    written_zone: str = ""
    currency: str = ""
    source: Source = NOWHERE
    words: track_words.Words = track_words.NONE  # what those of `track` mean
    days_off: DaysOff = NO_DAYS_OFF
    audiences: "Mapping[str, Audience]" = NO_AUDIENCES  # of the file, not of its entries
    language: str = ""

    def over(self, shared: "Defaults") -> "Defaults":
        """These, and what they leave open as `shared` says it; days off are of both."""
        is_zoned = self.written_zone or self.zone == UNKNOWN
        zones = (self.zone, self.written_zone) if is_zoned else (shared.zone, shared.written_zone)
        return Defaults(
            *zones,
            self.currency or shared.currency,
            shared.source if self.source is NOWHERE else self.source,
            {**shared.words, **self.words},
            days_off(
                (*shared.days_off.every, *self.days_off.every),
                (*shared.days_off.places, *self.days_off.places),
            ),
            {**shared.audiences, **self.audiences},
            self.language or shared.language,
        )


def defaults_from(table: DefaultsTable, findings: Findings) -> Defaults:
    """The `[defaults]` of a file."""
    zone = findings.attempt(("zone",), values.zone, table.zone) if table.zone else None
    source = _source(table.source, NOWHERE, findings)
    return Defaults(
        zone or (UNKNOWN if table.zone else Defaults().zone),
        table.zone,
        table.currency,
        source,
        language=table.language,
    )


def entry_from(
    kind: EntryKind, table: EntryTable, defaults: Defaults, file: str, findings: Findings
) -> Entry:
    """The entry of a table; only to be used when nothing was found."""
    shaped = not findings
    if not values.is_identifier(table.id):
        _check_id(kind, table.id, findings)
    title = table.title.strip()
    if not title:
        _tell_missing(kind, "title", findings)
    if table.status and table.status not in STATUSES_OF[kind]:
        _tell_status(kind, table.status, findings)
    if table.budget is not None or table.grants or table.funding:
        _check_money(table, findings)
    if table.url and not values.is_address(table.url):
        findings.attempt(("url",), values.address, table.url)
    if table.links or table.warn:
        _check_lists(table, findings)
    zone = (findings.attempt(("zone",), values.zone, table.zone) if table.zone else None) or defaults.zone
    zones = (zone, table.zone or defaults.written_zone)
    stages = stages_from(table, zones, findings, defaults.days_off.ordinals)
    if table.zone or any(map(_zone_written, table.stage)):
        stages = seen_from(stages, defaults.zone)
    source, own = defaults.source, table.source
    if own is not None:
        source = _source(own, source, findings, own.key)
    facts = list(_as_written(astuple(table)))
    facts[_KIND], facts[_TITLE], facts[_STAGES], facts[_FILE] = kind, title, stages, file
    facts[_CURRENCY] = table.currency or defaults.currency
    facts[_LANGUAGE] = table.language or defaults.language
    facts[_STATUS] = STATUSES.get(table.status)
    facts[_CHECKED] = (
        None if table.checked is None else findings.attempt(("checked",), dates.day, table.checked)
    )
    facts[_MEANING] = track_words.meaning_of(table.track, defaults.words)
    facts[_SOURCE] = None if source is NOWHERE else source
    facts[_HISTORY] = _history(table, stages, findings) if table.history else ()
    entry = Entry(*facts)
    if shaped and stage_links.are_worth_a_look(stages):
        stage_links.check(entry, places(table), findings)
    return entry


def entries_seen_from(entries: Iterable[Entry], zone: str) -> Iterator[Entry]:
    """The entries of a file whose zone is not this one of the registry."""
    return (replace(each, stages=seen_from(each.stages, zone)) for each in entries)


def _check_id(kind: EntryKind, name: str, findings: Findings) -> None:
    if name.strip():
        findings.attempt(("id",), values.identifier, name)
    else:
        _tell_missing(kind, "id", findings)


def _tell_missing(kind: EntryKind, key: str, findings: Findings) -> None:
    from clustercalls.registry.wording import words_of
    from clustercalls.tables.diagnose import missing

    findings.append(missing(key, words_of(kind.value), kind.value, (key,)))


def _tell_status(kind: EntryKind, status: str, findings: Findings) -> None:
    advice = STATUS_ADVICE
    if kind is not EntryKind.CALL:
        advice = "Only a call has one."
        if STATUSES_OF[kind]:
            advice = "Write cancelled when it does not take place; nothing else can be stated of it."
    findings.add("bad-status", ("status",), value=status, what=A[kind], entry=kind.value, advice=advice)


def _check_money(table: EntryTable, findings: Findings) -> None:
    if table.budget is not None and not 0 <= table.budget <= values.MOST_MONEY:
        findings.attempt(("budget",), values.amount, table.budget, "budget")
    if table.grants is not None:
        for key in ("number", "each", "min", "max"):
            value = getattr(table.grants, key)
            if value is not None:
                findings.attempt(("grants", key), values.amount, value, key)
        least, most = table.grants.min, table.grants.max
        if least is not None and most is not None and least > most:  # whichever of the two is wrong
            findings.add("min-over-max", ("grants",), least=least, most=most)
    for number, funding in enumerate(table.funding):
        if not 0 <= funding.rate <= values.MOST_PERCENT:
            findings.attempt(("funding", number, "rate"), values.rate, funding.rate)


def _check_lists(table: EntryTable, findings: Findings) -> None:
    for number, link in enumerate(table.links):
        findings.attempt(("links", number, "url"), values.address, link.url)
    for number, lead in enumerate(table.warn or ()):
        findings.attempt(("warn", number), values.period, lead)


def _source(table: SharedSourceTable, default: Source, findings: Findings, key: str = "") -> Source:
    """The source of an entry: what it says, and of the same document what the file's default says."""
    same = table.title == default.title if table.title else table.url in {"", default.url}
    default = default if same else NOWHERE
    if table.url:
        findings.attempt(("source", "url"), values.address, table.url)
    told = None if table.date is None else findings.attempt(("source", "date"), dates.fuzzy, table.date)
    merged = Source(
        table.title or default.title,
        table.url or default.url,
        told or default.date,
        table.quote or default.quote,
        key,
    )
    return NOWHERE if merged == NOWHERE else merged


def _history(table: EntryTable, stages: tuple[Stage, ...], findings: Findings) -> tuple[Moved, ...]:
    return tuple(_moved(row, number, stages, findings) for number, row in enumerate(table.history))


def _moved(table: HistoryTable, number: int, stages: tuple[Stage, ...], findings: Findings) -> Moved:
    was = noticed = None
    stage = table.stage
    if not stage and table.was is not None:
        deadlines = [each.id for each in stages if each.kind is StageKind.DEADLINE]
        stage = deadlines[0] if len(deadlines) == 1 else ""
        if not stage:
            findings.add(
                "missing-key", ("history", number), key="stage", what="row of history", example='"first"'
            )
    if table.was is not None:
        was = findings.attempt(("history", number, "was"), dates.was, table.was)
    if table.noticed is not None:
        noticed = findings.attempt(("history", number, "noticed"), dates.day, table.noticed)
    return Moved(stage, was, noticed, table.why, table.source, table.was_status, table.was_track)
