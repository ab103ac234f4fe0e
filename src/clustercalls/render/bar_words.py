"""What the bars of a timeline are called, and what they say, in the reader's language."""

from msgspec import Struct

from clustercalls import timeline
from clustercalls.history.rows import before, newest
from clustercalls.i18n import Language
from clustercalls.model import Milestone, StageKind
from clustercalls.render import words
from clustercalls.render.bars import Bar, Line, Mark
from clustercalls.render.dates import say_milestone, say_plain

# What a sign or a bar stands for, in the order of a legend; a key is what `sign_of` answers.
LEGEND = {
    "open": "one can apply",
    "doubt": "some day between",
    "length": "takes place",
    StageKind.DEADLINE.value: "deadline",
    StageKind.DECISION.value: "decision",
    StageKind.INTERNAL.value: "internal deadline",
    "point": "another date",
    "ghost": "date before it moved",
}
OF_POINTS = {StageKind.DEADLINE, StageKind.DECISION, StageKind.INTERNAL}


class Fact(Struct, frozen=True):
    """One date of an entry in words: what is on it, when, and when it was to be before, or nothing."""

    label: str
    when: str
    was: str = ""


def sign_of(bar: Bar) -> str:
    """The key of `LEGEND` for a bar."""
    if bar.mark is not Mark.POINT or bar.milestone is None:
        return bar.mark.value
    kind = bar.milestone.stage.kind
    return kind.value if kind in OF_POINTS else "point"


def facts(line: Line, t: Language) -> list[Fact]:
    """All the dates of an entry, as the source said them, those that are not announced too."""
    told = [_fact(each, t) for each in timeline.milestones(line.entry)]
    for_good = any(bar.mark is Mark.OPEN and bar.milestone is None for bar in line.bars)
    if for_good and all(each.when != t("no deadline") for each in told):
        told.append(Fact("", t("no deadline")))
    return told


def sentence(line: Line, t: Language) -> str:
    """All that a line shows, for who does not see it: title, status, dates."""
    parts = [line.entry.title]
    if line.status is not None:
        parts.append(words.status(line.status, t))
    return "; ".join([*parts, *(said(each, t) for each in facts(line, t))])


def said(fact: Fact, t: Language) -> str:
    """A fact as one phrase: `first stage: Tue 4 Apr 2017 (was 1 Apr 2017)`."""
    phrase = ": ".join(part for part in (fact.label, fact.when) if part)
    return f"{phrase} ({t('was {date}', date=fact.was)})" if fact.was else phrase


def _fact(milestone: Milestone, t: Language) -> Fact:
    row = newest(milestone.entry, milestone.stage.id)
    was = say_plain(before(milestone.entry, row), t) if row else ""
    return Fact(words.label_by_date(milestone, t), say_milestone(milestone, t), was)
