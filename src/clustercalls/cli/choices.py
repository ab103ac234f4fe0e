"""From the texts of options to the values they mean, or the refusal that names the nearest."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from msgspec.structs import replace

from clustercalls.cli.options import Filters, typed_name
from clustercalls.errors import ADVICE, InputRefused, Problem, UsageRefused, either, problem
from clustercalls.i18n import Language
from clustercalls.model import Entry, EntryKind, Registry, StageKind, Status, Track
from clustercalls.query import select
from clustercalls.query.named import exactly, known_values, meant, unclear
from clustercalls.query.wanted import NONE, Query, Values
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

# The fields one can filter by, and where a query has their values.
FILTERED = {
    "kind": "kinds", "stage": "stage_kinds", "programme": "programmes", "tag": "tags",
    "status": "statuses", "track": "tracks", "owner": "owners",
}  # fmt: skip
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


def one_of(option: str, value: str, known: Iterable[str], before: str = "") -> str:
    """The known word that is meant, in any case; `before` is what was typed in front of it.

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
    told = {"option": option, "value": before + value, "known": ", ".join(known), "near": near}
    raise UsageRefused(problem("unknown-choice", None, advice=ADVICE[which], **told))


def words_of(kind: type[Enum]) -> tuple[str, ...]:
    """The words of these codes."""
    return tuple(each.value for each in kind)


def query_of(
    filters: Filters,
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
    wanted = {field: getattr(filters, field) for field in FILTERED}
    return Query(
        **_values(wanted, registry, lenient=lenient),
        but=Values(**_values(_without(filters.not_), registry, lenient=lenient, left_out=True))
        if filters.not_
        else NONE,
        text=filters.search,
        due=filters.due,
        for_others=for_others,
        put_away=put_away,
    )


def _without(typed: Iterable[str]) -> dict[str, list[str]]:
    """What `--not FIELD=VALUE` leaves out, by field.

    Raises:
        UsageRefused: for what is no field, or has no value.
    """
    values: dict[str, list[str]] = {}
    for text in typed:
        field, _, value = text.partition("=")
        if field.lower() not in FILTERED or not value:
            raise UsageRefused(_no_field(text, field.lower()))
        values.setdefault(field.lower(), []).append(value)
    return values


def _no_field(text: str, field: str) -> Problem:
    from clustercalls.query.alike import nearest

    near = "" if field in FILTERED else "".join(nearest(field, tuple(FILTERED)))
    advice = ADVICE["near field" if near else "every field"]
    return problem("bad-not", None, value=text, advice=advice, near=near, known=", ".join(FILTERED))


class _Typed(NamedTuple):
    """How a value is typed: the option, and what of its text stands before."""

    option: str
    before: str = ""


def _values(
    texts: Mapping[str, list[str] | None], registry: Registry, *, lenient: bool, left_out: bool = False
) -> dict[str, Any]:
    """The values of these fields, by the fields of a query; they are `left_out` by `--not`."""
    values: dict[str, Any] = {}
    for field, given in texts.items():
        way = _Typed("--not", f"{field}=") if left_out else _Typed(f"--{field}")
        if given and field in CODES:
            values[FILTERED[field]] = _codes(CODES[field], way, given)
        elif given:
            values[FILTERED[field]] = _held(registry, field, way, given, lenient=lenient)
    return values


def _codes(kind: type[Enum], way: _Typed, wanted: list[str]) -> frozenset[Enum]:
    return frozenset(kind(one_of(way.option, each, words_of(kind), way.before)) for each in wanted)


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


def unmatched(registry: Registry, query: Query, filters: str, moment: Moment, t: Language) -> str:
    """That nothing is in the registry, or that nothing in it, over or not, has what these filters ask for.

    Empty where something has it, and where nothing could be read: that is told.
    """
    if not registry.entries and registry.sound:
        return t("Nothing is in the registry yet: clustercalls where names the file.")
    if not filters or select.entries(registry, replace(query, window=None), moment, everything=True):
        return ""
    return t("Nothing matches {filters}.", filters=safe_text(filters))


def _held(registry: Registry, field: str, way: _Typed, wanted: list[str], *, lenient: bool) -> frozenset[str]:
    """The values of a field as entries have them."""
    known = known_values(registry, field)
    found: set[str] = set()
    for value in wanted:
        same = _same(field, value, known)
        if not same and not lenient:
            told = {"option": way.option, "value": way.before + value, **_advice(value, known)}
            raise UsageRefused(problem("unknown-value", None, **told))
        found |= same or {value}
    return frozenset(found)


def _same(field: str, value: str, known: tuple[str, ...]) -> set[str]:
    """The known values that are meant, in any case, without accents; one of the six of `track` alone."""
    from clustercalls.phrase.folding import fold

    six = words_of(Track) if field == "track" else ()
    if value.strip().casefold() in six:
        return {value.strip().casefold()}
    own = (each for each in known if each.strip().casefold() not in six)
    return {each for each in own if fold(each) == fold(value)}


def _advice(value: str, known: tuple[str, ...]) -> dict[str, str]:
    if not known:
        return {"advice": "No entry has any value there: leave {option} out."}
    from clustercalls.query.alike import nearest

    near = sorted(nearest(value, known, 3, parts=True))
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004 - one line
    if near:
        return {"advice": "Did you mean {nearest}? Known: {known}.", "known": shown, **either(near)}
    return {"advice": "Known: {known}.", "known": shown}
