"""What machines write as candidates; what of it cannot be read is said, and the others are read."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from clustercalls.calendar.naming import by_uid
from clustercalls.candidate import Candidate
from clustercalls.cli.fetch.source_kinds import KINDS, SourceDocument
from clustercalls.cli.importing.reading import GivenDocument
from clustercalls.config_tables import SourceSettings
from clustercalls.errors import Problem
from clustercalls.zones import Moment


def candidates(
    given: GivenDocument, form: str, moment: Moment, tell: Callable[[Problem], None]
) -> Iterator[Candidate]:
    """What stands in it, entry by entry, but our own exports; `tell` is told what could not be read.

    Raises:
        Refusal: for what is none of this form, and where a library is missing.
    """
    settings = SourceSettings()
    document = SourceDocument(form, given.data, moment.now, moment.zone, settings, _is_ours)
    for candidate in KINDS[form].candidates(document):
        if isinstance(candidate, Problem):
            tell(replace(candidate, place=replace(candidate.place, file=given.name)))
        else:
            yield candidate


def _is_ours(uid: str) -> bool:
    return by_uid(uid) is not None
