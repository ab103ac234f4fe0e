"""What a document was understood to tell, to be looked at: as TOML to be appended, as JSON, as a page."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from msgspec import Struct, to_builtins

from clustercalls.drafts import DraftFact, LeftOver, ReadColumns
from clustercalls.i18n import Language
from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.render.dates import say
from clustercalls.render.json import indented
from clustercalls.render.safe import safe_text


class ReadEntry(Struct, frozen=True):
    """One entry to be: its number, kind and table, that as text, its facts, and what is said beside them."""

    number: int
    kind: str
    title: str
    table: dict[str, Any]
    block: str
    facts: tuple[DraftFact, ...]
    known: str = ""  # the id of the entry that is the same
    differs: tuple[str, ...] = ()  # what of that is otherwise
    perhaps: bool = False  # whether it only may be the same: it has that title, and other dates


class TickedTask(Struct, frozen=True):
    """A stage of ours that is ticked in a calendar: on which day, and the command that takes it over."""

    id: str
    stage: str
    on: str
    command: str


class BesideEntries(Struct, frozen=True):
    """What is shown beside the entries: how a table's headings were read, what is ticked, what is left."""

    columns: ReadColumns | None = None
    ticked: tuple[TickedTask, ...] = ()
    left: tuple[LeftOver, ...] = ()
    encoding: str = ""  # as what its letters were taken, where it does not say it and is no UTF-8


def reading_text(columns: ReadColumns | None, encoding: str, t: Language) -> Iterator[str]:
    """What was taken for granted in reading: the letters of a text, the headings of a table."""
    if encoding:
        yield t("It is no UTF-8: its letters were taken for {encoding}.", encoding=encoding)
    yield from columns_text(columns, t)


def columns_text(columns: ReadColumns | None, t: Language) -> Iterator[str]:
    """What the headings of a table are read as, and those of which nothing is taken."""
    if columns is None:
        return
    read = ", ".join(f"{field} = {' / '.join(names)}" for field, names in columns.fields.items())
    yield t("Columns: {columns}", columns=read)
    if columns.unused:
        yield t("Not used: {columns}", columns=", ".join(columns.unused))


def known_text(known: str, t: Language, *, perhaps: bool) -> str:
    """That an entry is one of ours, or may be."""
    if perhaps:
        return t("Perhaps {id}: its title or its address is the same", id=known)
    return t("Known already: {id}", id=known)


def tick_text(tick: TickedTask, t: Language) -> str:
    """That it is ticked, and what one types to have it done here."""
    about = t("ticked done in a calendar, {date}", date=say(tick.on, t.code))
    return f"{tick.id}/{tick.stage}: {about}: {tick.command}"


def as_toml(entries: Sequence[ReadEntry], beside: BesideEntries, t: Language) -> Iterator[str]:
    """Blocks ready to be appended; what is not sure, is known already or was not understood are comments."""
    if beside.columns or beside.encoding:
        yield from (_comment(line) for line in reading_text(beside.columns, beside.encoding, t))
        yield "\n"
    for entry in entries:
        yield _comment(f"{entry.number}. {entry.title}")
        if entry.known:
            yield _comment(known_text(entry.known, t, perhaps=entry.perhaps))
            yield from (_comment(f"   {line}") for line in entry.differs)
            if entry.perhaps:
                yield from (_comment(line) for line in entry.block.splitlines())
            yield "\n"
            continue
        for fact in entry.facts:
            if not fact.sure:
                told = t(
                    "not sure: {fact} ({reason})", fact=f"{fact.key} = {_value(fact)}", reason=t(fact.reason)
                )
                yield _comment(f"   {told}: {_quoted(fact.quote, fact.page, t)}")
        yield entry.block
        yield "\n"
    yield from (_comment(tick_text(each, t)) for each in beside.ticked)
    if beside.left:
        yield _comment(t("Not understood ({count}):", count=len(beside.left)))
        yield from (_comment(f"   {_quoted(each.text, each.page, t)}") for each in beside.left)


def _comment(text: str) -> str:
    return f"# {safe_text(text)}\n"


def _value(fact: DraftFact) -> str:
    value = fact.value
    if isinstance(value, dict):
        return ", ".join(f"{key} {each}" for key, each in value.items() if key != "id" and each)
    return " / ".join(fact.readings) or f"{value}"


def _quoted(text: str, page: int, t: Language) -> str:
    quote = f"“{text}”"
    return f"{quote} ({t('p. {page}', page=page)})" if page else quote


def as_json(entries: Sequence[ReadEntry], beside: BesideEntries) -> bytes:
    """Everything for machines: value, quote, place, whether it is sure, and why not."""
    told = {
        "entries": to_builtins(entries),
        "not_understood": to_builtins(beside.left),
        "columns": to_builtins(beside.columns),
        "encoding": beside.encoding,
        "done_elsewhere": to_builtins(beside.ticked),
    }
    return indented(told)


def as_html(document: ReadDocument, entries: Sequence[ReadEntry], name: str, t: Language) -> Iterator[str]:
    """One page with the text and marks where facts were read, to be checked by eye."""
    title = _escaped(document.title or name)
    yield (
        f'<!doctype html>\n<html lang="{t.code}"><head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<style>body{max-width:46em;margin:2em auto;padding:0 1em;font:1em/1.5 sans-serif}"
        "mark{background:#fe8}mark.unsure{background:#fbb}sup{color:#555}</style></head><body>\n"
        f"<h1>{title}</h1>\n"
    )
    spots = _spots(entries)
    for number, passage in enumerate(document.passages):
        tag = "h2" if passage.kind is PassageKind.HEADING else "p"
        yield f"<{tag}>{_marked(passage.text, spots.get(number, []))}</{tag}>\n"
    yield "<hr>\n<ol>\n"
    for entry in entries:
        yield f'<li value="{entry.number}"><b>{_escaped(entry.title)}</b><ul>\n'
        yield from (f"<li>{_escaped(_told(each, t))}</li>\n" for each in entry.facts)
        yield "</ul></li>\n"
    yield "</ol></body></html>\n"


def _escaped(text: str) -> str:
    """A text of a page, its controls shown."""
    return escape(safe_text(text))


Spot = tuple[int, int, str, bool]


def _spots(entries: Iterable[ReadEntry]) -> dict[int, list[Spot]]:
    """Where facts were read, by passage, in order; what overlaps is marked once."""
    spots: dict[int, list[Spot]] = {}
    for entry in entries:
        for fact in entry.facts:
            label = f"{entry.number} {fact.key}"
            spots.setdefault(fact.passage, []).append((fact.start, fact.end, label, fact.sure))
    return {passage: sorted(its) for passage, its in spots.items()}


def _marked(text: str, spots: Iterable[Spot]) -> str:
    pieces, at = [], 0
    for start, end, label, sure in spots:
        if start < at or end <= start or end > len(text):
            continue
        kind = "" if sure else ' class="unsure"'
        pieces += [
            _escaped(text[at:start]),
            f'<mark{kind} title="{escape(label)}">{_escaped(text[start:end])}</mark>',
        ]
        at = end
    return "".join((*pieces, _escaped(text[at:])))


def _told(fact: DraftFact, t: Language) -> str:
    told = f"{fact.key}: {_value(fact)}"
    return told if fact.sure else t("not sure: {fact} ({reason})", fact=told, reason=t(fact.reason))
