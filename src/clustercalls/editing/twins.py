"""Entries that a registry has already: the same title, the same address, or the same key of their source."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from clustercalls import timeline
from clustercalls.editing.document import Document, Table
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Entry
from clustercalls.phrase.folding import fold
from clustercalls.registry.values import source_key

# What two writings of one address may differ in: http or https, www., the last stroke, where on the page.
_WRITING = r"(?i)^https?://(?:www\.)?|/?(?:#.*)?$"


class Twin(NamedTuple):
    """An entry that is like a new one, and in what."""

    id: str
    title: bool
    address: bool
    key: bool = False
    day: bool = False  # of a stage; asked only where the title is the same

    @property
    def same(self) -> bool:
        """Whether it is the same thing, as far as can be told."""
        return self.key or (self.title and (self.address or self.day))


def already_kept(twin: Twin) -> UsageRefused:
    """That an entry is there already; `add` can be told that another one is meant."""
    what = "this key of its source" if twin.key else "this title and this address"
    if twin.day and not (twin.key or twin.address):
        what = "this title and one of its days"
    return UsageRefused(problem("already-kept", id=twin.id, what=what, again="--again"))


def twin_of(table: Table, documents: Iterable[Document]) -> Twin | None:
    """The entry most like a new one: with the key of its source, else its title and its address, else one."""
    twins = [
        Twin(address.id, *_alike(table, document.table(address)))
        for document in documents
        for address in document.addresses()
    ]
    alike = (each for each in twins if each.title or each.address or each.key)
    return max(alike, key=lambda each: (each.key, each.same), default=None)


def twin_by_day(kind: str, table: Table, new: Document, documents: Iterable[Document]) -> Twin | None:
    """The entry with the title of a new one, which `new` is to hold, and a day of it."""
    title = words_of_title(table.get("title"))
    days = _days(new, kind, table) if title else frozenset()
    for document in documents if days else ():
        for address in document.addresses():
            its = document.table(address)
            same = address.kind == kind and words_of_title(its.get("title")) == title
            if same and days & _days(document, kind, its):
                return Twin(address.id, title=True, address=False, day=True)
    return None


def _days(document: Document, kind: str, table: Table) -> frozenset[str]:
    entry = document.read(kind, table).entry
    return days_of(entry) if entry else frozenset()


def days_of(entry: Entry) -> frozenset[str]:
    """The days of the stages of an entry, by which it is known again."""
    milestones = timeline.milestones(entry)
    return frozenset(each.when.text[: len("2027-04-15")] for each in milestones if each.when)


def _alike(one: Table, other: Table) -> tuple[bool, bool, bool]:
    title, address = words_of_title(one.get("title")), place_of(one.get("url"))
    same_title, same_address = (
        title == words_of_title(other.get("title")),
        address == place_of(other.get("url")),
    )
    key = _key(one)
    return bool(title) and same_title, bool(address) and same_address, bool(key) and key == _key(other)


def _key(table: Table) -> str:
    source = table.get("source")
    key = source.get("key") if isinstance(source, dict) else None
    return source_key(key) if isinstance(key, str) else ""


def words_of_title(title: object) -> str:
    """A title without what may be written otherwise."""
    return " ".join(re.findall(r"\w+", fold(title))) if isinstance(title, str) else ""


def place_of(url: object) -> str:
    """An address without what may be written otherwise; only its host is in any case."""
    plain = re.sub(_WRITING, "", url.strip()) if isinstance(url, str) else ""
    host, stroke, rest = plain.partition("/")
    return host.casefold() + stroke + rest
