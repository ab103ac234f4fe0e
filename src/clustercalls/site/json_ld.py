"""What a page says of an entry to machines that read pages: JSON-LD in the words of https://schema.org.

A call is a `MonetaryGrant`. No grant has a deadline there, so each of its dates is an `Event` about it
(`subjectOf`), which is what calendars and search engines read: with the date it had before, when it moved. An
event, or a policy step, is such an `Event` itself, and its other dates are about it. A date that is not sure
is told in words alone.
"""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from clustercalls.calendar.lines import address, clean, one_line
from clustercalls.model import Entry, EntryKind
from clustercalls.render.words import link
from clustercalls.site.event_ld import about, dated, dates_of
from clustercalls.site.json_text import on_one_line
from clustercalls.site.publication import Publication

Table = dict[str, Any]

CONTEXT = "https://schema.org"
_EVENT = "Event"
_TYPES = {
    EntryKind.CALL: "MonetaryGrant",
    EntryKind.EVENT: _EVENT,
    EntryKind.POLICY: _EVENT,
    EntryKind.RESOURCE: "CreativeWork",  # a portal, a list, a document
}
# What may end a script, begin a comment in one, or a line in old ones: the same values, written otherwise.
_ACTING = "<>&\u2028\u2029"


def of(publication: Publication, entry: Entry) -> Table:
    """The object of an entry: `url` is its page where the address is known, `sameAs` where its own is."""
    own, others = dates_of(entry)
    page, original = publication.url(f"calls/{entry.id}.html"), address(link(entry))
    is_served, kind = bool(publication.address), _TYPES[entry.kind]
    about_it = clean(entry.summary or entry.about).strip()
    table = {
        "@context": CONTEXT,
        "@type": kind,
        "name": one_line(entry.title),
        **(dated(own, publication.t) if own else {}),
        **({"description": about_it} if about_it else {}),
        "url": page if is_served else original,
        "sameAs": original if is_served else "",
        "identifier": [one_line(each) for each in entry.ref],
        **(_place(entry) if kind == _EVENT else {}),
        **(_money(entry) if entry.kind is EntryKind.CALL else {}),
        "subjectOf": [_said(about(each, publication.t)) for each in others],
    }
    return _said(table)


def embedded(table: Table) -> Markup:
    """Such an object as the content of `<script type="application/ld+json">`, where nothing of it acts.

    https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
    """
    text = on_one_line(table).decode().rstrip("\n")
    for character in _ACTING:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - nothing of it acts


def _place(entry: Entry) -> Table:
    """Where an event is, and whom one asks of it."""
    where, contact = one_line(entry.place), entry.contact
    asked = {} if contact is None else {"name": one_line(contact.name), "email": one_line(contact.email)}
    return {
        "location": {"@type": "Place", "name": where, "address": where} if where else {},
        "organizer": {"@type": "Organization", **_said(asked)} if asked.get("name") else {},
    }


def _money(entry: Entry) -> Table:
    """Who funds it, a programme being a scheme of funding, and how much: all of it, and for one project."""
    programme = one_line(entry.programme)
    amounts = [*_amounts(entry)]
    return {
        "funder": {"@type": "FundingScheme", "name": programme} if programme else {},
        "amount": amounts[0] if len(amounts) == 1 else amounts,
    }


def _amounts(entry: Entry) -> Iterator[Table]:
    grants, currency = entry.grants, one_line(entry.currency)
    if grants is not None:
        figures = {"value": grants.each, "minValue": grants.min, "maxValue": grants.max}
        if any(each is not None for each in figures.values()):
            yield _amount(currency, **figures)
    if entry.budget is not None:
        yield _amount(currency, name="budget", value=entry.budget)


def _amount(currency: str, **figures: float | str | None) -> Table:
    return _said({"@type": "MonetaryAmount", "currency": currency, **figures})


def _said(table: Table) -> Table:
    """A table without what says nothing; an amount of 0 says something."""
    return {key: each for key, each in table.items() if each not in ("", None, [], {})}
