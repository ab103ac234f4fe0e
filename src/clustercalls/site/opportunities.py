"""calls.commongrants.json: the calls as opportunities of https://commongrants.org, as its servers answer.

An opportunity has plain days and amounts, and what is doubtful in them is said in words; all that a registry
knows stands besides in the custom fields of `common_grants`, from which `import` has it whole. Events, policy
steps and addresses are nobody's opportunities to apply: they are left to calls.json.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from clustercalls import timeline
from clustercalls.calendar.lines import address, clean, one_line
from clustercalls.common_grants import custom_fields
from clustercalls.model import Entry, EntryKind, Status
from clustercalls.query.outward import knows_of
from clustercalls.registry.public_tables import public_table
from clustercalls.render import amounts, words
from clustercalls.site import identity
from clustercalls.site.json_text import encoded
from clustercalls.site.key_dates import key_dates
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication
from clustercalls.site.told_days import ToldDays, days_of, oldest, stamp
from clustercalls.site.whole_address import whole_address

Table = dict[str, Any]

PATH = "calls.commongrants.json"
_STATUSES = {
    Status.FORECAST: "forecasted",
    Status.OPEN: "open",
    Status.CLOSING: "open",
    Status.CLOSED: "closed",
}


def files(publication: Publication, _: Making) -> Iterator[tuple[str, bytes]]:
    """The opportunities of an audience, once for all languages; their words are in that of `publication`."""
    yield PATH, encoded(answer(publication))


def answer(publication: Publication) -> Table:
    """What a server answers who is asked for all: one page."""
    known = days_of(publication)
    unknown = oldest(publication, known)
    calls = [each for each in publication.entries if each.kind is EntryKind.CALL]
    told = [opportunity(publication, each, known.get(each.id, ToldDays(unknown, unknown))) for each in calls]
    pages = {"page": 1, "pageSize": max(len(told), 1), "totalItems": len(told), "totalPages": 1}
    return {"status": 200, "message": "Success", "items": told, "paginationInfo": pages}


def opportunity(publication: Publication, entry: Entry, days: ToldDays) -> Table:
    """One of them, with its custom fields.

    Raises:
        StageCircle, OverflowError, KeyError: as `public_table` (a read registry raises none).
    """
    t = publication.t
    table = {
        "id": identity.opportunity_id(publication, entry.id),
        "title": one_line(entry.title),
        "description": clean(entry.summary or entry.about or entry.title).strip(),
        "status": _status(entry, publication),
        "funding": _funding(entry, publication),
        "keyDates": key_dates(entry, publication.moment, t),
        "acceptedApplicantTypes": [_applicant(each) for each in entry.eligibility],
        "source": whole_address(address(words.link(entry))),
        "customFields": custom_fields(entry.kind.value, public_table(entry, knows_of(publication.audience))),
        "createdAt": stamp(days.first),
        "lastModifiedAt": stamp(days.last),
    }
    optional = {"funding", "keyDates", "acceptedApplicantTypes", "source"}
    return {key: each for key, each in table.items() if each or key not in optional}


def _status(entry: Entry, publication: Publication) -> Table:
    """Whether one can apply, at the moment of publication; what they have no word for in ours."""
    status = timeline.status_of(entry, timeline.milestones(entry), publication.moment) or Status.UNKNOWN
    value = _STATUSES.get(status, "custom")
    custom = {"customValue": status.value} if value == "custom" else {}
    return {"value": value, **custom, "description": words.status(status, publication.t)}


def _funding(entry: Entry, publication: Publication) -> Table:
    grants = entry.grants
    of_each = grants.each if grants else None
    table = {
        "details": one_line(amounts.money_in_full(entry, publication.t)),
        "totalAmountAvailable": _money(entry.budget, entry),
        "minAwardAmount": _money(grants.min if grants and grants.min is not None else of_each, entry),
        "maxAwardAmount": _money(grants.max if grants and grants.max is not None else of_each, entry),
        "estimatedAwardCount": grants.number if grants else None,
    }
    return {key: value for key, value in table.items() if value not in ("", None)}


def _money(amount: float | None, entry: Entry) -> Table | None:
    """An amount, digits in a text; None without a currency, which it has to have."""
    currency = one_line(entry.currency)
    if amount is None or not currency:
        return None
    digits = f"{amount:.0f}" if amount == int(amount) else f"{Decimal(str(amount)):f}"
    return {"amount": digits, "currency": currency}


def _applicant(text: str) -> Table:
    return {"value": "custom", "customValue": one_line(text)}
