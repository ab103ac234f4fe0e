"""Dates as people type them: read for their field, asked about when they could be two, refused elsewhere.

Who will hold a lock asks before it is taken (`asking`) and reads again while it is held (`reading`): an
answer counts while it is one of the days that the text can mean.
"""

from clustercalls.cli.keep.ask import choose
from clustercalls.cli.keep.desk import Desk, sure_text
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import UsageRefused, either, problem
from clustercalls.phrase import roles
from clustercalls.phrase.dates import Ambiguous, NotUnderstood
from clustercalls.phrase.roles import NotForThisField, Role, Said
from clustercalls.render.dates import say
from clustercalls.zones import Moment

Answers = dict[str, str]


def reading(moment: Moment, answers: Answers) -> ReadDate:
    """A reader of dates that asks nobody."""
    return lambda text, role: date_of(text, role, moment, answers)


def asking(moment: Moment, answers: Answers, desk: Desk) -> ReadDate:
    """A reader that asks at a terminal which day is meant, once for each text, and notes the answer."""

    def read(text: str, role: Role) -> Said:
        if desk.answers and text not in answers and (days := _several(text, role, moment)):
            t = desk.context.t
            answers[text] = choose(t("Which day?"), {say(each, t.code): each for each in days})
        return date_of(text, role, moment, answers)

    return read


def date_of(text: str, role: Role, moment: Moment, answers: Answers) -> Said:
    """What was typed for a field of this role says, and what was answered where it could be several days.

    Raises:
        UsageRefused: when it is no date, or could be several and the answer is none of them, or not for this
            field.
    """
    try:
        return roles.read(sure_text("DATE", text), role, moment.today())
    except Ambiguous as ambiguous:
        days = ambiguous.readings
        if answers.get(text) in days:
            return roles.chosen(ambiguous, answers[text])
        raise UsageRefused(
            problem("ambiguous-date", None, value=text, example=days[0], **either(days))
        ) from None
    except NotForThisField as refused:
        raise UsageRefused(problem("not-this-field", None, value=text, **refused.said)) from None
    except NotUnderstood as refused:
        raise UsageRefused(problem("not-understood", None, value=text, **refused.said)) from None


def _several(text: str, role: Role, moment: Moment) -> tuple[str, ...]:
    """The days that a text could mean; none when it is one, or no date at all."""
    try:
        roles.read(sure_text("DATE", text), role, moment.today())
    except Ambiguous as ambiguous:
        return ambiguous.readings
    except NotUnderstood:
        return ()
    return ()
