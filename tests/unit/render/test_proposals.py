"""Proposals in words."""

import pytest

from builders import entry, milestone, stage
from clustercalls.i18n import language
from clustercalls.reconcile.proposal import Act, Proposal
from clustercalls.render.proposals import lines, row, text

OURS = entry(stage("2027-04-15", at="17:00"), currency="EUR")


@pytest.mark.parametrize(
    ("proposal", "said", "detto"),
    [
        (
            Proposal(OURS, Act.MOVE, "stage deadline", "2027-04-15T17:00 @Europe/Brussels", "2027-04-29"),
            "15 Apr 17:00 → 29 Apr 2027 (+14 days)",
            "15 apr 17:00 → 29 apr 2027 (+14 giorni)",
        ),
        (
            Proposal(OURS, Act.MOVE, "stage deadline", "2027-04", "2027-04-29", is_exact_now=True),
            "Apr 2027 → 29 Apr 2027, now exact",
            "apr 2027 → 29 apr 2027, ora esatta",
        ),
        (
            Proposal(OURS, Act.NEW_STAGE, "stage x", now="2027-06-01", milestone=milestone("2027-06-01")),
            "new: Tue 1 June 2027",
            "nuova: mar 1 giu 2027",
        ),
        (
            Proposal(OURS, Act.NOTHING, "stage deadline", "2027-04-15"),
            "15 Apr 2027: the source has no such date any more",
            "15 apr 2027: la fonte non ha più questa data",
        ),
        (
            Proposal(OURS, Act.SET, "budget", "5000000 EUR", "6500000 EUR"),
            "budget: 5 M€ → 6.5 M€",
            "dotazione: 5 M€ → 6,5 M€",
        ),
        (Proposal(OURS, Act.SET, "grants", "", "8 × 350000 EUR"), "grants: none → 8 × 350 k€", None),
        (
            Proposal(OURS, Act.NOTHING, "budget", "1000 GBP", "2000 EUR"),
            "budget: 1 kGBP → 2 k€, in another currency",
            None,
        ),
        (
            Proposal(OURS, Act.STATUS, "status", "", "cancelled", quote="It is off."),
            "cancelled: “It is off.”",
            "annullato: “It is off.”",
        ),
        (Proposal(OURS, Act.STATUS, "status", "", "cancelled"), "cancelled", None),
        (
            Proposal(OURS, Act.NOTHING, "status", "open", "closed"),
            "closed, says the source",
            "chiuso, dice la fonte",
        ),
        (
            Proposal(OURS, Act.NOTHING, "status", "open", "gone 2026-11-30"),
            "the source does not have it any more",
            "la fonte non lo ha più",
        ),
    ],
)
def test_what_the_source_says(proposal: Proposal, said: str, detto: str | None) -> None:
    assert text(proposal, language("en")) == said
    assert detto is None or text(proposal, language("it")) == detto


def test_lines_are_aligned_and_harmless() -> None:
    one = Proposal(OURS, Act.NOTHING, "status", "open", "closed")
    other = Proposal(OURS, Act.STATUS, "status", "", "cancelled", quote="\x1b[31m")
    longer = Proposal(OURS, Act.NEW_STAGE, "stage x", milestone=milestone("2027-06-01"))
    assert [*lines([one, longer, other], language("en"))] == [
        "  a     closed, says the source\n",
        "  a/x   new: Tue 1 June 2027\n",
        "  a     cancelled: “\\x1b[31m”\n",
    ]


def test_for_machines() -> None:
    made = row(Proposal(OURS, Act.MOVE, "stage deadline", "2027-04-15", "2027-04-29"), "https://example.org")
    assert (made.id, made.stage, made.days, made.was, made.url) == (
        "a", "deadline", 14, "2027-04-15", "https://example.org",
    )  # fmt: skip
    assert row(Proposal(OURS, Act.NOTHING, "status", "open", "closed"), "").days is None
