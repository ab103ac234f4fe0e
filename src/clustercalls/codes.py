"""The words that the domain has for what it tells apart, as they stand in files; constants and nothing else.

`enumerations` are made of them. Where the import of `enum` would cost as much as half a start, the words
stand for its members: a member of those enumerations is equal to its word.
"""


class EntryKind:
    """What an entry is; the name of its table in the file."""

    CALL = "call"
    EVENT = "event"
    POLICY = "policy"
    RESOURCE = "resource"


class StageKind:
    """What happens at a stage: those that a row is judged by; `model` has all."""

    PUBLISHED = "published"
    OPENS = "opens"
    REGISTRATION = "registration"
    DEADLINE = "deadline"
    DATES = "dates"
    INTERNAL = "internal"


class Track:
    """What we do with an entry."""

    WATCH = "watch"
    GO = "go"
    SUBMITTED = "submitted"
    WON = "won"
    LOST = "lost"
    NO = "no"


class Status:
    """Whether one can apply to a call; nothing else has a status."""

    FORECAST = "forecast"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    EXHAUSTED = "exhausted"


DUE = frozenset({StageKind.DEADLINE, StageKind.REGISTRATION, StageKind.INTERNAL})  # what we must do
APPLIED = frozenset({Track.SUBMITTED, Track.WON, Track.LOST})
OFF = frozenset({Status.CANCELLED, Status.EXHAUSTED})  # nothing of it takes place, or can be applied for
