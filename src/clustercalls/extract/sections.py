"""Which sentences of a document are of one entry: under a heading, in an item or a row."""

import re
from itertools import groupby

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract import names
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.told import ToldSentence
from clustercalls.passages import PassageKind

EVENT_DATES = {StageKind.DATES, StageKind.INFO_DAY}
_CALL_DATES = {StageKind.DEADLINE, StageKind.OPENS, StageKind.PUBLISHED}
_POLICY = re.compile(
    r"\b(?:policy|policies|politic\w+|politik|politiques?|next steps|futur\w* (?:steps|passi)"
    r"|roadmap|passi)\b"
)
_HEADED = re.compile(r"[A-ZÀ-Ý][^:.;\d]{7,100}:")  # "Green hubs: call until ..."
_BESIDE_A_DATE, _STEP, _AT_ITS_HEAD = 30, 160, 4  # letters


class EntrySection:
    """The sentences of one entry, in order; `heads` are those of its heading."""

    def __init__(self, kind: EntryKind | None, heads: list[ToldSentence], *, own: bool = False) -> None:
        self.kind = kind
        self.heads = heads
        self.told: list[ToldSentence] = list(heads)
        self.own = own  # what has a name of its own is not joined with its neighbours
        self.is_policy = any(_POLICY.search(piece.sentence.folded.folded) for piece in heads)

    @property
    def dates(self) -> list[DateRole]:
        """Its dates that something says what they are of."""
        return [role for piece in self.told for role in piece.dates if role.kind]

    @property
    def tells(self) -> bool:
        """Whether it tells of an entry more than its name."""
        days = self.kind is EntryKind.EVENT and any(
            role.span.is_day for piece in self.told for role in piece.dates
        )
        return (
            days
            or bool(self.dates)
            or any(piece.money or piece.grants or piece.refs or piece.shares for piece in self.told)
        )


def sections(document: list[ToldSentence]) -> list[EntrySection]:
    """The sentences of a document by entry, in the order in which the entries begin."""
    gathered: list[EntrySection] = []
    current = EntrySection(None, [])
    gathered.append(current)
    for _, sentences in groupby(document, key=lambda piece: piece.sentence.passage):
        passage = list(sentences)
        kind = passage[0].sentence.kind
        if kind is PassageKind.HEADING and _begins(passage, current):
            current = EntrySection(_kind_of_heading(passage), passage)
            gathered.append(current)
        elif kind is PassageKind.HEADING:
            current.told += passage
        elif kind is PassageKind.ROW:
            gathered += _row(passage, current, gathered[-1])
        elif kind is PassageKind.ITEM and (one := _item(passage, current)):
            gathered.append(one)
        else:
            _text(passage, current, gathered)
    return _joined([piece for piece in gathered if piece.told])


def _begins(passage: list[ToldSentence], current: EntrySection) -> bool:
    """Whether a heading begins another entry, and is no label of what the one above says."""
    first = passage[0]
    if first.is_label and not first.sentence.text.isupper():
        return False
    if not current.told:
        return True
    folded = first.sentence.folded.folded
    bare = re.sub(r"[\W\d]", "", folded)
    if (
        first.dates
        and first.kind is None
        and (len(bare) < _BESIDE_A_DATE or re.match(r"[^:]{3,45}:", folded))
    ):
        return False
    if (
        not current.tells
        and current.kind
        and first.kind is None
        and first.sentence.passage - current.told[-1].sentence.passage == 1
    ):
        return bool(_POLICY.search(folded))
    return True


def _kind_of_heading(passage: list[ToldSentence]) -> EntryKind | None:
    kinds = [piece.kind for piece in passage if piece.kind]
    roles = [role.kind for piece in passage for role in piece.dates if role.kind]
    if EntryKind.EVENT in kinds and roles and not _CALL_DATES & set(roles):
        return EntryKind.EVENT
    return kinds[0] if kinds else None


def _row(passage: list[ToldSentence], current: EntrySection, before: EntrySection) -> list[EntrySection]:
    """The entry of a row that has a date; nothing of one that only heads the columns."""
    kinds = {piece.kind for piece in passage} & {EntryKind.CALL, EntryKind.EVENT}
    if not kinds and before.own and before.told[0].sentence.kind is PassageKind.ROW and before.kind:
        kinds = {before.kind}
    days = any(role.kind or (kinds and role.span.is_day) for piece in passage for role in piece.dates)
    if not days:
        current.told += passage
        return []
    is_event = EntryKind.EVENT in kinds or current.kind is EntryKind.EVENT
    one = EntrySection(EntryKind.EVENT if is_event else EntryKind.CALL, [], own=True)
    one.told = list(passage)
    return [one]


def _item(passage: list[ToldSentence], current: EntrySection) -> EntrySection | None:
    """The entry that an item of a list is by itself; None for one that says more of the entry above."""
    kinds = [piece.kind for piece in passage if piece.kind]
    kind = kinds[0] if kinds else None
    first = passage[0].sentence
    text = first.text
    marked = any(name.start <= _AT_ITS_HEAD for name in names.quoted(text, first.strong)) or bool(
        passage[0].refs and passage[0].refs[0][0] <= _AT_ITS_HEAD
    )
    if current.is_policy:
        kind = kind or (EntryKind.POLICY if len(text) < _STEP else None)
        has_address = any(piece.links for piece in passage)
        if kind and (has_address or len(text) < _STEP):
            return _alone(kind, passage)
        return None
    dated = any(role.kind for piece in passage for role in piece.dates)
    if passage[0].refs and (dated or any(piece.money for piece in passage)):
        return _alone(EntryKind.CALL, passage)
    if marked and kind and (dated or any(piece.money for piece in passage)):
        return _alone(kind, passage)
    if kind is EntryKind.RESOURCE and any(piece.links for piece in passage):
        return _alone(kind, passage)
    named = names.of_call(first.folded, first.strong) or _HEADED.match(text)
    if dated and kind in {EntryKind.CALL, EntryKind.EVENT} and named:
        return _alone(kind, passage)
    return None


def _alone(kind: EntryKind, passage: list[ToldSentence]) -> EntrySection:
    one = EntrySection(kind, [], own=True)
    one.told = list(passage)
    return one


def _text(passage: list[ToldSentence], current: EntrySection, gathered: list[EntrySection]) -> None:
    """Puts the sentences of a paragraph to the entry above, or to events and steps of their own."""
    beside: EntrySection | None = None
    for piece in passage:
        marked = [
            place
            for place in piece.sentence.strong
            if piece.sentence.text[place.start : place.end][:1].isupper()
        ]
        if (
            piece.kind is EntryKind.CALL
            and (piece.money or piece.dates)
            and names.emphasised(piece.sentence.text, piece.sentence.strong)
        ) or (marked and piece.kind is EntryKind.CALL and piece.dates and current.kind is not EntryKind.CALL):
            beside = _alone(EntryKind.CALL, [piece])
            gathered.append(beside)
        elif _is_other_event(piece, current):
            beside = _alone(EntryKind.EVENT, [piece])
            gathered.append(beside)
        elif _is_step(piece, current):
            beside = _alone(EntryKind.POLICY, [piece])
            gathered.append(beside)
        elif beside and _goes_on(piece, beside):
            beside.told.append(piece)
        else:
            current.told.append(piece)


def _is_other_event(piece: ToldSentence, current: EntrySection) -> bool:
    """Whether a sentence tells of an event that is not the one its heading is on."""
    roles = [role for role in piece.dates if role.kind in EVENT_DATES and role.span.is_day]
    if not roles or names.of_event(piece.sentence.folded, piece.sentence.strong) is None:
        return False
    if current.kind is not EntryKind.EVENT:
        return True
    known = [role.span for role in current.dates if role.kind in EVENT_DATES]
    return bool(known) and all(role.span.first[5:] != span.first[5:] for role in roles for span in known)


def _is_step(piece: ToldSentence, current: EntrySection) -> bool:
    plain = [role for role in piece.dates if role.kind in {None, StageKind.DATES, StageKind.DECISION}]
    return (
        piece.kind is EntryKind.POLICY
        and bool(plain)
        and current.kind is not EntryKind.POLICY
        and len(plain) == len(piece.dates)
    )


def _goes_on(piece: ToldSentence, beside: EntrySection) -> bool:
    """Whether a sentence says more of the one before it: to register, the money of a programme."""
    if beside.kind is EntryKind.EVENT:
        return bool(piece.dates) and all(role.kind is StageKind.REGISTRATION for role in piece.dates)
    if beside.kind is EntryKind.POLICY:
        return bool(piece.money) and not piece.dates and piece.kind is None
    return piece.kind is None and not piece.dates


def _joined(gathered: list[EntrySection]) -> list[EntrySection]:
    """The sections, those that name no entry or tell nothing of it put to the one before."""
    kept: list[EntrySection] = []
    for section in gathered:
        section.kind = section.kind or _by_body(section)
        first = next((piece for piece in reversed(kept) if not piece.own), None)
        if section.own or (first and first.kind is None and section.kind and not first.dates):
            kept.append(section)
        elif first and (section.kind is None or not section.tells or _says_more(section, first)):
            first.told += section.told
        else:
            kept.append(section)
    bare = [piece for piece in kept if not piece.own and not piece.tells and len(kept) > 1]
    left = [piece for piece in kept if piece not in bare]
    for section in bare if left else ():
        after = next((piece for piece in kept[kept.index(section) :] if piece in left), left[-1])
        after.told += [piece for piece in section.told if piece.links]
    return left or kept


def _says_more(section: EntrySection, first: EntrySection) -> bool:
    """Whether a section without a name of its own tells of the call above."""
    if section.kind is not first.kind or any(piece.kind is section.kind for piece in section.heads):
        return not first.tells and not first.heads
    return not any(role.kind in _CALL_DATES for role in section.dates)


def _by_body(section: EntrySection) -> EntryKind | None:
    """What a section without a word of it in its heading tells of."""
    roles = {role.kind for role in section.dates}
    kinds = [piece.kind for piece in section.told if piece.kind]
    if EntryKind.CALL in kinds or (roles & {StageKind.DEADLINE, StageKind.OPENS}):
        return EntryKind.CALL
    if roles & EVENT_DATES:
        return EntryKind.EVENT
    if any(piece.money for piece in section.told) and kinds:
        return kinds[0]
    return EntryKind.POLICY if EntryKind.POLICY in kinds and section.dates else None
