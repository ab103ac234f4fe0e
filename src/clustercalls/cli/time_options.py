"""The days that options mean: the WINDOW of a query, and the day of a `--since`."""

from datetime import date

from msgspec.structs import replace

from clustercalls.config import Config
from clustercalls.errors import InputRefused, Place, UsageRefused, problem
from clustercalls.phrase import windows
from clustercalls.query.wanted import Query
from clustercalls.zones import Moment


def window_of(
    query: Query, text: str, settings: Config, moment: Moment, *, past: bool, ahead_only: bool = False
) -> Query:
    """The query with its window, that of the config when none is typed, seen from the registry's today.

    With `ahead_only` the command has no --past.

    Raises:
        UsageRefused: for a text that is no window.
        InputRefused: when the one of the config is none.
    """
    typed, text = bool(text), text or settings.window
    if not text:
        return replace(query, past=past)
    try:
        window = windows.parse(text, moment.today(), past=past)
    except windows.NotAWindow as refused:
        if typed:
            reason = refused.reason
            if ahead_only and isinstance(refused, windows.WhollyPast):
                reason = "it is wholly past, and this command looks ahead"
            raise UsageRefused(problem("bad-window", value=text, reason=reason)) from None
        place = Place(str(settings.path), 0, "", "window")
        raise InputRefused(problem("bad-window", place, value=text, reason=refused.reason)) from None
    return replace(query, window=window, past=past)


def since_of(text: str, moment: Moment) -> date:
    """`7d`, `2w`, `yesterday`, `monday` or a date, seen from today.

    Raises:
        UsageRefused: for a text that names no day before tomorrow.
    """
    try:
        first = windows.parse(text, moment.today(), past=True).first
    except windows.WhollyAhead:
        raise _no_since(text, "it has not come yet") from None
    except windows.NotAWindow as refused:
        raise _no_since(text, refused.reason) from None
    if first is None:
        raise _no_since(text, "it has no first day")
    return first


def _no_since(text: str, reason: str) -> UsageRefused:
    return UsageRefused(problem("bad-since", value=text, reason=reason))
