"""A program's own end counts; what it says is bounded, and so is its time."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from clustercalls.disk.programs import Ended, NotRun, run
from clustercalls.errors import outside

LARGE = b"x" * 300_000  # more than any pipe holds


def shell(script: str) -> tuple[str, ...]:
    return "/bin/sh", "-c", script


def test_each_stream_is_heard_or_goes_where_ours_does(capfd: pytest.CaptureFixture[str]) -> None:
    script = shell("cat; echo no >&2; exit 3")
    assert run(script, 9, given=b"a\n", most=9) == Ended(3, b"a\n", b"no\n")
    assert capfd.readouterr() == ("", "")
    assert run(script, 9, given=b"a\n", complains_to_us=False) == Ended(3, b"", b"")
    assert capfd.readouterr() == ("a\n", "no\n")
    assert run(script, 9, most=9) == Ended(3, b"", b"no\n")  # it has nothing to read


def test_all_is_given_and_heard_however_much_it_is() -> None:
    assert run(shell("cat"), 9, given=LARGE, most=len(LARGE)) == Ended(0, LARGE, b"")


@pytest.mark.parametrize("script", ["yes", "cat /dev/zero", "yes & exec yes", "printf 12345"])
def test_more_than_is_kept_is_not_waited_for(script: str) -> None:
    start = time.monotonic()
    assert len(run(shell(script), 30, most=4, alone=True).said) == 5
    assert time.monotonic() - start < 10


# what it runs, and what it says to its end
LEAVES = [
    ("echo said; sleep 30 &", b"said\n"),  # the child holds both pipes
    ("echo said; sleep 30 2>/dev/null &", b"said\n"),
    ("sleep 30 & exec >&- 2>&-; sleep 0.2", b""),  # its pipes end before it
    ("sleep 30 & echo said; echo no >&2", b"said\n"),
]


@pytest.mark.parametrize(("script", "said"), LEAVES)
@pytest.mark.parametrize("given", [None, LARGE])
def test_its_own_end_counts_whatever_it_leaves_behind(script: str, said: bytes, given: bytes | None) -> None:
    start = time.monotonic()
    ended = run(shell(f"echo $$ >pid; {script}"), 20, given=given, most=99, alone=True)
    took = time.monotonic() - start
    with suppress(ProcessLookupError):  # the group is the program's own
        os.killpg(int(Path("pid").read_text()), signal.SIGKILL)
    assert (ended.status, ended.said) == (0, said)
    assert took < 10


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (("/nowhere/program",), outside("No such file or directory")),
        (("/bin/sh", "a\0b"), {"reason": "it cannot be started"}),
        ((), {"reason": "it cannot be started"}),
        (shell("sleep 30"), {"reason": "it took more than {seconds} seconds", "seconds": "0.1"}),
        (
            shell("exec >&- 2>&-; sleep 30"),
            {"reason": "it took more than {seconds} seconds", "seconds": "0.1"},
        ),
    ],
    ids=["is not there", "cannot be", "is none", "is slow", "is slow without pipes"],
)
@pytest.mark.parametrize("alone", [True, False])
def test_what_did_not_run_says_why(arguments: tuple[str, ...], values: dict[str, str], alone: bool) -> None:
    with pytest.raises(NotRun) as not_run:
        run(arguments, 0.1 if "sleep" in str(arguments) else 9, most=9, alone=alone)
    assert not_run.value.values == values


@pytest.mark.parametrize(
    ("ended", "failure"),
    [
        (Ended(0, b"", b"a warning"), {}),
        (Ended(3, b"said", b""), {"reason": "exit code {status}", "status": "3", "words": ""}),
        (
            Ended(1, b"", b"first\nlast \n\n"),
            {"reason": "exit code {status}: {words}", "status": "1", "words": "last"},
        ),
    ],
)
def test_a_failure_is_told_by_its_code_and_last_words(ended: Ended, failure: dict[str, str]) -> None:
    assert ended.failure == failure
