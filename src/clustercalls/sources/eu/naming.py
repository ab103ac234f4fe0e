"""How a single record is asked for: by what is unique in its type, which its key says."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from clustercalls.sources.eu.asking import Type

_PAGE = re.compile(r"/topic-details/([^/?#]+)")


class PortalName(NamedTuple):
    """A type, and what names one record of it."""

    type: Type
    name: str


def asked_as(key: str, ident: str, url: str = "") -> PortalName | None:
    """What asks for the record of a key; None where nothing that is known would.

    `ident` is its identifier, empty when not known: of a topic the address of its page then says it.
    """
    number = re.match(r"\d+", key)
    if "COMPETITIVE_CALL" in key:
        return PortalName(Type.CASCADE, number[0]) if number else None
    if "PROSPECTS" in key:
        return PortalName(Type.PROSPECT, ident) if ident else None
    page = _PAGE.search(url)
    name = ident or (unquote(page[1]) if page else "")
    return PortalName(Type.TOPIC, name) if name else None
