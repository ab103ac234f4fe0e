"""Dates as people type them: read, asked about when they could be two, refused off a terminal."""

from clustercalls.cli.keep.ask import choose
from clustercalls.cli.keep.desk import Desk, sure_text
from clustercalls.errors import UsageRefused, either, problem
from clustercalls.phrase import dates
from clustercalls.render.dates import say
from clustercalls.zones import Moment


def date_of(text: str, moment: Moment, desk: Desk) -> str:
    """The EDTF of what was typed.

    Raises:
        UsageRefused: when it is no date, or could be several and nobody can be asked.
    """
    try:
        return dates.read(sure_text("DATE", text), moment.today())
    except dates.Ambiguous as ambiguous:
        readings = ambiguous.readings
        if desk.answers:
            code = desk.around.t.code
            return choose(desk.around.t("Which day?"), {say(each, code): each for each in readings})
        raise UsageRefused(
            problem("ambiguous-date", None, value=text, example=readings[0], **either(readings))
        ) from None
    except dates.NotUnderstood as refused:
        raise UsageRefused(problem("not-understood", value=text, reason=refused.reason)) from None
