"""A `sync` that dies at any moment: the catalogue is as before or after, whole, and nobody waits to read it.

The portal is on loopback and says one of two things; the catalogue is judged with plain SQL.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from harness import TRACEBACK, Bench, Done, Figures, calls_of
from kills import HAS_STRACE

from hostile_dav import World
from made_calls import MadeCall, made_calls, records
from portal import Portal

CALLS = 240  # of the portal: six pages, and some hundred changes to write
USUAL = 7  # times a reader is measured alone
WAITED = (
    0.25  # seconds more than that which a reader may take: whoever waits for a lock waits for a whole one
)
NOW = ("--as-of", "2026-11-27T12:00")
TABLES = {"record": "*", "stage": "*", "change": "*", "source": "name, outcome, records", "word": "rowid, *"}
Held = dict[str, str]


class Offered:
    """A portal, its catalogue before and after a sync, and after one that found none; what those hold."""

    def __init__(self, folder: Path, world: World) -> None:
        self.bench = Bench(folder, entries=1)
        self.portal = Portal(world)
        config = folder / "home" / ".config" / "clustercalls" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(f'[sources.eu]\nurl = "{self.portal.url}"\nprivate = true\npause = 0\n')
        self.path = folder / "home" / ".local" / "share" / "clustercalls" / "catalogue.sqlite3"
        self.kept = folder / "kept.sqlite3"
        calls = made_calls()[: CALLS + 40]
        self.portal.records = records(calls[:CALLS])
        self.before = self._synced()
        shutil.copy(self.path, self.kept)
        self.portal.records = records([*map(_renamed, calls[20:])], again=3)
        self.after = self._synced()
        self.again = self._synced()  # what it had no more is gone then
        self.reset(fresh=True)
        self.made = self._synced()
        assert len({repr(each) for each in (self.before, self.after, self.again, self.made)}) == 4
        self.usual = sorted(self.read()[0] for _ in range(USUAL))[USUAL // 2]

    def start(self, prefix: tuple[str, ...] = ()) -> "subprocess.Popen[bytes]":
        """A sync, under way."""
        return self.bench.start([*prefix, sys.executable, "-m", "clustercalls", "sync", *NOW])

    def read(self) -> tuple[float, Done]:
        """How long `find` takes, and what it said."""
        process = self.bench.start([sys.executable, "-m", "clustercalls", "find", "soil", "-n", "3", *NOW])
        begin = time.monotonic()
        out, err = process.communicate(timeout=60)
        return time.monotonic() - begin, Done(process.returncode, out, err)

    def reset(self, *, fresh: bool) -> None:
        """The catalogue as it was before, or none."""
        for each in self.path.parent.iterdir():
            each.unlink()
        if not fresh:
            shutil.copy(self.kept, self.path)

    def judge(self, *, fresh: bool) -> str:
        """What is wrong with the catalogue, whoever died over it."""
        try:
            now = self.held()
        except (AssertionError, sqlite3.Error) as error:
            return f"torn: {error}"
        whole = ({}, NOTHING, self.made) if fresh else (self.before, self.after)
        return "" if now in whole else f"torn: neither as before nor as after: {now}"

    def next_works(self, *, fresh: bool) -> str:
        """What is wrong with the next sync, which does what the killed one was to do, or goes on."""
        killed = self.held()
        done = _ended(self.start())
        meant = self.made if fresh else self.again if killed == self.after else self.after
        is_well = (done.code, done.err) == (0, b"") and self.held() == meant
        return "" if is_well else f"wedged: {done}"

    def _synced(self) -> Held:
        done = _ended(self.start())
        assert (done.code, done.err) == (0, b""), done
        return self.held()

    def held(self) -> Held:
        """A digest of all that each table holds; nothing where there is no table.

        Where its source is, and when that was asked, is no part of it.
        """
        if not self.path.exists():
            return {}
        with closing(sqlite3.connect(self.path, timeout=0)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                return {}
            connection.execute("INSERT INTO word(word) VALUES('integrity-check')")
            connection.rollback()
            return {table: _digest(connection, columns, table) for table, columns in TABLES.items()}


NOTHING = dict.fromkeys(TABLES, sha256(b"[]").hexdigest())


def kill_a_sync(folder: Path, kills: int, seconds: float) -> Figures:
    """SIGKILL at moments of a sync, all over it: where it can be, at a system call that could change a file.

    It is stopped first, and while it stands still somebody reads. Every fifth begins without a catalogue.
    """
    with World() as world:
        offered = Offered(folder, world)
        moments = _moments(offered, kills)
        broken: list[str] = []
        tried, slowest, until = 0, 0.0, time.monotonic() + seconds
        for number, moment in enumerate(moments):
            if time.monotonic() > until:
                break
            fresh = moment.fresh
            offered.reset(fresh=fresh)
            if not _stopped_there(offered, moment):
                continue
            took, found = (0.0, "") if moment.is_shut else _read_beside(offered, moment)
            _end(moment)
            found = found or offered.judge(fresh=fresh)
            if number % 10 == 0:
                found = found or offered.next_works(fresh=fresh)
            tried, slowest = tried + 1, max(slowest, 0.0 if fresh else took)
            broken += [f"{moment.name}{', the first one' * fresh}: {found}"] if found else []
        said = f"kill a sync (a reader beside it: {offered.usual:.2f} s alone, at most {slowest:.2f})"
        return Figures(said, tried, broken)


class Moment:
    """When a sync is stopped: at a system call, or so many seconds after it began."""

    def __init__(self, name: str, *, fresh: bool, log: Path | None = None) -> None:
        self.name, self.fresh, self.log = name, fresh, log
        call, _, place = name.partition("#")
        inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=STOP:when={place}")
        self.prefix = ("strace", "-f", "-y", "-o", str(log), *inject) if log else ()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def is_shut(self) -> bool:
        """Whether SQLite lets nobody in: for some microseconds, while it makes or takes away what is beside.

        Only a trial stops just there.
        """
        calls = self.log.read_text(errors="replace").splitlines() if self.log else []
        made = [line for line in calls if "(" in line]
        return bool(made) and ("-shm" in made[-1] or made[-1].split()[1].startswith(("unlink", "ftruncate")))

    @property
    def is_there(self) -> bool:
        """Whether the sync stands still."""
        with suppress(OSError):
            if self.log:
                return b"stopped by SIGSTOP" in self.log.read_bytes()
            state = Path(f"/proc/{self.process.pid if self.process else 0}/stat").read_text()
            return state.rpartition(") ")[2][0] == "T"
        return False


def _moments(offered: Offered, kills: int) -> list[Moment]:
    """So many of them, in any order: two of three at calls, where there is what stops a process there."""
    made, log = [], offered.bench.folder / "stopped.log"
    for fresh, count in ((False, kills - kills // 5), (True, kills // 5)):
        begin = time.monotonic()
        offered.reset(fresh=fresh)
        _ended(offered.start())
        usual = time.monotonic() - begin
        calls = _calls(offered, count * 2 // 3, fresh=fresh) if HAS_STRACE else []
        made += [Moment(f"{call}#{place}", fresh=fresh, log=log) for call, place in calls]
        made += [
            Moment(f"{after:.3f}", fresh=fresh)
            for after in (random.uniform(0.3, 0.95) * usual for _ in range(count - len(calls)))
        ]
    random.shuffle(made)
    return made


def _calls(offered: Offered, count: int, *, fresh: bool) -> list[tuple[str, int]]:
    """So many calls of a sync: most write a page, and half of those taken are of the others."""
    offered.reset(fresh=fresh)
    every = calls_of(offered.bench.folder, lambda prefix: _ended(offered.start(prefix)))
    pages = [each for each in every if each[0] == "pwrite64"]
    others = [each for each in every if each[0] not in {"pwrite64", "openat"}]
    taken = random.sample(others, min(count // 2, len(others)))
    return taken + random.sample(pages, min(count - len(taken), len(pages)))


def _stopped_there(offered: Offered, moment: Moment) -> bool:
    """Starts a sync that stands still at that moment; whether it does: it may have ended before."""
    if moment.log:
        moment.log.unlink(missing_ok=True)
    process = moment.process = offered.start(moment.prefix)
    if not moment.log:
        time.sleep(float(moment.name))
        process.send_signal(signal.SIGSTOP)
    until = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < until:
        if moment.is_there:
            return True
        time.sleep(0.002)
    _end(moment)
    return False


def _read_beside(offered: Offered, moment: Moment) -> tuple[float, str]:
    """How long a reader takes while a sync stands still, and what is wrong with that or what it is told."""
    took, done = offered.read()
    if took > offered.usual + WAITED:  # the machine is busy, or a lock that stays
        took, done = min(offered.read(), offered.read())
    if b"database is locked" in done.err and not moment.log and moment.process:
        moment.process.send_signal(signal.SIGCONT)  # stopped where SQLite lets nobody in
        took, done = offered.read()
    waited = took > offered.usual + WAITED and not moment.fresh
    return took, _misread(done, fresh=moment.fresh) or (f"a reader waited: {took:.2f} s" if waited else "")


def _end(moment: Moment) -> None:
    """Kills a sync, and who traces it."""
    if moment.process:
        with suppress(ProcessLookupError):
            os.killpg(moment.process.pid, signal.SIGKILL)
        moment.process.communicate()


def _misread(done: Done, *, fresh: bool) -> str:
    """What is wrong with what a reader was told: without a catalogue that there is none, or so."""
    if TRACEBACK.search(done.err):
        return "a traceback"
    if done.code == 0 and done.out.count(b"\n") >= 3 and not done.err:
        return ""
    is_none = (done.code, done.out) == (3, b"") and b"no-catalogue" in done.err
    is_made = (done.code, done.out) == (4, b"") and b"database is locked" in done.err
    return "" if fresh and (is_none or is_made or done == (0, b"", b"")) else f"misread: {done}"


def _ended(process: "subprocess.Popen[bytes]") -> Done:
    out, err = process.communicate(timeout=60)
    return Done(process.returncode, out, err)


def _renamed(call: MadeCall) -> MadeCall:
    return call._replace(title=f"{call.title}, again") if call.number % 2 else call


def _digest(connection: sqlite3.Connection, columns: str, table: str) -> str:
    rows: list[Any] = sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608 - ours
    return sha256(repr(rows).encode()).hexdigest()
