"""The day a `--since` means."""

from datetime import date

from clustercalls.errors import UsageRefused, problem
from clustercalls.phrase import windows
from clustercalls.zones import Moment


def since_of(text: str, moment: Moment) -> date:
    """`7d`, `2w`, `yesterday`, `monday` or a date, seen from today.

    Raises:
        UsageRefused: for a text that names no day before tomorrow.
    """
    try:
        first = windows.parse(text, moment.today(), past=True).first
    except windows.NotAWindow:
        first = None
    if first is None:
        raise UsageRefused(problem("bad-since", value=text))
    return first
