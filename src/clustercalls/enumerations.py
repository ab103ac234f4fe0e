"""What the domain tells apart, as enumerations: kinds of entries and stages, statuses, our tracks."""

from enum import StrEnum

from clustercalls import codes


class EntryKind(StrEnum):
    """What an entry is; the name of its table in the file."""

    CALL = codes.EntryKind.CALL
    EVENT = codes.EntryKind.EVENT
    POLICY = codes.EntryKind.POLICY
    RESOURCE = codes.EntryKind.RESOURCE


class StageKind(StrEnum):
    """What happens at a stage."""

    PUBLISHED = codes.StageKind.PUBLISHED
    OPENS = codes.StageKind.OPENS
    INFO_DAY = "info_day"
    REGISTRATION = codes.StageKind.REGISTRATION
    DEADLINE = codes.StageKind.DEADLINE
    INTERVIEW = "interview"
    DECISION = "decision"
    DATES = codes.StageKind.DATES
    INTERNAL = codes.StageKind.INTERNAL


OPENING = frozenset({StageKind.PUBLISHED, StageKind.OPENS})
DUE = frozenset(map(StageKind, codes.DUE))


class Status(StrEnum):
    """Whether one can apply to a call; of events and policy steps, only that they are called off."""

    FORECAST = codes.Status.FORECAST
    OPEN = codes.Status.OPEN
    CLOSING = codes.Status.CLOSING
    CLOSED = codes.Status.CLOSED
    UNKNOWN = codes.Status.UNKNOWN
    SUSPENDED = codes.Status.SUSPENDED
    CANCELLED = codes.Status.CANCELLED
    EXHAUSTED = codes.Status.EXHAUSTED


class Track(StrEnum):
    """What we do with an entry; any other word counts as `watch`, unless the registry says what it means."""

    WATCH = codes.Track.WATCH
    GO = codes.Track.GO
    SUBMITTED = codes.Track.SUBMITTED
    WON = codes.Track.WON
    LOST = codes.Track.LOST
    NO = codes.Track.NO


APPLIED = frozenset(map(Track, codes.APPLIED))
OFF = frozenset(map(Status, codes.OFF))
STATED = OFF | {Status.OPEN, Status.SUSPENDED}
