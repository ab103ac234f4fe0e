"""What a calendar says of a milestone: a title, and a description a person can act on."""

from collections.abc import Iterable, Iterator

from clustercalls.calendar.lines import clean, one_line
from clustercalls.history.rows import before, newest
from clustercalls.i18n import Language
from clustercalls.model import OFF, Entry, Milestone, Moved, Stage, Status
from clustercalls.once import once_in_a_row
from clustercalls.render import amounts, words
from clustercalls.render.dates import say, say_day, say_milestone, say_stretch


def title(milestone: Milestone, t: Language, *, doubtful: bool) -> str:
    """Title and stage; what is doubtful is expected, with the date as written."""
    entry, label = milestone.entry, words.stage_label(milestone.stage, t)
    said = f"{entry.title} · {label}" if label else entry.title
    if entry.status in OFF or entry.status is Status.SUSPENDED:
        said = f"{words.status(entry.status, t).capitalize()}: {said}"
    if doubtful and milestone.when:
        written = _written(milestone)
        when = say_stretch(milestone.when, milestone.until, t)
        said += f" ({t('expected {date}', date=when)}{'' if written in when else f' [{written}]'})"
    return one_line(said)


def description(milestone: Milestone, t: Language, *, doubtful: bool) -> str:
    """What it is, which stage of how many, when, money, conditions, source, link: one fact a line."""
    facts = (
        _stage(milestone, t),
        _when(milestone, t, doubtful=doubtful),
        *_moved(milestone, t),
        milestone.stage.note,
    )
    return "\n".join([*_lines(facts), *_of_entry(milestone.entry, t)])


@once_in_a_row  # the stages of an entry follow each other in a calendar
def _of_entry(entry: Entry, t: Language) -> tuple[str, ...]:
    """The lines that every stage of an entry has."""
    facts = (entry.summary or entry.about, *_money(entry, t), *_conditions(entry, t), *_people(entry, t))
    return (*_lines(facts), *_lines(_source(entry, t)))


def _lines(facts: Iterable[str]) -> list[str]:
    return [line for fact in facts if (line := clean(fact).strip())]


def categories(milestone: Milestone, t: Language) -> list[str]:
    """Kind of stage, programme, tags."""
    entry = milestone.entry
    known = (t(words.STAGE[milestone.stage.kind]), entry.programme, *entry.tags)
    return list(dict.fromkeys(word for each in known if (word := one_line(each))))


def _stage(milestone: Milestone, t: Language) -> str:
    stages = _held(milestone.entry)
    kind = t(words.KIND[milestone.entry.kind])
    label = words.stage_label(milestone.stage, t) or t(words.STAGE[milestone.stage.kind])
    said = f"{kind[:1].upper()}{kind[1:]}: {label}"
    if len(stages) > 1:
        place = stages[milestone.stage.id][0]
        said += f" ({t('{number} of {count}', number=place, count=len(stages))})"
    followed = milestone.stage.follows
    if followed in stages:
        label = words.stage_label(stages[followed][1], t)
        said += f", {t('only for those who passed: {stage}', stage=label)}"
    return said


@once_in_a_row
def _held(entry: Entry) -> dict[str, tuple[int, Stage]]:
    """The stages that are not called off, each with its place among them, by id."""
    stages = (stage for stage in entry.stages if not stage.cancelled)
    return {stage.id: (place, stage) for place, stage in enumerate(stages, 1)}


def _when(milestone: Milestone, t: Language, *, doubtful: bool) -> str:
    when = say_milestone(milestone, t)
    if not doubtful:
        return t("When: {date}", date=when)
    return t("Expected, not announced: {date} (written {text})", date=when, text=_written(milestone))


def _written(milestone: Milestone) -> str:
    return " – ".join(each.text for each in (milestone.when, milestone.until) if each)


def _moved(milestone: Milestone, t: Language) -> Iterator[str]:
    row = newest(milestone.entry, milestone.stage.id)
    if row:
        yield t("Moved; before: {date}", date=_before(milestone.entry, row, t))


def _before(entry: Entry, row: Moved, t: Language) -> str:
    was = say_milestone(before(entry, row), t)
    noticed = t("noticed {date}", date=say_day(row.noticed, t.code)) if row.noticed else ""
    told = ", ".join(each for each in (noticed, row.why) if each)
    return f"{was} ({told})" if told else was


def _money(entry: Entry, t: Language) -> Iterator[str]:
    if entry.budget is not None:
        yield t("Budget: {amount}", amount=amounts.amount(entry.budget, entry.currency, t.code))
    if entry.grants is not None and (said := amounts.grants(entry.grants, entry.currency, t)):
        yield t("Grants: {grants}", grants=said)
    for said in amounts.rates(entry, t):
        yield t("Funding: {rate}", rate=said)


def _conditions(entry: Entry, t: Language) -> Iterator[str]:
    for each in entry.eligibility:
        yield t("Condition: {text}", text=each)


def _people(entry: Entry, t: Language) -> Iterator[str]:
    if entry.contact:
        known = (entry.contact.name, entry.contact.email, *entry.contact.phones)
        if said := ", ".join(each for each in known if each):
            yield t("Contact: {text}", text=said)


def _source(entry: Entry, t: Language) -> Iterator[str]:
    source = entry.source
    if source:
        when = say(source.date.text, t.code) if source.date else ""
        said = ", ".join(each for each in (source.title, when, source.url) if each)
        if said:
            yield t("Source: {text}", text=said)
    if entry.checked:
        yield t("Confirmed: {date}", date=say_day(entry.checked, t.code))
    if entry.url:
        yield t("Link: {url}", url=entry.url)
    for link in entry.links:
        yield f"{link.title}: {link.url}" if link.title else link.url
