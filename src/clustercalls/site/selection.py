"""What is published for an audience: its entries, as it may know them, in each of its languages."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from clustercalls.audiences import FILTERS, Audience
from clustercalls.errors import InputRefused, Place, UsageRefused
from clustercalls.i18n import Language, language
from clustercalls.model import Entry, Registry
from clustercalls.query import select
from clustercalls.query.filters import left_out, values_of
from clustercalls.query.outward import is_told, knows_of, outward
from clustercalls.query.wanted import Query, has_selected
from clustercalls.registry.own_keys import NONE, OwnKeys
from clustercalls.site.publication import Publication
from clustercalls.timeline import milestones
from clustercalls.zones import Moment

# What is counted of what an audience is not told, in the order in which it is said.
KEPT = ("steps", "tracks", "owners", "notes", "days done", "reasons", "contacts", "quotes", "sources")


def chosen_for(name: str, audience: Audience, registry: Registry, moment: Moment) -> tuple[Entry, ...]:
    """The entries of an audience as they are in the registry, over or not; none that is put away.

    Raises:
        InputRefused: for a value of a filter that is none, or that no entry has.
    """
    query = query_of(name, audience, registry)
    entries = select.selected(registry, query, moment)
    if query.stage_kinds or query.but.stage_kinds:
        entries = tuple(each for each in entries if has_selected(milestones(each), query))
    return entries if query.tracks and audience.internal else tuple(e for e in entries if not e.is_put_away)


def publication_of(
    name: str,
    audience: Audience,
    registry: Registry,
    moment: Moment,
    t: Language,
    folders: tuple[tuple[str, str], ...] = (),
) -> Publication:
    """What is published in one language; `folders` are the codes of all of them, and the folder of each.

    Raises:
        InputRefused: as `chosen_for`.
    """
    chosen = chosen_for(name, audience, registry, moment)
    return of_entries(name, audience, replace(registry, entries=chosen), moment, t, folders)


def publications(
    name: str, audience: Audience, chosen: Registry, moment: Moment, t: Language, own: OwnKeys = NONE
) -> tuple[Publication, ...]:
    """One for each language of an audience, of a registry of its entries alone; `t` where it names none.

    `own` are the keys of one's own of these entries, or of more.
    """
    wanted = [language(code) for code in audience.languages] or [t]
    every = {each.code: each for each in wanted}  # one that is not installed is English
    folders = tuple((code, f"{code}/" if number else "") for number, code in enumerate(every))
    return tuple(of_entries(name, audience, chosen, moment, each, folders, own) for each in every.values())


def of_entries(
    name: str,
    audience: Audience,
    chosen: Registry,
    moment: Moment,
    t: Language,
    folders: tuple[tuple[str, str], ...] = (),
    own: OwnKeys = NONE,
) -> Publication:
    """What is published of a registry of these entries alone, in one language."""
    may = knows_of(audience)
    told = (outward(each, may) for each in chosen.entries)
    entries = tuple(each if may.internal else replace(each, warn=None) for each in told)
    address = audience.address
    return Publication(
        name,
        audience,
        audience.title or t("Funding calls"),
        replace(chosen, entries=entries),
        moment,
        t,
        address if not address or address.endswith("/") else f"{address}/",
        dict(folders).get(t.code, ""),
        tuple(each for each in folders if each[0] != t.code),
        own if may.internal else NONE,
    )


def kept_back(entries: Iterable[Entry], audience: Audience) -> Counter[str]:
    """How much of these entries an audience is not told, by the words of `KEPT`."""
    may, counts = knows_of(audience), Counter[str]()
    if may.internal:
        return counts
    for entry in entries:
        stages, source = entry.stages, entry.source
        counts["steps"] += sum(each.is_internal for each in stages)
        counts["tracks"] += bool(entry.track)
        counts["owners"] += bool(entry.owner) + sum(bool(each.owner) for each in stages)
        counts["notes"] += bool(entry.note) + sum(bool(each.note) for each in stages)
        counts["days done"] += sum(each.done is not None for each in stages)
        counts["reasons"] += 0 if may.reasons else sum(bool(each.why) for each in entry.history)
        counts["contacts"] += not may.contacts and entry.contact is not None
        counts["quotes"] += not may.quotes and source is not None and bool(source.quote)
        if source is not None and (source.title or source.url or source.key):
            counts["sources"] += not is_told(source, may)
        counts["sources"] += sum(bool(each.source) and not is_told(each, may) for each in entry.history)
    return +counts


def query_of(name: str, audience: Audience, registry: Registry) -> Query:
    """What an audience's filters ask for.

    Raises:
        InputRefused: for a value that is none, or that no entry has.
    """
    field = ""
    try:
        wanted: dict[str, Any] = {}
        for field in FILTERS:
            wanted |= values_of({field: getattr(audience, field)}, registry, dashes="")
        field = "not"
        return Query(**wanted, but=left_out(audience.not_, registry, dashes=""), put_away=True)
    except UsageRefused as refused:
        place = Place("", 0, f"[audience.{name}]", field)
        raise InputRefused(replace(refused.problem, place=place)) from None
