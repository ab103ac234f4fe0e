"""Fills a catalogue with COUNT made-up offers, as a sync would, of the package that is installed.

    python benchmarks/made_up_offers.py catalogue.sqlite3 100000

Each has two stages within ten months of `TODAY`, half of them ahead, a budget, and a kilobyte of text. One in
fifty has the word `RARE`, every other one `FREQUENT`. The same COUNT gives the same records.
"""

import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from made_up import TODAY
from made_up_portal import PARAGRAPHS, PROGRAMMES, day_of, title, words

from clustercalls.candidate import Candidate
from clustercalls.catalogue.apply import apply
from clustercalls.catalogue.gather import Gathered
from clustercalls.zones import Moment

RARE, FREQUENT = "euroclusters", "innovation"
LETTERS = 1_000


def offers(count: int) -> Iterator[Candidate]:
    """The candidates."""
    texts = [
        f"{title(number, LETTERS)} {title(number + 1, LETTERS)}"[:LETTERS] for number in range(PARAGRAPHS)
    ]
    for number in range(count):
        day, name = day_of(number), f"HORIZON-CL{number % 6}-2027-{number}"
        entry = {
            "title": f"Topic {number}: {title(number, 80)}",
            "programme": PROGRAMMES[number % len(PROGRAMMES)],
            "summary": "Call · Research and innovation actions",
            "budget": 16_000_000 + number,
            "currency": "EUR",
            "url": f"https://example.org/topics/{number}",
            "source": {"title": "Made-up portal", "url": "https://example.org", "key": f"eu:{number}TOPICS"},
            "stage": [
                {"id": "opens", "kind": "opens", "when": f"{day - timedelta(days=90)}"},
                {"id": "deadline", "kind": "deadline", "when": f"{day}", "at": "17:00:00"},
            ],
        }
        chance = random.Random(number)  # noqa: S311 - the same for every run
        more = f" {FREQUENT}" * (number % 2) + f" {RARE}" * (number % 50 == 0)
        yield Candidate(
            source="eu",
            key=f"{number}TOPICS",
            ident=name,
            title=f"{entry['title']}",
            entry=entry,
            parent=f"Call {number // 12}",
            words=tuple(chance.sample(words(), 6)),
            text=f"{texts[chance.randrange(PARAGRAPHS)]}{more}",
            print=f"{number}",
        )


def main() -> None:
    """Fills the file."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    moment = Moment(
        datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=ZoneInfo("UTC")), "Europe/Brussels"
    )
    with Gathered() as gathered:
        for offer in offers(count):
            gathered.add(offer)
        apply(path, gathered, "eu", moment, complete=True)


if __name__ == "__main__":
    main()
