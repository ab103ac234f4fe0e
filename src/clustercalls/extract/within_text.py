"""What a paragraph tells of besides the entry that it is under: an event, a step of policy, another call."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract import event_names, names
from clustercalls.extract.another_call import (
    further,
    is_another_call,
    is_next_edition,
    of_another_programme,
    of_another_ref,
    ordinals,
)
from clustercalls.extract.behind_dates import day_ahead
from clustercalls.extract.date_role import BOUNDS, EVENT_DATES
from clustercalls.extract.entry_section import CALL_DATES, EntrySection, alone
from clustercalls.extract.event_clauses import clauses
from clustercalls.extract.kinds import first_of
from clustercalls.extract.names import NameInText
from clustercalls.extract.policy_steps import is_approval, is_step
from clustercalls.extract.told import ToldSentence
from clustercalls.phrase.folding import fold

_COMMON = re.compile(r"call|open|bando|avviso|appel|aufruf|convocatoria|aviso|nabor|konkurs|round|window")
_NEAR = 12  # sentences above in which a name or a number of the same call stands
_HEAD = 60  # letters within which a sentence says what it is on
_ON = re.compile(
    r"(?:merci de confirmer|please confirm|si prega di conferm|bitte bestatigen|registr|register|sign up"
    r"|book|recording|slides|programme and|details|iscri[vz]|registrazion"
    r"|inscri|enregistrement|anmeld|details und|aufzeichnung|inscripcion|grabacion|inscric|gravac|zapisy"
    r"|rejestrac|nagrani|zgloszenia na)"
)


def put_text(passage: list[ToldSentence], current: EntrySection, gathered: list[EntrySection]) -> None:
    """Puts the sentences of a paragraph to the entry above, or to entries of their own."""
    if not passage:
        return
    last = gathered[-1]
    number = passage[0].sentence.passage
    near = last.own and last.kind is EntryKind.EVENT and number - last.told[-1].sentence.passage <= 1
    beside: EntrySection | None = last if near and _ON.match(passage[0].sentence.folded.folded) else None
    pieces = [clause for sentence in passage for clause in clauses(sentence)]
    counted = ordinals(pieces)
    for piece in pieces:
        name = counted.get(piece.sentence.start)
        one = alone(EntryKind.CALL, [piece], name) if name else _beside(piece, current)
        if one:
            beside = one
            one.under = current
            gathered.append(one)
        elif beside and _goes_on(piece, beside):
            beside.told.append(piece)
        else:
            current.told.append(piece)


def _beside(piece: ToldSentence, current: EntrySection) -> EntrySection | None:
    """The entry that a sentence is on by itself."""
    if _is_marked_call(piece, current) or (current.kind is EntryKind.EVENT and _is_on_call(piece)):
        return alone(EntryKind.CALL, [piece])
    if current.is_diary and (name := name_in_diary(piece)):
        return alone(EntryKind.EVENT, [piece], name)
    if _is_other_event(piece, current):
        one = alone(EntryKind.EVENT, [piece])
        one.mixed = _tells_of_a_call(piece)
        return one
    if current.kind is EntryKind.EVENT and is_next_edition(piece):
        return further(piece, EntryKind.EVENT)
    if is_another_call(piece, current):
        return further(piece, EntryKind.CALL)
    if name := of_another_ref(piece, current):
        return alone(EntryKind.CALL, [piece], name)
    if name := of_another_programme(piece, current):
        one = alone(EntryKind.CALL, [piece], name)
        one.mixed = current.mixed = True
        return one
    if (name := _own_name(piece)) and _is_other(name, current):
        one = alone(EntryKind.CALL, [piece], name)
        one.mixed = not (name.own and piece.sentence.start == 0)
        current.mixed = current.mixed or one.mixed
        return one
    if is_step(piece, current.kind) or (is_news_of_approval(piece, current) and not current.has_call_dates):
        return alone(EntryKind.POLICY, [piece])
    return None


def _is_on_call(piece: ToldSentence) -> bool:
    """Whether a sentence in what is said of an event tells when a call opens or closes."""
    dates = [role for role in piece.dates if role.kind in BOUNDS]
    call = first_of(piece.sentence.folded.folded, EntryKind.CALL)
    named = bool(piece.refs) or len(dates) > 1 or (call is not None and call.start < _HEAD)
    return piece.kind is EntryKind.CALL and named and any(not role.is_weak for role in dates)


def is_news_of_approval(piece: ToldSentence, current: EntrySection) -> bool:
    """Whether a sentence begins a text with what an institution has approved."""
    if current.kind is EntryKind.POLICY or piece.dates or not is_approval(piece):
        return False
    return all(one.is_heading or not (one.kind or one.money) for one in current.told)


def _is_marked_call(piece: ToldSentence, current: EntrySection) -> bool:
    sentence = piece.sentence
    if piece.kind is not EntryKind.CALL:
        return False
    if (piece.money or piece.dates) and names.emphasised(sentence.text, sentence.strong):
        return True
    marked = any(sentence.text[place.start : place.end][:1].isupper() for place in sentence.strong)
    return marked and bool(piece.dates) and current.kind is not EntryKind.CALL


def name_in_diary(piece: ToldSentence) -> NameInText | None:
    """The words of a sentence of a diary up to its first day, or behind it, where it tells of no call."""
    first = day_ahead(piece)
    is_event = first_of(piece.sentence.folded.folded, EntryKind.EVENT) is not None
    due = [role for role in piece.dates if role.kind in CALL_DATES and not (role.is_weak and is_event)]
    if piece.kind is EntryKind.CALL or (due and not first):
        return None
    days = [role for role in piece.dates if role.span.is_day and not role.of_document]
    day = next((role.span for role in days), None)
    if day is None or all(role.kind is StageKind.REGISTRATION for role in days):
        return None
    if first:  # "12 May 2026: Cluster Days in Vienna, register by 5 May"
        rest = re.split(r",\s|\s\(", piece.sentence.text[first.end() :])[0].rstrip(" .")
        return NameInText(first.end(), first.end() + len(rest), rest)
    text = piece.sentence.text[: piece.sentence.folded.at(day.start)]
    wording = re.sub(r"[\s,;:(–-]+(?:dal|il|le|du|on|from|am|vom|el|del|em|de|w dniach|od)?[\s]*$", "", text)
    return NameInText(0, len(wording), wording) if len(wording) > len("Forum") else None


def _is_other_event(piece: ToldSentence, current: EntrySection) -> bool:
    """Whether a sentence tells of an event that is not the one its heading is on."""
    folded = piece.sentence.folded
    days = [role for role in piece.dates if role.span.is_day and not role.of_document]
    roles = [role for role in days if role.kind in EVENT_DATES]
    if not roles and (_begins_with_event(piece) or (piece.kind is None and event_names.is_meeting(folded))):
        roles = days
    if not roles and first_of(folded.folded, EntryKind.EVENT):
        roles = days if all(role.kind is None and not role.word for role in piece.dates) else []
    if not roles or (
        event_names.of_event(folded, piece.sentence.strong) is None and event_names.is_decided(folded)
    ):
        return False
    if current.kind is not EntryKind.EVENT:
        return True
    known = [role.span for role in current.dates if role.kind in EVENT_DATES]
    return bool(known) and all(role.span.first[5:] != span.first[5:] for role in roles for span in known)


def _begins_with_event(piece: ToldSentence) -> bool:
    """Whether the first words of a sentence are on an event, and none of them on a call."""
    folded = piece.sentence.folded.folded
    event, call = first_of(folded, EntryKind.EVENT), first_of(folded, EntryKind.CALL)
    day = next((role.span.end for role in piece.dates if role.begins_sentence), 0)
    return bool(event and event.start < day + _HEAD and (call is None or event.start < call.start))


def _tells_of_a_call(piece: ToldSentence) -> bool:
    call = first_of(piece.sentence.folded.folded, EntryKind.CALL)
    return bool(call) and any(role.kind in CALL_DATES for role in piece.dates)


def _own_name(piece: ToldSentence) -> NameInText | None:
    """The name in capitals or quotation marks of the call that a sentence has a date of."""
    if not any(role.kind in CALL_DATES and not role.is_weak for role in piece.dates):
        return None
    return names.beside_call(piece.sentence.folded, piece.sentence.strong)


def _is_other(name: NameInText, current: EntrySection) -> bool:
    """Whether a name is none of those in the sentences above, which have dates of a call as well."""
    if current.kind is EntryKind.EVENT or current.name or name.start > _HEAD:
        return False
    if not current.has_call_dates:
        return False
    told = [above.sentence for above in current.told[-_NEAR:] if above.kind is EntryKind.CALL]
    known = [one for one in (names.beside_call(text.folded, text.strong) for text in told) if one]
    words = _words(name.text)
    heading = _words(" ".join(head.sentence.text for head in current.heads))
    return (
        bool(known and words) and not words & heading and all(not words & _words(one.text) for one in known)
    )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]{3,}", fold(text)) if not _COMMON.fullmatch(word)}


def _goes_on(piece: ToldSentence, beside: EntrySection) -> bool:
    """Whether a sentence says more of the one before it: to register, the money of a programme."""
    if beside.kind is EntryKind.EVENT:
        if not piece.dates:
            return bool(_ON.match(piece.sentence.folded.folded))
        if piece.kind is None and all(
            role.kind is StageKind.DEADLINE and role.is_weak for role in piece.dates
        ):
            return piece.sentence.passage == beside.told[-1].sentence.passage  # "applications until ..."
        return all(role.kind is StageKind.REGISTRATION for role in piece.dates) or bool(
            _ON.match(piece.sentence.folded.folded) and not _tells_of_a_call(piece)
        )
    if beside.kind is EntryKind.POLICY:
        return bool(piece.money) and not piece.dates and piece.kind is None
    return piece.kind is None and not piece.dates
