"""1,422 made-up calls, as facts: what the portal answers of each, and what a catalogue is to hold of it.

Both are written from the facts alone: what is expected has seen no answer, and nothing of the program.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from portal import FORTHCOMING, OPEN, pot, record

TOPICS, CASCADES, PROSPECTS = 1_219, 176, 27
LANGUAGES = ("en", "bg", "cs", "de", "el", "es", "fr", "hu", "it", "pl", "pt", "sv")
CALL = 8  # topics of one call, each of which repeats the budget of all
PAGES = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities"
CREDIT = "EU Funding & Tenders Portal"
WINTER = (11, 12, 1, 2)  # months in which no clock of Brussels changes

JsonTable = dict[str, Any]


class MadeCall(NamedTuple):
    """One call: what people know of it. `closes` are days with their hour in Brussels, or with none."""

    number: int
    kind: str
    ident: str
    title: str
    parent: str
    programme: tuple[str, str]  # its code there, and what people call it
    closes: tuple[tuple[date, str], ...]
    opens: date | None = None
    model: str = "single-stage"
    action: str = ""
    pots: tuple[int, ...] = ()
    grants: tuple[int, int, int] = (0, 0, 0)  # how many, the least and the most for each
    off: str = ""  # the sentence that calls it off
    words: tuple[str, ...] = ()
    text: str = ""
    marked: int = 0  # which of the ways to write the end of a day

    @property
    def key(self) -> str:
        """Its reference without a language."""
        return f"{self.number}{ {'1': 'TOPICS', '2': 'PROSPECTS', '8': 'COMPETITIVE_CALL'}[self.kind] }"

    @property
    def last(self) -> date:
        """The day of its last deadline."""
        return self.closes[-1][0]


def made_calls() -> list[MadeCall]:
    """All of them: topics, cascade calls, prospects."""
    return [
        *map(_topic, range(TOPICS)),
        *map(_cascade, range(CASCADES)),
        *map(_prospect, range(PROSPECTS)),
    ]


def _topic(number: int) -> MadeCall:
    first = date(2027, 1, 5) + timedelta(days=number % 280)
    opens = date(2026, 9, 1) + timedelta(days=number % 120) if number % 7 else None
    if number in {300, 600}:  # open by their status to this day
        first, opens = date(2014, 4, 1), date(2013, 12, 11)
    days: tuple[date, ...] = (first,)
    model = "single-stage"
    if number % 10 == 1:
        days, model = (first, first + timedelta(days=150)), "two-stage"
    elif number % 10 == 2:
        days, model = tuple(first + timedelta(days=90 * each) for each in range(3)), "multiple cut-off"
    off = f"The topic has been cancelled by decision {number}." if number % 211 == 5 else ""
    return MadeCall(
        number=50_000_000 + number,
        kind="1",
        ident=f"HORIZON-CL{number // CALL % 6 + 1}-2027-{number // CALL}-{number % CALL + 1}",
        title=f"Soil & water, part {number}: “living labs”",
        parent=f"Mission of call {number // CALL}",
        programme=[("43108390", "HORIZON"), ("44416173", "I3"), ("999", "999")][number // CALL % 3],
        closes=tuple((day, "17:00:00") for day in days),
        opens=opens,
        model=model,
        action=["HORIZON Research and Innovation Actions", "HORIZON Innovation Actions"][number % 2],
        pots=(1_000_000 * (number % 90 + 1), 500_000)[: 1 + (number % 5 == 0)],
        grants=(number % 4, 0, 3_000_000) if number % 3 else (number % 4, 2_000_000, 2_000_000),
        off=off,
        words=("Écosystèmes", f"keyword {number % 40}"),
        text=f"Outcome of topic {number}.\nScope: naïve & plain < simple; {number * 7} things.",
        marked=number % 4,
    )


def _cascade(number: int) -> MadeCall:
    return MadeCall(
        number=14_000 + number,
        kind="8",
        ident=f"SMP-COSME-2024-CLUSTER-0{number // 4 % 9}",  # four calls of one project share it
        title=f"Open call {number} of project {number // 4}",
        parent="Joint Cluster Initiatives (EUROCLUSTERS)"
        if number % 44 == 0
        else f"Topic {number // 4} above",
        programme=("43252476", "SMP"),
        closes=((date(2026, 12, 1) + timedelta(days=number), ""),),
        opens=date(2026, 10, 1) if number % 2 else None,
        pots=(60_000 + number,),
        words=(f"ACRO{number // 4}",),
        text=f"Apply for part {number}.",
    )


def _prospect(number: int) -> MadeCall:
    return MadeCall(
        number=187_000 + number,
        kind="2",
        ident=f"EuropeAid/{187_000 + number}/DD/ACT/CN",
        title=f"Call for proposals {number}",
        parent="",
        programme=("111111", "RELEX-PROSPECT"),
        closes=((date(2027, 6, 1) + timedelta(days=9 * number), "12:00:00" if number % 2 else "23:59:00"),),
        opens=date(2026, 7, 17),
        pots=(500_000 + number,),
    )


# What the portal answers.


def records(calls: list[MadeCall], again: int = 0) -> list[JsonTable]:
    """Their records in English; `again` is how often all was indexed anew: what is no fact differs then."""
    budgets = _budgets(calls)
    return [_record(each, budgets.get(each.number, ""), again) for each in calls]


def _budgets(calls: list[MadeCall]) -> dict[int, str]:
    """The budget that stands in each topic: the rows of all topics of its call, with their dates."""
    topics = [each for each in calls if each.kind == "1"]
    found: dict[int, str] = {}
    for start in range(0, len(topics), CALL):
        sisters = topics[start : start + CALL]
        rows = {f"{90_000 + each.number}": list(_rows(each)) for each in sisters}
        text = json.dumps({"budgetYearsColumns": ["2027"], "budgetTopicActionMap": rows})
        found |= {each.number: text for each in sisters}
    return found


def _rows(call: MadeCall) -> Iterator[JsonTable]:
    number, least, most = call.grants
    for place, amount in enumerate(call.pots):
        yield pot(
            f"{call.ident} - HORIZON-{'RIA' if place == 0 else 'CSA'} {call.action}",
            f"{amount}" if call.number % 2 else amount,
            expectedGrants=number if place == 0 else 0,
            minContribution=f"{least}",
            maxContribution=most,
            plannedOpeningDate=f"{call.opens or ''}",
            deadlineModel=call.model,
            deadlineDates=[f"{day}" for day, _ in call.closes],
        )


def _record(call: MadeCall, budget: str, again: int) -> JsonTable:
    made = record(
        call.number,
        call.kind,
        title=[call.parent if call.kind == "8" else call.title],
        callTitle=[call.title if call.kind == "8" else call.parent],
        status=FORTHCOMING if call.number % 3 == 0 else OPEN,
        frameworkProgramme=call.programme[0],
        identifier=call.ident,
        programmePeriod="2021 - 2027",
        startDate=[_clock(call.opens, again)] if call.opens else [],
        deadlineDate=[_closing(call, day, hour, again) for day, hour in reversed(call.closes)],
        deadlineModel=call.model,
        typesOfAction=[call.action] if call.action else [],
        keywords=[*call.words],
        descriptionByte=_html(call.text),
        budgetOverview=[budget] if budget else [],
        latestInfos=[json.dumps([{"lastChangeDate": "2026-10-01T10:00:00.1", "content": _html(call.off)}])],
        esDA_IngestDate=f"2026-11-{again + 1:02}T03:00:00.000+0000",
        esDA_QueueDate=f"2026-11-{again + 1:02}T02:00:00.000+0000",
        esST_checksum=f"{call.number * (again + 1):x}",
    )
    about = made["metadata"]
    if call.kind != "1":
        about |= {"budget": [f"{call.pots[0]}"], "currency": ["EUR"]}
    if call.kind == "2":
        about["callIdentifier"] = [f"{call.number}"]
    made["url"] = f"https://webgate.ec.europa.eu/prospect/?callId={call.number if call.kind == '2' else 1}"
    made["weight"] = 4.0 + again
    made["checksum"] = f"{again}"
    return made


def _html(text: str) -> str:
    """A text as the portal has it: tags, entities, a quote that nothing closes."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("ï", "&iuml;")
    lines = "".join(f"<p class='a'>{line}</p>" for line in escaped.split("\n") if line)
    return f'<style>p {{}}</style><div class="eui-u-mt-l>{lines}</div>' if lines else ""


def _clock(day: date, again: int) -> str:
    return f"{day}T00:00:{again:02}.000+0000"


def _closing(call: MadeCall, day: date, hour: str, again: int) -> str:
    """A deadline as the portal writes it: each kind in its own way, seconds as it comes."""
    if call.kind == "8":
        return (
            f"{day}T{('17:00', '23:59', '02:00')[call.number % 3]}:{(call.number + again) % 60:02}.000+0000"
        )
    if call.kind == "2":
        return f"{_in_utc(day, hour[:5])}:{(16 + again) % 60}.000+0000"
    if call.marked == 1:
        return f"{day}T17:00:00.000+0000"
    if call.marked == 2:
        return f"{day}T{'18' if day.month in WINTER else '19'}:00:00.000+0{1 if day.month in WINTER else 2}00"
    return f"{day}T00:00:{again:02}.000+0000"


def _in_utc(day: date, hour: str) -> str:
    """An hour of Brussels in UTC, by the rule that a clock on the wall goes by."""
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    return f"{day}T{int(hour[:2]) - 1 - summer:02}{hour[2:]}"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


def strays(made: list[JsonTable]) -> list[JsonTable]:
    """The same in eleven more languages, and stale copies of some: a server that is asked well has none."""
    found = []
    for one in made:
        stem = one["reference"][:-2]
        for language in LANGUAGES[1:]:
            about = one["metadata"] | {"language": [language], "title": [f"{language} of it"]}
            found.append(one | {"reference": f"{stem}{language}", "language": language, "metadata": about})
    for one in made[::9]:
        about = one["metadata"] | {"DATASOURCE": ["SEDIA_PRD_CENTRICITY"], "title": ["stale"]}
        found.append(one | {"reference": f"9{one['reference']}", "metadata": about})
    return found


# What a catalogue is to hold.


def entry_of(call: MadeCall, calls: list[MadeCall]) -> JsonTable:
    """The table of an entry that says these facts."""
    page = {
        "1": f"{PAGES}/topic-details/{call.ident}",
        "8": f"{PAGES}/competitive-calls-cs/{call.number}",
        "2": f"https://webgate.ec.europa.eu/prospect/?callId={call.number}",
    }[call.kind]
    table: JsonTable = {
        "title": call.title,
        "programme": call.programme[1],
        "summary": " · ".join(filter(None, (call.parent, call.action))),
        "status": "cancelled" if call.off else "",
        "budget": sum(call.pots),
        "currency": "EUR",
        "grants": _grants(call),
        "url": page,
        "source": {"title": CREDIT, "url": page, "quote": call.off, "key": f"eu:{call.key}"},
        "stage": list(stages_of(call)),
        "note": _note(call, calls),
    }
    table["source"] = {name: value for name, value in table["source"].items() if value}
    return {name: value for name, value in table.items() if value}


def _grants(call: MadeCall) -> JsonTable:
    number, least, most = call.grants
    each = {"each": most} if least == most else {"min": least, "max": most}
    return {name: value for name, value in {"number": number, **each}.items() if value}


def _note(call: MadeCall, calls: list[MadeCall]) -> str:
    """That another topic of the call has a row with as much."""
    if call.kind != "1":
        return ""
    mine = call.number - 50_000_000
    start = mine // CALL * CALL
    sisters = [each for each in calls[start : min(start + CALL, TOPICS)] if each.number != call.number]
    same = sum(not set(each.pots).isdisjoint(call.pots) for each in sisters)
    topics, them = ("another topic", "it") if same == 1 else (f"{same} other topics", "them")
    return f"the same budget as {topics} of the call, perhaps shared with {them}" if same else ""


def stages_of(call: MadeCall) -> Iterator[JsonTable]:
    """Its stages, as a registry names them."""
    if call.opens:
        at = {"at": "02:00:00", "zone": "Europe/Brussels"} if call.kind == "2" else {}
        yield {"id": "opens", "kind": "opens", "when": f"{call.opens}", **at}
    names = ["first", "second"] if call.model == "two-stage" else ["cut-off-1", "cut-off-2", "cut-off-3"]
    names = ["deadline"] if len(call.closes) == 1 else names
    for name, (day, hour) in zip(names, call.closes, strict=False):
        stage: JsonTable = {"id": name, "kind": "deadline", "when": f"{day}"}
        if hour:
            stage |= {"at": hour, "zone": "Europe/Brussels"}
        if name == "second":
            stage["follows"] = "first"
        if call.kind == "8":
            stage["note"] = "hour: see the page"
        yield stage
