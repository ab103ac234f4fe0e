"""The facts of an entry that a feed tells."""

from datetime import date

from msgspec.structs import replace

from builders import entry, fuzzy, moved, stage
from clustercalls.entry_tables import Contact, Funding, Grants
from clustercalls.i18n import ENGLISH
from clustercalls.model import Source, Track
from clustercalls.site.feed_facts import facts, stage_facts

STAGES = (
    stage("", name="second", follows="first"),
    stage("2017-04-04", name="first", at="17:00"),
    stage("2017-02/2017-03", "opens"),
    stage("2017-02-03", "info_day", cancelled=True),
    stage("2017-06-01", "dates", until="2017-06-02"),
)


def test_every_stage_in_order_of_time() -> None:
    assert [*stage_facts(entry(*STAGES), ENGLISH)] == [
        ("Opening", "Feb–Mar 2017"),
        ("Info day", "Fri 3 Feb 2017, cancelled"),
        ("First stage", "Tue 4 Apr 2017 17:00 Brussels"),
        ("Dates", "1–2 June 2017"),
        ("Second stage", "date not announced, only for those who passed: first stage"),
    ]


def test_every_fact() -> None:
    told = entry(
        summary="S",
        about="What for",
        budget=18_500_000,
        currency="EUR",
        grants=Grants(8, 350_000),
        funding=(Funding(75, "SMEs"),),
        eligibility=("A cluster", "An SME"),
        place="Bari",
        ref=("SMP-1", "SMP-2"),
        contact=Contact("Ada", "", ("080",), "a@example.org"),
        checked=date(2017, 3, 1),
    )
    told = replace(told, source=Source("Notes", "", fuzzy("2016-12"), "They said so."))
    said = [(label, text) for label, text in facts(told, ENGLISH) if text]
    assert said == [
        ("What for", "What for"),
        ("How much", "18.5 M€; grants: 8 × 350 k€; 75 % for SMEs"),
        ("Who may", "A cluster"),
        ("Who may", "An SME"),
        ("Place", "Bari"),
        ("Official name", "SMP-1, SMP-2"),
        ("Contact", "Ada, a@example.org, 080"),
        ("Source", "Notes, Dec 2016"),
        ("Source", "“They said so.”"),
        ("How sure", "confirmed Wed 1 Mar 2017"),
    ]


def test_what_is_ours_alone_is_told_where_it_is_known() -> None:
    steps = (stage("2017-03-01", "internal", title="Draft", owner="Bea", note="both"),)
    told = entry(
        *steps, track="go", meaning=Track.GO, owner="Ada", note="Ask again.",
        history=(moved("", noticed="2017-03-02", was_track="watch", why="Fits."),),
    )  # fmt: skip
    said = dict(facts(told, ENGLISH))
    assert said["Draft"] == "Wed 1 Mar 2017, Bea, both"
    assert said["We"] == "go for it, Fits.; Ada, 2 Mar 2017"
    assert said["Note"] == "Ask again."
    assert not any(text for _, text in facts(entry(), ENGLISH))
