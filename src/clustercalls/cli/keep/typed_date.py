"""Dates as people type them: read, asked about when they could be two, refused off a terminal.

Who will hold a lock asks before it is taken (`asking`) and reads again while it is held (`reading`): an
answer counts while it is one of the days that the text can mean.
"""

from clustercalls.cli.keep.ask import choose
from clustercalls.cli.keep.desk import Desk, sure_text
from clustercalls.editing.fields import ReadDate
from clustercalls.errors import UsageRefused, either, problem
from clustercalls.phrase import dates
from clustercalls.render.dates import say
from clustercalls.zones import Moment

Answers = dict[str, str]


def reading(moment: Moment, answers: Answers) -> ReadDate:
    """A reader of dates that asks nobody."""
    return lambda text: date_of(text, moment, answers)


def asking(moment: Moment, answers: Answers, desk: Desk) -> ReadDate:
    """A reader that asks at a terminal which day is meant, once for each text, and notes the answer."""

    def read(text: str) -> str:
        if desk.answers and text not in answers and (days := _several(text, moment)):
            t = desk.context.t
            answers[text] = choose(t("Which day?"), {say(each, t.code): each for each in days})
        return date_of(text, moment, answers)

    return read


def date_of(text: str, moment: Moment, answers: Answers) -> str:
    """The EDTF of what was typed, and answered where it could be several days.

    Raises:
        UsageRefused: when it is no date, or could be several and the answer is none of them.
    """
    try:
        return dates.read(sure_text("DATE", text), moment.today())
    except dates.Ambiguous as ambiguous:
        days = ambiguous.readings
        if answers.get(text) in days:
            return answers[text]
        raise UsageRefused(
            problem("ambiguous-date", None, value=text, example=days[0], **either(days))
        ) from None
    except dates.NotUnderstood as refused:
        raise UsageRefused(problem("not-understood", value=text, reason=refused.reason)) from None


def _several(text: str, moment: Moment) -> tuple[str, ...]:
    """The days that a text could mean; none when it is one, or no date at all."""
    try:
        dates.read(sure_text("DATE", text), moment.today())
    except dates.Ambiguous as ambiguous:
        return ambiguous.readings
    except dates.NotUnderstood:
        return ()
    return ()
