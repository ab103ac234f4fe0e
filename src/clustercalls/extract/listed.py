"""The entries that rows of tables and items of lists are by themselves."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract import names
from clustercalls.extract.date_role import EVENT_DATES
from clustercalls.extract.entry_section import CALL_DATES, EntrySection, alone
from clustercalls.extract.folded import Folded
from clustercalls.extract.kinds import first_of, kind_of
from clustercalls.extract.layout import name_column
from clustercalls.extract.leads import is_label, is_name, lead_of, unnumbered
from clustercalls.extract.placed_passages import PlacedPassage
from clustercalls.extract.told import ToldSentence
from clustercalls.extract.within_text import name_in_diary
from clustercalls.passages import PassageKind

_HEADED = re.compile(r"[A-ZÀ-Ý][^:.;\d]{7,100}:")  # "Green hubs: call until ..."
_FEW_DAYS = 6
_STEP, _BEGINNING, _AT_ITS_HEAD = 160, 30, 4  # letters


def of_row(row: PlacedPassage, current: EntrySection, before: EntrySection) -> EntrySection | None:
    """The entry of a row that has a date; None for one that heads the columns, or says more of the above."""
    passage = row.told
    if row.is_value or passage is row.head:
        return None
    kinds = {piece.kind for piece in passage} & {EntryKind.CALL, EntryKind.EVENT}
    if not kinds and before.own and before.told[0].sentence.kind is PassageKind.ROW and before.kind:
        kinds = {before.kind}
    days = any(role.kind or (kinds and role.span.is_day) for piece in passage for role in piece.dates)
    if not days and not (row.head and before.own and before.told[0].sentence.kind is PassageKind.ROW):
        return None
    is_event = EntryKind.EVENT in kinds or current.kind is EntryKind.EVENT
    one = alone(EntryKind.EVENT if is_event else EntryKind.CALL, passage)
    column = name_column(row.head) if row.head else None
    cell = next((piece for piece in passage if piece.sentence.cell == column), None)
    if cell and cell.sentence.text.strip() and not cell.dates:
        one.name = cell, names.NameInText(0, len(cell.sentence.text), cell.sentence.text)
    return one


def of_item(item: PlacedPassage, current: EntrySection, *, in_digest: bool) -> EntrySection | None:
    """The entry that an item of a list is by itself; None for one that says more of the entry above."""
    passage = item.told
    kinds = [piece.kind for piece in passage if piece.kind]
    kind = kinds[0] if kinds else None
    first = passage[0].sentence
    text = first.text
    dated = any(role.kind for piece in passage for role in piece.dates)
    has_money = any(piece.money for piece in passage)
    has_address = any(piece.links for piece in passage)
    if has_address and first.strong and kind is not EntryKind.CALL and not (dated or has_money):
        return alone(EntryKind.RESOURCE, passage)
    if current.is_policy:
        call = first_of(first.folded.folded, EntryKind.CALL)
        kind = EntryKind.POLICY if kind is EntryKind.CALL and not (call and call.start < _BEGINNING) else kind
        kind = kind or (EntryKind.POLICY if len(text) < _STEP else None)
        return alone(kind, passage) if kind and (has_address or len(text) < _STEP) else None
    start = unnumbered(first.folded) + _AT_ITS_HEAD
    marked = any(name.start <= start for name in names.quoted(text, first.strong)) or bool(
        passage[0].refs and passage[0].refs[0][0] <= start
    )
    if passage[0].refs and (dated or has_money):
        return alone(EntryKind.CALL, passage)
    if marked and kind and (dated or has_money):
        return alone(kind, passage)
    if kind is EntryKind.RESOURCE and has_address:
        return alone(kind, passage)
    if current.is_diary and (name := name_in_diary(passage[0])):
        return alone(EntryKind.EVENT, passage, name)
    is_of_several = in_digest or current.is_of_several
    may_be_led = is_of_several or (item.is_listed and current.kind is None)
    if may_be_led and (one := _led(passage, current, may_be_name=item.is_marked or item.is_listed)):
        current.is_of_several = True
        one.under = current
        return one
    named = names.of_call(first.folded, first.strong)
    if not dated or kind not in {EntryKind.CALL, EntryKind.EVENT} or not (named or _HEADED.match(text)):
        return None
    return alone(kind, passage, named if kind is EntryKind.CALL else None)


def _led(passage: list[ToldSentence], current: EntrySection, *, may_be_name: bool) -> EntrySection | None:
    """The entry of an item that begins with a name, in a list of the entries of others."""
    lead = lead_of(passage[0].sentence.folded)
    if lead is None or not (is_name(lead) or (may_be_name and not is_label(lead.text))):
        return None
    kind = kind_of(Folded(lead.text).folded) or _by_all(passage)
    kind = EntryKind.CALL if kind is EntryKind.EVENT and _pays_until(passage) else kind
    if kind is None and current.is_diary and any(piece.dates for piece in passage):
        kind = EntryKind.EVENT
    return alone(kind, passage, lead) if kind else None


def _is_some_days(passage: list[ToldSentence]) -> bool:
    """Whether the only dates are a few days in a row, and nothing is of a call: "6-7 May"."""
    spans = [role.span for piece in passage for role in piece.dates]
    told = any(piece.programmes or piece.refs or piece.money or piece.shares for piece in passage)
    days = [span for span in spans if span.is_range and span.is_day and span.first[:7] == span.last[:7]]
    few = all(int(span.last[8:] or 0) - int(span.first[8:] or 0) < _FEW_DAYS for span in days)
    return bool(days) and few and len(days) == len(spans) and not told


def _pays_until(passage: list[ToldSentence]) -> bool:
    """Whether something closes and pays, so that the event in its name is what it pays for."""
    roles = {role.kind for piece in passage for role in piece.dates if not role.is_weak}
    pays = any(piece.money or piece.shares for piece in passage)
    return pays and StageKind.DEADLINE in roles and not roles & EVENT_DATES


def _by_all(passage: list[ToldSentence]) -> EntryKind | None:
    """What an item tells of by its dates, its programme and its words."""
    roles = {role.kind for piece in passage for role in piece.dates}
    kinds = [piece.kind for piece in passage if piece.kind]
    if kinds:
        return kinds[0]
    if roles & EVENT_DATES and not roles & CALL_DATES:
        return EntryKind.EVENT
    if not roles & CALL_DATES and _is_some_days(passage):
        return EntryKind.EVENT
    is_call = any(piece.programmes or piece.money or piece.has_something for piece in passage)
    return EntryKind.CALL if is_call else None
