"""From filters, as they are typed or kept in a file, to what a query asks for, or the refusal."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from clustercalls.errors import ADVICE, Problem, UsageRefused, either, problem
from clustercalls.model import EntryKind, Registry, StageKind, Status, Track
from clustercalls.query.named import known_values
from clustercalls.query.wanted import NONE, Values

# The fields one can filter by, and where a query has their values.
FILTERED = {
    "kind": "kinds", "stage": "stage_kinds", "programme": "programmes", "tag": "tags",
    "status": "statuses", "track": "tracks", "owner": "owners",
}  # fmt: skip
CODES: dict[str, type[Enum]] = {"kind": EntryKind, "stage": StageKind, "status": Status}


def one_of(option: str, value: str, known: Iterable[str], before: str = "") -> str:
    """The known word that is meant, in any case; `before` is what was typed in front of it.

    Raises:
        UsageRefused: when it is none of them.
    """
    known = tuple(known)
    if value.lower() in known:
        return value.lower()
    from clustercalls.query.alike import nearest

    near = "".join(nearest(value, known))
    told = {"option": option, "value": before + value, "known": ", ".join(known), "near": near}
    raise UsageRefused(
        problem("unknown-choice", None, advice=ADVICE["near" if near else "one of these"], **told)
    )


def words_of(kind: type[Enum]) -> tuple[str, ...]:
    """The words of these codes."""
    return tuple(each.value for each in kind)


def left_out(
    typed: Iterable[str] | None, registry: Registry, *, lenient: bool = False, dashes: str = "--"
) -> Values:
    """What `--not FIELD=VALUE` leaves out.

    Raises:
        UsageRefused: for what is no field, has no value, or one that is none.
    """
    if not typed:
        return NONE
    return Values(**values_of(_without(typed), registry, lenient=lenient, left_out=True, dashes=dashes))


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


def values_of(
    texts: Mapping[str, Iterable[str] | None],
    registry: Registry,
    *,
    lenient: bool = False,
    left_out: bool = False,
    dashes: str = "--",
) -> dict[str, Any]:
    """The values of these fields, by the fields of a query; they are `left_out` by `--not`.

    `lenient` takes a value that no entry has; `dashes` stand before the name of an option.

    Raises:
        UsageRefused: for a value that is none.
    """
    values: dict[str, Any] = {}
    for field, given in texts.items():
        way = _Typed(f"{dashes}not", f"{field}=") if left_out else _Typed(f"{dashes}{field}")
        if given and field in CODES:
            values[FILTERED[field]] = _codes(CODES[field], way, given)
        elif given:
            values[FILTERED[field]] = _held(registry, field, way, given, lenient=lenient)
    return values


def _codes(kind: type[Enum], way: _Typed, wanted: Iterable[str]) -> frozenset[Enum]:
    return frozenset(kind(one_of(way.option, each, words_of(kind), way.before)) for each in wanted)


def _held(
    registry: Registry, field: str, way: _Typed, wanted: Iterable[str], *, lenient: bool
) -> frozenset[str]:
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
