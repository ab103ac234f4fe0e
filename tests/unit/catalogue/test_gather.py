"""What a source offers, put by on the disk."""

import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

from clustercalls.catalogue.gather import TOGETHER, Gathered, candidate_of
from clustercalls.errors import WorldFailed
from offers import candidate, peak


def test_what_was_put_by_comes_back_by_key_each_once() -> None:
    with Gathered() as gathered:
        assert len(gathered) == 0
        for key in "bab":
            gathered.add(candidate(key, "2026-09-15", title=f"Å {key}", text="x\0y"))
        assert len(gathered) == 2
        assert ("a" in gathered, "c" in gathered) == (True, False)
        assert [each.key for each in gathered] == ["a", "b"]
        key, digest, facts = next(gathered.rows())
        assert facts is not None
        made = candidate_of(facts)
        assert (key, digest) == (made.key, made.print)
        assert made == candidate("a", "2026-09-15", title="Å a", text="x\0y")


def test_the_last_that_came_counts() -> None:
    with Gathered() as gathered:
        gathered.add(candidate("a", title="old"))
        gathered.add(candidate("a", title="new"))
        assert [each.title for each in gathered] == ["new"]


def test_what_is_the_same_is_there_without_facts() -> None:
    with Gathered() as gathered:
        gathered.add_same("a", "print")
        gathered.add(candidate("b"))
        gathered.add_same("b", "print")
        assert ("a" in gathered, len(gathered)) == (True, 2)
        assert [each.key for each in gathered] == ["b"]
        assert next(gathered.rows()) == ("a", "print", None)


def test_no_file_of_it_is_seen() -> None:
    before = {*Path(gettempdir()).iterdir(), *Path.cwd().iterdir()}
    with Gathered() as gathered:
        for number in range(100):
            gathered.add(candidate(str(number), text="x" * 100_000))
        assert set(Path.cwd().iterdir()) <= before


def test_a_full_disk_is_told() -> None:
    """In a process of its own, whose files may not grow."""
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))\n"
        "from clustercalls.catalogue.gather import Gathered\n"
        "from clustercalls.candidate import Candidate\n"
        "from clustercalls.errors import WorldFailed\n"
        "try:\n"
        "    with Gathered() as gathered:\n"
        "        for n in range(400):\n"
        "            gathered.add(Candidate(source='s', key=str(n), ident='', title='t', entry={},"
        " text='x' * 50_000))\n"
        "except WorldFailed as failed:\n"
        "    print(failed.problem.code)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "cannot-write\n"


def test_memory_does_not_grow_with_what_is_put_by() -> None:
    code = (
        "import sys\n"
        "from clustercalls.catalogue.gather import Gathered\n"
        "from clustercalls.candidate import Candidate\n"
        "with Gathered() as gathered:\n"
        "    for n in range(int(sys.argv[1])):\n"
        "        gathered.add(Candidate(source='s', key=str(n), ident='', title='t', entry={},"
        " text='x' * 5_000))\n"
    )
    few, many = (peak(code, count) for count in (500, 10_000))
    assert many <= few + 3


def test_once_closed_it_is_gone() -> None:
    gathered = Gathered()
    gathered.add(candidate("a"))
    gathered.close()
    with pytest.raises(WorldFailed):
        [*gathered.rows()]


def test_of_many_the_last_that_came_counts_and_what_is_the_same_takes_the_place_of_none() -> None:
    with Gathered() as gathered:
        for number in range(TOGETHER + 3):
            gathered.add(candidate(f"{number:03}", title="old"))
        gathered.add(candidate("000", title="new"))
        gathered.add(candidate("001", title="new"))
        gathered.add_same("001", "a digest")
        gathered.add_same("999", "a digest")
        assert len(gathered) == TOGETHER + 4
        assert "999" in gathered
        assert [each.title for each in gathered] == ["new", "new", *["old"] * (TOGETHER + 1)]
        assert [*gathered.rows()][-1] == ("999", "a digest", None)
