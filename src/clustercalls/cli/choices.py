"""From the texts of options to the values they mean, or the refusal that names the nearest."""

from clustercalls.cli.options import Filters
from clustercalls.errors import InputRefused, UsageRefused, either, problem
from clustercalls.errors.kinds import Severity
from clustercalls.model import Entry, EntryKind, Query, Registry, StageKind, Status
from clustercalls.query import known_values, named

WORDS: dict[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in EntryKind),
    "stage": tuple(kind.value for kind in StageKind),
    "status": tuple(status.value for status in Status),
    "format": ("table", "plain", "json", "csv", "tsv", "md"),
    "lang": ("en", "it"),
    "page": ("plain", "json"),
    "letter": ("plain", "md", "html", "json"),
    "digest": ("plain", "md", "html"),
    "schedule": ("cron", "systemd"),
    "color": ("auto", "always", "never"),
    "windows": ("span", "start", "end", "skip"),
}


OPTIONS = {"page": "--format", "letter": "--format", "digest": "--format"}


def one_entry(registry: Registry, text: str) -> Entry:
    """The entry whose id this is, or of whose id alone it is a part.

    Raises:
        UsageRefused: when it is none, or could be several.
        InputRefused: when it is one that has errors, or might be in a file that could not be read.
    """
    found = named(registry, text)
    if len(found) == 1:
        return found[0]
    if found:
        matches = ", ".join(entry.id for entry in found)
        raise UsageRefused(problem("ambiguous-id", id=text, matches=matches))
    from difflib import get_close_matches  # only for what was mistyped

    broken = next((each.place for each in registry.problems if each.place.entry == text), None)
    if broken:
        raise InputRefused(problem("broken-entry", broken, id=text))
    ids = [entry.id for entry in registry.entries]
    near = get_close_matches(text.casefold(), ids, 3, 0.5)
    advice = "Did you mean {nearest}?" if near else "clustercalls list --all shows every id."
    unknown = problem("unknown-id", None, id=text, advice=advice, **(either(near) if near else {}))
    unread = any(not each.place.entry and each.severity is Severity.ERROR for each in registry.problems)
    raise InputRefused(unknown) if unread else UsageRefused(unknown)


def one_of(option: str, value: str) -> str:
    """The word of `WORDS` that is meant, in any case.

    Raises:
        UsageRefused: when it is none of them.
    """
    known = WORDS[option]
    if value.lower() in known:
        return value.lower()
    from difflib import get_close_matches  # only for what was mistyped

    near = get_close_matches(value.lower(), known, 1, 0.0)[0]
    raise UsageRefused(
        problem(
            "unknown-choice",
            option=OPTIONS.get(option, f"--{option}"),
            value=value,
            known=", ".join(known),
            near=near,
        )
    )


def query_of(filters: Filters, registry: Registry, *, lenient: bool = False) -> Query:
    """The query of these options; `lenient` takes a value that no entry has as it is.

    Raises:
        UsageRefused: for a value that no entry has.
    """
    return Query(
        kinds=frozenset(EntryKind(one_of("kind", each)) for each in filters.kind or ()),
        stage_kinds=frozenset(StageKind(one_of("stage", each)) for each in filters.stage or ()),
        programmes=_held(registry, "programme", filters.programme, lenient=lenient),
        tags=_held(registry, "tag", filters.tag, lenient=lenient),
        tracks=_held(registry, "track", filters.track, lenient=lenient),
        owners=_held(registry, "owner", filters.owner, lenient=lenient),
        statuses=frozenset(Status(one_of("status", each)) for each in filters.status or ()),
        text=filters.search,
        due=filters.due,
    )


def _held(registry: Registry, field: str, wanted: list[str] | None, *, lenient: bool) -> frozenset[str]:
    if not wanted:
        return frozenset()
    known = known_values(registry, field)
    found: set[str] = set()
    for value in wanted:
        same = {each for each in known if each.casefold() == value.casefold()}
        if not same and not lenient:
            raise UsageRefused(
                problem("unknown-value", None, option=f"--{field}", value=value, **_advice(value, known))
            )
        found |= same or {value}
    return frozenset(found)


def _advice(value: str, known: tuple[str, ...]) -> dict[str, str]:
    if not known:
        return {"advice": "None has any: leave {option} out."}
    from difflib import get_close_matches  # only for what was mistyped

    near = get_close_matches(value.casefold(), [each.casefold() for each in known], 3, 0.5)
    nearest = [each for each in known if each.casefold() in near]
    shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004 - one line
    if nearest:
        return {"advice": "Did you mean {nearest}? Known: {known}.", "known": shown, **either(nearest[:3])}
    return {"advice": "Known: {known}.", "known": shown}
