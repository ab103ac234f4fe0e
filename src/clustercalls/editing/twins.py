"""Entries that a registry has already: the same title, the same address, or both."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.editing.document import Document, Table
from clustercalls.phrase.folding import fold

# What two writings of one address may differ in: http or https, www., the last stroke, where on the page.
_WRITING = r"(?i)^https?://(?:www\.)?|/?(?:#.*)?$"


class Twin(NamedTuple):
    """An entry that is like a new one, and in what."""

    id: str
    title: bool
    address: bool

    @property
    def both(self) -> bool:
        """Whether it is the same thing, as far as can be told."""
        return self.title and self.address


def twin_of(table: Table, documents: Iterable[Document]) -> Twin | None:
    """The entry most like a new one: with its title and its address, else with one of them."""
    found = [
        Twin(each.id, *_alike(table, document.table(each)))
        for document in documents
        for each in document.addresses()
    ]
    return max(
        (each for each in found if each.title or each.address), key=lambda each: each.both, default=None
    )


def _alike(one: Table, other: Table) -> tuple[bool, bool]:
    title, address = _said(one.get("title")), _place(one.get("url"))
    same_title, same_address = title == _said(other.get("title")), address == _place(other.get("url"))
    return bool(title) and same_title, bool(address) and same_address


def _said(title: object) -> str:
    return " ".join(re.findall(r"\w+", fold(title))) if isinstance(title, str) else ""


def _place(url: object) -> str:
    """An address without what may be written otherwise; only its host is in any case."""
    plain = re.sub(_WRITING, "", url.strip()) if isinstance(url, str) else ""
    host, stroke, rest = plain.partition("/")
    return host.casefold() + stroke + rest
