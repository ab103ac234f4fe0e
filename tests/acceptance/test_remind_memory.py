"""The memory of `remind`: damage is said, whoever looks; held only for a moment; two runs tell once."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from closed import stopped
from conftest import Ran, Run, on_a_terminal

Registry = Callable[[str], Path]
CALL = '[[call]]\nid = "{id}"\ntitle = "Call {id}"\ndeadline = {day}\n'


@pytest.fixture
def two(registry: Registry) -> Path:
    return registry(CALL.format(id="one", day="2027-03-31") + CALL.format(id="two", day="2027-04-01"))


def state() -> Path:
    (found,) = (Path(os.environ["HOME"]) / ".local/state/clustercalls").glob("seen-*.json")
    return found


def files() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in state().parent.iterdir()}


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "cut by its last letter": lambda data: data[:-1],
    "doubled": lambda data: data * 2,
    "zeros": lambda data: bytes(len(data)),
    "text": lambda data: b"hello\n",
    "another date": lambda data: data.replace(b"2027-03-01", b"2027-03-03"),
    "told though it was not": lambda data: data.replace(b'"through":"2027-03-01"', b'"through":"2027-03-31"'),
    "without its checksum": lambda data: data[: data.index(b',"check"')] + b"}\n",
    "nested": lambda data: b"[" * 100_000,
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("way", [(), ("--outbox", "box")], ids=["output", "outbox"])
def test_who_only_looks_says_what_a_run_says(run: Run, two: Path, damage: str, way: tuple[str, ...]) -> None:
    run("remind", "-r", two, "--as-of", "2027-03-01")
    state().write_bytes(DAMAGES[damage](state().read_bytes()))
    before = files()
    command = ("remind", "-r", two, "--as-of", "2027-03-02", *way)
    looked = [run(*command, "--dry-run") for _ in range(2)]
    assert files() == before
    told = run(*command)
    if way:
        assert {path.name for path in Path("box").iterdir()} == {
            "one@30d@deadline@2027-03-31.json", "two@30d@deadline@2027-04-01.json",
        }  # fmt: skip
    else:
        assert looked[0] == told
    for each in (*looked, told):
        assert (each.code, each.err) == (3, told.err)
    assert "lost-memory: what was told cannot be read: it is damaged. It goes aside as " in told.err
    assert "Call two" in looked[0].out
    assert state().with_name(f"{state().name}.1.bad").read_bytes() == before[state()]
    assert run(*command) == (0, "", "")


def test_no_flipped_bit_silences_a_reminder(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-03-01")
    whole = state().read_bytes()
    for bit in range(5, 8 * len(whole), len(whole) // 8):  # tests/unit/reminders flips them all
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        state().write_bytes(flipped)
        told = run("remind", "-r", two, "--as-of", "2027-03-02", "--dry-run")
        assert (told.code, "Call two" in told.out, "lost-memory" in told.err) == (3, True, True), bit


def flip(path: Path) -> None:
    """One bit of what was told, with the time of the last use as it was."""
    its, data = path.stat(), bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(its.st_atime_ns, its.st_mtime_ns))


WRITERS: dict[str, Callable[[Run, Path], object]] = {
    "nothing": lambda run, two: None,
    "changes": lambda run, two: run("changes", "-r", two),
    "upcoming": lambda run, two: on_a_terminal("upcoming", "-r", two),
    "remind of others": lambda run, two: run("remind", "-r", two, "--as-of", "2027-03-02", "--outbox", "box"),
    "a copy": lambda run, two: state().touch(),
}


@pytest.mark.parametrize("age", [0, 6, 300], ids=lambda age: f"{age} days old")
@pytest.mark.parametrize("writer", WRITERS)
def test_whatever_wrote_a_lost_memory_last_what_is_due_is_told(
    run: Run, two: Path, writer: str, age: int
) -> None:
    run("remind", "-r", two, "--as-of", "2027-02-20")
    two.write_text(two.read_text().replace("Call one", "Call 1"))
    ago = time.time() - age * 86400
    os.utime(state(), (ago, ago))
    WRITERS[writer](run, two)
    flip(state())
    told = run("remind", "-r", two, "--as-of", "2027-03-03")
    assert (told.code, told.err.count("lost-memory"), told.out.count("told late")) == (3, 1, 2)
    assert run("remind", "-r", two, "--as-of", "2027-03-04") == (0, "", "")


def test_what_was_told_before_the_loss_is_told_once_more_and_then_no_more(run: Run, two: Path) -> None:
    assert "Call one" in run("remind", "-r", two, "--as-of", "2027-03-02").out
    flip(state())
    again = run("remind", "-r", two, "--as-of", "2027-03-03")
    assert (again.code, again.out.count("Call ")) == (3, 2)
    for day in ("2027-03-03", "2027-03-04"):
        assert run("remind", "-r", two, "--as-of", day) == (0, "", "")
    assert run("remind", "-r", two, "--as-of", "2027-03-24").out.count("Call ") == 1


def test_who_only_looks_in_passing_leaves_the_damage_to_who_says_it(run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-02-20")
    flip(state())
    before = state().read_bytes()
    assert on_a_terminal("upcoming", "-r", two).code == 0
    assert state().read_bytes() == before
    assert run("changes", "-r", two, "--since", "last").err.count("lost-memory") == 1
    assert run("remind", "-r", two, "--as-of", "2027-03-03").out.count("Call ") == 2


@pytest.fixture
def closed(run: Run, two: Path) -> Callable[..., Ran]:
    """A run by somebody who may not read everything."""
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("root may read everything")

    def closed(*arguments: str) -> Ran:
        with stopped():
            return run(*arguments, "-r", two)

    return closed


CLOSED: dict[str, Callable[[Path], Path]] = {
    "the file": lambda memory: memory,
    "its folder": lambda memory: memory.parent,
    "a folder above": lambda memory: memory.parent.parent,
}
LOOKS = {
    "remind": ("remind",),
    "remind dry": ("remind", "--dry-run"),
    "remind box": ("remind", "--outbox", "box"),
    "log": ("remind", "--log"),
    "changes": ("changes", "--since", "last"),
}


@pytest.mark.parametrize("what", CLOSED)
@pytest.mark.parametrize("command", LOOKS)
def test_a_mode_is_no_damage(
    closed: Callable[..., Ran], what: str, command: str, run: Run, two: Path
) -> None:
    run("remind", "-r", two, "--as-of", "2027-03-01")
    memory, whole = state(), files()
    place = CLOSED[what](memory)
    mode = place.stat().st_mode
    place.chmod(0)
    try:
        when = ("--as-of", "2027-03-02") if command not in {"log", "changes"} else ()
        told = [closed(*LOOKS[command], *when) for _ in range(2)]
    finally:
        place.chmod(mode)
    for each in told:
        assert (each.code, each.out) == (4, "")
        assert str(memory) in each.err
        assert "this user may not read it" in each.err
        assert f"chmod u+rwX {place}" in each.err or command == "changes"
    assert {path: data for path, data in files().items() if not path.name.endswith(".lock")} == {
        path: data for path, data in whole.items() if not path.name.endswith(".lock")
    }
    assert run("remind", "-r", two, "--as-of", "2027-03-02").out.count("Call ") == 1


def test_what_only_writing_needs_stops_no_look(closed: Callable[..., Ran], run: Run, two: Path) -> None:
    run("remind", "-r", two, "--as-of", "2027-03-01")
    state().chmod(0o400)
    for _ in range(2):
        assert closed("remind", "--as-of", "2027-03-02", "--dry-run").out.count("Call ") == 1
    assert closed("remind", "--as-of", "2027-03-02").out.count("Call ") == 1
    assert closed("remind", "--as-of", "2027-03-02") == (0, "", "")


def test_a_memory_of_before_gains_a_checksum(run_then: Run, two: Path) -> None:
    run_then("remind", "-r", two, "--as-of", "2027-03-01")
    older = json.loads(state().read_text()) | {"format": "clustercalls seen 1"}
    for each in ("check", "runs", "log"):
        del older[each]
    state().write_text(json.dumps(older))
    assert run_then("remind", "-r", two, "--as-of", "2027-03-01", "--dry-run") == (0, "", "")
    assert run_then("remind", "-r", two, "--as-of", "2027-03-01") == (0, "", "")
    now = json.loads(state().read_text())
    assert (now["format"], len(now["check"]), now["targets"]) == (
        "clustercalls seen 2", 32, older["targets"],
    )  # fmt: skip


SLOW = """#!/bin/sh
cat >>told
echo >started
while [ ! -e go ]; do sleep 0.02; done
"""


class Slow:
    """A run that tells a program which does not end before it may."""

    def __init__(self, registry: Path) -> None:
        Path("slow.sh").write_text(SLOW)
        Path("slow.sh").chmod(0o755)
        command = [sys.executable, "-m", "clustercalls", "remind", "-r", str(registry), "--exec", "./slow.sh"]
        self.running = subprocess.Popen(
            [*command, "--as-of", "2027-03-01"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.wait_for("started")

    def wait_for(self, name: str) -> None:
        end = time.monotonic() + 20
        while not Path(name).exists():
            assert time.monotonic() < end
            time.sleep(0.02)

    def ended(self) -> Ran:
        Path("go").touch()
        out, err = self.running.communicate(timeout=20)
        return Ran(self.running.returncode, out, err)


@pytest.fixture
def slow(two: Path) -> Iterator[Slow]:
    slow = Slow(two)
    yield slow
    slow.ended()


def test_nothing_is_held_up_while_something_is_told(run: Run, two: Path, slow: Slow) -> None:
    with state().with_name(state().name + ".lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # nobody holds it
    two.write_text(two.read_text().replace("Call one", "Call 1"))
    start = time.monotonic()
    assert run("changes", "-r", two, "--since", "last").code == 0
    two.write_text(two.read_text().replace("Call 1", "Call I"))
    changed = run("changes", "-r", two, "--since", "last")
    assert (changed.code, changed.out) == (0, "one  title: Call 1 → Call I\n")
    assert run("remind", "-r", two, "--as-of", "2027-02-01", "--outbox", "box") == (0, "", "")
    assert time.monotonic() - start < 3
    assert slow.ended() == (0, "", "")
    # and what was noted meanwhile stands beside what was told
    assert run("changes", "-r", two, "--since", "last").out == "one  title: Call 1 → Call I\n"
    assert run("remind", "-r", two, "--as-of", "2027-03-01", "--exec", "./slow.sh") == (0, "", "")
    assert Path("told").read_text().count("\n") == 1


def test_a_second_run_does_not_tell_it_too(run: Run, two: Path, slow: Slow) -> None:
    command = ("remind", "-r", two, "--as-of", "2027-03-01", "--exec", "./slow.sh")
    second = run(*command)
    assert (second.code, second.out, second.err.partition(":")[0]) == (0, "", "other-run")
    assert slow.ended().code == 0
    assert run(*command) == (0, "", "")
    assert Path("told").read_text().count("\n") == 1


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_what_a_run_that_is_gone_had_claimed_is_told(
    run: Run, two: Path, slow: Slow, how: signal.Signals
) -> None:
    slow.running.send_signal(how)
    slow.running.wait()
    Path("go").touch()
    command = ("remind", "-r", two, "--as-of", "2027-03-01", "--exec", "./slow.sh")
    for _ in range(2):
        assert run(*command) == (0, "", "")
    assert Path("told").read_text().count("\n") == 2  # what was under way is told once more, and then no more


def test_runs_of_the_same_minute_tell_once(two: Path) -> None:
    command = [sys.executable, "-m", "clustercalls", "remind", "-r", str(two), "--as-of", "2027-03-01"]
    for _ in range(3):
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(5)]
        told = [each.communicate()[0] for each in runs]
        assert [each.returncode for each in runs] == [0] * 5
        assert sum("Call one" in each for each in told) == 1
        state().unlink()


def test_what_a_damaged_memory_is_found_to_be_meanwhile_is_said(run: Run, two: Path, slow: Slow) -> None:
    state().write_bytes(state().read_bytes()[:-5])
    ended = slow.ended()
    assert (ended.code, ended.err.count("lost-memory")) == (3, 1)
    assert run("remind", "-r", two, "--as-of", "2027-03-01", "--exec", "./slow.sh") == (0, "", "")
    assert Path("told").read_text().count("\n") == 1
