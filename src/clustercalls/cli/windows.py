"""The WINDOW of a command line put into a query."""

from msgspec.structs import replace

from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Moment, Query
from clustercalls.phrase import windows


def window_of(query: Query, text: str, moment: Moment, *, past: bool) -> Query:
    """The query with its window, seen from the registry's today.

    Raises:
        UsageRefused: for a text that is no window.
    """
    if not text:
        return replace(query, past=past)
    try:
        window = windows.parse(text, moment.today(), past=past)
    except windows.NotAWindow as refused:
        raise UsageRefused(problem("bad-window", value=text, reason=refused.reason)) from None
    return replace(query, window=window, past=past)
