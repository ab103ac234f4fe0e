"""Everything about one entry on a page; its first line answers "can we still apply?"."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.history.rows import TRACK, about, before, stage_of
from clustercalls.i18n import Language
from clustercalls.model import Entry, Moved
from clustercalls.query.select import EntryRow, Row
from clustercalls.render import amounts, words
from clustercalls.render.answer import answer
from clustercalls.render.dates import say, say_day, say_milestone, say_plain
from clustercalls.render.json import indented
from clustercalls.render.lines import painted
from clustercalls.render.rows import list_row, milestone_row
from clustercalls.render.safe import safe_text
from clustercalls.render.track import we
from clustercalls.render.urgency import urgency
from clustercalls.render.width import width

WIDEST = 100
LABELS = {each.key: each.label for each in FIELDS if each.label}
PLACED = frozenset(
    {"about", "place", "note"}
)  # where a reader looks for them; any other stands above the tags

Line = tuple[str, str]


class Page(Struct, frozen=True):
    """What a page is made of: an entry, its stages, the keys of one's own, and the day it is read on."""

    row: EntryRow
    stages: Sequence[Row]
    own: Mapping[str, str]
    today: date


def plain(page: Page, t: Language, zone: str, wide: int, *, color: bool = False) -> str:
    """The page for people, `wide` columns wide, its answer in the colour of its urgency."""
    row, stages = page.row, page.stages
    entry = row.entry
    head = " · ".join(each for each in (entry.id, t(words.KIND[entry.kind]), entry.programme) if each)
    answered = _wrapped(answer(row, stages, t, zone), wide)
    lines = [*answered, "", *_wrapped(entry.title, wide), *_wrapped(head, wide)]
    if entry.summary:
        lines += ["", *_wrapped(entry.summary, wide)]
    lines.append("")
    facts = [fact for fact in _facts(page, t, zone) if fact[1]]
    margin = max((width(label) for label, _ in facts), default=0) + 2
    last = ""
    for label, text in facts:
        shown = "" if label == last else label
        last = label
        for number, piece in enumerate(_wrapped(text, wide - margin)):
            lead = shown if number == 0 else ""
            lines.append(lead + " " * (margin - width(lead)) + piece)
    printed = list(map(safe_text, lines))
    if color:
        until = len(answered)
        printed[:until] = [painted(line, urgency(row.deadline or row.next)) for line in printed[:until]]
    return "".join(f"{line}\n" for line in printed)


def json(page: Page, zone: str) -> bytes:
    """Every fact for machines: the row of `list`, and what it leaves out."""
    return indented(facts(page, zone))


def facts(page: Page, zone: str) -> dict[str, Any]:
    """The same, by field."""
    import msgspec

    entry = page.row.entry
    whole: dict[str, Any] = msgspec.structs.asdict(list_row(page.row))
    texts = (each.key for each in FIELDS if each.told and each.takes is Takes.TEXT)
    whole |= {name: getattr(entry, name) or None for name in (*texts, "file")}
    whole |= {
        name: getattr(entry, name)
        for name in ("grants", "funding", "eligibility", "ref", "contact", "links", "warn")
    }
    whole["source"] = None
    if entry.source:
        source = entry.source
        told = source.date.text if source.date else None
        whole["source"] = msgspec.structs.asdict(source) | {"date": told}
    whole["stages"] = [milestone_row(each, zone) for each in page.stages]
    whole["history"] = [
        msgspec.structs.asdict(moved) | {"was": moved.was.text if moved.was else None}
        for moved in entry.history
    ]
    whole["own"] = page.own or None
    return whole


def _facts(page: Page, t: Language, zone: str) -> Iterator[Line]:
    entry = page.row.entry
    yield t(LABELS["about"]), entry.about
    for condition in entry.eligibility:
        yield t("Who may"), condition
    yield t("Official name"), ", ".join(entry.ref)
    yield t("How much"), amounts.money_in_full(entry, t)
    for each in sorted(page.stages, key=in_order_of_time):
        yield t("Dates"), _stage(each, t, zone)
    yield t(LABELS["place"]), entry.place
    yield t("How sure"), sure(page.row, page.today, t)
    yield t("We"), we(entry, t, page.today.year)
    if entry.contact:
        contact = entry.contact
        for line in (contact.name, contact.address, *contact.phones, contact.email):
            yield t("Contact"), line
        yield t("Contact"), f"pec: {contact.pec}" if contact.pec else ""
    yield t("Link"), entry.url
    for link in entry.links:
        yield t("Link"), f"{link.title}: {link.url}" if link.title else link.url
    for moved in entry.history:
        yield t("History"), history(entry, moved, t)
    for key in (key for key in LABELS if key not in PLACED):
        yield t(LABELS[key]), getattr(entry, key)
    yield t("Tags"), ", ".join(entry.tags)
    if entry.source:
        told = t("({date})", date=say(entry.source.date.text, t.code)) if entry.source.date else ""
        yield t("Source"), " ".join(each for each in (entry.source.title, entry.source.url, told) if each)
        yield t("Source"), f"“{entry.source.quote}”" if entry.source.quote else ""
    yield t(LABELS["note"]), entry.note
    for name, value in page.own.items():
        yield t("Own keys"), f"{name}: {value}"
    yield t("File"), entry.file


def in_order_of_time(row: Row) -> tuple[bool, date]:
    """Sorts the stages of one entry: what has no date comes last."""
    first = row.milestone.earliest or row.milestone.latest
    return (first is None, first or date.min)


def _stage(row: Row, t: Language, zone: str) -> str:
    stage = row.milestone.stage
    how_long = "" if stage.cancelled else left(row, t)
    said = [say_milestone(row.milestone, t, zone), label(row, t), *remarks(row, t), how_long]
    return " · ".join(each for each in (*said, condition(row, t), stage.owner, stage.note) if each)


def label(row: Row, t: Language) -> str:
    """What a stage is called, with its kind where that does not say it."""
    kind, name = t(words.STAGE[row.milestone.stage.kind]), words.label_by_date(row.milestone, t)
    return f"{name} ({kind})" if name and kind not in name else name


def remarks(row: Row, t: Language) -> Iterator[str]:
    """That a stage is called off, or that its day is not known yet where how long does not say so."""
    milestone = row.milestone
    if milestone.stage.cancelled:
        yield t("cancelled")
        return
    doubtful = milestone.when and not milestone.when.is_exact and milestone.latest
    if doubtful and not (row.over or left(row, t) == t("any day")):
        yield t("on a day not known yet")


def condition(row: Row, t: Language) -> str:
    """Whom a stage is for, where another comes before it."""
    passed = stage_of(row.milestone.entry, row.milestone.stage.follows)
    return t("only for those who passed: {stage}", stage=words.stage_label(passed, t)) if passed else ""


def left(row: Row, t: Language, counted: int = words.DAYS_COUNTED) -> str:
    """How long, up to so many `counted` days in days, or that it is done."""
    on = row.milestone.stage.done
    return t("done, {date}", date=say_day(on, t.code)) if on else words.left(row, t, counted)


def history(entry: Entry, moved: Moved, t: Language) -> str:
    """What a row of history tells: what was, when that was noticed, and why."""
    was = t(moved.was_status) if moved.was_status else say_plain(before(entry, moved), t)
    said = t("was {date}", date=was) if moved.was_status or moved.stage else t("no status was stated")
    noticed = t("noticed {date}", date=say_day(moved.noticed, t.code)) if moved.noticed else ""
    if about(moved) == TRACK:
        said = t("{label}: {text}", label=t("track"), text=t("was {date}", date=moved.was_track))
    elif moved.stage:
        said = f"{words.stage_name(entry, moved.stage, t)}: {said}"
    told = ", ".join(each for each in (said, noticed) if each)
    return "; ".join(each for each in (told, moved.why, moved.source) if each)


def sure(row: EntryRow, today: date, t: Language) -> str:
    """When somebody last confirmed it, or of what day its source is."""
    entry = row.entry
    if entry.checked and entry.checked > today:
        return t("confirmed {date}, a day still to come", date=say_day(entry.checked, t.code))
    if entry.checked:
        said = t("confirmed {date}", date=say_day(entry.checked, t.code))
    elif entry.source and entry.source.date:
        said = t("as the source said, {date}", date=say(entry.source.date.text, t.code))
    else:
        said = t("nobody has confirmed it")
    return f"{said}; {t('to be confirmed')}" if row.unconfirmed else said


def _wrapped(text: str, wide: int) -> list[str]:
    import textwrap

    return textwrap.wrap(safe_text(text), max(wide, 20), break_long_words=False, break_on_hyphens=False) or [
        ""
    ]
