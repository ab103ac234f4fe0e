"""Whether a milestone falls into a window."""

from clustercalls.model import Milestone
from clustercalls.phrase.windows import Window
from clustercalls.zones import Moment


def is_within(milestone: Milestone, window: Window, moment: Moment) -> bool:
    """Whether some day it could fall on is in the window; what has no date is in none.

    An end of the window that is today is now, whatever day it is on the milestone's own calendar.
    """
    if milestone.when is None:
        return False
    today, its_today = moment.today(), moment.today(milestone.zone)
    first = min(today, its_today) if window.first == today else window.first
    last = max(today, its_today) if window.last == today else window.last
    earliest, latest = milestone.earliest, milestone.latest
    starts_in_time = last is None or earliest is None or earliest <= last
    ends_in_time = first is None or latest is None or latest >= first
    return starts_in_time and ends_in_time
