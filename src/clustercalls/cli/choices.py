"""From the texts of options to the values they mean, or the refusal that names the nearest."""

from collections.abc import Iterable

from msgspec.structs import replace

from clustercalls.cli.options import Filters, typed_name
from clustercalls.errors import ADVICE, InputRefused, UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, Registry
from clustercalls.query import filters, select
from clustercalls.query.filters import FILTERED, left_out, values_of
from clustercalls.query.named import exactly, meant, unclear
from clustercalls.query.wanted import Query
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

# What is made by another command than the one it is asked of.
ELSEWHERE = {
    "html": "clustercalls digest -f html",
    "ics": "clustercalls export ics",
    "ical": "clustercalls export ics",
}
PAGES = ("plain", "json")  # of one entry
SPELT = {"text": "plain"}  # other words for formats


def one_entry(registry: Registry, text: str) -> Entry:
    """The entry whose id this is, or of whose id alone it is a part; else that with these words in its title.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is one that has errors, or might be in a file that could not be read.
    """
    entries = {entry.id: entry for entry in registry.entries}
    broken = {each.place.entry: each.place for each in reversed(registry.errors) if each.place.entry}
    whole = exactly(text, [*entries, *broken])
    titles = {entry.id: entry.title for entry in registry.entries}
    ids = whole or meant(text, entries, titles)
    if len(ids) == 1 and ids[0] in entries:
        return entries[ids[0]]
    if len(ids) == 1:
        raise InputRefused(problem("broken-entry", broken[ids[0]], id=ids[0]))
    unread = any(not each.place.entry for each in registry.errors)
    refused = UsageRefused if ids or not unread else InputRefused
    raise refused(unclear(text, ids, entries, titles))


def one_of(option: str, value: str, known: Iterable[str], before: str = "") -> str:
    """As `filters.one_of`; a format that another command makes is told with that command.

    A format is also taken by the other word for it.

    Raises:
        UsageRefused: when it is none of them.
    """
    known = tuple(known)
    if option == "--format" and SPELT.get(value.lower()) in known:
        return SPELT[value.lower()]
    elsewhere = ELSEWHERE.get(value.lower()) if option == "--format" else None
    if elsewhere is None or value.lower() in known:
        return filters.one_of(option, value, known, before)
    told = {"option": option, "value": before + value, "known": ", ".join(known), "near": elsewhere}
    raise UsageRefused(problem("unknown-choice", None, advice=ADVICE["elsewhere"], **told))


def query_of(
    typed: Filters,
    registry: Registry,
    *,
    lenient: bool = False,
    for_others: bool = False,
    put_away: bool = False,
) -> Query:
    """The query of these options; `lenient` takes a value that no entry has as it is.

    `put_away` is for what is no look of our own.

    Raises:
        UsageRefused: for a value that no entry has.
    """
    wanted = {field: getattr(typed, field) for field in FILTERED}
    return Query(
        **values_of(wanted, registry, lenient=lenient),
        but=left_out(typed.not_, registry, lenient=lenient),
        text=typed.search,
        due=typed.due,
        for_others=for_others,
        put_away=put_away,
    )


def named(filters: Filters, text: str = "") -> str:
    """The filters as they are typed: `soil --tag "living labs" --due`; empty for none."""
    import shlex

    typed = [shlex.quote(text)] if text else []
    for name in filters.__struct_fields__:
        value = getattr(filters, name)
        if value is True:
            typed.append(typed_name(name))
        elif value:
            each = value if isinstance(value, list) else [value]
            typed += [f"{typed_name(name)} {shlex.quote(one)}" for one in each]
    return " ".join(typed)


def unmatched(
    registry: Registry,
    query: Query,
    filters: str,
    moment: Moment,
    t: Language,
    chosen: Registry | None = None,
) -> str:
    """That nothing is in the registry, or that nothing in it, over or not, has what these filters ask for.

    `chosen` is what of it is looked at, where that is not all. Empty where something has it, and where
    nothing could be read: that is told.
    """
    if not registry.entries and registry.sound:
        return t("Nothing is in the registry yet: clustercalls where names the file.")
    looked_at = chosen or registry
    if not filters or select.entries(looked_at, replace(query, window=None), moment, everything=True):
        return ""
    return t("Nothing matches {filters}.", filters=safe_text(filters))
