"""What a date is of in the entry that it stands in: a call, an event or a step of policy."""

import re

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_leads import UNTIL
from clustercalls.extract.date_role import EVENT_DATES, DateRole
from clustercalls.extract.entry_section import EntrySection
from clustercalls.extract.kinds import first_of
from clustercalls.extract.put_off import tells_of_moving
from clustercalls.extract.role_words import EXPECTED, HANDED_IN, ROLES
from clustercalls.extract.told import ToldSentence
from clustercalls.extract.year_words import NEXT

_OF = re.compile(r"\b(?:del|dell'|della|of|de|du|des|do|da|dos|vom|von|z|ze)\s?$")  # "the call of March 2027"


def kind_in(role: DateRole, section: EntrySection, piece: ToldSentence) -> StageKind | None:
    """What a date is of in its entry; None for what is left to a person."""
    span, kind = role.span, role.kind
    if role.of_document:
        return None
    if section.kind is EntryKind.EVENT:
        return _of_event(role, piece)
    if section.kind is EntryKind.POLICY:
        if kind in {None, *EVENT_DATES, StageKind.DEADLINE}:
            return StageKind.DATES if piece.kind is EntryKind.POLICY or span.is_day else None
        return kind
    if kind is None and span.is_range and span.is_day and not span.between:
        return StageKind.DEADLINE
    if kind is None and not role.word and _is_month_of_call(role, section, piece):
        return StageKind.PUBLISHED
    if kind is StageKind.PUBLISHED and not span.is_day and not _is_to_come(piece):
        return None
    if kind in EVENT_DATES:
        return StageKind.INFO_DAY if kind is StageKind.INFO_DAY and span.is_day else None
    if (
        kind is StageKind.DEADLINE
        and not span.is_day
        and "/" not in span.first
        and piece.kind is None
        and not piece.is_label
        and not role.is_labelled
        and not role.stage
        and (role.is_weak or not role.word)
    ):
        return None
    return kind


def _is_month_of_call(role: DateRole, section: EntrySection, piece: ToldSentence) -> bool:
    """Whether a sentence on a call has a month, a quarter or a season, and does not say what for."""
    is_on_call = piece.kind is EntryKind.CALL or (section.name is not None and piece is section.name[0])
    if not is_on_call or role.span.is_day or role.was or "-" not in role.span.last:
        return False
    return not _OF.search(piece.sentence.folded.folded[: role.span.start])


def _of_event(role: DateRole, piece: ToldSentence) -> StageKind | None:
    """What a date is of in an event: the event itself, or until when one registers."""
    span, kind = role.span, role.kind
    folded = piece.sentence.folded.folded
    is_on_event = first_of(folded, EntryKind.EVENT) and not first_of(folded, EntryKind.CALL)
    comes = kind in {StageKind.OPENS, StageKind.PUBLISHED}
    if (kind is StageKind.PUBLISHED and role.is_weak) or (comes and is_on_event):
        kind = None  # what is planned takes place, and so does the opening of an exhibition
    if kind is StageKind.DEADLINE and first_of(folded, EntryKind.CALL):
        return None
    if kind is StageKind.DEADLINE and _is_day_of_event(role, folded, is_on_event=bool(is_on_event)):
        return StageKind.DATES
    if kind is StageKind.DEADLINE and span.is_range and span.is_day and not _is_due(role):
        return StageKind.DATES  # "the forum runs from 5 to 6 May"
    if kind in {StageKind.REGISTRATION, StageKind.DEADLINE}:
        return StageKind.REGISTRATION if not role.was else kind
    return StageKind.DATES if span.is_day and (kind in EVENT_DATES or kind is None or span.is_range) else None


def _is_due(role: DateRole) -> bool:
    """Whether the word that says what a date is of is one for a deadline, or for what is handed in."""
    return any(cue.meaning.kind is StageKind.DEADLINE for cue in ROLES.found(role.word))


def _is_day_of_event(role: DateRole, folded: str, *, is_on_event: bool) -> bool:
    """Whether a word for applying says only when an event is, or what it is on."""
    if role.word == "termin" or (role.is_weak and role.begins_sentence):  # "3 May: a lunch on proposals"
        return True
    is_handed_in = any(cue.meaning == HANDED_IN for cue in ROLES.found(role.word))
    return is_on_event and is_handed_in and not re.search(UNTIL, folded[: role.span.start])


def _is_to_come(piece: ToldSentence) -> bool:
    """Whether a sentence is on the call, or says that something is still to come out."""
    folded = piece.sentence.folded.folded
    told = ROLES.found(folded)
    awaited = any(cue.meaning == EXPECTED for cue in told)
    return piece.kind is EntryKind.CALL or awaited or bool(NEXT.found(folded)) or tells_of_moving(folded)
