"""All targets at once, bounded in all: a slow one holds up nobody."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from clustercalls.deliver.target import Failed, Message, Target
from clustercalls.errors import outside
from clustercalls.limits import DELIVERY_SECONDS, GRACE_SECONDS

Arrived = Callable[[str, tuple[str, ...]], None]
Why = Mapping[str, object]
Answer = tuple[int, Why]


def deliver(
    jobs: Sequence[tuple[Target, Message]], arrived: Arrived, seconds: float = DELIVERY_SECONDS
) -> list[tuple[str, Why]]:
    """Delivers each message to its target; returns the failures as (target, values of a problem).

    `arrived` is told target and keys as soon as they are there, by one thread at a time.
    """
    answers: SimpleQueue[Answer] = SimpleQueue()
    turn = Lock()
    end = time.monotonic() + seconds
    for number, (target, message) in enumerate(jobs):
        Thread(
            target=_work, args=(number, target, message, arrived, turn, answers, seconds), daemon=True
        ).start()
    silent: Why = {"reason": "no answer within {seconds} seconds", "seconds": f"{seconds:g}"}
    failures = dict.fromkeys(range(len(jobs)), silent)
    waiting = len(jobs)
    while waiting:
        try:
            number, why = answers.get(timeout=max(end - time.monotonic(), 0))
        except Empty:
            break
        waiting -= 1
        if why:
            failures[number] = why
        else:
            del failures[number]
    if waiting:
        _leave_behind()
    return [(jobs[number][0].name, why) for number, why in failures.items()]


def _leave_behind() -> None:
    """Lets the process end though a library goes on waiting in threads of its own pools.

    Those are daemons as the thread is that began them; but Python waits at its end for the threads of pools,
    and has to know those that are none, to wake them.
    """
    if pools := sys.modules.get("concurrent.futures.thread"):
        queues = vars(pools)["_threads_queues"]
        for thread in [each for each in queues if each.daemon]:
            del queues[thread]


def _work(
    number: int,
    target: Target,
    message: Message,
    arrived: Arrived,
    turn: Lock,
    answers: SimpleQueue[Answer],
    seconds: float,
) -> None:
    def sent(keys: tuple[str, ...]) -> None:
        with turn:
            arrived(target.name, keys)

    try:
        target.deliver(message, sent, max(seconds - GRACE_SECONDS, seconds / 2))
        answers.put((number, {}))
    except Failed as failed:
        answers.put((number, failed.values))
    except Exception as error:  # noqa: BLE001 - what a server can do to a client; its text could hold an address
        answers.put((number, outside(getattr(error, "strerror", None) or type(error).__name__)))
