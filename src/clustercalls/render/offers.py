"""The rows of `find`: what is on offer, how it is named in the catalogue, and where the words stand in it."""

from typing import TYPE_CHECKING

from clustercalls.query.select import EntryRow
from clustercalls.render.columns import ENTRIES, Columns
from clustercalls.render.lines import painted, wrapped
from clustercalls.render.rows import ListRow, list_row
from clustercalls.render.safe import safe_text
from clustercalls.render.urgency import DIM
from clustercalls.render.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clustercalls.render.columns import Rows, View

Pieces = tuple[tuple[str, bool], ...]

BOLD = "1"
INDENT, MORE, BETWEEN = "  ", "…", " · "
BEFORE = 3  # one part in so many of a line may stand before the first word


class OfferRow(EntryRow, frozen=True, kw_only=True):
    """One that was found; `found` are the places where the words stand, in pieces: is one of them, or not.

    Moments are ISO texts.
    """

    source: str
    ident: str
    first_seen: str
    changed: str | None
    gone: str | None
    found: tuple[Pieces, ...]


class OfferRecord(ListRow, frozen=True, gc=False, kw_only=True):
    """A row of `find` for machines: that of `list`, and what the catalogue knows of it."""

    source: str
    key: str
    ident: str | None
    first_seen: str
    changed: str | None
    gone: str | None
    found: str | None


class OfferColumns(Columns):
    """Those of an entry, and where the words stand that were looked for: in a table, below the row."""

    beneath = frozenset({"found"})

    def names(self, view: "View", rows: "Rows") -> tuple[str, ...]:
        """As ever, and where the words stand if one title does not show them."""
        names = super().names(view, rows)
        return names if view.columns or not any(map(_told, rows)) else (*names, "found")

    def below(self, row: object, wide: int, *, color: bool) -> "Iterator[str]":
        """The lines below a row: where the words stand that its title does not show."""
        for place in _told(row):
            pieces = [(safe_text(text), is_word) for text, is_word in place]
            yield INDENT + "".join(
                painted(text, BOLD if is_word else DIM) if color else text
                for text, is_word in _fitting(pieces, max(wide - len(INDENT), 1))
            )


def _told(row: object) -> list[Pieces]:
    """The places with a word that is not to be seen in the title."""
    if not isinstance(row, OfferRow):
        return []
    title = row.entry.title.casefold()
    return [
        place
        for place in row.found
        if any(is_word and text.casefold() not in title for text, is_word in place)
    ]


def _fitting(pieces: list[tuple[str, bool]], wide: int) -> list[tuple[str, bool]]:
    """As many of these pieces as fit on a line, from shortly before the first word."""
    text = "".join(text for text, _ in pieces)
    if width(text) <= wide:
        return pieces
    marks = [is_word for text, is_word in pieces for _ in text]
    begin = max(marks.index(True) - wide // BEFORE, 0) if any(marks) else 0
    if begin:
        begin = text.find(" ", begin, marks.index(True)) + 1 or marks.index(True)
    head = MORE if begin else ""
    shown = wrapped(text[begin:], max(wide - len(head) - len(MORE), 1))[0].rstrip()
    end = begin + len(shown)
    tail = MORE if end < len(text) and not shown.endswith(MORE) else ""
    kept = [(head, False)]
    for letter, is_word in zip(text[begin:end], marks[begin:end], strict=True):
        if kept[-1][1] is is_word:
            kept[-1] = (kept[-1][0] + letter, is_word)
        else:
            kept.append((letter, is_word))
    return [*kept, (tail, False)]


def _said(row: OfferRow, view: "View") -> str:
    """Where the words stand; unless that column is asked for, only what the title does not show."""
    return _text(row.found if view.columns else _told(row))


def _text(places: "Iterable[Pieces]") -> str:
    return BETWEEN.join("".join(text for text, _ in place) for place in places)


def _record(row: OfferRow, _zone: str) -> OfferRecord:
    listed = list_row(row)
    return OfferRecord(
        **{name: getattr(listed, name) for name in ListRow.__struct_fields__},
        source=row.source,
        key=row.entry.id,
        ident=row.ident or None,
        first_seen=row.first_seen,
        changed=row.changed,
        gone=row.gone,
        found=_text(row.found) or None,
    )


OFFERS = OfferColumns(
    cells={**ENTRIES.cells, "found": _said},
    usual=ENTRIES.usual,
    machines=lambda: (OfferRecord.__struct_fields__, _record),
)
