"""What a typed date was understood as, said at a terminal: with its weekday, its hour and its zone."""

from collections.abc import Iterable

from clustercalls import edtf
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.i18n import Language
from clustercalls.model import Entry, Milestone
from clustercalls.phrase.field_roles import Role
from clustercalls.phrase.said import Said, Turn
from clustercalls.render.dates import say, say_day, say_milestone
from clustercalls.render.words import label_by_date
from clustercalls.timeline import milestones


def listening(read: ReadDate, heard: list[Said]) -> ReadDate:
    """The same reader, noting all that was said."""

    def listen(text: str, role: Role, turn: Turn | None = None, /) -> Said:
        said = read(text, role, turn)
        heard.append(said)
        return said

    return listen


def stages_said(entry: Entry, t: Language, names: Iterable[str] | None = None) -> list[str]:
    """The stages of an entry with their dates, all of them or those of these ids."""
    kept = None if names is None else set(names)
    its = [each for each in milestones(entry) if kept is None or each.stage.id in kept]
    return [f"{label_by_date(each, t)} {when_said(each, t)}".strip() for each in its]


def when_said(milestone: Milestone, t: Language) -> str:
    """When a milestone is; of a stretch of doubt, that it is one day of it."""
    when, said = milestone.when, say_milestone(milestone, t)
    return doubt(when.text, said, t) if when and milestone.until is None else said


def doubt(text: str, wording: str, t: Language) -> str:
    """What is said of an EDTF text, so that a stretch between two days cannot be taken for its length."""
    closed = "/" in text and ".." not in text
    return t("one day of {date}", date=wording) if closed else wording


def day_said(text: str, t: Language) -> str:
    """An EDTF text as it was understood, a sure day with its weekday."""
    when = edtf.parse(text)
    if when.is_exact and when.earliest and not (when.approximate or when.uncertain):
        return say_day(when.earliest, t.code)
    return doubt(text, say(text, t.code), t)


def notes(heard: Iterable[Said], t: Language) -> list[str]:
    """What has to be said of texts that name no hour although they seem to, or another year than the next."""
    remarks = []
    if any(said.to_the_end for said in heard):
        remarks.append(t("midnight is the end of the day named, and no hour is written"))
    if any(said.turned for said in heard):
        remarks.append(t("a year that was left out is the one that fits the other dates"))
    return remarks


def undated(heard: Iterable[Said], t: Language) -> str:
    """What a look at what would be done has to say of a text that names no date; empty for none."""
    some = any(not (said.when or said.until) for said in heard)
    return t("No date is named: this is a stage without a date, to be announced.") if some else ""


def sentences(heard: Iterable[Said], t: Language) -> list[str]:
    """The same, each a sentence."""
    return [f"{each[:1].upper()}{each[1:]}." for each in notes(heard, t)]
