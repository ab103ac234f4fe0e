"""What a text says for the field it is typed for: "by 4 April" is 4 April where something is to be done.

`dates` tells what days the words name; here the field gives the words their meaning. What is not sure is
refused, with what to type.
"""

from datetime import date

from msgspec.structs import replace

from clustercalls import edtf
from clustercalls.phrase.cues import APPLIES, FIELDS, OPENS, REGISTERS, UNDATED
from clustercalls.phrase.dates import NO_DATE, OLD_AND_NEW, Ambiguous, Reading, typed_edtf, understood
from clustercalls.phrase.field_roles import Role, role_of
from clustercalls.phrase.grammar import HOURS
from clustercalls.phrase.joints import LISTED
from clustercalls.phrase.midnights import at_its_beginning, at_its_end
from clustercalls.phrase.points import Impossible
from clustercalls.phrase.said import TWO_DAYS, Said
from clustercalls.phrase.settle import ONE_IS_NO_DAY, End, follow
from clustercalls.phrase.vocabulary import NotForThisField

__all__ = ["NotForThisField", "Role", "Said", "chosen", "read", "role_of"]


EACH_FOR_ITSELF = "Write opens {first} and deadline {last}, each for itself."
TO_OURS = "Give it to `{field}`; with add: --stage internal=DATE"
WHOSE_HOUR = "its hour could be of the first day or the last"
MAYBE_ADVICE = "If it lasts: starts {first}? and ends {last}?; else write between A and B."
_UNTIL, _SINCE = {"U", "B"}, {"F", "S"}
_CLOSING = {Role.DUE, Role.ENDS}
_OTHER_END = {Role.STARTS: "ends", Role.ENDS: "starts"}  # of an event
# What a date is that says itself of which field it is.
_OF = {
    "deadline": "that is the day on which it closes",
    "registration": "that is until when one can register",
    "internal": "that is a deadline of our own",
    "opens": "that is the day on which it opens",
    "published": "that is the day on which it came out",
    "starts": "that is the day on which it begins",
    "ends": "that is the day on which it ends",
    "info_day": "that is an info day",
    "interview": "that is when one is interviewed",
    "decision": "that is when it is decided",
    "checked": "that is the day on which somebody looked",
    "source.date": "that is the date of a document",
}


def read(text: str, role: Role, today: date | None, *, back: bool | None = None) -> Said:
    """What a text says for a field of this role; EDTF typed as such is as written.

    `back` is whether a date without its year is the last such day, if that is not for the role to say.

    Raises:
        NotUnderstood: when it is not sure; `Ambiguous`, with `readings`, when it could be several days.
    """
    text = text.strip()
    written = typed_edtf(text)
    if written:
        return _checked(Said(written), role)
    back = role.looks_back if back is None else back
    meaning = understood(text, today, lambda reading: _said(reading, role), back=back)
    if isinstance(meaning, tuple):
        raise Ambiguous(tuple(each.text for each in meaning), meaning)
    return _checked(meaning, role)


def chosen(ambiguous: Ambiguous, reading: str) -> Said:
    """What one of the readings of an ambiguous text stands for."""
    found = ambiguous.choices[ambiguous.readings.index(reading)]
    return found if isinstance(found, Said) else Said(reading)


def _said(reading: Reading, role: Role) -> Said:
    _check_cue(reading, role)
    whose, role = role, role.plain
    if not reading.ends:
        return Said()
    zones = {end.zone for end in reading.ends if end.zone}
    if len(zones) > 1:
        raise Impossible("its hours are in two zones")
    if reading.lead == "R":
        reading = _moved(reading, role)
    two = len(reading.ends) > 1
    if two and whose is Role.INFORMS and reading.is_sure:  # it lasts, as an event does
        role = Role.STARTS
    if reading.ends[0].to_the_end and (role.begins or two):
        raise at_its_end(reading.ends[0].first)
    if two and reading.lead != "E" and reading.ends[0].is_day and reading.ends[1].closes:
        reading = _to_its_last_day(reading, role)
    if two and reading.lead != "E" and reading.ends[0].is_day is not reading.ends[1].is_day:
        raise Impossible(ONE_IS_NO_DAY)
    if two and whose is not Role.STARTS:
        _check_several(reading, whose)
        _check_whole(reading, whose)
    found = _two(reading, role) if two else _one(reading, role)
    return replace(found, zone="".join(zones), yearless=reading.yearless)


def _check_cue(reading: Reading, role: Role) -> None:
    """What says itself which field it is of is for no other."""
    cue = reading.cue & ~UNDATED
    cue = cue & ~APPLIES or cue  # beside another word of a field that one says more
    if cue == REGISTERS and reading.lead in _SINCE and len(reading.ends) == 1:  # "registration from 4 April"
        cue |= OPENS
    if cue not in FIELDS:  # of two days
        raise Impossible(NO_DATE)
    fields = FIELDS[cue]
    if fields and role.value not in fields:
        field = next((each for each in fields if each == _OTHER_END.get(role)), fields[0])
        advice = TO_OURS if field == Role.OURS.value else "Give it to `{field}`."
        raise NotForThisField(_OF[field], advice, field=field)


def _moved(reading: Reading, role: Role) -> Reading:
    """Of "postponed from A to B", what is said of B; where B could be the end of an event, nothing is."""
    if len(reading.ends) == 1 or role not in {Role.DUE, Role.OPENS, Role.SOME}:
        raise Impossible(OLD_AND_NEW)
    return replace(reading, form="{}", ends=reading.ends[1:], lead="", joint="")


def _to_its_last_day(reading: Reading, role: Role) -> Reading:
    """Of "1 May to the end of June", the same to 30 June; of what is no stretch of days, nothing."""
    first, last = reading.ends
    if role is not Role.DUE or reading.mark or reading.joint not in {"T", "U", "-"}:
        raise Impossible(ONE_IS_NO_DAY)
    return replace(reading, ends=(first, End(last.last, last.last)))


def _one(reading: Reading, role: Role) -> Said:
    """Of one date, perhaps with an open end."""
    (end,) = reading.ends
    until, since = reading.lead in _UNTIL, reading.lead in _SINCE
    if since and role in _CLOSING:
        advice = "Give it to `opens`, or write the date alone if that is meant."
        raise NotForThisField("that is when it opens", advice)
    if until and role.begins and reading.is_sure:
        if role is Role.STARTS:
            raise NotForThisField("that is until when it lasts", "Give it to `ends`.")
        advice = "Give it to `deadline`, or write ../{day} for some day until then."
        raise NotForThisField("that is until when it is open", advice, day=end.first)
    if reading.is_sure and (reading.form == "{}" or (until and role in _CLOSING) or (since and role.begins)):
        return Said(f"{end.first}{end.hour}", to_the_end=end.to_the_end)
    if since and role.begins and end.first != end.last and not reading.mark:  # "from early June"
        return Said(f"{end.first}/{end.last}")
    if until and role in _CLOSING and end.closes and not reading.mark:  # "by the end of June"
        return Said(end.last)
    return Said(_unzoned(reading).plain())


def _two(reading: Reading, role: Role) -> Said:
    """Of two dates: what lasts, a deadline with its opening, or doubt."""
    left, right = reading.ends
    first, last = f"{left.first}{left.hour}", f"{right.first}{right.hour}"
    joined = reading.joint in {"A", LISTED} and reading.lead != "E"
    _check_two(reading, role)
    if not reading.is_sure or (role is Role.STARTS and reading.lead == "E"):  # some day of these
        return Said(_unzoned(reading).plain())
    if role is Role.STARTS and (not joined or reading.joint == LISTED or follow(left.first, right.first)):
        return Said(first, until=last, to_the_end=right.to_the_end)
    if joined:  # of an event
        _check_several(reading, role)
    if role is Role.DUE and reading.lead != "E":
        return Said(last, opens=first, to_the_end=right.to_the_end)
    if role is Role.ENDS and reading.lead != "E":
        raise NotForThisField("these are two days", "Write the last of them, {last}.", last=right.last)
    if role in {Role.DUE, Role.OPENS} or (role is Role.PUBLISHED and reading.lead == "F"):
        raise NotForThisField(TWO_DAYS, EACH_FOR_ITSELF, first=left.first, last=right.last)
    return Said(_unzoned(reading).plain())


def _check_several(reading: Reading, role: Role) -> None:
    """Several days, each for itself, are as many stages; of a kind, with names that keep it."""
    if not reading.is_sure or reading.joint not in {"A", LISTED} or reading.lead == "E":
        return
    two = reading.joint == "A"
    days = {"first": reading.ends[0].first, "last": reading.ends[1].last}
    reason = "these are two days" if two else "these are several days"
    kind = "dates" if role is Role.STARTS else role.value.replace("_", " ")
    if role in {Role.ENDS, Role.NOTED, Role.WRITTEN, Role.SOME}:
        raise NotForThisField(reason, "Write one of them.")
    if role is not Role.DUE:
        advice = 'Give a stage to each: --stage "{kind} 1={first}" --stage "{kind} 2={last}".'
        raise NotForThisField(reason, advice, kind=kind, **days)
    if two:
        raise NotForThisField(
            reason, "Give a stage to each: --stage NAME={first} --stage NAME={last}.", **days
        )
    raise NotForThisField(reason, "Give a stage to each: --stage NAME={first}.", **days)


def _check_whole(reading: Reading, role: Role) -> None:
    """A stretch for which there is no opening beside the last day, or that could be some day of it."""
    days = {"first": reading.ends[0].first, "last": reading.ends[1].last}
    if not reading.is_sure or reading.joint == HOURS:
        return
    if role is Role.OPENS and reading.lead == "E":
        advice = "Write {first}/{last} for some day of these, or `opens` {first} and `deadline` {last}."
        raise NotForThisField("it could open on a day of these, or be open all of them", advice, **days)
    if role in {Role.REGISTERS, Role.OURS}:
        raise NotForThisField("these are two days", "Write the last of them, {last}.", **days)


def _check_two(reading: Reading, role: Role) -> None:
    """Refuses two dates, or two hours, of which nobody can tell what is meant."""
    left, right = reading.ends
    days = {"first": left.first, "last": right.last}
    if reading.joint == HOURS and role is not Role.STARTS:
        raise NotForThisField("two hours of a day are for an event", "Write the day with one of them.")
    if role is Role.STARTS and reading.lead != "E" and reading.mark == "?" and left.is_day and right.is_day:
        raise NotForThisField("it could last these days, or be one of them", MAYBE_ADVICE, **days)
    if not reading.is_sure or left.hour or not right.hour:
        return
    if role is Role.STARTS:
        raise NotForThisField(WHOSE_HOUR, "Write it beside its day.")
    dashed = reading.joint == "-" and not reading.lead and left.first[:7] == right.first[:7]
    if role is Role.DUE and dashed:  # as in "4-6 May, 10:00"
        raise NotForThisField(WHOSE_HOUR, EACH_FOR_ITSELF, **days)


def _unzoned(reading: Reading) -> Reading:
    """The reading without its zone, which is told beside it."""
    return replace(reading, ends=tuple(replace(end, zone="") for end in reading.ends))


def _checked(meaning: Said, role: Role) -> Said:
    """What is to be done at 00:00 would be a day earlier than it looks."""
    moment = edtf.date_time(meaning.when) if role.plain is Role.DUE else None
    if moment and not (moment.hour or moment.minute or moment.second):
        raise at_its_beginning(moment.date())
    return meaning
