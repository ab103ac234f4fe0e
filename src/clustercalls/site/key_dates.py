"""The dates of a call as the key dates of an opportunity: plain days and hours, and words where they are not.

https://commongrants.org/protocol/models/opportunity: a time there has no zone; the description says it.
"""

from collections.abc import Iterable
from typing import Any

from clustercalls import standing, timeline
from clustercalls.calendar.lines import one_line
from clustercalls.i18n import Language
from clustercalls.model import Entry, Milestone, StageKind
from clustercalls.render import words
from clustercalls.render.dates import say_milestone
from clustercalls.site.exact import sure_day
from clustercalls.zones import Moment

Table = dict[str, Any]


def key_dates(entry: Entry, moment: Moment, t: Language) -> Table:
    """When it comes out, when it closes, and its other dates by the ids of their stages.

    It closes on the next deadline by which anybody can apply, else on the last that there was.
    """
    milestones = timeline.milestones(entry)
    closes = _closing(milestones, moment)
    posted = next((each for each in milestones if each.stage.kind is StageKind.PUBLISHED), None)
    table = {
        "postDate": _event(posted, t) if posted else {},
        "closeDate": _event(closes, t) if closes else {},
        "otherDates": {
            each.stage.id: _event(each, t) for each in milestones if each is not posted and each is not closes
        },
    }
    return {key: each for key, each in table.items() if each}


def _closing(milestones: Iterable[Milestone], moment: Moment) -> Milestone | None:
    deadlines = [each for each in milestones if standing.is_for_all(each)]
    following = standing.next_deadline(deadlines, moment)
    return following or min(deadlines, key=timeline.order_past, default=None)


def _event(milestone: Milestone, t: Language) -> Table:
    """A day, a stretch of days, or words; never a day for what may be another."""
    stage, in_words = milestone.stage, one_line(say_milestone(milestone, t))
    first, last = sure_day(milestone.when), sure_day(milestone.until)
    name = one_line(words.stage_label(stage, t) or t(words.STAGE[stage.kind]))
    if first is None or (milestone.until and last is None):
        return {"name": name, "eventType": "other", "details": in_words}
    begins = f"{stage.at:%H:%M:%S}" if stage.at else ""
    if last is None:
        days = {"eventType": "singleDate", "date": first.isoformat(), "time": begins}
    else:
        ends = f"{stage.until_at:%H:%M:%S}" if stage.until_at else ""
        days = {
            "eventType": "dateRange",
            "startDate": first.isoformat(),
            "startTime": begins,
            "endDate": last.isoformat(),
            "endTime": ends,
        }
    return {"name": name, **{key: each for key, each in days.items() if each}, "description": in_words}
