"""The dates of an entry as its stages: each once, with its year, its hour and the day that it was before."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace as altered

from clustercalls import edtf
from clustercalls.drafts import DraftFact
from clustercalls.enumerations import EntryKind, StageKind
from clustercalls.extract import reasons
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_span import DateSpan, dated
from clustercalls.extract.facts import fact
from clustercalls.extract.hours import UNKNOWN
from clustercalls.extract.kinds import first_of
from clustercalls.extract.relative_days import relative_days
from clustercalls.extract.sections import EntrySection
from clustercalls.extract.stage_kinds import kind_in
from clustercalls.extract.told import ToldSentence
from clustercalls.extract.years import KnownYears

_CLOSES = {StageKind.DEADLINE, StageKind.REGISTRATION}
_STAGES = {1: "first", 2: "second"}


def stage_facts(section: EntrySection, known: KnownYears) -> list[DraftFact]:
    """The stages of an entry, and what their dates were before."""
    gathered: dict[tuple[str, str], DraftFact] = {}
    for piece in section.told:
        for made in _told_by_today(piece, known):
            gathered.setdefault(_key(made), made)
        for role in piece.dates:
            kind = kind_in(role, section, piece)
            is_call = section.kind is EntryKind.POLICY and first_of(
                piece.sentence.folded.folded, EntryKind.CALL
            )
            for told in _facts(piece, role, kind, known) if kind else ():
                is_doubted = is_call and role.kind is StageKind.DEADLINE
                made = altered(told, sure=False, reason=reasons.OF_ANOTHER) if is_doubted else told
                gathered[_key(made)] = _better(gathered.get(_key(made)), made)
    if section.kind is EntryKind.CALL and not any(kind == StageKind.DEADLINE for kind, _ in gathered):
        for made in _perhaps_due(section, known):
            gathered.setdefault(_key(made), made)
    return _numbered(list(gathered.values()))


def _perhaps_due(section: EntrySection, known: KnownYears) -> Iterator[DraftFact]:
    """Of a call without a deadline the days of which nothing says what they are: one of them may be it."""
    for piece in section.told:
        for role in piece.dates:
            unsaid = role.kind is None and not (role.word or role.was or role.of_document)
            if unsaid and role.span.is_day and not role.span.is_range:
                made = _facts(piece, role, StageKind.DEADLINE, known)
                yield from (each for each in made if each.reason != reasons.OVER)


def _key(made: DraftFact) -> tuple[str, str]:
    return str(made.value.get("kind", made.key)), str(made.value.get("when") or made.value.get("was"))


def _better(before: DraftFact | None, made: DraftFact) -> DraftFact:
    """Of two sentences with one date, the first; with the hour or the stage that only the other one says."""
    if before is None or before.key == "history":
        return before or made
    more = {
        name: value
        for name, value in made.value.items()
        if name in {"at", "zone", "follows"} and name not in before.value
    }
    if not more:
        return made if made.sure and not before.sure else before
    return altered(
        made,
        value=before.value | more,
        sure=before.sure or made.sure,
        reason="" if before.sure else made.reason,
    )


def _is_vaguer(made: DraftFact, every: list[DraftFact]) -> bool:
    """Whether another stage of its kind is a day of the month or year that it names."""
    others = (
        each for each in every if each.key == made.key == "stage" and each.value["kind"] == made.value["kind"]
    )
    return any(str(each.value["when"]).startswith(f"{made.value['when']}-") for each in others)


def _numbered(gathered: list[DraftFact]) -> list[DraftFact]:
    """The facts, each stage with an id of its own, history with that of the deadline."""
    taken: dict[str, int] = {}
    gathered = [piece for piece in gathered if not _is_vaguer(piece, gathered)]
    named = []
    for piece in gathered:
        if piece.key == "stage":
            name = piece.value["id"]
            taken[name] = taken.get(name, 0) + 1
            own = name if taken[name] == 1 else f"{name}-{taken[name]}"
            named.append(altered(piece, value=piece.value | {"id": own}))
    ids = {piece.value["id"] for piece in named}
    due = next((piece.value["id"] for piece in named if piece.value["kind"] == "deadline"), "deadline")
    stages = [
        altered(
            piece,
            value={name: value for name, value in piece.value.items() if name != "follows" or value in ids},
        )
        for piece in named
    ]
    return [
        *stages,
        *(
            altered(piece, value=piece.value | {"stage": due})
            if piece.value["stage"] == "deadline"
            else piece
            for piece in gathered
            if piece.key == "history"
        ),
    ]


def _facts(piece: ToldSentence, role: DateRole, kind: StageKind, known: KnownYears) -> Iterator[DraftFact]:
    span, why = role.span, ""
    readings: tuple[str, ...] = ()
    if span.is_yearless:
        year = known.of(role, piece.number, piece.sentence.folded.folded)
        why, readings = year.reason, tuple(f"{its}{span.last[4:]}" for its in year.readings)
        span = dated(span, year.year) if year.year else span
    if (role.kind is None and not _heads_event(piece, role, kind)) or role.is_weak:
        why = why or reasons.NO_ROLE
    place = piece.sentence.folded.span(role.span.start, role.span.end)
    if span.swapped:
        why, readings = why or reasons.TWO_READINGS, readings or (span.last, span.swapped)
    if span.zone == UNKNOWN:
        why = why or reasons.CLOCK
    if kind in _CLOSES and known.own and _is_over(span.last, known.own):
        why = why or reasons.OVER
    if role.was:
        value = {"stage": str(role.kind or StageKind.DEADLINE).replace("_", "-"), "was": span.last}
        yield fact(piece, "history", value, place, why, readings)
        return
    opens = role.opens or (span.first if kind is StageKind.DEADLINE and span.is_range else "")
    if opens and kind is StageKind.DEADLINE:
        yield fact(
            piece,
            "stage",
            _stage(StageKind.OPENS, 0, span.first),
            place,
            why,
            _with_day(readings, span.first),
        )
        yield fact(piece, "stage", _stage(kind, role.stage, span.last, span), place, why, readings)
        return
    value = _stage(kind, role.stage, _when(span), span)
    if span.is_range and kind is StageKind.DATES:
        value = _stage(kind, role.stage, span.first) | {"until": span.last}
    yield fact(piece, "stage", value, place, why, readings)


def _hour_of(span: DateSpan | None) -> dict[str, Any]:
    """The hour of a date, and the zone of its clock where one is named."""
    if span is None or not span.hour:
        return {}
    return {"at": span.hour} | ({"zone": span.zone} if span.zone else {})


def _is_over(text: str, own: date) -> bool:
    """Whether a date is before the day of its document."""
    latest = edtf.parse(text).latest if not text.startswith("XXXX") else None
    return latest is not None and latest < own


def _heads_event(piece: ToldSentence, role: DateRole, kind: StageKind) -> bool:
    """Whether a date is in the heading of an event, as "Brussels, 1-2 December 2016" is."""
    return kind is StageKind.DATES and piece.is_heading and role.span.is_day and not role.word


def _with_day(readings: tuple[str, ...], day: str) -> tuple[str, ...]:
    return tuple(f"{piece[:4]}{day[4:]}" for piece in readings)


def _when(span: DateSpan) -> str:
    return f"{span.first}/{span.last}" if span.is_range else span.last


def _stage(kind: StageKind, number: int, when: str, span: DateSpan | None = None) -> dict[str, Any]:
    name = str(kind).replace("_", "-")
    name = _STAGES[number] if number and kind is StageKind.DEADLINE else name
    follows = {"follows": _STAGES[1]} if name == _STAGES[2] else {}
    return {"id": name, "kind": str(kind), "when": when} | _hour_of(span) | follows


def _told_by_today(piece: ToldSentence, known: KnownYears) -> Iterator[DraftFact]:
    """What opens, comes out or closes "today" or "tomorrow", where the day of the text is known."""
    if known.own is None:
        return
    folded = piece.sentence.folded
    for relative in relative_days(folded.folded, [role.span for role in piece.dates]):
        day = known.own + timedelta(days=relative.days)
        yield fact(
            piece,
            "stage",
            _stage(relative.kind, 0, day.isoformat()),
            folded.span(relative.start, relative.end),
            reasons.FROM_DOCUMENT,
        )
