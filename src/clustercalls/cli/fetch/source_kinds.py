"""The kinds of sources that are one document at one address: a row each, with how it is read."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from clustercalls.candidate import Candidate
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import Problem


class SourceDocument(NamedTuple):
    """What came of a source, and all that it is read with; `is_ours` knows the UIDs of our own exports."""

    source: str
    data: bytes
    now: datetime
    zone: str
    settings: SourceSettings
    is_ours: Callable[[str], bool]


class SourceKind(NamedTuple):
    """How one is read; whether it drops what is old, and whether what is made of it depends on the day."""

    candidates: Callable[[SourceDocument], Iterator[Candidate | Problem]]
    drops: bool = False
    is_of_its_day: bool = False


def _calendar(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.calendars.read import candidates

    return candidates(document.data, document.source, document.now, document.zone, document.is_ours)


def _feed(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.feeds.read import candidates

    return candidates(document.data, document.source, document.now, document.zone)


def _table(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.tables.read import candidates

    columns, dayfirst = document.settings.columns, document.settings.dayfirst
    return candidates(document.data, document.source, document.now, document.zone, columns, dayfirst=dayfirst)


def _registry(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.registries.read import candidates

    return candidates(document.data, document.source)


def _common_grants(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.common_grants.read import candidates

    return candidates(document.data, document.source, document.zone)


KINDS = {
    "ics": SourceKind(_calendar, is_of_its_day=True),  # a series is its next occurrence
    "feed": SourceKind(_feed, drops=True),
    "table": SourceKind(_table),
    "registry": SourceKind(_registry),
    "commongrants": SourceKind(_common_grants),
}
