"""The kinds of sources that are one document at one address: a row each, with how it is read."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from clustercalls.calendar.naming import by_uid
from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.config_tables import SourceSettings
from clustercalls.drafts import ReadColumns, unshown
from clustercalls.errors import Problem


class SourceDocument(NamedTuple):
    """What came of a source, and all that it is read with.

    `is_ours` knows the UIDs of our own exports; `show` is given what the headings of a table are read as.
    """

    source: str
    data: bytes
    now: datetime
    zone: str
    settings: SourceSettings
    is_ours: Callable[[str], bool]
    show: Callable[[ReadColumns], None] = unshown


class SourceKind(NamedTuple):
    """How one is read; whether it drops what is old, and whether what is made of it depends on the day."""

    candidates: Callable[[SourceDocument], Iterator[Candidate | Problem | DoneElsewhere]]
    drops: bool = False
    is_of_its_day: bool = False


def _calendar(document: SourceDocument) -> Iterator[Candidate | Problem | DoneElsewhere]:
    from clustercalls.sources.calendars.read import candidates

    return candidates(
        document.data, document.source, document.now, document.zone, document.is_ours, is_of_our_form
    )


def is_of_our_form(uid: str) -> bool:
    """Whether a UID is one that we give, in whichever registry."""
    return by_uid(uid) is not None


def _feed(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.feeds.reports import candidates

    return candidates(document.data, document.source)


def _table(document: SourceDocument) -> Iterator[Candidate | Problem]:
    from clustercalls.sources.tables.read import candidates

    settings = document.settings
    return candidates(
        document.data, document.source, document.now, document.zone, settings.columns,
        dayfirst=settings.dayfirst, show=document.show,
    )  # fmt: skip


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
