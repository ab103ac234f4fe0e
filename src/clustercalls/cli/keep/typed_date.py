"""Dates as people type them: read for their field, asked about when they could be two, refused elsewhere.

Who will hold a lock asks before it is taken (`asking`) and reads again while it is held (`reading`): an
answer counts while it is one of the days that the text can mean. The words of dates are imported by the first
that is typed: most edits have none.
"""

from datetime import timedelta
from functools import cache

from msgspec.structs import replace

from clustercalls import edtf
from clustercalls.cli.keep.ask import choose
from clustercalls.cli.keep.desk import Desk, sure_text
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import UsageRefused, either, problem
from clustercalls.phrase.field_roles import Role
from clustercalls.phrase.said import Said, Turn
from clustercalls.render.dates import clock, say, say_day
from clustercalls.zones import Moment, zone_of

Answers = dict[str, str]


def reading(moment: Moment, answers: Answers) -> ReadDate:
    """A reader of dates that asks nobody."""
    return cache(lambda text, role, turn=None: date_of(text, role, moment, answers, turn))


def asking(moment: Moment, answers: Answers, desk: Desk) -> ReadDate:
    """A reader that asks at a terminal which day is meant, once for each text, and notes the answer."""

    def read(text: str, role: Role, turn: Turn | None = None, /) -> Said:
        if desk.answers and text not in answers and (days := _several(text, role, moment)):
            t = desk.context.t
            one_day = len({each.partition("T")[0] for each in days}) == 1
            question = t("Which hour?") if one_day else t("Which day?")
            answers[text] = choose(question, {_shown(each, t.code): each for each in days})
        return date_of(text, role, moment, answers, turn)

    return read


def _shown(text: str, code: str) -> str:
    """A day that can be meant, with its hour: nothing else may part it from another."""
    moment = edtf.date_time(text)
    return f"{say_day(moment.date(), code)} {clock(moment)}" if moment else say(text, code)


def date_of(text: str, role: Role, moment: Moment, answers: Answers, turn: Turn | None = None) -> Said:
    """What was typed for a field of this role says, and what was answered where it could be several days.

    `turn` is what tells its year, where it is left out, in place of the moment.

    Raises:
        UsageRefused: when it is no date, or could be several and the answer is none of them, or not for this
            field.
    """
    from clustercalls.phrase import roles
    from clustercalls.phrase.dates import Ambiguous, NotUnderstood

    try:
        if turn:
            return replace(roles.read(sure_text("DATE", text), role, turn.today, back=turn.back), turned=True)
        return _ahead(roles.read(sure_text("DATE", text), role, moment.today()), text, role, moment)
    except Ambiguous as ambiguous:
        days = ambiguous.readings
        if answers.get(text) in days:
            return roles.chosen(ambiguous, answers[text])
        raise UsageRefused(
            problem("ambiguous-date", None, value=text, example=days[0], **either(days))
        ) from None
    except roles.NotForThisField as refused:
        raise UsageRefused(problem("not-this-field", None, value=text, **refused.said)) from None
    except NotUnderstood as refused:
        raise UsageRefused(problem("not-understood", None, value=text, **refused.said)) from None


def _ahead(heard: Said, text: str, role: Role, moment: Moment) -> Said:
    """What was said, unless it is an hour of today that is over, with its year left out: which is meant?

    Raises:
        NotUnderstood: then.
    """
    from clustercalls.phrase import roles
    from clustercalls.phrase.vocabulary import NotUnderstood

    hour = edtf.date_time(heard.when) if heard.when and role.plain is Role.DUE and not heard.zone else None
    if hour is None or hour.tzinfo is not None or hour.date() != moment.today():
        return heard
    tomorrow = roles.read(text, role, moment.today() + timedelta(days=1))
    if moment.is_past(hour.replace(tzinfo=zone_of(moment.zone))) and tomorrow.when[:4] != heard.when[:4]:
        raise NotUnderstood("its hour is over today: write the year")
    return heard


def _several(text: str, role: Role, moment: Moment) -> tuple[str, ...]:
    """The days that a text could mean; none when it is one, or no date at all."""
    from clustercalls.phrase import roles
    from clustercalls.phrase.dates import Ambiguous, NotUnderstood

    try:
        roles.read(sure_text("DATE", text), role, moment.today())
    except Ambiguous as ambiguous:
        return ambiguous.readings
    except NotUnderstood:
        return ()
    return ()
