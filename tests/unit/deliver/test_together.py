"""All at once and bounded in all: who fails or is silent is named, and holds up nobody."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.deliver.together import deliver
from clustercalls.errors import outside
from messages import message

SILENT = {"reason": "no answer within {seconds} seconds", "seconds": "0.3"}


class Place:
    """A target that does as it is told."""

    def __init__(self, name: str, act: Callable[[], None] = lambda: None) -> None:
        self.name = name
        self.act = act
        self.seconds = 0.0

    def message_id(self, message: Message) -> str:
        return f"<{self.name}@{message.origin}>"

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:
        self.seconds = seconds
        self.act()
        sent(message.keys)


def refuse(error: Exception) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (refuse(Failed("exit code {status}", status=3)), {"reason": "exit code {status}", "status": 3}),
        (refuse(OSError(5, "Disk on fire")), outside("Disk on fire")),
        (refuse(KeyError("https://secret")), outside("KeyError")),  # its text is not said
        (threading.Event().wait, SILENT),
    ],
    ids=["it says so", "the system says so", "a bug of a library", "silence"],
)  # fmt: skip
def test_one_that_fails_is_named_and_the_others_arrive(
    act: Callable[[], None], why: dict[str, object]
) -> None:
    arrived: list[tuple[str, tuple[str, ...]]] = []
    jobs = [(Place("bad", act), message("a")), (Place("good"), message("b"))]
    started = time.monotonic()
    assert deliver(jobs, lambda *each: arrived.append(each), 0.3) == [("bad", why)]
    assert time.monotonic() - started < 3
    assert arrived == [("good", ("b",))]


def test_all_work_at_the_same_time() -> None:
    meeting = threading.Barrier(3)
    jobs = [(Place(name, lambda: (meeting.wait(5), None)[1]), message()) for name in "abc"]
    assert deliver(jobs, lambda *_: None, 10) == []


def test_what_arrives_is_told_by_one_at_a_time() -> None:
    inside: list[str] = []
    crowds: list[int] = []

    def arrived(target: str, _: tuple[str, ...]) -> None:
        inside.append(target)
        time.sleep(0.02)
        crowds.append(len(inside))
        inside.remove(target)

    assert deliver([(Place(name), message()) for name in "abcd"], arrived, 10) == []
    assert crowds == [1, 1, 1, 1]


@pytest.mark.parametrize(("seconds", "theirs"), [(30.0, 29.0), (1.0, 0.5)])
def test_a_target_may_end_by_itself_before_it_is_given_up(seconds: float, theirs: float) -> None:
    place = Place("a")
    deliver([(place, message())], lambda *_: None, seconds)
    assert place.seconds == theirs


def test_nothing_to_deliver() -> None:
    assert deliver([], lambda *_: None, 30) == []


ENDS = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from clustercalls.deliver import together
from messages import message
from test_together import Place

idle = ThreadPoolExecutor(1)
idle.submit(int).result()
waits = threading.Event()

def in_a_pool():
    ThreadPoolExecutor(1).submit(waits.wait).result()

print(together.deliver([(Place("slow", in_a_pool), message())], print, 0.2)[0][0])
"""


def test_the_process_ends_whoever_still_waits_and_whichever_pool_is_idle() -> None:
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), str(here.parents[1])])
    done = subprocess.run(
        [sys.executable, "-c", ENDS], env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True,
        check=False, timeout=30,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "slow\n"), done.stderr
