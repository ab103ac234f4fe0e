"""What a text says for the field it is typed for: "by 4 April" is 4 April where something is to be done.

`dates` tells what days the words name; here the field gives the words their meaning. What is not sure is
refused, with what to type.
"""

from datetime import date, timedelta
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import edtf
from clustercalls.phrase.cues import CAME_OUT, CLOSES, CUES, OPENS
from clustercalls.phrase.dates import NO_DATE, Ambiguous, Reading, typed_edtf, understood
from clustercalls.phrase.grammar import HOURS, LISTED
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


# By the key of an entry or the kind of a stage; every other date is of a day on which something happens.
_ROLES = {
    "deadline": Role.DUE,
    "registration": Role.DUE,
    "internal": Role.DUE,
    "opens": Role.OPENS,
    "published": Role.PUBLISHED,
    "starts": Role.STARTS,
    "dates": Role.STARTS,
    "ends": Role.ENDS,
    "until": Role.ENDS,
    "checked": Role.NOTED,
    "source.date": Role.NOTED,
}


def role_of(field: str, kind: str = "") -> Role:
    """The role of a field; the `when` of a stage has that of its kind."""
    return _ROLES.get(kind if field == "when" else field, Role.SOME)


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

    @property
    def typed(self) -> str:
        """A text that says just this again; empty when no date is announced."""
        first, last = (self.opens, self.when) if self.opens else (self.when, self.until)
        days = f"from {first} to {last}" if first and last else first or last
        if days == self.when and not self.zone:
            return days
        return f"{days.replace('T', ' ')} {self.zone}".strip()


class NotForThisField(NotUnderstood):
    """A text that says something else than this field is for; `said` has an `advice` beside the reason."""

    def __init__(self, reason: str, advice: str, **values: str) -> None:
        super().__init__(reason, advice=advice, **values)


TWO_DAYS = "it opens on {first} and closes on {last}"
_UNTIL, _SINCE = {"U", "B"}, {"F", "S"}
_CLOSING = {Role.DUE, Role.ENDS}


def read(text: str, role: Role, today: date | None) -> Said:
    """What a text says for a field of this role; EDTF typed as such is as written.

    Raises:
        NotUnderstood: when it is not sure; `Ambiguous`, with `readings`, when it could be several days.
    """
    text = text.strip()
    written = typed_edtf(text)
    if written:
        return _checked(Said(written), role)
    meaning = understood(text, today, lambda reading: _said(reading, role), back=role.looks_back)
    if isinstance(meaning, tuple):
        raise Ambiguous(tuple(each.text for each in meaning), meaning)
    return _checked(meaning, role)


def chosen(ambiguous: Ambiguous, reading: str) -> Said:
    """What one of the readings of an ambiguous text stands for."""
    found = ambiguous.choices[ambiguous.readings.index(reading)]
    return found if isinstance(found, Said) else Said(reading)


def _said(reading: Reading, role: Role) -> Said:
    _check_cue(reading.cue, role)
    if not reading.ends:
        return Said()
    zones = {end.zone for end in reading.ends if end.zone}
    if len(zones) > 1:
        raise Impossible("its hours are in two zones")
    found = _two(reading, role) if len(reading.ends) > 1 else _one(reading, role)
    return Said(found.when, found.until, found.opens, "".join(zones), found.to_the_end)


def _check_cue(cue: int, role: Role) -> None:
    """What says itself that it is the last day is not the first, nor the other way round."""
    if cue not in CUES:  # of two days
        raise Impossible(NO_DATE)
    if cue == CLOSES and role.begins:
        raise NotForThisField("that is the day on which it closes", "Give it to `deadline`.")
    if cue == OPENS and role in _CLOSING:
        raise NotForThisField("that is the day on which it opens", "Give it to `opens`.")
    if cue == CAME_OUT and role not in {Role.PUBLISHED, Role.NOTED}:
        raise NotForThisField("that is the day on which it came out", "Give it to `published`.")


def _one(reading: Reading, role: Role) -> Said:
    """Of one date, perhaps with an open end."""
    (end,) = reading.ends
    until, since = reading.lead in _UNTIL, reading.lead in _SINCE
    if since and role in _CLOSING and end.is_day:
        advice = "Give it to `opens`, or write the day alone if that is meant."
        raise NotForThisField("that is when it opens", advice)
    if until and role.begins and reading.is_sure:
        advice = "Give it to `deadline`, or write ../{day} for some day until then."
        raise NotForThisField("that is until when it is open", advice, day=end.first)
    if reading.is_sure and (reading.form == "{}" or (until and role in _CLOSING) or (since and role.begins)):
        return Said(f"{end.first}{end.hour}", to_the_end=end.to_the_end)
    return Said(_unzoned(reading).plain())


def _two(reading: Reading, role: Role) -> Said:
    """Of two dates: what lasts, a deadline with its opening, or doubt."""
    left, right = reading.ends
    days = {"first": left.first, "last": right.last}
    first, last = f"{left.first}{left.hour}", f"{right.first}{right.hour}"
    joined = reading.joint in {"A", LISTED} and reading.lead != "E"
    if reading.joint == HOURS and role is not Role.STARTS:
        raise NotForThisField("two hours of a day are for an event", "Write the day with one of them.")
    if not reading.is_sure:
        return Said(_unzoned(reading).plain())
    if role is Role.STARTS and right.hour and not left.hour:
        raise NotForThisField("its hour could be of the first day or the last", "Write it beside its day.")
    if role is Role.STARTS and (not joined or reading.joint == LISTED or _follow(left.first, right.first)):
        return Said(first, until=last, to_the_end=right.to_the_end)
    if reading.joint == LISTED:
        raise NotForThisField("these are several days", "Give a stage to each: --stage NAME={first}.", **days)
    if joined:
        advice = "Give a stage to each: --stage NAME={first} --stage NAME={last}."
        raise NotForThisField("these are two days", advice, **days)
    if role is Role.DUE and reading.lead != "E":
        return Said(last, opens=first, to_the_end=right.to_the_end)
    if role in {Role.DUE, Role.OPENS} or (role is Role.PUBLISHED and reading.lead == "F"):
        raise NotForThisField(TWO_DAYS, "Write opens {first} and deadline {last}, each for itself.", **days)
    return Said(_unzoned(reading).plain())


def _unzoned(reading: Reading) -> Reading:
    """The reading without its zone, which is told beside it."""
    return replace(reading, ends=tuple(replace(end, zone="") for end in reading.ends))


def _follow(first: str, last: str) -> bool:
    """Whether one day comes right after another."""
    days = [date.fromisoformat(each) for each in (first, last)]
    return (days[1] - days[0]).days == 1


def _checked(meaning: Said, role: Role) -> Said:
    """What is to be done at 00:00 would be a day earlier than it looks."""
    moment = edtf.date_time(meaning.when) if role is Role.DUE else None
    if moment and not (moment.hour or moment.minute or moment.second):
        day = moment.date()
        advice = "Write {before} if the end of the day before is meant, else another hour."
        values = {"day": f"{day}", "before": f"{day - timedelta(days=1)}"}
        raise NotForThisField("00:00 is where {day} begins", advice, **values)
    return meaning
