"""From the texts of options to the values they mean, or the refusal that names the nearest."""

from collections.abc import Iterable
from enum import Enum

from msgspec.structs import replace

from clustercalls.cli.options import Filters
from clustercalls.errors import ADVICE, InputRefused, UsageRefused, either, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, EntryKind, Registry, StageKind, Status
from clustercalls.query import select
from clustercalls.query.named import exactly, known_values, meant, unclear
from clustercalls.query.select import Query
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

CODES: dict[str, type[Enum]] = {"kind": EntryKind, "stage": StageKind, "status": Status}
# What is made by another command than the one it is asked of.
ELSEWHERE = {
    "html": "clustercalls digest -f html",
    "ics": "clustercalls export ics",
    "ical": "clustercalls export ics",
}
PAGES = ("plain", "json")  # of one entry


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


def one_of(option: str, value: str, known: Iterable[str]) -> str:
    """The known word that is meant, in any case.

    Raises:
        UsageRefused: when it is none of them.
    """
    known = tuple(known)
    if value.lower() in known:
        return value.lower()
    from clustercalls.query.alike import nearest

    if option == "--format" and (elsewhere := ELSEWHERE.get(value.lower())):
        which, near = "elsewhere", elsewhere
    else:
        near = "".join(nearest(value, known))
        which = "near" if near else "one of these"
    told = {"option": option, "value": value, "known": ", ".join(known), "near": near}
    raise UsageRefused(problem("unknown-choice", None, advice=ADVICE[which], **told))


def words_of(kind: type[Enum]) -> tuple[str, ...]:
    """The words of these codes."""
    return tuple(each.value for each in kind)


def query_of(
    filters: Filters, registry: Registry, *, lenient: bool = False, for_others: bool = False
) -> Query:
    """The query of these options; `lenient` takes a value that no entry has as it is.

    Raises:
        UsageRefused: for a value that no entry has.
    """
    return Query(
        kinds=frozenset(
            EntryKind(one_of("--kind", each, words_of(EntryKind))) for each in filters.kind or ()
        ),
        stage_kinds=frozenset(
            StageKind(one_of("--stage", each, words_of(StageKind))) for each in filters.stage or ()
        ),
        programmes=_held(registry, "programme", filters.programme, lenient=lenient),
        tags=_held(registry, "tag", filters.tag, lenient=lenient),
        tracks=_held(registry, "track", filters.track, lenient=lenient),
        owners=_held(registry, "owner", filters.owner, lenient=lenient),
        statuses=frozenset(
            Status(one_of("--status", each, words_of(Status))) for each in filters.status or ()
        ),
        text=filters.search,
        due=filters.due,
        for_others=for_others,
    )


def named(filters: Filters, text: str = "") -> str:
    """The filters as they are typed: `soil --tag "living labs" --due`; empty for none."""
    import shlex

    typed = [shlex.quote(text)] if text else []
    for name in filters.__struct_fields__:
        value = getattr(filters, name)
        if value is True:
            typed.append(f"--{name}")
        elif value:
            each = value if isinstance(value, list) else [value]
            typed += [f"--{name} {shlex.quote(one)}" for one in each]
    return " ".join(typed)


def unmatched(registry: Registry, query: Query, filters: str, moment: Moment, t: Language) -> str:
    """That nothing is in the registry, or that nothing in it, over or not, has what these filters ask for.

    Empty where something has it, and where nothing could be read: that is told.
    """
    if not registry.entries and registry.sound:
        return t("Nothing is in the registry yet: clustercalls where names the file.")
    if not filters or select.entries(registry, replace(query, window=None), moment, everything=True):
        return ""
    return t("Nothing matches {filters}.", filters=safe_text(filters))


def _held(registry: Registry, field: str, wanted: list[str] | None, *, lenient: bool) -> frozenset[str]:
    if not wanted:
        return frozenset()
    from clustercalls.phrase.folding import fold

    known = known_values(registry, field)
    found: set[str] = set()
    for value in wanted:
        same = {each for each in known if fold(each) == fold(value)}
        if not same and not lenient:
            raise UsageRefused(
                problem("unknown-value", None, option=f"--{field}", value=value, **_advice(value, known))
            )
        found |= same or {value}
    return frozenset(found)


def _advice(value: str, known: tuple[str, ...]) -> dict[str, str]:
    if not known:
        return {"advice": "No entry has any value there: leave {option} out."}
    from clustercalls.query.alike import nearest

    near = sorted(nearest(value, known, 3, parts=True))
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004 - one line
    if near:
        return {"advice": "Did you mean {nearest}? Known: {known}.", "known": shown, **either(near)}
    return {"advice": "Known: {known}.", "known": shown}
