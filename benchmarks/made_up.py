"""Writes a registry of N made-up calls: a long-kept file in which most is past.

    python benchmarks/made_up.py 1000 > calls.toml

Each call has about 400 bytes and two stages (a publication and a deadline, every third with an hour). The
deadlines lie evenly in the five years before `TODAY` and the year after, so that a sixth is ahead. The same
N gives the same bytes. Long ones have 700 bytes and every field.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

TODAY = date(2027, 1, 10)
FIRST, LAST = -5 * 365, 365  # days from TODAY
FRIDAY = 4

HEAD = """\
schema = 1

[defaults]
zone = "Europe/Brussels"
currency = "EUR"
source = { title = "Made-up calls", date = 2027-01-01 }
"""

CALL = """
[[call]]
id = "call-{number:05}"
title = "Call {number}: innovation in the value chains of clusters"
programme = "{programme}"
summary = "What call {number} supports, in one sentence of the usual length for such things."
published = "{published}"
budget = {budget}
funding = [{{ rate = {rate}, for = "SMEs" }}]
url = "https://example.org/calls/{number}"
tags = ["smes", "{tag}"]

[[call.stage]]
id = "first"
kind = "deadline"
when = {deadline}
"""

# What a long call has besides: every other field of an entry.
MORE = """
about = "What it funds, and for whom."
grants = {{ number = 8, each = 350_000 }}
eligibility = ["A cluster", "Three countries"]
place = "Brussels"
contact = {{ name = "The office", email = "info@example.org" }}
links = [{{ url = "https://example.org/slides" }}]
track = "watching"
owner = "Anna"
warn = ["30d", "1w"]
checked = 2026-12-01
note = "A note."
"""

TAGS = ("value chains", "internationalisation", "smart specialisation", "mobility", "energy", "health")


def registry(count: int, *, long: bool = False) -> Iterator[str]:
    """The pieces of the file: what stands at its head, then a call each."""
    call = CALL.replace("\n\n[[call.stage]]", f"{MORE}\n[[call.stage]]") if long else CALL
    chance = random.Random(count)  # noqa: S311 - the same file for the same count
    yield HEAD
    for number in range(count):
        deadline = TODAY + timedelta(days=chance.randint(FIRST, LAST))
        deadline -= timedelta(days=max(deadline.weekday() - FRIDAY, 0))  # `check` warns of weekends
        yield call.format(
            number=number,
            programme=chance.choice(("Horizon Europe", "COSME", "LIFE", "Interreg", "ESF+")),
            published=f"{deadline - timedelta(days=100):%Y-%m}",
            budget=chance.randrange(1, 400) * 50_000,
            rate=chance.choice((50, 60, 75, 100)),
            tag=chance.choice(TAGS),
            deadline=f"{deadline}T17:00:00" if number % 3 == 0 else deadline,
        )


if __name__ == "__main__":
    sys.stdout.writelines(registry(int(sys.argv[1])))
