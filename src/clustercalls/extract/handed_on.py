"""What a section that is no entry says, put to the entries that it is of: addresses, what is common."""

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.money_words import MoneyOf
from clustercalls.extract.told import ToldSentence


def hand_on(section: EntrySection, left: list[EntrySection], after: EntrySection | None) -> None:
    """Puts the addresses of a section that is no entry to the one event told of, else to that behind it."""
    for piece in section.told:
        other = _event_of(piece, left) or after
        if other and piece.links and not (piece.dates or piece.money):
            other.told.append(piece)


def _event_of(piece: ToldSentence, left: list[EntrySection]) -> EntrySection | None:
    """The one event told of, where a sentence is on an event ("the slides of the conference are at …")."""
    events = [one for one in left if one.kind is EntryKind.EVENT and one.heads]
    return events[0] if piece.kind is EntryKind.EVENT and len(events) == 1 else None


def _above(piece: ToldSentence, left: list[EntrySection]) -> EntrySection | None:
    """The entry whose last sentence is the nearest above."""
    ended = [one for one in left if one.told and one.told[-1].number < piece.number]
    return max(ended, key=lambda one: one.told[-1].number, default=None)


def share(section: EntrySection, left: list[EntrySection], near: EntrySection | None) -> None:
    """Puts what a text says of all entries listed in it to each: addresses, rates, amounts per project.

    In a bulletin, whose text is of no entry of its own, an address goes to the entry nearest to it alone.
    """
    listed = [piece for piece in left if piece.parent is section]
    if not listed:
        hand_on(section, left, near)
        return
    calls = [one for one in listed if one.kind is EntryKind.CALL]
    is_bulletin = section.is_collection or section.in_digest or not section.heads
    for piece in section.told:
        if piece.links and not piece.dates:
            event = _event_of(piece, left)
            for one in (
                [event or _above(piece, left) or near or listed[-1]] if event or is_bulletin else listed
            ):
                one.told.append(piece)
        elif _is_of_each(piece) and not is_bulletin:
            for one in calls:
                if not _says(one, piece):
                    one.told.append(piece)


def _is_of_each(piece: ToldSentence) -> bool:
    """Whether a sentence has only a rate, or amounts for one project, and no date."""
    if piece.dates or piece.kind is EntryKind.EVENT:
        return False
    sums = {role.of for role in piece.money}
    return bool(piece.shares or sums) and sums <= {MoneyOf.EACH, MoneyOf.LEAST}


def _says(one: EntrySection, piece: ToldSentence) -> bool:
    """Whether an entry says the same kind of thing itself."""
    return any(
        (own.shares and piece.shares) or ({r.of for r in own.money} & {r.of for r in piece.money})
        for own in one.told
    )
