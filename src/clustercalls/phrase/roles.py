"""What a text says for the field it is typed for: "by 4 April" is 4 April where something is to be done.

`dates` tells what days the words name; here the field gives the words their meaning. What is not sure is
refused, with what to type.
"""

from datetime import date
from enum import Enum

from msgspec import Struct

from clustercalls import edtf
from clustercalls.phrase.dates import Ambiguous, Reading, typed_edtf, understood
from clustercalls.phrase.points import Impossible
from clustercalls.phrase.vocabulary import NotUnderstood


class Role(Enum):
    """What the date of a field is."""

    DUE = "due"  # something is to be done until then
    OPENS = "opens"
    PUBLISHED = "published"
    STARTS = "starts"  # an event begins, or is
    ENDS = "ends"
    NOTED = "noted"  # somebody looked or wrote
    SOME = "some"  # a day on which something happens

    @property
    def begins(self) -> bool:
        """Whether something begins then."""
        return self in {Role.OPENS, Role.PUBLISHED, Role.STARTS}

    @property
    def looks_back(self) -> bool:
        """Whether a date without its year is the last one."""
        return self in {Role.PUBLISHED, Role.NOTED}


class Said(Struct, frozen=True):
    """What was said: EDTF texts, empty for what was not; no `when` is "not announced".

    `until` is the end of an event, `opens` the day from which a deadline can be met, `zone` a name as typed;
    `to_the_end` is a day whose midnight was named, so that it has no hour.
    """

    when: str = ""
    until: str = ""
    opens: str = ""
    zone: str = ""
    to_the_end: bool = False

    @property
    def text(self) -> str:
        """Its days as one EDTF text."""
        days = [each for each in (self.opens, self.when, self.until) if each]
        return "/".join(each.partition("T")[0] for each in days) if len(days) > 1 else "".join(days)


class NotForThisField(NotUnderstood):
    """A text that is understood, and says something else than this field is for."""


def read(text: str, role: Role, today: date | None) -> Said:
    """What a text says for a field of this role; EDTF typed as such is as written.

    Raises:
        NotUnderstood: when it is not sure; `Ambiguous`, with `readings`, when it could be several days.
    """
    text = text.strip()
    written = typed_edtf(text)
    if written:
        return _checked(Said(written), role)
    found = understood(text, today, lambda reading: _said(reading, role), back=role.looks_back)
    if isinstance(found, tuple):
        raise Ambiguous(tuple(each.text for each in found), found)
    return _checked(found, role)


def _said(reading: Reading, role: Role) -> Said:
    if reading.cue == _CLOSES and role.begins:
        raise NotForThisField("that is the day on which it closes")
    if reading.cue == _OPENS and role in _CLOSING:
        raise NotForThisField("that is when it opens")
    if reading.cue > _OPENS:
        raise Impossible("its words make no date that is known here")
    if not reading.ends:
        return Said()
    zones = {end.zone for end in reading.ends if end.zone}
    if len(zones) > 1:
        raise Impossible("its hours are in two zones")
    found = _two(reading, role) if len(reading.ends) > 1 else _one(reading, role)
    zone = "".join(zones)
    return Said(found.when, found.until, found.opens, zone, found.to_the_end)


def _one(reading: Reading, role: Role) -> Said:
    """Of one date, perhaps with an open end."""
    (end,) = reading.ends
    day = f"{end.first}{end.hour}"
    until, since = reading.lead in _UNTIL, reading.lead in _SINCE
    if since and role in {Role.DUE, Role.ENDS}:
        raise NotForThisField("that is when it {begins}", begins="opens" if role is Role.DUE else "starts")
    if until and role.begins and reading.is_sure:
        raise NotForThisField(
            "that is until when it is open: a deadline of {day}; some day until then is ../{day}",
            day=end.first,
        )
    if reading.is_sure and (reading.form == "{}" or (until and role in _CLOSING) or (since and role.begins)):
        return Said(day, to_the_end=end.to_the_end)
    return Said(_unzoned(reading).plain())


def _two(reading: Reading, role: Role) -> Said:
    """Of two dates: what lasts, a deadline with its opening, or doubt."""
    left, right = reading.ends
    first, last = f"{left.first}{left.hour}", f"{right.first}{right.hour}"
    joined = reading.joint == "A" and reading.lead != "E"
    if not reading.is_sure:
        if joined:
            raise Impossible("its words make no date that is known here")
        return Said(_unzoned(reading).plain())
    if role is Role.STARTS and not (joined and not _follow(left.first, right.first)):
        return Said(first, until=last, to_the_end=right.to_the_end)
    if joined:
        raise NotForThisField(
            "these are two days, {first} and {last}: each is a stage of its own", first=first, last=last
        )
    if role is Role.DUE and reading.lead != "E":
        return Said(last, opens=first, to_the_end=right.to_the_end)
    if role in {Role.DUE, Role.OPENS} or (role is Role.PUBLISHED and reading.lead == "F"):
        raise NotForThisField(
            "it opens on {first} and closes on {last}: write each for itself", first=first, last=last
        )
    return Said(_unzoned(reading).plain())


def _unzoned(reading: Reading) -> Reading:
    """The reading without its zone, which is told beside it."""
    from msgspec.structs import replace

    return replace(reading, ends=tuple(replace(end, zone="") for end in reading.ends))


def _follow(first: str, last: str) -> bool:
    """Whether one day comes right after another."""
    days = [date.fromisoformat(each) for each in (first, last)]
    return (days[1] - days[0]).days == 1


def _checked(said: Said, role: Role) -> Said:
    """What is to be done at 00:00 would be a day earlier than it looks."""
    moment = edtf.date_time(said.when) if role is Role.DUE else None
    if moment and not (moment.hour or moment.minute or moment.second):
        raise NotForThisField(
            "00:00 is where {day} begins: write the day before, to its end, or another hour",
            day=moment.date().isoformat(),
        )
    return said


_CLOSES, _OPENS = 1, 2
_UNTIL, _SINCE = {"U", "B"}, {"F", "S"}
_CLOSING = {Role.DUE, Role.ENDS}
