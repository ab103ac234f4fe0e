"""What is not wrong but looks it: warnings, told by `check` only, that depend on the file alone."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache

from clustercalls import edtf, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import DUE, Entry, Milestone, Stage, StageKind, Status
from clustercalls.registry import order, values
from clustercalls.registry.clocks import SEASONS, off_season
from clustercalls.registry.shape import DefaultsTable, EntryTable
from clustercalls.tables.findings import Findings, KeyPath
from clustercalls.zones import zone_of

SATURDAY = 5
MIDNIGHT = time(0)
TWO = 2
LOW_BUDGET = 1_000
GATED = frozenset({StageKind.DEADLINE, StageKind.OPENS})
KINDS = frozenset(kind.value for kind in StageKind)
# What people write for the code of a language.
_CODES = {
    name: code
    for code, names in {
        "it": "italian italiano",
        "en": "english inglese",
        "fr": "french francese français",
        "de": "german tedesco deutsch",
        "es": "spanish spagnolo español",
        "pt": "portuguese portoghese português",
        "pl": "polish polacco polski",
    }.items()
    for name in names.split()
}
# https://www.rfc-editor.org/rfc/rfc3986#section-3.2; a host stands behind the last @
_AUTHORITY = r"(?i)https?://[^/?#]*@([^/?#]*)"


def warn(entry: Entry, places: list[KeyPath], findings: Findings) -> None:
    """Adds every warning about a sound entry; `places` are the paths of its stages, in the same order."""
    milestones = {milestone.stage.id: milestone for milestone in timeline.milestones(entry)}
    _warn_source(entry, milestones, findings)
    if entry.status is Status.OPEN:
        deadlines = (m.stage for m in milestones.values() if m.stage.kind is StageKind.DEADLINE)
        if any(stage.when and not stage.follows for stage in deadlines):
            findings.add("open-with-date", ("status",))
    if len(entry.stages) > 1:
        _warn_steps(entry, milestones, places, findings)
    if entry.history:
        _warn_history(entry, findings)
    for stage, place in zip(entry.stages, places, strict=True):
        if stage.when is not None and not stage.cancelled:
            _warn_day(stage, stage.when, place, findings)
            _warn_midnight(stage, stage.when, place, findings)
            if stage.at is not None:
                _warn_hour(stage, stage.when, stage.at, place, findings)
            if stage.until is not None:
                _warn_hour(stage, stage.until, stage.until_at, _end(place), findings)
        if stage.follows or stage.kind in GATED:
            _warn_order(entry, stage, milestones, place, findings)
    whens = {stage.id: _when(place) for stage, place in zip(entry.stages, places, strict=True)}
    order.warn(entry, milestones, whens, findings)


def warn_written(table: EntryTable | DefaultsTable, findings: Findings) -> None:
    """Adds every warning about how a value of an entry, or of the defaults, is written."""
    if table.currency or table.language:
        _warn_codes(table, findings)
    if table.zone:
        _warn_sign(table.zone, ("zone",), findings)
    if table.source:
        _warn_address(table.source.url, ("source", "url"), findings)
    if isinstance(table, EntryTable):
        for number, stage in enumerate(table.stage):
            if stage.zone:
                _warn_sign(stage.zone, ("stage", number, "zone"), findings)
        if table.budget is not None or table.funding:
            _warn_money(table, findings)
        if table.url:
            _warn_address(table.url, ("url",), findings)
        for number, link in enumerate(table.links):
            _warn_address(link.url, ("links", number, "url"), findings)


def _warn_sign(zone: str, path: KeyPath, findings: Findings) -> None:
    """The zones of the Etc folder are named the other way round: Etc/GMT+2 is two hours behind."""
    match = re.fullmatch(r"Etc/GMT([+-])([1-9]\d?)", zone)
    if match:
        sign, hours = match.groups()
        turned = "-" if sign == "+" else "+"
        side = "behind" if sign == "+" else "ahead of"
        filling = {"value": zone, "hours": hours, "what": side}
        findings.add("zone-sign", path, near=f"UTC{turned}{hours}", other=f"UTC{sign}{hours}", **filling)


def _warn_address(url: str, path: KeyPath, findings: Findings) -> None:
    """What stands before an @ is a password, or makes another host look like the one that is meant."""
    authority = re.match(_AUTHORITY, url) if "@" in url else None
    if authority:
        findings.add("user-in-address", path, host=authority[1])


def _warn_codes(table: EntryTable | DefaultsTable, findings: Findings) -> None:
    written = table.currency
    if written and not re.fullmatch("[A-Z]{3}", written):
        from clustercalls.phrase.amounts import currency

        findings.add("odd-currency", ("currency",), value=written, near=currency(written) or "…")
    if table.language and not values.is_language(table.language):
        _warn_language(table.language, findings)


def _warn_language(written: str, findings: Findings) -> None:
    code = written.strip().replace("_", "-")
    near = code if values.is_language(code) else _CODES.get(code.lower(), "…")
    findings.add("odd-language", ("language",), value=written, near=near)


def _warn_money(table: EntryTable, findings: Findings) -> None:
    """Amounts and rates that were written in thousands, millions or as fractions."""
    if table.budget is not None and 0 < table.budget < LOW_BUDGET:
        findings.add("low-budget", ("budget",), value=table.budget)
    for number, funding in enumerate(table.funding):
        if 0 < funding.rate < 1:
            near = f"{funding.rate * 100:.10g}"
            findings.add("low-rate", ("funding", number, "rate"), value=funding.rate, near=near)


def _warn_source(entry: Entry, milestones: dict[str, Milestone], findings: Findings) -> None:
    if entry.confirmed is not None:
        return
    if entry.source is None:
        findings.add("unsourced", ())
    elif entry.status is Status.OPEN or any(each.latest is None for each in milestones.values()):
        findings.add("undated-source", ("source",))


def _warn_history(entry: Entry, findings: Findings) -> None:
    names = tuple(stage.id for stage in entry.stages)
    for number, row in enumerate(entry.history):
        # The name of a kind is a short key that was taken out, its date withdrawn.
        if row.stage and row.stage not in names and row.stage not in KINDS:
            from clustercalls.registry.suggest import one_of

            advice = one_of(row.stage, names) if names else {"advice": "There is no stage here."}
            findings.add("lost-history", ("history", number, "stage"), stage=row.stage, **advice)


def _warn_steps(
    entry: Entry, milestones: dict[str, Milestone], places: list[KeyPath], findings: Findings
) -> None:
    """Deadlines named as steps, of which none follows another: each would reopen the call."""
    deadlines = [each for each in entry.stages if each.kind is StageKind.DEADLINE and not each.cancelled]
    if len(deadlines) < TWO or any(each.follows for each in deadlines):
        return
    from clustercalls.registry.steps import followed

    by_name = {each.id: place for each, place in zip(entry.stages, places, strict=True)}
    days = {each.id: (milestones[each.id].earliest, milestones[each.id].latest) for each in deadlines}
    named = {stage: first for stage, first in followed(days).items() if stage != StageKind.DEADLINE}
    for stage, first in named.items():
        findings.add("unlinked-step", by_name[stage], stage=stage, first=first)


def _warn_day(stage: Stage, when: FuzzyDate, place: KeyPath, findings: Findings) -> None:
    if stage.kind is StageKind.DEADLINE and when.is_exact and when.earliest and is_weekend(when.earliest):
        name = "Saturday" if when.earliest.weekday() == SATURDAY else "Sunday"
        findings.add("weekend-deadline", _when(place), when=when.earliest, weekday=name)


def is_weekend(day: date) -> bool:
    """Whether offices are shut that day."""
    return day.weekday() >= SATURDAY


def _warn_midnight(stage: Stage, when: FuzzyDate, place: KeyPath, findings: Findings) -> None:
    """What is to be done at 00:00 is over where the day begins that it seems to be due on."""
    if is_due_at_midnight(stage) and when.is_exact and when.earliest:
        before = when.earliest - timedelta(days=1)
        findings.add("due-at-midnight", _when(place), when=when.earliest, before=before)


def is_due_at_midnight(stage: Stage) -> bool:
    """Whether something is to be done by the first instant of a day."""
    return stage.at == MIDNIGHT and stage.kind in DUE


def _warn_hour(stage: Stage, when: FuzzyDate, at: time | None, place: KeyPath, findings: Findings) -> None:
    if at is None or not when.is_exact or when.earliest is None or is_even(stage, when.earliest, at):
        return
    letters, naive = _letters(stage), datetime.combine(when.earliest, at)
    ahead, behind = _offsets(when.earliest, at, stage.zone)
    said = edtf.date_time(when.text)
    if ahead is None or behind is None or (said is not None and said.tzinfo is not None):
        return  # with an offset there is no doubt
    if ahead != behind:
        code = "doubled-hour" if ahead > behind else "skipped-hour"
        offset = naive.replace(tzinfo=zone_of(stage.zone), fold=0).isoformat()[-6:]
        filling = {"when": when.earliest, "at": f"{at:%H:%M}", "zone": stage.zone, "offset": offset}
        findings.add(code, _when(place), **filling)
    elif actual := off_season(letters, naive):
        city = SEASONS[letters][0]
        read_so = zone_of(city).utcoffset(naive) == ahead
        advice = "Write {zone} if that is meant; it is read so."
        advice = advice if read_so else "Write {zone} if that is meant."
        filling = {"value": letters, "when": when.earliest, "actual": actual, "zone": city, "advice": advice}
        findings.add("zone-season", _when(place), city=city.rsplit("/", 1)[-1].replace("_", " "), **filling)


def is_even(stage: Stage, day: date, at: time) -> bool:
    """Whether clocks there show an hour once that day, and no letters say of which half of the year."""
    ahead, behind = _offsets(day, at, stage.zone)
    return ahead == behind and _letters(stage) not in SEASONS


def _letters(stage: Stage) -> str:
    return (stage.written_zone or stage.zone).upper()


@cache  # many entries are due at one hour
def _offsets(day: date, at: time, zone: str) -> tuple[timedelta | None, timedelta | None]:
    """How far ahead of UTC clocks are at a wall time, read as the earlier and as the later instant."""
    early, late = (datetime.combine(day, at.replace(fold=fold), zone_of(zone)) for fold in (0, 1))
    return early.utcoffset(), late.utcoffset()


def _warn_order(
    entry: Entry, stage: Stage, milestones: dict[str, Milestone], place: KeyPath, findings: Findings
) -> None:
    """A stage that cannot but come before the one it follows, or a deadline before the call opens."""
    later = milestones.get(stage.id)
    if later is None or later.latest is None:
        return
    for first in _earlier_ones(entry, stage):
        earlier = milestones.get(first)
        if earlier is not None and earlier.earliest is not None and later.latest < earlier.earliest:
            filling = {"stage": stage.id, "when": later.latest, "first": first, "start": earlier.earliest}
            findings.add("stage-order", _when(place), **filling)


def _earlier_ones(entry: Entry, stage: Stage) -> list[str]:
    if stage.follows:
        return [stage.follows]
    before = (
        (StageKind.PUBLISHED, StageKind.OPENS) if stage.kind is StageKind.DEADLINE else (StageKind.PUBLISHED,)
    )
    return [each.id for each in entry.stages if each.kind in before]


def _when(place: KeyPath) -> KeyPath:
    """Where the date of a stage stands: its short key, or `when` in its table; an end as it is."""
    return (*place, "when") if isinstance(place[-1], int) else place


def _end(place: KeyPath) -> KeyPath:
    return ("ends",) if len(place) == 1 else (*place, "until")
