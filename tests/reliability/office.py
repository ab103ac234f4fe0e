"""A year of an office: what is late is hidden on no day before it is done, and shown on none after.

Each lead of it is told once, on its day; what was late before the first day once, in one line. Calls are put
on go, put away, submitted; deadlines move; plans are written; steps are done in time, late or never;
edits are taken back. The trial keeps books of its own.
"""

import json
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from harness import Bench, Figures

FIRST = date(2027, 1, 4)
STEPS = {"ask": -12, "draft": -5, "send": -1}  # working days before the deadline
AT_WORK = {"go", "watch"}
LEADS = (1, 3, 7)


class Late(NamedTuple):
    """What is late: which, and since when."""

    uid: str
    last: date


class Call:
    """One call in the books: its track, its deadline, its steps, and what of it is done."""

    def __init__(self, number: int, deadline: date, track: str, registration: date | None) -> None:
        self.id, self.deadline, self.track = f"call-{number:03}", deadline, track
        self.registration, self.planned = registration, False
        self.done: set[str] = set()

    def dates(self) -> dict[str, date]:
        """The day of each stage: of the steps, only when they were planned."""
        steps = {name: back(self.deadline, -count) for name, count in STEPS.items()} if self.planned else {}
        known = {"deadline": self.deadline, "plain": self.deadline - timedelta(days=9), **steps}
        return known | ({"registration": self.registration} if self.registration else {})

    def late(self, today: date) -> list[Late]:
        """What of it is late on a day."""
        if self.track not in AT_WORK:
            return []
        over = {name: day for name, day in self.dates().items() if day < today and name not in self.done}
        if self.track != "go":
            ours = over.keys() - {"deadline", "registration"} if self.deadline >= today else set()
            over = {name: day for name, day in over.items() if name in ours}
        return [Late(f"{self.id}/{name}", day) for name, day in over.items()]

    def text(self) -> str:
        """The call as its file has it."""
        first = f"registration = {self.registration}\n" if self.registration else ""
        return (
            f'\n[[call]]\nid = "{self.id}"\ntitle = "Call {self.id}"\ntrack = "{self.track}"\n'
            f"checked = 2026-12-01\n{first}"
            f'\n[[call.stage]]\nkind = "deadline"\nwhen = {self.deadline}\n'
            f'\n[[call.stage]]\nid = "plain"\nkind = "internal"\ndays = -9\n'
        )


def back(day: date, count: int) -> date:
    """So many weekdays before a day."""
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5
    return day


class Office(Bench):
    """The registry, the books, and what was told."""

    def __init__(self, folder: Path, days: int, calls: int, seed: int) -> None:
        super().__init__(folder, entries=0)
        self.dice = random.Random(seed)
        tracks = ["go"] * 4 + ["watch"] * 4 + ["no", "submitted"]
        whens = [FIRST + timedelta(days=self.dice.randint(-10, days + 20)) for _ in range(calls)]
        self.calls = [
            Call(
                number,
                day,
                self.dice.choice(tracks),
                self.dice.choice([None, None, day - timedelta(days=self.dice.randint(5, 25))]),
            )
            for number, day in enumerate(whens)
        ]
        steps = ", ".join(f'{{ id = "{name}", working_days = {count} }}' for name, count in STEPS.items())
        whole = f"schema = 1\ntemplate.office = [{steps}]\n" + "".join(each.text() for each in self.calls)
        self.registry.write_text(whole)
        self.told: dict[Late, set[int]] = {}
        self.told_of_old: set[Late] = set()
        self.told_on: dict[str, date] = {}  # the last day on which anything was told of it
        self.ever_late: set[Late] = set()

    def typed(self, today: date, *words: str) -> str:
        """What a command answers on a day."""
        argv = [*self.command(*words), *(() if words[0] == "undo" else ("--as-of", str(today)))]
        ran = subprocess.run(argv, capture_output=True, env=self.environment(), check=False, cwd=self.folder)
        assert ran.returncode == 0, (words, today, ran)
        return ran.stdout.decode()

    def act(self, today: date) -> None:
        """One thing that somebody does, in the registry and in the books; now and then it is taken back."""
        call = self.dice.choice(self.calls)
        before = call.track, call.deadline, call.planned, set(call.done)
        if not self._done_something(today, call):
            return
        if self.dice.random() < 0.15:
            self.typed(today, "undo")
            call.track, call.deadline, call.planned, call.done = before

    def _done_something(self, today: date, call: Call) -> bool:
        match self.dice.choice(["done", "done", "done", "move", "track", "plan"]):
            case "done":
                late = [each.uid.partition("/")[2] for each in call.late(today)]
                open_ones = [name for name in call.dates() if name not in call.done]
                if not open_ones:
                    return False
                name = self.dice.choice(late or open_ones)
                self.typed(today, "done", f"{call.id}/{name}")
                call.done.add(name)
            case "move":
                new = max(call.deadline + timedelta(days=self.dice.choice([-7, -1, 1, 14, 30])), today)
                if new == call.deadline:
                    return False
                self.typed(today, "move", f"{call.id}/deadline", str(new))
                call.deadline = new
            case "track":
                new_track = self.dice.choice(["go", "go", "watch", "no", "submitted"])
                if new_track == call.track:
                    return False
                self.typed(today, "track", call.id, new_track)
                call.track = new_track
            case _:
                if call.planned or call.track != "go" or call.deadline < today or "deadline" in call.done:
                    return False
                first = min(back(call.deadline, -count) for count in STEPS.values())
                if first < today:
                    return False
                self.typed(today, "plan", call.id, "--template", "office", "--write")
                call.planned = True
        return True

    def looked(self, today: date) -> list[str]:
        """What is wrong on a day with what is shown and told."""
        late = {each for call in self.calls for each in call.late(today)}
        rows = json.loads(self.typed(today, "upcoming", "-f", "json") or "[]")
        shown = [each["uid"] for each in rows if each["late_days"] is not None]
        wrong = [f"{today}: {uid} is late and hidden" for uid in {each.uid for each in late} - set(shown)]
        wrong += [
            f"{today}: {uid} is shown as late and is not" for uid in set(shown) - {each.uid for each in late}
        ]
        if [each["uid"] for each in rows[: len(shown)]] != shown:
            wrong.append(f"{today}: what is late stands not first")
        return wrong + self._told(today, late)

    def _told(self, today: date, late: set[Late]) -> list[str]:
        rows = json.loads(self.typed(today, "remind", "-f", "json") or "[]")
        since = {each.uid: each for each in late}
        wrong = []
        for row in rows:
            if row["reason"] == "late":
                wrong += self._told_late(today, since.get(row["uid"]), row)
            if row["reason"] != "old":
                self.told_on[row["uid"]] = today
        wrong += self._told_old(today, late, [row for row in rows if row["reason"] == "old"])
        for each in late:
            due = each.last + timedelta(days=lead_of((today - each.last).days))
            if each not in self.told_of_old and self.told_on.get(each.uid, date.min) < due:
                wrong.append(f"{today}: {each.uid} is late since {each.last} and was not told on {due}")
        self.ever_late |= late
        return wrong

    def _told_late(self, today: date, known: Late | None, row: dict[str, str]) -> list[str]:
        """What is wrong with one that is told as late."""
        days = int(row["lead"].removeprefix("late-").removesuffix("d"))
        if known is None:
            return [f"{today}: {row['uid']} is told as late and is not"]
        if known in self.told_of_old:
            return [f"{today}: {known.uid} is older than the memory, and told by itself"]
        if days in self.told.setdefault(known, set()):
            return [f"{today}: {known.uid} is told twice, {days} days after"]
        self.told[known].add(days)
        if days != lead_of((today - known.last).days):
            return [f"{today}: {known.uid} is told {days} days after, and it is {(today - known.last).days}"]
        return []

    def _told_old(self, today: date, late: set[Late], lines: list[dict[str, str]]) -> list[str]:
        """What is wrong with the line of what was late before the first day."""
        old = {
            each for each in late if each.last < FIRST and self.told_on.get(each.uid, date.min) <= each.last
        }
        old -= self.told_of_old
        self.told_of_old |= old
        self.told_on |= {each.uid: today for each in old}  # one that moves is told on, as any other
        counts = [int(each["text"].partition(" ")[0]) for each in lines]
        wanted = [len(old)] if old else []
        return [] if counts == wanted else [f"{today}: {wanted} old steps are told as {counts}"]


def lead_of(days: int) -> int:
    """Of what is late for so many days the last lead that has come: 1, 3, 7, then each week."""
    return days - days % 7 if days >= LEADS[-1] else max(each for each in LEADS if each <= days)


def year_of_an_office(folder: Path, days: int, calls: int, seed: int) -> Figures:
    """So many days of an office with so many calls."""
    office, broken = Office(folder, days, calls, seed), []
    for number in range(days):
        today = FIRST + timedelta(days=number)
        for _ in range(office.dice.randint(0, 3)):
            office.act(today)
        broken += office.looked(today)
    reminders = sum(map(len, office.told.values()))
    of = f"{len(office.ever_late)} late, told {reminders} times, {len(office.told_of_old)} old"
    return Figures(f"days of an office ({of})", days, broken)
