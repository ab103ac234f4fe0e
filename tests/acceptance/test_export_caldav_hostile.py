"""`export caldav` and a server that means harm: the password goes nowhere else, and it is told as its fault.

Every answer at one step of one mode; `make hostile-server` has every answer at every step of every mode, each
in a process that is measured, and those that drip.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bad_answers import DRIPS, FAST
from clustercalls import limits
from clustercalls.calendar.caldav import CalendarServer
from clustercalls.errors import WorldFailed
from clustercalls.fetch.bounded import Allowance
from conftest import Run
from hostile_dav import AFTER, BEFORE, LAUNCHER, MODES, PASSWORD, USER, World, command, seeded

Write = Callable[..., Path]
Objects = dict[str, tuple[str, str]]
MIB = 1024 * 1024
PLACES = [(mode, step) for mode, each in MODES.items() for step in each.steps]
POINTING = MODES["named"].steps[:5]  # those whose answers hold addresses
CASES = [
    (name, *(("named", POINTING[number % 5]) if "href" in name else PLACES[number * 7 % len(PLACES)]))
    for number, name in enumerate(FAST)
]
CASES += [
    (f"{how}{away}", "named", step)
    for how, away in (("href ", "{spy}"), ("last href ", "{spy}"), ("href ", "https://127.0.0.1:{port}"))
    for step in POINTING
    if (f"{how}{away}", "named", step) not in CASES
]


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERCALLS_CALDAV_PASSWORD", PASSWORD)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World() as made:
        yield made


_SEEDS: dict[str, Objects] = {}


def objects(world: World, run: Run, registry: Write, mode: str) -> Objects:
    if mode not in _SEEDS:
        _SEEDS[mode] = seeded(world, lambda *typed: run(*typed).code, str(registry(BEFORE)), mode)
    return _SEEDS[mode]


@pytest.mark.parametrize("mode", MODES)
def test_a_server_that_behaves(run: Run, world: World, registry: Write, mode: str) -> None:
    world.turn("", None, objects(world, run, registry, mode))
    ran = run(*command(world, MODES[mode], str(registry(AFTER))))
    assert (ran.code, ran.err) == (0, "")
    assert {each.step for each in world.asked} == set(MODES[mode].steps)
    assert world.strayed == []


@pytest.mark.parametrize(("name", "mode", "step"), CASES)
def test_a_server_that_does_not(
    run: Run, world: World, registry: Write, monkeypatch: pytest.MonkeyPatch, name: str, mode: str, step: str
) -> None:
    there = objects(world, run, registry, mode)
    monkeypatch.setattr(limits, "ANSWER_BYTES", MIB)  # in full in `make hostile-server`
    world.turn(step, FAST[name], there)
    ran = run(*command(world, MODES[mode], str(registry(AFTER))))
    assert ran.code in {0, 3, 4}, ran
    lines = ran.err.splitlines()
    assert sum("caldav-failed: " in each for each in lines) == (ran.code == 4), ran
    assert len(lines) <= 3, ran  # two objects may be broken
    assert PASSWORD not in ran.err
    assert "".join(lines).isprintable()
    assert world.strayed == []
    if "href" in name:
        assert (ran.code, "another host" in ran.err) == (4, True), ran


def filled(server: CalendarServer) -> None:
    list(server.items())
    server.put("a.b.ics", b"x")


DRIPPING = [(name, "list") for name in DRIPS] + [("a body by the second", "put"), ("silence", "put")]


@pytest.mark.parametrize(("name", "step"), DRIPPING)
def test_a_server_that_drips(world: World, monkeypatch: pytest.MonkeyPatch, name: str, step: str) -> None:
    monkeypatch.setattr(limits, "CHANGE_SECONDS", 0.05)
    world.turn(step, DRIPS[name], {})
    begun = time.monotonic()
    url, allowance = f"{world.url}/home/calls/", Allowance(0.15)
    with (
        CalendarServer(url, USER, PASSWORD, allowance=allowance) as server,
        pytest.raises(WorldFailed, match=r"within 0\.|answered 500|401"),
    ):
        filled(server)
    assert time.monotonic() - begun < 1.5


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("gzip bomb", "list"),
        ("data without end", "report"),
        ("a tag of 40 MiB", "list"),
        ("30,000 objects", "list"),
    ],
)
def test_no_answer_makes_it_large(world: World, registry: Write, name: str, step: str) -> None:
    path = str(registry(AFTER))
    world.turn(step, FAST[name], {"a-call.first@here.ics": ("UID:x", '"1"')})
    typed = [sys.executable, "-m", "clustercalls", *command(world, MODES["calendar"], path)]
    done = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *typed], capture_output=True, text=True, check=True, timeout=60
    )
    code, mebibytes, _ = map(float, done.stdout.split())
    assert (code, done.stderr.count("\n")) == (4, 1), done
    assert mebibytes <= 64
