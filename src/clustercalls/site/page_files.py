"""The pages of a publication as its files: those of what is there, and one for each call that left."""

from collections.abc import Iterator

from clustercalls.site import calendars
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication


def files(publication: Publication, making: Making) -> Iterator[tuple[str, bytes]]:
    """Every page, in one's own templates where there are some.

    Raises:
        InputRefused: when one of those is none, or fails.
    """
    from clustercalls.site import pages  # which makes templates: nobody else waits for that

    yield from pages.files(publication, making.templates, calendars.ids(publication, making))
    there = {entry.id for entry in publication.entries}
    for gone in making.gone:
        if gone.id not in there:
            yield f"calls/{gone.id}.html", pages.gone(publication, gone.id, gone.title, making.templates)
