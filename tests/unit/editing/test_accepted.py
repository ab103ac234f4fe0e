"""What accepting does to an entry; tried with the command in `test_accepting.py`."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import at, entry, milestone, stage
from clustercalls.cli.keep.typed_date import reading
from clustercalls.editing.accepted import accepted, checked
from clustercalls.editing.document import Document, as_document
from clustercalls.editing.moves import noted
from clustercalls.editing.ops import Op
from clustercalls.entry_tables import Grants
from clustercalls.model import Entry
from clustercalls.reconcile.proposal import Act, Proposal, SaidBySource
from clustercalls.reconcile.proposals import compared
from clustercalls.registry.build import Defaults

NOW = at("2026-12-01T09:00")
READ = reading(NOW, {})
TEXT = """
[[call]]
id = "a"
title = "A"
currency = "EUR"
deadline = 2027-04-15T17:00:00
grants = { number = 8, each = 1_000 }
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return as_document(tmp_path / "calls.toml", TEXT.encode(), Defaults())


def ops_of(document: Document, act: Act, field: str, **rest: object) -> list[Op]:
    (address,) = document.addresses()
    table = document.table(address)
    ours = document.read("call", table).entry
    assert ours is not None
    theirs = rest.pop("theirs", ours)
    assert isinstance(theirs, Entry)
    proposal = Proposal(ours, act, field, **rest)  # type: ignore[arg-type] # fields of it
    return accepted(document, ours, table, proposal, theirs, READ)


@pytest.mark.parametrize(
    ("when", "hour", "zone", "written"),
    [
        ("2027-04-29", "17:00", "Europe/Brussels", datetime.fromisoformat("2027-04-29T17:00")),
        ("2027-04-29", "12:30:25", "Europe/Brussels", datetime.fromisoformat("2027-04-29T12:30")),
        ("2027-04-29", "", "Europe/Brussels", datetime.fromisoformat("2027-04-29T17:00")),
        ("2027-06", "", "Europe/Brussels", "2027-06"),
    ],
)
def test_a_date_that_moved(document: Document, when: str, hour: str, zone: str, written: object) -> None:
    theirs = milestone(when, at=hour, zone=zone)
    made = {op.path: op.value for op in ops_of(document, Act.MOVE, "stage deadline", milestone=theirs)}
    assert made[("deadline",)] == written


def test_a_stage_of_its_own(document: Document) -> None:
    theirs = milestone("2027-09-01", at="17:00", name="second", follows="deadline", note="hour: see the page")
    table = {
        "id": "second-2",
        "kind": "deadline",
        "when": datetime.fromisoformat("2027-09-01T17:00"),
        "follows": "deadline",
        "note": "hour: see the page",
    }
    made = ops_of(document, Act.NEW_STAGE, "stage second-2", milestone=theirs)
    assert made == [Op(("stage",), table, more=True)]
    assert ops_of(document, Act.NEW_STAGE, "stage deadline", milestone=theirs) == []


def test_a_stage_that_lasts(document: Document) -> None:
    theirs = milestone("2027-06-06", kind="dates", until="2027-06-08", until_at="16:00")
    (op,) = ops_of(document, Act.NEW_STAGE, "stage dates", milestone=theirs)
    assert f"{op.value['when']} {op.value['until']}" == "2027-06-06 2027-06-08 16:00:00"


def test_amounts(document: Document) -> None:
    (address,) = document.addresses()
    ours = document.read("call", document.table(address)).entry
    assert ours is not None
    theirs = replace(ours, budget=5_000_000, grants=Grants(None, None, 1_000, 2_000))
    assert ops_of(document, Act.SET, "budget", theirs=theirs) == [Op(("budget",), 5_000_000)]
    made = {op.path: op.value for op in ops_of(document, Act.SET, "grants", theirs=theirs)}
    assert made == {("grants", "each"): None, ("grants", "min"): 1_000, ("grants", "max"): 2_000}


def test_the_day_it_was_confirmed() -> None:
    day = date(2026, 12, 1)
    assert checked({}, [], day) == [Op(("checked",), day)]
    assert checked({"checked": date(2026, 11, 1)}, [], day) == [Op(("checked",), day)]
    assert checked({"checked": date(2026, 12, 2)}, [], day) == []


DAYS = st.dates(date(2026, 10, 1), date(2027, 12, 31))
HOURS = st.sampled_from(["", "12:00", "17:00"])
NAMES = st.sampled_from([["deadline"], ["first", "second"], ["cut-off-1", "cut-off-2", "cut-off-3"], []])


@st.composite
def said(draw: st.DrawFn) -> Entry:
    """A call as a source tells it."""
    names = draw(NAMES)
    days = sorted(draw(st.lists(DAYS, min_size=len(names), max_size=len(names), unique=True)))
    stages = [
        stage(day.isoformat(), name=name, at=draw(HOURS)) for name, day in zip(names, days, strict=True)
    ]
    if draw(st.booleans()):
        stages.insert(0, stage(draw(DAYS).isoformat(), "opens"))
    budget = draw(st.sampled_from([None, 1_000, 2_000]))
    grants = draw(st.sampled_from([None, Grants(8), Grants(9, 100), Grants(None, None, 100, 200)]))
    return entry(*stages, name="eu:1", currency="EUR", budget=budget, grants=grants)


def as_text(ours: Entry) -> str:
    """A registry that has it, a call with one deadline in its short form."""
    lines = ["[[call]]", 'id = "a"', 'title = "A"']
    lines += [f"budget = {ours.budget}"] if ours.budget else []
    if ours.grants:
        keys = ("number", "each", "min", "max")
        told = [f"{key} = {value}" for key in keys if (value := getattr(ours.grants, key)) is not None]
        lines.append(f"grants = {{ {', '.join(told)} }}")
    alone = len(ours.stages) == 1
    for each in ours.stages:
        when = f"{each.when}" + (f"T{each.at}" if each.at else "")
        name = each.kind.value if alone else "when"
        lines += [] if alone else ["[[call.stage]]", f'id = "{each.id}"', f'kind = "{each.kind.value}"']
        lines.append(f"{name} = {when}")
    return "\n".join(lines) + "\n"


@given(said(), said())
def test_what_was_accepted_is_not_proposed_again(ours: Entry, theirs: Entry) -> None:
    """Nor is anything else that can be accepted: one time is enough, whatever both said."""
    document = as_document(Path("calls.toml"), as_text(ours).encode(), Defaults())
    source = SaidBySource(theirs, datetime(2026, 11, 1, tzinfo=UTC))
    for again in (False, True):
        (address,) = document.addresses()
        mine = document.read("call", document.table(address)).entry
        assert mine is not None
        open_ones = [each for each in compared(mine, source, NOW).proposals if each.act is not Act.NOTHING]
        assert not (again and open_ones)
        for proposal in open_ones:
            table = document.table(address)
            now = document.read("call", table).entry
            assert now is not None
            ops = accepted(document, now, table, proposal, theirs, READ)
            edit = noted(document, address, ops, NOW, ("why", ""))
            document = document.with_text(edit.text, edit.meant)
    assert not document.read("call", document.table(address)).errors
