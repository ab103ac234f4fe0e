"""What accepting does to an entry; tried with the command in `test_accepting.py`."""

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import at, milestone
from clustercalls.cli.keep.typed_date import reading
from clustercalls.editing.accepted import accepted, checked
from clustercalls.editing.document import Document, as_document
from clustercalls.editing.ops import Op
from clustercalls.entry_tables import Grants
from clustercalls.model import Entry
from clustercalls.reconcile.proposal import Act, Proposal
from clustercalls.registry.build import Defaults

READ = reading(at("2026-12-01T09:00"), {})
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
    entry = document.read("call", table).entry
    assert entry is not None
    theirs = rest.pop("theirs", entry)
    assert isinstance(theirs, Entry)
    proposal = Proposal(entry, act, field, **rest)  # type: ignore[arg-type] # fields of it
    return accepted(document, entry, table, proposal, theirs, READ)


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


def test_amounts(document: Document) -> None:
    (address,) = document.addresses()
    entry = document.read("call", document.table(address)).entry
    assert entry is not None
    theirs = replace(entry, budget=5_000_000, grants=Grants(None, None, 1_000, 2_000))
    assert ops_of(document, Act.SET, "budget", theirs=theirs) == [Op(("budget",), 5_000_000)]
    made = {op.path: op.value for op in ops_of(document, Act.SET, "grants", theirs=theirs)}
    assert made == {("grants", "each"): None, ("grants", "min"): 1_000, ("grants", "max"): 2_000}


def test_the_day_it_was_confirmed() -> None:
    day = date(2026, 12, 1)
    assert checked({}, [], day) == [Op(("checked",), day)]
    assert checked({"checked": date(2026, 11, 1)}, [], day) == [Op(("checked",), day)]
    assert checked({"checked": date(2026, 12, 2)}, [], day) == []
