"""Which sentences of a document are of one entry: under a heading, in an item or a row."""

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.behind_dates import behind_date
from clustercalls.extract.date_role import BOUNDS, EVENT_DATES
from clustercalls.extract.entry_section import CALL_DATES, EntrySection
from clustercalls.extract.handed_on import hand_on, share
from clustercalls.extract.headings import begins, headed, headed_by_item, led
from clustercalls.extract.identified import of_ref
from clustercalls.extract.layout import DocumentLayout
from clustercalls.extract.listed import of_item, of_row
from clustercalls.extract.mixtures import is_mixed
from clustercalls.extract.placed_passages import PlacedPassage
from clustercalls.extract.repeated_forms import of_form
from clustercalls.extract.told import ToldSentence
from clustercalls.extract.within_text import put_text
from clustercalls.passages import PassageKind

__all__ = ["EntrySection", "sections"]


def sections(document: list[ToldSentence]) -> list[EntrySection]:
    """The sentences of a document by entry, in the order in which the entries begin."""
    parts = _joined([piece for piece in _gathered(DocumentLayout(document)) if piece.told])
    for section in parts:
        section.mixed = section.mixed or is_mixed(section)
    return parts


def _gathered(layout: DocumentLayout) -> list[EntrySection]:
    """The sections in which the passages stand, whether they tell of an entry or not."""
    gathered = [EntrySection(None, [])]
    current = gathered[0]
    for passage in layout.passages:
        kind = passage.kind
        one: EntrySection | None = None
        if kind is PassageKind.HEADING and begins(passage.told, current, in_digest=layout.is_digest):
            current = headed(passage.told, in_digest=layout.is_digest)
            gathered.append(current)
        elif begun := _begun(passage, layout):
            current = begun
            gathered.append(current)
        elif passage.ref and layout.has_refs:
            gathered.append(_identified(passage, current))
            current = current if layout.has_common_texts else gathered[-1]
        elif passage.is_led and layout.has_led and (current.may_list or passage.is_of_topics):
            current = led(passage.told)
            gathered.append(current)
            put_text(passage.told[1:], current, gathered)
        elif passage.is_behind_date and current.kind is None and (one := behind_date(passage.first)):
            one.under = current
            gathered.append(one)
        elif one := _listed(passage, current, gathered[-1], in_digest=layout.is_digest):
            gathered.append(one)
            if kind is PassageKind.ITEM:
                rest, one.told = one.told[1:], one.told[:1]
                put_text(rest, one, gathered)
        elif kind in {PassageKind.HEADING, PassageKind.ROW}:
            current.told += passage.told
        else:
            put_text(passage.told, current, gathered)
    return gathered


def _begun(passage: PlacedPassage, layout: DocumentLayout) -> EntrySection | None:
    """The section that the first line of a form, or an item above a text, begins."""
    if passage.begins_form:
        return of_form(passage.told, passage.following)
    if passage.heads_items or (passage.may_head and layout.has_heads):
        return headed_by_item(passage.told)
    return None


def _identified(passage: PlacedPassage, current: EntrySection) -> EntrySection:
    """The entry of a passage that begins with its identifier; what is above such ones lists them."""
    above = current.under or current
    above.has_children = True
    above.is_of_several = above.is_of_several or above.kind is not EntryKind.EVENT
    one = of_ref(passage.told)
    one.under = one.parent = above
    return one


def _listed(
    passage: PlacedPassage, current: EntrySection, before: EntrySection, *, in_digest: bool
) -> EntrySection | None:
    """The entry that a row or an item is by itself."""
    one: EntrySection | None = None
    if passage.kind is PassageKind.ROW:
        one = of_row(passage, current, before)
    elif passage.kind is PassageKind.ITEM:
        one = of_item(passage, current, in_digest=in_digest)
    if one:
        current.has_children = True
        one.parent = current
    return one


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
        hand_on(section, left, after)
    for section in dropped:
        before = gathered[: gathered.index(section)]
        near = next((piece for piece in reversed(before) if piece in (left or kept)), None)
        share(section, left or kept, near)
    return left or kept


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
    if section.in_digest and section.heads and first.heads:
        return False
    if section.kind is not first.kind or any(piece.kind is section.kind for piece in section.heads):
        return not first.tells and not first.heads
    return not any(role.kind in CALL_DATES for role in section.dates)


def _runs(section: EntrySection) -> bool:
    """Whether it has the first and the last day of something that nothing else is said of."""
    spans = (role.span for piece in section.told for role in piece.dates if role.kind is None)
    return any(span.is_range and span.is_day and not span.between for span in spans)


def _by_body(section: EntrySection) -> EntryKind | None:
    """What a section without a word of it in its heading tells of."""
    roles = {role.kind for role in section.dates if not role.is_weak}
    kinds = [piece.kind for piece in section.told if piece.kind]
    pays = any(piece.money or piece.shares for piece in section.told)
    if EntryKind.CALL in kinds or (roles & BOUNDS):
        return EntryKind.CALL
    if roles & EVENT_DATES:
        return EntryKind.EVENT
    if section.name and any(piece.has_something for piece in section.told):
        return EntryKind.CALL
    if pays and (StageKind.DEADLINE in {role.kind for role in section.dates} or _runs(section)):
        return EntryKind.CALL
    if any(piece.money for piece in section.told) and kinds:
        return kinds[0]
    if EntryKind.POLICY in kinds and section.dates:
        return EntryKind.POLICY
    return section.rubric if section.dates else None
