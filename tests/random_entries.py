"""Entries of every shape that a registry can hold, made up by hypothesis, as tables of a file."""

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from clustercalls.edtf import parse
from clustercalls.model import Entry, EntryKind, Source
from clustercalls.registry.build import Defaults
from clustercalls.registry.entries import entries_of
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text

Table = dict[str, Any]

WHENS = st.sampled_from([
    "2027-02/2027-03", "2027-04-04~", "2027-11", "2027-21", "2027-34?", "2027-01/..", "../2027-06-01",
    "2027-04-04", "2027-04-04T17:00:00", "2027-04-04T17:00:00+05:30", date(2027, 4, 4),
    datetime.fromisoformat("2027-04-04T17:00"), datetime.fromisoformat("2027-10-31T02:30"),
])  # fmt: skip
TEXTS = st.sampled_from(["Soil", "Grants for « SMEs »", "a\nb", 'x = "1"', "[red]", "è €", "# no comment"])
URLS = st.sampled_from(["https://example.org/a", "http://example.org/b?c=d"])
DAYS = st.sampled_from(["2026-11-01", date(2026, 10, 2)])
AMOUNTS = st.sampled_from([0, 1, 18_500_000, 350_000.5])
ZONES = st.sampled_from(["Europe/Athens", "UTC", "America/St_Johns", "CET", "AoE", "UTC+2"])
PLAIN_KINDS = ["published", "opens", "info_day", "registration", "deadline", "interview", "decision", "dates"]


def _some(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Table]:
    return st.fixed_dictionaries({}, optional=keys)


def _texts(of: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[list[str]]:
    return st.lists(of, unique=True, min_size=1, max_size=3)


@st.composite
def _stages(draw: st.DrawFn) -> list[Table]:
    made: list[Table] = []
    for number in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from([*PLAIN_KINDS, "internal"]))
        stage: Table = {"id": draw(st.sampled_from([kind, f"s{number}"])), "kind": kind}
        if any(each["id"] == stage["id"] for each in made):
            stage["id"] = f"s{number}"
        stage |= draw(
            _some(title=TEXTS, zone=ZONES, owner=TEXTS, note=TEXTS, done=DAYS, cancelled=st.booleans())
        )
        how = draw(st.sampled_from(["when", "none", "rolling", "after", "until", "at"]))
        if how == "when":
            stage["when"] = draw(WHENS)
        elif how == "at":
            stage |= {"when": draw(st.sampled_from(["2027-05-05", "2027-05~"])), "at": "12:30"}
        elif how == "until":
            stage |= {
                "when": draw(WHENS),
                "until": draw(st.sampled_from(["2028-01-05", "2028-02-01T18:00:00"])),
            }
        elif how == "rolling":
            stage["rolling"] = True
        elif how == "after" and made:
            target = draw(st.sampled_from(made))["id"]
            steps = st.sampled_from([{"months": 4}, {"days": -3}, {"working_days": 5}, {}])
            stage["after"] = {"stage": target, **draw(steps)}
        hangs = draw(st.booleans())
        if made and hangs:
            stage["follows"] = draw(st.sampled_from(made))["id"]
        made.append(stage)
    return made


@st.composite
def tables(draw: st.DrawFn) -> tuple[EntryKind, Table]:
    """The kind and the table of an entry that can be read."""
    kind = draw(st.sampled_from(list(EntryKind)))
    table: Table = {"id": draw(st.sampled_from(["soil", "a-1", "x_2"])), "title": draw(TEXTS)}
    table |= draw(_some(
        programme=TEXTS, summary=TEXTS, about=TEXTS, place=TEXTS, note=TEXTS, track=TEXTS, owner=TEXTS,
        budget=AMOUNTS, currency=st.sampled_from(["EUR", "GBP"]), eligibility=_texts(),
        tags=_texts(), ref=_texts(), url=URLS, checked=DAYS,
        funding=_some(**{"for": TEXTS}).map(lambda each: [{"rate": 75, **each}]),
        grants=_some(number=st.integers(0, 9), each=AMOUNTS, min=st.just(1), max=st.just(9)).filter(bool),
        contact=_some(name=TEXTS, address=TEXTS, phones=_texts(), email=st.just("a@b.eu")).filter(bool),
        links=st.lists(_some(title=TEXTS).map(lambda each: {"url": "https://example.org/l", **each}),
                       min_size=1, max_size=1),
        source=_some(title=TEXTS, url=URLS, date=st.sampled_from(["2016-12~", "2026-11-01"]), quote=TEXTS,
                     key=st.sampled_from(["eu:1TOPICS", "theirs:2"])).filter(bool),
        warn=st.just(["7d"]),
    ))  # fmt: skip
    if kind is EntryKind.CALL:
        table |= draw(_some(status=st.sampled_from(["open", "suspended", "cancelled", "exhausted"])))
    stages = draw(_stages())
    if stages:
        table["stage"] = stages
        names = st.sampled_from([each["id"] for each in stages])
        rows = st.fixed_dictionaries(
            {"stage": names, "was": WHENS}, optional={"noticed": DAYS, "why": TEXTS, "source": URLS}
        ) | st.fixed_dictionaries({"was_status": st.just("open"), "noticed": DAYS})
        table["history"] = draw(st.lists(rows, max_size=2))
    return kind, table


def read(kind: EntryKind, table: Table, defaults: Defaults | None = None) -> Entry:
    """The entry of a table that is sound."""
    problems: list[Any] = []
    defaults = defaults or Defaults(
        "Europe/Rome", "Europe/Rome", "EUR", Source("Notes", "", parse("2016-12"))
    )
    entries = entries_of(kind, [table], defaults, Text("", Layout("")), {}, problems, warnings=False)
    assert problems == []
    return entries[0]
