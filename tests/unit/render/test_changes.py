"""Changes in words and for machines."""

from datetime import date

import pytest

from builders import entry, stage
from clustercalls.history.compare import Change, What
from clustercalls.i18n import ENGLISH, language
from clustercalls.model import Entry
from clustercalls.render.changes import LONGEST, ChangeRow, change_row, fact, line, said

IT = entry(
    stage("2017-04-06", name="first"),
    stage("2017-05-02", "dates"),
    name="one",
    title="Chains",
    currency="EUR",
)


def moved(was: str | None, now: str | None, days: int | None = None, name: str = "first") -> Change:
    return Change("one", "Chains", What.MOVED, f"stage {name}", was, now, days)


def changed(field: str, was: str | None, now: str | None) -> Change:
    return Change("one", "Chains", What.CHANGED, field, was, now)


FACTS: list[tuple[Change, str]] = [
    (Change("one", "Chains", What.CAME), "new: Chains"),
    (Change("one", "Chains", What.WENT), "gone: Chains"),
    (moved("2017-04-04", "2017-04-06", 2), "first stage: 4 Apr → 6 Apr 2017 (+2 days)"),
    (moved("2017-04", "2017-04-06"), "first stage: Apr 2017 → 6 Apr 2017"),
    (moved("-", "2017-04-06"), "first stage: date not announced → 6 Apr 2017"),
    (moved("2017-04-04", None), "first stage: 4 Apr 2017 → none"),
    (moved("2017-04-04", "cancelled"), "first stage: 4 Apr 2017 → cancelled"),
    (moved("cancelled", "2017-04-06"), "first stage: cancelled → 6 Apr 2017"),
    (moved("cancelled", None), "first stage: cancelled → none"),
    (moved("2017-05-01", "2017-05-02", 1, "dates"), "1 May → 2 May 2017 (+1 day)"),
    (moved("2017-04-04", "2017-04-06", 2, "lost"), "lost: 4 Apr → 6 Apr 2017 (+2 days)"),
    (changed("status", "open", "suspended"), "status: open → suspended"),
    (changed("status", "open", None), "status: open → as its dates say"),
    (changed("", None, None), "changed"),
    (changed("owner", None, "Ada"), "owner: none → Ada"),
    (changed("kind", "call", "policy"), "kind: call → policy"),
    (changed("budget", "18500000", "350000"), "budget: 18.5 M€ → 350 k€"),
    (changed("budget", "5 EUR", "6 NOK"), "budget: 5 EUR → 6 NOK"),  # each in its own currency
    (changed("grants", "8 × 350000", "8 × "), "grants: 8 × 350 k€ → 8"),
    (changed("grants", " × 350000", None), "grants: 350 k€ → none"),
    (changed("grants", "8 × 350000", "8 × 350000 | 50000 – 2000000"),
     "grants: 8 × 350 k€ → 8 × 350 k€, 50 k€–2 M€ a project"),
    (changed("grants", " ×  | 50000 – ", " ×  |  – 2000000"),
     "grants: from 50 k€ a project → up to 2 M€ a project"),
    (changed("summary", "a" * LONGEST, "b" * (LONGEST + 1)),
     f"summary: {'a' * LONGEST} → {'b' * (LONGEST - 1)}…"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "text"), FACTS)
def test_a_change_in_words(change: Change, text: str) -> None:
    assert fact(change, IT, ENGLISH) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (moved("2017-04-04", "2017-04-06", 2), "first: 4 Apr → 6 Apr 2017 (+2 days)"),
        (changed("budget", "5", "6"), "budget: 5 → 6"),
        (changed("kind", "call", "policy"), "kind: call → policy"),
    ],
)
def test_of_an_entry_that_is_gone_its_words_are_as_they_were(change: Change, text: str) -> None:
    assert fact(change, None, ENGLISH) == text


REASONED = Change(
    "one", "Chains", What.MOVED, "stage first", "2017-04-04", "2017-04-06", 2, date(2017, 3, 31),
    "Strike\x1b", "Portal", "history",
)  # fmt: skip


@pytest.mark.parametrize("it", [IT, None])
def test_a_line_has_the_day_the_entry_and_the_reasons(it: Entry | None) -> None:
    label = "first stage" if it else "first"
    assert said(REASONED, it, ENGLISH) == f"{label}: 4 Apr → 6 Apr 2017 (+2 days); Strike\x1b; Portal"
    assert (
        line(REASONED, it, ENGLISH)
        == f"Fri 31 Mar 2017  one  {label}: 4 Apr → 6 Apr 2017 (+2 days); Strike\\x1b; Portal\n"
    )


def test_a_line_without_a_day_begins_with_the_entry() -> None:
    assert line(changed("owner", None, "Ada"), IT, ENGLISH) == "one  owner: none → Ada\n"


def test_in_italian_everything_but_what_the_file_says() -> None:
    assert fact(moved("2017-04-04", None), IT, language("it")) == "prima fase: 4 apr 2017 → nessuno"


def test_machines_read_null_for_what_is_not_known() -> None:
    assert change_row(REASONED) == ChangeRow(
        id="one", title="Chains", what=What.MOVED, field="stage first", was="2017-04-04", now="2017-04-06",
        days=2, noticed=date(2017, 3, 31), why="Strike\x1b", source="Portal", stage="first", at="2017-03-31",
        told_by="history",
    )  # fmt: skip
    assert change_row(moved("-", "-")) == ChangeRow(
        id="one", title="Chains", what=What.MOVED, field="stage first", stage="first"
    )
    assert change_row(Change("x", "", What.CAME)) == ChangeRow(id="x", title=None, what=What.CAME)
    assert change_row(changed("owner", "", None)).stage is None
