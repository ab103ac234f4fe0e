"""The facts of an entry that a feed tells, each with what it is called; none depends on today."""

from collections.abc import Iterator
from datetime import date

from clustercalls import timeline
from clustercalls.history.rows import stage_of
from clustercalls.i18n import Language
from clustercalls.model import Entry, Milestone
from clustercalls.render import amounts, words
from clustercalls.render.dates import say, say_day, say_milestone
from clustercalls.render.entry_page import LABELS
from clustercalls.render.track import we

Fact = tuple[str, str]


def facts(entry: Entry, t: Language) -> Iterator[Fact]:
    """Dates, money, who may, where, whom to ask, and how sure it is; of what is not told, nothing."""
    yield from stage_facts(entry, t)
    yield t(LABELS["about"]), entry.about if entry.summary else ""
    yield t("How much"), amounts.money_in_full(entry, t)
    yield from ((t("Who may"), each) for each in entry.eligibility)
    yield t(LABELS["place"]), entry.place
    yield t("Official name"), ", ".join(entry.ref)
    if entry.contact:
        contact = entry.contact
        yield t("Contact"), ", ".join(filter(None, (contact.name, contact.email, *contact.phones)))
    yield from _source(entry, t)
    yield t("We"), we(entry, t, 0)
    yield t(LABELS["note"]), entry.note


def stage_facts(entry: Entry, t: Language) -> Iterator[Fact]:
    """Every stage with its date, those called off as well, in order of time; dated ones first."""
    for milestone in sorted(timeline.milestones(entry, called_off=True), key=_in_order_of_time):
        stage = milestone.stage
        label = words.stage_label(stage, t) or t(words.STAGE[stage.kind])
        passed = stage_of(entry, stage.follows)
        parts = (
            say_milestone(milestone, t),
            t("cancelled") if stage.cancelled else "",
            t("only for those who passed: {stage}", stage=words.stage_label(passed, t)) if passed else "",
            stage.owner,
            stage.note,
        )
        yield f"{label[:1].upper()}{label[1:]}", ", ".join(each for each in parts if each)


def _in_order_of_time(milestone: Milestone) -> tuple[bool, date]:
    first = milestone.earliest or milestone.latest
    return first is None, first or date.min


def _source(entry: Entry, t: Language) -> Iterator[Fact]:
    if entry.source:
        told = say(entry.source.date.text, t.code) if entry.source.date else ""
        yield t("Source"), ", ".join(each for each in (entry.source.title, told) if each)
        yield t("Source"), f"“{entry.source.quote}”" if entry.source.quote else ""
    if entry.checked:
        yield t("How sure"), t("confirmed {date}", date=say_day(entry.checked, t.code))
