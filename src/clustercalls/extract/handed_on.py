"""What a section that is no entry says, put to the entries that it is of: addresses, what is common."""

from clustercalls.enumerations import EntryKind
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.money_words import MoneyOf
from clustercalls.extract.told import ToldSentence


def hand_on(section: EntrySection, left: list[EntrySection], after: EntrySection | None) -> None:
    """Puts the addresses of a section that is no entry to the one event told of, else to that behind it."""
    events = [piece for piece in left if piece.kind is EntryKind.EVENT and piece.heads]
    for piece in section.told:
        is_of_event = piece.kind is EntryKind.EVENT and len(events) == 1
        other = events[0] if is_of_event else after
        if other and piece.links and not (piece.dates or piece.money):
            other.told.append(piece)


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
            for one in [near or listed[-1]] if is_bulletin else listed:
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
