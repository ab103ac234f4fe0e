"""Several documents read as one, numbered through; one that cannot be read hides no other."""

from collections.abc import Callable, Iterator, Sequence

from clustercalls.cli.importing.understood import Understood
from clustercalls.errors import Problem, Refusal


def read_all(
    places: Sequence[str], read: Callable[[str], Understood], tell: Callable[[Problem, int], None]
) -> Understood:
    """What the documents at these places tell, in their order; `tell` is told of one that cannot be read.

    Raises:
        Refusal: when the only one, or none of them, can be read.
    """
    if len(places) == 1:
        return read(places[0])
    every: list[Understood] = []
    for last, place in _and_whether_last(places):
        try:
            every.append(read(place))
        except Refusal as refused:
            if last and not every:
                raise
            tell(refused.problem, refused.exit_code)
    return _joined(every)


def _and_whether_last(places: Sequence[str]) -> Iterator[tuple[bool, str]]:
    once = list(dict.fromkeys(places))
    return ((number == len(once), place) for number, place in enumerate(once, 1))


def _joined(every: Sequence[Understood]) -> Understood:
    """As one: the first document, the entries of all with numbers of their own, the headings of one table."""
    entries = [entry for read in every for entry in read.entries]
    columns = [read.columns for read in every if read.columns]
    return Understood(
        every[0].document,
        [entry._replace(number=number) for number, entry in enumerate(entries, 1)],
        [left for read in every for left in read.left],
        [tick for read in every for tick in read.ticks],
        columns[0] if len(columns) == 1 else None,
    )
