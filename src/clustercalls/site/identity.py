"""What published things are called for good: URNs of UUIDs, made of names alone.

A feed's id stays when dates and titles change and when the folder moves to another server
(https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6), so neither is in it: it is made of the name that the
registry states, as the names of events in calendars are; only of a registry without one, of the address.
"""

from uuid import UUID, uuid5

from clustercalls.site.publication import Publication

# Made once, at random: what is ours among all UUIDs that are made of names (RFC 9562, section 5.5).
_OURS = UUID("8d1f3f0e-5f0b-4b86-9a53-6f1b7d7b2c41")


def feed_urn(publication: Publication) -> str:
    """The URN of the feed of an audience in a language."""
    return _urn(publication, "feed", publication.name, publication.t.code)


def item_urn(publication: Publication, entry_id: str) -> str:
    """The URN of an entry in such a feed."""
    return _urn(publication, "item", publication.name, publication.t.code, entry_id)


def opportunity_id(publication: Publication, entry_id: str) -> str:
    """The UUID of an entry, the same for every audience and in every language."""
    return str(_uuid(publication, "opportunity", entry_id))


def _urn(publication: Publication, *names: str) -> str:
    return _uuid(publication, *names).urn


def _uuid(publication: Publication, *names: str) -> UUID:
    whose = publication.registry.name or publication.address
    return uuid5(_OURS, "\n".join((whose, *names)))  # no name has a line feed
