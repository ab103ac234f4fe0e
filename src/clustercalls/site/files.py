"""The files of an audience: every writer, a row each, and all that they make."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from clustercalls.site import atom, calendars, data, json_feed, opportunities, page_files
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication

Made = Iterator[tuple[str, bytes]]  # paths below the folder of the language, and what is there


class Writer(NamedTuple):
    """What makes files of a publication: in every language, or `once`, at the root of the audience."""

    make: Callable[[Publication, Making], Made]
    once: bool = False


FEEDS = frozenset({atom.PATH, json_feed.PATH})
WRITERS: tuple[Writer, ...] = (
    Writer(data.files, once=True),
    Writer(opportunities.files, once=True),
    Writer(calendars.calendars),
    Writer(atom.files),
    Writer(page_files.files),
    Writer(json_feed.files),
)


def files_of(publications: Iterable[Publication], making: Making) -> dict[str, bytes]:
    """Everything that is published for an audience, by its path in the audience's folder."""
    return {
        f"{publication.folder}{path}": made
        for number, publication in enumerate(publications)
        for writer in WRITERS
        if not (writer.once and number)
        for path, made in writer.make(publication, making)
    }
