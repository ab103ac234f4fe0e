"""What a date is of in the entry that it stands in: a call, an event or a step of policy."""

from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.entry_section import EVENT_DATES, EntrySection
from clustercalls.extract.kinds import first_of
from clustercalls.extract.put_off import MOVED
from clustercalls.extract.role_words import ROLES, CueMeaning
from clustercalls.extract.told import ToldSentence
from clustercalls.extract.year_words import NEXT


def kind_in(role: DateRole, section: EntrySection, piece: ToldSentence) -> StageKind | None:
    """What a date is of in its entry; None for what is left to a person."""
    span, kind = role.span, role.kind
    if section.kind is EntryKind.EVENT:
        return _of_event(role, piece)
    if section.kind is EntryKind.POLICY:
        if kind in {None, *EVENT_DATES, StageKind.DEADLINE}:
            return StageKind.DATES if piece.kind is EntryKind.POLICY or span.is_day else None
        return kind
    if kind is None and span.is_range and span.is_day and not span.between:
        return StageKind.DEADLINE
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


def _of_event(role: DateRole, piece: ToldSentence) -> StageKind | None:
    """What a date is of in an event: the event itself, or until when one registers."""
    span, kind = role.span, role.kind
    if kind is StageKind.DEADLINE and first_of(piece.sentence.folded.folded, EntryKind.CALL):
        return None
    if kind is StageKind.DEADLINE and role.is_weak and role.begins_sentence:  # "3 May: a lunch on proposals"
        return StageKind.DATES
    if kind in {StageKind.REGISTRATION, StageKind.DEADLINE}:
        return StageKind.REGISTRATION if not role.was else kind
    return StageKind.DATES if span.is_day and (kind in EVENT_DATES or kind is None or span.is_range) else None


def _is_to_come(piece: ToldSentence) -> bool:
    """Whether a sentence is on the call, or says that something is still to come out."""
    folded = piece.sentence.folded.folded
    told = ROLES.found(folded)
    awaited = any(cue.meaning == CueMeaning(StageKind.PUBLISHED, weak=True) for cue in told)
    return piece.kind is EntryKind.CALL or awaited or bool(NEXT.found(folded) or MOVED.found(folded))
