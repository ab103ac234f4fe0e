"""What is usual needs no rule: nothing that a rule warns of is taken for it, and most entries are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import entry, moved, stage
from clustercalls.model import Entry, Stage, StageKind, Status
from clustercalls.registry.checks import warn
from clustercalls.registry.order import FAR
from clustercalls.registry.usual import is_usual
from clustercalls.tables.findings import Findings

CHECKED = date(2027, 1, 1)
NIGHTS = [date(2027, 3, 28), date(2027, 10, 31)]  # Sundays when clocks change in Europe
DAYS = [date(2027, 3, 25) + timedelta(days) for days in range(6)] + NIGHTS
YEARS = [date(2027, 3, 26) + timedelta(days) for days in (-FAR - 1, -FAR, FAR, FAR + 1)]
FORMS = ["{0}", "{0}", "{0}", "{0:%Y-%m}", "{0}~", "{0}/2047", "{0}/..", "../{0}", ""]


def found_in(it: Entry) -> list[str]:
    found = Findings()
    warn(it, [("stage", number) for number in range(len(it.stages))], found)
    return [each.code for each in found]


@st.composite
def texts(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(FORMS)).format(draw(st.sampled_from(DAYS + YEARS)))


@st.composite
def stages(draw: st.DrawFn, name: str) -> Stage:
    """A stage with mostly no more than a date."""
    rare = st.sampled_from([False] * 7 + [True])
    hour = draw(st.sampled_from(["", "", "00:00", "02:30", "17:00"]))
    zone = draw(st.sampled_from(["Europe/Brussels"] * 4 + ["UTC", "EST", "America/St_Johns"]))
    return stage(
        draw(texts()),
        draw(st.sampled_from(list(StageKind))).value,
        name=name,
        at=hour,
        zone=zone,
        written_zone="CET" if draw(rare) else "",
        until="2027-11-02" if draw(rare) else "",
        until_at="02:30" if draw(rare) else "",
        follows="deadline" if draw(rare) and name != "deadline" else "",
        after=("deadline", 0, -200) if draw(rare) and name != "deadline" else None,
        cancelled=draw(rare),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    rare = st.sampled_from([False] * 7 + [True])
    ids = draw(st.permutations(["deadline", "info_day", "full", "outline"]))
    its = [draw(stages(name)) for name in ids[: draw(st.integers(0, 3))]]
    its = [each for each in its if "deadline" in ids[: len(its)] or not (each.follows or each.after)]
    if draw(st.booleans()):
        its.sort(key=lambda each: list(StageKind).index(each.kind))
    return entry(
        *its,
        checked=None if draw(rare) else CHECKED,
        source=draw(st.sampled_from(["", "2027-01", "2016-01-01/..", "2027-03-26"])),
        status=draw(st.sampled_from([None, None, None, Status.OPEN, Status.SUSPENDED, Status.CANCELLED])),
        history=(moved("frist", "2027-01-04"),) if draw(rare) else (),
    )


@given(entries())
def test_what_a_rule_warns_of_is_not_usual(it: Entry) -> None:
    assert not (is_usual(it) and found_in(it))


PUBLISHED, OPENS = stage("2027-01", "published"), stage("2027-02-01", "opens")
INFO, DUE = stage("2027-02-03", "info_day"), stage("2027-05-03", at="17:00")


@pytest.mark.parametrize(
    "its", [(), (PUBLISHED,), (PUBLISHED, DUE), (PUBLISHED, OPENS, INFO, DUE, stage("2027-09", "decision"))]
)
def test_what_most_entries_are_is(its: tuple[Stage, ...]) -> None:
    assert is_usual(entry(*its, checked=CHECKED))
    assert is_usual(entry(*its, source="2027-01-01", status=Status.SUSPENDED))
    assert is_usual(entry(*its, stage("", "internal"), checked=CHECKED))


# One of each warning that depends on more than how a value is written, beside its neighbour that is usual.
ODD = {
    "weekend-deadline": (stage("2027-04-03"), stage("2027-04-02")),
    "due-at-midnight": (stage("2027-04-02", at="00:00"), stage("2027-04-02", at="00:01")),
    "doubled-hour": (stage("2027-10-31", "opens", at="02:30"), stage("2027-10-31", "opens", at="03:30")),
    "skipped-hour": (stage("2027-03-28", "opens", at="02:30"), stage("2027-03-28", "opens", at="03:30")),
    "zone-season": (stage("2027-07-01", at="17:00", zone="EST"), stage("2027-07-01", at="17:00")),
    "stage-order": (stage("2027-01-03", "dates"), stage("2027-02-26", "dates")),
    "far-date": (stage("2037-02-26", "dates"), stage("2037-02-25", "dates")),
}


@pytest.mark.parametrize("code", ODD)
def test_what_is_odd_by_a_little_is_not(code: str) -> None:
    before = [stage("2027-02-25", "registration")] * (code in {"stage-order", "far-date"})
    odd, usual = (entry(*before, each, checked=CHECKED) for each in ODD[code])
    assert (set(found_in(odd)), is_usual(odd)) == ({code}, False)
    assert (found_in(usual), is_usual(usual)) == ([], True)


@pytest.mark.parametrize(
    ("its", "code"),
    [
        ((stage("2027-03-01", "info_day", follows="deadline"), DUE), "stage-order"),
        ((DUE, stage("", "decision", after=("deadline", 0, -9))), "stage-order"),
        # Were it not called off, both others would be near it.
        (
            (
                stage("2027-03-01", "published", cancelled=True),
                stage("2018-01-01/2027-04-01", "opens"),
                stage("2036-03-03"),
            ),
            "far-date",
        ),
    ],
)
def test_what_hangs_on_another_stage_is_not(its: tuple[Stage, ...], code: str) -> None:
    it = entry(*its, checked=CHECKED)
    assert (set(found_in(it)), is_usual(it)) == ({code}, False)


@pytest.mark.parametrize("when", ["2027-03/..", "../2027-03"])
def test_an_open_end_is_not(when: str) -> None:
    assert not is_usual(entry(PUBLISHED, stage(when), checked=CHECKED))
