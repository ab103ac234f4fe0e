"""A simulated year of reminders: skipped days, clocks that jump, dates that move, entries that go, kills.

On some days several runs start at once: together they tell each thing once.

Every run is a process of its own. Kills come at random moments, before each file-changing call in turn (an
audit hook ends the process there), and, where strace is installed, at every such system call. What must
have been told is worked out here anew, from the dates alone. Run it: make reminders-year
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

START = date(2025, 1, 1)  # past, so that the days count as those of the clock do
LEADS = {
    "deadline": (30, 7, 1),
    "registration": (30, 7, 1),
    "internal": (7, 1),
    "opens": (0,),
    "dates": (14, 1),
}
MUST = {"deadline", "registration", "internal"}  # told until they are over
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.chmod", "os.link", "os.truncate"}
CALLS = (
    "openat,write,rename,renameat,renameat2,unlink,unlinkat,fsync,fchmod,mkdir,flock,ftruncate,link,linkat"
)


@dataclass
class Stage:
    """One entry of one stage; a doubtful one could fall on any day from `first` to `last`."""

    id: str
    kind: str
    first: date
    last: date

    @property
    def text(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    def toml(self) -> str:
        table = "event" if self.kind == "dates" else "call"
        return f'[[{table}]]\nid = "{self.id}"\ntitle = "Entry {self.id}"\n{self.kind} = "{self.text}"\n'


@dataclass
class Figures:
    """What a year came to."""

    runs: int = 0
    kills: int = 0
    told: int = 0
    late: int = 0
    moved: int = 0
    gone: int = 0
    missed: list[str] = field(default_factory=list)
    repeats: int = 0
    repeats_without_kill: list[str] = field(default_factory=list)
    too_many_repeats: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return not (self.missed or self.repeats_without_kill or self.too_many_repeats or self.wrong)


class Year:
    """The world of one simulation."""

    def __init__(self, work: Path, entries: int, seed: int, *, outbox: bool) -> None:
        self.random = random.Random(seed)
        self.work, self.outbox = work, work / "outbox" if outbox else None
        self.registry, self.err = work / "calls.toml", work / "err"
        os.environ["XDG_STATE_HOME"] = str(work / "state")
        self.stages = [self._stage(number) for number in range(entries)]
        self.figures = Figures()
        self.told: dict[str, int] = {}  # key: times
        self.versions: dict[
            tuple[str, str], list[tuple[date, date]]
        ] = {}  # (id, date): (lead's day, told on)
        self.killed_since_clean = 0
        self.known: dict[str, date] = {}
        self.removed: list[Stage] = []
        self.write()

    def _stage(self, number: int) -> Stage:
        kind = self.random.choices(list(LEADS), (10, 3, 3, 2, 2))[0]
        first = START + timedelta(days=self.random.randint(20, 340))
        doubt = self.random.choice((0, 0, 0, 10, 30))
        return Stage(f"e{number:03}", kind, first, first + timedelta(days=doubt))

    def write(self) -> None:
        beside = self.registry.with_suffix(".new")
        beside.write_text("".join(stage.toml() for stage in self.stages))
        beside.replace(self.registry)

    def move_some(self, today: date) -> None:
        for stage in self.stages:
            if self.random.random() < 0.002 and stage.last > today:
                by = timedelta(days=self.random.choice((-9, -3, 2, 5, 21, 40)))
                if stage.first + by > today:
                    stage.first, stage.last = stage.first + by, stage.last + by
                    self.figures.moved += 1
            elif self.random.random() < 0.001 and stage.last > today:
                self.removed.append(stage)
                self.figures.gone += 1
        self.stages = [each for each in self.stages if each not in self.removed]
        self.write()

    def run(self, today: date, *, calls: int | None = None, seconds: float | None = None) -> bool:
        """One run, killed before a file-changing call or after some time, if so; whether it lived."""
        child = self._start(today, calls=calls)
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        lived = self._ended(child, today)
        self.collect(today, killed=not lived)
        return lived

    def run_together(self, today: date) -> None:
        """Three runs at once."""
        for child in [self._start(today, number) for number in range(3)]:
            self._ended(child, today)
        self.collect(today, killed=False)

    def _start(self, today: date, number: int = 0, *, calls: int | None = None) -> int:
        arguments = ["remind", "-r", str(self.registry), "--as-of", f"{today}T06:00", "-f", "json"]
        if self.outbox:
            arguments += ["--outbox", str(self.outbox)]
        child = os.fork()
        if child == 0:
            self._child(arguments, self.work / f"out-{number}", calls)
        return child

    def _ended(self, child: int, today: date) -> bool:
        """Whether it lived to its end."""
        _, status = os.waitpid(child, 0)
        lived = os.WIFEXITED(status) and os.WEXITSTATUS(status) != 137
        if lived and os.WEXITSTATUS(status) != 0:
            self.figures.wrong.append(f"{today}: exit {os.WEXITSTATUS(status)}: {self.err.read_text()}")
        return lived

    def _child(self, arguments: list[str], out: Path, calls: int | None) -> None:
        from clustercalls.cli.app import main

        for path, number in ((out, 1), (self.err, 2)):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(descriptor, number)
        if calls is not None:
            left = calls

            def count(event: str, about: tuple[Any, ...]) -> None:
                nonlocal left
                if event in CHANGES or (event == "open" and about[2] and about[2] & WRITING):
                    left -= 1
                    if left < 0:
                        os._exit(137)

            sys.addaudithook(count)
        os._exit(main(arguments))

    def collect(self, today: date, *, killed: bool) -> None:
        """Reads what was told, and what was told again."""
        found: list[dict[str, Any]] = []
        if self.outbox and self.outbox.is_dir():
            for path in sorted(self.outbox.glob("[!.]*")):
                found.append(json.loads(path.read_text()))
                path.unlink()
        for out in () if self.outbox else sorted(self.work.glob("out-*")):
            found += json.loads(out.read_text() or "[]")
            out.unlink()
        keys = [each["key"] for each in found]
        repeated = [key for number, key in enumerate(keys) if key in self.told or key in keys[:number]]
        if repeated:
            messages = len(repeated) if self.outbox else 1
            self.figures.repeats += messages
            if not self.killed_since_clean:
                self.figures.repeats_without_kill += repeated
            elif messages > self.killed_since_clean:
                self.figures.too_many_repeats += repeated
        for each in found:
            self.told[each["key"]] = self.told.get(each["key"], 0) + 1
            if each["reason"] == "gone":
                continue
            lead_day = date.fromisoformat(each["lead_day"]) if each["lead_day"] else today
            self.versions.setdefault((each["id"], each["when"]), []).append((lead_day, today))
            self.figures.late += each["late"]
        self.figures.told += len(found)
        self.figures.runs += not killed
        self.figures.kills += killed
        self.killed_since_clean = self.killed_since_clean + 1 if killed else 0

    def judge(self, today: date) -> None:
        """What must have been told by now: for each date the nearest lead that has come."""
        for stage in self.stages:
            until = stage.last if stage.kind in MUST else stage.first
            days = [stage.first - timedelta(days=lead) for lead in LEADS[stage.kind]]
            come = [day for day in days if day <= today]
            if not come or today > until:
                continue
            told = self.versions.get((stage.id, stage.text), [])
            if not any(day >= max(come) for day, _ in told):
                self.figures.missed.append(f"{stage.id} {stage.kind} {stage.text} on {today}")

    def judge_gone(self, today: date) -> None:
        """Who was told of an entry must have been told by now that it is gone; nobody else ever is."""
        for stage in self.removed:
            said = any(key.startswith(f"{stage.id}@gone@") for key in self.told)
            known = any(id_ == stage.id for id_, _ in self.versions)
            if said != known and (said or stage.first > today):
                self.figures.missed.append(f"{stage.id} gone, {stage.text} on {today}")

    def live(self, days: int, kills: int) -> Figures:
        """The year, day by day."""
        each_day = kills / days
        owed, call = 0.0, 0
        self.warm()
        took = self._how_long()
        for number in range(days):
            today = START + timedelta(days=number)
            self.move_some(today)
            if self.random.random() < 0.1:
                continue
            if self.random.random() < 0.1:
                today -= timedelta(days=self.random.randint(1, 3))
            owed += each_day / 0.9
            while owed >= 1 and self.figures.kills < kills:
                owed -= 1
                if self.random.random() < 0.5:
                    self.run(today, seconds=self.random.uniform(0, 1.2 * took))
                else:
                    call = 0 if self.run(today, calls=call) else call + 1
            (self.run_together if self.random.random() < 0.1 else self.run)(today)
            self.judge(today)
            self.judge_gone(today)
        while self.figures.kills < kills:  # those that came too late to kill
            self.run(START + timedelta(days=days), seconds=self.random.uniform(0, 0.5 * took))
        return self.figures

    def warm(self) -> None:
        """Imports what a run needs, so that each process need not."""
        from clustercalls.cli.app import main

        arguments = ["remind", "-r", str(self.registry), "--as-of", f"{START}", "--all", "-f", "json"]
        assert main([*arguments, "--outbox", str(self.work / "warm")]) == 0

    def _how_long(self) -> float:
        start = time.monotonic()
        self.run(START)
        return time.monotonic() - start


def at_every_system_call(work: Path) -> tuple[int, list[str]]:
    """Kills one run at every file-changing system call in turn; how many there are, and what went wrong."""
    registry, wrong, number = work / "calls.toml", [], 0
    due = START + timedelta(days=30)
    registry.write_text("".join(Stage(f"s{each}", "deadline", due, due).toml() for each in range(3)))
    while True:
        number += 1
        box, state = work / f"box-{number}", work / f"state-{number}"
        environment = os.environ | {"XDG_STATE_HOME": str(state), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "clustercalls", "remind", "-r", str(registry), "--outbox", str(box)]
        command += ["--as-of", f"{START}T06:00"]
        inject = f"inject={CALLS}:signal=SIGKILL:when={number}"
        trace = ["strace", "-f", "-o", os.devnull, "-e", f"trace={CALLS}", "-e", inject]
        killed = subprocess.run([*trace, *command], env=environment, capture_output=True, check=False)
        before = {path.name for path in box.glob("[!.]*")} if box.is_dir() else set()
        for path in box.glob("[!.]*") if box.is_dir() else ():
            path.unlink()
        clean = subprocess.run(command, env=environment, capture_output=True, check=False, text=True)
        after = {path.name for path in box.glob("[!.]*")}
        again = subprocess.run([*command, "--dry-run"], env=environment, capture_output=True, check=False)
        if len(before | after) != 3 or len(before & after) > 1 or clean.returncode or again.stdout:
            wrong.append(f"call {number}: {sorted(before)}, then {sorted(after)}: {clean.stderr}")
        if killed.returncode == 0:
            return number - 1, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=200)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strace", action="store_true", help="and every system call, if it is installed")
    options = parser.parse_args()
    good = True
    for outbox in (False, True):
        for kills in (0, options.kills):
            work = Path(tempfile.mkdtemp(prefix="year-"))
            figures = Year(work, options.entries, options.seed, outbox=outbox).live(options.days, kills)
            shutil.rmtree(work)
            good = good and figures.good
            print(
                f"{'outbox' if outbox else 'output'}: {figures.runs} runs, {figures.kills} kills, "
                f"{figures.moved} moved, {figures.gone} gone, {figures.told} told ({figures.late} late), "
                f"{len(figures.missed)} missed, {figures.repeats} repeats, "
                f"{len(figures.repeats_without_kill)} of them without a kill"
            )
            for each in (
                *figures.missed,
                *figures.repeats_without_kill,
                *figures.too_many_repeats,
                *figures.wrong,
            ):
                print(f"  {each}")
    if options.strace and shutil.which("strace"):
        work = Path(tempfile.mkdtemp(prefix="year-"))
        calls, wrong = at_every_system_call(work)
        shutil.rmtree(work)
        good = good and not wrong
        print(f"killed at each of {calls} file-changing system calls: {len(wrong)} went wrong")
        for each in wrong:
            print(f"  {each}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
