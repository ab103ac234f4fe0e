"""What machines write as candidates; what of it cannot be read is said, and the others are read."""

from collections.abc import Callable, Iterator

from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.cli.fetch.source_kinds import KINDS, SourceDocument
from clustercalls.cli.importing.given_reading import GivenReading
from clustercalls.cli.importing.reading import GivenDocument
from clustercalls.drafts import ReadColumns
from clustercalls.errors import Problem
from clustercalls.zones import Moment


def candidates(
    given: GivenDocument, reading: GivenReading, moment: Moment, columns: Callable[[ReadColumns], None]
) -> Iterator[Candidate | DoneElsewhere]:
    """What stands in it, entry by entry; of our own exports only what is ticked.

    `columns` is given what the headings of a table are read as.

    Raises:
        Refusal: for what is none of this form, and where a library is missing.
    """
    document = SourceDocument(
        reading.name, given.data, moment.now, moment.zone, reading.settings, reading.is_ours, columns
    )
    for candidate in KINDS[reading.form].candidates(document):
        if isinstance(candidate, Problem):
            reading.tell(candidate)
        else:
            yield candidate
