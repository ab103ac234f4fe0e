"""Opportunities as candidates; those of ours come back whole, by their custom fields."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from clustercalls import common_grants
from clustercalls.candidate import Candidate
from clustercalls.enumerations import EntryKind, Status
from clustercalls.errors import Problem
from clustercalls.limits import ITEMS, OFFERED_SUMMARY, OFFERED_TITLE, OFFERED_WORD, RECORDS
from clustercalls.registry.build import Defaults
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import from_document
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import JsonText
from clustercalls.registry.values import near_identifier
from clustercalls.sources.common_grants.funds import read_funds
from clustercalls.sources.common_grants.key_dates import NoDate, read_dates
from clustercalls.sources.common_grants.recognised import opportunities_in, pages_of
from clustercalls.sources.html_text import one_line, plain
from clustercalls.sources.json_document import decoded
from clustercalls.sources.offered import address, key_of, left_out, rest_unread, shortened, unlike
from clustercalls.sources.offered_entry import offered_entry
from clustercalls.sources.seen import seen

OPPORTUNITIES = "opportunities of CommonGrants"


class OpportunityTable(NamedTuple):
    """An opportunity as a registry has an entry: its kind and its table; whether it is one of ours."""

    kind: str
    table: dict[str, Any]
    is_ours: bool = False


def candidates(data: bytes, source: str, zone: str) -> Iterator[Candidate | Problem]:
    """Every opportunity; of those that cannot be read, why. Hours are on the clock of `zone`.

    Raises:
        InputRefused: for what has no opportunities.
    """
    received = decoded(data, source, OPPORTUNITIES)
    items = opportunities_in(received)
    if items is None:
        raise unlike(source, OPPORTUNITIES, "no opportunity is in it")
    return _candidates(items, pages_of(received), source, zone)


def _candidates(items: list[Any], pages: int, source: str, zone: str) -> Iterator[Candidate | Problem]:
    taken = set[str]()
    for number, item in enumerate(items, 1):
        if number > RECORDS:
            yield rest_unread(source, "more than {limit} are not read", limit=RECORDS)
            break
        if not isinstance(item, dict):
            yield left_out(source, 0, f"#{number}", "it says nothing")
            continue
        yield from _of_one(item, number, taken, (source, zone))
    if pages > 1:
        reason = "it is one page of {pages}: ask for larger ones in its address (pageSize)"
        yield rest_unread(source, reason, pages=pages)


def _of_one(
    item: dict[str, Any], number: int, taken: set[str], reading: tuple[str, str]
) -> Iterator[Candidate | Problem]:
    """The candidate of an opportunity, and what is wrong with it."""
    source, zone = reading
    title, name = _string(item, "title"), _string(item, "id")
    shown = one_line(title) or name or f"#{number}"
    if not name or not one_line(title):
        yield left_out(source, 0, shown, "it has no title" if name else "it has no id")
        return
    key = key_of(name)
    if key in taken:
        yield left_out(source, 0, shown, "its key, {key}, came before", key=key[:60])
        return
    try:
        made = _table(item, zone)
    except NoDate as none:
        yield left_out(source, 0, shown, "`{value}` is no date", value=f"{none}")
        return
    parsed = from_document(
        {made.kind: [made.table]}, JsonText(source, Layout("")), {}, defaults=Defaults(zone, zone)
    )
    yield from parsed.problems
    for entry in parsed.entries:
        taken.add(key)
        ident = entry.id if made.is_ours else ""
        searched = "\n".join((plain(_string(item, "description")), *_others(item)))
        text = "" if made.is_ours else searched
        yield from seen(offered_entry(source, key, entry, ident=ident, text=text))


def _table(item: dict[str, Any], zone: str) -> OpportunityTable:
    """The table of an opportunity.

    Raises:
        NoDate: for a date that is none.
    """
    ours = common_grants.told_in(item.get("customFields"))
    if ours:
        kind = ours.pop(common_grants.KIND, "")
        return OpportunityTable(kind if kind in TABLES else EntryKind.CALL.value, ours, is_ours=True)
    dates, funds = read_dates(item.get("keyDates"), zone), read_funds(item.get("funding"))
    status, noted = _status(item.get("status"), dates.stages)
    title, url = shortened(one_line(_string(item, "title")), OFFERED_TITLE), address(_string(item, "source"))
    table = {
        "id": near_identifier(title) or "call",
        "title": title,
        "summary": shortened(one_line(_string(item, "description")), OFFERED_SUMMARY),
        "status": status,
        **funds.facts,
        "eligibility": list(dict.fromkeys(_who(item.get("acceptedApplicantTypes"))))[:ITEMS],
        "ref": list(dict.fromkeys(_names(item.get("identifiers"))))[:ITEMS],
        "url": url,
        "source": {"url": url} if url else {},
        "stage": dates.stages,
        "about": shortened(
            "; ".join(filter(None, (_details(item), *noted, *dates.notes, *funds.notes))), 1_000
        ),
    }
    return OpportunityTable(EntryKind.CALL.value, {key: each for key, each in table.items() if each})


def _string(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _status(received: object, stages: list[dict[str, Any]]) -> tuple[str, list[str]]:
    """What is stated: that it is off, or open without a deadline; the rest follows from its dates."""
    told = received if isinstance(received, dict) else {}
    value, custom = _string(told, "value"), one_line(_string(told, "customValue"))
    if value == "open" and not any(each["kind"] == "deadline" for each in stages):
        return Status.OPEN.value, []
    stated = common_grants.STATUSES.get(custom.casefold(), "") if value == "custom" else ""
    return stated, [f"status: {shortened(custom, 80)}"] if custom and not stated else []


def _details(item: dict[str, Any]) -> str:
    funding = item.get("funding")
    return one_line(_string(funding, "details")) if isinstance(funding, dict) else ""


def _who(received: object) -> Iterator[str]:
    """Who may apply, a text each."""
    for kind in received if isinstance(received, list) else ():
        if isinstance(kind, dict):
            value = _string(kind, "value").replace("_", " ")
            texts = (one_line(_string(kind, "description")), one_line(_string(kind, "customValue")), value)
            text = next(filter(None, texts), "")
            if text:
                yield shortened(text, OFFERED_SUMMARY)


def _names(received: object) -> Iterator[str]:
    """What it is officially called, but for the number that a system has for itself."""
    told = received if isinstance(received, dict) else {}
    others = told.get("otherIds")
    every = {**told, **(others if isinstance(others, dict) else {})}
    for registry, each in every.items():
        if registry not in {"systemId", "otherIds"} and isinstance(each, dict):
            name = one_line(_string(each, "id"))
            if name:
                yield shortened(name, OFFERED_WORD)


def _others(item: dict[str, Any]) -> Iterator[str]:
    """What custom fields of others say, each with its name: it is searched."""
    fields = item.get("customFields")
    for name, each in (fields if isinstance(fields, dict) else {}).items():
        value = each.get("value") if isinstance(each, dict) else None
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield one_line(f"{name}: {value}")
