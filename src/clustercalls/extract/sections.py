"""Which sentences of a document are of one entry: under a heading, in an item or a row."""

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.entry_section import CALL_DATES, EVENT_DATES, EntrySection
from clustercalls.extract.headings import begins, headed, headed_by_item, led
from clustercalls.extract.layout import DocumentLayout
from clustercalls.extract.listed import of_item, of_row
from clustercalls.extract.mixtures import is_mixed
from clustercalls.extract.told import ToldSentence
from clustercalls.extract.within_text import put_text
from clustercalls.passages import PassageKind

__all__ = ["EVENT_DATES", "EntrySection", "sections"]


def sections(document: list[ToldSentence]) -> list[EntrySection]:
    """The sentences of a document by entry, in the order in which the entries begin."""
    layout = DocumentLayout(document)
    gathered: list[EntrySection] = []
    current = EntrySection(None, [])
    gathered.append(current)
    for passage in layout.passages:
        kind = passage.kind
        one: EntrySection | None = None
        if kind is PassageKind.HEADING and begins(passage.told, current, in_digest=layout.is_digest):
            current = headed(passage.told, in_digest=layout.is_digest)
            gathered.append(current)
        elif passage.may_head and layout.has_heads:
            current = headed_by_item(passage.told)
            gathered.append(current)
        elif passage.is_led and layout.has_led and not current.heads:
            current = led(passage.told[:1])
            gathered.append(current)
            put_text(passage.told[1:], current, gathered)
        elif kind is PassageKind.ROW and (one := of_row(passage, current, gathered[-1])):
            current.has_children = True
            gathered.append(one)
        elif kind is PassageKind.ITEM and (one := of_item(passage, current, in_digest=layout.is_digest)):
            current.has_children = True
            gathered.append(one)
            rest, one.told = one.told[1:], one.told[:1]
            put_text(rest, one, gathered)
        elif kind in {PassageKind.HEADING, PassageKind.ROW}:
            current.told += passage.told
        else:
            put_text(passage.told, current, gathered)
    parts = _joined([piece for piece in gathered if piece.told])
    for section in parts:
        section.mixed = section.mixed or is_mixed(section)
    return parts


def _joined(gathered: list[EntrySection]) -> list[EntrySection]:
    """The sections, those that name no entry or tell nothing of it put to the one before."""
    kept: list[EntrySection] = []
    dropped: list[EntrySection] = []
    for section in gathered:
        section.kind = section.kind or _by_body(section)
        if _only_gathers(section) or (section.name and section.kind is None):
            dropped.append(section)
            continue
        first = next((piece for piece in reversed(kept) if not piece.own), None)
        if section.own or section.name or (first and first.kind is None and section.kind and not first.dates):
            kept.append(section)
        elif first and (section.kind is None or not section.tells or _says_more(section, first)):
            first.told += section.told
        else:
            kept.append(section)
    bare = [piece for piece in kept if not piece.own and not _stands(piece) and len(kept) > 1]
    left = [piece for piece in kept if piece not in bare]
    for section in bare if left else ():
        after = next((piece for piece in kept[kept.index(section) :] if piece in left), left[-1])
        _hand_on(section, left, after)
    for section in dropped:
        _hand_on(section, left or kept, None)
    return left or kept


def _hand_on(section: EntrySection, left: list[EntrySection], after: EntrySection | None) -> None:
    """Puts the addresses of a section that is no entry to the one event told of, else to that behind it."""
    events = [piece for piece in left if piece.kind is EntryKind.EVENT and piece.heads]
    for piece in section.told:
        is_of_event = piece.kind is EntryKind.EVENT and len(events) == 1
        other = events[0] if is_of_event else after
        if other and piece.links and not (piece.dates or piece.money):
            other.told.append(piece)


def _stands(section: EntrySection) -> bool:
    """Whether a section tells enough to be an entry: a date, a sum; less where the layout names it."""
    return section.tells or bool(section.name and any(piece.has_something for piece in section.told))


def _only_gathers(section: EntrySection) -> bool:
    """Whether a heading is that of entries of others, or of steps, and of none itself."""
    if section.is_policy and section.has_children:
        return all(piece in section.heads for piece in section.told)
    return section.has_children and section.is_of_several


def _says_more(section: EntrySection, first: EntrySection) -> bool:
    """Whether a section without a name of its own tells of the call above."""
    if section.kind is not first.kind or any(piece.kind is section.kind for piece in section.heads):
        return not first.tells and not first.heads
    return not any(role.kind in CALL_DATES for role in section.dates)


def _by_body(section: EntrySection) -> EntryKind | None:
    """What a section without a word of it in its heading tells of."""
    roles = {role.kind for role in section.dates if not role.is_weak}
    kinds = [piece.kind for piece in section.told if piece.kind]
    pays = any(piece.money or piece.shares for piece in section.told)
    if EntryKind.CALL in kinds or (roles & {StageKind.DEADLINE, StageKind.OPENS}):
        return EntryKind.CALL
    if roles & EVENT_DATES:
        return EntryKind.EVENT
    if section.name and any(piece.has_something for piece in section.told):
        return EntryKind.CALL
    if section.heads and StageKind.DEADLINE in {role.kind for role in section.dates} and pays:
        return EntryKind.CALL
    if any(piece.money for piece in section.told) and kinds:
        return kinds[0]
    return EntryKind.POLICY if EntryKind.POLICY in kinds and section.dates else None
