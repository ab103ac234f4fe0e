"""The table of what is proposed: what our registry has, what the source says, what a person is asked."""

from datetime import date, datetime, time
from typing import Any

import pytest
from msgspec.structs import replace

from builders import at
from clustercalls import edtf
from clustercalls.entry_tables import Grants
from clustercalls.model import Entry, EntryKind, Moved, Source, Stage, StageKind, Status, Track
from clustercalls.reconcile.proposal import Act, Proposal, SaidBySource, SourceChange
from clustercalls.reconcile.proposals import compared
from clustercalls.zones import UTC

NOW = at("2026-12-01T09:00")
SEEN = datetime(2026, 11, 1, 8, tzinfo=UTC)
BRUSSELS, ROME = "Europe/Brussels", "Europe/Rome"


def stage(when: str, hour: str = "", name: str = "deadline", zone: str = BRUSSELS, **more: Any) -> Stage:  # noqa: ANN401 - any field
    kind = StageKind.OPENS if name == "opens" else StageKind.DEADLINE
    return Stage(
        name,
        kind,
        zone,
        when=edtf.parse(when) if when else None,
        at=time.fromisoformat(hour) if hour else None,
        **more,
    )


def entry(*stages: Stage, name: str = "a", **more: Any) -> Entry:  # noqa: ANN401 - any field
    source = Source("Portal", key="eu:1", quote=more.pop("quote", ""))
    return Entry(name, EntryKind.CALL, "T", stages=stages, source=source, currency="EUR", **more)


def theirs(*stages: Stage, **more: Any) -> SaidBySource:  # noqa: ANN401 - any field
    about = {key: more.pop(key) for key in ("changes", "gone", "is_closed") if key in more}
    return SaidBySource(entry(*stages, name="eu:1", **more), SEEN, **about)


def proposals(ours: Entry, said: SaidBySource) -> tuple[Proposal, ...]:
    return compared(ours, said, NOW).proposals


def acts(ours: Entry, said: SaidBySource) -> list[tuple[Act, str, str]]:
    """What is proposed, but that a source lacks what it is not known to have had."""
    return [(each.act, each.field, each.now) for each in proposals(ours, said) if not each.never_had]


MOVED = "2027-04-29T17:00 @Europe/Brussels"


@pytest.mark.parametrize(
    ("ours", "said", "made"),
    [
        # the same day; ours has an hour or is finer
        (stage("2027-04-15", "17:00"), stage("2027-04-15"), None),
        (stage("2027-04-15", "17:00"), stage("2027-04-15", "17:00:25"), None),
        (stage("2027-04-15"), stage("2027-04-15"), None),
        (stage("2027-04-15"), stage("2027-04"), None),
        (stage("2027-04-15", "17:00", zone=ROME), stage("2027-04-15", "17:00"), None),
        # exact, or doubt that excludes it: another day, or another hour stated
        (stage("2027-04-15", "17:00"), stage("2027-04-29", "17:00"), (Act.MOVE, MOVED, False)),
        (stage("2027-04-15"), stage("2027-04-29"), (Act.MOVE, "2027-04-29", False)),
        (
            stage("2027-04-15", "12:00"),
            stage("2027-04-15", "17:00"),
            (Act.MOVE, "2027-04-15T17:00 @Europe/Brussels", False),
        ),
        (
            stage("2027-04-15"),
            stage("2027-04-15", "17:00"),
            (Act.MOVE, "2027-04-15T17:00 @Europe/Brussels", False),
        ),
        (stage("2027-05"), stage("2027-04-29", "17:00"), (Act.MOVE, MOVED, False)),
        (stage("2027-04-15"), stage("2027-06"), (Act.MOVE, "2027-06", False)),
        # moved into the past, and out of it
        (stage("2027-04-15"), stage("2026-11-15"), (Act.MOVE, "2026-11-15", False)),
        (stage("2026-11-15"), stage("2027-04-29"), (Act.MOVE, "2027-04-29", False)),
        (stage("2026-11-15"), stage("2026-11-20"), None),
        # doubt that holds it
        (stage("2027-04"), stage("2027-04-29", "17:00"), (Act.MOVE, MOVED, True)),
        (stage("2027-04-29?"), stage("2027-04-29", "17:00"), (Act.MOVE, MOVED, True)),
        (stage("2027-03/2027-05"), stage("2027-04-29"), (Act.MOVE, "2027-04-29", True)),
        (stage(""), stage("2027-04-29"), (Act.MOVE, "2027-04-29", True)),
        # not announced by the source, and never was
        (stage("2027-04-15"), stage(""), None),
        (stage("2027-04-15", cancelled=True), stage("2027-04-29"), None),
    ],
)
def test_a_date(ours: Stage, said: Stage, made: tuple[Act, str, bool] | None) -> None:
    found = [each for each in proposals(entry(ours), theirs(said)) if not each.never_had]
    assert [(each.act, each.now, each.is_exact_now) for each in found] == ([made] if made else [])


def test_a_stage_that_we_have_not() -> None:
    ours = entry(stage("2027-04-15", "17:00"))
    added = stage("2027-09-01", "17:00", "second", follows="first")
    assert acts(ours, theirs(stage("2027-04-15", "17:00"), added)) == [
        (Act.NEW_STAGE, "stage second", "2027-09-01T17:00 @Europe/Brussels")
    ]
    over = stage("2026-09-01", name="opens")
    assert acts(ours, theirs(over, stage("2027-04-15", "17:00"))) == []
    taken = entry(stage("2027-04-15"), stage("2027-01-01", name="cut-off-2"))
    its = theirs(
        *(
            stage(day, name=f"cut-off-{n}")
            for n, day in enumerate(("2027-01-01", "2027-04-15", "2027-06-01"), 1)
        )
    )
    assert acts(taken, its) == [(Act.NEW_STAGE, "stage cut-off-3", "2027-06-01")]


def test_a_stage_that_the_source_has_no_more() -> None:
    two = entry(stage("2027-03-01", name="cut-off-1"), stage("2027-06-01", name="cut-off-2"))
    dropped = SourceChange(SEEN, "stage cut-off-3", "2027-06-01", None)
    said = theirs(stage("2027-03-01", name="cut-off-1"), changes=[dropped])
    assert acts(two, said) == [(Act.NOTHING, "stage cut-off-2", "")]
    assert acts(two, replace(said, changes=())) == []  # it never had that one, as far as is known
    late = entry(stage("2026-03-01", name="cut-off-1"), stage("2027-06-01", name="cut-off-2"))
    assert acts(late, theirs(stage("2027-06-01", name="cut-off-1"))) == []
    ours = entry(stage("2027-04-15"))
    assert acts(ours, theirs()) == []  # it never said one
    was = SourceChange(SEEN, "stage deadline", "2027-04-15", "-")
    assert acts(ours, theirs(stage(""), changes=[was])) == [(Act.NOTHING, "stage deadline", "")]


def test_amounts() -> None:
    ours = entry(budget=5_000_000, grants=Grants(8, 350_000))
    assert acts(ours, theirs(budget=5_000_000, grants=Grants(8, 350_000))) == []
    assert acts(ours, theirs()) == []
    assert acts(ours, theirs(budget=6_000_000)) == [(Act.SET, "budget", "6000000 EUR")]
    assert acts(entry(), theirs(budget=6_000_000)) == [(Act.SET, "budget", "6000000 EUR")]
    assert acts(ours, theirs(grants=Grants(9, 350_000))) == [(Act.SET, "grants", "9 × 350000 EUR")]
    assert acts(ours, theirs(grants=Grants(8, None, 1, 2))) == [(Act.SET, "grants", "8 ×  | 1 – 2 EUR")]
    pounds = replace(ours, currency="GBP")
    assert [each[0] for each in acts(pounds, theirs(budget=6_000_000))] == [Act.NOTHING]
    assert [each[0] for each in acts(replace(entry(), currency="GBP"), theirs(budget=6_000_000))] == [Act.SET]


def test_titles_texts_links_and_tags_are_ours() -> None:
    ours = entry(stage("2027-04-15"))
    said = theirs(stage("2027-04-15"), summary="Another", url="https://example.org/", tags=("x",), about="y")
    assert acts(ours, replace(said, entry=replace(said.entry, title="Z", note="n"))) == []  # type: ignore[type-var] # there is one


def test_that_it_is_called_off() -> None:
    ours, off = entry(stage("2027-04-15")), {"status": Status.CANCELLED, "quote": "It is cancelled."}
    (made,) = proposals(ours, theirs(stage("2027-04-15"), **off))
    assert (made.act, made.now, made.quote) == (Act.STATUS, "cancelled", "It is cancelled.")
    assert acts(entry(stage("2026-04-15")), theirs(stage("2026-04-15"), **off)) == []
    for status in (Status.CANCELLED, Status.EXHAUSTED):
        assert acts(replace(ours, status=status), theirs(stage("2027-05-15"), **off)) == []


@pytest.mark.parametrize("ours", [
    entry(stage("2027-04-15")), entry(stage("2026-12-05")), entry(stage("2027-02", name="opens")),
])  # fmt: skip
def test_closed_or_gone_is_for_a_person(ours: Entry) -> None:
    same = theirs(*ours.stages)
    assert acts(ours, same) == []
    assert acts(ours, replace(same, is_closed=True)) == [(Act.NOTHING, "status", "closed")]
    gone = replace(same, gone=date(2026, 11, 30))
    assert acts(ours, gone) == [(Act.NOTHING, "status", "gone 2026-11-30")]
    assert acts(ours, SaidBySource(None, SEEN)) == [(Act.NOTHING, "status", "gone")]
    over = stage("2026-04-15")
    assert acts(entry(over), theirs(over, gone=date(2026, 11, 30), is_closed=True)) == []


def test_dates_that_close_it_say_so_alone() -> None:
    assert acts(entry(stage("2027-04-15")), theirs(stage("2026-11-15"))) == [
        (Act.MOVE, "stage deadline", "2026-11-15")
    ]


def test_nothing_of_what_is_put_away() -> None:
    away = replace(entry(stage("2027-04-15"), budget=1), meaning=Track.NO)
    assert acts(away, theirs(stage("2027-05-15"), budget=2, gone=date(2026, 11, 30))) == []


@pytest.mark.parametrize(
    ("noticed", "said", "was_edited"),
    [
        ("2026-11-19", "2026-11-20", False),
        ("2026-11-20", "2026-11-20", False),
        ("2026-11-21", "2026-11-20", True),
    ],
)
def test_what_was_edited_after_it_was_said(noticed: str, said: str, was_edited: bool) -> None:
    """By days: on the same one nobody can tell, and what is not told may be missed."""
    row = Moved("deadline", edtf.parse("2027-04-01"), date.fromisoformat(noticed))
    ours = entry(stage("2027-04-15"), history=(row,))
    at_noon = datetime.fromisoformat(f"{said}T11:00+00:00")
    change = SourceChange(at_noon, "stage deadline", "2027-04-10", "2027-04-29")
    (made,) = proposals(ours, theirs(stage("2027-04-29"), changes=[change]))
    assert made.was_edited is was_edited


def test_what_both_say() -> None:
    ours = entry(stage("2027-04-15", "17:00"), budget=1_000)
    said = theirs(stage("2027-04-15", "17:00"), stage("2027-09-01", name="second"), budget=2_000)
    made = compared(ours, said, NOW)
    assert made.says == {
        "eu:1\tstage deadline": "2027-04-15T17:00 @Europe/Brussels",
        "eu:1\tbudget": "2000 EUR",
    }
    assert made.agreed == {"eu:1\tstage deadline"}
    assert [each.mark for each in made.proposals] == ["eu:1\tnew stage\t2027-09-01", "eu:1\tbudget\t2000 EUR"]


def test_what_lasts_closes_on_its_last_day() -> None:
    until = edtf.parse("2027-05-25")
    ours = entry(stage("2027-04-15", until=until))
    assert acts(ours, theirs(stage("2027-05-25"))) == []
    assert acts(ours, theirs(stage("2027-04-15"))) == [(Act.NOTHING, "stage deadline", "2027-04-15")]


def test_what_was_called_off_and_is_no_more() -> None:
    ours = replace(entry(stage("2027-04-15")), status=Status.CANCELLED)
    was = SourceChange(SEEN, "status", "cancelled", None)
    assert acts(ours, theirs(stage("2027-05-15"), changes=[was])) == [(Act.NOTHING, "status", "open")]
    assert acts(ours, theirs(stage("2027-05-15"))) == []


def test_a_date_that_only_changed_its_number_was_said_before() -> None:
    row = Moved("cut-off-1", edtf.parse("2027-04-01"), date(2026, 11, 11))
    ours = entry(stage("2027-04-15", name="cut-off-1"), stage("2027-09-01", name="cut-off-2"), history=(row,))
    changes = [
        SourceChange(datetime(2026, 11, 20, tzinfo=UTC), "stage cut-off-1", "2027-04-29", "2027-01-01"),
        SourceChange(datetime(2026, 11, 20, tzinfo=UTC), "stage cut-off-2", None, "2027-04-29"),
    ]
    said = theirs(
        stage("2027-01-01", name="cut-off-1"),
        stage("2027-04-29", name="cut-off-2"),
        stage("2027-09-01", name="cut-off-3"),
        changes=changes,
    )
    moved = [each for each in proposals(ours, said) if each.act is Act.MOVE]
    assert [(each.now, each.was_edited) for each in moved] == [("2027-04-29", True)]
